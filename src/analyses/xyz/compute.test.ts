import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import {
  DATA_SETS,
  referenceResults,
  referenceTables,
} from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { firstDayOfMonth } from "../../kernel/base/calendar";
import { demandVariation } from "../../measures/demand-variation";
import { orderBook } from "../../measures/order-book";
import { valueBlocks } from "../../measures/value-blocks";
import { rankedValue } from "../../measures/value-rank";
import type { Input } from "../define";
import pareto from "../pareto/compute";
import paretoSpec from "../pareto/spec";
import compute from "./compute";
import spec, { type XyzParams } from "./spec";

const FIRST = 12 * 54;
const LAST_DAY = firstDayOfMonth(FIRST + 24) - 1;
const SCOPE = scopeOf(LAST_DAY);
const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];

/** Customers that buy monthly for two years by a course, from a first month on. */
function monthly(
  courses: Readonly<Record<string, (month: number) => number>>,
  from: Readonly<Record<string, number>> = {},
): Input {
  const names = Object.keys(courses);
  const lines = names.flatMap((customer) =>
    Array.from({ length: 24 }, (_, month): Line => ({
      customer,
      on: firstDayOfMonth(FIRST + month),
      amount: month < (from[customer] ?? 0) ? 0 : courses[customer]!(month),
    })),
  );
  return tablesOf(
    lines.filter(({ amount }) => amount > 0),
    names,
  );
}

const answer = (tables: Input, params: Partial<XyzParams> = {}) =>
  answerOf(spec, compute, { tables, scope: SCOPE, params });
const result = (tables: Input, params: Partial<XyzParams> = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

describe("the letters X, Y and Z", () => {
  it("are the standard deviation over the mean, as in the closed form", () => {
    const found = demandVariation({
      grain: "month",
      fromMonth: 0,
      periods: 8,
      demand: Float64Array.of(2, 4, 4, 4, 5, 5, 7, 9),
      begins: Int32Array.of(0),
      season: null,
    });
    // Deviations 9+1+1+1+0+0+4+16 = 32 over 7; mean 5.
    expectClose(found[0]!, Math.sqrt(32 / 7) / 5, { rel: 1e-14 });
  });

  it("tell steady, wavering, erratic and too young customers apart", () => {
    // The large steady ones make the season flat, so that it takes nothing from the others.
    const tables = monthly(
      {
        甲: () => 1e9,
        乙: (month) => (month % 2 === 0 ? 300 : 60),
        丙: (month) => (month % 6 === 0 ? 900 : 1e-9),
        丁: () => 50,
      },
      { 丁: 20 },
    );
    const found = answer(tables);
    const names = (cell: string) =>
      Array.from(found.members(cell) ?? [], (row) => ["甲", "乙", "丙", "丁"][row]);
    expect(names("xyz:x")).toEqual(["甲"]);
    expect(names("xyz:y")).toEqual(["乙"]);
    expect(names("xyz:z")).toEqual(["丙"]);
    expect(names("xyz:none")).toEqual(["丁"]);
    expect(result(tables, { steadyBelow: 5, erraticAbove: 9 }).headline).toMatchObject({ x: 3 });
  });

  it("do not depend on the currency, and nine cells add up to the ABC analysis (property)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (seed) => {
        const lines = orderLines(250, 25, seed);
        const scope = scopeOf(20453);
        const one = answerOf(spec, compute, { tables: tablesOf(lines), scope });
        const dear = lines.map((line) => ({ ...line, amount: line.amount * 16 }));
        const other = answerOf(spec, compute, { tables: tablesOf(dear), scope });
        if (one.result.kind !== "answered" || other.result.kind !== "answered") return;
        expect(other.result.headline).toEqual(one.result.headline);
        const heads = one.result.cells.reduce((sum, { customers }) => sum + customers, 0);
        expect(heads).toBe(one.result.customers);
      }),
      { numRuns: 20 },
    );
  });
});

