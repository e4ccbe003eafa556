import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import {
  DATA_SETS,
  referenceResults,
  referenceTables,
} from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import type { Scope } from "../../domain/scope";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const answer = (tables: Input, scope: Scope, params = {}) =>
  answerOf(spec, compute, { tables, scope, params });
const result = (tables: Input, scope: Scope, params = {}) =>
  resultOf(spec, compute, { tables, scope, params });

describe.each(DATA_SETS)("pareto on %s (pandas reference)", (set) => {
  const reference = referenceResults(set);
  const expected = reference.concentration_of_monetary;
  const found = result(referenceTables(set), scopeOf(reference.reference_date), {
    window: "all",
    cut: "cumulative-80-95",
  });

  it("has the customers and the total", () => {
    expect(found.customers).toBe(expected.n);
    expectClose(found.total, reference.totals["monetary_sum"]!, { rel: 1e-9 });
    expectClose(found.positiveTotal, expected.total, { rel: 1e-9 });
    expectClose(found.headline.median, reference.totals["monetary_median"]!, { rel: 1e-9 });
  });

  it("has the share of the largest 1, 5, 10, 20, 30 and 50 %", () => {
    for (const { percent, share } of found.topShares) {
      expectClose(share, expected.share_of_value[`top_${percent}pct`]!, { rel: 1e-6 });
    }
    expect(found.topShares).toHaveLength(6);
    expect(found.headline.top20Share).toBe(found.topShares[3]!.share);
  });

  it("has Gini in both forms, Lorenz and the customers that make 80 %", () => {
    expectClose(found.gini, expected.gini, { rel: 1e-9 });
    expectClose(found.giniSmallSample!, expected.gini_small_sample_n_over_n_minus_1, { rel: 1e-9 });
    expected.lorenz_bottom_10_to_100pct.forEach((share, i) => {
      expectClose(found.lorenz[i + 1]!, share, { rel: 1e-6 });
    });
    expect(found.headline.customersFor80Share).toBe(expected.customers_for_80pct);
  });

  it("has the ABC grades in both conventions", () => {
    const cut = found.cuts.find(({ id }) => id === "cumulative-80-95")!;
    const { A, B, C } = expected.abc_80_95_crossing_customer_included;
    expect(cut.grades.map(({ customers }) => customers)).toEqual([A, B, C]);
    const other = expected.abc_80_95_cumulative_at_or_below;
    expect(cut.crossingExcluded).toEqual([other.A, other.B, other.C]);
  });

  it("draws at most 400 points with the exact corners", () => {
    const ranks = [...found.curve.ranks];
    expect(ranks.length).toBeLessThanOrEqual(400);
    expect(ranks).toContain(expected.customers_for_80pct);
    expect(found.curve.shares.at(-1)).toBe(1);
    for (const { customers, share } of found.topShares) {
      expect(found.curve.shares[ranks.indexOf(customers)]).toBe(share);
    }
  });
});

const SCOPE = scopeOf("2025-12-31");
const sale = (customer: string, amount: number, more: Partial<Line> = {}): Line => ({
  customer,
  on: "2025-06-01",
  amount,
  ...more,
});

