import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import type { MouthCurve, MouthStep, WordOfMouthResult } from "./spec";
import {
  absences,
  curvePoints,
  curveSub,
  curveTwin,
  findings,
  howLines,
  shadedZone,
  testRows,
  type Words,
} from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans") };
const english: Words = { t: en, format: createFormat("en") };

const step = (score: number, customers: number, events: number): MouthStep => ({
  score,
  customers,
  events,
  ratio: customers === 0 ? null : events / customers,
  low: 0.1,
  high: 0.9,
  straight: score / 10,
  bent: null,
});
const curve: MouthCurve = {
  outcome: "recommend",
  n: 1200,
  events: 300,
  steps: [step(0, 0, 0), step(1, 200, 10), step(5, 1000, 290)],
  verdict: "zone",
  trendP: 0.0001,
  knots: [
    { at: 2, low: 1.5, high: 3 },
    { at: 4, low: 4, high: 4 },
  ],
  deltaAic: 12.34,
  sameKnots: 0.62,
  slopes: [0.7, 0.1, 0.9],
};
const thin: MouthCurve = {
  ...curve,
  outcome: "complain",
  n: 30,
  events: 2,
  verdict: "thin",
  knots: null,
  deltaAic: null,
  sameKnots: null,
  slopes: null,
};
const result: WordOfMouthResult = {
  kind: "answered",
  headline: { zoneLow: 2, zoneHigh: 4, deltaAic: 12.34, n: 1200, events: 300, sameKnots: 0.62 },
  question: { id: "csat:1:5:总体", name: "总体" },
  questions: [{ id: "csat:1:5:总体", name: "总体" }],
  fromDay: 20000,
  toDay: 20100,
  curves: [curve, thin],
  customers: 1200,
  absent: {},
  missing: { unlinked: 1, unanswered: 2, young: 3, before: 4 },
};

describe("the view of word of mouth", () => {
  it("says the zone of tolerance, and what is too thin to say", () => {
    expect(plainText(findings(result, 180, hans))).toBe(
      "1,200家客户里，300家愿意推荐（9分或10分）。2分到4分是容忍区间：其间高一分低一分差别不大，出了区间，每一分都要紧。30家客户里，2家在答卷后180天内投诉。客户或分数太少，还说不出有没有容忍区间。",
    );
    expect(plainText(findings(result, 180, english))).toContain(
      "Scores of 2 to 4 are a zone of tolerance",
    );
    expect([shadedZone(curve), shadedZone(thin)]).toEqual([[2, 4], null]);
  });

  it("says that the data do not show it, from the lowest score that was given to the highest", () => {
    const said = (verdict: MouthCurve["verdict"]): string =>
      plainText(findings({ ...result, curves: [{ ...curve, verdict }] }, 180, hans));
    expect(said("none")).toContain("没有显示容忍区间：从1分的10%到5分的50%");
    const flat = { ...curve, verdict: "none", trendP: 0.4 } as const;
    expect(plainText(findings({ ...result, curves: [flat] }, 180, hans))).toContain(
      "与是否推荐，看不出关系",
    );
    expect(said("bend")).toContain("在2分和4分转折，但中间并不平缓");
    expect(shadedZone({ ...curve, verdict: "bend" })).toBeNull();
  });

  it("says which outcome cannot be seen, and why", () => {
    expect(
      absences({ ...result, absent: { recommend: "no-pairs", complain: "no-days" } }, hans),
    ).toEqual([zhHans.absent.recommend["no-pairs"], zhHans.absent.complain["no-days"]]);
    expect(absences(result, hans)).toEqual([]);
  });

  it("answers each question for each outcome, or leaves a dash", () => {
    const rows = testRows(result, hans);
    expect(rows[0]!.answers).toEqual({ recommend: "是，AIC低12.3", complain: "数据太少" });
    expect(rows[1]!.answers).toEqual({ recommend: "2分（1.5–3）", complain: "–" });
    expect(rows[4]!.answers.recommend).toBe("2.01倍");
    const first = (more: Partial<MouthCurve>) =>
      testRows({ ...result, curves: [{ ...curve, ...more }] }, hans)[4]!.answers.recommend;
    expect(first({ slopes: [9, 0, 0] })).toBe("100倍以上");
    expect(first({ slopes: [-9, 0, 0] })).toBe("0.01倍以下");
    expect(first({ verdict: "none" })).toBe("–");
    const answer = (deltaAic: number) =>
      testRows({ ...result, curves: [{ ...curve, deltaAic }] }, english)[0]!.answers.recommend;
    expect(answer(1.5)).toContain("Not shown");
    expect(answer(-3)).toContain("higher by 3");
  });

  it("keeps a score nobody gave in the table, and names the days", () => {
    expect(curvePoints(curve, hans).map(({ cell, ratio }) => [cell, ratio])).toEqual([
      ["mouth-recommend:0", null],
      ["mouth-recommend:1", 0.05],
      ["mouth-recommend:5", 0.29],
    ]);
    expect(curveSub(result, { ...curve, verdict: "none" }, hans)).toContain("的一条直线。");
    expect(curveTwin(curve, hans).rows[0]).toEqual([0, 0, 0, null, null, null, 0, null]);
    expect(curveSub(result, curve, hans)).toContain("“总体”，1,200家客户");
    expect(howLines(result, 180, hans).at(-1)).toContain("早于第一件投诉的4份");
  });
});
