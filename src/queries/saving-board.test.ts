import { describe, expect, it } from "vitest";
import { day, scopeOf, tablesOf, textColumn, type Line } from "../../tests/support/tables";
import type { PhaseStep, PhaseSteps, SavingCase } from "../domain/saving";
import { newCase } from "../domain/saving";
import { dayColumn } from "../kernel/table/builder";
import type { Column } from "../kernel/table/column";
import { bitset, setBit } from "../kernel/table/bitset";
import { savingBoard } from "./saving-board";

const SCOPE = scopeOf("2025-11-30");
const LINES: readonly Line[] = [
  { customer: "甲", on: "2024-06-01", amount: 1000 },
  { customer: "甲", on: "2025-05-01", amount: 300 },
  { customer: "甲", on: "2025-10-10", amount: 50 },
  { customer: "甲", on: "2025-10-10", amount: 25 },
  { customer: "甲", on: "2025-10-20", amount: -10, kind: "return" },
  { customer: "乙", on: "2025-01-15", amount: 70 },
];
const MADE = tablesOf(LINES, ["甲", "乙"]);
const named = new Map([...MADE.customers.columns, ["customerName", textColumn(["甲", "乙"])]]);
const TABLES = { ...MADE, customers: { ...MADE.customers, columns: named } };
const TODAY = day("2025-12-31");

const caseOf = (
  name: string,
  ...steps: readonly (readonly [PhaseStep["phase"], string])[]
): SavingCase => ({
  ...newCase({ id: null, name }, null, { onDay: 0, atMs: 1 }),
  // each case of these tests has a step at least
  steps: steps.map(([phase, iso]) => ({ phase, onDay: day(iso) })) as unknown as PhaseSteps,
});
const ask = (
  cases: readonly SavingCase[],
  customerRows: Parameters<typeof savingBoard>[2] = null,
) =>
  savingBoard(
    TABLES,
    { scope: SCOPE, today: TODAY, cases: cases.map((one, i) => [String(i), one]) },
    customerRows,
  );

describe("savingBoard", () => {
  it("says what a customer bought in the year before it was taken, and since", () => {
    const { facts } = ask([
      caseOf("甲", ["warned", "2025-09-01"]),
      caseOf("甲", ["warned", "2025-09-01"], ["saved", "2025-10-10"]),
      caseOf("乙", ["warned", "2025-12-15"]),
      caseOf("丙", ["warned", "2025-09-01"]),
    ]);
    expect(facts[0]).toMatchObject({ customer: "甲", name: "甲", yearSales: 300 });
    expect(facts[0]!.again).toEqual({ orderDays: 1, amount: 75 });
    // an order on the day of the rescue is part of it
    expect(facts[1]!.again).toEqual({ orderDays: 0, amount: 0 });
    // taken after the data end: the year up to their end, and nothing is known of later orders
    expect(facts[2]).toMatchObject({ yearSales: 70, again: null });
    expect(facts[3]).toEqual({
      key: "3",
      row: -1,
      customer: null,
      name: "丙",
      yearSales: null,
      again: null,
      exitedOn: null,
    });
  });

  it("knows the last exit of a customer, also one after the as-of day", () => {
    const exits = {
      rowCount: 3,
      columns: new Map<string, Column>([
        ["customer", textColumn(["甲", "甲", undefined])],
        [
          "exitedOn",
          dayColumn(Int32Array.of(day("2025-03-01"), day("2025-12-15"), day("2025-12-20"))),
        ],
      ]),
    };
    const cases = [caseOf("甲", ["lost", "2025-12-10"]), caseOf("乙", ["lost", "2025-12-10"])];
    const { facts } = savingBoard(
      { ...TABLES, exits },
      { scope: SCOPE, today: TODAY, cases: cases.map((one, i) => [String(i), one]) },
      null,
    );
    expect(facts.map(({ exitedOn }) => exitedOn)).toEqual([day("2025-12-15"), null]);
  });

  it("counts phases, and the product-limit median of the time in them with open cases censored", () => {
    const { funnel } = ask([
      caseOf("甲", ["warned", "2025-12-01"], ["saving", "2025-12-03"], ["saved", "2025-12-13"]),
      caseOf("甲", ["warned", "2025-12-01"], ["saving", "2025-12-05"], ["lost", "2025-12-25"]),
      caseOf("乙", ["warned", "2025-12-01"], ["saving", "2025-12-07"]),
      caseOf("乙", ["warned", "2025-12-21"]),
    ]);
    expect(funnel).toMatchObject({
      entered: 4,
      started: 3,
      warned: 1,
      saving: 1,
      saved: 1,
      lost: 1,
      savedShare: null,
    });
    // warned: 2, 4, 6 left, 10 still there: S = 3/4, 1/2, 1/4; along 1/2 from 4 to 6
    expect(funnel.times.warned).toEqual({ spells: 4, left: 3, medianDays: 5 });
    // saving: 10 and 20 left, 24 still there: S = 2/3, 1/3
    expect(funnel.times.saving).toEqual({ spells: 3, left: 2, medianDays: 20 });
  });

  it("gives the share saved from five ended cases on, and who of them bought again where the data reach", () => {
    const saved = caseOf("甲", ["warned", "2025-09-01"], ["saved", "2025-09-15"]);
    const unseen = caseOf("甲", ["warned", "2025-09-01"], ["saved", "2025-12-01"]);
    const still = caseOf("乙", ["warned", "2025-09-01"], ["saved", "2025-09-15"]);
    const lost = caseOf("乙", ["warned", "2025-09-01"], ["lost", "2025-09-15"]);
    expect(ask([saved, unseen, still, lost]).funnel.savedShare).toBeNull();
    const { funnel } = ask([saved, unseen, still, lost, lost]);
    expect(funnel.savedShare!.value).toBe(0.6);
    // Wilson (1927) for 3 of 5
    expect(funnel.savedShare!.low).toBeCloseTo(0.2307, 4);
    expect(funnel.savedShare!.high).toBeCloseTo(0.8824, 4);
    expect(funnel.again).toEqual({ seen: 2, customers: 1, amount: 75 });
  });

  it("keeps to the customers of the filters, and answers without orders", () => {
    const rows = bitset(2);
    setBit(rows, 1);
    const cases = [caseOf("甲", ["warned", "2025-09-01"]), caseOf("乙", ["warned", "2025-09-01"])];
    expect(ask(cases, rows).facts.map(({ key }) => key)).toEqual(["1"]);
    expect(ask(cases, rows).funnel.entered).toBe(1);
    const none = { ...TABLES, orders: { rowCount: 0, columns: new Map() } };
    const question = { scope: SCOPE, today: TODAY, cases: [["0", cases[0]!]] as const };
    expect(savingBoard(none, question, null).facts[0]).toMatchObject({
      row: 0,
      yearSales: null,
      again: null,
    });
  });
});
