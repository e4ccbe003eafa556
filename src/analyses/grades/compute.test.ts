import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { orderLines } from "../../../tests/contract/gauntlet";
import {
  DATA_SETS,
  referenceResults,
  referenceTables,
} from "../../../tests/support/reference-files";
import {
  floatColumn,
  scopeOf,
  tablesOf,
  type Line,
  type OwnSettings,
} from "../../../tests/support/tables";
import { NO_GRADE_BOOK, type GradeRule, type HandGrade } from "../../domain/grade-book";
import type { Grade } from "../../domain/rule-book";
import { firstDayOfMonth } from "../../kernel/base/calendar";
import { MISSING_CODE, MISSING_DAY, type Column, type Table } from "../../kernel/table/column";
import type { Input } from "../define";
import pareto from "../pareto/compute";
import paretoSpec from "../pareto/spec";
import compute from "./compute";
import spec, { type GradesParams } from "./spec";

const FIRST = 12 * 54;
const LAST_DAY = firstDayOfMonth(FIRST + 24) - 1;
const SCOPE = scopeOf(LAST_DAY);

type Ask = Partial<GradesParams> & OwnSettings;
const answer = (tables: Input, { ownWords, gradeBook, ...params }: Ask = {}) =>
  answerOf(spec, compute, { tables, scope: SCOPE, params, ownWords, gradeBook });
const result = (tables: Input, { ownWords, gradeBook, ...params }: Ask = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params, ownWords, gradeBook });

/** Ten customers; the larger the number the smaller. Each buys every month, by `course` from first month to last. */
const NAMES = ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"];
const steady = (): number => 1;
function tenCustomers(courses: Readonly<Record<string, (month: number) => number>> = {}): Input {
  const lines = NAMES.flatMap((customer, place) =>
    Array.from({ length: 24 }, (_, month): Line => ({
      customer,
      on: firstDayOfMonth(FIRST + month),
      amount: (1000 - 90 * place) * (courses[customer] ?? steady)(month),
    })),
  );
  return tablesOf(
    lines.filter(({ amount }) => amount > 0),
    NAMES,
  );
}

interface Invoice {
  readonly customer: string;
  readonly written: number;
  readonly due: number;
  readonly settled?: number;
  readonly amount: number;
}
const dayColumn = (values: readonly (number | undefined)[]): Column => ({
  kind: "day",
  length: values.length,
  values: Int32Array.from(values, (value) => value ?? MISSING_DAY),
  validity: null,
});
const customerColumn = (names: readonly string[]): Column => ({
  kind: "dictionary",
  length: names.length,
  codes: Uint32Array.from(names, (name) => {
    const code = NAMES.indexOf(name);
    return code < 0 ? MISSING_CODE : code;
  }),
  dictionary: NAMES,
  validity: null,
});
const invoiceTable = (rows: readonly Invoice[]): Table => ({
  rowCount: rows.length,
  columns: new Map<string, Column>([
    ["customer", customerColumn(rows.map(({ customer }) => customer))],
    ["invoicedOn", dayColumn(rows.map(({ written }) => written))],
    ["dueOn", dayColumn(rows.map(({ due }) => due))],
    ["settledOn", dayColumn(rows.map(({ settled }) => settled))],
    ["amount", floatColumn(rows.map(({ amount }) => amount))],
    [
      "openAmount",
      floatColumn(rows.map(({ amount, settled }) => (settled === undefined ? amount : 0))),
    ],
  ]),
});
const contactTable = (rows: readonly (readonly [string, number])[]): Table => ({
  rowCount: rows.length,
  columns: new Map<string, Column>([
    ["customer", customerColumn(rows.map(([name]) => name))],
    ["contactedAt", floatColumn(rows.map(([, day]) => day * 1440 + 600))],
  ]),
});

const byHand = (customer: string, grade: Grade): ReadonlyMap<string, HandGrade> =>
  new Map([[customer, { customer, grade, reason: "老板的同学", givenAtMs: 1_700_000_000_000 }]]);
