import { saysYes } from "../../domain/lost-words";
import { MISSING_CODE, type Table } from "../../kernel/table/column";

/** A column read as yes or no. */
export interface FlagReading {
  /** 1 yes, 0 no, 255 unknown; one a row */
  readonly values: Uint8Array<ArrayBuffer>;
  /** the word that was taken for yes; null for a yes-or-no column */
  readonly word: string | null;
}

export const UNKNOWN_FLAG = 255;

/**
 * A column of customers as yes or no: a number column by "not 0"; of two words the one that means yes or left, else the
 * rarer one.
 *
 * @returns null when there is no such column, or it has more or fewer than two words
 */
export function readFlag(customers: Table, id: string): FlagReading | null {
  const column = customers.columns.get(id);
  if (column === undefined || column.kind === "day") return null;
  const values = new Uint8Array(customers.rowCount).fill(UNKNOWN_FLAG);
  if (column.kind === "float64") {
    for (let row = 0; row < values.length; row++) {
      const value = column.values[row]!;
      if (value === value) values[row] = value === 0 ? 0 : 1;
    }
    return { values, word: null };
  }
  const counts = new Uint32Array(column.dictionary.length);
  for (const code of column.codes) if (code !== MISSING_CODE) counts[code]!++;
  const used = [...counts.keys()].filter((code) => counts[code]! > 0);
  if (used.length !== 2) return null;
  const yes = yesOf(used as [number, number], column.dictionary, counts);
  for (let row = 0; row < values.length; row++) {
    const code = column.codes[row]!;
    if (code !== MISSING_CODE) values[row] = code === yes ? 1 : 0;
  }
  return { values, word: column.dictionary[yes]! };
}

function yesOf(
  [one, other]: readonly [number, number],
  words: readonly string[],
  counts: Uint32Array,
): number {
  const says = (code: number): boolean => saysYes(words[code]!);
  if (says(one) !== says(other)) return says(one) ? one : other;
  if (counts[one] !== counts[other]) return counts[one]! < counts[other]! ? one : other;
  return words[one]! < words[other]! ? one : other;
}
