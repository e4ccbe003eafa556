import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import type { HistoryResult } from "./spec";
import {
  cutText,
  findings,
  howLines,
  mapTwin,
  mapView,
  standingRows,
  testRows,
  testSub,
  type Words,
} from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans") };
const english: Words = { t: en, format: createFormat("en") };
const params = {
  window: "all",
  question: "",
  newWeight: 0.3,
  satisfiedFrom: 0,
  followDays: 180,
} as const;

const result: HistoryResult = {
  kind: "answered",
  headline: {
    cumulative: 3.72,
    transaction: 3.51,
    difference: -0.21,
    differenceLow: -0.3,
    differenceHigh: -0.12,
    differenceP: 0.0002,
    n: 1400,
    slipped: 60,
    recovering: 45,
    historyP: 0.2,
    lastP: 0.0004,
    jointP: null,
  },
  question: { id: "csat:1:5:总体", name: "总体" },
  questions: [{ id: "csat:1:5:总体", name: "总体" }],
  scaleMin: 1,
  scaleMax: 5,
  satisfiedFrom: 4,
  isAutomatic: true,
  fromDay: 20000,
  toDay: 20100,
  usualDays: 182,
  standings: [
    { id: "steady", customers: 700, share: 0.5, last: 4.5, builtUp: 4.2 },
    { id: "slipped", customers: 0, share: 0, last: null, builtUp: null },
  ],
  cells: [{ score: 4, bin: 7, customers: 12, standing: "steady" }],
  binWidth: 0.5,
  verdict: "last",
  followed: 900,
  repeaters: 450,
  missing: { single: 1, undated: 2, unlinked: 3, unanswered: 4 },
};

describe("the view of the satisfaction history", () => {
  it("says the last time against all times, who moved, and which tells", () => {
    expect(plainText(findings(result, hans))).toBe(
      "1,400家客户不止答过一次：累计满意3.72分，最近一次3.51分，比累计的低（p<0.001）。60家一向满意、这次失望；45家一向不满、这次好转。要看客户还来不来，最近一次更说明问题，以前的累计没有另外的信息。",
    );
    expect(plainText(findings(result, english))).toContain("is lower (p<0.001). 60 were satisfied");
  });

  it("says that no difference can be shown, and that the data do not show a relation", () => {
    const headline = { ...result.headline, differenceP: 0.4 };
    const same = plainText(findings({ ...result, headline, verdict: "none" }, hans));
    expect(same).toContain("看不出差别");
    expect(same).toContain("您的数据没有显示满意与再来有关");
    const higher = { ...result.headline, difference: 0.2 };
    expect(plainText(findings({ ...result, headline: higher }, hans))).toContain("比累计的高");
  });

  it("draws each cell in the middle of its eighth of the scale, and says its edges", () => {
    const { points, cut } = mapView(result, hans);
    expect(cut).toBe(3.5);
    expect(points[0]).toMatchObject({ level: 4.75, cell: "built-at:4_7" });
    expect(points[0]!.title).toBe("最近4分 · 累计4.5～5分");
    expect(mapTwin(result, hans).rows).toEqual([[4, 4.5, 5, 12, "一直满意"]]);
    expect(cutText(result, hans)).toContain("相隔182天");
  });

  it("answers each test or says that the data are too few, and leaves a dash for nobody", () => {
    expect(testRows(result, hans).map(({ answer }) => answer)).toEqual([
      "看不出（p=0.2）",
      "是（p<0.001）",
      "数据太少",
    ]);
    expect(testSub(result, params, hans)).toBe("900家客户，答卷后180天内50%再次购买。");
    expect(standingRows(result, hans)[1]).toMatchObject({ customers: "0（0%）", last: "–" });
    expect(howLines(result, params, hans).at(-1)).toContain("只有一天答过的客户1家");
  });
});