const rules = (rule: Partial<GradeRule>): ReadonlyMap<Grade, GradeRule> =>
  new Map(
    (["a", "b", "c"] as const).map((grade) => [
      grade,
      { visitLevel: "sales", visitDays: null, creditLimit: null, termDays: null, ...rule },
    ]),
  );

const names = (tables: Input, rows: Uint32Array | null): readonly string[] => {
  const keys = tables.customers.columns.get("key");
  return Array.from(rows ?? [], (row) =>
    keys?.kind === "dictionary" ? keys.dictionary[row]! : "",
  );
};

describe("the base grades", () => {
  it.each(DATA_SETS)("are those of pandas and of the ABC analysis on %s", (set) => {
    const reference = referenceResults(set);
    const question = {
      tables: referenceTables(set),
      scope: scopeOf(reference.reference_date),
      params: { window: "all", cut: "cumulative-80-95" },
    } as const;
    const { grades } = resultOf(spec, compute, question);
    const { A, B, C } = reference.concentration_of_monetary.abc_80_95_crossing_customer_included;
    expect(grades.map(({ baseCustomers }) => baseCustomers)).toEqual([A, B, C]);
    const { headline } = resultOf(paretoSpec, pareto, question);
    expect([headline.gradeA, headline.gradeB, headline.gradeC]).toEqual([A, B, C]);
  });

  it("have the members of the ABC analysis for every cut, measure and basis", () => {
    const tables = tablesOf(orderLines(800, 90, 4));
    const scope = scopeOf(20453);
    for (const cut of spec.params.cut.options) {
      for (const measure of ["sales", "profit"] as const) {
        const question = { tables, scope, params: { cut, measure, basis: "net" } } as const;
        const one = answerOf(spec, compute, question);
        const other = answerOf(paretoSpec, pareto, question);
        for (const grade of ["a", "b", "c"])
          expect(one.members(`base:${grade}`)).toEqual(other.members(`grade:${grade}`));
      }
    }
  });
});

