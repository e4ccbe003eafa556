import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { day, floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { MISSING_DAY, type Column, type Table } from "../../kernel/table/column";
import type { PayPromise } from "../../domain/pay-promise";
import type { Input } from "../define";
import compute from "./compute";
import { onTimeNeeded } from "./ladder";
import spec from "./spec";

const TODAY = day("2025-06-30");
const scope = scopeOf("2025-06-30");
const table = (rowCount: number, columns: Record<string, Column>): Table => ({
  rowCount,
  columns: new Map(Object.entries(columns)),
});
const dayColumn = (days: readonly (number | null)[]): Column => ({
  kind: "day",
  length: days.length,
  values: Int32Array.from(days, (value) => value ?? MISSING_DAY),
  validity: null,
});

interface Bill {
  readonly customer: number;
  /** days before today on which it was due; below 0: still to come */
  readonly dueAgo: number;
  /** days after the due day on which it was paid; null: unpaid */
  readonly paidAfter: number | null;
  readonly amount: number;
  readonly isDisputed?: boolean;
}

interface Gone {
  readonly customer: number;
  readonly ago: number;
  readonly initiative: string;
}

function tablesWith(customers: number, bills: readonly Bill[], gone: readonly Gone[] = []): Input {
  const key = textColumn(Array.from({ length: customers }, (_, i) => `k${i}`));
  const linked = (rows: readonly { readonly customer: number }[]): Column => ({
    ...key,
    length: rows.length,
    codes: Uint32Array.from(rows, ({ customer }) => customer),
  });
  const isOpen = ({ dueAgo, paidAfter }: Bill): boolean => paidAfter === null || paidAfter > dueAgo;
  return {
    orders: tablesOf([]).orders,
    customers: table(customers, { key }),
    invoices: table(bills.length, {
      customer: linked(bills),
      invoicedOn: dayColumn(bills.map(({ dueAgo }) => TODAY - dueAgo - 30)),
      dueOn: dayColumn(bills.map(({ dueAgo }) => TODAY - dueAgo)),
      settledOn: dayColumn(
        bills.map((bill) => (isOpen(bill) ? null : TODAY - bill.dueAgo + bill.paidAfter!)),
      ),
      amount: floatColumn(bills.map(({ amount }) => amount)),
      openAmount: floatColumn(bills.map((bill) => (isOpen(bill) ? bill.amount : 0))),
      isDisputed: floatColumn(bills.map(({ isDisputed }) => (isDisputed === true ? 1 : 0))),
    }),
    exits: table(gone.length, {
      customer: linked(gone),
      exitedOn: dayColumn(gone.map(({ ago }) => TODAY - ago)),
      initiative: textColumn(gone.map(({ initiative }) => initiative)),
    }),
  };
}

const paid = (customer: number, dueAgo: number, paidAfter: number): Bill => ({
  customer,
  dueAgo,
  paidAfter,
  amount: 100,
});
const unpaid = (customer: number, dueAgo: number, amount = 100): Bill => ({
  customer,
  dueAgo,
  paidAfter: null,
  amount,
});

describe("credit-ladder", () => {
  it("puts each customer on the highest step that its money or its habit asks for", () => {
    const bills = [
      // 0: in time; 1: 15 days over; 2: 31 days; 3: 91 days; 4: on the limit of 10 days
      ...[40, 70, 100].map((ago) => paid(0, ago, 5)),
      unpaid(1, 15),
      unpaid(2, 31, 300),
      unpaid(3, 91, 50),
      unpaid(4, 10),
      // 5: one of four late; 6: two of four; 7: two of two, too few to say
      ...[50, 80, 110].map((ago) => paid(5, ago, 3)),
      paid(5, 140, 20),
      ...[50, 80].map((ago) => paid(6, ago, 0)),
      ...[110, 140].map((ago) => paid(6, ago, 12)),
      paid(7, 60, 25),
      paid(7, 90, 25),
      // 8: all late, but longer ago than the look-back
      ...[400, 430, 460].map((ago) => paid(8, ago, 40)),
    ];
    const answer = answerOf(spec, compute, { tables: tablesWith(10, bills), scope });
    const { result, members, of } = answer;
    if (result.kind !== "answered") throw new Error(result.code);
    for (const line of result.lines) expect(of!(line.row)).toEqual(line);
    expect(of!(0)).toMatchObject({ step: 1, overdue: 0, oldest: 0, late: 0, judged: 3 });
    expect(of!(9)).toBeNull();
    expect([...members("credit:1")!]).toEqual([0, 4, 7, 8]);
    expect([...members("credit:2")!]).toEqual([1, 5]);
    expect([...members("credit:3")!]).toEqual([2, 6]);
    expect([...members("credit:4")!]).toEqual([3]);
    expect(result.headline).toMatchObject({ n: 9, step1: 4, step2: 2, step3: 2, step4: 1 });
    expect(result.headline.overdue).toBe(450);
    expect(result.lines.map(({ row }) => row)).toEqual([3, 2, 6, 1, 5]);
    const line = (row: number) => result.lines.find((each) => each.row === row)!;
    expect(line(2)).toMatchObject({ payToGoDown: 300, onTimeToGoDown: 0, upInDays: 60 });
    expect(line(1)).toMatchObject({ payToGoDown: 100, oldest: 15, upInDays: 16 });
    // 2 of 4 is a half; with one more in time it is 2 of 5.
    expect(line(6)).toMatchObject({ late: 2, judged: 4, payToGoDown: 0, onTimeToGoDown: 1 });
    // 1 of 4; 1 of 6 is below a fifth, 1 of 5 is not.
    expect(line(5)).toMatchObject({ late: 1, judged: 4, onTimeToGoDown: 2 });
  });

  it("lifts nobody for what is in dispute, and says who has a dispute", () => {
    const bills = [{ ...unpaid(0, 200, 900), isDisputed: true }, paid(1, 40, 0)];
    const { result, members } = answerOf(spec, compute, { tables: tablesWith(2, bills), scope });
    if (result.kind !== "answered") throw new Error(result.code);
    expect(result.headline).toMatchObject({ step1: 2, overdue: 0 });
    expect(result.disputed).toBe(1);
    expect([...members("credit:disputed")!]).toEqual([0]);
  });

  it("tells where those who left had stood on that day, and forgets who left without a debt", () => {
    const bills = [
      // left 100 days ago with 35 days past due then; paid since
      { ...unpaid(0, 135), paidAfter: 100 },
      // left 100 days ago for a rival, in time
      ...[150, 180, 210].map((ago) => paid(1, ago, 2)),
      // still owes
      unpaid(2, 300),
      paid(3, 40, 0),
    ];
    const gone = [
      { customer: 0, ago: 100, initiative: "我方主动" },
      { customer: 1, ago: 100, initiative: "客户主动" },
      { customer: 2, ago: 250, initiative: "我方主动" },
    ];
    const tables = tablesWith(4, bills, gone);
    const { result, members } = answerOf(spec, compute, { tables, scope });
    if (result.kind !== "answered") throw new Error(result.code);
    expect(result.lost).toEqual([
      { kind: "involuntary", customers: 2, high: 2 },
      { kind: "other", customers: 1, high: 0 },
    ]);
    expect(result.difference!.value).toBe(1);
    expect([...members("credit-lost-high:involuntary")!]).toEqual([0, 2]);
    const reason = textColumn(["H-07", "H-07", undefined]);
    const columns = new Map(tables.exits!.columns).set("reasonCode", reason);
    const reading = { reason: "H-07", initiative: "voluntary", changedAtMs: 1 } as const;
    const laid = resultOf(spec, compute, {
      tables: { ...tables, exits: { ...tables.exits!, columns } },
      scope,
      reasonReadings: new Map([["h-07", reading]]),
    });
    expect(laid.lost!.map(({ customers }) => customers)).toEqual([1, 2]);
    expect([...members("credit:all")!]).toEqual([2, 3]);
  });

  it("never lowers anybody when a limit is lowered, and asks for no more than is needed to go down", () => {
    const bill = fc.record({
      customer: fc.integer({ min: 0, max: 3 }),
      dueAgo: fc.integer({ min: -20, max: 400 }),
      paidAfter: fc.option(fc.integer({ min: -20, max: 120 })),
      amount: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(fc.array(bill, { maxLength: 30 }), (bills) => {
        const tables = tablesWith(4, bills);
        const of = (params: Partial<Record<keyof typeof spec.params, number>>) =>
          answerOf(spec, compute, { tables, scope, params });
        const [usual, strict] = [of({}), of({ prepayDays: 20, legalDays: 60, prepayShare: 0.3 })];
        const high = [...(usual.members("credit:high") ?? [])];
        const higher = [...(strict.members("credit:high") ?? [])];
        expect(higher).toEqual(expect.arrayContaining(high));
        if (usual.result.kind !== "answered") throw new Error("refused");
        const { n, steps, headline } = usual.result;
        expect(steps.reduce((sum, { customers }) => sum + customers, 0)).toBe(n);
        for (const line of usual.result.lines) {
          expect(line.payToGoDown).toBeLessThanOrEqual(line.overdue);
          expect(line.overdue).toBeLessThanOrEqual(line.balance + 1e-9);
          expect(line.payToGoDown + line.onTimeToGoDown).toBeGreaterThan(0);
        }
        expect(headline.overdue === null).toBe(n === 0);
      }),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(0.1, 0.2, 0.25, 0.5, 1),
        (judged, most, share) => {
          const late = Math.min(most, judged);
          const more = onTimeNeeded(late, judged, share);
          expect(late / (judged + more)).toBeLessThan(share + (more === 0 ? 1e-12 : 0));
          if (more > 0) expect(late / (judged + more - 1)).toBeGreaterThanOrEqual(share);
        },
      ),
    );
  });

  it("says nothing of those who left where no table says who did, and none where it names none of them", () => {
    const gone = [{ customer: 1, ago: 20, initiative: "客户主动" }];
    const tables = tablesWith(2, [unpaid(0, 100), paid(1, 40, 0)], gone);
    const figures = (input: Input) => resultOf(spec, compute, { tables: input, scope }).headline;
    const { exits: _, ...withoutExits } = tables;
    expect(figures(withoutExits)).toMatchObject({
      lostInvoluntary: null,
      lostInvoluntaryHigh: null,
      lostOther: null,
      lostOtherHigh: null,
    });
    expect(figures(tables)).toMatchObject({ lostInvoluntary: 0, lostOther: 1, lostOtherHigh: 0 });
    const { lost, difference } = resultOf(spec, compute, { tables: withoutExits, scope });
    expect([lost, difference]).toEqual([null, null]);
  });

  it("lifts who broke a promise to pay, says until when, and forgets it after the look-back", () => {
    const bills = [...[40, 70, 100].flatMap((ago) => [paid(0, ago, 5), paid(1, ago, 5)])];
    // Somebody else paid yesterday: the payments reach the days of the promises.
    const plain = tablesWith(3, [...bills, paid(2, 1, 0)]);
    const names = new Map(plain.customers.columns).set(
      "customerName",
      textColumn(["k0", "k1", "k2"]),
    );
    const tables = { ...plain, customers: { ...plain.customers, columns: names } };
    const given = (customer: string, dueAgo: number): PayPromise => ({
      customer: { id: null, name: customer },
      madeOn: TODAY - dueAgo - 10,
      dueOn: TODAY - dueAgo,
      amount: 5000,
      changedAtMs: 1,
    });
    const of = (...promises: readonly PayPromise[]) => {
      const payPromises = new Map(promises.map((one, i) => [String(i), one]));
      const { result, members } = answerOf(spec, compute, { tables, scope, payPromises });
      if (result.kind !== "answered") throw new Error(result.code);
      return { ...result, members };
    };
    const none = of();
    expect(none.promises).toBeNull();
    expect(none.headline).toMatchObject({ promisesKept: null, promisesBroken: null, step2: 0 });
    const one = of(given("k0", 30));
    expect(one.headline).toMatchObject({ promisesKept: 0, promisesBroken: 1, step2: 1, step3: 0 });
    expect(one.lines).toMatchObject([
      { row: 0, step: 2, broken: 1, payToGoDown: 0, onTimeToGoDown: 0, promiseDaysToGoDown: 335 },
    ]);
    expect([...one.members("credit:broken")!]).toEqual([0]);
    const two = of(given("k0", 30), given("k0", 50), given("k1", 400));
    expect(two.headline).toMatchObject({ promisesBroken: 3, step2: 0, step3: 1 });
    // When the older of both is forgotten, one is left: assess only.
    expect(two.lines[0]).toMatchObject({ step: 3, broken: 2, promiseDaysToGoDown: 315 });
    expect(two.promises).toMatchObject({ from: "invoices", breakers: 1 });
  });

  it("says that invoices are missing", () => {
    const { customers, orders } = tablesWith(2, []);
    expect(resultOf(spec, compute, { tables: { customers, orders }, scope }).gap).toBe(
      "no-invoices",
    );
    expect(resultOf(spec, compute, { tables: tablesWith(2, []), scope }).gap).not.toBeNull();
  });
});
