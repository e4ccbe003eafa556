import { MINUTES_PER_DAY } from "../domain/moment";
import type { Condition, SegmentRule } from "../domain/segment-rule";
import { bitset, intersect, unite, without, type Bitset } from "../kernel/table/bitset";
import type { Column } from "../kernel/table/column";
import { rowsWithDay, rowsWithNumber, rowsWithText } from "../kernel/table/selection";

const NO_NUMBER = { from: Infinity, to: -Infinity, below: -Infinity };

/**
 * The rows of a column that a rule keeps.
 *
 * @param column  undefined: the data do not have it any more
 * @returns null when the rule cannot be asked of this column: it is gone, or of another kind. Such a rule keeps nobody, nor does its
 *   opposite: it must not become a rule for everybody
 *
 * A missing cell is kept by `missing` alone, and by every opposite but that of `missing`. O(rows + dictionary).
 */
export function ruleRows(
  column: Column | undefined,
  { condition, isNot }: SegmentRule,
): Bitset | null {
  const kept = column === undefined ? null : conditionRows(column, condition);
  if (kept === null) return null;
  return isNot ? without(bitset(kept.length, true), kept) : kept;
}

/**
 * The rows that all of the sets hold, or any of them.
 *
 * @param rowCount  length of the sets; without a set: all rows for "all", none for "any"
 */
export function joinedRows(
  sets: readonly Bitset[],
  joins: "all" | "any",
  rowCount: number,
): Bitset {
  const isAll = joins === "all";
  return sets.reduce<Bitset>(isAll ? intersect : unite, bitset(rowCount, isAll));
}

function conditionRows(column: Column, condition: Condition): Bitset | null {
  switch (condition.kind) {
    case "missing":
      return missingRows(column);
    case "values":
      return column.kind === "dictionary" ? rowsWithText(column, condition.values) : null;
    case "contains":
      return column.kind === "dictionary"
        ? rowsWithText(column, textsWith(column.dictionary, condition.text))
        : null;
    case "number": {
      const { from, to } = condition;
      return numberRows(column, from ?? -Infinity, to ?? Infinity);
    }
    case "flag":
      return numberRows(column, Number(condition.isYes), Number(condition.isYes));
    case "days": {
      const { fromDay, toDay } = condition;
      return dayRows(column, fromDay ?? -Infinity, toDay ?? Infinity);
    }
  }
}

function missingRows(column: Column): Bitset {
  switch (column.kind) {
    case "dictionary":
      return rowsWithText(column, [""]);
    case "float64":
      return rowsWithNumber(column, { ...NO_NUMBER, keepsMissing: true });
    case "day":
      return rowsWithDay(column, { ...NO_NUMBER, keepsMissing: true });
  }
}

function numberRows(column: Column, from: number, to: number): Bitset | null {
  if (column.kind !== "float64") return null;
  return rowsWithNumber(column, { from, to, below: -Infinity, keepsMissing: false });
}

/** Of a moment the whole of the days. */
function dayRows(column: Column, from: number, to: number): Bitset | null {
  if (column.kind === "day") return rowsWithDay(column, { from, to, keepsMissing: false });
  if (column.kind !== "float64") return null;
  const [first, below] = [from * MINUTES_PER_DAY, (to + 1) * MINUTES_PER_DAY];
  return rowsWithNumber(column, { from: first, to: -Infinity, below, keepsMissing: false });
}

/** Width and case do not matter. */
const plain = (text: string): string => text.normalize("NFKC").toLowerCase();

function textsWith(dictionary: readonly string[], part: string): readonly string[] {
  const wanted = plain(part);
  return dictionary.filter((text) => text !== "" && plain(text).includes(wanted));
}
