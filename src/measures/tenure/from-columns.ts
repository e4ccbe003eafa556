import type { TenureGap, TenureUnit } from "../../domain/tenure";
import { lostOfWord } from "../../domain/lost-words";
import type { Bitset } from "../../kernel/table/bitset";
import {
  MISSING_CODE,
  MISSING_DAY,
  type Column,
  type DictionaryColumn,
  type Table,
} from "../../kernel/table/column";
import { emptyDraft, finishedTenure, isSelected, type Tenure } from "./tenure";

/** The columns of the customer table that say how long and whether. */
export interface TenureColumns {
  readonly duration: string;
  readonly event: string;
}

/** Fields that hold durations of a known unit. */
const UNITS: Readonly<Record<string, TenureUnit>> = { tenureMonths: "month" };

/**
 * One observation a customer from two columns of the customer table: for files with one row a customer.
 *
 * @param customers    the table with both columns
 * @param columns      ids of the columns; the duration is a number, the event a flag, a number, a day or a word
 * @param customerRows who is looked at; null = all
 * @param asOfDay      days of leaving after it have not happened yet
 * @returns the tenure, or why there is none: a column that is not there, or an event column whose values nobody can tell
 *
 * A number that is 0 or 1 counts 1 as lost, one of two other values the larger, one of 0, 1, 2 … all but 0 (by cause). Words
 * as `domain/lost-words`. Rows without a readable duration or event are left out and counted. O(customers).
 */
export function tenureFromColumns(
  customers: Table,
  { duration, event }: TenureColumns,
  customerRows: Bitset | null,
  asOfDay: number,
): Tenure | TenureGap {
  const durations = customers.columns.get(duration);
  const events = customers.columns.get(event);
  if (durations?.kind !== "float64") return "no-duration";
  if (events === undefined) return "no-event";
  const reading = outcomesOf(events, asOfDay);
  if (reading === null) return "event-unclear";
  const draft = emptyDraft();
  for (let row = 0; row < customers.rowCount; row++) {
    if (!isSelected(customerRows, row)) continue;
    const time = durations.values[row]!;
    const outcome = reading.outcomes[row]!;
    if (Number.isNaN(time)) draft.noStart++;
    else if (outcome === UNKNOWN) draft.noOutcome++;
    else if (time < 0) draft.impossible++;
    else {
      draft.customers.push(row);
      draft.durations.push(time);
      draft.outcomes.push(outcome);
      draft.entries.push(0);
    }
  }
  const { lostValues } = reading;
  return finishedTenure(draft, UNITS[duration] ?? "unit", {
    kind: "columns",
    duration,
    event,
    lostValues,
  });
}

/** An outcome that nothing says. */
const UNKNOWN = 255;
const MOST_CAUSES = 20;

interface Outcomes {
  /** by row: 0 = still there, 1, 2 … = lost, UNKNOWN */
  readonly outcomes: Uint8Array;
  readonly lostValues: readonly string[];
}

function outcomesOf(column: Column, asOfDay: number): Outcomes | null {
  switch (column.kind) {
    case "float64":
      return numberOutcomes(column.values);
    case "day":
      return {
        outcomes: Uint8Array.from(column.values, (day) =>
          day !== MISSING_DAY && day <= asOfDay ? 1 : 0,
        ),
        lostValues: [],
      };
    case "dictionary":
      return wordOutcomes(column);
  }
}

function numberOutcomes(values: Float64Array): Outcomes | null {
  const distinct = new Set<number>();
  for (const value of values) {
    if (!Number.isNaN(value)) distinct.add(value);
    if (distinct.size > MOST_CAUSES) return null;
  }
  const sorted = [...distinct].sort((a, b) => a - b);
  const isCode = sorted.every((value) => Number.isInteger(value) && value >= 0 && value < UNKNOWN);
  const hasZero = sorted[0] === 0 || (sorted.length === 1 && sorted[0] === 1);
  const isPair = sorted.length === 2;
  if (sorted.length === 0 || !(isPair || (isCode && hasZero))) return null;
  const staying = isPair ? sorted[0]! : 0;
  return {
    outcomes: Uint8Array.from(values, (value) => {
      if (Number.isNaN(value)) return UNKNOWN;
      if (value === staying) return 0;
      return isPair ? 1 : value;
    }),
    lostValues: sorted.filter((value) => value !== staying).map(String),
  };
}

function wordOutcomes({ codes, dictionary }: DictionaryColumn): Outcomes | null {
  const used = new Set(codes);
  used.delete(MISSING_CODE);
  const known = new Map([...used].map((code) => [code, lostOfWord(dictionary[code]!)]));
  const open = [...known].filter(([, lost]) => lost === null);
  const [first] = open;
  // Of two words one is enough: the other says the opposite.
  if (first !== undefined) {
    const other = [...known.values()].find((lost): lost is boolean => lost !== null);
    if (open.length > 1 || known.size !== 2 || other === undefined) return null;
    known.set(first[0], !other);
  }
  if (known.size === 0) return null;
  return {
    outcomes: Uint8Array.from(codes, (code) => {
      const lost = known.get(code);
      if (lost === undefined || lost === null) return UNKNOWN;
      return lost ? 1 : 0;
    }),
    lostValues: [...known].flatMap(([code, lost]) => (lost === true ? [dictionary[code]!] : [])),
  };
}
