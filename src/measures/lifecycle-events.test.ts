import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf, orderLines, type OrderLine } from "../../tests/fixtures/order-lines";
import { CANCELLED_LINE, RETURN_LINE, SALE_LINE } from "../domain/line-kind";
import { customerLedger, amountsOf } from "./customer-ledger";
import { epochDay } from "../kernel/base/calendar";
import { eventsOn, saleEvents } from "./lifecycle-events";
import { orderBook } from "./order-book";

const END = 17_500;
const bookOf = (lines: readonly OrderLine[]) => orderBook(inputOf(lines, 8));
const net = { orderRows: null, basis: "net" } as const;
const cents = (value: number): number => Math.round(value * 100);
const line = (day: number, amount: number, kind = SALE_LINE): OrderLine => ({
  customer: 0,
  day,
  amount,
  kind,
});

describe("eventsOn", () => {
  it("takes a return off the last purchase before it, also when it came back much later", () => {
    const lines = [
      line(100, 50),
      line(120, 80),
      line(119, -20, RETURN_LINE),
      line(300, -30, CANCELLED_LINE),
    ];
    const { days, amounts } = eventsOn(bookOf(lines), END, net);
    expect(Array.from(days)).toEqual([100, 120]);
    expect(Array.from(amounts)).toEqual([30, 50]);
  });

  it("takes a return before every purchase off the first, and knows none after the as-of day", () => {
    const lines = [line(90, -10, RETURN_LINE), line(100, 50), line(400, -5, RETURN_LINE)];
    expect(Array.from(eventsOn(bookOf(lines), 200, net).amounts)).toEqual([40]);
  });

  it("changes no day and no customer, and leaves the sale lines as they are", () => {
    const book = bookOf([line(100, 50), line(101, -50, RETURN_LINE)]);
    expect(eventsOn(book, END, net).days).toEqual(saleEvents(book, END).days);
    expect(Array.from(saleEvents(book, END).amounts)).toEqual([50]);
    expect(eventsOn(book, END, { ...net, basis: "sales" })).toBe(saleEvents(book, END));
  });

  it("adds up to the net sales of the customers with a sale", () => {
    fc.assert(
      fc.property(orderLines(120), (plain) => {
        const lines = plain.map((l) => (l.kind === SALE_LINE ? l : { ...l, amount: -l.amount }));
        const book = bookOf(lines);
        const ledger = customerLedger(book, { fromDay: epochDay(0), toDay: epochDay(END) });
        const { offsets, amounts } = eventsOn(book, END, net);
        amountsOf(ledger, "net").forEach((expected, customer) => {
          if (ledger.saleLines[customer] === 0) return;
          const own = amounts.subarray(offsets[customer], offsets[customer + 1]);
          expect(cents(own.reduce((sum, x) => sum + x, 0))).toBe(cents(expected));
        });
      }),
    );
  });
});
