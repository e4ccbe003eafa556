import { invariant } from "../base/invariant";
import { hasBit, type Bitset } from "./bitset";

/** The slot of a missing day. A missing float64 slot holds NaN, a missing code MISSING_CODE. */
export const MISSING_DAY = -2147483648;
export const MISSING_CODE = 0xffffffff;

/**
 * A typed column of `length` rows. `validity` has a 1 for each row with a value, or is null when every row has one.
 * Missing slots also hold the sentinel of their kind, so a hot loop may test either.
 */
export type Column = FloatColumn | DayColumn | DictionaryColumn;

export interface FloatColumn {
  readonly kind: "float64";
  readonly length: number;
  readonly values: Float64Array<ArrayBuffer>;
  readonly validity: Bitset | null;
}

/** Civil days since 1970-01-01. */
export interface DayColumn {
  readonly kind: "day";
  readonly length: number;
  readonly values: Int32Array<ArrayBuffer>;
  readonly validity: Bitset | null;
}

/** Text: `codes[row]` is an index into `dictionary`, whose entries are distinct. */
export interface DictionaryColumn {
  readonly kind: "dictionary";
  readonly length: number;
  readonly codes: Uint32Array<ArrayBuffer>;
  readonly dictionary: readonly string[];
  readonly validity: Bitset | null;
}

export type ColumnKind = Column["kind"];

/** Columns of one length by field id. */
export interface Table {
  readonly rowCount: number;
  readonly columns: ReadonlyMap<string, Column>;
}

export function isMissing(column: Column, row: number): boolean {
  return column.validity !== null && !hasBit(column.validity, row);
}

/** The text of a row of a dictionary column, or null when missing. */
export function textAt(column: DictionaryColumn, row: number): string | null {
  const code = column.codes[row]!;
  if (code === MISSING_CODE) return null;
  const text = column.dictionary[code];
  invariant(text !== undefined, `code ${code} of ${column.dictionary.length} entries`);
  return text;
}

/** The first row with a text, or null when none has it. O(rows). */
export function rowWithText({ codes, dictionary }: DictionaryColumn, text: string): number | null {
  const code = dictionary.indexOf(text);
  const row = code < 0 ? -1 : codes.indexOf(code);
  return row < 0 ? null : row;
}

/** The column of this id and kind; undefined when the table has none. @throws when the kind differs (a bug). */
export function columnOf<K extends ColumnKind>(
  table: Table,
  id: string,
  kind: K,
): Extract<Column, { kind: K }> | undefined {
  const column = table.columns.get(id);
  if (column === undefined) return undefined;
  invariant(column.kind === kind, `column ${id} is ${column.kind}, not ${kind}`);
  return column as Extract<Column, { kind: K }>;
}

/** As `columnOf`, for a column that the analysis's `needs` promise. @throws when it is absent. */
export function requiredColumn<K extends ColumnKind>(
  table: Table,
  id: string,
  kind: K,
): Extract<Column, { kind: K }> {
  const column = columnOf(table, id, kind);
  invariant(column !== undefined, `column ${id} is needed and absent`);
  return column;
}
