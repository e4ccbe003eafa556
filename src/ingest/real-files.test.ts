import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { assemble } from "./assemble";
import { inspectFile } from "./inspect";
import { defaultPlan } from "./plan-default";
import { readSheet } from "./read";
import type { FileInspection, SheetRead } from "./plan";
import type { Generation } from "../domain/generation";
import { SALE_LINE, CANCELLED_LINE, FREE_LINE } from "../domain/line-kind";
import { requiredColumn, textAt, type Table } from "../kernel/table/column";

function fileOf(path: string): File {
  return new File([readFileSync(`../shared/data/${path}`)], path.split("/").at(-1)!);
}

async function imported(path: string): Promise<{
  inspection: FileInspection;
  read: SheetRead;
  generation: Generation;
}> {
  const file = fileOf(path);
  const inspection = await inspectFile(file);
  const plan = defaultPlan(inspection, 0);
  expect(plan).not.toBeNull();
  const read = await readSheet(file, plan!);
  return { inspection, read, generation: assemble(null, [read], "append") };
}

function mapping(inspection: FileInspection): Record<string, string | null> {
  return Object.fromEntries(
    inspection.sheets[0]!.columns.map((column) => [column.header, column.target]),
  );
}

function total(generation: Generation, column: string, kind?: number): number {
  const { table } = generation.orders;
  const values = requiredColumn(table, column, "float64").values;
  const kinds = requiredColumn(table, "lineKind", "dictionary").codes;
  let sum = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (kind === undefined || kinds[row] === kind) sum += values[row]!;
  }
  return sum;
}

function plainColumns(table: Table): Record<string, (number | string | null)[]> {
  const plain: Record<string, (number | string | null)[]> = {};
  for (const [id, column] of table.columns) {
    plain[id] =
      column.kind === "dictionary"
        ? Array.from(column.codes, (_, row) => textAt(column, row))
        : Array.from(column.values);
  }
  return plain;
}

function customersWithSales(generation: Generation): number {
  const { table } = generation.orders;
  const kinds = requiredColumn(table, "lineKind", "dictionary").codes;
  const customers = requiredColumn(table, "customer", "dictionary").codes;
  return new Set(customers.filter((_, row) => kinds[row] === SALE_LINE)).size;
}

function countKind(generation: Generation, kind: number): number {
  const { codes } = requiredColumn(generation.orders.table, "lineKind", "dictionary");
  return codes.reduce((count, code) => count + (code === kind ? 1 : 0), 0);
}

/** The order lines of all sheets as sorted texts of the columns that both files have under one meaning. */
async function supermarketLines(path: string): Promise<readonly string[]> {
  const file = fileOf(path);
  const inspection = await inspectFile(file);
  const reads: SheetRead[] = [];
  for (const sheet of inspection.sheets) {
    const { sheetIndex, headerRow } = sheet;
    const columns = sheet.columns.map((column) =>
      column.header === "Customer type" ? { ...column, target: "customerName" } : column,
    );
    const plan = {
      sheetIndex,
      entity: "orders" as const,
      format: inspection.format,
      headerRow,
      columns,
    };
    const read = await readSheet(file, plan);
    expect(read.issues.counts).toEqual([]);
    reads.push(read);
  }
  const generation = assemble(null, reads, "append");
  const plain = plainColumns(generation.orders.table);
  const shared = Object.keys(plain).filter((id) => !/margin|rating/i.test(id));
  return plain["orderId"]!.map((_, row) =>
    JSON.stringify(Object.fromEntries(shared.map((id) => [id, plain[id]![row]]))),
  ).sort();
}

