import { ENTITIES, type Entity } from "../../domain/entities";
import type { StoredTable } from "../../domain/generation";
import { LINKED_ENTITIES } from "../../domain/vocabulary";
import type { SheetRead } from "../plan";
import type { CustomerDirectory } from "./customer-directory";
import { addCustomerRows } from "./customer-table";
import { linkRows, type TablePart } from "./joined-table";

/** Everybody known after some sheets were read, and whom each of their rows names. */
export interface LinkedReads {
  readonly directory: CustomerDirectory;
  /** The sheets of a table, in order; those of customers are in the directory and nowhere else. */
  partsOf(entity: Entity): readonly TablePart[];
}

/**
 * Puts the customers of the sheets into the directory: tables of customers first, then the tables that name some, in the
 * order of the vocabulary. O(rows + distinct texts).
 */
export function linkReads(directory: CustomerDirectory, reads: readonly SheetRead[]): LinkedReads {
  const parts = new Map<Entity, readonly TablePart[]>();
  const tablesOf = (entity: Entity): StoredTable[] =>
    reads.filter((read) => read.entity === entity).map(storedOf);
  for (const table of tablesOf("customers")) addCustomerRows(directory, table);
  for (const entity of ENTITIES) {
    if (entity === "customers") continue;
    const namesCustomers = LINKED_ENTITIES.includes(entity);
    const linked = tablesOf(entity).map((stored): TablePart => {
      return { stored, customers: namesCustomers ? linkRows(directory, stored) : null };
    });
    if (linked.length > 0) parts.set(entity, linked);
  }
  return { directory, partsOf: (entity) => parts.get(entity) ?? [] };
}

export function storedOf(read: SheetRead): StoredTable {
  return { table: read.table, columns: read.meta, currency: read.currency };
}
