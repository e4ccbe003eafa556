import fc from "fast-check";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { importedSurvey, surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import { differenceOf, neededAnswers, scoreOf } from "./score";
import spec from "./spec";

interface NpsReference {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly nps: number;
  readonly se_n: number;
  readonly ci95_wald_n: readonly [number, number];
  readonly mean: number;
  readonly counts_0_to_10: readonly number[];
}
interface NpsFile {
  readonly all_airlines: NpsReference;
  readonly by_airline: Readonly<Record<string, NpsReference>>;
  readonly best_vs_second: Readonly<Record<"difference" | "p_two_sided", number>> &
    Readonly<Record<"a" | "b", string>>;
  readonly prep_air_vs_rest_difference: Readonly<Record<"difference" | "p_two_sided", number>>;
  readonly event: Readonly<Record<string, NpsReference>>;
}
const REFERENCE = JSON.parse(readFileSync("../shared/data/reference/nps.json", "utf8")) as NpsFile;

const SCOPE = scopeOf("2025-12-31");
const found = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

describe("nps on 59 airlines (numpy reference)", () => {
  let tables: Input;
  beforeAll(async () => {
    tables = await importedSurvey("nps_airlines.csv");
  });

  it("has the score, its interval, the mean and the counts of all", () => {
    const { headline, score, counts, isUndated } = found(tables);
    const expected = REFERENCE.all_airlines;
    expect(isUndated).toBe(true);
    expect(headline.n).toBe(expected.n);
    expect([headline.promoters, headline.passives, headline.detractors]).toEqual([
      expected.promoters,
      expected.passives,
      expected.detractors,
    ]);
    expectClose(headline.nps, expected.nps, { rel: 1e-12 });
    expectClose(score.standardError, expected.se_n, { rel: 1e-12 });
    expectClose(headline.low, expected.ci95_wald_n[0], { rel: 1e-9 });
    expectClose(headline.high, expected.ci95_wald_n[1], { rel: 1e-9 });
    expectClose(headline.mean, expected.mean, { rel: 1e-12 });
    expect([...counts]).toEqual(expected.counts_0_to_10);
  });

  it("has the score of every airline, and judges none with too few answers", () => {
    const { groups } = found(tables, { byAnswer: "attr:Airline", minAnswers: 30 });
    const airlines = Object.keys(REFERENCE.by_airline).length;
    expect(groups!.rows.length + groups!.hidden).toBe(airlines);
    for (const { label, score, isThin, rest } of groups!.rows) {
      const expected = REFERENCE.by_airline[label]!;
      expect(score.n, label).toBe(expected.n);
      if (expected.nps === 0) expect(score.nps).toBe(0);
      else expectClose(score.nps, expected.nps, { rel: 1e-12 });
      expectClose(score.standardError, expected.se_n, { rel: 1e-12 });
      expect(isThin).toBe(expected.n < 30);
      expect(rest === null).toBe(isThin);
      if (isThin) continue;
      expectClose(score.low, expected.ci95_wald_n[0], { rel: 1e-9 });
      expectClose(score.high, expected.ci95_wald_n[1], { rel: 1e-9 });
    }
  });

  it("tests an airline against the rest, and does not call it a finding among 150 others", () => {
    const { groups } = found(tables, { byAnswer: "attr:Airline" });
    const { rest } = groups!.rows.find(({ label }) => label === "Prep Air")!;
    expectClose(rest!.points, REFERENCE.prep_air_vs_rest_difference.difference, { rel: 1e-9 });
    expectClose(rest!.pValue, REFERENCE.prep_air_vs_rest_difference.p_two_sided, { rel: 1e-9 });
    expect(rest!.qValue).toBeGreaterThan(0.1);
  });

  it("compares two airlines as numpy does", () => {
    const { a, b, difference, p_two_sided } = REFERENCE.best_vs_second;
    const [one, other] = [a, b].map((name) => scoreOf(REFERENCE.by_airline[name]!));
    const found = differenceOf(one!, other!);
    expectClose(found.points, difference, { rel: 1e-9 });
    expectClose(found.pValue, p_two_sided, { rel: 1e-9 });
  });
});

describe("nps on a form of 39 answers (numpy reference)", () => {
  it("has each question on ten points, and says that none asks for a recommendation", async () => {
    const tables = await importedSurvey("nps_event_survey.csv");
    const { questions, question } = found(tables, { window: "all" });
    expect(question.kind).not.toBe("nps");
    for (const { id, name } of questions) {
      const expected = REFERENCE.event[name]!;
      const { headline, counts } = found(tables, { window: "all", question: id });
      expectClose(headline.nps, expected.nps, { rel: 1e-12 });
      expectClose(headline.low, expected.ci95_wald_n[0], { rel: 1e-9 });
      expect([...counts]).toEqual(expected.counts_0_to_10);
    }
    expect(questions.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(REFERENCE.event).toSorted(),
    );
  });
});

describe("scoreOf", () => {
  it("has the worked example of the method: p 0.5, d 0.2, n 200 is 30 ± 10.8; ± 5 needs 938", () => {
    const score = scoreOf({ promoters: 100, passives: 60, detractors: 40 });
    expect(score.nps).toBe(30);
    expectClose(score.high - 30, 1.959963984540054 * 100 * Math.sqrt(0.61 / 200), { rel: 1e-12 });
    expect(neededAnswers(score, 5)).toBe(938);
  });

  it("widens the interval of few answers: three quarters of one more in each part", () => {
    const { low, high, isAdjusted } = scoreOf({ promoters: 5, passives: 0, detractors: 0 });
    expect(isAdjusted).toBe(true);
    // p = 5.75 / 8, d = 0.75 / 8
    const [p, d] = [5.75 / 8, 0.75 / 8];
    const half = 1.959963984540054 * 100 * Math.sqrt((p + d - (p - d) ** 2) / 8);
    expectClose(low, 62.5 - half, { rel: 1e-12 });
    expect(high).toBe(Math.min(100, 62.5 + half));
  });

  it("lies within its interval and −100..100, and changes sign when the ends change places", () => {
    const count = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(count, count, count, (promoters, passives, detractors) => {
        fc.pre(promoters + passives + detractors > 0);
        const score = scoreOf({ promoters, passives, detractors });
        const turned = scoreOf({ promoters: detractors, passives, detractors: promoters });
        expect(score.low).toBeGreaterThanOrEqual(-100);
        expect(score.high).toBeLessThanOrEqual(100);
        expect(score.nps + turned.nps).toBeCloseTo(0, 9);
        if (!score.isAdjusted) {
          expect(score.low).toBeLessThanOrEqual(score.nps);
          expect(score.high).toBeGreaterThanOrEqual(score.nps);
        }
      }),
    );
  });
});

