import type { Entity } from "./entities";

/**
 * Columns that name a row, or a group of rows that belong together (the lines of an order): the first alternative of
 * which a table has all columns counts. `customer` is the linked customer. A table without an entry has no key: its rows
 * are told apart by their whole content.
 */
const ROW_KEYS: Readonly<Partial<Record<Entity, readonly (readonly string[])[]>>> = {
  orders: [["orderId"]],
  products: [["productId"], ["productName"]],
  invoices: [["invoiceId"]],
  payments: [["paymentId"]],
  complaints: [["complaintId"]],
  deals: [["dealId"]],
  campaigns: [
    ["campaignId", "customer"],
    ["campaign", "customer"],
  ],
  contracts: [["contractId"]],
  people: [["personId"], ["customer", "personName"]],
};

/** Columns that tell the rows of one group apart, as far as a table has them. */
const WITHIN_GROUP: Readonly<Partial<Record<Entity, readonly string[]>>> = {
  orders: ["productId", "productName"],
};

/**
 * The columns by which rows of both tables are recognised; empty when there are none.
 *
 * @param has whether both tables have a column
 */
export function rowKey(entity: Entity, has: (column: string) => boolean): readonly string[] {
  return ROW_KEYS[entity]?.find((columns) => columns.every(has)) ?? [];
}

/** As `rowKey`, for single rows: the lines of an order by their product too. */
export function lineKey(entity: Entity, has: (column: string) => boolean): readonly string[] {
  const key = rowKey(entity, has);
  if (key.length === 0) return key;
  return [...key, ...(WITHIN_GROUP[entity] ?? []).filter(has)];
}
