import type { ValueName } from "../domain/value-name";
import { MISSING_CODE, type Column } from "../kernel/table/column";

/** Customers with one value of a column. */
export interface ValueGroup {
  readonly name: ValueName;
  /** a part of the rows asked for, in their order; never empty */
  readonly rows: Uint32Array<ArrayBuffer>;
}

/**
 * Customers by the value of a column: the value with the most first, ties by the word; then the rest together, then those without
 * a value.
 *
 * @param rows  rows of `customers`, each once
 * @param most  more values than this are not told apart: all but the `most - 1` largest go together
 * @returns every row in one group; none for a column of days, which has no words
 *
 * O(rows × groups).
 */
export function valueGroups(
  column: Column,
  rows: Uint32Array<ArrayBuffer>,
  most: number,
): readonly ValueGroup[] {
  const codeOf = codesOf(column);
  if (codeOf === null) return [];
  const counts = new Map<number, number>();
  for (const row of rows) {
    const code = codeOf(row);
    const known = counts.get(code);
    counts.set(code, known === undefined ? 1 : known + 1);
  }
  const nameOf = (code: number): ValueName =>
    column.kind === "dictionary"
      ? { kind: "text", text: column.dictionary[code] ?? "" }
      : { kind: "flag", isYes: code === 1 };
  const word = (code: number): string => JSON.stringify(nameOf(code));
  const used = [...counts]
    .filter(([code]) => code !== MISSING_CODE)
    .sort(([a, n], [b, m]) => m - n || (word(a) < word(b) ? -1 : 1))
    .map(([code]) => code);
  const shown = used.length > most ? most - 1 : used.length;
  const apart = new Set(used.slice(0, shown));
  const some = (isIn: (code: number) => boolean) => rows.filter((row) => isIn(codeOf(row)));
  const together = some((code) => code !== MISSING_CODE && !apart.has(code));
  const missing = some((code) => code === MISSING_CODE);
  return [
    ...used
      .slice(0, shown)
      .map((code) => ({ name: nameOf(code), rows: some((at) => at === code) })),
    ...(together.length === 0
      ? []
      : [{ name: { kind: "rest", values: used.length - shown } as const, rows: together }]),
    ...(missing.length === 0 ? [] : [{ name: { kind: "missing" } as const, rows: missing }]),
  ];
}

/** null: a column of days has no words. */
function codesOf(column: Column): ((row: number) => number) | null {
  if (column.kind === "dictionary") return (row) => column.codes[row]!;
  if (column.kind !== "float64") return null;
  return (row) => {
    const value = column.values[row]!;
    return Number.isNaN(value) ? MISSING_CODE : Number(value !== 0);
  };
}
