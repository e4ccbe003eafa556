import type { Entity } from "./entities";
import type { StoredColumn } from "./generation";

/** Days are numbers of days since 1970, moments of minutes; null is missing. */
export type PlainCell = string | number | null;

/** A row of a difference: what it was and what it will be; null where it was not or will not be. */
export interface ChangedRow {
  readonly before: readonly PlainCell[] | null;
  readonly after: readonly PlainCell[] | null;
}

/** What an import does to one table. */
export interface TableDifference {
  readonly entity: Entity;
  readonly rowsBefore: number;
  readonly rowsAfter: number;
  /** rowsBefore = unchanged + changed + gone, rowsAfter = unchanged + changed + added */
  readonly unchanged: number;
  readonly changed: number;
  readonly added: number;
  readonly gone: number;
  /** Sum of the column `amount`, null for a table without one. */
  readonly amountBefore: number | null;
  readonly amountAfter: number | null;
  readonly currency: string | null;
  /** The columns of the examples. */
  readonly columns: readonly StoredColumn[];
  /** The first of the changed, then the new, then the gone rows. */
  readonly examples: readonly ChangedRow[];
}

/** Examples of each kind of change. */
export const EXAMPLES_OF_KIND = 20;

/** Tables that would keep less than half of their rows: the reader is asked before that happens (R8). */
export function shrunkenTables(
  differences: readonly TableDifference[],
): readonly TableDifference[] {
  return differences.filter(({ rowsBefore, rowsAfter }) => rowsAfter * 2 < rowsBefore);
}
