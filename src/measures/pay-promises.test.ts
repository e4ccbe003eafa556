import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { linkedTable } from "../../tests/support/linked-tables";
import { floatColumn, tablesOf, textColumn } from "../../tests/support/tables";
import type { Tables } from "../domain/generation";
import {
  PAY_PROMISES,
  payPromisesDigest,
  type PayPromise,
  type PayPromises,
} from "../domain/pay-promise";
import { parsed } from "../domain/own-work";
import { MISSING_DAY, type Column } from "../kernel/table/column";
import { judgedPromises } from "./pay-promises";

const TODAY = 20_000;
const daysAgo = (agos: readonly number[]): Column => ({
  kind: "day",
  length: agos.length,
  values: Int32Array.from(agos, (ago) => TODAY - ago),
  validity: null,
});
const NAMES = ["甲", "乙", "丙"];
const BASE = (() => {
  const made = tablesOf([], NAMES);
  const columns = new Map([...made.customers.columns, ["customerName", textColumn(NAMES)]]);
  return { ...made, customers: { ...made.customers, columns } };
})();

interface Paid {
  readonly who: string;
  /** days before today */
  readonly ago: number;
  readonly amount: number;
}

const withPayments = (paid: readonly Paid[]): Tables => ({
  ...BASE,
  payments: linkedTable(
    BASE,
    paid.map(({ who }) => who),
    {
      paidOn: daysAgo(paid.map(({ ago }) => ago)),
      amount: floatColumn(paid.map(({ amount }) => amount)),
    },
  ),
});

const promise = (who: string, madeAgo: number, dueAgo: number, amount: number): PayPromise => ({
  customer: { id: null, name: who },
  madeOn: TODAY - madeAgo,
  dueOn: TODAY - dueAgo,
  amount,
  changedAtMs: 1,
});
const listed = (...all: readonly PayPromise[]): PayPromises =>
  new Map(all.map((one, i) => [String(i), one]));
const fates = (tables: Tables, promises: PayPromises) =>
  judgedPromises(tables, promises, TODAY).all.map(({ fate, paid }) => [fate, paid]);

describe("promises to pay", () => {
  it("are kept by what came in from the day they were given to the day they were due, both included", () => {
    const tables = withPayments([
      { who: "甲", ago: 31, amount: 500 },
      { who: "甲", ago: 30, amount: 60 },
      { who: "甲", ago: 20, amount: 40 },
      { who: "甲", ago: 19, amount: 500 },
      { who: "乙", ago: 0, amount: 5 },
    ]);
    const of = (amount: number) => fates(tables, listed(promise("甲", 30, 20, amount)))[0];
    expect(of(100)).toEqual(["kept", 100]);
    expect(of(101)).toEqual(["broken", 100]);
  });

  it("are open before they are due, unclear where payments do not reach the day or nobody is known, and unseen before they are given", () => {
    const tables = withPayments([{ who: "甲", ago: 10, amount: 50 }]);
    const found = fates(
      tables,
      listed(
        promise("甲", 20, -5, 80),
        promise("乙", 20, 5, 80),
        promise("乙", 20, 10, 80),
        promise("丁", 20, 15, 80),
        promise("甲", -1, -9, 80),
      ),
    );
    expect(found).toEqual([
      ["open", 50],
      ["unclear", 0],
      ["broken", 0],
      ["unclear", 0],
    ]);
    expect(fates(BASE, listed(promise("甲", 20, 5, 80)))).toEqual([["unclear", 0]]);
  });

  it("claim each payment once, the promise that is due first before the others", () => {
    const tables = withPayments([
      { who: "甲", ago: 15, amount: 150 },
      { who: "乙", ago: 0, amount: 1 },
    ]);
    const [later, sooner] = [promise("甲", 20, 5, 100), promise("甲", 20, 10, 100)];
    expect(fates(tables, listed(later, sooner))).toEqual([
      ["broken", 50],
      ["kept", 100],
    ]);
  });

  it("are judged by the settlement of invoices where there are no payments", () => {
    const invoices = linkedTable(BASE, ["甲", "乙"], {
      settledOn: daysAgo([12, 1]),
      amount: floatColumn([300, 10]),
    });
    const judged = judgedPromises(
      { ...BASE, invoices },
      listed(promise("甲", 20, 10, 300), promise("甲", 20, 5, 1)),
      TODAY,
    );
    expect(judged.from).toBe("invoices");
    expect(judged.all.map(({ fate }) => fate)).toEqual(["kept", "broken"]);
  });

  it("are unclear, not broken, where money without a day would make them kept, or nothing is known of it", () => {
    const invoices = linkedTable(BASE, ["甲", "甲", "乙", "乙"], {
      settledOn: {
        kind: "day",
        length: 4,
        values: Int32Array.from([MISSING_DAY, TODAY - 1, MISSING_DAY, TODAY - 1]),
        validity: null,
      },
      amount: floatColumn([300, 10, 300, 10]),
      openAmount: floatColumn([200, 0, 300, 0]),
    });
    const of = (who: string, amount: number) =>
      fates({ ...BASE, invoices }, listed(promise(who, 20, 10, amount)))[0]![0];
    // 100 of the first invoice was paid, nobody knows when.
    expect([of("甲", 100), of("甲", 101)]).toEqual(["unclear", "broken"]);
    expect(of("乙", 100)).toBe("broken");
    expect(of("丙", 100)).toBe("unclear");
  });

  it("never claim more than came in, whatever the order of rows and records", () => {
    const ago = fc.integer({ min: -10, max: 40 });
    const some = fc.array(
      fc.record({
        who: fc.constantFrom(...NAMES),
        ago: fc.integer({ min: 0, max: 40 }),
        amount: fc.integer({ min: -20, max: 100 }),
      }),
      { maxLength: 12 },
    );
    const given = fc.array(
      fc.tuple(fc.constantFrom(...NAMES), ago, ago, fc.integer({ min: 1, max: 150 })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(some, given, (paid, all) => {
        const promises = all.map(([who, a, b, amount]) =>
          promise(who, Math.max(a, b), Math.min(a, b), amount),
        );
        const byKey = (tables: Tables, records: PayPromises) =>
          new Map(judgedPromises(tables, records, TODAY).all.map((one) => [one.key, one]));
        const found = byKey(withPayments(paid), listed(...promises));
        for (const who of NAMES) {
          const claimed = [...found.values()].filter(({ row }) => NAMES[row] === who);
          const income = paid.filter((one) => one.who === who && one.amount > 0);
          const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);
          expect(sum(claimed.map((one) => one.paid))).toBeLessThanOrEqual(
            sum(income.map(({ amount }) => amount)),
          );
        }
        const turned = new Map([...listed(...promises)].toReversed());
        expect(byKey(withPayments(paid.toReversed()), turned)).toEqual(found);
      }),
    );
  });

  it("have a digest, and are not read in another shape", () => {
    expect(payPromisesDigest(new Map())).toBe("");
    const fine = promise("甲", 20, 5, 80);
    expect(payPromisesDigest(listed(fine))).not.toBe(
      payPromisesDigest(listed({ ...fine, amount: 81 })),
    );
    const records = new Map<string, unknown>([
      ["fine", fine],
      ["due before", { ...fine, dueOn: fine.madeOn - 1 }],
      ["nothing", { ...fine, amount: 0 }],
      ["nobody", { ...fine, customer: null }],
      ["day", { ...fine, dueOn: "2025-01-01" }],
    ]);
    expect([...parsed(PAY_PROMISES, records).keys()]).toEqual(["fine"]);
  });
});
