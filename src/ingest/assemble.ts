import type { Generation, StoredColumn, StoredTable } from "../domain/generation";
import {
  MISSING_CODE,
  requiredColumn,
  columnOf,
  type DictionaryColumn,
} from "../kernel/table/column";
import { CustomerDirectory } from "./link/customer-directory";
import { addCustomerRows, customersTable, PROMOTED, restoreCustomers } from "./link/customer-table";
import { linkOrders, ordersTable, type OrderPart } from "./link/order-table";
import type { SheetRead } from "./plan";

/**
 * The next generation: what was there and what was read, linked.
 *
 * Customers are found by id, else by name (width, case and blanks do not matter; the first spelling is kept). Every
 * customer of an order line has a row; owner, region and channel come from the latest order that names them where no
 * customer table does.
 *
 * @param mode `append`: new order lines are added, new customer rows update or add. `replace`: of each entity that is
 *   among the reads, what was imported before is dropped; customers that only dropped orders knew go with them
 * @returns new tables; nothing of `previous` is changed, columns may be shared. O(lines + customers)
 */
export function assemble(
  previous: Generation | null,
  reads: readonly SheetRead[],
  mode: "append" | "replace",
): Generation {
  const orderReads = reads.filter((read) => read.entity === "orders").map(storedOf);
  const customerReads = reads.filter((read) => read.entity === "customers").map(storedOf);
  const dropsOrders = mode === "replace" && orderReads.length > 0;
  const dropsCustomers = mode === "replace" && customerReads.length > 0;
  const directory = new CustomerDirectory();
  const parts: OrderPart[] = [];
  if (previous) {
    const hasOrders = dropsOrders ? null : customersWithOrders(previous);
    const rowOf = restoreCustomers(directory, previous.customers, !dropsCustomers, hasOrders);
    if (!dropsOrders) parts.push(keptOrders(previous.orders, rowOf));
  }
  for (const read of customerReads) addCustomerRows(directory, read);
  for (const read of orderReads) parts.push(linkOrders(directory, read));
  promote(directory, parts);
  const stored = [...(previous ? [previous.customers] : []), ...customerReads, ...orderReads];
  const customers = customersTable(
    directory,
    identityLabels(stored),
    sharedCurrency(customerReads),
  );
  const keys = requiredColumn(customers.table, "key", "dictionary").dictionary;
  const currencies = parts.filter((part) => part.customers.length > 0).map((part) => part.stored);
  return { orders: ordersTable(parts, keys, sharedCurrency(currencies)), customers };
}

function storedOf(read: SheetRead): StoredTable {
  return { table: read.table, columns: read.meta, currency: read.currency };
}

/** 1 for each customer row that an order line of the generation names. */
function customersWithOrders(generation: Generation): Uint8Array {
  const marks = new Uint8Array(generation.customers.table.rowCount);
  const { codes } = requiredColumn(generation.orders.table, "customer", "dictionary");
  for (let line = 0; line < codes.length; line++) marks[codes[line]!] = 1;
  return marks;
}

function keptOrders(orders: StoredTable, rowOf: Int32Array): OrderPart {
  const { codes } = requiredColumn(orders.table, "customer", "dictionary");
  return { stored: orders, customers: codes.map((code) => rowOf[code]!) };
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
function promote(directory: CustomerDirectory, parts: readonly OrderPart[]): void {
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
  part: OrderPart,
  values: DictionaryColumn,
  latestDay: Int32Array,
  latestText: (string | null)[],
): void {
  const days = requiredColumn(part.stored.table, "orderedOn", "day").values;
  for (let line = 0; line < days.length; line++) {
    const code = values.codes[line]!;
    const row = part.customers[line]!;
    if (code === MISSING_CODE || days[line]! < latestDay[row]!) continue;
    latestDay[row] = days[line]!;
    latestText[row] = values.dictionary[code]!;
  }
}
