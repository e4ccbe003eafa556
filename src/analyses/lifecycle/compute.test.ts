import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { requiredColumn } from "../../kernel/table/column";
import compute from "./compute";
import spec from "./spec";

const tables = tablesOf([
  { customer: "甲", on: "2025-01-10", amount: 100 },
  { customer: "甲", on: "2025-02-10", amount: 150 },
  { customer: "甲", on: "2025-04-10", amount: 70 },
  { customer: "乙", on: "2025-01-05", amount: 40 },
  { customer: "乙", on: "2025-02-05", amount: 10.5 },
  { customer: "丙", on: "2025-02-28", amount: 5 },
  { customer: "丙", on: "2025-03-01", amount: -5, kind: "return" },
]);

describe("lifecycle", () => {
  const found = resultOf(spec, compute, { tables, scope: scopeOf("2025-04-15", "2025-01-01") });

  it("keeps the ledger of a small example by hand", () => {
    expect(found.periods.map(({ heads }) => heads)).toEqual([
      { opening: 0, new: 2, returning: 0, wonBack: 0, lost: 0, closing: 2 },
      { opening: 2, new: 1, returning: 2, wonBack: 0, lost: 0, closing: 3 },
      { opening: 3, new: 0, returning: 0, wonBack: 0, lost: 3, closing: 0 },
      { opening: 0, new: 0, returning: 0, wonBack: 1, lost: 0, closing: 1 },
    ]);
    expect(found.periods[1]!.cents).toEqual({
      opening: 14000,
      new: 500,
      wonBack: 0,
      growth: 5000,
      shrink: 2950,
      lost: 0,
      closing: 16550,
    });
  });

  it("marks the first and the running period and heads the last full one", () => {
    expect(found.periods.map(({ caution }) => caution)).toEqual([
      "first",
      "none",
      "none",
      "running",
    ]);
    expect(found.lastFull).toBe(2);
    expect(found.headline).toMatchObject({ opening: 3, new: 0, wonBack: 0, lost: 3, closing: 0 });
    expect(found.headline).toMatchObject({
      openingSales: 165.5,
      lostSales: 165.5,
      closingSales: 0,
    });
  });

  it("names the customers behind a flow, and its flows add up to the customers", () => {
    const answer = answerOf(spec, compute, {
      tables,
      scope: scopeOf("2025-04-15"),
      params: { lapseDays: 60 },
    });
    expect(Array.from(answer.members("flow:develop:winback")!)).toEqual([1]);
    expect(found.flows.reduce((n, { customers }) => n + customers, 0)).toBe(found.customers);
    expect(answer.members("flow:retain:none")).toBeNull();
  });

  it("closes the months of superstore with their sales, which add up to the total of the file", () => {
    const store = referenceTables("superstore");
    const all = resultOf(spec, compute, {
      tables: store,
      scope: scopeOf("2017-12-30", "2014-01-01"),
    });
    expect(all.periods).toHaveLength(48);
    const total = all.periods.reduce((cents, period) => cents + period.cents.closing, 0);
    // 2297200.8603 in the file; each month is rounded to the cent once
    expect(Math.abs(total - 229720086.03)).toBeLessThan(48);
    const heads = all.periods.reduce((n, period) => n + period.heads.new, 0);
    expect(heads).toBe(requiredColumn(store.customers, "key", "dictionary").length);
    const { acquire, develop, retain, winback, customers } = all.headline;
    expect(acquire + develop + retain + winback).toBe(customers);
  });
});

/** Three customers who buy every `step` days. */
const steady = (step: number) =>
  tablesOf(
    ["甲", "乙", "丙"].flatMap((customer) =>
      Array.from({ length: 5 }, (_, k) => ({ customer, on: 20_000 + k * step, amount: 10 })),
    ),
  );

describe("lifecycle with the grain auto", () => {
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
