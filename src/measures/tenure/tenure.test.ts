import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { saleEvents } from "../lifecycle-events";
import { lapseWindow } from "../lifecycle-stages";
import { orderBook, type Tables } from "../order-book";
import { floatColumn, tablesOf, textColumn, day } from "../../../tests/support/tables";
import { finished } from "../../kernel/base/finished";
import { MISSING_DAY, type Column, type DayColumn, type Table } from "../../kernel/table/column";
import { churnWindow } from "./churn-window";
import { tenureFromColumns } from "./from-columns";
import { exitDays, tenureFromContracts } from "./from-contracts";
import { tenureFromOrders } from "./from-orders";
import { groupCustomers } from "./group-customers";
import type { Tenure } from "./tenure";
import { tenureOf } from "./tenure-of";

const days = (isos: readonly (string | null)[]): DayColumn => ({
  kind: "day",
  length: isos.length,
  values: Int32Array.from(isos, (iso) => (iso === null ? MISSING_DAY : day(iso))),
  validity: null,
});
const table = (rowCount: number, columns: Record<string, Column>): Table => ({
  rowCount,
  columns: new Map(Object.entries(columns)),
});
const customersWith = (names: readonly string[], columns: Record<string, Column>): Table =>
  table(names.length, { key: textColumn(names), ...columns });

const asOfDay = day("2025-06-30");
const everybody = { customerRows: null, orderRows: null, asOfDay };

function known(tenure: Tenure | string): Tenure {
  if (typeof tenure === "string") throw new Error(tenure);
  return tenure;
}

describe("tenureFromColumns", () => {
  const read = (durations: (number | undefined)[], event: Column) =>
    tenureFromColumns(
      customersWith(
        durations.map((_, i) => `k${i}`),
        { months: floatColumn(durations), event },
      ),
      { duration: "months", event: "event" },
      null,
      asOfDay,
    );

  it("takes 1 of 0 and 1, the larger of two numbers, and every code but 0 for lost", () => {
    const outcomes = (values: number[]) => [
      ...known(
        read(
          values.map(() => 5),
          floatColumn(values),
        ),
      ).seen.outcomes,
    ];
    expect(outcomes([0, 1, 1])).toEqual([0, 1, 1]);
    expect(outcomes([1, 2, 1])).toEqual([0, 1, 0]);
    expect(outcomes([0, 1, 2])).toEqual([0, 1, 2]);
    expect(read([5, 5, 5], floatColumn([0.5, 1, 7]))).toBe("event-unclear");
  });

  it("understands words, and the other of two words from one that it knows", () => {
    const outcomes = (words: string[]) => {
      const tenure = read(
        words.map(() => 1),
        textColumn(words),
      );
      return typeof tenure === "string" ? tenure : [...tenure.seen.outcomes];
    };
    expect(outcomes(["Yes", "No", "yes"])).toEqual([1, 0, 1]);
    expect(outcomes(["已流失", "正常"])).toEqual([1, 0]);
    expect(outcomes(["Attrited Customer", "Existing Customer"])).toEqual([1, 0]);
    expect(outcomes(["金牌", "流失"])).toEqual([0, 1]);
    expect(outcomes(["甲", "乙"])).toBe("event-unclear");
    expect(outcomes(["流失", "甲", "乙"])).toBe("event-unclear");
  });

  it("leaves out and counts what cannot be read, and never takes it for zero", () => {
    const tenure = known(read([3, undefined, -1, 4], floatColumn([1, 0, 0, undefined])));
    expect([...tenure.customers]).toEqual([0]);
    expect(tenure.leftOut).toEqual({ noStart: 1, noOutcome: 1, impossible: 1 });
  });

  it("takes a day up to the as-of day for lost, a later or blank one for still there", () => {
    const left = days(["2025-06-30", "2025-07-01", null]);
    expect([...known(read([1, 1, 1], left)).seen.outcomes]).toEqual([1, 0, 0]);
  });
});