describe("the moves", () => {
  it("are none where all are steady and nobody says how they pay", () => {
    const { headline, creditKnown, checks } = result(tenCustomers());
    expect(headline).toMatchObject({ gradeA: 1, gradeB: 4, gradeC: 5, moved: 0, overrides: 0 });
    expect(creditKnown).toBeNull();
    expect(headline.breaches).toBeNull();
    expect(checks.every(({ isBlind }) => isBlind)).toBe(true);
  });

  it("take a customer up by sure growth and down by sure decline, one step, with the reason", () => {
    const tables = tenCustomers({
      己: (month) => 0.5 + month / 23 + (month % 2) / 20,
      甲: (month) => 1.5 - month / 23 + (month % 2) / 20,
    });
    const { moves, headline, up, down } = result(tables);
    const moved = moves.map(({ name, base, grade, reasons }) => [name, base, grade, ...reasons]);
    expect(moved).toContainEqual(["甲", "b", "c", "decline"]);
    expect(moved).toContainEqual(["己", "b", "a", "growth"]);
    expect(headline.moved).toBe(2);
    expect([up, down]).toEqual([1, 1]);
    const rising = moves.find(({ name }) => name === "己")!;
    expect(rising.facts.trend!.low).toBeGreaterThan(0);
    expect(result(tables, { growth: 5 }).headline.moved).toBe(0);
  });

  const late = (customer: string, settled?: number): Invoice => ({
    customer,
    written: LAST_DAY - 120,
    due: LAST_DAY - 90,
    amount: 1000,
    ...(settled === undefined ? {} : { settled }),
  });

  it("take a customer down for what is unpaid and for what is paid late, never up for paying on time", () => {
    const invoices = invoiceTable([
      late("甲", LAST_DAY - 90),
      late("乙"),
      late("丙", LAST_DAY - 70),
      late("丁", LAST_DAY - 80),
      late("戊", LAST_DAY - 95),
    ]);
    const tables = { ...tenCustomers(), invoices };
    const { moves, creditKnown } = result(tables);
    expect(moves.map(({ name, base, grade }) => [name, base, grade])).toEqual([
      ["乙", "b", "c"],
      ["丙", "b", "c"],
    ]);
    expect(moves[0]!.facts).toMatchObject({ overdueShare: 1, lateDays: 90, dueInvoices: 1 });
    expect(moves[1]!.facts).toMatchObject({ overdueShare: 0, lateDays: 20 });
    expect(creditKnown).toBe(5);
    expect(result(tables, { lateDays: 30 }).headline.moved).toBe(1);
  });

  it("take a customer down for a large unpaid share alone, however short it is overdue", () => {
    const young = { customer: "乙", written: LAST_DAY - 40, due: LAST_DAY - 5, amount: 300 };
    const paidOnTime = { ...late("乙", LAST_DAY - 90), amount: 700 };
    const tables = { ...tenCustomers(), invoices: invoiceTable([young, paidOnTime]) };
    const [line] = result(tables).moves;
    expect(line).toMatchObject({ name: "乙", reasons: ["arrears"] });
    expect(line!.facts.overdueShare).toBeCloseTo(0.3, 12);
    expect(line!.facts.lateDays).toBeCloseTo(1.5, 12);
    expect(result(tables, { overdueShare: 0.3 }).headline.moved).toBe(0);
  });

  it("stay where growth and arrears cancel, with both reasons in sight", () => {
    const tables = {
      ...tenCustomers({ 己: (month) => 0.5 + month / 23 + (month % 2) / 20 }),
      invoices: invoiceTable([late("己")]),
    };
    const found = answer(tables);
    expect(names(tables, found.members("moved"))).toEqual([]);
    expect(names(tables, found.members("reason:arrears"))).toEqual(["己"]);
    expect(names(tables, found.members("reason:growth"))).toEqual(["己"]);
  });

  it("are never more than a step, whatever the customers do (property)", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
        const tables = tablesOf(orderLines(300, 25, seed));
        const found = answerOf(spec, compute, {
          tables,
          scope: scopeOf(20453),
          params: { growth: 0 },
        });
        if (found.result.kind !== "answered") return;
        for (const { base, grade } of found.result.moves)
          expect(Math.abs(base.charCodeAt(0) - grade.charCodeAt(0))).toBe(1);
        const { gradeA, gradeB, gradeC } = found.result.headline;
        expect(gradeA + gradeB + gradeC).toBe(found.result.customers);
      }),
      { numRuns: 30 },
    );
  });
});

describe("a grade by hand", () => {
  it("stands above the rule, says why, and is gone with its record", () => {
    const tables = tenCustomers();
    const gradeBook = { ...NO_GRADE_BOOK, byHand: byHand("癸", "a") };
    const found = result(tables, { gradeBook });
    expect(found.headline).toMatchObject({ gradeA: 2, gradeC: 4, overrides: 1 });
    expect(found.hands).toEqual([
      expect.objectContaining({ name: "癸", ruled: "c", grade: "a", reason: "老板的同学" }),
    ]);
    expect(names(tables, answer(tables, { gradeBook }).members("by-hand"))).toEqual(["癸"]);
    expect(result(tables).headline).toMatchObject({ gradeA: 1, overrides: 0 });
  });

  it("of a customer without sales is counted apart", () => {
    const gradeBook = { ...NO_GRADE_BOOK, byHand: byHand("没有买过", "a") };
    expect(result(tenCustomers(), { gradeBook })).toMatchObject({
      headline: { overrides: 0 },
      idleHands: 1,
    });
  });
});

