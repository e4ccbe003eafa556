import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { importedSurvey, surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type CsatResult } from "./spec";

interface CsatReference {
  readonly n: number;
  readonly top_box: number;
  readonly csat_pct: number;
  readonly wilson95: readonly [number, number];
  readonly mean: number;
  readonly mean_ci95_t: readonly [number, number];
  readonly index_0_100: number;
}

const reference = (file: string, key: string): CsatReference =>
  (
    JSON.parse(readFileSync(`../shared/data/reference/${file}.json`, "utf8")) as Record<
      string,
      CsatReference
    >
  )[key]!;

const SCOPE = scopeOf("2025-12-31");
const BASE = tablesOf([], ["甲", "乙", "丙", "丁"]);
const found = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

/** The reference counts answers of 8 and more on a scale to 10. */
function expectReference(tables: Input, expected: CsatReference, params = {}): void {
  const result = found(tables, params);
  const from8 = result.steps.find(({ score }) => score === 8)!.atLeast;
  expect(result.headline.n).toBe(expected.n);
  expect(from8.count).toBe(expected.top_box);
  expectClose(from8.ratio, expected.csat_pct / 100, { rel: 1e-12 });
  expectClose(from8.low, expected.wilson95[0], { rel: 1e-9 });
  expectClose(from8.high, expected.wilson95[1], { rel: 1e-9 });
  expectClose(result.headline.mean, expected.mean, { rel: 1e-12 });
  expectClose(result.headline.meanLow!, expected.mean_ci95_t[0], { rel: 1e-9 });
  expectClose(result.headline.meanHigh!, expected.mean_ci95_t[1], { rel: 1e-9 });
  expectClose(result.headline.index, expected.index_0_100, { rel: 1e-10 });
}

describe("csat on real surveys (statsmodels and SciPy)", () => {
  it("has the shares, the mean and both intervals of the yellow pages survey", async () => {
    const tables = await importedSurvey("customer_sat_yellow_pages.csv");
    expectReference(tables, reference("drivers_yellow_pages", "csat_q1"));
  });

  it("takes the overall question of the ECSI survey by itself", async () => {
    const tables = await importedSurvey("mobi_ecsi.csv");
    expectReference(tables, reference("csi_mobi", "csat_CUSA1"));
    expect(found(tables).question).toMatchObject({ name: "CUSA1", kind: "csat" });
    expect(found(tables).dimensions).toHaveLength(21);
  });

  it("rates tenths of a point as the supermarket gives them", () => {
    const lines = readFileSync("../shared/data/supermarket/supermarket_Sales.csv", "utf8")
      .trim()
      .split(/\r?\n/);
    const answers = lines.slice(1).map((line): TestAnswer => ({
      question: "rating",
      kind: "csat",
      scale: [4, 10],
      score: Number(line.split(",").at(-1)),
    }));
    const tables = { ...BASE, surveys: surveyTable(BASE, answers) };
    expectReference(tables, reference("supermarket", "rating"));
  });

  it("has the supermarket's mean rating of each branch (pandas)", () => {
    const [header = "", ...lines] = readFileSync(
      "../shared/data/supermarket/supermarket_Sales.csv",
      "utf8",
    )
      .trim()
      .split(/\r?\n/);
    const branch = header.split(",").indexOf("Branch");
    const answers = lines.map((line): TestAnswer => {
      const cells = line.split(",");
      return {
        question: "rating",
        kind: "csat",
        scale: [4, 10],
        score: Number(cells.at(-1)),
        touchpoint: `branch ${cells[branch]!}`,
      };
    });
    const { touchpoints, weakest } = found({ ...BASE, surveys: surveyTable(BASE, answers) });
    const { by_branch: branches } = JSON.parse(
      readFileSync("../shared/data/reference/supermarket.json", "utf8"),
    ) as {
      readonly by_branch: Readonly<
        Record<string, { readonly n: number; readonly rating_mean: number }>
      >;
    };
    expect(touchpoints).toHaveLength(3);
    for (const { label, rating } of touchpoints) {
      const { n, rating_mean: mean } = branches[label.replace("branch ", "")]!;
      expect(rating.n, label).toBe(n);
      expectClose(rating.mean, mean, { rel: 1e-12 });
    }
    // the analysis of variance finds no difference between them (p = 0.126), and none is called the weakest
    expect(weakest).toBeNull();
  });
});

