import { describe, expect, it } from "vitest";
import { tablesOf, textColumn } from "../../tests/support/tables";
import { selectedRows } from "../kernel/table/selection";
import { filterRows, saleSlots, selectionOf, slotsOf } from "./filter";
import { orderBook } from "./order-book";

const base = tablesOf([
  { customer: "甲", on: 3, amount: 1, region: "华东" },
  { customer: "乙", on: 2, amount: 1, region: "华南" },
  { customer: "甲", on: 1, amount: 1 },
]);
const customers = {
  ...base.customers,
  columns: new Map([...base.customers.columns, ["owner", textColumn(["王芳", "李伟"])]]),
};
const tables = { ...base, customers };

describe("filterRows", () => {
  it("keeps everything without filters", () => {
    expect(filterRows(tables, [])).toEqual({ orderRows: null, customerRows: null });
  });

  it("restricts orders through the customer by a filter on customers", () => {
    const found = filterRows(tables, [{ entity: "customers", column: "owner", values: ["王芳"] }]);
    expect([...selectedRows(found.orderRows!)]).toEqual([0, 2]);
    expect([...selectedRows(found.customerRows!)]).toEqual([0]);
  });

  it("joins filters by and, values by or, and reads the empty text as missing", () => {
    const found = filterRows(tables, [
      { entity: "customers", column: "owner", values: ["王芳"] },
      { entity: "orders", column: "region", values: ["", "华南"] },
    ]);
    expect([...selectedRows(found.orderRows!)]).toEqual([2]);
  });

  it("matches nothing on a column that the data do not have", () => {
    const found = filterRows(tables, [{ entity: "orders", column: "channel", values: ["网店"] }]);
    expect(selectedRows(found.orderRows!)).toHaveLength(0);
  });
});

describe("selectionOf", () => {
  it("gives the same objects for the same filters", () => {
    const filters = [{ entity: "orders", column: "region", values: ["华东"] }] as const;
    expect(selectionOf(tables, { filters })).toBe(selectionOf(tables, { filters: [...filters] }));
  });
});

describe("slotsOf", () => {
  it("translates rows of the file to slots of the book", () => {
    const { orderRows } = filterRows(tables, [
      { entity: "orders", column: "region", values: ["华东"] },
    ]);
    const book = orderBook(tables);
    const slots = slotsOf(book, orderRows);
    expect([...selectedRows(slots!)].map((slot) => book.rows[slot])).toEqual([0]);
    expect(slotsOf(book, orderRows)).toBe(slots);
    expect(slotsOf(book, null)).toBeNull();
  });
});

describe("slotsOf a filter on customers", () => {
  it("are the slots of the selected rows, alone and together with a filter on orders", () => {
    const byOwner = { entity: "customers", column: "owner", values: ["王芳"] } as const;
    const byRegion = { entity: "orders", column: "region", values: ["华东"] } as const;
    const book = orderBook(tables);
    for (const filters of [[byOwner], [byOwner, byRegion]]) {
      const rows = filterRows(tables, filters).orderRows!;
      const fromSlots = [...selectedRows(slotsOf(book, rows))].map((slot) => book.rows[slot]!);
      expect(fromSlots.toSorted((a, b) => a - b)).toEqual([...selectedRows(rows)]);
    }
  });
});

describe("saleSlots", () => {
  const mixed = tablesOf([
    { customer: "甲", on: 3, amount: 1, region: "华东" },
    { customer: "甲", on: 1, amount: -1, kind: "return", region: "华东" },
    { customer: "乙", on: 2, amount: 0, kind: "free", region: "华南" },
    { customer: "乙", on: 1, amount: 5, region: "华南" },
    { customer: "乙", on: 4, amount: -5, kind: "cancelled" },
  ]);
  const book = orderBook(mixed);
  const rowsOf = (slots: ReturnType<typeof saleSlots>): readonly (number | undefined)[] =>
    [...selectedRows(slots)].map((slot) => book.rows[slot]);

  it("are the sale lines of the book when nothing is filtered", () => {
    expect(rowsOf(saleSlots(book, null))).toEqual([0, 3]);
    expect(saleSlots(book, null)).toBe(book.saleSlots);
  });

  it("are the sale lines that a filter keeps, whatever their place in the file", () => {
    const of = (values: readonly string[]) =>
      filterRows(mixed, [{ entity: "orders", column: "region", values }]).orderRows;
    expect(rowsOf(saleSlots(book, of(["华东"])))).toEqual([0]);
    expect(rowsOf(saleSlots(book, of(["华东", "华南"])))).toEqual([0, 3]);
    expect(rowsOf(saleSlots(book, of([""])))).toEqual([]);
  });

  it("are kept with the selection, and made anew for another book", () => {
    const { orderRows } = filterRows(mixed, [
      { entity: "orders", column: "region", values: ["华南"] },
    ]);
    expect(saleSlots(book, orderRows)).toBe(saleSlots(book, orderRows));
    const other = orderBook({ ...mixed, orders: { ...mixed.orders } });
    expect(saleSlots(other, orderRows)).not.toBe(saleSlots(book, orderRows));
  });
});
