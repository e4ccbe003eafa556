import type { StoredColumn, StoredTable } from "../../domain/generation";
import { LINE_KINDS } from "../../domain/line-kind";
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

/** Order lines of one origin with the row of the customer of each. */
export interface OrderPart {
  readonly stored: StoredTable;
  readonly customers: Uint32Array<ArrayBuffer>;
}

/** The customers of the lines of one read, found or made in the directory. O(lines). */
export function linkOrders(directory: CustomerDirectory, stored: StoredTable): OrderPart {
  const { table } = stored;
  const ids = columnOf(table, "customerId", "dictionary");
  const names = columnOf(table, "customerName", "dictionary");
  const customers = new Uint32Array(table.rowCount);
  const byId = unknownRows(ids);
  const byName = unknownRows(names);
  for (let line = 0; line < table.rowCount; line++) {
    const idCode = ids === undefined ? MISSING_CODE : ids.codes[line]!;
    const nameCode = names === undefined ? MISSING_CODE : names.codes[line]!;
    const known = idCode === MISSING_CODE ? byName : byId;
    const code = idCode === MISSING_CODE ? nameCode : idCode;
    let row = known[code]!;
    if (row === -1 || (directory.names[row] === null && nameCode !== MISSING_CODE)) {
      row = directory.claim({ id: entry(ids, idCode), name: entry(names, nameCode) }, false);
      known[code] = row;
    }
    customers[line] = row;
  }
  return { stored, customers };
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

const REQUIRED: readonly StoredColumn[] = [
  { id: "lineKind", fieldKind: "category", label: "lineKind" },
  { id: "orderedOn", fieldKind: "date", label: "orderedOn" },
  { id: "amount", fieldKind: "money", label: "amount" },
];

/** All parts below each other; a column that a part lacks is missing in its lines. */
export function ordersTable(
  parts: readonly OrderPart[],
  keys: readonly string[],
  currency: string | null,
): StoredTable {
  const rowCount = parts.reduce((sum, part) => sum + part.customers.length, 0);
  const meta = new Map<string, StoredColumn>();
  for (const column of [...parts.flatMap((part) => part.stored.columns), ...REQUIRED]) {
    if (!LINKING.has(column.id) && !meta.has(column.id)) meta.set(column.id, column);
  }
  const columns = new Map<string, Column>();
  columns.set("customer", dictionaryColumn(joinCodes(parts, rowCount), keys));
  const described: StoredColumn[] = [{ id: "customer", fieldKind: "text", label: "customer" }];
  for (const column of meta.values()) {
    const joined = joinColumn(parts, column, rowCount);
    columns.set(column.id, joined.column);
    described.push(joined.described);
  }
  return { table: { rowCount, columns }, columns: described, currency };
}

function joinCodes(parts: readonly OrderPart[], rowCount: number): Uint32Array<ArrayBuffer> {
  const codes = new Uint32Array(rowCount);
  let at = 0;
  for (const part of parts) {
    codes.set(part.customers, at);
    at += part.customers.length;
  }
  return codes;
}

interface JoinedColumn {
  readonly column: Column;
  readonly described: StoredColumn;
}

function joinColumn(
  parts: readonly OrderPart[],
  described: StoredColumn,
  rowCount: number,
): JoinedColumn {
  const pieces = parts.map((part) => part.stored.table.columns.get(described.id));
  const kinds = new Set<ColumnKind>(pieces.flatMap((piece) => (piece ? [piece.kind] : [])));
  const lengths = parts.map((part) => part.customers.length);
  if (described.id === "lineKind") return { column: joinLineKinds(pieces, rowCount), described };
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
