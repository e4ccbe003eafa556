import { abcCut, DEFAULT_ABC_CUT, GRADES, RFM_SEGMENTS } from "../../domain/rule-book";
import type { Period } from "../../domain/scope";
import { FIRST_DAY, type EpochDay } from "../../kernel/base/calendar";
import { hasBit } from "../../kernel/table/bitset";
import { MISSING_CODE, type Column, type DictionaryColumn } from "../../kernel/table/column";
import { activeCustomers, customerLedger } from "../../measures/customer-ledger";
import { elevenSegments } from "../../measures/eleven-segments";
import { gradesOf, valueRanking } from "../../measures/grades";
import type { OrderBook } from "../../measures/order-book";
import { periodBefore } from "../../measures/window";
import type { Ambient } from "../define";
import type { AttractivenessParams, GroupName } from "./spec";

/** Most groups of a column; the smaller ones go together. */
const MOST_GROUPS = 12;

/** Customers by group. */
export interface Groups {
  readonly names: readonly GroupName[];
  /** place of the group of each customer row; −1 = none */
  readonly placeOf: Int32Array<ArrayBuffer>;
}

/** What the groups are made of. */
export interface GroupSight {
  readonly book: OrderBook;
  readonly period: Period;
  readonly ambient: Ambient;
  /** of `by: column`; undefined: the data do not have it */
  readonly column: Column | undefined;
  readonly isFlag: boolean;
}

/**
 * The groups as they stood when the period began, so that what happened in it did not choose them: grades by the sales of the period
 * before, RFM by everything up to the day before. A column is taken as it is.
 *
 * @returns null for a column that the data do not have, or of no groups. Customers without an order before the period have no grade and
 *   no RFM, so no group; of a column those have one who bought in the period or in the one before
 */
export function groupsOf(
  { by }: Pick<AttractivenessParams, "by">,
  sight: GroupSight,
): Groups | null {
  switch (by) {
    case "grade":
      return byGrade(sight);
    case "rfm":
      return bySegment(sight);
    case "column":
      return byColumn(sight);
  }
}

function byGrade({ book, period, ambient }: GroupSight): Groups {
  const ledger = customerLedger(book, periodBefore(period), ambient.orderRows);
  const ranking = valueRanking(activeCustomers(ledger), ledger.sales);
  const grades = gradesOf(ranking, abcCut(DEFAULT_ABC_CUT), book.customerCount);
  return {
    names: GRADES.map((grade) => ({ kind: "grade", grade })),
    placeOf: Int32Array.from(grades, (grade) => grade - 1),
  };
}

/** RFM as it stood on the day before the period. */
export function bySegment({ book, period, ambient }: GroupSight): Groups {
  const dayBefore = (period.fromDay - 1) as EpochDay;
  const { customers, places } = elevenSegments(book, {
    period: { fromDay: FIRST_DAY, toDay: dayBefore },
    asOfDay: dayBefore,
    orderRows: ambient.orderRows,
  });
  const placeOf = new Int32Array(book.customerCount).fill(-1);
  customers.forEach((row, slot) => {
    placeOf[row] = places[slot]!;
  });
  return { names: RFM_SEGMENTS.eleven.map(({ id }) => ({ kind: "segment", id })), placeOf };
}

function byColumn(sight: GroupSight): Groups | null {
  const { column, isFlag } = sight;
  const rows = rowsSeen(sight);
  if (column?.kind === "dictionary") return byWord(column, rows);
  if (column?.kind !== "float64" || !isFlag) return null;
  const { values } = column;
  const names: GroupName[] = [
    { kind: "flag", isYes: true },
    { kind: "flag", isYes: false },
    { kind: "missing" },
  ];
  const placeOf = new Int32Array(values.length).fill(-1);
  for (const row of rows) {
    const value = values[row]!;
    placeOf[row] = Number.isNaN(value) ? 2 : Number(value === 0);
  }
  return { names, placeOf };
}

function rowsSeen({ book, period, ambient }: GroupSight): readonly number[] {
  const { customerRows, orderRows } = ambient;
  const now = customerLedger(book, period, orderRows);
  const before = customerLedger(book, periodBefore(period), orderRows);
  const rows: number[] = [];
  for (let row = 0; row < book.customerCount; row++) {
    if (customerRows !== null && !hasBit(customerRows, row)) continue;
    if (now.saleLines[row]! > 0 || before.saleLines[row]! > 0) rows.push(row);
  }
  return rows;
}

/** The largest groups first, ties by the word. */
function byWord({ codes, dictionary }: DictionaryColumn, rows: readonly number[]): Groups {
  const counts = new Float64Array(dictionary.length);
  for (const row of rows) {
    const code = codes[row]!;
    if (code !== MISSING_CODE) counts[code]!++;
  }
  const used = Array.from(counts.keys())
    .filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || (dictionary[a]! < dictionary[b]! ? -1 : 1));
  const shown = used.length > MOST_GROUPS ? MOST_GROUPS - 1 : used.length;
  const names: GroupName[] = used
    .slice(0, shown)
    .map((code) => ({ kind: "text", text: dictionary[code]! }));
  if (used.length > shown) names.push({ kind: "rest", groups: used.length - shown });
  const missing = names.length;
  names.push({ kind: "missing" });
  const places = new Int32Array(dictionary.length);
  used.forEach((code, place) => {
    places[code] = Math.min(place, shown);
  });
  const placeOf = new Int32Array(codes.length).fill(-1);
  for (const row of rows) {
    const code = codes[row]!;
    placeOf[row] = code === MISSING_CODE ? missing : places[code]!;
  }
  return { names, placeOf };
}
