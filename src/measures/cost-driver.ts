import type { Entity } from "../domain/entities";
import type { CostGap, DriverId } from "../domain/cost-driver";
import { dayOfMoment } from "../domain/moment";
import type { Period } from "../domain/scope";
import { FIRST_DAY } from "../kernel/base/calendar";
import {
  columnOf,
  MISSING_CODE,
  MISSING_DAY,
  requiredColumn,
  type DictionaryColumn,
  type Table,
} from "../kernel/table/column";

/** What one kind of effort came to, by customer row. */
export interface CostDriver {
  readonly id: DriverId;
  /** the table that it is counted from */
  readonly entity: Entity;
  /** null when it could be counted */
  readonly gap: CostGap | null;
  /** how often: rows, orders, lines, or days of late payment */
  readonly counts: Float64Array<ArrayBuffer>;
  /** of these, how many carry no money of their own, so that a unit cost applies */
  readonly unpriced: Float64Array<ArrayBuffer>;
  /** money that the table itself names */
  readonly given: Float64Array<ArrayBuffer>;
  /** rows that lie in the days and name a customer */
  readonly rows: number;
  /** rows left out because they have no day, or name nobody */
  readonly undated: number;
  readonly unlinked: number;
}

/** Arrays of one driver while its table is read. */
export interface Tally {
  readonly counts: Float64Array<ArrayBuffer>;
  readonly unpriced: Float64Array<ArrayBuffer>;
  readonly given: Float64Array<ArrayBuffer>;
  rows: number;
  undated: number;
  unlinked: number;
}

export function emptyTally(customers: number): Tally {
  return {
    counts: new Float64Array(customers),
    unpriced: new Float64Array(customers),
    given: new Float64Array(customers),
    rows: 0,
    undated: 0,
    unlinked: 0,
  };
}

export function driverOf(
  id: DriverId,
  entity: Entity,
  counted: Tally | CostGap,
  customers: number,
): CostDriver {
  const isTally = "counts" in counted;
  const tally = isTally ? counted : emptyTally(customers);
  return { id, entity, gap: isTally ? null : counted, ...tally };
}

/** The table when it has rows that name customers; else what is missing. */
export function linkedTable(table: Table | undefined): Table | null {
  const isThere = table !== undefined && table.rowCount > 0 && table.columns.has("customer");
  return isThere ? table : null;
}

/** The civil day of each row of a day or moment column, MISSING_DAY where unknown; null without the column. */
export function daysOf(table: Table, id: string): Int32Array | null {
  const column = table.columns.get(id);
  if (column?.kind === "day") return column.values;
  if (column?.kind !== "float64") return null;
  return Int32Array.from(column.values, (moment) =>
    Number.isNaN(moment) ? MISSING_DAY : dayOfMoment(moment),
  );
}

/** All of history is asked for, so that a row without a day is part of it. */
export const isEverything = (period: Period): boolean => period.fromDay === FIRST_DAY;

/** A table by day. */
export interface DatedRows {
  readonly table: Table;
  /** of each row; null: the table has no day, which only all of history can take */
  readonly days: Int32Array | null;
  readonly period: Period;
}

/** Calls `each` for the rows that lie in the days and name a customer, and counts the others. */
export function eachRow(
  { table, days, period }: DatedRows,
  tally: Tally,
  each: (row: number, customer: number) => void,
): void {
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const takesUndated = isEverything(period);
  for (let row = 0; row < codes.length; row++) {
    const day = days === null ? MISSING_DAY : days[row]!;
    if (day === MISSING_DAY) {
      if (!takesUndated) {
        tally.undated++;
        continue;
      }
    } else if (day < period.fromDay || day > period.toDay) continue;
    const customer = codes[row]!;
    if (customer === MISSING_CODE || customer >= tally.counts.length) {
      tally.unlinked++;
      continue;
    }
    tally.rows++;
    each(row, customer);
  }
}

/** Values of a number column, or null without it. */
export const numbersOf = (table: Table, id: string): Float64Array | null =>
  columnOf(table, id, "float64")?.values ?? null;

/** Whether each entry of a category's dictionary passes; for one look a word instead of one a row. */
export function passingCodes(
  column: DictionaryColumn | undefined,
  passes: (text: string) => boolean,
): Uint8Array | null {
  return column === undefined
    ? null
    : Uint8Array.from(column.dictionary, (text) => (passes(text) ? 1 : 0));
}
