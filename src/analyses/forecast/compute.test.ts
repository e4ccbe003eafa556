import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { epochDay, firstDayOfMonth, monthIndex, parseIsoDay } from "../../kernel/base/calendar";
import { seededRng } from "../../kernel/base/rng";
import type { Input } from "../define";
import compute from "./compute";
import spec from "./spec";

const result = (tables: Input, asOf: string | number, params = {}) =>
  resultOf(spec, compute, { tables, scope: scopeOf(asOf), params });

// statsmodels and R forecast; see the README beside the file
const reference = JSON.parse(
  readFileSync("../shared/data/reference/forecast_superstore_sales.json", "utf8"),
) as {
  readonly values: readonly number[];
  readonly baselines: {
    readonly seasonal_naive: {
      readonly forecast: readonly number[];
      readonly test: { readonly mase_seasonal: number };
    };
  };
};

describe("forecast on Superstore (statsmodels, R forecast)", () => {
  const found = result(referenceTables("superstore"), "2017-12-30");

  it("adds up the months as the reference does", () => {
    expect(found.headline.months).toBe(48);
    found.sales.actual.forEach((value, month) => {
      expectClose(value, reference.values[month]!, { rel: 1e-9 });
    });
  });

  it("has the error of the seasonal naive forecast, and beats the 1.2 that optimised models reach", () => {
    const { mase, seasonalNaiveMase } = found.headline;
    expectClose(seasonalNaiveMase!, reference.baselines.seasonal_naive.test.mase_seasonal, {
      rel: 1e-9,
    });
    expect(mase).toBeLessThan(1.2);
    expect(found.sales.holdout!.forecast).toHaveLength(12);
  });

  it("uses the method with the smallest error of the back-test", () => {
    for (const series of [found.sales, found.customers]) {
      const errors = series.methods.map(({ error }) => error);
      expect(errors).toEqual([...errors].sort((one, other) => one - other));
      expect(series.method).toBe(series.methods[0]!.id);
      expect(series.methods.map(({ id }) => id)).toContain("naive");
      expect(series.origins).toBe(24);
    }
  });

  it("has each expected month inside its interval, and an interval that the past confirms", () => {
    const { ahead, low, high, total, coverage, stretch } = found.sales;
    ahead.forEach((value, h) => {
      expect(low[h]).toBeLessThan(value);
      expect(high[h]).toBeGreaterThan(value);
    });
    expectClose(
      total.value,
      ahead.reduce((sum, value) => sum + value, 0),
      { rel: 1e-12 },
    );
    expect(total.low).toBeLessThan(total.value);
    // the total varies less than if all months were bad together
    expect(total.low).toBeGreaterThan(low.reduce((sum, value) => sum + value, 0));
    // the model's own interval holds less than it says, so it was made wider
    expect(coverage).toBeGreaterThan(0.5);
    expect(coverage).toBeLessThan(0.8);
    expect(stretch).toBeGreaterThan(1);
  });

  it("does not see the months after the as-of day", () => {
    const then = result(referenceTables("superstore"), "2016-12-31");
    expect(then.headline.months).toBe(36);
    then.sales.ahead.forEach((value, h) => {
      expect(value).toBe(found.sales.holdout!.forecast[h]);
    });
  });
});

/** One customer a month more than the month before, with a season, from January 2020 on. */
const drawn = (months: number, lastDays = 28, seed = 2): Line[] => {
  const rng = seededRng(seed);
  const first = monthIndex(parseIsoDay("2020-01-01")!);
  return Array.from({ length: months }, (_, m) => m).flatMap((m) => {
    const customers = 20 + (m % 12);
    return Array.from({ length: customers }, (_, c): Line => {
      const day = rng.below(m === months - 1 ? lastDays : 28);
      const amount = 50 + rng.below(100);
      return { customer: `c${c}`, on: epochDay(firstDayOfMonth(first + m) + day), amount };
    });
  });
};

describe("forecast", () => {
  it("forecasts a series that repeats every year without an error", () => {
    const lines = drawn(48).map((line) => ({ ...line, amount: 10 }));
    const { customers, sales } = result(tablesOf(lines), "2023-12-31");
    expectClose(sales.total.value, sales.yearBefore!, { rel: 1e-6 });
    expectClose(customers.ahead[0]!, 20, { rel: 1e-6 });
    expectClose(customers.ahead[11]!, 31, { rel: 1e-6 });
    // nothing ever changed on the year before, so that no error can be measured against it
    expect(sales.holdout!.mase).toBeNull();
  });

  it("multiplies with the money and leaves the customers alone", () => {
    const lines = drawn(40);
    const once = result(tablesOf(lines), "2023-04-30");
    const tenfold = result(
      tablesOf(lines.map((line) => ({ ...line, amount: 10 * line.amount }))),
      "2023-04-30",
    );
    expectClose(tenfold.headline.total, 10 * once.headline.total, { rel: 1e-4 });
    expectClose(tenfold.headline.mase!, once.headline.mase!, { rel: 1e-4 });
    expect(tenfold.customers.ahead).toEqual(once.customers.ahead);
  });

  it("forecasts the month that is not over, and tells what it has so far", () => {
    const lines = drawn(37, 10);
    const found = result(tablesOf(lines), "2023-01-10");
    expect(found.headline.months).toBe(36);
    expect(found.nextMonth).toBe(monthIndex(parseIsoDay("2023-01-01")!));
    expect(found.running!.customers).toBe(20);
    expect(result(tablesOf(lines), "2023-01-30").running).toBeNull();
  });

  it("leaves a first month out that began later than its first week", () => {
    const lines = drawn(37).filter(({ on }) => Number(on) >= parseIsoDay("2020-01-15")!);
    const found = result(tablesOf(lines), "2023-01-31");
    expect(found.skippedFirst).toBe(true);
    expect(found.headline.months).toBe(36);
  });

  it("opens the customers of a month", () => {
    const tables = tablesOf(drawn(36));
    const { result: found, members } = answerOf(spec, compute, {
      tables,
      scope: scopeOf("2022-12-31"),
    });
    if (found.kind !== "answered") throw new Error(found.code);
    found.customers.actual.forEach((heads, m) => {
      const key = `month:${2020 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}`;
      expect(members(key)).toHaveLength(heads);
    });
    expect(members("month:2020-Q1")).toBeNull();
  });

  it("takes last year's months when two years are all there is, and refuses less", () => {
    const two = result(tablesOf(drawn(24)), "2021-12-31");
    expect(two.sales.method).toBe("naive");
    expect(two.headline.mase).toBeNull();
    const { result: less } = answerOf(spec, compute, {
      tables: tablesOf(drawn(23)),
      scope: scopeOf("2021-11-30"),
    });
    expect(less).toEqual({ kind: "insufficient", code: "few-months", need: 24, have: 23 });
  });
});
