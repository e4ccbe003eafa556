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
import { floatColumn, scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { firstDayOfMonth } from "../../kernel/base/calendar";
import type { Column, Table } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type CoreParams } from "./spec";

const FIRST = 12 * 54;
const LAST_DAY = firstDayOfMonth(FIRST + 24) - 1;
const SCOPE = scopeOf(LAST_DAY);
const NAMES = ["甲", "乙", "丙", "丁", "戊"];

const answer = (tables: Input, params: Partial<CoreParams> = {}) =>
  answerOf(spec, compute, { tables, scope: SCOPE, params });
const result = (tables: Input, params: Partial<CoreParams> = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

/** Five customers that buy every month for two years, the first the most, each by its own course. */
function five(
  courses: Readonly<Record<string, (month: number) => number>> = {},
  more: Partial<Line> = {},
): Input {
  const lines = NAMES.flatMap((customer, place) =>
    Array.from({ length: 24 }, (_, month): Line => ({
      customer,
      on: firstDayOfMonth(FIRST + month),
      amount: (500 - 100 * place) * (courses[customer] ?? (() => 1))(month),
      ...more,
    })),
  );
  return tablesOf(lines, NAMES);
}

const customers = (names: readonly string[]): Column => ({
  kind: "dictionary",
  length: names.length,
  codes: Uint32Array.from(names, (name) => NAMES.indexOf(name)),
  dictionary: NAMES,
  validity: null,
});
const days = (values: readonly number[]): Column => ({
  kind: "day",
  length: values.length,
  values: Int32Array.from(values),
  validity: null,
});
/** One invoice each, due 90 days ago and paid so many days later. */
const paid = (late: Readonly<Record<string, number>>): Table => {
  const names = Object.keys(late);
  return {
    rowCount: names.length,
    columns: new Map<string, Column>([
      ["customer", customers(names)],
      ["dueOn", days(names.map(() => LAST_DAY - 90))],
      ["settledOn", days(names.map((name) => LAST_DAY - 90 + late[name]!))],
      ["amount", floatColumn(names.map(() => 100))],
    ]),
  };
};
const served = (cost: Readonly<Record<string, number>>): Table => {
  const names = Object.keys(cost);
  return {
    rowCount: names.length,
    columns: new Map<string, Column>([
      ["customer", customers(names)],
      ["servedOn", days(names.map(() => LAST_DAY - 20))],
      ["amount", floatColumn(names.map((name) => cost[name]!))],
    ]),
  };
};

describe("the four tests", () => {
  it("give each customer the share of the others that are worse, ties halved", () => {
    const { core, tests } = result(five(), { coreScore: 1 });
    const first = core.find(({ name }) => name === "甲")!;
    expect(first.parts).toEqual({ business: 0.9, pay: null, service: null, stay: 0.5 });
    expect(first.score).toBeCloseTo(100 * ((0.9 + 0.5) / 2), 12);
    expect(tests.map(({ known, by }) => [known, by])).toEqual([
      [5, "sales"],
      [0, null],
      [0, null],
      [5, "days"],
    ]);
  });

  it("give the weight of a missing test to the others, customer by customer", () => {
    const tables = {
      ...five(),
      invoices: paid({ 甲: 0, 乙: 30 }),
      service_costs: served({ 甲: 900 }),
    };
    const { core, headline } = result(tables, { coreScore: 1, pay: 2 });
    expect(headline.tests).toBe(4);
    const lineOf = (name: string) => core.find((line) => line.name === name)!;
    expect(lineOf("甲").parts).toMatchObject({ pay: 0.75, service: 0.1 });
    expect(lineOf("甲").score).toBeCloseTo((100 * (0.9 + 2 * 0.75 + 0.1 + 0.5)) / 5, 10);
    expect(lineOf("丙").parts.pay).toBeNull();
    expect(lineOf("丙").parts.service).toBeCloseTo(0.6, 12);
    expect(lineOf("丙").score).toBeCloseTo((100 * (0.5 + 0.6 + 0.5)) / 3, 10);
  });

  it("give no score to whom one test alone is known of", () => {
    expect(result(five(), { coreScore: 1, stay: 0 }).headline).toMatchObject({ core: 0, tests: 1 });
  });

  it("are by profit where the data have it, and by sales where they do not", () => {
    expect(result(five({}, { profit: 10 })).by).toBe("profit");
    expect(result(five({}, { profit: 10 }), { measure: "sales" }).by).toBe("sales");
    expect(result(five()).by).toBe("sales");
  });

  it("do not depend on the currency (property)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), (seed) => {
        const lines = orderLines(200, 20, seed);
        const dear = lines.map((line) => ({
          ...line,
          amount: line.amount * 8,
          profit: line.profit! * 8,
        }));
        const scope = scopeOf(20453);
        const [one, other] = [lines, dear].map((each) =>
          answerOf(spec, compute, { tables: tablesOf(each), scope }),
        );
        if (one!.result.kind !== "answered" || other!.result.kind !== "answered") return;
        expect(other!.result.headline).toEqual(one!.result.headline);
        expect(other!.members("core")).toEqual(one!.members("core"));
      }),
      { numRuns: 20 },
    );
  });
});

describe("the three kinds", () => {
  const wavy = (month: number): number => (month % 2) / 20;
  const tables = five({
    甲: () => 1,
    乙: (month) => 1.6 - month / 20 + wavy(month),
    丙: (month) => 0.4 + month / 20 + wavy(month),
  });
  const names = (cell: string): readonly string[] =>
    Array.from(answer(tables).members(cell) ?? [], (row) => NAMES[row]!);

  it("are the most, the rising below it, and the falling, each customer once", () => {
    expect(names("kind:fading")).toEqual(["乙"]);
    expect(names("kind:promising")).toEqual([]);
    expect(names("kind:top")).toEqual(["甲", "丙"]);
    const early = five({ 丁: (month) => 0.4 + month / 20 + wavy(month) });
    const found = answer(early);
    expect(Array.from(found.members("kind:promising")!, (row) => NAMES[row])).toEqual(["丁"]);
  });

  it("show slope and level, with the interval that decides", () => {
    const { kinds, points } = result(tables);
    const [fading] = kinds.find(({ kind }) => kind === "fading")!.lines;
    expect(fading!.trend!.high).toBeLessThan(0);
    expect(points.find(({ name }) => name === "乙")!.slope).toBe(fading!.trend!.slope);
    expect(result(tables, { growth: 5 }).headline.fading).toBe(0);
  });

  it.each(DATA_SETS.slice(0, 2))(
    "cut the top at half of the sales as pandas sums it on %s",
    (set) => {
      const reference = referenceResults(set);
      const { headline, kinds, amount } = resultOf(spec, compute, {
        tables: referenceTables(set),
        scope: scopeOf(reference.reference_date),
        params: { window: "all", measure: "sales", growth: 5 },
      });
      expect(headline.customers).toBe(reference.concentration_of_monetary.n);
      expectClose(amount, reference.totals["monetary_sum"]!, { rel: 1e-9 });
      const top = kinds.find(({ kind }) => kind === "top")!;
      const fadingMoney = kinds.find(({ kind }) => kind === "fading")!.amount;
      expect(top.amount + fadingMoney).toBeGreaterThanOrEqual(amount / 2);
      expect(headline.promising).toBe(0);
    },
  );
});

describe("refusals", () => {
  it("need five customers", () => {
    const bare = tablesOf([{ customer: "甲", on: LAST_DAY, amount: 1 }]);
    expect(answer(bare).result).toMatchObject({ code: "few-customers", need: 5, have: 1 });
  });
});
