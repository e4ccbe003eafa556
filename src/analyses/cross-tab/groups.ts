import { civilFromDay, epochDay } from "../../kernel/base/calendar";
import { quantiles } from "../../kernel/stats/quantile";
import {
  MISSING_CODE,
  MISSING_DAY,
  type Column,
  type DictionaryColumn,
} from "../../kernel/table/column";
import type { GroupName } from "./spec";

/** A number with no more values than this is shown value by value. */
const FEW_VALUES = 6;

/** Customers by the values of one column. */
export interface Grouping {
  readonly names: readonly GroupName[];
  /** group of each customer asked for */
  readonly codes: Int32Array<ArrayBuffer>;
  /** how many groups have a value: all but the last, when that is the one without */
  readonly known: number;
}

export interface GroupOptions {
  /** where bands begin; empty: `bins` equally full ones */
  readonly cuts: readonly number[];
  readonly bins: number;
  /** most groups of words or years; the smaller ones go together */
  readonly most: number;
}

/**
 * Groups of customers by one column: each word, yes and no, bands of a number, the year of a day.
 *
 * @param rows  rows of the customer table
 * @param isFlag  1 and 0 of the column mean yes and no
 * @returns words with the largest group first (ties by the word), the smaller ones together as "rest"; ranges and years ascending; a
 *   last group for those without a value, when there are any. The order of the rows does not matter. O(rows)
 */
export function groupBy(
  column: Column,
  rows: Uint32Array,
  isFlag: boolean,
  options: GroupOptions,
): Grouping {
  switch (column.kind) {
    case "dictionary":
      return byWord(column, rows, options.most);
    case "day":
      return byYear(column.values, rows, options.most);
    default:
      return isFlag ? byFlag(column.values, rows) : byBand(column.values, rows, options);
  }
}

/** Groups that are not known yet by a number are marked −1; they become the last group. */
function withMissing(names: GroupName[], codes: Int32Array<ArrayBuffer>): Grouping {
  const known = names.length;
  let missing = 0;
  for (let k = 0; k < codes.length; k++) {
    if (codes[k]! >= 0) continue;
    codes[k] = known;
    missing++;
  }
  return { names: missing > 0 ? [...names, { kind: "missing" }] : names, codes, known };
}

function byWord({ codes, dictionary }: DictionaryColumn, rows: Uint32Array, most: number) {
  const counts = new Float64Array(dictionary.length);
  for (const row of rows) {
    const code = codes[row]!;
    if (code !== MISSING_CODE) counts[code]!++;
  }
  const used = Array.from(counts.keys())
    .filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || (dictionary[a]! < dictionary[b]! ? -1 : 1));
  const places = new Int32Array(dictionary.length).fill(-1);
  const shown = used.length > most ? most - 1 : used.length;
  used.forEach((code, place) => {
    places[code] = Math.min(place, shown);
  });
  const names = used
    .slice(0, shown)
    .map((code): GroupName => ({ kind: "text", text: dictionary[code]! }));
  if (used.length > shown) names.push({ kind: "rest", groups: used.length - shown });
  const groups = new Int32Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const code = codes[rows[k]!]!;
    groups[k] = code === MISSING_CODE ? -1 : places[code]!;
  }
  return withMissing(names, groups);
}

function byYear(days: Int32Array, rows: Uint32Array, most: number): Grouping {
  const years = new Int32Array(rows.length);
  const seen = new Set<number>();
  for (let k = 0; k < rows.length; k++) {
    const day = days[rows[k]!]!;
    years[k] = day === MISSING_DAY ? MISSING_DAY : civilFromDay(epochDay(day)).year;
    if (day !== MISSING_DAY) seen.add(years[k]!);
  }
  const all = [...seen].sort((a, b) => a - b);
  // The years before those shown go together, as the first group.
  const together = Math.max(0, all.length - most + 1);
  const first = together > 1 ? together - 1 : 0;
  const shown = all.slice(first);
  const names = shown.map((year, place): GroupName =>
    place === 0 && first > 0 ? { kind: "range", from: null, to: year + 1 } : { kind: "year", year },
  );
  const codes = years.map((year) =>
    year === MISSING_DAY ? -1 : Math.max(0, all.indexOf(year) - first),
  );
  return withMissing(names, codes);
}

function byFlag(values: Float64Array, rows: Uint32Array): Grouping {
  const codes = new Int32Array(rows.length);
  const seen = [false, false];
  for (let k = 0; k < rows.length; k++) {
    const value = values[rows[k]!]!;
    codes[k] = Number.isNaN(value) ? -1 : Number(value === 0);
    if (codes[k]! >= 0) seen[codes[k]!] = true;
  }
  // Both sides, so that yes is always the first group.
  const names: GroupName[] = seen.includes(true)
    ? [
        { kind: "flag", yes: true },
        { kind: "flag", yes: false },
      ]
    : [];
  return withMissing(names, codes);
}

function byBand(values: Float64Array, rows: Uint32Array, { cuts, bins }: GroupOptions): Grouping {
  const known = new Float64Array(rows.length);
  let n = 0;
  for (const row of rows) {
    const value = values[row]!;
    if (!Number.isNaN(value)) known[n++] = value;
  }
  const seen = known.subarray(0, n);
  const few = cuts.length > 0 ? null : fewValues(seen);
  const starts = few ?? (cuts.length > 0 ? cuts : quantileCuts(seen, bins));
  const codes = new Int32Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const value = values[rows[k]!]!;
    codes[k] = Number.isNaN(value) ? -1 : startsUpTo(starts, value) - (few === null ? 0 : 1);
  }
  if (few !== null)
    return withMissing(
      few.map((value) => ({ kind: "one", value })),
      codes,
    );
  if (n === 0) return withMissing([], codes);
  return withMissing(
    Array.from({ length: starts.length + 1 }, (_, place): GroupName => ({
      kind: "range",
      from: place === 0 ? null : starts[place - 1]!,
      to: place === starts.length ? null : starts[place]!,
    })),
    codes,
  );
}

/** The values in ascending order when they are few, else null. */
function fewValues(values: Float64Array): readonly number[] | null {
  const seen = new Set<number>();
  for (const value of values) {
    seen.add(value);
    if (seen.size > FEW_VALUES) return null;
  }
  return [...seen].sort((a, b) => a - b);
}

/** Where equally full bands begin; ties make fewer bands. */
function quantileCuts(values: Float64Array, bins: number): readonly number[] {
  const steps = Array.from({ length: bins - 1 }, (_, k) => (k + 1) / bins);
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  // A band below the least value would be empty.
  return [...new Set(quantiles(values, steps))].filter((cut) => cut > least);
}

function startsUpTo(starts: readonly number[], value: number): number {
  let place = 0;
  while (place < starts.length && value >= starts[place]!) place++;
  return place;
}
