import { describe, expect, it } from "vitest";
import {
  ambientOf,
  day,
  scopeOf,
  tablesOf,
  textColumn,
  type Line,
} from "../../tests/support/tables";
import type { FieldKind } from "../domain/field";
import type { Manifest } from "../domain/manifest";
import { monthIndex } from "../kernel/base/calendar";
import { customerDetail } from "./customer-detail";
import { dataFacets, dataSummary, facetNeeds } from "./summary";

const LINES: Line[] = [
  { customer: "甲", on: "2025-01-10", amount: 100, profit: 10, orderId: "S1", region: "华东" },
  { customer: "甲", on: "2025-01-10", amount: 50, orderId: "S1", region: "华东" },
  { customer: "甲", on: "2025-03-02", amount: -20, kind: "return", orderId: "S1", region: "华东" },
  { customer: "甲", on: "2025-03-02", amount: 30, orderId: "S2", region: "华南" },
  { customer: "乙", on: "2025-02-01", amount: 999, orderId: "S3", region: "华东" },
  { customer: "甲", on: "2025-09-09", amount: 777, orderId: "S9", region: "华东" },
];
const plain = tablesOf(LINES);
const tables = {
  orders: {
    ...plain.orders,
    columns: new Map([
      ...plain.orders.columns,
      ["productName", textColumn(["螺丝", "螺母", "螺丝", undefined, "钢板", "螺丝"])] as const,
    ]),
  },
  customers: {
    ...plain.customers,
    columns: new Map([
      ...plain.customers.columns,
      ["city", textColumn(["无锡", "苏州"])] as const,
      ["attr:等级", textColumn(["A", undefined])] as const,
    ]),
  },
};
const scope = scopeOf("2025-04-30");

describe("customerDetail", () => {
  const detail = customerDetail(
    tables,
    ambientOf(tables, scope),
    0,
    new Map([["city", { id: "city", fieldKind: "category", label: "城市" }]]),
  );

  it("has a slot for each month from the first sale to the as-of day", () => {
    expect(detail.firstMonth).toBe(monthIndex(day("2025-01-10")));
    expect(Array.from(detail.monthlySales)).toEqual([150, 0, 30, 0]);
  });

  it("groups lines into orders, newest first, and knows nothing of later ones", () => {
    expect(detail.orderCount).toBe(3);
    expect(
      detail.orders.map(({ orderId, amount, lines, kind }) => [orderId, amount, lines, kind]),
    ).toEqual([
      ["S2", 30, 1, "sale"],
      ["S1", -20, 1, "return"],
      ["S1", 150, 2, "sale"],
    ]);
    expect(detail.orders[2]).toMatchObject({ profit: 10, products: ["螺丝", "螺母"] });
  });

  it("ranks products by sales and leaves out the unnamed", () => {
    expect(detail.topProducts.map(({ name, sales }) => [name, sales])).toEqual([
      ["螺丝", 100],
      ["螺母", 50],
    ]);
    expect(detail.topProducts[0]!.share).toBeCloseTo(100 / 180, 12);
  });

  it("lists the further columns with their headers", () => {
    expect(detail.attributes).toEqual([
      { column: { id: "city", fieldKind: "category", label: "城市" }, cell: "无锡" },
      { column: { id: "attr:等级", fieldKind: "text", label: "等级" }, cell: "A" },
    ]);
  });

  it("leaves out what the program itself keeps of a customer", () => {
    const columns = new Map(tables.customers.columns);
    columns.set("provenance", textColumn(["3", "3", "3"].slice(0, tables.customers.rowCount)));
    columns.set("customerId", textColumn(["x", "y", "z"].slice(0, tables.customers.rowCount)));
    const more = { ...tables, customers: { ...tables.customers, columns } };
    const { attributes } = customerDetail(more, ambientOf(more, scope), 0, new Map());
    expect(attributes.map(({ column }) => column.id)).toEqual(["city", "attr:等级"]);
  });

  it("answers for a customer without any order in sight", () => {
    const early = scopeOf("2024-12-31");
    const empty = customerDetail(tables, ambientOf(tables, early), 1, new Map());
    expect(empty).toMatchObject({ orderCount: 0, orders: [], topProducts: [] });
    expect(empty.monthlySales).toHaveLength(0);
  });
});

describe("dataSummary and dataFacets", () => {
  const meta = (id: string, fieldKind: FieldKind, missingCount = 0) => ({
    id,
    kind: "dictionary" as const,
    fieldKind,
    label: id,
    missingCount,
    distinctCount: null,
    chunks: [],
    dictionaryChunks: [],
  });
  const manifest: Manifest = {
    generation: "g",
    previousGeneration: null,
    revision: 1,
    root: "",
    imports: [],
    tables: [
      {
        entity: "orders",
        rowCount: 6,
        firstDay: "2025-01-10",
        lastDay: "2025-09-09",
        currency: "CNY",
        columns: [
          meta("lineKind", "category"),
          meta("region", "category"),
          meta("orderId", "text"),
          meta("orderedOn", "date"),
          meta("profit", "money", 3),
          meta("attr:空", "number", 6),
        ],
      },
      {
        entity: "customers",
        rowCount: 2,
        firstDay: null,
        lastDay: null,
        currency: null,
        columns: [
          meta("key", "text"),
          meta("city", "category"),
          meta("attr:会员", "flag"),
          meta("provenance", "number"),
        ],
      },
    ],
  };

  it("say size and days from the manifest", () => {
    expect(dataSummary(manifest)).toEqual({
      generation: "g",
      orderCount: 6,
      customerCount: 2,
      firstDay: day("2025-01-10"),
      lastDay: day("2025-09-09"),
      currency: "CNY",
      hasProfit: true,
    });
  });

  it("list categories with their most frequent values and the other kinds, nothing ingest made", () => {
    expect(facetNeeds(manifest)).toEqual({ orders: ["region"], customers: ["city"] });
    expect(dataFacets(tables, manifest)).toMatchObject([
      { kind: "values", entity: "customers", column: "city", distinctCount: 2, missingCount: 0 },
      { kind: "flag", entity: "customers", column: "attr:会员", fieldKind: "flag" },
      {
        entity: "orders",
        column: "region",
        values: [
          { text: "华东", count: 5 },
          { text: "华南", count: 1 },
        ],
      },
      { kind: "number", entity: "orders", column: "profit", label: "profit", fieldKind: "money" },
    ]);
  });
});
