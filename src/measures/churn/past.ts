import type { SaleEvents } from "../lifecycle-events";

const YEAR = 365;

/** One customer's sales up to a day; days have one order at most. `recent`: the window up to the day; `earlier`: the one before. */
export interface Past {
  /** day of the first and of the last; of no meaning without order days */
  first: number;
  last: number;
  orderDays: number;
  /** Σ (days between neighbours)² */
  gapSquares: number;
  /** of the 365 days up to the day */
  yearDays: number;
  yearSales: number;
  recentDays: number;
  recentSales: number;
  earlierDays: number;
  earlierSales: number;
  allSales: number;
}

export const emptyPast = (): Past => ({
  first: 0,
  last: 0,
  orderDays: 0,
  gapSquares: 0,
  yearDays: 0,
  yearSales: 0,
  recentDays: 0,
  recentSales: 0,
  earlierDays: 0,
  earlierSales: 0,
  allSales: 0,
});

/**
 * Reads one customer's lines up to the end of a day into `past`, whatever it held.
 *
 * @param events  sale lines, days ascending within a customer
 *
 * O(lines of the customer), without an allocation.
 */
export function readPast(
  past: Past,
  { offsets, days, amounts }: SaleEvents,
  customer: number,
  { day, windowDays }: { readonly day: number; readonly windowDays: number },
): void {
  const end = offsets[customer + 1]!;
  past.orderDays = past.gapSquares = past.yearDays = past.yearSales = 0;
  past.recentDays = past.recentSales = past.earlierDays = past.earlierSales = past.allSales = 0;
  for (let slot = offsets[customer]!; slot < end; slot++) {
    const at = days[slot]!;
    if (at > day) break;
    const isNew = past.orderDays === 0 || at !== past.last;
    if (isNew) {
      if (past.orderDays === 0) past.first = at;
      else past.gapSquares += (at - past.last) ** 2;
      past.orderDays++;
      past.last = at;
    }
    const money = amounts[slot]!;
    past.allSales += money;
    const age = day - at;
    if (age < YEAR) {
      past.yearSales += money;
      if (isNew) past.yearDays++;
    }
    if (age < windowDays) {
      past.recentSales += money;
      if (isNew) past.recentDays++;
    } else if (age < 2 * windowDays) {
      past.earlierSales += money;
      if (isNew) past.earlierDays++;
    }
  }
}
