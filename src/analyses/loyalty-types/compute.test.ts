import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { dayColumn, linkedTable } from "../../../tests/support/linked-tables";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import { formatIsoDay, epochDay } from "../../kernel/base/calendar";
import { seededRng } from "../../kernel/base/rng";
import { normalTwoSided } from "../../kernel/stats/normal";
import type { DictionaryColumn } from "../../kernel/table/column";
import type { Input } from "../define";
import compute from "./compute";
import spec, { LOYALTY_TYPES, type TypeLine } from "./spec";

const SCOPE = scopeOf("2025-12-31");
const LAST = SCOPE.asOfDay;

/** Customers with a score each, and a sale in the given stretches of 30 days, 0 the oldest. */
function made(
  rows: readonly { readonly score: number; readonly stretches: readonly number[] }[],
): Input {
  const on = (day: number): string => formatIsoDay(epochDay(day));
  const lines: Line[] = [];
  const answers: TestAnswer[] = [];
  rows.forEach(({ score, stretches }, i) => {
    const customer = `客户${String(i).padStart(4, "0")}`;
    lines.push({ customer, on: on(LAST - 500), amount: 1 });
    for (const stretch of stretches)
      lines.push({ customer, on: on(LAST - 359 + stretch * 30 + (i % 30)), amount: 10 });
    answers.push({ customer, on: "2025-06-01", question: "总体", kind: "csat", score });
  });
  lines.push({ customer: "最后", on: on(LAST), amount: 1 });
  const tables = tablesOf(lines);
  return { ...tables, surveys: surveyTable(tables, answers) };
}
const found = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

function keyOf({ customers }: Input, row: number): string | undefined {
  const key = customers.columns.get("key");
  return key?.kind === "dictionary" ? key.dictionary[key.codes[row]!] : undefined;
}

const first = (n: number): readonly number[] => Array.from({ length: n }, (_, k) => k);
const CORNERS = [
  ...Array.from({ length: 12 }, () => ({ score: 5, stretches: first(9) })),
  ...Array.from({ length: 7 }, () => ({ score: 4, stretches: first(2) })),
  ...Array.from({ length: 5 }, () => ({ score: 2, stretches: first(9) })),
  ...Array.from({ length: 9 }, () => ({ score: 1, stretches: [] })),
];