describe("churnWindow", () => {
  it("counts the gaps that still last, so that it is not shorter than the finished ones say", () => {
    // Gaps of 20 days for ten customers with five orders, one customer silent for 200 days.
    const lines = Array.from({ length: 10 }, (_, c) =>
      Array.from({ length: 5 }, (_, k) => ({
        customer: `c${c}`,
        on: asOfDay - 80 + k * 20,
        amount: 1,
      })),
    ).flat();
    lines.push({ customer: "z", on: asOfDay - 200, amount: 1 });
    const window = churnWindow(
      { book: orderBook(tablesOf(lines)), orderRows: null, endDay: asOfDay },
      0,
    );
    expect(window).toMatchObject({ windowDays: 20, basis: "gaps", gaps: 41, openGaps: 1 });
    expect(window).toMatchObject({ longSilences: 1, cameBack: 0 });
  });

  it("falls back on the gaps that end where most never do, and says so", () => {
    const once = Array.from({ length: 30 }, (_, c) => ({
      customer: `o${c}`,
      on: asOfDay - 300,
      amount: 1,
    }));
    const twice = [20, 40].flatMap((gap, c) => [
      { customer: `t${c}`, on: asOfDay - 100, amount: 1 },
      { customer: `t${c}`, on: asOfDay - 100 + gap, amount: 1 },
    ]);
    const book = orderBook(tablesOf([...once, ...twice]));
    const sight = { book, orderRows: null, endDay: asOfDay };
    expect(churnWindow(sight, 0)).toMatchObject({ windowDays: 40, basis: "closed" });
    expect(churnWindow(sight, 33)).toMatchObject({ windowDays: 33, basis: "given" });
  });

  it("is the window of the stages, whatever was bought when", () => {
    const purchase = fc.record({ customer: fc.nat(5), on: fc.integer({ min: 1, max: 900 }) });
    fc.assert(
      fc.property(fc.array(purchase, { minLength: 2, maxLength: 60 }), (purchases) => {
        const book = orderBook(
          tablesOf(
            purchases.map(({ customer, on }) => ({
              customer: `c${customer}`,
              on: asOfDay - on,
              amount: 1,
            })),
          ),
        );
        const window = churnWindow({ book, orderRows: null, endDay: asOfDay }, 0);
        const lapse = lapseWindow(saleEvents(book, asOfDay), asOfDay, asOfDay - 900);
        expect(window?.windowDays ?? "nobody came back").toBe(
          lapse.source === "default" ? "nobody came back" : lapse.days,
        );
      }),
    );
  });

  it("is unknown when nobody bought twice", () => {
    const book = orderBook(tablesOf([{ customer: "a", on: asOfDay - 9, amount: 1 }]));
    expect(churnWindow({ book, orderRows: null, endDay: asOfDay }, 0)).toBeNull();
  });
});

describe("tenureFromOrders", () => {
  it("counts a loss on the day on which the silence is complete, and survivors up to the as-of day", () => {
    const lines = [
      { customer: "lost", on: asOfDay - 400, amount: 1 },
      { customer: "lost", on: asOfDay - 300, amount: 1 },
      { customer: "here", on: asOfDay - 400, amount: 1 },
      { customer: "here", on: asOfDay - 30, amount: 1 },
      { customer: "edge", on: asOfDay - 60, amount: 1 },
    ];
    const tenure = known(finished(tenureFromOrders(tablesOf(lines), everybody, 60)));
    expect([...tenure.seen.durations]).toEqual([160, 400, 60]);
    // A silence of exactly the window has not been exceeded.
    expect([...tenure.seen.outcomes]).toEqual([1, 0, 0]);
    expect(tenure.seen.entries).toBeNull();
  });

  it("lets customers from before the file in only from their first order on", () => {
    const tables = tablesOf([
      { customer: "old", on: asOfDay - 100, amount: 1 },
      { customer: "new", on: asOfDay - 90, amount: 1 },
    ]);
    const since = days(["2020-06-30", "2025-06-01"]);
    const customers = table(2, { ...Object.fromEntries(tables.customers.columns), since });
    const tenure = known(finished(tenureFromOrders({ ...tables, customers }, everybody, 200)));
    const before = asOfDay - 100 - day("2020-06-30");
    expect([...tenure.seen.entries!]).toEqual([before, 0]);
    // "since" within the file is an entry in a book, not the first order.
    expect([...tenure.seen.durations]).toEqual([before + 100, 90]);
    expect(tenure.rule).toMatchObject({ lateEntries: 1 });
  });
});

