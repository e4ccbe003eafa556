import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ranges } from "../../tests/support/filters";
import { floatColumn, scopeOf, tablesOf, textColumn } from "../../tests/support/tables";
import { FLAG_CHOICES, type Filter } from "../domain/filter";
import { MINUTES_PER_DAY } from "../domain/moment";
import { epochDay } from "../kernel/base/calendar";
import { dayColumn } from "../kernel/table/builder";
import { MISSING_DAY, type Column } from "../kernel/table/column";
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
    const found = filterRows(tables, [
      { kind: "values", entity: "customers", column: "owner", values: ["王芳"] },
    ]);
    expect([...selectedRows(found.orderRows!)]).toEqual([0, 2]);
    expect([...selectedRows(found.customerRows!)]).toEqual([0]);
  });

  it("joins filters by and, values by or, and reads the empty text as missing", () => {
    const found = filterRows(tables, [
      { kind: "values", entity: "customers", column: "owner", values: ["王芳"] },
      { kind: "values", entity: "orders", column: "region", values: ["", "华南"] },
    ]);
    expect([...selectedRows(found.orderRows!)]).toEqual([2]);
  });

  it("matches nothing on a column that the data do not have", () => {
    const found = filterRows(tables, [
      { kind: "values", entity: "orders", column: "channel", values: ["网店"] },
    ]);
    expect(selectedRows(found.orderRows!)).toHaveLength(0);
  });
});

describe("filterRows on columns of other kinds", () => {
  const NOON = 720;
  const value = fc.option(fc.integer({ min: -3, max: 3 }), { nil: undefined });
  const rows = fc.array(fc.record({ number: value, day: value, minute: value, flag: value }), {
    maxLength: 70,
  });
  const small = fc.integer({ min: -3, max: 3 });

  it("agrees with looking at each cell", () => {
    fc.assert(
      fc.property(rows, ranges(small), fc.subarray([...FLAG_CHOICES]), (list, range, choices) => {
        const { from, to, withMissing } = range;
        const column = (of: (row: (typeof list)[number]) => number | undefined) =>
          floatColumn(list.map(of));
        const orders = {
          rowCount: list.length,
          columns: new Map<string, Column>([
            ["attr:n", column(({ number }) => number)],
            ["attr:m", column(({ minute }) => minuteOf(minute))],
            ["attr:y", column(({ flag }) => (flag === undefined ? undefined : Number(flag > 0)))],
            ["attr:d", dayColumn(Int32Array.from(list, (row) => row.day ?? MISSING_DAY))],
          ]),
        };
        const kept = (filter: Filter): number[] => [
          ...selectedRows(filterRows({ ...tables, orders }, [filter]).orderRows!),
        ];
        const isWithin = (cell: number | undefined): boolean => {
          if (cell === undefined) return withMissing;
          if (from === null && to === null) return false;
          return (from === null || cell >= from) && (to === null || cell <= to);
        };
        const rowsWhere = (test: (row: (typeof list)[number]) => boolean): number[] =>
          [...list.keys()].filter((row) => test(list[row]!));

        const on = { entity: "orders" } as const;
        const days = {
          fromDay: from === null ? null : epochDay(from),
          toDay: to === null ? null : epochDay(to),
          withMissing,
        };
        expect(kept({ kind: "number", ...on, column: "attr:n", ...range })).toEqual(
          rowsWhere(({ number }) => isWithin(number)),
        );
        expect(kept({ kind: "days", ...on, column: "attr:d", ...days })).toEqual(
          rowsWhere(({ day }) => isWithin(day)),
        );
        expect(kept({ kind: "days", ...on, column: "attr:m", ...days })).toEqual(
          rowsWhere(({ minute }) => isWithin(minute)),
        );
        expect(kept({ kind: "flag", ...on, column: "attr:y", choices })).toEqual(
          rowsWhere(({ flag }) => {
            if (flag === undefined) return choices.includes("missing");
            return choices.includes(flag > 0 ? "yes" : "no");
          }),
        );
      }),
    );
  });

  /** A moment somewhere on the day: midnight itself, noon, or the last minute. */
  function minuteOf(day: number | undefined): number | undefined {
    if (day === undefined) return undefined;
    return day * MINUTES_PER_DAY + [0, NOON, MINUTES_PER_DAY - 0.5][Math.abs(day) % 3]!;
  }

  it("matches nothing where the data hold the column in another kind", () => {
    const from = { from: 0, to: null, withMissing: true };
    for (const filter of [
      { kind: "values", entity: "orders", column: "amount", values: ["1", ""] },
      { kind: "number", entity: "orders", column: "region", ...from },
      { kind: "number", entity: "orders", column: "orderedOn", ...from },
      { kind: "flag", entity: "orders", column: "orderedOn", choices: ["yes", "missing"] },
      {
        kind: "days",
        entity: "orders",
        column: "region",
        fromDay: null,
        toDay: null,
        withMissing: true,
      },
    ] as const) {
      expect(selectedRows(filterRows(tables, [filter]).orderRows!)).toHaveLength(0);
    }
  });

  it("restricts orders through an attribute of the customer", () => {
    const columns = new Map([...customers.columns, ["attr:年龄", floatColumn([30, undefined])]]);
    const aged = { ...tables, customers: { ...customers, columns } };
    const age = { kind: "number", entity: "customers", column: "attr:年龄" } as const;
    const keep = (filter: Filter) => [...selectedRows(filterRows(aged, [filter]).orderRows!)];
    expect(keep({ ...age, from: 30, to: 45, withMissing: false })).toEqual([0, 2]);
    expect(keep({ ...age, from: null, to: null, withMissing: true })).toEqual([1]);
  });
});

describe("selectionOf", () => {
  it("gives the same objects for the same filters", () => {
    const filters = [
      { kind: "values", entity: "orders", column: "region", values: ["华东"] },
    ] as const;
    const scope = scopeOf("2025-12-31");
    const again = selectionOf(tables, { ...scope, filters: [...filters] });
    expect(selectionOf(tables, { ...scope, filters })).toBe(again);
  });
});

describe("slotsOf", () => {
  it("translates rows of the file to slots of the book", () => {
    const { orderRows } = filterRows(tables, [
      { kind: "values", entity: "orders", column: "region", values: ["华东"] },
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
    const byOwner = {
      kind: "values",
      entity: "customers",
      column: "owner",
      values: ["王芳"],
    } as const;
    const byRegion = {
      kind: "values",
      entity: "orders",
      column: "region",
      values: ["华东"],
    } as const;
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
      filterRows(mixed, [{ kind: "values", entity: "orders", column: "region", values }]).orderRows;
    expect(rowsOf(saleSlots(book, of(["华东"])))).toEqual([0]);
    expect(rowsOf(saleSlots(book, of(["华东", "华南"])))).toEqual([0, 3]);
    expect(rowsOf(saleSlots(book, of([""])))).toEqual([]);
  });

  it("are kept with the selection, and made anew for another book", () => {
    const { orderRows } = filterRows(mixed, [
      { kind: "values", entity: "orders", column: "region", values: ["华南"] },
    ]);
    expect(saleSlots(book, orderRows)).toBe(saleSlots(book, orderRows));
    const other = orderBook({ ...mixed, orders: { ...mixed.orders } });
    expect(saleSlots(other, orderRows)).not.toBe(saleSlots(book, orderRows));
  });
});
