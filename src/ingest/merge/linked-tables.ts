import { ENTITIES, type Entity } from "../../domain/entities";
import type { Generation, StoredTable } from "../../domain/generation";
import { LINKED_ENTITIES } from "../../domain/vocabulary";
import { columnOf, MISSING_CODE } from "../../kernel/table/column";
import { CustomerDirectory } from "../link/customer-directory";
import { addCustomerRows, restoreCustomers } from "../link/customer-table";
import { linkRows } from "../link/joined-table";
import type { SheetRead } from "../plan";
import type { LinkedTable } from "./compared-table";

/** The rows of a generation and of the sheets read for it, with customers in one numbering. */
export interface LinkedImport {
  /** The stored table of an entity; null when there is none. */
  stored(entity: Entity): LinkedTable | null;
  /** The sheets of an entity, in order. */
  reads(entity: Entity): readonly LinkedTable[];
}

/**
 * Finds out which customer each stored and each read row names, as `assemble` would with every row kept.
 * O(rows + customers); nothing is changed.
 */
export function linkForComparison(
  previous: Generation | null,
  reads: readonly SheetRead[],
): LinkedImport {
  const directory = new CustomerDirectory();
  const rowOf = previous === null ? null : restored(directory, previous.customers);
  for (const read of reads)
    if (read.entity === "customers") addCustomerRows(directory, storedOf(read));
  const stored = new Map<Entity, LinkedTable>();
  for (const entity of ENTITIES) {
    const table = previous?.[entity];
    if (table !== undefined && rowOf !== null) stored.set(entity, keptTable(table, rowOf));
  }
  const linked = new Map<Entity, LinkedTable[]>();
  for (const read of reads) {
    if (read.entity === "customers") continue;
    const table = storedOf(read);
    const customers = LINKED_ENTITIES.includes(read.entity) ? linkRows(directory, table) : null;
    linked.set(read.entity, [...(linked.get(read.entity) ?? []), { stored: table, customers }]);
  }
  return {
    stored: (entity) => stored.get(entity) ?? null,
    reads: (entity) => linked.get(entity) ?? [],
  };
}

function storedOf(read: SheetRead): StoredTable {
  return { table: read.table, columns: read.meta, currency: read.currency };
}

function restored(directory: CustomerDirectory, customers: StoredTable): Int32Array {
  const everybody = new Uint8Array(customers.table.rowCount).fill(1);
  return restoreCustomers(directory, customers, true, everybody);
}

function keptTable(stored: StoredTable, rowOf: Int32Array): LinkedTable {
  const codes = columnOf(stored.table, "customer", "dictionary")?.codes;
  if (codes === undefined) return { stored, customers: null };
  const rows = codes.map((code) => (code === MISSING_CODE ? MISSING_CODE : rowOf[code]!));
  return { stored, customers: rows };
}