describe("the policy", () => {
  const open = (customer: string, age: number, amount: number): Invoice => ({
    customer,
    written: LAST_DAY - age,
    due: LAST_DAY - age + 30,
    amount,
  });

  it("names who was not contacted in time, and not those of whom the table is too young to tell", () => {
    const contacts = contactTable([
      ["甲", LAST_DAY - 50],
      ["乙", LAST_DAY - 10],
    ]);
    const tables = { ...tenCustomers(), contacts };
    const ask = (visitDays: number) => ({
      gradeBook: { ...NO_GRADE_BOOK, rules: rules({ visitDays }) },
    });
    const within = answer(tables, ask(40));
    expect(names(tables, within.members("breach:contact"))).toEqual(
      NAMES.filter((n) => n !== "乙"),
    );
    const longer = result(tables, ask(60)).checks[0]!;
    expect(longer).toMatchObject({ checked: 2, breaches: 0, unknown: 8, isBlind: false });
  });

  it("names balances above the limit, the customer's own before that of the grade", () => {
    const tables = {
      ...tenCustomers(),
      invoices: invoiceTable([open("甲", 10, 900), open("乙", 10, 900), open("丙", 10, 400)]),
    };
    const limits = floatColumn(NAMES.map((name) => (name === "甲" ? 1000 : undefined)));
    const customers = {
      ...tables.customers,
      columns: new Map([...tables.customers.columns, ["creditLimit", limits] as const]),
    };
    const gradeBook = { ...NO_GRADE_BOOK, rules: rules({ creditLimit: 500 }) };
    const found = answer({ ...tables, customers }, { gradeBook });
    expect(names(tables, found.members("breach:limit"))).toEqual(["乙"]);
    const { checks, breaches } = result({ ...tables, customers }, { gradeBook });
    expect(checks[1]).toMatchObject({ checked: 3, breaches: 1, unknown: 7 });
    expect(breaches[0]).toMatchObject({
      name: "乙",
      checks: [{ check: "limit", value: 900, allowed: 500 }],
    });
  });

  it("names invoices older than the days to pay, paid ones never", () => {
    const paid = { ...open("丙", 100, 5), settled: LAST_DAY - 1 };
    const tables = {
      ...tenCustomers(),
      invoices: invoiceTable([open("甲", 46, 1), open("乙", 45, 1), paid]),
    };
    const gradeBook = { ...NO_GRADE_BOOK, rules: rules({ termDays: 45 }) };
    expect(names(tables, answer(tables, { gradeBook }).members("breach"))).toEqual(["甲"]);
  });

  it("lets C have nothing on credit until somebody writes another", () => {
    const tables = { ...tenCustomers(), invoices: invoiceTable([open("癸", 5, 10)]) };
    const { checks, policy } = result(tables);
    expect(checks.map(({ breaches }) => breaches)).toEqual([0, 1, 1]);
    expect(policy.every(({ isWritten }) => !isWritten)).toBe(true);
  });
});

describe("the flow between two periods", () => {
  it("counts who moved between the grades by value and what A brings, and adds up", () => {
    const tables = tenCustomers({
      癸: (month) => (month < 12 ? 1 : 30),
      己: (month) => (month < 12 ? 1 : 0),
    });
    const { flow, grades } = result(tables);
    const heads = (from: string, to: string): number =>
      flow!.cells.find((cell) => cell.from === from && cell.to === to)?.customers ?? 0;
    expect(heads("c", "a")).toBe(1);
    expect(flow!.cells.find(({ to }) => to === "none")!.customers).toBe(1);
    expect(flow!.joined).toBe(1);
    expect(flow!.left).toBe(1);
    const into = flow!.cells.filter(({ to }) => to !== "none");
    expect(into.reduce((sum, { customers }) => sum + customers, 0)).toBe(9);
    expect(flow!.now.customers).toBe(grades[0]!.baseCustomers);
    expect(flow!.now.amount).toBeCloseTo(grades[0]!.baseAmount, 6);
  });

  it("is not drawn for all days, nor without the period before", () => {
    expect(result(tenCustomers(), { window: "all" }).flow).toBeNull();
    const short = tablesOf([{ customer: "甲", on: LAST_DAY - 3, amount: 5 }]);
    expect(result(short).flow).toBeNull();
  });
});

describe("refusals", () => {
  it("are those of the ABC analysis", () => {
    const bare = tablesOf([{ customer: "甲", on: LAST_DAY, amount: 1 }]);
    expect(answer(bare, { measure: "profit" }).result).toMatchObject({ code: "profit-missing" });
    expect(answer(tablesOf([])).result).toMatchObject({ code: "no-sales" });
    const free = tablesOf([{ customer: "甲", on: LAST_DAY, amount: 0 }]);
    expect(answer(free).result).toMatchObject({ code: "nothing-positive" });
  });
});
