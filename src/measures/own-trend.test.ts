import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../tests/support/expect-close";
import { scopeOf, tablesOf } from "../../tests/support/tables";
import { firstDayOfMonth } from "../kernel/base/calendar";
import { saleEvents } from "./lifecycle-events";
import { orderBook } from "./order-book";
import { ownTrends } from "./own-trend";
import { periodDemand, type PeriodDemand } from "./period-demand";

/** A customer with these sums in consecutive months. */
const monthly = (sums: readonly number[]): PeriodDemand => ({
  grain: "month",
  fromMonth: 600,
  periods: sums.length,
  demand: Float64Array.from(sums),
  begins: Int32Array.of(0),
  season: null,
});

describe("ownTrends", () => {
  it("agrees with the regression of Anscombe 1973, set I: slope 0.500, error 0.118", () => {
    // Anscombe 1973, set I, by x = 4 … 14: slope 0.5001, standard error 0.1179, mean 7.5009, t(9; 0.975) = 2.262157.
    const y = [4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96];
    const { levels, slopes, halfWidths } = ownTrends(monthly(y));
    const mean = 82.51 / 11;
    expectClose(levels[0]!, mean, { rel: 1e-12 });
    expectClose(slopes[0]!, (0.5000909 * 12) / mean, { rel: 1e-6 });
    expectClose(halfWidths[0]!, (0.1179055 * 2.262157163 * 12) / mean, { rel: 1e-5 });
  });

  it("says nothing of fewer than six periods, and nothing of a mean of zero", () => {
    expect(ownTrends(monthly([1, 2, 3, 4, 5])).slopes[0]).toBeNaN();
    expect(ownTrends(monthly([0, 0, 0, 0, 0, 0])).slopes[0]).toBeNaN();
  });

  it("is the slope of a straight line, without error, and does not depend on the currency", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 1000 }),
        fc.integer({ min: -5, max: 5 }),
        fc.integer({ min: 6, max: 24 }),
        (start, step, n) => {
          const line = Array.from({ length: n }, (_, t) => 200 + start + step * t);
          const one = ownTrends(monthly(line));
          const mean = 200 + start + (step * (n - 1)) / 2;
          expect(one.slopes[0]).toBeCloseTo((step * 12) / mean, 10);
          expect(one.halfWidths[0]).toBeCloseTo(0, 5);
          const other = ownTrends(monthly(line.map((value) => value * 7)));
          expect(other.slopes[0]).toBeCloseTo(one.slopes[0]!, 10);
        },
      ),
    );
  });
});

describe("periodDemand", () => {
  const FIRST = 12 * 53;
  const season = [2, 1, 1, 1, 0.5, 0.5, 1, 1, 1, 1, 1, 1];
  const lines = Array.from({ length: 36 }, (_, m) => ({
    customer: "甲",
    on: firstDayOfMonth(FIRST + m),
    amount: 100 * season[m % 12]!,
  }));
  const late = { customer: "乙", on: firstDayOfMonth(FIRST + 30) + 3, amount: 12 };
  const tables = tablesOf([...lines, late]);
  const lastDay = firstDayOfMonth(FIRST + 36) - 1;
  const events = saleEvents(orderBook(tables), lastDay);
  const choice = { asOfDay: lastDay, grain: "month", most: 24, withoutSeason: true } as const;

  it("takes the shape of the year out, so that a steady customer is steady", () => {
    const found = periodDemand(events, choice)!;
    expect(found.periods).toBe(24);
    expect(found.fromMonth).toBe(FIRST + 12);
    const one = [...found.demand.subarray(0, 24)];
    for (const value of one) expect(Math.abs(value / one[0]! - 1)).toBeLessThan(0.01);
  });

  it("begins a customer with its first sale, and leaves the season in where two years are missing", () => {
    const found = periodDemand(events, choice)!;
    expect([...found.begins]).toEqual([0, 18]);
    const short = periodDemand(saleEvents(orderBook(tables), firstDayOfMonth(FIRST + 20) - 1), {
      ...choice,
      asOfDay: firstDayOfMonth(FIRST + 20) - 1,
    })!;
    expect(short.season).toBeNull();
    expect(short.demand[0]).toBe(200);
  });

  it("leaves a running month out, and knows none before the first is over", () => {
    const { asOfDay } = scopeOf(firstDayOfMonth(FIRST + 35) + 10);
    expect(
      periodDemand(saleEvents(orderBook(tables), asOfDay), { ...choice, asOfDay })!.fromMonth,
    ).toBe(FIRST + 11);
    const begun = firstDayOfMonth(FIRST) + 5;
    expect(
      periodDemand(saleEvents(orderBook(tables), begun), { ...choice, asOfDay: begun }),
    ).toBeNull();
  });
});
