import type { Entity } from "./entities";

/** A column by which rows name a record of another table, under the same field id there. */
export interface RecordLink {
  readonly column: string;
  readonly of: Entity;
}

const THROUGH_ORDERS: readonly RecordLink[] = [{ column: "orderId", of: "orders" }];

/**
 * How rows that name no customer find theirs: by the record that they name, first link first. A payment often knows only its
 * invoice, a survey only its order.
 */
export const RECORD_LINKS: Readonly<Partial<Record<Entity, readonly RecordLink[]>>> = {
  invoices: THROUGH_ORDERS,
  payments: [{ column: "invoiceId", of: "invoices" }, ...THROUGH_ORDERS],
  surveys: THROUGH_ORDERS,
  complaints: THROUGH_ORDERS,
  service_costs: THROUGH_ORDERS,
};
