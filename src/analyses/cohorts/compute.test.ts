import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { DATA_SETS, referenceTables, type DataSet } from "../../../tests/support/reference-files";
import { day, scopeOf, tablesOf } from "../../../tests/support/tables";
import { epochDay, formatIsoDay } from "../../kernel/base/calendar";
import compute from "./compute";
import spec from "./spec";

interface Reference {
  readonly reference_date: string;
  readonly cohort_monthly: {
    readonly cohorts: readonly {
      readonly cohort: string;
      readonly customers_by_month_offset: readonly number[];
      readonly revenue_by_month_offset: readonly number[];
    }[];
    readonly weighted_retention_by_offset: readonly number[];
  };
}

const referenceOf = (set: DataSet): Reference =>
  JSON.parse(
    readFileSync(
      new URL(`../../../../shared/data/reference/rfm_${set}.json`, import.meta.url),
      "utf8",
    ),
  ) as Reference;

describe.each(DATA_SETS)("cohorts on %s (pandas reference)", (set) => {
  const { cohort_monthly: expected, reference_date } = referenceOf(set);
  const tables = referenceTables(set);
  // The references count recency to the day after the last order; the last order day is our as-of day.
  const asOf = formatIsoDay(epochDay(day(reference_date) - 1));
  const found = resultOf(spec, compute, { tables, scope: scopeOf(asOf, "1990-01-01") });

  it("has every count of every cell, the running month included", () => {
    expect(found.cohorts.map(({ fromDay }) => formatIsoDay(epochDay(fromDay)).slice(0, 7))).toEqual(
      expected.cohorts.map(({ cohort }) => cohort),
    );
    expected.cohorts.forEach(({ customers_by_month_offset: counts }, c) => {
      expect(Array.from(found.cohorts[c]!.customers)).toEqual(counts);
    });
  });

  it("has the sales of every cell to 1e-6", () => {
    expected.cohorts.forEach(({ revenue_by_month_offset: sales }, c) => {
      sales.forEach((value, k) => {
        const ours = found.cohorts[c]!.sales[k]!;
        if (value === 0) expect(ours).toBe(0);
        else expectClose(ours, value, { rel: 1e-6 });
      });
    });
  });

  it("has their weighted retention when pooled as they pool: every cell there is, the running month too", () => {
    expected.weighted_retention_by_offset.forEach((value, k) => {
      const rows = found.cohorts.filter(({ customers }) => customers.length > k);
      const part = rows.reduce((n, { customers }) => n + customers[k]!, 0);
      const whole = rows.reduce((n, { size }) => n + size, 0);
      if (value === 0) expect(part).toBe(0);
      else expectClose(part / whole, value, { rel: 1e-9 });
    });
  });

  it("pools only cohorts with the whole period behind them", () => {
    for (const { offset, cohorts, customers, size, retention, low, high } of found.pooled) {
      const fair = found.cohorts.filter(
        ({ customers: cells, running }) => offset < cells.length - (running ? 1 : 0),
      );
      expect(cohorts).toBe(fair.length);
      expect(customers).toBe(fair.reduce((n, row) => n + row.customers[offset]!, 0));
      expect(size).toBe(fair.reduce((n, row) => n + row.size, 0));
      expect(low <= retention && retention <= high).toBe(true);
    }
    expect(found.headline.pooledRetention1).toBe(found.pooled[1]!.retention);
  });
});

describe("cohorts", () => {
  const tables = tablesOf([
    { customer: "甲", on: "2025-01-10", amount: 100 },
    { customer: "甲", on: "2025-03-10", amount: 50 },
    { customer: "乙", on: "2025-01-20", amount: 100 },
    { customer: "乙", on: "2025-02-20", amount: -30, kind: "return" },
    { customer: "丙", on: "2025-02-01", amount: 10 },
  ]);

  it("counts sale lines only and marks the running month, small cohorts and the first one", () => {
    const found = resultOf(spec, compute, { tables, scope: scopeOf("2025-03-15") });
    const [january, february] = found.cohorts;
    expect(Array.from(january!.customers)).toEqual([2, 0, 1]);
    expect(Array.from(january!.salesRatio)).toEqual([1, 0, 0.25]);
    expect([january!.first, february!.first]).toEqual([true, false]);
    expect(january!.running && january!.small).toBe(true);
    expect(found.pooled.map(({ offset, cohorts }) => [offset, cohorts])).toEqual([
      [0, 2],
      [1, 1],
    ]);
  });

  it("reads orLater as bought then or afterwards", () => {
    const found = resultOf(spec, compute, {
      tables,
      scope: scopeOf("2025-03-31"),
      params: { reading: "orLater" },
    });
    expect(Array.from(found.cohorts[0]!.customers)).toEqual([2, 1, 1]);
  });

  it("shows the cohorts of the period and counts the older customers", () => {
    const found = resultOf(spec, compute, { tables, scope: scopeOf("2025-03-31", "2025-02-01") });
    expect(found.headline).toMatchObject({ cohorts: 1, customers: 1 });
    expect(found.customersBefore).toBe(2);
  });
});

/** Three customers who buy every `step` days. */
const steady = (step: number) =>
  tablesOf(
    ["甲", "乙", "丙"].flatMap((customer) =>
      Array.from({ length: 5 }, (_, k) => ({ customer, on: 20_000 + k * step, amount: 10 })),
    ),
  );

describe("cohorts with the grain auto", () => {
  const scope = scopeOf(20_300, 20_000);

  it("cuts by quarters when customers order less than monthly, else by months", () => {
    for (const [step, grain] of [
      [60, "quarter"],
      [20, "month"],
    ] as const) {
      const tables = steady(step);
      const auto = resultOf(spec, compute, { tables, scope, params: { grain: "auto" } });
      expect(auto.grain).toBe(grain);
      expect(auto).toEqual(resultOf(spec, compute, { tables, scope, params: { grain } }));
    }
  });
});
