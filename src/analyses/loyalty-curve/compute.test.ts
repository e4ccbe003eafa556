import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import type { Input } from "../define";
import compute from "./compute";
import { logisticFit, logisticShare, risingShares, topTest, trendTest, type Group } from "./curve";
import spec from "./spec";

const group = (score: number, n: number, repeats: number): Group => ({ score, n, repeats });

describe("risingShares", () => {
  it("pools neighbours that fall, as the worked example", () => {
    const shares = risingShares([
      group(1, 10, 2),
      group(2, 10, 6),
      group(3, 10, 4),
      group(4, 10, 9),
    ]);
    expect(shares).toEqual([0.2, 0.5, 0.5, 0.9]);
  });

  it("rises, keeps the total, and leaves what rises already alone", () => {
    const groups = fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.nat(40)), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(groups, (pairs) => {
        const made = pairs.map(([n, r], i) => group(i, n, Math.min(n, r)));
        const shares = risingShares(made);
        let [total, wanted] = [0, 0];
        made.forEach(({ n, repeats }, i) => {
          if (i > 0) expect(shares[i]!).toBeGreaterThanOrEqual(shares[i - 1]! - 1e-12);
          total += shares[i]! * n;
          wanted += repeats;
        });
        expect(total).toBeCloseTo(wanted, 8);
      }),
    );
  });
});

describe("logisticFit", () => {
  it("is the line through two scores exactly", () => {
    const fit = logisticFit([group(1, 40, 10), group(2, 40, 30)]);
    expectClose(fit.slope, Math.log(9), { rel: 1e-9 });
    expectClose(logisticShare(fit, 1), 0.25, { rel: 1e-9 });
  });

  it("has scores without a rest: the likelihood equations hold", () => {
    const groups = [group(1, 30, 8), group(2, 50, 20), group(3, 80, 41), group(4, 60, 44)];
    const fit = logisticFit(groups);
    const rest = (weight: (score: number) => number): number =>
      groups.reduce(
        (sum, { score, n, repeats }) =>
          sum + weight(score) * (repeats - n * logisticShare(fit, score)),
        0,
      );
    expect(Math.abs(rest(() => 1))).toBeLessThan(1e-9);
    expect(Math.abs(rest((score) => score))).toBeLessThan(1e-9);
    const { intercept, slope } = fit;
    for (const [a, b] of [
      [0.01, 0],
      [-0.01, 0],
      [0, 0.01],
      [0, -0.01],
    ] as const) {
      const line = { intercept: intercept + a, slope: slope + b, logLikelihood: 0 };
      const other = groups.reduce((sum, { score, n, repeats }) => {
        const p = logisticShare(line, score);
        return sum + repeats * Math.log(p) + (n - repeats) * Math.log(1 - p);
      }, 0);
      expect(other).toBeLessThan(fit.logLikelihood);
    }
  });
});

describe("topTest and trendTest", () => {
  it("find nothing in groups on one line, and a jump where there is one", () => {
    const odds = (score: number): number => 1 / (1 + Math.exp(2 - 0.6 * score));
    const straight = [1, 2, 3, 4, 5].map((s) => group(s, 10_000, Math.round(10_000 * odds(s))));
    expect(topTest(straight).pValue).toBeGreaterThan(0.5);
    expect(trendTest(straight).pValue).toBeLessThan(1e-10);
    const jumped = [...straight.slice(0, 4), group(5, 10_000, 9800)];
    expect(topTest(jumped).pValue).toBeLessThan(1e-10);
    const flat = [1, 2, 3].map((s) => group(s, 100, 50));
    expectClose(trendTest(flat).pValue, 1, { rel: 1e-9 });
  });

  it("is not troubled by a top at which everybody came back", () => {
    const { pValue } = topTest([group(1, 20, 6), group(2, 20, 8), group(3, 30, 30)]);
    expect(pValue).toBeLessThan(0.002);
  });
});

/** Customers 0.., each with an answer in January and, when it comes back, a sale in March. */
function survey(share: (score: number) => number, n: number, seed: number): Input {
  const rng = seededRng(seed);
  const lines: Line[] = [];
  const answers: TestAnswer[] = [];
  for (let i = 0; i < n; i++) {
    const customer = `客户${i}`;
    const score = 1 + rng.below(5);
    lines.push({ customer, on: "2024-12-01", amount: 10 });
    answers.push({ customer, on: "2025-01-10", question: "总体", kind: "csat", score });
    if (rng.next() < share(score)) lines.push({ customer, on: "2025-03-10", amount: 100 });
  }
  lines.push({ customer: "最后", on: "2025-12-30", amount: 1 });
  const tables = tablesOf(lines);
  return { ...tables, surveys: surveyTable(tables, answers) };
}
const SCOPE = scopeOf("2025-12-31");
const found = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

