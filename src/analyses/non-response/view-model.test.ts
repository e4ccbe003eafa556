import { describe, expect, it } from "vitest";
import { resolveParams } from "../params";
import { createFormat } from "../../i18n/format";
import { plainText } from "../../i18n/rich";
import en from "./messages/en";
import zhHans from "./messages/zh-Hans";
import spec, { type NonResponseResult, type ResponseGroup } from "./spec";
import {
  cautions,
  findings,
  groupTwin,
  groupView,
  scoreView,
  traitRows,
  type Words,
} from "./view-model";

const hans: Words = { t: zhHans, format: createFormat("zh-Hans"), currency: "CNY" };
const english: Words = { t: en, format: createFormat("en"), currency: null };
const params = resolveParams(spec.params, {});

const group = (label: string | null, more: Partial<ResponseGroup>): ResponseGroup => ({
  label,
  asked: 100,
  answered: 60,
  ratio: 0.6,
  low: 0.5,
  high: 0.7,
  score: 4.2,
  side: "alike",
  rawShare: 0.5,
  weightedShare: 0.4,
  ...more,
});

const result: NonResponseResult = {
  kind: "answered",
  headline: {
    asked: 1200,
    answered: 480,
    raw: 31.4,
    weighted: 28.2,
    low: 22,
    high: 34,
    difference: 3.2,
    differenceLow: 1.1,
    differenceHigh: 5.3,
    differenceP: 0.004,
    effective: 410,
    trimmed: 3,
  },
  fromDay: 20000,
  toDay: 20100,
  measure: "nps",
  scale: [-100, 100],
  question: { id: "nps:0:10:推荐", name: "推荐" },
  questions: [{ id: "nps:0:10:推荐", name: "推荐" }],
  verdict: "kind",
  raw: { value: 31.4, low: 25, high: 37 },
  weighted: { value: 28.2, low: 22, high: 34 },
  response: { value: 0.4, low: 0.37, high: 0.43 },
  reason: 1,
  groupSource: "grade",
  groups: [
    group("a", {}),
    group("c", { side: "less", ratio: 0.2, score: 10, answered: 20 }),
    group(null, { answered: 0, score: null, rawShare: 0 }),
  ],
  hidden: 0,
  traits: [
    {
      id: "sales",
      asked: 5000,
      answered: 8000,
      silent: 2000,
      odds: { value: 1.8, low: 1.2, high: 2.6 },
      pValue: 0.0004,
    },
    { id: "recency", asked: 30, answered: null, silent: 60, odds: null, pValue: null },
  ],
  balance: { raw: 0.4, weighted: 0.03 },
  largestWeight: 6.1,
  missing: { earlier: 0, outside: 0, unlinked: 0, undated: 0 },
};

describe("the view of the silent customers", () => {
  it("says who is silent, that the raw score is too kind, and why", () => {
    expect(plainText(findings(result, hans))).toBe(
      "1,200家客户里，480家作答（40%），720家沉默。原始的净推荐值（NPS）31.4偏乐观：把沉默的客户补回来，是28.2，高估了3.2分。主要因为C类客户作答少（20%，全部40%），而其中作答的打分偏低（10）。",
    );
    expect(plainText(findings(result, english))).toContain(
      "3.2 points lower. Mainly because C customers",
    );
  });

  it("says that no difference can be shown", () => {
    const none = { ...result, verdict: "none", reason: null } as const;
    expect(plainText(findings(none, hans))).toContain("原始的是31.4：看不出差别（p=0.004）。");
  });

  it("owns up to trimmed weights and to what is left unbalanced", () => {
    expect(cautions(result, params, hans)).toEqual([
      "有3份答卷的权重超过平均的4倍，已截到4倍；这部分差别没有全部补回来。",
    ]);
    const rest = { ...result, balance: { raw: 0.5, weighted: 0.2 } };
    expect(cautions(rest, params, hans)[1]).toContain("0.2个标准差");
  });

  it("draws each group against all, and names grades", () => {
    const { lines, reference } = groupView(result, hans);
    expect(lines.map(({ name, tone, isPale }) => [name, tone, isPale])).toEqual([
      ["A类客户", "plain", true],
      ["C类客户", "bad", false],
      ["没有分组", "plain", true],
    ]);
    expect(reference?.value).toBe(0.4);
    expect(groupTwin(result, hans).rows[2]).toEqual([
      "没有分组",
      100,
      0,
      0.6,
      0.5,
      0.7,
      null,
      null,
    ]);
    expect(scoreView(result, hans).lines.map(({ label }) => label)).toEqual(["31.4", "28.2"]);
  });

  it("leaves a dash for what is not known", () => {
    expect(traitRows(result, hans)).toEqual([
      {
        what: "销售额",
        answered: "¥8,000",
        silent: "¥2,000",
        odds: "1.8倍（1.2–2.6）",
        pValue: "p<0.001",
      },
      { what: "距上次购买", answered: "–", silent: "60天", odds: "–", pValue: "–" },
    ]);
  });
});