describe("the default plan", () => {
  it("maps Superstore completely and sums what reference/rfm_superstore.json says", async () => {
    const { inspection, read, generation } = await imported("superstore/superstore.csv");
    expect(mapping(inspection)).toEqual({
      "Row ID": "attr:Row ID",
      "Order ID": "orderId",
      "Order Date": "orderedOn",
      "Ship Date": "shippedOn",
      "Ship Mode": "attr:Ship Mode",
      "Customer ID": "customerId",
      "Customer Name": "customerName",
      Segment: "attr:Segment",
      Country: "attr:Country",
      City: "attr:City",
      State: "attr:State",
      "Postal Code": "attr:Postal Code",
      Region: "region",
      "Product ID": "productId",
      Category: "productKind",
      "Sub-Category": "attr:Sub-Category",
      "Product Name": "productName",
      Sales: "amount",
      Quantity: "quantity",
      Discount: "attr:Discount",
      Profit: "profit",
    });
    expect(read.rowsKept).toBe(9994);
    expect(generation.customers.table.rowCount).toBe(793);
    expect(total(generation, "amount", SALE_LINE)).toBeCloseTo(2297200.8603, 4);
    expect(total(generation, "profit")).toBeCloseTo(286397.0217, 4);
    expect(total(generation, "quantity")).toBe(37873);
    expect(read.issues.counts).toEqual([]);
  });

  it("maps Online Retail and finds cancelled lines as reference/rfm_online_retail_sample10.json counts them", async () => {
    const { inspection, read, generation } = await imported(
      "online_retail/online_retail_sample10.csv",
    );
    expect(mapping(inspection)).toEqual({
      InvoiceNo: "orderId",
      StockCode: "productId",
      Description: "productName",
      Quantity: "quantity",
      InvoiceDate: "orderedOn",
      UnitPrice: "unitPrice",
      CustomerID: "customerId",
      Country: "region",
    });
    expect(read.rowsKept).toBe(35874);
    expect(countKind(generation, CANCELLED_LINE)).toBe(835);
    expect(countKind(generation, FREE_LINE)).toBe(6);
    expect(countKind(generation, SALE_LINE)).toBe(35033);
    expect(total(generation, "amount", SALE_LINE)).toBeCloseTo(661750.54, 6);
    expect(total(generation, "amount")).toBeCloseTo(637175.58, 6);
    expect(customersWithSales(generation)).toBe(433);
    const keys = requiredColumn(generation.customers.table, "key", "dictionary");
    expect(textAt(keys, 0)).toBe("13047");
    expect(read.issues.counts).toEqual([
      { code: "id-point-zero", severity: "note", column: "CustomerID", count: 35874 },
    ]);
  });

  it("maps CDNOW, cut by blanks, and keeps its zero-dollar rows as sales", async () => {
    const { inspection, read, generation } = await imported("cdnow/CDNOW_master.txt");
    expect(inspection.format).toEqual({ encoding: "utf-8", delimiter: "blanks" });
    expect(mapping(inspection)).toEqual({
      customer_id: "customerId",
      date: "orderedOn",
      number_of_cds: "quantity",
      dollar_value: "amount",
    });
    expect(read.rowsKept).toBe(69659);
    expect(generation.customers.table.rowCount).toBe(23570);
    expect(total(generation, "amount", SALE_LINE)).toBeCloseTo(2500315.63, 4);
    const keys = requiredColumn(generation.customers.table, "key", "dictionary");
    expect(textAt(keys, 0)).toBe("00001");
  });

  it("says that supermarket has no customer, and maps the rest", async () => {
    const inspection = await inspectFile(fileOf("supermarket/supermarket_Sales.csv"));
    const sheet = inspection.sheets[0]!;
    expect(sheet.entity).toBe("orders");
    expect(sheet.unmatched).toEqual([["customerName", "customerId"]]);
    expect(defaultPlan(inspection, 0)).toBeNull();
    const { Total, Date: date, "Invoice ID": invoice, "Product line": line } = mapping(inspection);
    expect([Total, date, invoice, line]).toEqual(["amount", "orderedOn", "orderId", "productKind"]);
    const ordered = sheet.columns.find((column) => column.target === "orderedOn")!;
    expect([ordered.dateOrder, ordered.dateOrderAmbiguous]).toEqual(["mdy", false]);
  });

  it("reads supermarket the same from CSV and from the three sheets of the XLSX", async () => {
    const csv = await supermarketLines("supermarket/supermarket_Sales.csv");
    const xlsx = await supermarketLines("supermarket/supermarket_sales.xlsx");
    expect(csv.length).toBe(1000);
    expect(xlsx).toEqual(csv);
    const amounts = csv.map((line) => (JSON.parse(line) as { amount: number }).amount);
    expect(amounts.reduce((sum, value) => sum + value, 0)).toBeCloseTo(322966.749, 6);
  });
});