describe("loyalty-types", () => {
  it("puts each customer into its corner, counts its stretches and its sales", () => {
    const { headline, types, cells } = found(made(CORNERS), { loyalFrom: 6 });
    expect(headline).toMatchObject({
      apostles: 12,
      mercenaries: 7,
      hostages: 5,
      defectors: 9,
      n: 33,
      satisfiedFrom: 4,
      loyalFrom: 6,
    });
    expect(types.map(({ sales }) => sales)).toEqual([12 * 90, 7 * 20, 5 * 90, 0]);
    expect(types.map(({ meanStretches }) => meanStretches)).toEqual([9, 2, 9, 0]);
    expect(cells.map(({ score, stretches, customers }) => [score, stretches, customers])).toEqual([
      [1, 0, 9],
      [2, 9, 5],
      [4, 2, 7],
      [5, 9, 12],
    ]);
    expectClose(headline.loyalOfSatisfied!, 12 / 19, { rel: 1e-12 });
    // were only 5 satisfied, the seven customers at 4 would be defectors
    expectClose(headline.unstable, 7 / 33, { rel: 1e-12 });
    expectClose(headline.loyalOfOthers!, 5 / 14, { rel: 1e-12 });
    const chi = (33 * (12 * 9 - 7 * 5) ** 2) / (19 * 14 * 17 * 16);
    expect(chi).toBeCloseTo(2.4306, 3);
    expect(headline.pValue!).toBeCloseTo(0.119, 3);
  });

  it("cuts by itself at the two highest steps and at the median, and says so", () => {
    const { headline, isAutomatic } = found(made(CORNERS));
    expect([headline.satisfiedFrom, headline.loyalFrom]).toEqual([4, 9]);
    expect(isAutomatic).toEqual({ satisfied: true, loyal: true });
    const chosen = found(made(CORNERS), { satisfiedFrom: 5, loyalFrom: 1 });
    expect(chosen.headline).toMatchObject({ apostles: 12, mercenaries: 0, hostages: 12 });
    expect(chosen.isAutomatic).toEqual({ satisfied: false, loyal: false });
    // a cut that is not on the scale is none
    expect(found(made(CORNERS), { satisfiedFrom: 9 }).headline.satisfiedFrom).toBe(4);
  });

  it("finds a planted relation, and none where none is", () => {
    const rng = seededRng(7);
    const rows = (share: (score: number) => number) =>
      Array.from({ length: 600 }, () => {
        const score = 1 + rng.below(5);
        return { score, stretches: first(12).filter(() => rng.next() < share(score)) };
      });
    expect(found(made(rows((score) => score / 6))).headline.pValue!).toBeLessThan(1e-6);
    expect(found(made(rows(() => 0.5))).headline.pValue!).toBeGreaterThan(0.05);
  });

  it("keeps its laws: the corners share all customers and sales out, members are what is counted", () => {
    const row = fc.record({
      score: fc.integer({ min: 1, max: 5 }),
      stretches: fc.uniqueArray(fc.integer({ min: 0, max: 11 })),
    });
    const cuts = fc.record({
      satisfiedFrom: fc.integer({ min: 0, max: 5 }),
      loyalFrom: fc.integer({ min: 0, max: 12 }),
    });
    fc.assert(
      fc.property(fc.array(row, { minLength: 20, maxLength: 60 }), cuts, (rows, params) => {
        const tables = made(rows);
        const { result, members } = answerOf(spec, compute, { tables, scope: SCOPE, params });
        if (result.kind !== "answered") throw new Error(result.code);
        const { types } = result;
        const sum = (of: (line: TypeLine) => number): number =>
          types.reduce((total, line) => total + of(line), 0);
        expect(sum(({ customers }) => customers)).toBe(rows.length);
        const sales = rows.reduce((total, { stretches }) => total + 10 * stretches.length, 0);
        expect(sum((line) => line.sales)).toBe(sales);
        LOYALTY_TYPES.forEach((type, i) => {
          expect(members(`loyal-type:${type}`)).toHaveLength(result.types[i]!.customers);
        });
        for (const { score, stretches, customers } of result.cells) {
          expect(members(`loyal-at:${score}-${stretches}`)).toHaveLength(customers);
        }
        expect(result.headline.unstable).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it("takes the latest score, leaves out who is too new, and a sale after the as-of day", () => {
    const tables = made(CORNERS);
    const customer = "客户0000";
    const more = surveyTable(tables, [
      ...CORNERS.map(({ score }, i): TestAnswer => ({
        customer: `客户${String(i).padStart(4, "0")}`,
        on: "2025-06-01",
        question: "总体",
        kind: "csat",
        score,
      })),
      { customer, on: "2025-07-01", question: "总体", kind: "csat", score: 1 },
      { customer, on: "2025-05-01", question: "总体", kind: "csat", score: 3 },
      { customer: "最后", on: "2025-07-01", question: "总体", kind: "csat", score: 3 },
    ]);
    const { headline, missing } = found({ ...tables, surveys: more }, { loyalFrom: 6 });
    expect(headline).toMatchObject({ apostles: 11, hostages: 6, n: 33 });
    expect(missing).toMatchObject({ young: 1, earlier: 2 });
    const early = resultOf(spec, compute, {
      tables,
      scope: scopeOf(LAST - 100),
      params: { loyalFrom: 1, stretchDays: 30 },
    });
    expect(Math.max(...early.cells.map(({ stretches }) => stretches))).toBeLessThanOrEqual(9);
  });

  it("splits the hostages by what leaving would cost: a contract that runs, months, kinds", () => {
    const tables = made(CORNERS);
    const hostages = [19, 20, 21, 22, 23].map((i) => `客户00${i}`);
    const contracts = (rows: readonly (readonly [string, string, string, string])[]): Input => ({
      ...tables,
      contracts: linkedTable(
        tables,
        rows.map(([name]) => name),
        {
          startsOn: dayColumn(rows.map(([, start]) => start)),
          endsOn: dayColumn(rows.map(([, , end]) => end)),
          cancelledOn: dayColumn(rows.map(([, , , cancelled]) => cancelled)),
        },
      ),
    });
    const bound = contracts([
      [hostages[0]!, "2025-01-01", "2026-06-30", ""],
      // without an end it goes on; another is over, cancelled, or has not begun
      [hostages[1]!, "2024-01-01", "", ""],
      [hostages[2]!, "2024-01-01", "2025-12-30", ""],
      [hostages[3]!, "2025-01-01", "2026-06-30", "2025-11-01"],
      [hostages[4]!, "2026-01-01", "2026-12-31", ""],
      ["客户0000", "2025-01-01", "2026-06-30", ""],
    ]);
    const { result, members } = answerOf(spec, compute, {
      tables: bound,
      scope: SCOPE,
      params: { loyalFrom: 6 },
    });
    if (result.kind !== "answered") throw new Error(result.code);
    const { switching, headline, switchingKinds } = result;
    expect(switching).toMatchObject({ kind: "contract", from: 1, unknown: 0 });
    expect([switching!.tied.customers, switching!.free.customers]).toEqual([2, 3]);
    expect([headline.tiedHostages, headline.hostages]).toEqual([2, 5]);
    expect([switching!.ofHostages, switching!.ofApostles]).toEqual([2 / 5, 1 / 12]);
    // chi-square of 2 3 / 1 11, one degree of freedom
    const chi = (17 * (2 * 11 - 3 * 1) ** 2) / (5 * 12 * 3 * 14);
    expectClose(switching!.pValue!, normalTwoSided(Math.sqrt(chi)), { rel: 1e-12 });
    expect(Array.from(members("loyal-hostage:tied")!, (row) => keyOf(bound, row))).toEqual(
      hostages.slice(0, 2),
    );
    expect(members("loyal-hostage:other")).toBeNull();
    expect(switchingKinds).toEqual(["contract", "tenure"]);
    expect(found(bound, { switching: "none" }).switching).toBeNull();

    // all bought first 500 days ago: 16 whole months
    const long = found(tables, { loyalFrom: 6, switching: "tenure" }).switching!;
    expect([long.from, long.tied.customers, long.ofApostles, long.pValue]).toEqual([
      16,
      5,
      1,
      null,
    ]);
    const longer = found(tables, { loyalFrom: 6, switching: "tenure", switchingFrom: 17 });
    expect(longer.switching!.tied.customers).toBe(0);
    // nothing is said of what the data do not have
    expect(found(tables).switching).toBeNull();
    expect(found(tables, { switching: "kinds" }).switching).toBeNull();
  });

  it("counts the kinds that were bought, and knows nothing of who bought unnamed things", () => {
    const tables = made(CORNERS);
    const customers = tables.orders.columns.get("customer") as DictionaryColumn;
    const places = new Map<number, number>();
    const kinds = Array.from(customers.codes, (code) => {
      const nth = places.get(code) ?? 0;
      places.set(code, nth + 1);
      const name = customers.dictionary[code]!;
      if (name === "客户0019") return undefined;
      return `类${nth % (name === "客户0020" ? 5 : 2)}`;
    });
    const orders = {
      ...tables.orders,
      columns: new Map([...tables.orders.columns, ["productKind", textColumn(kinds)]]),
    };
    const { switching } = found(
      { ...tables, orders },
      { loyalFrom: 6, switching: "kinds", switchingFrom: 3 },
    );
    expect(switching).toMatchObject({ kind: "kinds", from: 3, unknown: 1, ofHostages: 1 / 4 });
    expect([switching!.tied.customers, switching!.free.customers]).toEqual([1, 3]);
  });

  it("refuses without a question, and with too few customers", () => {
    const code = (tables: Input): unknown => {
      const { result, members } = answerOf(spec, compute, { tables, scope: SCOPE });
      expect(members("all")).toBeNull();
      return result.kind === "insufficient" ? [result.code, result.have] : null;
    };
    expect(code(tablesOf([], ["甲"]))).toEqual(["no-question", 0]);
    expect(code(made(CORNERS.slice(0, 8)))).toEqual(["too-few-customers", 8]);
  });
});
