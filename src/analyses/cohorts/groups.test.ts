import { describe, expect, it } from "vitest";
import { orderLines } from "../../../tests/contract/gauntlet";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { referenceTables } from "../../../tests/support/reference-files";
import { scopeOf, tablesOf, textColumn, type Line } from "../../../tests/support/tables";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type CohortsResult } from "./spec";

/** The tables with a text column of customers, from the customer's key. */
function withColumn(tables: Input, valueOf: (key: string, row: number) => string | undefined) {
  const keys = tables.customers.columns.get("key");
  if (keys?.kind !== "dictionary") throw new Error("no keys");
  const texts = Array.from(keys.codes, (code, row) => valueOf(keys.dictionary[code]!, row));
  const columns = new Map([...tables.customers.columns, ["attr:类型", textColumn(texts)] as const]);
  return { ...tables, customers: { ...tables.customers, columns } };
}
const scope = scopeOf(20453, 19358);
const params = { by: "attr:类型", smallBelow: 1 } as const;
const groupsIn = (result: CohortsResult) => result.byValue!.groups;

describe("cohorts by a column", () => {
  it("are the pooled cohorts where all customers have one value (CDNOW and a made file)", () => {
    const made = { tables: tablesOf(orderLines(3000, 300, 9)), scope };
    const cdnow = {
      tables: referenceTables("cdnow_master"),
      scope: scopeOf("1998-06-30", "1990-01-01"),
    };
    for (const { tables, scope } of [made, cdnow]) {
      for (const reading of ["exact", "orLater"] as const) {
        const one = withColumn(tables, () => "同");
        const found = resultOf(spec, compute, {
          tables: one,
          scope,
          params: { ...params, reading },
        });
        const [group, ...more] = groupsIn(found);
        expect(more).toEqual([]);
        expect(group!.cells.length).toBe(found.pooled.length);
        group!.cells.forEach((cell, offset) => {
          const pooled = found.pooled[offset]!;
          expect([cell.size, cell.customers]).toEqual([pooled.size, pooled.customers]);
          expect([cell.low, cell.high]).toEqual([pooled.low, pooled.high]);
          if (pooled.salesRatio === 0) expect(cell.salesRatio).toBe(0);
          else expectClose(cell.salesRatio!, pooled.salesRatio!, { rel: 1e-10 });
        });
      }
    }
  });

  it("add up to the pooled cohorts whatever the values, those without one on a line of their own at the end", () => {
    const tables = withColumn(tablesOf(orderLines(3000, 300, 9)), (_, row) =>
      row % 4 === 0 ? undefined : ["甲", "乙", "丙"][row % 3],
    );
    const found = resultOf(spec, compute, { tables, scope, params });
    expect(groupsIn(found).at(-1)!.name).toEqual({ kind: "missing" });
    found.pooled.forEach(({ offset, size, customers }) => {
      const cells = groupsIn(found).flatMap(({ cells }) => cells.slice(offset, offset + 1));
      expect(cells.reduce((sum, cell) => sum + cell.size, 0)).toBe(size);
      expect(cells.reduce((sum, cell) => sum + cell.customers, 0)).toBe(customers);
    });
  });

  it("put the values with the fewest customers together", () => {
    const tables = withColumn(tablesOf(orderLines(3000, 300, 9)), (_, row) => `值${row % 30}`);
    const groups = groupsIn(resultOf(spec, compute, { tables, scope, params }));
    expect(groups).toHaveLength(12);
    expect(groups.at(-1)!.name).toEqual({ kind: "rest", values: 19 });
  });

  it("count a customer only at the offsets that it has behind it", () => {
    const lines: Line[] = [
      { customer: "早", on: "2025-01-05", amount: 10 },
      { customer: "早", on: "2025-04-05", amount: 5 },
      { customer: "晚", on: "2025-04-06", amount: 10 },
      // May runs: it is over for nobody
      { customer: "晚", on: "2025-05-02", amount: 10 },
    ];
    const tables = withColumn(tablesOf(lines), () => "同");
    const question = { tables, scope: scopeOf("2025-05-10"), params };
    const [group] = groupsIn(resultOf(spec, compute, question));
    expect(group!.cells.map(({ size, customers }) => [size, customers])).toEqual([
      [2, 2],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
    expect(group!.cells[3]!.salesRatio).toBe(0.5);
    const members = answerOf(spec, compute, question).members;
    expect([...members("cohort-group:0:3")!]).toEqual([0]);
    expect(members("cohort-group:0:4")).toBeNull();
    expect(members("cohort-group:1:1")).toBeNull();
  });

  it("are told apart where they differ, and not where they do not", () => {
    const lines = (stays: (i: number) => boolean): Line[] =>
      Array.from({ length: 200 }, (_, i) => [
        { customer: `客${i}`, on: "2025-01-05", amount: 10 },
        ...(stays(i) ? [{ customer: `客${i}`, on: "2025-02-05", amount: 10 }] : []),
      ]).flat();
    const p = (stays: (i: number) => boolean): number | null =>
      resultOf(spec, compute, {
        tables: withColumn(tablesOf(lines(stays)), (key) =>
          Number(key.slice(1)) < 100 ? "线上" : "门店",
        ),
        scope: scopeOf("2025-03-31"),
        params,
      }).headline.groupsP1;
    // R 4.2: chisq.test(rbind(c(60, 40), c(30, 70)), correct = FALSE)
    expectClose(
      p((i) => (i < 100 ? i % 10 < 6 : i % 10 < 3))!,
      2.0078656124264891e-5,
      { rel: 1e-11 },
    );
    expect(p((i) => i % 2 === 0)).toBe(1);
  });

  it("are left out without the column", () => {
    const found = resultOf(spec, compute, {
      tables: tablesOf(orderLines(300, 60, 9)),
      scope,
      params,
    });
    expect(found.byValue).toBeNull();
    expect(found.headline).toMatchObject({ groups: 0, groupsP1: null });
  });
});

/** Twenty-five customers begin in each of twelve months; of them `stays(month)` buy again the month after. */
const monthly = (stays: (month: number) => number) =>
  tablesOf(
    Array.from({ length: 12 }, (_, month) =>
      Array.from({ length: 25 }, (_, i): Line[] => {
        const customer = `客${month}-${i}`;
        const on = (m: number): string =>
          `${2024 + Math.floor(m / 12)}-${String((m % 12) + 1).padStart(2, "0")}-10`;
        const first = { customer, on: on(month), amount: 10 };
        return i < stays(month) ? [first, { ...first, on: on(month + 1) }] : [first];
      }).flat(),
    ).flat(),
  );

describe("the trend over cohorts", () => {
  const scope = scopeOf("2025-01-31");
  const trendOf = (stays: (month: number) => number) =>
    resultOf(spec, compute, { tables: monthly(stays), scope }).trends.find(
      ({ offset }) => offset === 1,
    )!;

  it("rises where newer cohorts stay better, and leaves the first of the data out", () => {
    // 6, 7, … 16 of 25; the first cohort would turn the line
    const trend = trendOf((month) => (month === 0 ? 25 : 5 + month));
    expect([trend.cohorts, trend.customers]).toEqual([11, 275]);
    expectClose(trend.slope, 1 / 25, { rel: 1e-12 });
    // R 4.2: prop.trend.test(6:16, rep(25, 11))
    expectClose(trend.p, 2.3812376847743483e-5, { rel: 1e-11 });
  });

  it("is none where they are alike", () => {
    expect(trendOf(() => 12).p).toBeCloseTo(1, 12);
  });

  it("is not tested on later cohorts with less time, nor on a few customers", () => {
    const question = { tables: monthly((month) => 5 + month), scope };
    const later = resultOf(spec, compute, { ...question, params: { reading: "orLater" } });
    expect([later.trends, later.headline.trendP1]).toEqual([[], null]);
    expect(resultOf(spec, compute, { tables: monthly(() => 0), scope }).trends).toEqual([]);
  });
});
