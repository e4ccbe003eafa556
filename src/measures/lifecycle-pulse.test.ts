import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf, orderLines, type OrderLine } from "../../tests/fixtures/order-lines";
import { SALE_LINE } from "../domain/line-kind";
import { epochDay } from "../kernel/base/calendar";
import { saleEvents } from "./lifecycle-events";
import { lifecycleLedger, LIFE_STATES } from "./lifecycle-ledger";
import { customerPulse, PAST_DAYS, PULSE_MONTHS, pulsePlace, RECENT_DAYS } from "./lifecycle-pulse";
import { orderBook } from "./order-book";
import { periodBefore } from "./window";

const window = { fromDay: epochDay(17_300), toDay: epochDay(17_500) };
const pulseOf = (lines: readonly OrderLine[]) =>
  customerPulse(orderBook(inputOf(lines, 8)), window, null);
const cents = (value: number): number => Math.round(value * 100);

describe("customerPulse", () => {
  it("agrees with adding up the lines of each customer one by one", () => {
    fc.assert(
      fc.property(orderLines(120), (lines) => {
        const pulse = pulseOf(lines);
        if (pulse === null) return;
        const before = periodBefore(window);
        const recentFrom = window.toDay - RECENT_DAYS + 1;
        for (let customer = 0; customer < 8; customer++) {
          const own = lines.filter(
            (l) => l.customer === customer && l.kind === SALE_LINE && l.day <= window.toDay,
          );
          const first = Math.min(...own.map((l) => l.day));
          const within = (from: number, to: number): OrderLine[] =>
            own.filter((l) => l.day >= from && l.day <= to);
          const money = (list: readonly OrderLine[]): number =>
            list.reduce((sum, l) => sum + cents(l.amount), 0);
          const days = (list: readonly OrderLine[]): number => new Set(list.map((l) => l.day)).size;
          const past = within(recentFrom - PAST_DAYS, recentFrom - 1).filter(
            (l) => l.day !== first,
          );
          const recent = within(recentFrom, window.toDay);
          const place = pulsePlace(pulse, customer);
          // Who has no sale line at all has no place, and nothing to add up.
          expect(place === -1).toBe(
            !lines.some((l) => l.customer === customer && l.kind === SALE_LINE),
          );
          const at = (facts: ArrayLike<number>): number => (place === -1 ? 0 : facts[place]!);
          expect(cents(at(pulse.windowSales))).toBe(money(within(window.fromDay, window.toDay)));
          expect(cents(at(pulse.beforeSales))).toBe(money(within(before.fromDay, before.toDay)));
          expect(cents(at(pulse.recentSales))).toBe(money(recent));
          expect(cents(at(pulse.pastSales))).toBe(money(past));
          expect(at(pulse.recentDays)).toBe(days(recent));
          expect(at(pulse.pastDays)).toBe(days(past));
          expect(at(pulse.orderDays)).toBe(days(own));
          expect(at(pulse.windowOrderDays)).toBe(days(within(window.fromDay, window.toDay)));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("counts the calendar months as the customer ledger does", () => {
    fc.assert(
      fc.property(orderLines(120), (lines) => {
        const pulse = pulseOf(lines);
        if (pulse === null) return;
        const events = saleEvents(orderBook(inputOf(lines, 8)), window.toDay);
        const { heads } = lifecycleLedger(events, pulse.calendar);
        heads.forEach((h, month) => {
          const at = month * LIFE_STATES.length;
          expect(Array.from(pulse.states.subarray(at, at + 4))).toEqual([
            h.new,
            h.returning,
            h.wonBack,
            h.lost,
          ]);
        });
      }),
    );
  });

  it("has every line of the last 48 rolling months in one of them", () => {
    fc.assert(
      fc.property(orderLines(120), (lines) => {
        const pulse = pulseOf(lines);
        if (pulse === null) return;
        const from = pulse.monthStarts[PULSE_MONTHS - 1]!;
        const total = lines
          .filter((l) => l.kind === SALE_LINE && l.day >= from && l.day <= window.toDay)
          .reduce((sum, l) => sum + cents(l.amount), 0);
        const months = pulse.monthSales.subarray(0, PULSE_MONTHS);
        expect(cents(months.reduce((sum, x) => sum + x, 0))).toBe(total);
      }),
    );
  });

  it("is null when every sale is later than the period", () => {
    expect(pulseOf([{ customer: 0, day: 17_501, amount: 1, kind: SALE_LINE }])).toBeNull();
  });
});
