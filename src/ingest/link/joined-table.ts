import type { StoredColumn, StoredTable } from "../../domain/generation";
import { LINE_KINDS } from "../../domain/line-kind";
import type { Entity } from "../../domain/entities";
import { fieldSpec } from "../../domain/vocabulary";
import { formatIsoDay, type EpochDay } from "../../kernel/base/calendar";
import {
  dayColumn,
  DictionaryBuilder,
  dictionaryColumn,
  floatColumn,
} from "../../kernel/table/builder";
import {
  columnOf,
  MISSING_CODE,
  MISSING_DAY,
  type Column,
  type ColumnKind,
  type DictionaryColumn,
} from "../../kernel/table/column";
import type { CustomerDirectory } from "./customer-directory";

/** Rows of one origin, with the row of the customer of each; null for a table that names no customers. */
export interface TablePart {
  readonly stored: StoredTable;
  /** MISSING_CODE where a row names nobody. */
  readonly customers: Uint32Array<ArrayBuffer> | null;
}

/** The customers of the rows of one read, found or made in the directory. O(rows). */
export function linkRows(
  directory: CustomerDirectory,
  stored: StoredTable,
): Uint32Array<ArrayBuffer> {
  const { table } = stored;
  const ids = columnOf(table, "customerId", "dictionary");
  const names = columnOf(table, "customerName", "dictionary");
  const customers = new Uint32Array(table.rowCount).fill(MISSING_CODE);
  const byId = unknownRows(ids);
  const byName = unknownRows(names);
  for (let line = 0; line < table.rowCount; line++) {
    const idCode = ids === undefined ? MISSING_CODE : ids.codes[line]!;
    const nameCode = names === undefined ? MISSING_CODE : names.codes[line]!;
    const known = idCode === MISSING_CODE ? byName : byId;
    const code = idCode === MISSING_CODE ? nameCode : idCode;
    if (code === MISSING_CODE) continue;
    let row = known[code]!;
    if (row === -1 || (directory.names[row] === null && nameCode !== MISSING_CODE)) {
      row = directory.claim({ id: entry(ids, idCode), name: entry(names, nameCode) }, false);
      known[code] = row;
    }
    customers[line] = row;
  }
  return customers;
}

function unknownRows(column: DictionaryColumn | undefined): Int32Array {
  return new Int32Array(column === undefined ? 0 : column.dictionary.length).fill(-1);
}

function entry(column: DictionaryColumn | undefined, code: number): string | null {
  if (column === undefined || code === MISSING_CODE) return null;
  return column.dictionary[code]!;
}

/** Identity lives in the customers table; `customer` is made from the links. */
const LINKING: ReadonlySet<string> = new Set(["customer", "customerId", "customerName"]);

/** Columns that an order table has even before there are orders. */
const ORDER_COLUMNS: readonly StoredColumn[] = [
  { id: "lineKind", fieldKind: "category", label: "lineKind" },
  { id: "orderedOn", fieldKind: "date", label: "orderedOn" },
  { id: "amount", fieldKind: "money", label: "amount" },
];
const CUSTOMER: StoredColumn = { id: "customer", fieldKind: "text", label: "customer" };

/**
 * All parts below each other; a column that a part lacks is missing in its rows.
 *
 * @param keys of all customers: the dictionary of `customer`, which linked tables get
 */
export function joinedTable(
  entity: Entity,
  parts: readonly TablePart[],
  keys: readonly string[],
  currency: string | null,
): StoredTable {
  const lengths = parts.map((part) => part.stored.table.rowCount);
  const rowCount = lengths.reduce((sum, length) => sum + length, 0);
  const meta = new Map<string, StoredColumn>();
  const always = entity === "orders" ? ORDER_COLUMNS : [];
  for (const column of [...parts.flatMap((part) => part.stored.columns), ...always]) {
    if (!LINKING.has(column.id) && !meta.has(column.id)) meta.set(column.id, column);
  }
  const columns = new Map<string, Column>();
  const described: StoredColumn[] = [];
  if (fieldSpec(entity, "customer") !== undefined) {
    columns.set("customer", dictionaryColumn(joinCodes(parts, rowCount), keys));
    described.push(CUSTOMER);
  }
  for (const column of meta.values()) {
    const joined = joinColumn(parts, column, lengths, rowCount);
    columns.set(column.id, joined.column);
    described.push(joined.described);
  }
  return { table: { rowCount, columns }, columns: described, currency };
}

