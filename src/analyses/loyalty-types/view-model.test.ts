import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import { LOYALTY_TYPES, type HostageSplit, type LoyaltyTypesResult } from "./spec";
import { cutText, findings, howLines, mapTwin, mapView, typeRows, type Words } from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
const english: Words = { t: en, format: createFormat("en"), currency: null };

const result: LoyaltyTypesResult = {
  kind: "answered",
  headline: {
    apostles: 40,
    mercenaries: 20,
    hostages: 30,
    defectors: 10,
    n: 100,
    satisfiedFrom: 4,
    loyalFrom: 6,
    loyalOfSatisfied: 2 / 3,
    loyalOfOthers: 3 / 4,
    pValue: 0.37,
    unstable: 0.25,
    tiedHostages: null,
    tiedP: null,
  },
  question: { id: "csat:1:5:总体", name: "总体" },
  questions: [{ id: "csat:1:5:总体", name: "总体" }],
  scaleMin: 1,
  scaleMax: 5,
  isAutomatic: { satisfied: true, loyal: true },
  fromDay: 20000,
  toDay: 20359,
  types: LOYALTY_TYPES.map((type, i) => ({
    type,
    customers: [40, 20, 30, 10][i] ?? NaN,
    share: [0.4, 0.2, 0.3, 0.1][i] ?? NaN,
    sales: 1000,
    salesShare: 0.25,
    meanScore: type === "defector" ? null : 4,
    meanStretches: 5,
  })),
  cells: [
    { score: 5, stretches: 9, customers: 40, type: "apostle" },
    { score: 2, stretches: 7, customers: 30, type: "hostage" },
  ],
  switching: null,
  switchingKinds: ["tenure"],
  missing: { young: 3, earlier: 2, unlinked: 1, unanswered: 0 },
};

describe("the view of the four types", () => {
  it("says who is there for another reason, and claims a relation only where it is shown", () => {
    expect(plainText(findings(result, hans))).toBe(
      "100家客户里，30%常来却不满意（囚禁者），20%满意却不常来（图利者）。又满意又常来的（传道者）占40%，带来25%的销售额。满意的客户有67%常来，不满意的75%：看不出满意的更忠诚（p=0.37）。",
    );
    const told = (pValue: number | null, loyalOfSatisfied: number): string =>
      plainText(
        findings({ ...result, headline: { ...result.headline, pValue, loyalOfSatisfied } }, hans),
      );
    expect(told(0.0001, 0.9)).toContain("满意的更忠诚（p<0.001）");
    expect(told(0.01, 0.2)).toContain("反而有75%");
    expect(told(null, 0.9)).not.toContain("更忠诚");
    expect(plainText(findings(result, english))).toContain("is not shown (p=0.37)");
  });

  it("states the cuts, and draws them between the steps", () => {
    expect(cutText(result, hans)).toContain("4分起算满意，12段里有6段");
    const view = mapView(result, hans);
    expect(view.cut).toEqual({ score: 3.5, stretches: 5.5 });
    expect(view.points.map(({ cell }) => cell)).toEqual(["loyal-at:5-9", "loyal-at:2-7"]);
    expect(mapTwin(result, hans).rows[1]).toEqual([2, 7, 30, "囚禁者"]);
  });

  it("has a line for each type with what to do, and a dash for what is not known", () => {
    const rows = typeRows(result, hans);
    expect(rows.map(({ cell }) => cell)).toEqual(LOYALTY_TYPES.map((type) => `loyal-type:${type}`));
    expect(rows[2]).toMatchObject({ name: "囚禁者", customers: "30 (30%)" });
    expect(rows[3]!.score).toBe(hans.format.dash);
    expect(howLines(result, hans).at(-1)).toContain("没有计入的客户3家");
  });

  it("says whether the cost of leaving explains the hostages, and only where it is shown", () => {
    const figures = result.types[2]!;
    const switching: HostageSplit = {
      kind: "contract",
      from: 1,
      tied: { ...figures, customers: 18, share: 0.18 },
      free: { ...figures, customers: 12, share: 0.12 },
      unknown: 0,
      ofHostages: 0.6,
      ofApostles: 0.2,
      pValue: 0.002,
    };
    const told = (changed: Partial<HostageSplit>, words: Words = hans): string =>
      plainText(findings({ ...result, switching: { ...switching, ...changed } }, words));
    expect(told({})).toContain(
      "囚禁者里60%合同还没到期，要走有代价。比传道者（20%）多（p=0.002）：不满意还留着，至少一部分是合同留住的。",
    );
    expect(told({ pValue: 0.3 })).toContain("看不出差别（p=0.3）");
    expect(told({ ofHostages: 0.1 })).toContain("还少（p=0.002）");
    expect(told({ ofApostles: null, pValue: null })).not.toContain("传道者（");
    expect(told({ ofHostages: null })).not.toContain("代价");
    expect(told({ kind: "tenure", from: 16 }, english)).toContain("for 16 months or more");
    const rows = typeRows({ ...result, switching }, hans);
    expect(rows.map(({ cell }) => cell).slice(2, 5)).toEqual([
      "loyal-type:hostage",
      "loyal-hostage:tied",
      "loyal-hostage:free",
    ]);
    expect(rows.map(({ name }) => name).slice(3, 5)).toEqual([
      "其中：合同还没到期",
      "其中：没有合同在身",
    ]);
    const how = howLines({ ...result, switching: { ...switching, unknown: 4 } }, hans).join();
    expect(how).toContain("没取消");
    expect(how).toContain("囚禁者4家");
    expect(how).not.toContain("只是推断");
  });
});