const KEYS = ["甲", "乙", "丙", "丁"];
const BASE = tablesOf([], KEYS);
const said = (on: string, score: number, more: Partial<TestAnswer> = {}): TestAnswer => ({
  question: "会推荐我们吗",
  kind: "nps",
  scale: [0, 10],
  on,
  score,
  ...more,
});
const many = (on: string, scores: readonly number[], n: number): TestAnswer[] =>
  Array.from({ length: n }, (_, i) =>
    said(on, scores[i % scores.length]!, { customer: KEYS[i % KEYS.length]! }),
  );
const withSurvey = (answers: readonly TestAnswer[], tables: Input = BASE): Input => ({
  ...tables,
  surveys: surveyTable(tables, answers),
});

describe("nps", () => {
  it("takes the recommend question with the most answers, unless another is asked for", () => {
    const tables = withSurvey([
      ...many("2025-06-01", [10, 9], 10),
      ...many("2025-06-01", [0, 3], 8).map((a) => ({ ...a, question: "别的推荐题" })),
      ...many("2025-06-01", [1], 50).map((a) => ({
        ...a,
        question: "打分",
        kind: "csat" as const,
      })),
    ]);
    expect(found(tables).headline.nps).toBe(100);
    const other = found(tables).questions.find(({ name }) => name === "别的推荐题")!;
    expect(found(tables, { question: other.id }).headline.nps).toBe(-100);
  });

  it("tests the change against the period before", () => {
    const moved = withSurvey([
      ...many("2024-06-01", [10, 3, 8, 6], 100),
      ...many("2025-06-01", [10, 9, 8, 6], 100),
    ]);
    const { headline, before } = found(moved);
    expect(before!.score.nps).toBe(-25);
    expect(headline.change).toBe(50);
    expect(headline.changeP).toBeLessThan(1e-4);
    const still = withSurvey([
      ...many("2024-06-01", [10, 3], 100),
      ...many("2025-06-01", [10, 3], 100),
    ]);
    expect(found(still).headline.change).toBe(0);
    expectClose(found(still).headline.changeP!, 1, { rel: 1e-12 });
    expect(found(still, { window: "all" }).headline.change).toBeNull();
    expect(found(still, { window: "all" }).headline.n).toBe(200);
  });

  it("draws the trend with limits and marks the quarter that lies outside", () => {
    const quarters = [
      "2024-02-01",
      "2024-05-01",
      "2024-08-01",
      "2024-11-01",
      "2025-02-01",
      "2025-05-01",
    ];
    const answers = quarters.flatMap((on, i) => many(on, i === 4 ? [2, 3] : [9, 8, 10, 5], 16));
    const { trend } = found(withSurvey(answers));
    expect(trend!.grain).toBe("quarter");
    const signals = trend!.periods.flatMap(({ key, signal }) =>
      signal === null ? [] : [[key, signal]],
    );
    expect(signals).toEqual([["2025-Q1", "below"]]);
    const months = ["2025-08-11", "2025-09-11", "2025-10-11", "2025-11-11", "2025-12-11"];
    const calm = months.flatMap((on) => many(on, [9, 8, 10, 5], 40));
    const steady = found(withSurvey(calm)).trend!;
    expect(steady.grain).toBe("month");
    expect(steady.periods.every(({ signal }) => signal === null)).toBe(true);
  });

  it("compares grades of customers by their sales", () => {
    const lines = Array.from({ length: 20 }, (_, i) => ({
      customer: `客户${i}`,
      on: "2025-03-01",
      amount: 2000 - 50 * i,
    }));
    const base = tablesOf(lines);
    const answers = lines.flatMap(({ customer }, i) =>
      [1, 2].map((n) => said(`2025-0${n}-11`, i < 10 ? 10 : 2, { customer })),
    );
    const { groups } = found(withSurvey(answers, base), { minAnswers: 5 });
    expect(groups!.source).toBe("grade");
    // 15 %, 35 % and 50 % of 20 customers
    expect(groups!.rows.map(({ label, score }) => [label, score.n, score.nps])).toEqual([
      ["a", 6, 100],
      ["b", 14, 100],
      ["c", 20, -100],
    ]);
    expect(groups!.rows[2]!.rest!.qValue).toBeLessThan(1e-6);
  });

  it("opens the customers behind a class, a score, a group and a month", () => {
    const answers = [
      said("2025-01-05", 10, { customer: "甲" }),
      said("2025-01-06", 9, { customer: "甲" }),
      said("2025-02-06", 2, { customer: "甲" }),
      said("2025-02-07", 7, { customer: "乙" }),
      said("2025-02-08", 6.5, { customer: "丙" }),
      said("2025-03-08", 6, {}),
    ];
    const region = textColumn(["东", "西", "东", undefined]);
    const base = {
      ...BASE,
      customers: {
        ...BASE.customers,
        columns: new Map([...BASE.customers.columns, ["region", region] as const]),
      },
    };
    const tables = withSurvey(answers, base);
    const { members, result } = answerOf(spec, compute, {
      tables,
      scope: SCOPE,
      params: { by: "region", minAnswers: 5 },
    });
    if (result.kind !== "answered") throw new Error(result.code);
    expect(result.customers).toBe(3);
    expect(result.missing.unlinked).toBe(1);
    expect([...members("nps:promoter")!]).toEqual([0]);
    // a half point above six is no seven
    expect([...members("nps:detractor")!]).toEqual([0, 2]);
    expect([...members("nps-score:7")!]).toEqual([1]);
    expect([...members("nps-period:2025-02")!]).toEqual([0, 1, 2]);
    expect(result.groups!.rows.map(({ label, customers }) => [label, customers])).toEqual([
      ["东", 2],
      ["西", 1],
    ]);
    expect([...members("nps-group:0")!]).toEqual([0, 2]);
    expect(result.groups!.ungrouped).toBe(1);
    for (const cell of ["nps:x", "nps-score:11", "nps-group:9", "nps-period:x", "nps:promoter:1"]) {
      expect(members(cell), cell).toBeNull();
    }
  });

  it("refuses without a question on ten points, and with fewer than five answers", () => {
    const none = withSurvey(
      many("2025-06-01", [3, 4], 30).map((a) => ({ ...a, scale: [1, 5] as const })),
    );
    expect(answerOf(spec, compute, { tables: none, scope: SCOPE }).result).toMatchObject({
      code: "no-scale-question",
    });
    const few = withSurvey(many("2025-06-01", [9], 4));
    expect(answerOf(spec, compute, { tables: few, scope: SCOPE }).result).toMatchObject({
      code: "too-few-answers",
    });
    expect(answerOf(spec, compute, { tables: BASE, scope: SCOPE }).result).toMatchObject({
      code: "no-scale-question",
    });
  });
});
