import { ENTITIES, type Entity } from "../../domain/entities";
import type { Generation, StoredTable } from "../../domain/generation";
import { columnOf, MISSING_CODE } from "../../kernel/table/column";
import { CustomerDirectory } from "../link/customer-directory";
import { restoreCustomers } from "../link/customer-table";
import { linkReads, type LinkedReads } from "../link/link-reads";
import type { SheetRead } from "../plan";
import type { LinkedTable } from "./compared-table";

/** The rows of a generation and of the sheets read for it, with customers in one numbering. */
export interface LinkedImport {
  /** The stored table of an entity; null when there is none. */
  stored(entity: Entity): LinkedTable | null;
  readonly reads: LinkedReads;
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
  const stored = new Map<Entity, LinkedTable>();
  for (const entity of ENTITIES) {
    const table = previous?.[entity];
    if (table !== undefined && rowOf !== null) stored.set(entity, keptTable(table, rowOf));
  }
  return { stored: (entity) => stored.get(entity) ?? null, reads: linkReads(directory, reads) };
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
