import { describe, expect, it } from "vitest";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import type { LoyaltyResult } from "./spec";
import {
  curvePoints,
  curveTwin,
  findings,
  howLines,
  liftRows,
  liftText,
  testRows,
  type Words,
} from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
const english: Words = { t: en, format: createFormat("en"), currency: null };

const result: LoyaltyResult = {
  kind: "answered",
  headline: {
    p4: 0.6,
    p5: 0.95,
    ratio54: 0.95 / 0.6,
    pValue: 0.0002,
    n: 200,
    ratioLow: 1.3,
    ratioHigh: 1.9,
    trendP: 0.004,
    slope: 0.5,
    elasticity: 0.7,
  },
  question: { id: "csat:1:5:总体", name: "总体" },
  questions: [{ id: "csat:1:5:总体", name: "总体" }],
  scaleMin: 4,
  scaleMax: 5,
  fromDay: 20000,
  toDay: 20100,
  steps: [
    {
      score: 4,
      customers: 0,
      repeaters: 0,
      ratio: null,
      low: 0,
      high: 1,
      isotonic: null,
      logistic: 0.6,
    },
    {
      score: 5,
      customers: 100,
      repeaters: 95,
      ratio: 0.95,
      low: 0.89,
      high: 0.98,
      isotonic: 0.95,
      logistic: 0.9,
    },
  ],
  verdict: "special",
  relation: "up",
  repeatRatio: 0.775,
  lifts: [
    {
      from: 3,
      to: 4,
      there: 40,
      customers: 10,
      extra: 0.5,
      extraLow: -1,
      extraHigh: 2,
      sales: 50,
      cost: 100,
      gain: -50,
    },
    {
      from: 4,
      to: 5,
      there: 8,
      customers: 8,
      extra: 2.8,
      extraLow: 1.9,
      extraHigh: 3.6,
      sales: 280,
      cost: 80,
      gain: 200,
    },
  ],
  missing: { young: 3, earlier: 2, unlinked: 1, unanswered: 0 },
};

describe("the view of the loyalty curve", () => {
  it("says what stands apart, with the ratio", () => {
    expect(plainText(findings(result, hans))).toBe(
      "打5分的客户有95%再次购买，打4分的只有60%，前者是后者的1.58倍：满分与众不同，高出其他分数的走势。总的来说，分数越高，越常再买。",
    );
    expect(plainText(findings(result, english))).toContain("(a ratio of 1.58)");
  });

  it("says that the data do not show it, fall short of it, or are too few", () => {
    const said = (verdict: LoyaltyResult["verdict"]): string =>
      plainText(findings({ ...result, verdict, relation: "none" }, hans));
    expect(said("none")).toContain("没有显示满分与众不同");
    expect(said("none")).toContain("看不出关系");
    expect(said("below")).toContain("反而不如");
    expect(said("thin")).toContain("还说不出");
  });

  it("draws a step nobody gave only in its table", () => {
    expect(curvePoints(result, hans).map(({ ratio, isTop }) => [ratio, isTop])).toEqual([
      [null, false],
      [0.95, true],
    ]);
    expect(curveTwin(result, hans).rows).toEqual([
      [4, 0, 0, null, null, null, null, 0.6],
      [5, 100, 95, 0.95, 0.89, 0.98, 0.95, 0.9],
    ]);
  });

  it("answers each test with its p-value, or says that the data are too few", () => {
    expect(testRows(result, hans).map(({ answer }) => answer)).toEqual([
      "有（p=0.004）",
      "有（p<0.001）",
      "1.58（1.3–1.9）",
      "0.7%",
    ]);
    const thin = { ...result, headline: { ...result.headline, pValue: null, ratio54: null } };
    expect(testRows(thin, english)[1]!.answer).toBe("too few data");
  });

  it("names the step that pays more, and does not when neither is shown", () => {
    expect(liftText(result, hans)).toBe("每100家客户从4分→5分，多回来约35家；3分→4分，约5家。");
    const unsure = { ...result, lifts: result.lifts.map((lift) => ({ ...lift, extraLow: -1 })) };
    expect(liftText(unsure, hans)).toContain("看不出");
    expect(liftText({ ...result, lifts: [] }, hans)).toBeNull();
    expect(liftRows(result, hans)[0]).toMatchObject({
      cell: "loyalty:3",
      customers: "10（共40）",
      interval: "−1～2",
    });
  });

  it("counts what was left out", () => {
    expect(howLines(result, hans).at(-1)).toContain("还没满期的答卷3份");
  });
});
