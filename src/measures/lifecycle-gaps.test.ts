import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf, orderLines, type OrderLine } from "../../tests/fixtures/order-lines";
import { SALE_LINE } from "../domain/line-kind";
import { epochDay, FIRST_DAY } from "../kernel/base/calendar";
import { overdueCustomers, usualGapDays } from "./lifecycle-gaps";
import { customerPulse } from "./lifecycle-pulse";
import { orderBook } from "./order-book";

const line = (day: number): OrderLine => ({ customer: 0, day, amount: 1, kind: SALE_LINE });
const everybody = [0, 1, 2, 3, 4, 5, 6, 7];

describe("usualGapDays", () => {
  it("is the median gap between order days; lines of one day are one order day", () => {
    const book = orderBook(inputOf([0, 0, 10, 30, 90].map(line), 1));
    const sight = { book, orderRows: null, endDay: 100 };
    expect(usualGapDays(sight, 0)).toBe(20);
    expect(usualGapDays({ ...sight, endDay: 30 }, 0)).toBe(15);
    expect(usualGapDays({ ...sight, endDay: 10 }, 0)).toBeNull();
  });
});

describe("overdueCustomers", () => {
  it("agrees with the rule applied to all gaps of each customer", () => {
    const endDay = 17_560;
    fc.assert(
      fc.property(orderLines(150), fc.constantFrom(1.5, 2, 3), (lines, factor) => {
        const book = orderBook(inputOf(lines, 8));
        const window = { fromDay: FIRST_DAY, toDay: epochDay(endDay) };
        const pulse = customerPulse(book, window, null);
        if (pulse === null) return;
        const expected = everybody.filter((customer) => {
          const days = [
            ...new Set(
              lines
                .filter((l) => l.customer === customer && l.kind === SALE_LINE)
                .map((l) => l.day),
            ),
          ].sort((a, b) => a - b);
          if (days.length < 4) return false;
          const gaps = days.slice(1).map((day, i) => day - days[i]!);
          gaps.sort((a, b) => a - b);
          const middle = (gaps[(gaps.length - 1) >> 1]! + gaps[gaps.length >> 1]!) / 2;
          const silence = endDay - days.at(-1)!;
          const shorter = gaps.filter((gap) => gap < silence).length;
          return shorter >= gaps.length * 0.9 && silence >= factor * middle;
        });
        const places = Uint32Array.from(pulse.customers.keys());
        const found = overdueCustomers({ book, orderRows: null, endDay }, places, pulse, {
          factor,
          fewestOrderDays: 4,
        });
        expect(found.map(({ customer }) => customer)).toEqual(expected);
      }),
    );
  });
});
