import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import compute from "./compute";
import { yearlyCounts } from "./figures";
import spec from "./spec";

describe("overview on superstore", () => {
  const tables = referenceTables("superstore");

  it("agrees with the pandas reference over all the data", () => {
    const all = resultOf(spec, compute, { tables, scope: scopeOf("2017-12-30", "2014-01-01") });
    expectClose(all.headline.sales, 2297200.8603, { rel: 1e-9 });
    expectClose(all.headline.profit!, 286397.0217, { rel: 1e-9 });
    expect(all.headline.activeCustomers).toBe(793);
    expect(all.headline.salesBefore).toBeNull();
    // whale_curve_profit.by_customer.loss_making, peak 124.869 %
    const losses = all.findings.find(({ code }) => code === "loss-making");
    expect(losses?.values["count"]).toBe(155);
    expectClose(losses?.values["amount"] ?? NaN, 286397.0217 * 0.248691393427293, { rel: 1e-6 });
  });

  it("compares a year with the year before, and retention with the year before that", () => {
    const answer = answerOf(spec, compute, { tables, scope: scopeOf("2017-12-30") });
    const { result } = answer;
    if (result.kind !== "answered") throw new Error("refused");
    expect(result.beforeCovered).toBe(true);
    expect(result.figures.retention?.before).not.toBeNull();
    const gone = answer.members("not-retained")!;
    expect(gone.length).toBe(result.figures.retention!.whole - result.figures.retention!.part);
    for (const { code, p } of result.findings) {
      if (code.endsWith("-changed")) expect(p).toBeLessThan(0.05);
    }
    expect(result.trend.sales).toHaveLength(24);
    expectClose(
      result.trend.sales.slice(12).reduce((sum, x) => sum + x, 0),
      result.headline.sales,
      { rel: 1e-9 },
    );
    expect(result.pareto.customers.length).toBeLessThanOrEqual(120);
    expect(JSON.stringify(result).length).toBeLessThan(40_000);
  });
});

describe("the findings", () => {
  const monthly = (customer: string, amount: number, months: readonly number[]): Line[] =>
    months.map((month) => ({
      customer,
      on: `20${23 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-10`,
      amount,
    }));
  const always = Array.from({ length: 36 }, (_, month) => month);
  const even = Array.from({ length: 30 }, (_, c) => monthly(`c${c}`, 100, always)).flat();
  const codes = (lines: readonly Line[]): string[] =>
    resultOf(spec, compute, { tables: tablesOf(lines), scope: scopeOf("2025-12-31") }).findings.map(
      ({ code }) => code,
    );

  it("are silent about an even, steady business", () => {
    expect(codes(even)).toEqual([]);
  });

  it("name a dependence on one customer", () => {
    expect(codes([...even, ...monthly("大", 5000, always)])).toContain("dependence");
  });

  it("name a change of sales only when it is not one customer's doing", () => {
    const oneLarge = [...even, ...monthly("c0", 900, always.slice(24))];
    expect(codes(oneLarge)).not.toContain("sales-changed");
    const everybody = Array.from({ length: 30 }, (_, c) =>
      monthly(`c${c}`, 50 + c, always.slice(24)),
    ).flat();
    expect(codes([...even, ...everybody])).toContain("sales-changed");
  });

  it("name the customer whose lines come back far more often than others'", () => {
    const returns = always
      .slice(26)
      .map((month): Line => ({ ...monthly("c3", -80, [month])[0]!, kind: "return" }));
    const found = resultOf(spec, compute, {
      tables: tablesOf([...even, ...returns]),
      scope: scopeOf("2025-12-31"),
    });
    expect(found.returns.top.map(({ name }) => name)).toEqual(["c3"]);
    expect(found.findings.map(({ code }) => code)).toContain("returns");
  });

  it("are left out together with every comparison when the data do not cover the period before", () => {
    const short = even.filter(({ on }) => String(on) >= "2025-01-01");
    const found = resultOf(spec, compute, {
      tables: tablesOf(short),
      scope: scopeOf("2025-12-31"),
    });
    expect(found.beforeCovered).toBe(false);
    expect(found.figures.retention).toBeNull();
    expect(found.figures.sales).toMatchObject({ before: null, change: null, p: null });
  });
});

describe("yearlyCounts", () => {
  it("agrees with asking each customer about each pair of years", () => {
    let state = 12345;
    const random = (): number =>
      (state = (state * 1103515245 + 12345) & 0x7fffffff) & 0xffffff & (state >> 3) & (state >> 5);
    const monthsLow = Uint32Array.from({ length: 500 }, random);
    const monthsHigh = Uint32Array.from({ length: 500 }, random);
    const { whole, part } = yearlyCounts({ monthsLow, monthsHigh });
    const bit = (c: number, m: number): boolean =>
      ((m < 24 ? monthsLow[c]! >>> m : monthsHigh[c]! >>> (m - 24)) & 1) === 1;
    const year = (c: number, from: number): boolean =>
      Array.from({ length: 12 }, (_, i) => bit(c, from + i)).some(Boolean);
    for (let month = 0; month < 24; month++) {
      const before = Array.from({ length: 500 }, (_, c) => c).filter((c) => year(c, month + 12));
      expect(whole[month]).toBe(before.length);
      expect(part[month]).toBe(before.filter((c) => year(c, month)).length);
    }
  });
});
