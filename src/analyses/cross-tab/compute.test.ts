import fc from "fast-check";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import Papa from "papaparse";
import { beforeAll, describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../../tests/support/tables";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type CrossParams, type GroupName } from "./spec";

const found = (tables: Input, params: Partial<CrossParams> = {}, scope = scopeOf("2017-12-30")) =>
  resultOf(spec, compute, { tables, scope, params });

const nameOf = (name: GroupName): string => {
  if (name.kind === "text") return name.text;
  return name.kind === "range" ? `${String(name.from)}..${String(name.to)}` : name.kind;
};

/** The Superstore file with attributes of each customer, as R and SciPy were given them: of its first row, and its number of rows. */
function superstore(): Input {
  const text = readFileSync(
    resolve(process.cwd(), "../shared/data/superstore/superstore.csv"),
    "utf8",
  );
  const rows = Papa.parse<Record<string, string>>(text, {
    header: true,
    skipEmptyLines: true,
  }).data;
  const tables = tablesOf(
    rows.map((row) => ({
      customer: row["Customer ID"]!,
      on: row["Order Date"]!.slice(0, 10),
      amount: Number(row["Sales"]),
      profit: Number(row["Profit"]),
    })),
  );
  const first = new Map<string, Record<string, string>>();
  const lines = new Map<string, number>();
  for (const row of rows) {
    const id = row["Customer ID"]!;
    if (!first.has(id)) first.set(id, row);
    lines.set(id, (lines.get(id) ?? 0) + 1);
  }
  const ids = [...first.keys()];
  return withAttributes(tables, {
    industry: textColumn(ids.map((id) => first.get(id)!["Segment"]!)),
    region: textColumn(ids.map((id) => first.get(id)!["Region"]!)),
    "attr:行数": floatColumn(ids.map((id) => lines.get(id)!)),
  });
}

function withAttributes(
  tables: Input,
  attributes: Readonly<Record<string, ReturnType<typeof textColumn | typeof floatColumn>>>,
): Input {
  const columns = new Map([...tables.customers.columns, ...Object.entries(attributes)]);
  return { ...tables, customers: { ...tables.customers, columns } };
}

describe("cross-tab on Superstore", () => {
  let tables: Input;
  beforeAll(() => {
    tables = superstore();
  });

  it("agrees with SciPy 1.17 kruskal, t.interval and NumPy on sales by segment", () => {
    const { headline, rows, rowTotals, test } = found(tables, { rows: "industry" });
    expect(rows.map(nameOf)).toEqual(["Consumer", "Corporate", "Home Office"]);
    expect(rowTotals.map(({ customers }) => customers)).toEqual([409, 236, 148]);
    expect(headline).toMatchObject({ customers: 793, rows: 3, smallCells: 0 });
    expectClose(test!.statistic, 2.1149846476796483, { rel: 1e-10 });
    expectClose(headline.pValue!, 0.34732569955055276, { rel: 1e-10 });
    expectClose(rowTotals[0]!.value!, 2839.6120904645477, { rel: 1e-12 });
    expectClose(rowTotals[0]!.low!, 2588.2389993515553, { rel: 1e-10 });
    expectClose(rowTotals[2]!.high!, 3385.379743201533, { rel: 1e-10 });
    expectClose(rowTotals[1]!.median!, 2363.5843, { rel: 1e-10 });
  });

  it("agrees with SciPy chi2_contingency on customers by segment and region", () => {
    const result = found(tables, { outcome: "customers", rows: "industry", columns: "region" });
    const { headline, columns, cells, test } = result;
    const order = ["Central", "East", "South", "West"].map((name) =>
      columns.map(nameOf).indexOf(name),
    );
    expect(cells.map((row) => order.map((k) => row[k]!.customers))).toEqual([
      [90, 110, 68, 141],
      [58, 67, 41, 70],
      [36, 43, 25, 44],
    ]);
    expectClose(test!.statistic, 2.2192010357751824, { rel: 1e-12 });
    expectClose(headline.pValue!, 0.8984752976229171, { rel: 1e-12 });
    expectClose(headline.effect!, 0.03740647046494942, { rel: 1e-12 });
    expect(test).toMatchObject({ df: 6, size: "negligible", isWeak: false });
    const { low, high } = wilsonInterval(90, 409);
    expect(cells[0]![order[0]!]).toMatchObject({ share: 90 / 409, low, high });
  });

  it("agrees with SciPy on who bought again in the last 90 days by segment", () => {
    const { test, rowTotals, headline } = found(tables, { outcome: "retention", rows: "industry" });
    expect(rowTotals.map(({ customers }) => customers)).toEqual([178, 102, 62]);
    expectClose(rowTotals[2]!.value!, 27 / 62, { rel: 1e-12 });
    expectClose(test!.statistic, 3.541745395454646, { rel: 1e-10 });
    expectClose(headline.pValue!, 0.17018440445722371, { rel: 1e-10 });
  });

  it("cuts a number into equally full bands as NumPy does, and finds the attribute that says most by itself", () => {
    const { rows, rowsBy, isAutomatic, rowTotals, test, screen, judged, most } = found(tables);
    expect(rowsBy).toBe("attr:行数");
    expect(isAutomatic).toBe(true);
    expect(rows.map(nameOf)).toEqual(["null..8", "8..12", "12..16", "16..null"]);
    expect(rowTotals.map(({ customers }) => customers)).toEqual([171, 216, 191, 215]);
    expectClose(test!.statistic, 331.66991295787193, { rel: 1e-10 });
    expectClose(test!.effect, 0.4187751426235757, { rel: 1e-10 });
    expect(test!.size).toBe("large");
    expect(screen.map(({ column }) => column)).toEqual(["attr:行数", "industry", "region"]);
    // three attributes were looked at
    expectClose(judged!, 3 * test!.pValue, { rel: 1e-9 });
    expect(most).toEqual({ high: { row: 3, column: null }, low: { row: 0, column: null } });
  });

  it("cuts where it is told to", () => {
    const { rows, rowTotals } = found(tables, { rows: "attr:行数", cuts: "10, 20" });
    expect(rows.map(nameOf)).toEqual(["null..10", "10..20", "20..null"]);
    expect(rowTotals.reduce((sum, { customers }) => sum + customers, 0)).toBe(793);
  });
});

/** Customers with a group and sales of their own. */
function made(
  rows: readonly { readonly group?: string | undefined; readonly sales: number }[],
): Input {
  const tables = tablesOf(
    rows.map(({ sales }, i) => ({ customer: `客户${i}`, on: "2025-06-01", amount: sales })),
  );
  return withAttributes(tables, { industry: textColumn(rows.map(({ group }) => group)) });
}
const END = scopeOf("2025-12-31");
const many = (group: string | undefined, n: number, sales: number) =>
  Array.from({ length: n }, (_, i) => ({ group, sales: sales + i }));

describe("cross-tab", () => {
  it("greys what is small, keeps it out of the test below five, and never calls it a finding", () => {
    const tables = made([
      ...many("甲", 40, 100),
      ...many("乙", 35, 100),
      ...many("丙", 12, 5000),
      ...many("丁", 3, 90000),
    ]);
    const { rowTotals, headline, test, most, rows } = found(tables, { rows: "industry" }, END);
    expect(rowTotals.map(({ size }) => size)).toEqual(["enough", "enough", "thin", "tiny"]);
    expect(headline.smallCells).toBe(2);
    expect(test!.df).toBe(2);
    expect([most!.high, most!.low!].map(({ row }) => nameOf(rows[row]!))).toEqual(["甲", "乙"]);
  });

  it("keeps those without a value apart, as a group that is not tested", () => {
    const known = [...many("甲", 40, 100), ...many("乙", 35, 300)];
    const one = found(made(known), { rows: "industry" }, END);
    const two = found(made([...known, ...many(undefined, 30, 9000)]), { rows: "industry" }, END);
    expect(two.rows.at(-1)).toEqual({ kind: "missing" });
    expect(two.rowTotals.at(-1)!.customers).toBe(30);
    expect(two.test).toEqual(one.test);
    expect(two.headline.rows).toBe(3);
  });

  it("says what it cannot say", () => {
    const code = (params: Partial<CrossParams>, tables = made(many("甲", 9, 1))) => {
      const { result } = answerOf(spec, compute, { tables, scope: END, params });
      return result.kind === "answered" ? "answered" : result.code;
    };
    expect(code({ outcome: "profit" })).toBe("no-profit");
    expect(code({ outcome: "retention" })).toBe("nobody-before");
    expect(code({}, tablesOf([], ["甲"]))).toBe("no-customers");
    expect(code({ outcome: "customers" }, tablesOf([], ["甲"]))).toBe("answered");
    const { rowsBy, test } = found(
      tablesOf([{ customer: "甲", on: "2025-06-01", amount: 1 }]),
      {},
      END,
    );
    expect([rowsBy, test]).toEqual([null, null]);
  });

  it("puts the smallest of many words together, and opens each group", () => {
    const words = Array.from({ length: 15 }, (_, k) =>
      many(`词${String(k).padStart(2, "0")}`, 20 - k, 10),
    );
    const answer = answerOf(spec, compute, {
      tables: made(words.flat()),
      scope: END,
      params: { rows: "industry" },
    });
    if (answer.result.kind !== "answered") throw new Error("refused");
    expect(answer.result.rows).toHaveLength(12);
    expect(answer.result.rows.at(-1)).toEqual({ kind: "rest", groups: 4 });
    expect(answer.members("cross:11")).toHaveLength(9 + 8 + 7 + 6);
    expect(answer.members("cross:12")).toBeNull();
    expect(answer.members("cross:0:0")).toBeNull();
  });

  const customers = fc.array(
    fc.record({
      group: fc.constantFrom("甲", "乙", "丙", undefined),
      sales: fc.integer({ min: 1, max: 1000 }),
    }),
    { minLength: 1, maxLength: 120 },
  );

  it("shares out every customer and all the money, whatever the scale of the money", () => {
    fc.assert(
      fc.property(customers, (rows) => {
        const one = found(made(rows), { rows: "industry", outcome: "sales" }, END);
        const scaled = rows.map(({ group, sales }) => ({ group, sales: sales * 8 }));
        const two = found(made(scaled), { rows: "industry", outcome: "sales" }, END);
        const sum = (values: readonly (number | null)[]) =>
          values.reduce<number>((total, value) => total + Number(value), 0);
        expect(sum(one.rowTotals.map((cell) => cell.customers))).toBe(rows.length);
        expect(sum(one.rowTotals.map((cell) => cell.value))).toBe(one.all.value);
        expect(two.headline).toEqual(one.headline);
        expect(two.rowTotals.map((cell) => cell.value)).toEqual(
          one.rowTotals.map((cell) => (cell.value === null ? null : cell.value * 8)),
        );
      }),
    );
  });
});
