import { dayOfMoment } from "../domain/moment";
import { epochDay } from "../kernel/base/calendar";
import { MISSING_DAY, type Column } from "../kernel/table/column";
import type { Extent } from "./types";

interface Span {
  /** Infinity and -Infinity where nothing is there. */
  least: number;
  greatest: number;
  missingCount: number;
}

/**
 * What a column of numbers, days or flags holds: its least and greatest value or its counts, and its missing cells.
 *
 * @param kind  how the column is filtered; moments are told by days
 * @returns null when the column is of another kind. O(rows), one pass
 */
export function columnExtent(column: Column, kind: Extent["kind"]): Extent | null {
  if (kind === "flag") return column.kind === "float64" ? flagExtent(column.values) : null;
  if (column.kind === "dictionary") return null;
  if (kind === "number" && column.kind !== "float64") return null;
  const { least, greatest, missingCount } =
    column.kind === "day" ? daySpan(column.values) : numberSpan(column.values);
  const isEmpty = least > greatest;
  if (kind === "number") return { kind, range: isEmpty ? null : { least, greatest }, missingCount };
  const dayOf = column.kind === "day" ? epochDay : dayOfMoment;
  const range = isEmpty ? null : { firstDay: dayOf(least), lastDay: dayOf(greatest) };
  return { kind, range, missingCount };
}

function numberSpan(values: Float64Array): Span {
  const span: Span = { least: Infinity, greatest: -Infinity, missingCount: 0 };
  for (const value of values) {
    if (value !== value) span.missingCount++;
    if (value < span.least) span.least = value;
    if (value > span.greatest) span.greatest = value;
  }
  return span;
}

function daySpan(days: Int32Array): Span {
  const span: Span = { least: Infinity, greatest: -Infinity, missingCount: 0 };
  for (const day of days) {
    if (day === MISSING_DAY) {
      span.missingCount++;
      continue;
    }
    if (day < span.least) span.least = day;
    if (day > span.greatest) span.greatest = day;
  }
  return span;
}

/** A flag is 1 or 0. */
function flagExtent(flags: Float64Array): Extent {
  let yesCount = 0;
  let noCount = 0;
  for (const flag of flags) {
    if (flag === 1) yesCount++;
    else if (flag === 0) noCount++;
  }
  return { kind: "flag", yesCount, noCount, missingCount: flags.length - yesCount - noCount };
}
