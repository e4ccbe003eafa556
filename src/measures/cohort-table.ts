import type { SaleEvents } from "./lifecycle-events";
import { periodOfDay, type PeriodGrid } from "./lifecycle-periods";

/** Customers by the period of their first sale (row) and periods since (column); row c has `periods - c` cells. */
export interface CohortTable {
  readonly periods: number;
  /** customers that bought `offset` periods after their first: `cellIndex(periods, cohort, offset)` */
  readonly heads: Uint32Array;
  /** customers that bought `offset` periods after their first or later */
  readonly headsOrLater: Uint32Array;
  readonly sales: Float64Array;
}

export const cellIndex = (periods: number, cohort: number, offset: number): number =>
  cohort * periods + offset;

/**
 * Monthly or quarterly cohorts: for each first period, how many customers bought again k periods later, and for how much.
 *
 * @param events  sale lines; every day inside the grid
 * The sums of row c over all offsets are the sales of that cohort. Cells after the last period are 0 and mean nothing.
 * Sales are summed with compensation. O(events + periods^2).
 */
export function cohortTable(events: SaleEvents, grid: PeriodGrid): CohortTable {
  const periods = grid.count;
  const heads = new Uint32Array(periods * periods);
  const lastSeen = new Uint32Array(periods * periods);
  const sales = new Float64Array(periods * periods);
  const rests = new Float64Array(periods * periods);
  const { offsets, days, amounts } = events;
  const table = periodOfDay(grid);
  const origin = grid.starts[0]!;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const to = offsets[customer + 1]!;
    let slot = offsets[customer]!;
    if (slot === to) continue;
    const cohort = table[days[slot]! - origin]!;
    let cell = 0;
    while (slot < to) {
      const period = table[days[slot]! - origin]!;
      const end = grid.starts[period + 1]!;
      cell = cellIndex(periods, cohort, period - cohort);
      heads[cell]!++;
      while (slot < to && days[slot]! < end) {
        const value = amounts[slot++]!;
        const before = sales[cell]!;
        const next = before + value;
        rests[cell]! +=
          Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before;
        sales[cell] = next;
      }
    }
    lastSeen[cell]!++;
  }
  for (let cell = 0; cell < sales.length; cell++) sales[cell]! += rests[cell]!;
  return { periods, heads, headsOrLater: fromLastSeen(lastSeen, periods), sales };
}

function fromLastSeen(lastSeen: Uint32Array, periods: number): Uint32Array {
  const orLater = Uint32Array.from(lastSeen);
  for (let cohort = 0; cohort < periods; cohort++) {
    for (let offset = periods - 2; offset >= 0; offset--) {
      orLater[cellIndex(periods, cohort, offset)]! +=
        orLater[cellIndex(periods, cohort, offset + 1)]!;
    }
  }
  return orLater;
}

/** A cell of the table; `orLater` = bought in that period or after it. */
export interface CohortCell {
  readonly cohort: number;
  readonly offset: number;
  readonly orLater: boolean;
}

/** The customers behind a cell, ascending. O(events). */
export function customersInCell(
  events: SaleEvents,
  grid: PeriodGrid,
  { cohort, offset, orLater }: CohortCell,
): Uint32Array {
  const { offsets, days } = events;
  const [cohortFrom, cohortTo] = [grid.starts[cohort]!, grid.starts[cohort + 1]!];
  const from = grid.starts[cohort + offset]!;
  const until = grid.starts[orLater ? grid.count : cohort + offset + 1]!;
  const found: number[] = [];
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const start = offsets[customer]!;
    const to = offsets[customer + 1]!;
    if (start === to || days[start]! < cohortFrom || days[start]! >= cohortTo) continue;
    for (let slot = start; slot < to; slot++) {
      if (days[slot]! < from || days[slot]! >= until) continue;
      found.push(customer);
      break;
    }
  }
  return Uint32Array.from(found);
}
