import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomerMerge } from "../domain/customer-merge";
import { DictionaryBuilder, dictionaryColumn, floatColumn } from "../kernel/table/builder";
import { requiredColumn, textAt, type Column, type Table } from "../kernel/table/column";
import {
  customerFinder,
  customerRefs,
  mergedColumn,
  mergedCustomers,
  mergedLinks,
} from "./merged-customers";

function texts(values: readonly (string | null)[]): Column {
  const builder = new DictionaryBuilder();
  for (const value of values) builder.push(value);
  return builder.finish();
}

const customers: Table = {
  rowCount: 5,
  columns: new Map<string, Column>([
    ["key", texts(["C1", "C2", "丙", "丁", "戊"])],
    ["customerId", texts(["C1", "C2", null, null, null])],
    ["customerName", texts(["甲公司", "乙", "丙", "丁", "戊"])],
    ["phone", texts([null, "2", "3", "4", null])],
  ]),
};
const ref = (row: number): CustomerMerge["from"] => customerRefs(customers, [row])[0]!;
const merge = (from: number, into: number): CustomerMerge => ({ from: ref(from), into: ref(into) });

describe("mergedCustomers", () => {
  it("does nothing without merges, and nothing for customers that the data lack", () => {
    expect(mergedCustomers(customers, [])).toBeNull();
    const unknown = { from: { id: "C9", name: null }, into: ref(0) };
    expect(mergedCustomers(customers, [unknown])).toBeNull();
  });

  it("follows chains and cuts circles", () => {
    const merged = mergedCustomers(customers, [merge(3, 2), merge(2, 0), merge(0, 3)])!;
    expect([...merged.survivors]).toEqual([0, 1, 4]);
    expect([...merged.rowOf]).toEqual([0, 1, 0, 0, 2]);
  });

  it("fills what the survivor lacks and keeps what it has", () => {
    const merged = mergedCustomers(customers, [merge(2, 0), merge(3, 0)])!;
    const phone = mergedColumn(customers.columns.get("phone")!, merged);
    const names = mergedColumn(customers.columns.get("customerName")!, merged);
    const words = (column: Column): (string | null)[] =>
      column.kind === "dictionary" ? Array.from(column.codes, (_, i) => textAt(column, i)) : [];
    expect(words(phone)).toEqual(["3", "2", null]);
    expect(words(names)).toEqual(["甲公司", "乙", "戊"]);
  });

  it("loses no order and no money, whatever is merged", () => {
    const pairs = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), { maxLength: 6 });
    const lines = fc.array(fc.tuple(fc.nat(4), fc.integer({ min: -50, max: 50 })));
    fc.assert(
      fc.property(pairs, lines, (chosen, orders) => {
        const merged = mergedCustomers(
          customers,
          chosen.map(([from, into]) => merge(from, into)),
        );
        if (merged === null) return;
        const links = dictionaryColumn(
          Uint32Array.from(orders, ([customer]) => customer),
          requiredColumn(customers, "key", "dictionary").dictionary,
        );
        const keys = mergedColumn(customers.columns.get("key")!, merged);
        if (keys.kind !== "dictionary") throw new Error("keys are texts");
        const after = mergedLinks(links, merged, keys.dictionary);
        const amounts = floatColumn(Float64Array.from(orders, ([, amount]) => amount));
        const sums = new Float64Array(merged.survivors.length);
        after.codes.forEach((code, line) => (sums[code]! += amounts.values[line]!));
        const expected = new Float64Array(merged.survivors.length);
        orders.forEach(([customer, amount]) => (expected[merged.rowOf[customer]!]! += amount));
        expect([...sums]).toEqual([...expected]);
        // every customer of one class has one row, and the row of a survivor is its own
        merged.survivors.forEach((row, i) => {
          expect(merged.rowOf[row]).toBe(i);
        });
      }),
    );
  });
});

describe("customerFinder", () => {
  it("does not take a customer with another id for the one of that name", () => {
    const find = customerFinder(customers);
    expect(find({ id: "C9", name: "乙" })).toBe(-1);
    expect(find({ id: "C9", name: "丙" })).toBe(2);
    expect(find({ id: null, name: " 甲 公司 " })).toBe(0);
  });
});