function joinCodes(parts: readonly TablePart[], rowCount: number): Uint32Array<ArrayBuffer> {
  const codes = new Uint32Array(rowCount).fill(MISSING_CODE);
  let at = 0;
  for (const { stored, customers } of parts) {
    if (customers !== null) codes.set(customers, at);
    at += stored.table.rowCount;
  }
  return codes;
}

interface JoinedColumn {
  readonly column: Column;
  readonly described: StoredColumn;
}

function joinColumn(
  parts: readonly TablePart[],
  described: StoredColumn,
  lengths: readonly number[],
  rowCount: number,
): JoinedColumn {
  const pieces = parts.map((part) => part.stored.table.columns.get(described.id));
  const kinds = new Set<ColumnKind>(pieces.flatMap((piece) => (piece ? [piece.kind] : [])));
  if (described.id === "lineKind") return { column: joinLineKinds(pieces, rowCount), described };
  if (described.id === RESPONSE) {
    return { column: joinResponses(pieces, lengths, rowCount), described };
  }
  if (kinds.size === 0) return { column: emptyColumn(described), described };
  if (kinds.size > 1) {
    // one file has numbers where another has words: both are kept as text
    return {
      column: joinTexts(pieces, lengths),
      described: { ...described, fieldKind: "category" },
    };
  }
  if (kinds.has("dictionary")) return { column: joinTexts(pieces, lengths), described };
  return { column: joinNumbers(pieces, lengths, rowCount, kinds.has("day")), described };
}

function emptyColumn(described: StoredColumn): Column {
  return described.fieldKind === "date"
    ? dayColumn(new Int32Array(0))
    : floatColumn(new Float64Array(0));
}

function joinLineKinds(pieces: readonly (Column | undefined)[], rowCount: number): Column {
  const codes = new Uint32Array(rowCount);
  let at = 0;
  for (const piece of pieces) {
    if (piece?.kind !== "dictionary") continue;
    codes.set(piece.codes, at);
    at += piece.length;
  }
  return dictionaryColumn(codes, LINE_KINDS);
}

/** `surveys.response`: the questionnaires of each part are counted on from those before, so that none are mixed up. */
const RESPONSE = "response";

function joinResponses(
  pieces: readonly (Column | undefined)[],
  lengths: readonly number[],
  rowCount: number,
): Column {
  const numbers = new Float64Array(rowCount).fill(Number.NaN);
  let at = 0;
  let first = 0;
  pieces.forEach((piece, i) => {
    let next = first;
    if (piece?.kind === "float64") {
      piece.values.forEach((value, row) => {
        numbers[at + row] = first + value;
        if (first + value >= next) next = first + value + 1;
      });
    }
    first = next;
    at += lengths[i]!;
  });
  return floatColumn(numbers);
}

function joinNumbers(
  pieces: readonly (Column | undefined)[],
  lengths: readonly number[],
  rowCount: number,
  areDays: boolean,
): Column {
  const days = new Int32Array(areDays ? rowCount : 0).fill(MISSING_DAY);
  const numbers = new Float64Array(areDays ? 0 : rowCount).fill(Number.NaN);
  let at = 0;
  pieces.forEach((piece, i) => {
    if (piece?.kind === "day") days.set(piece.values, at);
    if (piece?.kind === "float64") numbers.set(piece.values, at);
    at += lengths[i]!;
  });
  return areDays ? dayColumn(days) : floatColumn(numbers);
}

function joinTexts(pieces: readonly (Column | undefined)[], lengths: readonly number[]): Column {
  const [only] = pieces;
  // a first import is stored as it was read: its dictionaries may hold a text for every line
  if (pieces.length === 1 && only?.kind === "dictionary") return only;
  const builder = new DictionaryBuilder();
  pieces.forEach((piece, i) => {
    if (piece?.kind === "dictionary") {
      const codes = piece.dictionary.map((text) => builder.encoder.encode(text));
      for (let row = 0; row < piece.length; row++) {
        const code = piece.codes[row]!;
        builder.pushCode(code === MISSING_CODE ? MISSING_CODE : codes[code]!);
      }
      return;
    }
    for (let row = 0; row < lengths[i]!; row++) builder.push(textOfNumber(piece, row));
  });
  return builder.finish();
}

function textOfNumber(piece: Column | undefined, row: number): string | null {
  if (piece === undefined || piece.kind === "dictionary") return null;
  const value = piece.values[row]!;
  if (piece.kind === "day") return value === MISSING_DAY ? null : formatIsoDay(value as EpochDay);
  return Number.isNaN(value) ? null : String(value);
}
