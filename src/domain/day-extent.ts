import { MISSING_DAY, type Table } from "../kernel/table/column";
import type { Entity } from "./entities";
import { dayOfMoment } from "./moment";
import { VOCABULARY } from "./vocabulary";

/** First and last civil day of a table by its main date or moment; first > last when it has none. */
export interface DayExtent {
  readonly first: number;
  readonly last: number;
}

/** O(rows). */
export function dayExtent(entity: Entity, table: Table | undefined): DayExtent {
  const { dayField } = VOCABULARY[entity];
  const column = dayField === null ? undefined : table?.columns.get(dayField);
  let first = Infinity;
  let last = -Infinity;
  if (column === undefined || column.kind === "dictionary") return { first, last };
  // a missing moment is NaN, which no comparison holds for
  for (const value of column.values) {
    if (value === MISSING_DAY) continue;
    if (value < first) first = value;
    if (value > last) last = value;
  }
  if (column.kind === "day" || first > last) return { first, last };
  return { first: dayOfMoment(first), last: dayOfMoment(last) };
}
