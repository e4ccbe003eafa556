import { describe, expect, it } from "vitest";
import { ambientOf, scopeOf, tablesOf, textColumn, type Line } from "../../tests/support/tables";
import type { Input } from "../analyses/define";
import { seededRng } from "../kernel/base/rng";
import { customerPage } from "./customer-list";
import { buildSearchIndex, loadRomanise, type SearchIndex } from "./search-index";
import { CUSTOMER_SORTS, type CustomerQuery } from "./types";

const LINES: Line[] = [
  { customer: "苏州达展电子", on: "2025-06-10", amount: 500, profit: 50, region: "华东" },
  { customer: "苏州达展电子", on: "2025-07-10", amount: 300, profit: 40, region: "华东" },
  { customer: "苏州达展电子", on: "2024-07-10", amount: 100, profit: 10, region: "华东" },
  { customer: "重庆长安物资", on: "2025-07-20", amount: 900, region: "西南" },
  { customer: "重庆长安物资", on: "2025-07-21", amount: -100, kind: "return", region: "西南" },
  { customer: "=HYPERLINK(1)", on: "2023-08-20", amount: 70, profit: -7, region: "华东" },
];
const tables = tablesOf(LINES, ["只在客户表"]);
const scope = scopeOf("2025-07-31");
const ask = (more: Partial<CustomerQuery> = {}): CustomerQuery => ({
  scope,
  search: "",
  cell: null,
  sort: "sales",
  descending: true,
  offset: 0,
  limit: 50,
  ...more,
});
const page = (more: Partial<CustomerQuery> = {}, narrowing = {}, input: Input = tables) => {
  const query = ask(more);
  return customerPage(input, ambientOf(input, query.scope), query, {
    members: null,
    index: null,
    ...narrowing,
  });
};
const indexOf = async (input: Input): Promise<SearchIndex> => {
  const building = buildSearchIndex(input.customers, await loadRomanise());
  for (;;) {
    const step = building.next();
    if (step.done === true) return step.value;
  }
};

describe("customerPage", () => {
  it("does not know what anybody bought where the data have no orders at all", () => {
    const noOrders = { ...tables, orders: tablesOf([]).orders };
    const found = page({}, {}, noOrders);
    expect(found).toMatchObject({ total: 4, sales: null, salesBefore: null });
    for (const row of found.rows) {
      expect(row).toMatchObject({ sales: null, orderDays: null, returns: null, profit: null });
    }
    for (const sort of CUSTOMER_SORTS) {
      const { rows } = page({ sort }, {}, noOrders);
      expect(new Set(rows.map(({ row }) => row)).size).toBe(4);
    }
    const bought = page().rows.find(({ name }) => name === "只在客户表");
    expect(bought).toMatchObject({ sales: 0, orderDays: 0, returns: 0 });
  });

  it("has every score of a customer", () => {
    expect(page().rows.find(({ name }) => name === "苏州达展电子")).toMatchObject({
      sales: 800,
      salesBefore: 100,
      profit: 90,
      returns: 0,
      orderDays: 2,
      recencyDays: 21,
      usualGapDays: 182.5,
      stage: "develop",
    });
    expect(page().rows.find(({ name }) => name === "重庆长安物资")).toMatchObject({
      sales: 900,
      returns: -100,
      profit: null,
      usualGapDays: null,
      stage: "acquire",
    });
  });

  it("lists customers without any order too, with nothing said about them", () => {
    expect(page().rows.find(({ name }) => name === "只在客户表")).toMatchObject({
      sales: 0,
      firstOrderOn: null,
      recencyDays: null,
      grade: null,
      rfm: null,
      segment: null,
      stage: null,
    });
  });

  it("sums over all customers of the query, not only the page", () => {
    expect(page({ limit: 1 })).toMatchObject({ total: 4, sales: 1700, salesBefore: 170 });
    expect(page({ limit: 1 }).rows).toHaveLength(1);
  });

  it("compares with no period that the data do not reach over", () => {
    const late = tablesOf(LINES.filter(({ on }) => on > "2024"));
    const found = page({ sort: "salesChange" }, {}, late);
    expect(found.salesBefore).toBeNull();
    expect(new Set(found.rows.map(({ salesBefore }) => salesBefore))).toEqual(new Set([null]));
  });

  it("sorts by every column either way and keeps customers without a value last", () => {
    for (const sort of CUSTOMER_SORTS) {
      for (const descending of [true, false]) {
        expect(page({ sort, descending }).rows).toHaveLength(4);
      }
    }
    expect(page({ sort: "profit", descending: false }).rows.at(-1)!.profit).toBeNull();
    expect(page({ sort: "lastOrder", descending: true }).rows.map(({ name }) => name)).toEqual([
      "重庆长安物资",
      "苏州达展电子",
      "=HYPERLINK(1)",
      "只在客户表",
    ]);
  });

  it("keeps to the customers behind a cell", () => {
    expect(page({}, { members: Uint32Array.from([0, 2]) }).rows.map(({ row }) => row)).toEqual([
      2, 0,
    ]);
    expect(page({}, { members: new Uint32Array() }).total).toBe(0);
  });

  it("keeps to customers with a sale that passes when orders are filtered", () => {
    const filtered = scopeOf("2025-07-31", undefined, [
      { kind: "values", entity: "orders", column: "region", values: ["西南"] },
    ]);
    expect(page({ scope: filtered }).rows.map(({ name }) => name)).toEqual(["重庆长安物资"]);
  });

  it("pages through everybody once, whatever the page size", () => {
    const rng = seededRng(4);
    const many = tablesOf(
      Array.from({ length: 500 }, (): Line => ({
        customer: `c${rng.below(120)}`,
        on: 20_200 + rng.below(400),
        amount: rng.below(50),
      })),
    );
    const query = { scope: scopeOf(20_600), sort: "orderDays" as const };
    const all = page({ ...query, limit: 1000 }, {}, many).rows.map(({ row }) => row);
    const paged = Array.from({ length: Math.ceil(all.length / 7) }, (_, i) =>
      page({ ...query, offset: i * 7, limit: 7 }, {}, many).rows.map(({ row }) => row),
    ).flat();
    expect(paged).toEqual(all);
    expect(new Set(all).size).toBe(all.length);
  });

  it("finds by pinyin and sorts Chinese names by it", async () => {
    const index = await indexOf(tables);
    expect(page({ search: "szdz" }, { index }).rows.map(({ name }) => name)).toEqual([
      "苏州达展电子",
    ]);
    const names = page({ sort: "name", descending: false }, { index }).rows.map(({ name }) => name);
    expect(names.filter((name) => name.length > 5)).toEqual([
      "=HYPERLINK(1)",
      "重庆长安物资",
      "苏州达展电子",
    ]);
  });
});

describe("the names of customers", () => {
  it("come from the column of names, else from the key", () => {
    const columns = new Map(tables.customers.columns);
    columns.set("customerName", textColumn(["甲", undefined, "丙", "丁"]));
    const named: Input = { ...tables, customers: { ...tables.customers, columns } };
    expect(
      page({ sort: "firstOrder" }, {}, named)
        .rows.map(({ name }) => name)
        .toSorted(),
    ).toEqual(["丁", "丙", "甲", "苏州达展电子"].toSorted());
  });
});