describe("tenureFromContracts", () => {
  const names = ["a", "b", "c", "d", "e"];
  const none = tablesOf([]).orders;
  const contracts = table(6, {
    customer: textColumn(["a", "a", "b", "c", "d", "e"]),
    startsOn: days([
      "2023-01-01",
      "2024-01-01",
      "2024-01-01",
      "2024-06-15",
      "2024-01-01",
      "2024-01-01",
    ]),
    endsOn: days([
      "2023-12-31",
      "2024-12-31",
      "2025-12-31",
      "2025-06-14",
      "2024-12-31",
      "2024-12-31",
    ]),
    cancelledOn: days([null, null, "2025-03-01", null, null, null]),
    renewsByItself: floatColumn([0, 0, 0, 0, 1, 0]),
  });
  const exits = table(3, {
    customer: textColumn(["a", "e", "d"]),
    exitedOn: days(["2025-01-20", "2025-02-02", "2025-02-02"]),
    scope: textColumn([undefined, "完全", "部分"]),
    wonBackOn: days([null, "2025-04-01", null]),
  });
  const tables: Tables = { orders: none, customers: customersWith(names, {}), contracts, exits };

  it("ends with the exit, the cancellation or the contract that ran out; others go on", () => {
    const tenure = known(tenureFromContracts(tables, everybody));
    const ends = [...tenure.seen.durations];
    expect(ends[0]).toBe(day("2025-01-20") - day("2023-01-01"));
    expect(ends[1]).toBe(day("2025-03-01") - day("2024-01-01"));
    expect(ends[2]).toBe(day("2025-06-14") - day("2024-06-15"));
    expect(ends[3]).toBe(asOfDay - day("2024-01-01"));
    // Won back in the exits; but the contract ran out in December and no other is known.
    expect(ends[4]).toBe(day("2024-12-31") - day("2024-01-01"));
    expect([...tenure.seen.outcomes]).toEqual([1, 1, 0, 0, 1]);
    expect(tenure.rule).toMatchObject({ pending: 1, partialExits: 1, wonBack: 1, withExit: 1 });
  });

  it("lets customers in sight only from the month in which exits begin to be written down", () => {
    const since = days(["2020-01-01", "2025-03-01", "2020-01-01", null, "2020-01-01"]);
    const only = { orders: none, customers: customersWith(names, { since }), exits };
    const tenure = known(tenureFromContracts(only, everybody));
    expect([...tenure.customers]).toEqual([0, 1, 2, 4]);
    const entry = day("2024-12-31") - day("2020-01-01");
    expect([...tenure.seen.entries!]).toEqual([entry, 0, entry, entry]);
    expect(tenure.leftOut.noStart).toBe(1);
  });

  it("looks no further than the as-of day", () => {
    const early = exitDays(tables, day("2025-01-31"))!;
    expect([...early.days].filter((one) => one !== MISSING_DAY)).toEqual([day("2025-01-20")]);
    expect(early).toMatchObject({ partialExits: 0, wonBack: 0 });
  });

  it("says when there is nothing to go by", () => {
    const bare = { orders: none, customers: customersWith(names, {}) };
    expect(tenureFromContracts(bare, everybody)).toBe("no-contracts");
  });
});

describe("groupCustomers", () => {
  it("keeps eight values, and cuts numbers of more into three", () => {
    const numbers = Array.from({ length: 30 }, (_, i) => i);
    const rows = Uint32Array.from(numbers);
    const customers = table(30, {
      few: textColumn(numbers.map((i) => (i === 29 ? undefined : `v${i % 2}`))),
      many: textColumn(numbers.map((i) => `v${i}`)),
      amount: floatColumn(numbers),
    });
    const few = groupCustomers(customers, "few", rows)!;
    expect(few.groups.map(({ label, slots }) => [label, slots.length])).toEqual([
      ["v0", 15],
      ["v1", 14],
    ]);
    expect(few.missing).toBe(1);
    const many = groupCustomers(customers, "many", rows)!;
    expect(many.groups).toHaveLength(8);
    expect(many.groups.at(-1)).toMatchObject({ kind: "rest" });
    const amount = groupCustomers(customers, "amount", rows)!;
    expect(amount.groups.map(({ from, to, slots }) => [from, to, slots.length])).toEqual([
      [0, 9, 10],
      [10, 19, 10],
      [20, 29, 10],
    ]);
    expect(groupCustomers(customers, "nowhere", rows)).toBeNull();
  });
});

describe("tenureOf", () => {
  const names = Array.from({ length: 30 }, (_, i) => `k${i}`);
  const monthly = names.flatMap((customer, i) =>
    Array.from({ length: 6 + (i % 7) }, (_, month) => ({
      customer,
      on: day("2024-01-10") + 30 * month,
      amount: 100,
    })),
  );
  const found = (count: number, change: Partial<Tables> = {}, areFewExitsEnough = false) => {
    const key = textColumn(names);
    const left = names.slice(0, count);
    const exits = table(count, {
      customer: { ...key, length: count, codes: Uint32Array.from(left, (_, i) => i) },
      exitedOn: days(left.map(() => "2025-03-01")),
    });
    const tables = { ...tablesOf(monthly, names), exits, ...change };
    const choice = { source: "auto", duration: "", event: "", windowDays: 0 } as const;
    return finished(tenureOf(tables, everybody, { ...choice, areFewExitsEnough }));
  };

  it("goes by silence where a few exits alone say who left, and by exits from ten on", () => {
    expect(found(9).source).toBe("silence");
    expect(found(10).source).toBe("contracts");
    expect(found(9).available).toEqual(["contracts", "silence"]);
  });

  it("goes by a few exits where nothing else is there, where contracts are, and for whom they are enough", () => {
    const { customers } = tablesOf([], names);
    const since = days(names.map(() => "2024-01-01"));
    const dated = table(names.length, { key: customers.columns.get("key")!, since });
    expect(found(1, { orders: tablesOf([]).orders, customers: dated }).source).toBe("contracts");
    const contracts = table(names.length, { customer: textColumn(names), startsOn: since });
    expect(found(1, { contracts }).source).toBe("contracts");
    expect(found(1, {}, true).source).toBe("contracts");
  });
});
