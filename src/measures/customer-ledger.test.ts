import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tablesOf, type Line } from "../../tests/support/tables";
import { epochDay } from "../kernel/base/calendar";
import { MISSING_DAY } from "../kernel/table/column";
import { bitset, setBit } from "../kernel/table/bitset";
import {
  activeCustomers,
  amountsOf,
  customerLedger,
  distinctOrders,
  profitsOf,
} from "./customer-ledger";
import { orderBook } from "./order-book";

const days = (fromDay: number, toDay: number) => ({
  fromDay: epochDay(fromDay),
  toDay: epochDay(toDay),
});

const lines: readonly Line[] = [
  { customer: "甲", on: 10, amount: 0.1, profit: 0.05, orderId: "S1" },
  { customer: "甲", on: 10, amount: 0.2, orderId: "S1" },
  { customer: "甲", on: 12, amount: 5, profit: 1, orderId: "S2" },
  { customer: "甲", on: 15, amount: -5, profit: -1, kind: "return", orderId: "S3" },
  { customer: "乙", on: 11, amount: 7, orderId: "S4" },
  { customer: "丙", on: 11, amount: -7, kind: "cancelled", orderId: "C4" },
  { customer: "丁", on: 30, amount: 9, orderId: "S5" },
  { customer: "丁", on: 11, amount: 0, kind: "free", orderId: "S6" },
];

describe("customerLedger", () => {
  const book = orderBook(tablesOf(lines));
  const ledger = customerLedger(book, days(0, 20));

  it("counts a customer as active through sale lines within the days only", () => {
    expect([...activeCustomers(ledger)]).toEqual([0, 1]);
    expect([...ledger.saleLines]).toEqual([3, 1, 0, 0]);
    expect([...ledger.orderDays]).toEqual([2, 1, 0, 0]);
    expect([...ledger.firstDays]).toEqual([10, 11, MISSING_DAY, MISSING_DAY]);
    expect([...ledger.lastDays]).toEqual([12, 11, MISSING_DAY, MISSING_DAY]);
    expect([...ledger.lineCounts]).toEqual([4, 1, 1, 1]);
  });

  it("sums money by basis: sales without returns, net with them", () => {
    expect(amountsOf(ledger, "sales")[0]).toBeCloseTo(5.3, 12);
    expect(amountsOf(ledger, "net")[0]).toBeCloseTo(0.3, 12);
    expect(amountsOf(ledger, "net")[2]).toBe(-7);
  });

  it("sums the known profit and says NaN where none is known", () => {
    expect(profitsOf(ledger, "sales")![0]).toBeCloseTo(1.05, 12);
    expect(profitsOf(ledger, "net")![0]).toBeCloseTo(0.05, 12);
    expect(profitsOf(ledger, "sales")![1]).toBeNaN();
    expect(ledger.profitUnknownLines).toBe(2);
    const bare = customerLedger(
      orderBook(tablesOf([{ customer: "甲", on: 1, amount: 1 }])),
      days(0, 9),
    );
    expect(profitsOf(bare, "net")).toBeNull();
  });

  it("sees only the selected rows", () => {
    const rows = bitset(lines.length);
    setBit(rows, 2);
    setBit(rows, 3);
    const some = customerLedger(book, days(0, 20), rows);
    expect([...some.sales]).toEqual([5, 0, 0, 0]);
    expect([...some.returns]).toEqual([-5, 0, 0, 0]);
  });

  it("is kept for the same book, days and rows", () => {
    expect(customerLedger(book, days(0, 20))).toBe(ledger);
    expect(customerLedger(book, days(0, 21))).not.toBe(ledger);
  });

  it("does not depend on the order of rows", () => {
    const line = fc.record({
      customer: fc.constantFrom("甲", "乙", "丙"),
      on: fc.integer({ min: 0, max: 30 }),
      amount: fc.integer({ min: -500, max: 5000 }).map((cents) => cents / 100),
      kind: fc.constantFrom("sale", "return", "cancelled", "free"),
    }) as fc.Arbitrary<Line>;
    const keys = ["甲", "乙", "丙"];
    fc.assert(
      fc.property(fc.array(line), (some) => {
        const one = customerLedger(orderBook(tablesOf(some, keys)), days(5, 25));
        const two = customerLedger(orderBook(tablesOf(some.toReversed(), keys)), days(5, 25));
        expect(two.orderDays).toEqual(one.orderDays);
        expect(two.lastDays).toEqual(one.lastDays);
        expect(two.lineCounts).toEqual(one.lineCounts);
        for (let c = 0; c < 3; c++) expect(two.sales[c]).toBeCloseTo(one.sales[c]!, 9);
      }),
    );
  });
});

describe("distinctOrders", () => {
  it("counts each order id once and blank ids once a day", () => {
    const book = orderBook(
      tablesOf([
        { customer: "甲", on: 1, amount: 1, orderId: "S1" },
        { customer: "甲", on: 3, amount: 1, orderId: "S1" },
        { customer: "甲", on: 3, amount: 1, orderId: "S2" },
        { customer: "甲", on: 3, amount: 1 },
        { customer: "甲", on: 3, amount: 1 },
        { customer: "甲", on: 4, amount: 1 },
        { customer: "甲", on: 4, amount: -1, kind: "return", orderId: "S9" },
        { customer: "乙", on: 4, amount: 1, orderId: "S1" },
        { customer: "乙", on: 40, amount: 1, orderId: "S7" },
      ]),
    );
    expect([...distinctOrders(book, days(0, 20))!]).toEqual([4, 1]);
  });

  it("is null without order ids", () => {
    const book = orderBook(tablesOf([{ customer: "甲", on: 1, amount: 1 }]));
    expect(distinctOrders(book, days(0, 9))).toBeNull();
  });
});