const csatAnswer = (score: number | undefined, more: Partial<TestAnswer> = {}): TestAnswer => ({
  question: "overall",
  kind: "csat",
  on: "2025-06-01",
  ...(score === undefined ? {} : { score }),
  ...more,
});
const withSurvey = (answers: readonly TestAnswer[]): Input => ({
  ...BASE,
  surveys: surveyTable(BASE, answers),
});

describe("csat", () => {
  it("keeps the highest step and the two highest apart", () => {
    const scores = [5, 5, 5, 4, 4, 3, 2, 1];
    const { headline, rating, steps } = found(withSurvey(scores.map((s) => csatAnswer(s))));
    expect([headline.topBox, headline.top2Box]).toEqual([3 / 8, 5 / 8]);
    expect(rating.belowMiddle.count).toBe(2);
    expect(steps.map(({ share }) => share.count)).toEqual([1, 1, 1, 2, 3]);
    expect(steps.map(({ atLeast }) => atLeast.count)).toEqual([8, 7, 6, 5, 3]);
  });

  it("turns effort over, so that more is easier, and tells touchpoints and parts apart", () => {
    const answers = [
      ...[5, 5, 4, 4, 3].map((s) => csatAnswer(s, { touchpoint: "install", customer: "甲" })),
      ...[1, 2, 2, 1, 1].map((s) => csatAnswer(s, { touchpoint: "repair", customer: "乙" })),
      ...[7, 7, 6, 7, 5].map((s) =>
        csatAnswer(s, { question: "effort", kind: "ces", scale: [1, 7], isReversed: true }),
      ),
      ...[2, 1, 2, 4, 4].map((s) =>
        csatAnswer(s, { question: "price", kind: "dimension", customer: "丙" }),
      ),
    ];
    const tables = withSurvey(answers);
    const result = found(tables, { minAnswers: 5 });
    expect(result.touchpoints.map(({ label, rating }) => [label, rating.n])).toEqual([
      ["install", 5],
      ["repair", 5],
    ]);
    expect(result.isJourney).toBe(true);
    // 4 of 5 against 0 of 5
    expect(result.touchpoints[result.weakest!]!.label).toBe("repair");
    // (7 + 7 + 6 + 7 + 5) / 5 = 6.4 of 7 is an ease of 1.6
    expectClose(result.efforts[0]!.rating.mean, 1.6, { rel: 1e-12 });
    expectClose(result.headline.ces!, 10, { rel: 1e-12 });
    expect(result.dimensions[0]).toMatchObject({ label: "price", lowCustomers: 1, isThin: false });
    const { members } = answerOf(spec, compute, {
      tables,
      scope: SCOPE,
      params: { minAnswers: 5 },
    });
    expect([...members("csat-touchpoint:0")!]).toEqual([]);
    expect([...members("csat-touchpoint:1")!]).toEqual([1]);
    expect([...members("csat-dimension:0")!]).toEqual([2]);
    expect([...members("csat-low")!]).toEqual([1]);
    expect([...members("csat-score:5")!]).toEqual([0]);
    expect(members("csat-score:2.5")).toBeNull();
  });

  it("puts touchpoints along the way of the customer, and calls one the weakest only when it is apart from each", () => {
    const at = (touchpoint: string, good: number): TestAnswer[] =>
      Array.from({ length: 100 }, (_, i) => csatAnswer(i < good ? 5 : 2, { touchpoint }));
    const namesOf = ({ touchpoints }: CsatResult) => touchpoints.map(({ label }) => label);
    const apart = found(
      withSurvey([...at("退换货", 20), ...at("送货", 78), ...at("别的", 50), ...at("下单", 72)]),
    );
    expect(namesOf(apart)).toEqual(["下单", "送货", "退换货", "别的"]);
    expect(apart.weakest).toBe(2);
    const close = found(withSurvey([...at("退换货", 45), ...at("送货", 78), ...at("别的", 50)]));
    expect(close.weakest).toBeNull();
    const unknown = found(withSurvey([...at("甲处", 45), ...at("乙处", 20)]));
    expect([namesOf(unknown), unknown.isJourney, unknown.weakest]).toEqual([
      ["乙处", "甲处"],
      false,
      0,
    ]);
    expect(found(withSurvey(at("送货", 45))).weakest).toBeNull();
  });

  it("tests the change against the days before, and does not call noise a change", () => {
    const year = (on: string, scores: readonly number[]): TestAnswer[] =>
      Array.from({ length: 200 }, (_, i) => csatAnswer(scores[i % scores.length], { on }));
    const same = found(
      withSurvey([...year("2024-06-01", [5, 4, 3, 2]), ...year("2025-06-01", [5, 4, 3, 2])]),
    );
    expect(same.headline.topBoxChange).toBe(0);
    expectClose(same.headline.topBoxChangeP!, 1, { rel: 1e-12 });
    const better = found(
      withSurvey([...year("2024-06-01", [4, 4, 3, 2]), ...year("2025-06-01", [5, 4, 3, 2])]),
    );
    expect(better.headline.topBoxChange).toBe(0.25);
    expect(better.headline.topBoxChangeP).toBeLessThan(1e-6);
    // 4s became 5s: the two highest together did not move
    expect(better.headline.top2BoxChange).toBe(0);
    expect(found(withSurvey(year("2025-06-01", [5, 4]))).before).toBeNull();
  });

  it("keeps a p′ chart of the top box or the two highest by month, of all history", () => {
    const shares = [12, 10, 14, 11, 13, 12, 9, 12, 10, 13, 12, 2];
    const answers = shares.flatMap((top, month) =>
      Array.from({ length: 30 }, (_, i) =>
        csatAnswer(i < top ? 5 : 4, {
          on: `2025-${String(month + 1).padStart(2, "0")}-10`,
          customer: month === 11 ? "乙" : "甲",
        }),
      ),
    );
    const tables = withSurvey(answers);
    const { trend, isQuiet } = found(tables);
    const p = shares.reduce((sum, top) => sum + top, 0) / 360;
    const error = Math.sqrt((p * (1 - p)) / 30);
    // brute force: mean moving range of the standardised shares of the eleven whole months and the last one, ÷ 1.128
    const z = shares.map((top) => (top / 30 - p) / error);
    const moving = z.slice(1).reduce((sum, one, i) => sum + Math.abs(one - z[i]!), 0) / 11;
    expectClose(trend!.factor, Math.max(1, moving / 1.128), { rel: 1e-12 });
    expectClose(trend!.centre, p, { rel: 1e-12 });
    const last = trend!.periods.at(-1)!;
    expectClose(last.limitLow!, p - 3 * trend!.factor * error, { rel: 1e-12 });
    expect(trend!.periods.map(({ signal }) => signal)).toEqual([
      ...shares.slice(1).map(() => null),
      "below",
    ]);
    expect(isQuiet).toBe(false);
    const { members } = answerOf(spec, compute, { tables, scope: SCOPE });
    expect([...members("csat-period:2025-12")!]).toEqual([1]);
    expect(members("csat-period:x")).toBeNull();
    // every answer is one of the two highest
    const both = found(tables, { box: "top2" });
    expect([both.trend!.centre, both.trend!.periods.at(-1)!.signal]).toEqual([1, null]);
    expect(found(withSurvey(answers.map(({ on: _, ...rest }) => rest))).trend).toBeNull();
  });

  it("counts what was not answered and what lies off the scale", () => {
    const answers = [5, 4, 3, undefined, 99, 2, 5].map((s) => csatAnswer(s));
    const { missing, headline } = found(withSurvey(answers));
    expect(headline.n).toBe(5);
    expect(missing).toEqual({ unanswered: 2, undated: 0, unlinked: 5, offScale: 1 });
  });

  it("refuses a survey that rates nothing, and too few answers", () => {
    const none = withSurvey([csatAnswer(5, { kind: "importance" })]);
    const refusal = answerOf(spec, compute, { tables: none, scope: SCOPE }).result;
    expect(refusal).toMatchObject({ kind: "insufficient", code: "no-rating-question" });
    const few = withSurvey([5, 4, 3, 2].map((s) => csatAnswer(s)));
    expect(answerOf(spec, compute, { tables: few, scope: SCOPE }).result).toMatchObject({
      code: "too-few-answers",
      have: 4,
    });
  });

  it("has shares within their intervals, top within top-2, whatever the answers", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 5, maxLength: 60 }),
        (scores) => {
          const answers = scores.map((score) => csatAnswer(score, { scale: [1, 7] }));
          const { rating, steps, headline } = found(withSurvey(answers));
          expect(headline.topBox).toBeLessThanOrEqual(headline.top2Box);
          for (const { ratio, low, high } of [rating.topBox, rating.top2Box, rating.belowMiddle]) {
            expect(low).toBeLessThanOrEqual(ratio);
            expect(high).toBeGreaterThanOrEqual(ratio);
          }
          expect(steps.reduce((sum, { share }) => sum + share.count, 0)).toBe(scores.length);
          expect(headline.index).toBeGreaterThanOrEqual(0);
          expect(headline.index).toBeLessThanOrEqual(100);
        },
      ),
    );
  });
});
