import type { SaleEvents } from "./lifecycle-events";
import { periodOfDay, type PeriodGrid } from "./lifecycle-periods";

/** Who is looked at, and how far. */
export interface GroupedCohorts {
  readonly groups: number;
  /** group of each customer, below 0 = not looked at */
  readonly groupOf: Int32Array;
  /** last period that counts as over; later ones only tell that somebody bought "or later" */
  readonly lastPeriod: number;
}

/** Customers by group (row) and periods since their own first: `group * width + offset`. */
export interface CohortGroupTable {
  readonly width: number;
  /** customers for whom that period is over */
  readonly sizes: Uint32Array;
  /** of them, who bought in it; and in it or later */
  readonly heads: Uint32Array;
  readonly headsOrLater: Uint32Array;
  /** their sales in it, and in their first period */
  readonly sales: Float64Array;
  readonly firstSales: Float64Array;
}

interface Sums {
  readonly totals: Float64Array;
  readonly rests: Float64Array;
}

/**
 * Retention of groups of customers, each customer counted from the period of its own first sale.
 *
 * @param events  sale lines; every day inside the grid
 * A customer counts at offset k only when the period k after its first is over, in the share and in what it is a share of, so that
 * groups with younger customers are compared at equal age. Sales are summed with compensation. O(events + groups × periods).
 */
export function cohortGroupTable(
  events: SaleEvents,
  grid: PeriodGrid,
  { groups, groupOf, lastPeriod }: GroupedCohorts,
): CohortGroupTable {
  const width = Math.max(1, lastPeriod + 1);
  const cells = groups * width;
  const heads = new Uint32Array(cells);
  const [sizes, headsOrLater] = [new Uint32Array(cells), new Uint32Array(cells)];
  const sums = (): Sums => ({
    totals: new Float64Array(cells),
    rests: new Float64Array(cells),
  });
  const [sales, firstSales] = [sums(), sums()];
  const { offsets, days, amounts } = events;
  const table = periodOfDay(grid);
  const origin = grid.starts[0]!;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const to = offsets[customer + 1]!;
    let slot = offsets[customer]!;
    const group = groupOf[customer]!;
    if (slot === to || group < 0) continue;
    const cohort = table[days[slot]! - origin]!;
    const oldest = lastPeriod - cohort;
    if (oldest < 0) continue;
    const at = group * width;
    let offset = 0;
    while (slot < to) {
      const period = table[days[slot]! - origin]!;
      const end = grid.starts[period + 1]!;
      offset = period - cohort;
      if (offset <= oldest) heads[at + offset]!++;
      while (slot < to && days[slot]! < end) {
        if (offset <= oldest) add(sales, at + offset, amounts[slot]!);
        // At the last offset that the customer counts at; those before it are filled in below.
        if (offset === 0) add(firstSales, at + oldest, amounts[slot]!);
        slot++;
      }
    }
    sizes[at + oldest]!++;
    headsOrLater[at + Math.min(offset, oldest)]!++;
  }
  for (let group = 0; group < groups; group++) {
    for (let cell = group * width + width - 2; cell >= group * width; cell--) {
      sizes[cell]! += sizes[cell + 1]!;
      headsOrLater[cell]! += headsOrLater[cell + 1]!;
      add(firstSales, cell, firstSales.totals[cell + 1]!);
      add(firstSales, cell, firstSales.rests[cell + 1]!);
    }
  }
  return { width, sizes, heads, headsOrLater, sales: read(sales), firstSales: read(firstSales) };
}

function add({ totals, rests }: Sums, cell: number, value: number): void {
  const before = totals[cell]!;
  const next = before + value;
  rests[cell]! +=
    Math.abs(before) >= Math.abs(value) ? before - next + value : value - next + before;
  totals[cell] = next;
}

const read = ({ totals, rests }: Sums): Float64Array =>
  totals.map((total, cell) => total + rests[cell]!);
