import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inputOf, orderLines, shuffled, type OrderLine } from "../../tests/fixtures/order-lines";
import { SALE_LINE } from "../domain/line-kind";
import { epochDay } from "../kernel/base/calendar";
import { cellIndex, cohortTable, customersInCell } from "./cohort-table";
import { eventSpan, saleEvents } from "./lifecycle-events";
import { periodGrid } from "./lifecycle-periods";
import { orderBook } from "./order-book";

const AS_OF = 17_560;

function prepared(lines: readonly OrderLine[], grain: "month" | "quarter") {
  const events = saleEvents(orderBook(inputOf(lines, 8)), AS_OF);
  const span = eventSpan(events);
  if (span === null) return null;
  const grid = periodGrid({ grain, windowDays: 1 }, epochDay(span.firstDay), epochDay(AS_OF));
  return { events, grid, table: cohortTable(events, grid), span };
}

const grains = fc.constantFrom("month" as const, "quarter" as const);

describe("cohortTable", () => {
  it("has every customer in one cohort and every sale in one cell", () => {
    fc.assert(
      fc.property(orderLines(), grains, (lines, grain) => {
        const ready = prepared(lines, grain);
        if (!ready) return;
        const { table, span, grid } = ready;
        let customers = 0;
        for (let c = 0; c < grid.count; c++) customers += table.heads[cellIndex(grid.count, c, 0)]!;
        expect(customers).toBe(span.customers);
        const sales = lines
          .filter((l) => l.kind === SALE_LINE)
          .reduce((cents, l) => cents + Math.round(l.amount * 100), 0);
        expect(Math.round(table.sales.reduce((a, b) => a + b, 0) * 100)).toBe(sales);
      }),
    );
  });

  it("agrees with counting customer by customer, and names the customers it counts", () => {
    fc.assert(
      fc.property(orderLines(), grains, (lines, grain) => {
        const ready = prepared(lines, grain);
        if (!ready) return;
        const { table, grid, events } = ready;
        const periodsOf = (customer: number): Set<number> =>
          new Set(
            lines
              .filter((l) => l.kind === SALE_LINE && l.customer === customer)
              .map((l) => grid.starts.findLastIndex((start) => start <= l.day)),
          );
        for (let cohort = 0; cohort < grid.count; cohort++) {
          for (let offset = 0; cohort + offset < grid.count; offset++) {
            const there = [0, 1, 2, 3, 4, 5, 6, 7].filter((customer) => {
              const periods = periodsOf(customer);
              return periods.has(cohort + offset) && Math.min(...periods) === cohort;
            });
            const later = [0, 1, 2, 3, 4, 5, 6, 7].filter((customer) => {
              const periods = periodsOf(customer);
              return Math.min(...periods) === cohort && Math.max(...periods) >= cohort + offset;
            });
            const cell = cellIndex(grid.count, cohort, offset);
            expect(table.heads[cell]).toBe(there.length);
            expect(table.headsOrLater[cell]).toBe(later.length);
            const named = (orLater: boolean): number[] =>
              Array.from(customersInCell(events, grid, { cohort, offset, orLater }));
            expect(named(false)).toEqual(there);
            expect(named(true)).toEqual(later);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("does not depend on row order", () => {
    fc.assert(
      fc.property(orderLines(), grains, fc.integer(), (lines, grain, seed) => {
        const [a, b] = [prepared(lines, grain), prepared(shuffled(lines, seed), grain)];
        if (!a || !b) return;
        expect(b.table.heads).toEqual(a.table.heads);
        const cents = (sales: Float64Array): number[] =>
          Array.from(sales, (x) => Math.round(x * 100));
        expect(cents(b.table.sales)).toEqual(cents(a.table.sales));
      }),
    );
  });
});
