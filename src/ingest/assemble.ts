import { ENTITIES, type Entity } from "../domain/entities";
import type { Generation, StoredColumn, StoredTable } from "../domain/generation";
import { invariant } from "../kernel/base/invariant";
import {
  MISSING_CODE,
  requiredColumn,
  columnOf,
  type DictionaryColumn,
} from "../kernel/table/column";
import { pickRows } from "../kernel/table/pick-rows";
import { CustomerDirectory } from "./link/customer-directory";
import { customersTable, PROMOTED, restoreCustomers } from "./link/customer-table";
import { joinedTable, type TablePart } from "./link/joined-table";
import { linkReads, storedOf, type LinkedReads } from "./link/link-reads";
import { FIXED_CODES, type KeptRows } from "./merge/plan-merge";
import type { SheetRead } from "./plan";

/** What a `MergePlan` says about putting a generation together. */
interface AssemblyPlan {
  /** Of which tables only these stored rows stay; an entry for customers drops what customer tables gave. */
  readonly kept: KeptRows;
  /** These very reads, linked already while nothing was stored. Used up: the directory is changed. */
  readonly linked: LinkedReads | null;
}

/**
 * The next generation: what was there and what was read, linked.
 *
 * Customers are found by id, else by name (width, case and blanks do not matter; the first spelling is kept). Every
 * customer that any table names has a row; owner, region and channel come from the latest order that names them where no
 * customer table does.
 *
 * @param mode `append`: rows are added, customer rows update or add. `replace`: of each entity that is among the reads,
 *   what was imported before is dropped; customers that only dropped rows knew go with them
 * @param plan what `planMerge` decided; absent: every row stays
 * @returns new tables; nothing of `previous` is changed, columns may be shared. O(rows + customers)
 */
export function assemble(
  previous: Generation | null,
  reads: readonly SheetRead[],
  mode: "append" | "replace",
  { kept: keptRows, linked }: AssemblyPlan = WHOLE,
): Generation {
  const dropped = new Set(mode === "replace" ? reads.map((read) => read.entity) : []);
  invariant(linked === null || previous === null, "linked without the stored customers");
  const directory = linked === null ? new CustomerDirectory() : linked.directory;
  const parts = new Map<Entity, readonly TablePart[]>();
  if (previous) {
    const kept = tablesOf(previous)
      .filter(({ entity }) => !dropped.has(entity))
      .flatMap((table) => stayingRows(table, keptRows.get(table.entity)));
    const isNamed = customersNamed(previous.customers.table.rowCount, kept);
    const keepsList = !dropped.has("customers") && !keptRows.has("customers");
    const rowOf = restoreCustomers(directory, previous.customers, keepsList, isNamed);
    for (const { entity, stored } of kept) parts.set(entity, [keptPart(stored, rowOf)]);
  }
  const fresh = linked === null ? linkReads(directory, reads) : linked;
  for (const entity of OTHERS) {
    const added = fresh.partsOf(entity);
    if (added.length > 0) parts.set(entity, [...partsOf(parts, entity), ...added]);
  }
  const readsOf = (entity: Entity): StoredTable[] =>
    reads.filter((read) => read.entity === entity).map(storedOf);
  promote(directory, partsOf(parts, "orders"));
  const stored = [...(previous ? [previous.customers] : []), ...CUSTOMERS_FIRST.flatMap(readsOf)];
  const customers = customersTable(
    directory,
    identityLabels(stored),
    sharedCurrency(readsOf("customers")),
  );
  return { ...joinedTables(parts, customers), customers };
}

const WHOLE: AssemblyPlan = { kept: new Map(), linked: null };

/** The table with the rows that stay; nothing when none of them does. */
function stayingRows({ entity, stored }: Kept, rows: Uint32Array | undefined): readonly Kept[] {
  if (rows === undefined) return [{ entity, stored }];
  if (rows.length === 0) return [];
  return [{ entity, stored: { ...stored, table: pickRows(stored.table, rows, FIXED_CODES) } }];
}

const OTHERS = ENTITIES.filter((entity) => entity !== "customers");
const CUSTOMERS_FIRST: readonly Entity[] = ["customers", ...OTHERS];