describe("pareto", () => {
  const ten = tablesOf([
    sale("甲", 500, { profit: 50 }),
    sale("乙", 200, { profit: -20 }),
    sale("丙", 100, { profit: 5 }),
    sale("丁", 80),
    sale("戊", 60, { profit: 1 }),
    sale("己", 30, { profit: 1 }),
    sale("庚", 15, { profit: 1 }),
    sale("辛", 10, { profit: 1 }),
    sale("壬", 4, { profit: 1 }),
    sale("癸", 1, { profit: 1 }),
    sale("甲", -300, { kind: "return", profit: -30 }),
    sale("子", -7, { kind: "cancelled" }),
    sale("丑", 0, { kind: "free" }),
  ]);

  it("grades ten customers by rank and compares with 50/30/20", () => {
    const { cuts, headline } = result(ten, SCOPE);
    const [a, b, c] = cuts[0]!.grades;
    expect([a!.customers, b!.customers, c!.customers]).toEqual([1, 4, 5]);
    expect(a!.amountShare).toBeCloseTo(0.5, 12);
    expect(b!.distance).toBeCloseTo(0.44 - 0.3, 12);
    expect(cuts[0]!.distance).toBeCloseTo(0.14, 12);
    expect(a!.from).toBe(500);
    expect(headline.gradeC).toBe(5);
    expect(headline.customersFor80Share).toBe(3);
    expect(headline.customersFor80Ratio).toBe(0.3);
  });

  it("takes returns off on the basis net and says what it left out", () => {
    const net = result(ten, SCOPE, { basis: "net" });
    expect(net.total).toBe(700);
    expect(net.excluded).toEqual({
      returnedLines: 1,
      cancelledLines: 1,
      freeLines: 1,
      returnedAmount: -300,
      strayReturnedAmount: -7,
      idleCustomers: 2,
    });
  });

  it("ranks by profit, losses weighing nothing, unknown profit left out and counted", () => {
    const profit = result(ten, SCOPE, { measure: "profit" });
    expect(profit.customers).toBe(9);
    expect(profit.total).toBe(41);
    expect(profit.positiveTotal).toBe(61);
    expect(profit.nonPositive).toEqual({ customers: 1, amount: -20 });
    expect(profit.missing).toEqual({ profitLines: 1, profitCustomers: 1 });
    expect(profit.deciles[0]).toBe(-20);
  });

  it("refuses without profit, without sales and without anything above zero", () => {
    const bare = tablesOf([sale("甲", 1)]);
    expect(answer(bare, SCOPE, { measure: "profit" }).result).toMatchObject({
      code: "profit-missing",
    });
    expect(answer(tablesOf([]), SCOPE).result).toMatchObject({ code: "no-sales" });
    expect(answer(tablesOf([sale("甲", 0)]), SCOPE).result).toMatchObject({
      code: "nothing-positive",
    });
  });

  it("names the customers behind each cell", () => {
    const { members } = answer(ten, SCOPE);
    expect([...members("grade:a")!]).toEqual([0]);
    expect([...members("grade:b")!]).toEqual([1, 2, 3, 4]);
    expect([...members("top:80")!]).toEqual([0, 1, 2]);
    expect([...members("share:20")!]).toEqual([0, 1]);
    expect(members("all")).toHaveLength(10);
    expect(members("non-positive")).toHaveLength(0);
    expect(members("grade:d")).toBeNull();
  });

  it("compares with the period before when the data cover it whole", () => {
    const lines = [sale("甲", 10, { on: "2023-12-31" }), sale("乙", 30, { on: "2024-06-01" })];
    const both = tablesOf([...lines, sale("甲", 5)]);
    expect(result(both, SCOPE).before).toMatchObject({ customers: 1, total: 30 });
    expect(result(both, SCOPE, { window: "all" }).before).toBeNull();
    expect(result(tablesOf([...lines.slice(1), sale("甲", 5)]), SCOPE).before).toBeNull();
  });

  it("sees no order after the as-of day and none outside the filters", () => {
    const late = tablesOf([
      sale("甲", 5, { region: "华东" }),
      sale("甲", 7, { on: "2026-01-01", region: "华东" }),
      sale("乙", 9, { region: "华南" }),
    ]);
    const filters = [
      { kind: "values", entity: "orders", column: "region", values: ["华东"] },
    ] as const;
    const found = result(late, scopeOf("2025-12-31", undefined, filters), { window: "all" });
    expect(found.total).toBe(5);
  });
});

describe("laws of pareto", () => {
  const line = fc.record({
    customer: fc.constantFrom("甲", "乙", "丙", "丁", "戊", "己", "庚"),
    on: fc.integer({ min: 19900, max: 20440 }),
    amount: fc.integer({ min: 1, max: 1e6 }).map((cents) => cents / 100),
  });
  const lines = fc.array(line, { minLength: 1, maxLength: 60 });
  const keys = ["甲", "乙", "丙", "丁", "戊", "己", "庚"];
  const scope = scopeOf(20453, 19889);

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(lines, (some) => {
        const one = result(tablesOf(some, keys), scope);
        const two = result(tablesOf(some.toReversed(), keys), scope);
        expect(two.cuts.map((cut) => cut.grades.map((grade) => grade.customers))).toEqual(
          one.cuts.map((cut) => cut.grades.map((grade) => grade.customers)),
        );
        expectClose(two.gini + 1, one.gini + 1, { rel: 1e-12 });
        expectClose(two.total, one.total, { rel: 1e-12 });
      }),
    );
  });

  it("scales with money: amounts by k, shares, counts and Gini not at all", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom(0.01, 3, 1000), (some, k) => {
        const one = result(tablesOf(some), scope);
        const two = result(tablesOf(some.map((l) => ({ ...l, amount: l.amount * k }))), scope);
        expectClose(two.total, one.total * k, { rel: 1e-12 });
        expectClose(two.gini + 1, one.gini + 1, { rel: 1e-12 });
        expectClose(two.effectiveCustomers, one.effectiveCustomers, { rel: 1e-9 });
        expect(two.customersFor80).toBe(one.customersFor80);
      }),
    );
  });

  it("has shares that sum to 1 and a curve that never falls", () => {
    fc.assert(
      fc.property(lines, (some) => {
        const { cuts, curve } = result(tablesOf(some), scope);
        for (const { grades } of cuts) {
          const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
          expectClose(sum(grades.map((grade) => grade.amountShare)), 1, { rel: 1e-12 });
          expectClose(sum(grades.map((grade) => grade.customerShare)), 1, { rel: 1e-12 });
        }
        for (let i = 1; i < curve.shares.length; i++) {
          expect(curve.shares[i]!).toBeGreaterThanOrEqual(curve.shares[i - 1]!);
        }
      }),
    );
  });

  it("is unchanged by an excluded row but for the count of exclusions", () => {
    fc.assert(
      fc.property(lines, fc.constantFrom("return", "cancelled", "free"), (some, kind) => {
        const one = result(tablesOf(some), scope);
        const extra: Line = { customer: some[0]!.customer, on: 20000, amount: -5, kind };
        const two = result(tablesOf([...some, extra]), scope);
        expect({ ...two, excluded: null }).toEqual({ ...one, excluded: null });
        expect(two.excluded).not.toEqual(one.excluded);
      }),
    );
  });
});