describe("loyalty-curve", () => {
  it("finds the planted jump at the top, and what comes back at each score", () => {
    const planted = [0.3, 0.4, 0.5, 0.6, 0.95];
    const result = found(survey((score) => planted[score - 1]!, 2000, 3));
    expect(result.verdict).toBe("special");
    expect(result.relation).toBe("up");
    result.steps.forEach(({ low, high }, step) => {
      expect(low).toBeLessThan(planted[step]! + 0.02);
      expect(high).toBeGreaterThan(planted[step]! - 0.02);
    });
    expect(result.headline.p5!).toBeGreaterThan(0.9);
    expectClose(result.headline.ratio54!, result.headline.p5! / result.headline.p4!, {
      rel: 1e-12,
    });
    expect(result.lifts.map(({ from, to }) => [from, to])).toEqual([
      [3, 4],
      [4, 5],
    ]);
    expect(result.lifts[1]!.sales / result.lifts[1]!.extra).toBeCloseTo(100, 9);
  });

  it("counts the what-if for so many customers, never more than are there, against their cost", () => {
    const tables = survey((score) => 0.1 + 0.15 * score, 2000, 3);
    const ten = found(tables, { liftCost: 4 });
    for (const { customers, extra, extraLow, extraHigh, sales, cost, gain } of ten.lifts) {
      expect(customers).toBe(10);
      expect(extraLow).toBeGreaterThan(0);
      expect(extraLow).toBeLessThan(extra);
      expect(extraHigh).toBeGreaterThan(extra);
      // the planted difference of 0.15 for each of ten
      expect(extraLow).toBeLessThan(1.5);
      expect(extraHigh).toBeGreaterThan(1.5);
      expectClose(sales, extra * 100, { rel: 1e-9 });
      expect([cost, gain]).toEqual([40, sales - 40]);
    }
    const many = found(tables, { liftCustomers: 100_000 });
    expect(many.lifts.map(({ customers, there, gain }) => [customers - there, gain])).toEqual([
      [0, null],
      [0, null],
    ]);
  });

  it("says that the data do not show it when nothing was planted", () => {
    const logistic = (score: number): number => 1 / (1 + Math.exp(1.8 - 0.6 * score));
    const straight = found(survey(logistic, 1500, 11));
    expect([straight.verdict, straight.relation]).toEqual(["none", "up"]);
    const flat = found(survey(() => 0.6, 1500, 12));
    expect([flat.verdict, flat.relation]).toEqual(["none", "none"]);
  });

  it("claims a special top in about one of twenty data sets without one", () => {
    let claims = 0;
    for (let seed = 1; seed <= 100; seed++) {
      if (found(survey((s) => 0.3 + 0.1 * s, 200, seed)).headline.pValue! < 0.05) claims++;
    }
    expect(claims).toBeLessThan(13);
  });

  it("takes the latest answer that could be followed, and a sale after it and in time", () => {
    const day = (customer: string, on: string): Line => ({ customer, on, amount: 1 });
    const names = Array.from({ length: 22 }, (_, i) => `n${i}`);
    const tables = tablesOf(
      [day("甲", "2025-01-01"), day("甲", "2025-04-30"), day("乙", "2025-12-30")],
      ["甲", "乙", ...names],
    );
    const answer = (customer: string, on: string, score: number): TestAnswer => ({
      customer,
      on,
      question: "总体",
      kind: "csat",
      score,
    });
    const surveys = surveyTable(tables, [
      answer("甲", "2024-11-01", 1),
      // a sale on the day itself is none after it
      answer("甲", "2025-01-01", 4),
      answer("甲", "2025-11-01", 5),
      ...names.map((name) => answer(name, "2025-01-05", 2)),
    ]);
    const { steps, missing, headline } = found({ ...tables, surveys }, { followDays: 119 });
    expect(headline.n).toBe(23);
    expect(steps[3]).toMatchObject({ score: 4, customers: 1, repeaters: 1 });
    expect(missing).toMatchObject({ young: 1, earlier: 1 });
    const shorter = found({ ...tables, surveys }, { followDays: 118 });
    expect(shorter.steps[3]).toMatchObject({ customers: 1, repeaters: 0 });
    expect(shorter.verdict).toBe("thin");
    const { members } = answerOf(spec, compute, { tables: { ...tables, surveys }, scope: SCOPE });
    expect([...members("loyalty:4")!]).toEqual([0]);
    expect(members("loyalty-left:2")).toHaveLength(22);
    expect(members("loyalty:x")).toBeNull();
  });

  it("refuses without a question, and with too few to follow", () => {
    const base = tablesOf([], ["甲"]);
    expect(answerOf(spec, compute, { tables: base, scope: SCOPE }).result).toMatchObject({
      code: "no-question",
    });
    const few = survey(() => 0.5, 12, 1);
    expect(answerOf(spec, compute, { tables: few, scope: SCOPE }).result).toMatchObject({
      code: "too-few-customers",
      have: 12,
    });
  });
});
