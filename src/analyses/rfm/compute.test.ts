import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import {
  DATA_SETS,
  referenceResults,
  referenceTables,
} from "../../../tests/support/reference-files";
import { ambientOf, scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { RFM_SEGMENTS } from "../../domain/rule-book";
import type { Scope } from "../../domain/scope";
import { requiredColumn } from "../../kernel/table/column";
import { windowOf } from "../../measures/window";
import { orderBook } from "../../measures/order-book";
import { axisRules, rfmFacts, rfmScores, type RfmMethod } from "../../measures/rfm-scores";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const answer = (tables: Input, scope: Scope, params = {}) =>
  answerOf(spec, compute, { tables, scope, params });
const result = (tables: Input, scope: Scope, params = {}) =>
  resultOf(spec, compute, { tables, scope, params });

/** CDNOW has no order ids: its reference counts distinct purchase days, the others distinct orders. */
const frequencyOf = (set: string) => (set === "cdnow_master" ? "order-days" : "orders");

describe.each(DATA_SETS)("rfm on %s (pandas reference)", (set) => {
  const reference = referenceResults(set);
  const tables = referenceTables(set);
  const scope = scopeOf(reference.reference_date);
  const frequency = frequencyOf(set);
  const found = result(tables, scope, { frequency });
  const byRank = result(tables, scope, { frequency, method: "rank" });

  it("has the totals", () => {
    const { totals } = reference;
    expect(found.customers).toBe(reference.customers);
    expect(found.frequency).toBe(frequency);
    expect(found.frequencySum).toBe(totals["frequency_sum"]);
    expectClose(found.amount, totals["monetary_sum"]!, { rel: 1e-9 });
    expectClose(found.recency.mean, totals["recency_mean"]!, { rel: 1e-9 });
    expect(found.recency.median).toBe(totals["recency_median"]);
    expectClose(found.frequencyAxis.mean, totals["frequency_mean"]!, { rel: 1e-9 });
    expectClose(found.money.median, totals["monetary_median"]!, { rel: 1e-9 });
  });

  it("has the thresholds and the score counts of the quintile rule by value", () => {
    const { recency, frequency: f, monetary } = reference.quintile_method_value.by_field;
    const axes = [
      [found.recency, recency],
      [found.frequencyAxis, f],
      [found.money, monetary],
    ] as const;
    for (const [axis, expected] of axes) {
      expect([...axis.counts]).toEqual(expected.count_by_score_1_to_5);
      expected.thresholds_p20_p40_p60_p80_linear.forEach((threshold, i) => {
        expectClose(axis.thresholds![i]!, threshold, { rel: 1e-9 });
      });
    }
  });

  it("has every cell", () => {
    const cells: Record<string, number> = {};
    found.cells.forEach((count, cell) => {
      const scores = [Math.floor(cell / 25), Math.floor(cell / 5) % 5, cell % 5];
      if (count > 0) cells[scores.map((score) => score + 1).join("")] = count;
    });
    expect(cells).toEqual(reference.quintile_method_value.cells);
  });

  it("has the score counts of the quintile rule by rank", () => {
    const { R, F, M } = reference.quintile_method_rank.count_by_score_1_to_5;
    expect([...byRank.recency.counts]).toEqual(R);
    expect([...byRank.frequencyAxis.counts]).toEqual(F);
    expect([...byRank.money.counts]).toEqual(M);
  });

  it("has the 25 customers with both scores", () => {
    const { dictionary } = requiredColumn(tables.customers, "key", "dictionary");
    const { orderRows } = ambientOf(tables, scope);
    const facts = rfmFacts(orderBook(tables), {
      period: windowOf(scope, "all"),
      asOfDay: scope.asOfDay,
      orderRows,
      basis: "sales",
      frequency,
    });
    const scoresBy = (method: RfmMethod) => rfmScores(facts, axisRules("eleven", method));
    const [value, rank] = [scoresBy("quantile"), scoresBy("rank")];
    for (const customer of reference.customers_sample) {
      const slot = facts.customers.indexOf(dictionary.indexOf(customer.id));
      expect(slot, customer.id).toBeGreaterThanOrEqual(0);
      expect(facts.recencyDays[slot]).toBe(customer.recency);
      expect(facts.frequencies[slot]).toBe(customer.frequency);
      expectClose(facts.amounts[slot]!, customer.monetary, { rel: 1e-9 });
      const scores = [value, rank].flatMap((s) => [
        s.recency.scores[slot],
        s.frequency.scores[slot],
        s.money.scores[slot],
      ]);
      const { R, F, M, R_rank, F_rank, M_rank } = customer;
      expect(scores, customer.id).toEqual([R, F, M, R_rank, F_rank, M_rank]);
    }
  });
});

const SCOPE = scopeOf("2025-12-31");
const sale = (customer: string, on: string, amount: number, more: Partial<Line> = {}): Line => ({
  customer,
  on,
  amount,
  ...more,
});

const five = tablesOf([
  sale("甲", "2024-06-01", 10),
  sale("甲", "2025-12-30", 900),
  sale("乙", "2024-05-01", 800),
  sale("乙", "2024-06-01", 10),
  sale("丙", "2025-10-01", 50),
  sale("丁", "2025-11-01", 60),
  sale("丁", "2025-11-01", 5),
  sale("戊", "2025-12-01", 70),
  sale("戊", "2025-12-02", -70, { kind: "return" }),
  sale("己", "2025-12-31", 99, { kind: "free" }),
]);

describe("rfm", () => {
  it("counts order days, not lines, and looks back to the as-of day", () => {
    const found = result(five, SCOPE);
    expect(found.customers).toBe(5);
    expect(found.frequencySum).toBe(7);
    expect(found.recency.min).toBe(1);
    expect(found.excluded).toEqual({
      returnedLines: 1,
      cancelledLines: 0,
      freeLines: 1,
      idleCustomers: 1,
    });
  });

  it("has one headline count a segment, and they sum to the customers", () => {
    for (const preset of ["eleven", "eight", "three"] as const) {
      const { headline } = result(five, SCOPE, { preset });
      const { customers, ...counts } = headline;
      expect(Object.keys(counts).toSorted()).toEqual(
        RFM_SEGMENTS[preset].map((segment) => segment.id).toSorted(),
      );
      expect(Object.values(counts).reduce<number>((sum, n) => sum + Number(n), 0)).toBe(customers);
    }
  });

  it("splits at the median into the eight cells", () => {
    const found = result(five, SCOPE, { preset: "eight", method: "median" });
    const count = (id: string) => found.segments.find((line) => line.id === id)!.customers;
    // 甲 recent, frequent, large; 乙 long ago, frequent, large; 丙 long ago, rare, small
    expect(count("important-value")).toBe(1);
    expect(count("important-keep")).toBe(1);
    expect(count("general-win-back")).toBe(1);
    expect(found.levels).toBe(2);
    expect(result(five, SCOPE, { preset: "eight" }).segments).toEqual(found.segments);
  });

  it("uses the fixed cuts it is given, in ascending order", () => {
    const params = { method: "fixed", recencyCut1: 5, recencyCut2: 40, recencyCut3: 70 };
    const found = result(five, SCOPE, { ...params, recencyCut4: 100, moneyCut1: 64 });
    expect([...found.recency.thresholds!]).toEqual([5, 40, 70, 100]);
    expect([...found.recency.counts]).toEqual([1, 1, 1, 1, 1]);
    expect([...found.money.counts]).toEqual([1, 4, 0, 0, 0]);
  });

  it("shows movement with the thresholds of today, balanced by segment", () => {
    const { movement, segments } = result(five, SCOPE);
    expect(movement!.customers).toBe(2);
    expect(movement!.matrix.reduce((sum, n) => sum + n, 0)).toBe(5);
    expect(movement!.moved + movement!.stayed).toBe(2);
    for (const line of segments) {
      expect(line.customersBefore! + line.arrived! - line.left!).toBe(line.customers);
    }
  });

  it("has no movement when the data begin within the period", () => {
    const { movement, segments } = result(tablesOf([sale("甲", "2025-06-01", 1)]), SCOPE);
    expect(movement).toBeNull();
    expect(segments.every((line) => line.arrived === null)).toBe(true);
  });

  it("falls back to order days without order ids and says so", () => {
    expect(result(five, SCOPE, { frequency: "orders" }).frequency).toBe("order-days");
  });

  it("names the customers behind each cell, as many as it counts", () => {
    const { members, result: found } = answer(five, SCOPE);
    if (found.kind !== "answered") throw new Error(found.code);
    for (const line of found.segments) {
      expect(members(`segment:${line.id}`)).toHaveLength(line.customers);
    }
    for (const { r, f, customers } of found.grid) {
      expect(members(`cell:${r}-${f}`)).toHaveLength(customers);
    }
    const ids = [...RFM_SEGMENTS.eleven.map((segment) => segment.id), "none"];
    found.movement!.matrix.forEach((count, at) => {
      const [from, to] = [ids[Math.floor(at / ids.length)], ids[at % ids.length]];
      const expected = from === "none" && to === "none" ? 0 : count;
      expect(members(`move:${from}:${to}`)).toHaveLength(expected);
    });
    expect([...members("all")!]).toEqual([0, 1, 2, 3, 4]);
    const everyone = RFM_SEGMENTS.eleven.map((segment) => segment.id).join("+");
    expect([...members(`segment:${everyone}`)!]).toEqual([0, 1, 2, 3, 4]);
    for (const cell of [
      "segment:nobody",
      "segment:lost+nobody",
      "cell:9-1",
      "cell:1",
      "move:a:b",
      "move:none",
      "x:1",
    ]) {
      expect(members(cell), cell).toBeNull();
    }
  });

  it("refuses without a sale", () => {
    const none = tablesOf([sale("甲", "2025-06-01", -1, { kind: "return" })]);
    expect(answer(none, SCOPE).result).toMatchObject({ code: "no-sales" });
  });
});

describe("laws of rfm", () => {
  const keys = ["甲", "乙", "丙", "丁", "戊", "己"];
  const line = fc.record({
    customer: fc.constantFrom(...keys),
    on: fc.integer({ min: 19500, max: 20440 }),
    amount: fc.integer({ min: 1, max: 1e6 }).map((cents) => cents / 100),
  });
  const lines = fc.array(line, { minLength: 1, maxLength: 60 });
  const params = fc.record({
    preset: fc.constantFrom("eleven", "eight", "three"),
    method: fc.constantFrom("quantile", "rank", "median", "mean"),
    window: fc.constantFrom("all", "period"),
  });
  const scope = scopeOf(20453, 20089);
  const segmentsOf = (some: readonly Line[], given: object) => {
    const { result: found } = answer(tablesOf(some, keys), scope, given);
    return found.kind === "answered" ? found : null;
  };

  it("does not depend on the order of rows", () => {
    fc.assert(
      fc.property(lines, params, (some, given) => {
        const [one, two] = [segmentsOf(some, given), segmentsOf(some.toReversed(), given)];
        expect(two?.headline).toEqual(one?.headline);
        expect(two?.movement).toEqual(one?.movement);
        expect(two?.cells).toEqual(one?.cells);
      }),
    );
  });

  it("gives the same segments in another unit of money", () => {
    fc.assert(
      fc.property(lines, params, (some, given) => {
        const one = segmentsOf(some, given);
        const two = segmentsOf(
          some.map((l) => ({ ...l, amount: l.amount * 4 })),
          given,
        );
        expect(two?.headline).toEqual(one?.headline);
      }),
    );
  });

  it("has shares that sum to 1 and amounts that sum to the total", () => {
    fc.assert(
      fc.property(lines, params, (some, given) => {
        const found = segmentsOf(some, given);
        if (found === null) return;
        const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
        const { segments, grid, amount } = found;
        expectClose(sum(segments.map((s) => s.customerShare)), 1, { rel: 1e-12 });
        expectClose(sum(segments.map((s) => s.amountShare!)), 1, { rel: 1e-9 });
        expectClose(sum(segments.map((s) => s.amount)), amount, { rel: 1e-9 });
        expectClose(sum(grid.map((cell) => cell.amount)), amount, { rel: 1e-9 });
      }),
    );
  });

  it("is unchanged by an excluded row but for the count of exclusions", () => {
    fc.assert(
      fc.property(lines, params, (some, given) => {
        const one = segmentsOf(some, given);
        const extra: Line = { customer: "甲", on: 20440, amount: -5, kind: "return" };
        const two = segmentsOf([...some, extra], given);
        expect({ ...two, excluded: null }).toEqual({ ...one, excluded: null });
      }),
    );
  });
});
