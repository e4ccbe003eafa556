import { independence } from "../../kernel/stats/independence";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { Table } from "../../kernel/table/column";
import { cohortGroupTable, type CohortGroupTable } from "../../measures/cohort-groups";
import type { SaleEvents } from "../../measures/lifecycle-events";
import { lastFullPeriod, periodOfDay, type PeriodGrid } from "../../measures/lifecycle-periods";
import { valueGroups, type ValueGroup } from "../../measures/value-groups";
import type { Cohort, CohortGroup, CohortGroups, GroupDifference, OffsetCell } from "./spec";

/** Most values that are told apart. */
const MOST_GROUPS = 12;

/** What the groups are counted from. */
export interface GroupBase {
  readonly events: SaleEvents;
  readonly grid: PeriodGrid;
  /** fewer customers make a small group */
  readonly smallBelow: number;
  readonly isOrLater: boolean;
}

export interface FoundGroups {
  readonly said: CohortGroups;
  readonly found: readonly ValueGroup[];
}

/**
 * Retention by the values of a column of customers, over the customers of the cohorts reported.
 *
 * @param by    id of the column; empty = none
 * @param rows  the cohorts reported, oldest first
 * @returns null without a column, or with one that the data do not have or that has no words
 *
 * Each customer counts from its own first period, at the offsets that it has behind it.
 */
export function cohortGroups(
  customers: Table,
  by: string,
  rows: readonly Cohort[],
  base: GroupBase,
): FoundGroups | null {
  const column = by === "" ? undefined : customers.columns.get(by);
  const [first, last] = [rows[0], rows.at(-1)];
  if (column === undefined || first === undefined || last === undefined) return null;
  const found = valueGroups(column, customersBetween(first, last, base.events), MOST_GROUPS);
  if (found.length === 0) return null;
  const groupOf = new Int32Array(customers.rowCount).fill(-1);
  found.forEach(({ rows: own }, place) => {
    for (const row of own) groupOf[row] = place;
  });
  const lastPeriod = lastFullPeriod(base.grid);
  const table = cohortGroupTable(base.events, base.grid, {
    groups: found.length,
    groupOf,
    lastPeriod,
  });
  const groups = found.map(({ name, rows: own }, place) => ({
    place,
    name,
    size: own.length,
    small: own.length < base.smallBelow,
    cells: cellsOf(table, place, base.isOrLater),
  }));
  return { said: { column: by, groups, differences: differencesOf(groups, base) }, found };
}

/** Customers whose first sale lies in one of the cohorts, ascending. */
function customersBetween(first: Cohort, last: Cohort, { offsets, days }: SaleEvents) {
  const rows: number[] = [];
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    if (offsets[customer] === offsets[customer + 1]) continue;
    const day = days[offsets[customer]!]!;
    if (day >= first.fromDay && day <= last.toDay) rows.push(customer);
  }
  return Uint32Array.from(rows);
}

function cellsOf(table: CohortGroupTable, place: number, isOrLater: boolean): OffsetCell[] {
  const cells: OffsetCell[] = [];
  for (let offset = 0; offset < table.width; offset++) {
    const at = place * table.width + offset;
    const size = table.sizes[at]!;
    if (size === 0) break;
    const customers = (isOrLater ? table.headsOrLater : table.heads)[at]!;
    const base = table.firstSales[at]!;
    cells.push({
      offset,
      size,
      customers,
      retention: customers / size,
      ...wilsonInterval(customers, size),
      salesRatio: base === 0 ? null : table.sales[at]! / base,
    });
  }
  return cells;
}

function differencesOf(groups: readonly CohortGroup[], { smallBelow }: GroupBase) {
  const differences: GroupDifference[] = [];
  const known = groups.filter(({ name }) => name.kind !== "missing");
  const longest = Math.max(0, ...groups.map(({ cells }) => cells.length));
  for (let offset = 1; offset < longest; offset++) {
    const cells = known
      .flatMap(({ cells }) => cells.slice(offset, offset + 1))
      .filter(({ size }) => size >= smallBelow);
    const counts = cells.flatMap(({ customers, size }) => [customers, size - customers]);
    const test = independence(counts, 2);
    if (test === null || test.isWeak) continue;
    differences.push({ offset, groups: cells.length, p: test.pValue });
  }
  return differences;
}

/** The customers behind "cohort-group:<place>:<offset>", ascending; at offset 0 all of the group. O(events). */
export function customersOfGroup(
  { said, found }: FoundGroups,
  cell: string,
  { events, grid, isOrLater }: GroupBase,
): Uint32Array | null {
  const [, place = "", digits = ""] = /^cohort-group:(\d{1,3}):(\d{1,4})$/.exec(cell) ?? [];
  const [group, rows] = [said.groups[Number(place)], found[Number(place)]?.rows];
  const offset = Number(digits);
  if (place === "" || group === undefined || rows === undefined) return null;
  if (offset === 0) return rows;
  if (offset >= group.cells.length) return null;
  const { offsets, days } = events;
  const periods = periodOfDay(grid);
  const origin = grid.starts[0]!;
  const lastPeriod = lastFullPeriod(grid);
  return rows.filter((row) => {
    const from = offsets[row]!;
    const wanted = periods[days[from]! - origin]! + offset;
    if (wanted > lastPeriod) return false;
    for (let slot = from; slot < offsets[row + 1]!; slot++) {
      const period = periods[days[slot]! - origin]!;
      if (period === wanted || (isOrLater && period > wanted)) return true;
    }
    return false;
  });
}