function partsOf(
  parts: ReadonlyMap<Entity, readonly TablePart[]>,
  entity: Entity,
): readonly TablePart[] {
  return parts.get(entity) ?? [];
}

function joinedTables(
  parts: ReadonlyMap<Entity, readonly TablePart[]>,
  customers: StoredTable,
): Omit<Generation, "customers"> {
  const keys = requiredColumn(customers.table, "key", "dictionary").dictionary;
  const joined = (entity: Entity): StoredTable => {
    const own = partsOf(parts, entity);
    const filled = own.map(({ stored }) => stored).filter(({ table }) => table.rowCount > 0);
    return joinedTable(entity, own, keys, sharedCurrency(filled));
  };
  const others: Partial<Record<Entity, StoredTable>> = {};
  for (const entity of OTHERS) if (parts.has(entity)) others[entity] = joined(entity);
  return { ...others, orders: joined("orders") };
}

interface Kept {
  readonly entity: Entity;
  readonly stored: StoredTable;
}

/** The tables of a generation but its customers. */
function tablesOf(generation: Generation): readonly Kept[] {
  return OTHERS.flatMap((entity) => {
    const stored = generation[entity];
    return stored === undefined ? [] : [{ entity, stored }];
  });
}

/** 1 for each customer row that one of these tables names. */
function customersNamed(customerCount: number, tables: readonly Kept[]): Uint8Array {
  const marks = new Uint8Array(customerCount);
  for (const { stored } of tables) {
    const codes = columnOf(stored.table, "customer", "dictionary")?.codes ?? [];
    for (const code of codes) if (code !== MISSING_CODE) marks[code] = 1;
  }
  return marks;
}

function keptPart(stored: StoredTable, rowOf: Int32Array): TablePart {
  const codes = columnOf(stored.table, "customer", "dictionary")?.codes;
  if (codes === undefined) return { stored, customers: null };
  const rows = codes.map((code) => (code === MISSING_CODE ? MISSING_CODE : rowOf[code]!));
  return { stored, customers: rows };
}

/** The one currency that all say who say one; null when they differ, for different money is never added. */
function sharedCurrency(tables: readonly StoredTable[]): string | null {
  const named = new Set(tables.flatMap((one) => (one.currency === null ? [] : [one.currency])));
  const [only] = named;
  return named.size === 1 && only !== undefined ? only : null;
}

function identityLabels(tables: readonly StoredTable[]): {
  customerId: string;
  customerName: string;
} {
  const labelOf = (id: string): string => {
    for (const { columns } of tables) {
      const found = columns.find((column) => column.id === id);
      if (found) return found.label;
    }
    return id;
  };
  return { customerId: labelOf("customerId"), customerName: labelOf("customerName") };
}

/** Lends customers the owner, region and channel of their latest order that has one; ties: the later line. */
function promote(directory: CustomerDirectory, parts: readonly TablePart[]): void {
  for (const [id, bit] of PROMOTED) {
    const latestDay = new Int32Array(directory.size).fill(-2147483648);
    const latestText: (string | null)[] = new Array<string | null>(directory.size).fill(null);
    let column: StoredColumn | undefined;
    for (const part of parts) {
      const values = columnOf(part.stored.table, id, "dictionary");
      if (values === undefined) continue;
      column ??= part.stored.columns.find((candidate) => candidate.id === id);
      takeLatest(part, values, latestDay, latestText);
    }
    if (column === undefined) continue;
    for (let row = 0; row < directory.size; row++) {
      const text = latestText[row] ?? null;
      if (text === null || directory.value(id, row) !== null) continue;
      directory.set(column, row, text);
      directory.provenance[row]! |= bit;
    }
  }
}

function takeLatest(
  part: TablePart,
  values: DictionaryColumn,
  latestDay: Int32Array,
  latestText: (string | null)[],
): void {
  const days = requiredColumn(part.stored.table, "orderedOn", "day").values;
  for (let line = 0; line < days.length; line++) {
    const code = values.codes[line]!;
    const row = part.customers?.[line] ?? MISSING_CODE;
    if (code === MISSING_CODE || row === MISSING_CODE || days[line]! < latestDay[row]!) continue;
    latestDay[row] = days[line]!;
    latestText[row] = values.dictionary[code]!;
  }
}