describe("the grades", () => {
  it.each(DATA_SETS.slice(0, 3))("are those of pandas and of the ABC analysis on %s", (set) => {
    const reference = referenceResults(set);
    const question = {
      tables: referenceTables(set),
      scope: scopeOf(reference.reference_date),
      params: { window: "all", cut: "cumulative-80-95" },
    } as const;
    const { cells } = resultOf(spec, compute, question);
    const heads = (grade: string) =>
      cells
        .filter((cell) => cell.grade === grade)
        .reduce((sum, { customers }) => sum + customers, 0);
    const { A, B, C } = reference.concentration_of_monetary.abc_80_95_crossing_customer_included;
    expect(["a", "b", "c"].map(heads)).toEqual([A, B, C]);
    const { headline } = resultOf(paretoSpec, pareto, question);
    expect([headline.gradeA, headline.gradeB, headline.gradeC]).toEqual([A, B, C]);
  });
});

describe("the blocks that are drawn", () => {
  it("add up to what is ranked, by every measure and basis", () => {
    const book = orderBook(tablesOf(orderLines(600, 60, 9)));
    const period = scopeOf(20453).period;
    for (const measure of ["sales", "profit"] as const) {
      for (const basis of ["sales", "net"] as const) {
        const choice = { measure, basis };
        const found = valueBlocks(book, period, choice, { orderRows: null, most: 24 })!;
        const { ranking } = rankedValue(book, period, choice, null)!;
        ranking.customers.forEach((row, k) => {
          let sum = 0;
          for (let b = 0; b < found.blocks; b++) sum += found.values[row * found.blocks + b]!;
          expect(sum).toBeCloseTo(ranking.amounts[k]!, 6);
        });
      }
    }
  });

  it("are at most so many", () => {
    const book = orderBook(tablesOf(orderLines(600, 60, 9)));
    const period = scopeOf(20453, 20453 - 1000).period;
    const choice = { measure: "sales", basis: "sales" } as const;
    const found = valueBlocks(book, period, choice, { orderRows: null, most: 10 })!;
    expect(found.blocks).toBeLessThanOrEqual(10);
  });
});

describe("the stability", () => {
  const apart = monthly(
    Object.fromEntries(NAMES.map((name, place) => [name, () => 2 ** (30 - 2 * place)])),
  );

  it("is whole where customers are far apart and all months alike", () => {
    const { headline, trials } = result(apart, { cut: "cumulative-50-80" });
    expect(trials.every(({ isMade, all }) => isMade && all === 1)).toBe(true);
    expect(headline).toMatchObject({ stableShare: 1, borderline: 0 });
  });

  it("names a customer whose grade hangs on one month, with its chances", () => {
    const courses = Object.fromEntries(NAMES.map((name, place) => [name, () => 100 - 8 * place]));
    const tables = monthly({ ...courses, 癸: (month) => (month === 20 ? 3000 : 1) });
    const { border, trials } = result(tables, { draws: 200 });
    const line = border.find(({ name }) => name === "癸")!;
    expect(line.grade).toBe("a");
    expect(line.trials).toContain("draws");
    // The month is missing from a draw of twelve with chance (11/12)^12 = 0.352.
    const [a, b, c] = line.chances!;
    expect(a + b + c).toBeCloseTo(1, 12);
    expect(Math.abs(1 - a - (11 / 12) ** 12)).toBeLessThan(0.12);
    expect(trials.find(({ trial }) => trial === "draws")!.changed).toBeGreaterThan(0);
  });

  it("does without the trials that the data cannot make, and says so", () => {
    const { trials } = result(apart, { window: "all" });
    expect(trials.find(({ trial }) => trial === "window")!.isMade).toBe(false);
    const short = tablesOf([{ customer: "甲", on: LAST_DAY - 3, amount: 5 }]);
    const one = result(short);
    expect(one.trials.map(({ isMade }) => isMade)).toEqual([true, false, false]);
    expect(one.draws).toBe(0);
  });
});

describe("refusals", () => {
  it("are those of the ABC analysis", () => {
    const bare = tablesOf([{ customer: "甲", on: LAST_DAY, amount: 1 }]);
    expect(answer(bare, { measure: "profit" }).result).toMatchObject({ code: "profit-missing" });
    expect(answer(tablesOf([])).result).toMatchObject({ code: "no-sales" });
  });
});
