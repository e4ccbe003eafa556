import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tablesOf } from "../../tests/support/tables";
import { orderBook, orderBookSteps } from "./order-book";

describe("orderBook", () => {
  it("sorts lines by customer and then by day, whatever the order of the file", () => {
    const line = fc.record({
      customer: fc.constantFrom("甲", "乙", "丙"),
      on: fc.integer({ min: -10, max: 30 }),
      amount: fc.integer({ min: -5, max: 50 }),
    });
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const book = orderBook(tablesOf(lines, ["甲", "乙", "丙"]));
        const found = [...book.rows].map((row, slot) => {
          expect(book.days[slot]).toBe(lines[row]!.on);
          expect(book.amounts[slot]).toBe(lines[row]!.amount);
          return row;
        });
        const rank = { 甲: 0, 乙: 1, 丙: 2 } as Record<string, number>;
        const expected = lines
          .map((_, row) => row)
          .sort((a, b) => {
            const [x, y] = [lines[a]!, lines[b]!];
            return rank[x.customer]! - rank[y.customer]! || x.on - y.on || a - b;
          });
        expect(found).toEqual(expected);
        expect(book.offsets[3]).toBe(lines.length);
      }),
    );
  });

  it("is built once for a table", () => {
    const tables = tablesOf([{ customer: "甲", on: "2025-01-01", amount: 1 }]);
    expect(orderBook(tables)).toBe(orderBook({ ...tables }));
  });

  it("is the same whether made at once or in steps, which several share and anybody may finish", () => {
    const lines = [
      { customer: "甲", on: "2025-03-01", amount: 3, profit: 1 },
      { customer: "乙", on: "2025-02-01", amount: 2, kind: "return" as const },
      { customer: "甲", on: "2025-01-01", amount: 1, kind: "free" as const },
    ];
    const whole = orderBook(tablesOf(lines));
    const tables = tablesOf(lines);
    const [one, other] = [orderBookSteps(tables), orderBookSteps(tables)];
    expect([one.next().done, other.next().done]).toEqual([false, false]);
    const book = orderBook(tables);
    expect(book).toEqual(whole);
    expect([one.next().done, other.next().done]).toEqual([true, true]);
    expect(orderBook(tables)).toBe(book);
    // Nothing is left to do for who comes later.
    expect(orderBookSteps(tables).next().done).toBe(true);
  });

  it("has no profit and no order codes when the data have none", () => {
    const book = orderBook(tablesOf([]));
    expect(book.profits).toBeNull();
    expect(book.orderCodes).toBeNull();
    expect(book.lineCount).toBe(0);
    expect(book.saleSpan).toBeNull();
  });

  it("knows the first and last day of sales", () => {
    const book = orderBook(
      tablesOf([
        { customer: "甲", on: 30, amount: 1 },
        { customer: "乙", on: 10, amount: 1 },
        { customer: "乙", on: 5, amount: -1, kind: "return" },
      ]),
    );
    expect(book.saleSpan).toEqual({ firstDay: 10, lastDay: 30 });
  });
});
