import type { Table } from "../kernel/table/column";
import type { Entity } from "./entities";
import type { ColumnMeta } from "./manifest";

/** What a stored column is, beside its values. */
export interface StoredColumn extends Pick<ColumnMeta, "id" | "fieldKind" | "label"> {
  /** a segment of the reader's own that is made of what is known of customers now, such as how long they have been silent */
  readonly knowsToday?: boolean;
}

/** One table in memory, whole. `columns` describes each column of `table`, in file order, derived ones first. */
export interface StoredTable {
  readonly table: Table;
  readonly columns: readonly StoredColumn[];
  /** ISO 4217 code or null when no file said. */
  readonly currency: string | null;
}

/**
 * The tables of a generation, linked: in every table that names customers, code i of its column `customer` is row i of
 * `customers` (missing where a row names nobody). Customers hold everybody whom any table names.
 *
 * Orders and customers always exist, without rows when nothing was imported; the other tables exist once a sheet of them was.
 */
export interface Generation extends Readonly<Partial<Record<Entity, StoredTable>>> {
  readonly orders: StoredTable;
  readonly customers: StoredTable;
}

/** The columns of a generation that somebody has asked for; tables as in `Generation`. */
export interface Tables extends Readonly<Partial<Record<Entity, Table>>> {
  readonly orders: Table;
  readonly customers: Table;
}

/**
 * Bits of the derived column `customers.provenance` (a whole number per row): where the row and its promoted cells come
 * from. They let a later import take back what orders had lent and keep what a customer table had given.
 */
export const PROVENANCE = {
  /** the customer was a row of an imported customer table */
  inCustomerTable: 1,
  /** the cell was promoted from the customer's latest order, not given by a customer table */
  ownerFromOrders: 2,
  regionFromOrders: 4,
  channelFromOrders: 8,
  nameFromOrders: 16,
  /** a customer table gave the id; no order line names it */
  idFromTable: 32,
} as const;
