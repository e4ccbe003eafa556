import type { Column, Table } from "../../../src/kernel/table/column";

/** Whether column `id` holds the same values, texts and missing rows in both tables. */
export function sameTable(actual: Table, expected: Table, id: string): boolean {
  const [a, b] = [actual.columns.get(id), expected.columns.get(id)];
  if (a === undefined || b === undefined || a.kind !== b.kind || a.length !== b.length)
    return false;
  if (!sameBytes(valuesOf(a), valuesOf(b))) return false;
  if ((a.validity === null) !== (b.validity === null)) return false;
  if (
    a.validity !== null &&
    b.validity !== null &&
    !sameBytes(a.validity.words, b.validity.words)
  ) {
    return false;
  }
  if (a.kind !== "dictionary" || b.kind !== "dictionary") return true;
  return a.dictionary.join("\n") === b.dictionary.join("\n");
}

function valuesOf(column: Column): Float64Array | Int32Array | Uint32Array {
  return column.kind === "dictionary" ? column.codes : column.values;
}

function sameBytes(
  a: Float64Array | Int32Array | Uint32Array,
  b: Float64Array | Int32Array | Uint32Array,
): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!Object.is(a[i], b[i])) return false;
  return true;
}
