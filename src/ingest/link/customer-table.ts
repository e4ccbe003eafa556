import { PROVENANCE, type StoredColumn, type StoredTable } from "../../domain/generation";
import type { FieldKind } from "../../domain/field";
import { dayColumn, DictionaryBuilder, floatColumn } from "../../kernel/table/builder";
import {
  columnOf,
  isMissing,
  MISSING_DAY,
  textAt,
  type Column,
  type Table,
} from "../../kernel/table/column";
import type { CustomerDirectory } from "./customer-directory";

const OWN_COLUMNS: ReadonlySet<string> = new Set([
  "key",
  "provenance",
  "customerId",
  "customerName",
]);
/** Cells that a customer takes from the latest order when no customer table gives them, and their mark. */
export const PROMOTED = [
  ["owner", PROVENANCE.ownerFromOrders],
  ["region", PROVENANCE.regionFromOrders],
  ["channel", PROVENANCE.channelFromOrders],
] as const;

/**
 * Puts the customers of the previous generation into the directory, without what orders had lent them.
 *
 * @param keepTable what customer tables gave is kept; else only the identity of customers that others name is
 * @param isNamed 1 for each row that a table which stays names
 * @returns the row in the directory of each row of the previous table; -1 when it was let go
 */
export function restoreCustomers(
  directory: CustomerDirectory,
  previous: StoredTable,
  keepTable: boolean,
  isNamed: Uint8Array,
): Int32Array {
  const { table } = previous;
  const provenance = columnOf(table, "provenance", "float64");
  const rowOf = new Int32Array(table.rowCount).fill(-1);
  for (let row = 0; row < table.rowCount; row++) {
    const bits = provenance === undefined ? 0 : provenance.values[row]!;
    const isListed = (bits & PROVENANCE.inCustomerTable) !== 0;
    const isNeeded = isNamed[row] === 1;
    if (!isNeeded && !(isListed && keepTable)) continue;
    const hasTableId = (bits & PROVENANCE.idFromTable) !== 0;
    const id = hasTableId && !keepTable ? null : cellText(table, "customerId", row);
    const name = cellText(table, "customerName", row);
    const isNameLent = (bits & PROVENANCE.nameFromOrders) !== 0;
    const to = directory.claim({ id, name }, keepTable && isListed && !isNameLent);
    rowOf[row] = to;
    directory.provenance[to] = keptBits(bits, keepTable);
    if (keepTable && isListed) copyCells(directory, previous, { row, to, bits });
  }
  return rowOf;
}

function keptBits(bits: number, keepTable: boolean): number {
  if (!keepTable) return PROVENANCE.nameFromOrders;
  const { inCustomerTable, nameFromOrders, idFromTable } = PROVENANCE;
  return bits & (inCustomerTable | nameFromOrders | idFromTable);
}

/** A customer's row in the table before and in the directory, and where its cells came from. */
interface Move {
  readonly row: number;
  readonly to: number;
  readonly bits: number;
}

function copyCells(directory: CustomerDirectory, from: StoredTable, move: Move): void {
  const { row, to, bits } = move;
  for (const column of from.columns) {
    if (OWN_COLUMNS.has(column.id) || isLent(column.id, bits)) continue;
    const value = cellValue(from.table.columns.get(column.id), row);
    if (value !== null) directory.set(column, to, value);
  }
}

function isLent(columnId: string, bits: number): boolean {
  return PROMOTED.some(([id, bit]) => id === columnId && (bits & bit) !== 0);
}

/** The rows of an imported customer table; a later value replaces an earlier one, a missing cell replaces nothing. */
export function addCustomerRows(directory: CustomerDirectory, read: StoredTable): void {
  const { table, columns } = read;
  const others = columns.filter((column) => !OWN_COLUMNS.has(column.id));
  for (let row = 0; row < table.rowCount; row++) {
    const id = cellText(table, "customerId", row);
    const to = directory.claim({ id, name: cellText(table, "customerName", row) }, true);
    for (const column of others) {
      const value = cellValue(table.columns.get(column.id), row);
      if (value !== null) directory.set(column, to, value);
    }
  }
}

function cellText(table: Table, columnId: string, row: number): string | null {
  const column = columnOf(table, columnId, "dictionary");
  return column === undefined ? null : textAt(column, row);
}

function cellValue(column: Column | undefined, row: number): string | number | null {
  if (column === undefined || isMissing(column, row)) return null;
  return column.kind === "dictionary" ? textAt(column, row) : column.values[row]!;
}

const KEY: StoredColumn = { id: "key", fieldKind: "text", label: "key" };
const ORIGIN: StoredColumn = { id: "provenance", fieldKind: "number", label: "provenance" };

/** The directory as the stored table of customers. */
export function customersTable(
  directory: CustomerDirectory,
  labels: { readonly customerId: string; readonly customerName: string },
  currency: string | null,
): StoredTable {
  const rowCount = directory.size;
  const columns = new Map<string, Column>();
  const meta: StoredColumn[] = [KEY, ORIGIN];
  columns.set("key", keyColumn(directory));
  columns.set("provenance", floatColumn(Float64Array.from(directory.provenance)));
  for (const id of ["customerId", "customerName"] as const) {
    const values = id === "customerId" ? directory.ids : directory.names;
    if (values.every((value) => value === null) && rowCount > 0) continue;
    if (rowCount === 0) continue;
    columns.set(
      id,
      textColumn(rowCount, (row) => values[row] ?? null),
    );
    meta.push({ id, fieldKind: "text", label: labels[id] });
  }
  for (const column of directory.columns) {
    columns.set(column.id, valueColumn(directory, column, rowCount));
    meta.push(column);
  }
  return { table: { rowCount, columns }, columns: meta, currency };
}

/** The id, else the name; distinct, so a name that equals another customer's id is marked. */
function keyColumn(directory: CustomerDirectory): Column {
  const builder = new DictionaryBuilder();
  for (let row = 0; row < directory.size; row++) {
    const base = directory.ids[row] ?? directory.names[row] ?? null;
    let key = base === null ? "" : base;
    for (let copy = 2; builder.encoder.find(key) !== -1; copy++) key = `${base} (${copy})`;
    builder.push(key);
  }
  return builder.finish();
}

function textColumn(rowCount: number, textOf: (row: number) => string | null): Column {
  const builder = new DictionaryBuilder();
  for (let row = 0; row < rowCount; row++) builder.push(textOf(row));
  return builder.finish();
}

const NUMBERS: ReadonlySet<FieldKind> = new Set(["money", "number", "ratio", "flag", "moment"]);

function valueColumn(directory: CustomerDirectory, column: StoredColumn, rowCount: number): Column {
  if (column.fieldKind === "date") {
    const days = new Int32Array(rowCount).fill(MISSING_DAY);
    for (let row = 0; row < rowCount; row++) {
      const value = directory.value(column.id, row);
      if (typeof value === "number") days[row] = value;
    }
    return dayColumn(days);
  }
  if (NUMBERS.has(column.fieldKind)) {
    const numbers = new Float64Array(rowCount).fill(Number.NaN);
    for (let row = 0; row < rowCount; row++) {
      const value = directory.value(column.id, row);
      if (typeof value === "number") numbers[row] = value;
    }
    return floatColumn(numbers);
  }
  return textColumn(rowCount, (row) => {
    const value = directory.value(column.id, row);
    return value === null ? null : String(value);
  });
}
