import { describe, expect, it } from "vitest";
import {
  ambientOf,
  floatColumn,
  scopeOf,
  tablesOf,
  textColumn,
  type Line,
} from "../../tests/support/tables";
import { day } from "../../tests/support/tables";
import type { StoredColumn } from "../domain/generation";
import { sheetBlob } from "../export/sheet-file";
import { openWorkbook } from "../ingest/xlsx/workbook";
import { customersSheet } from "./customers-file";
import { CUSTOMER_FILE_COLUMNS, type CustomerFileQuery } from "./types";

const LINES: Line[] = [
  { customer: "007", on: "2025-06-10", amount: 500.1, profit: 50 },
  { customer: "007", on: "2025-07-10", amount: 300.2, profit: 40 },
  { customer: "007", on: "2023-08-20", amount: 100, profit: 10 },
  { customer: "=HYPERLINK(1)", on: "2025-03-01", amount: 70 },
];
const made = tablesOf(LINES, ["只在客户表"]);
const columns = new Map(made.customers.columns);
columns.set("city", textColumn(["无锡", undefined, "苏州"]));
columns.set("attr:会员", floatColumn([1, 0, undefined]));
columns.set("since", {
  kind: "day",
  length: 3,
  values: Int32Array.from([day("2020-01-31"), day("2021-02-28"), day("2022-12-31")]),
  validity: null,
});
const tables = { ...made, customers: { ...made.customers, columns } };
const STORED: readonly StoredColumn[] = [
  { id: "key", fieldKind: "text", label: "key" },
  { id: "city", fieldKind: "category", label: "所在城市" },
  { id: "attr:会员", fieldKind: "flag", label: "会员" },
  { id: "since", fieldKind: "date", label: "since" },
  { id: "phone", fieldKind: "text", label: "phone" },
];
const scope = scopeOf("2025-07-31");

// one for each column
const headers = Object.fromEntries(
  CUSTOMER_FILE_COLUMNS.map((id) => [id, `H ${id}`]),
) as CustomerFileQuery["headers"];
const ask = (format: CustomerFileQuery["format"]): CustomerFileQuery => ({
  scope,
  search: "",
  cell: null,
  sort: "sales",
  descending: true,
  offset: 0,
  limit: 0,
  format,
  sheetName: "客户表",
  headers: { ...headers, city: "城市" },
  words: { segments: { champions: "冠军" }, stages: { develop: "发展" }, yes: "是", no: "否" },
});
const sheetFor = (format: CustomerFileQuery["format"]) =>
  customersSheet(
    { tables, sighted: ambientOf(tables, scope), narrowing: { members: null, index: null } },
    STORED,
    ask(format),
  );
const fileOf = (format: CustomerFileQuery["format"]): Promise<Blob> =>
  sheetBlob(sheetFor(format), format, () => Promise.resolve());

describe("the file of the customer list", () => {
  it("begins with the same columns always, and ends with those of the customer table that have values", () => {
    const titles = sheetFor("csv").columns.map(({ header }) => header);
    expect(titles.slice(0, CUSTOMER_FILE_COLUMNS.length)).toEqual(
      CUSTOMER_FILE_COLUMNS.map((id) => `H ${id}`),
    );
    expect(titles.slice(CUSTOMER_FILE_COLUMNS.length)).toEqual(["城市", "会员", "since"]);
  });

  it("has typed cells in a workbook: ids as text, days as days, numbers as numbers, words for codes", async () => {
    const workbook = await openWorkbook(await fileOf("xlsx"));
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["客户表"]);
    const rows: (readonly unknown[])[] = [];
    for await (const batch of workbook.rows(0, {})) rows.push(...batch.rows);
    const at = (id: (typeof CUSTOMER_FILE_COLUMNS)[number]) => CUSTOMER_FILE_COLUMNS.indexOf(id);
    const first = rows[1]!;
    expect(first[at("key")]).toBe("007");
    expect(first[at("sales")]).toBe(800.3);
    expect(first[at("salesChange")]).toBe(700.3);
    expect(first[at("lastOrderOn")]).toMatchObject({ day: day("2025-07-10") });
    expect(first[at("grade")]).toBe("B");
    expect(first[at("stage")]).toBe("发展");
    expect(first[CUSTOMER_FILE_COLUMNS.length + 1]).toBe("否");
    expect(rows[2]![at("name")]).toBe("=HYPERLINK(1)");
    expect(rows).toHaveLength(4);
  });

  it("leaves empty what nobody knows where the data have no orders, and says 0 of who bought nothing", () => {
    const at = (id: (typeof CUSTOMER_FILE_COLUMNS)[number]) => CUSTOMER_FILE_COLUMNS.indexOf(id);
    const ids = ["sales", "salesBefore", "salesChange", "profit", "returns", "orderDays"] as const;
    const noOrders = { ...tables, orders: tablesOf([]).orders };
    const sight = {
      sighted: ambientOf(noOrders, scope),
      narrowing: { members: null, index: null },
    };
    const unknown = [...customersSheet({ tables: noOrders, ...sight }, STORED, ask("csv")).rows];
    expect(unknown).toHaveLength(3);
    for (const cells of unknown) for (const id of ids) expect(cells[at(id)]).toBeNull();
    const bought = [...sheetFor("csv").rows].find((cells) => cells[at("name")] === "只在客户表")!;
    expect([bought[at("sales")], bought[at("orderDays")], bought[at("returns")]]).toEqual([
      0, 0, 0,
    ]);
  });

  it("is a CSV without formulas, with days that every program reads", async () => {
    const text = await (await fileOf("csv")).text();
    const lines = text.trim().split("\r\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain("007,007,");
    expect(lines[1]).toContain("2025-07-10");
    expect(text).toContain('"\'=HYPERLINK(1)"');
  });
});
