import { bitset, countBits, hasBit, setBit, type Bitset } from "./bitset";
import {
  MISSING_CODE,
  MISSING_DAY,
  type DayColumn,
  type DictionaryColumn,
  type FloatColumn,
} from "./column";

/**
 * Rows of a dictionary column whose text is one of `texts`.
 *
 * @param column  any dictionary column
 * @param texts   the texts to keep; the empty text stands for a missing cell; texts not in the dictionary match nothing
 * @returns one bit a row
 *
 * O(rows + dictionary).
 */
export function rowsWithText(column: DictionaryColumn, texts: readonly string[]): Bitset {
  const wanted = new Set(texts);
  const keep = new Uint8Array(column.dictionary.length);
  column.dictionary.forEach((text, code) => {
    if (text !== "" && wanted.has(text)) keep[code] = 1;
  });
  const keepMissing = wanted.has("") ? 1 : 0;
  const result = bitset(column.length);
  const { codes } = column;
  const { words } = result;
  // A word at a time: whether the next row is kept is anybody's guess, so no branch may hang on it.
  for (let word = 0; word < words.length; word++) {
    const from = word << 5;
    const to = Math.min(from + 32, codes.length);
    let bits = 0;
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      bits |= (code === MISSING_CODE ? keepMissing : keep[code]!) << (row & 31);
    }
    words[word] = bits;
  }
  return result;
}

/** What of a column of numbers is kept. */
export interface NumberBounds {
  readonly from: number;
  /** The numbers from..to, both included; -Infinity where only `below` speaks. */
  readonly to: number;
  /** The numbers from `from` to just below this; -Infinity where only `to` speaks. */
  readonly below: number;
  readonly keepsMissing: boolean;
}

/**
 * Rows of a float64 column whose number lies within bounds. A missing slot lies within none.
 *
 * @param column  any float64 column; its missing slots are NaN
 * @returns one bit a row; O(rows), nothing allocated but the bits
 */
export function rowsWithNumber(column: FloatColumn, bounds: NumberBounds): Bitset {
  const result = bitset(column.length);
  const { values } = column;
  const { words } = result;
  const { from, to, below } = bounds;
  const keepsMissing = Number(bounds.keepsMissing);
  for (let word = 0; word < words.length; word++) {
    const first = word << 5;
    const end = Math.min(first + 32, values.length);
    let bits = 0;
    for (let row = first; row < end; row++) {
      const value = values[row]!;
      const isWithin = Number(value >= from) & (Number(value <= to) | Number(value < below));
      bits |= (isWithin | (Number(value !== value) & keepsMissing)) << (row & 31);
    }
    words[word] = bits;
  }
  return result;
}

/**
 * Rows of a column of days within `from`..`to`, both included, either of them infinite. A missing day lies within none.
 *
 * @returns one bit a row; O(rows), nothing allocated but the bits
 */
export function rowsWithDay(
  column: DayColumn,
  bounds: Pick<NumberBounds, "from" | "to" | "keepsMissing">,
): Bitset {
  const result = bitset(column.length);
  const { values } = column;
  const { words } = result;
  const { to } = bounds;
  // the slot of a missing day is the least of all integers
  const from = Math.max(bounds.from, MISSING_DAY + 1);
  const keepsMissing = Number(bounds.keepsMissing);
  for (let word = 0; word < words.length; word++) {
    const first = word << 5;
    const end = Math.min(first + 32, values.length);
    let bits = 0;
    for (let row = first; row < end; row++) {
      const day = values[row]!;
      const isWithin = Number(day >= from) & Number(day <= to);
      bits |= (isWithin | (Number(day === MISSING_DAY) & keepsMissing)) << (row & 31);
    }
    words[word] = bits;
  }
  return result;
}

/** Rows whose code names a selected row of another table; `codes[row] < selected.length`, or missing (not selected). */
export function rowsWithCode(codes: Uint32Array, selected: Bitset): Bitset {
  const result = bitset(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code !== MISSING_CODE && hasBit(selected, code)) setBit(result, row);
  }
  return result;
}

/** The set as seen through a permutation: bit k of the result is bit `order[k]` of the set. O(rows). */
export function permuted(set: Bitset, order: Uint32Array): Bitset {
  const result = bitset(order.length);
  const { words } = set;
  const out = result.words;
  for (let word = 0; word < out.length; word++) {
    const from = word << 5;
    const to = Math.min(from + 32, order.length);
    let bits = 0;
    for (let k = from; k < to; k++) {
      const row = order[k]!;
      bits |= ((words[row >>> 5]! >>> (row & 31)) & 1) << (k & 31);
    }
    out[word] = bits;
  }
  return result;
}

/** Ascending numbers of the selected rows. */
export function selectedRows(set: Bitset): Uint32Array<ArrayBuffer> {
  const rows = new Uint32Array(countBits(set));
  let n = 0;
  for (let row = 0; row < set.length; row++) {
    if (hasBit(set, row)) rows[n++] = row;
  }
  return rows;
}
