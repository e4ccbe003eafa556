import { columnOf, requiredColumn, textAt, type Table } from "../kernel/table/column";

/**
 * What a customer is called: its name, else its key.
 *
 * @param customers `key`, and `customerName` when the data have it
 * @param row       row of `customers`
 */
export function customerNameOf(customers: Table, row: number): string {
  const names = columnOf(customers, "customerName", "dictionary");
  const name = names ? textAt(names, row) : null;
  if (name !== null) return name;
  return customerKeyOf(customers, row);
}

/** Its key: the number, else the name in the file; empty where there is none. */
export function customerKeyOf(customers: Table, row: number): string {
  const key = textAt(requiredColumn(customers, "key", "dictionary"), row);
  return key ?? "";
}
