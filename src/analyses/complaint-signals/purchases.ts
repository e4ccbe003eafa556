import { dayOfMoment } from "../../domain/moment";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { columnOf, MISSING_CODE, MISSING_DAY, type Table } from "../../kernel/table/column";
import type { OrderBook } from "../../measures/order-book";
import { SIGNALS, SIGNAL_COLUMNS, type Signal } from "./spec";

/** Some 20 ms of lines. */
const SLICE = 200_000;

/** What all lines of one customer and day say. */
export const LATE = 1;
export const SHORT = 2;
export const KNOWS_TIME = 4;
export const KNOWS_QUANTITY = 8;

/** Purchases: the sale lines of one customer and day; arrays by purchase, by customer and day. */
export interface Purchases {
  readonly n: number;
  readonly customers: Int32Array;
  readonly days: Int32Array;
  readonly says: Uint8Array;
  /** days since the first sale of the youngest batch in it; NaN where no line names a batch */
  readonly batchAges: Float64Array;
  /** length customers + 1 */
  readonly offsets: Uint32Array;
  /** purchase by order number, of the numbers that complaints name */
  readonly byOrder: ReadonlyMap<string, number>;
  readonly firstDay: number;
}

interface PurchaseSight {
  readonly orders: Table;
  readonly complaints: Table;
  readonly book: OrderBook;
  readonly lastDay: number;
  readonly customerRows: Bitset | null;
}

/** Signals of which a column is missing, or empty. */
export function lacksOf(
  orders: Table,
): readonly { readonly signal: Signal; readonly columns: readonly string[] }[] {
  return SIGNALS.flatMap((signal) => {
    const columns = SIGNAL_COLUMNS[signal].filter((id) => !isFilled(orders, id));
    return columns.length === 0 ? [] : [{ signal, columns }];
  });
}

function isFilled(orders: Table, id: string): boolean {
  const column = orders.columns.get(id);
  if (column === undefined) return false;
  if (column.kind === "dictionary") return column.dictionary.length > 0;
  if (column.kind === "day") return column.values.some((day) => day !== MISSING_DAY);
  return column.values.some((value) => !Number.isNaN(value));
}

/** Filters on orders do not reach complaints, so that they do not reach purchases either. O(lines). */
export function* purchasesOf(sight: PurchaseSight): Generator<void, Purchases, void> {
  const { book, lastDay, customerRows } = sight;
  const lotAge = yield* lotAges(sight);
  const said = sayings(sight.orders, lastDay);
  const wanted = wantedOrders(sight);
  const customers: number[] = [];
  const days: number[] = [];
  const says: number[] = [];
  const ages: number[] = [];
  const offsets = new Uint32Array(book.customerCount + 1);
  const byOrder = new Map<string, number>();
  let firstDay = Infinity;
  for (let customer = 0; customer < book.customerCount; customer++) {
    offsets[customer] = customers.length;
    if (customerRows !== null && !hasBit(customerRows, customer)) continue;
    for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
      if (slot % SLICE === SLICE - 1) yield;
      const day = book.days[slot]!;
      if (day > lastDay) break;
      if (!hasBit(book.saleSlots, slot)) continue;
      const row = book.rows[slot]!;
      if (customers.length === offsets[customer]! || days.at(-1) !== day) {
        customers.push(customer);
        days.push(day);
        says.push(0);
        ages.push(NaN);
        if (day < firstDay) firstDay = day;
      }
      const place = customers.length - 1;
      says[place]! |= said(row);
      const age = lotAge(row);
      if (!Number.isNaN(age) && !(age >= ages[place]!)) ages[place] = age;
      const order = wanted(row);
      if (order !== null) byOrder.set(order, place);
    }
  }
  offsets[book.customerCount] = customers.length;
  return {
    n: customers.length,
    customers: Int32Array.from(customers),
    days: Int32Array.from(days),
    says: Uint8Array.from(says),
    batchAges: Float64Array.from(ages),
    offsets,
    byOrder,
    firstDay,
  };
}

/** What one line says of its delivery, as it was known on the last day. */
function sayings(orders: Table, lastDay: number): (row: number) => number {
  const promised = columnOf(orders, "promisedOn", "day")?.values;
  const delivered = columnOf(orders, "deliveredOn", "day")?.values;
  const ordered = columnOf(orders, "quantity", "float64")?.values;
  const came = columnOf(orders, "deliveredQuantity", "float64")?.values;
  return (row) => {
    let says = 0;
    const due = promised === undefined ? MISSING_DAY : promised[row]!;
    if (due !== MISSING_DAY && delivered !== undefined && due <= lastDay) {
      const on = delivered[row]!;
      says |= KNOWS_TIME;
      if (on === MISSING_DAY || on > due) says |= LATE;
    }
    const [wanted, got] = [ordered?.[row] ?? NaN, came?.[row] ?? NaN];
    if (wanted > 0 && got >= 0) {
      says |= KNOWS_QUANTITY;
      if (got < wanted - 1e-9 * wanted) says |= SHORT;
    }
    return says;
  };
}

/** Days from the first sale of the batch of a line (by product, where lines name one) to the line; NaN without a batch. */
function* lotAges({ orders, book }: PurchaseSight): Generator<void, (row: number) => number, void> {
  const batch = columnOf(orders, "batch", "dictionary");
  const product =
    columnOf(orders, "productId", "dictionary") ?? columnOf(orders, "productName", "dictionary");
  const days = columnOf(orders, "orderedOn", "day")?.values;
  if (batch === undefined || days === undefined) return () => NaN;
  const keyOf = (row: number): number =>
    (product === undefined ? MISSING_CODE : product.codes[row]!) * batch.dictionary.length +
    batch.codes[row]!;
  const first = new Map<number, number>();
  for (let slot = 0; slot < book.lineCount; slot++) {
    if (slot % SLICE === SLICE - 1) yield;
    const row = book.rows[slot]!;
    if (batch.codes[row] === MISSING_CODE || !hasBit(book.saleSlots, slot)) continue;
    const known = first.get(keyOf(row));
    if (known === undefined || days[row]! < known) first.set(keyOf(row), days[row]!);
  }
  return (row) =>
    batch.codes[row] === MISSING_CODE ? NaN : days[row]! - (first.get(keyOf(row)) ?? NaN);
}

/** The order number of a line, where some complaint names it. */
function wantedOrders({ orders, complaints }: PurchaseSight): (row: number) => string | null {
  const named = columnOf(complaints, "orderId", "dictionary");
  const ids = columnOf(orders, "orderId", "dictionary");
  if (named === undefined || ids === undefined) return () => null;
  const all = new Set(named.dictionary);
  return (row) => {
    const code = ids.codes[row]!;
    if (code === MISSING_CODE) return null;
    const id = ids.dictionary[code]!;
    return all.has(id) ? id : null;
  };
}

/** The complaints of each purchase, and the days on which each customer complained. */
export interface Linked {
  /** 1: somebody complained of it within the days */
  readonly isHit: Uint8Array;
  /** ascending, by row of customers */
  readonly complaintDays: ReadonlyMap<number, readonly number[]>;
  readonly firstDay: number;
  readonly unlinked: number;
}

/**
 * Each complaint belongs to one purchase: that of the order it names, else the last of its customer, on the day of opening or up to
 * `followDays` before. O(complaints log purchases).
 */
export function linkedTo(
  purchases: Purchases,
  complaints: Table,
  { lastDay, followDays }: { readonly lastDay: number; readonly followDays: number },
): Linked {
  const openings = columnOf(complaints, "openedAt", "float64")!.values;
  const customers = columnOf(complaints, "customer", "dictionary")?.codes;
  const orders = columnOf(complaints, "orderId", "dictionary");
  const isHit = new Uint8Array(purchases.n);
  const complaintDays = new Map<number, number[]>();
  let [firstDay, unlinked] = [Infinity, 0];
  for (let row = 0; row < openings.length; row++) {
    if (Number.isNaN(openings[row]!)) continue;
    const day = dayOfMoment(openings[row]!);
    if (day > lastDay) continue;
    if (day < firstDay) firstDay = day;
    const customer = customers === undefined ? MISSING_CODE : customers[row]!;
    if (customer === MISSING_CODE) {
      unlinked++;
      continue;
    }
    const known = complaintDays.get(customer);
    if (known === undefined) complaintDays.set(customer, [day]);
    else known.push(day);
    const code = orders === undefined ? MISSING_CODE : orders.codes[row]!;
    const named =
      code === MISSING_CODE ? undefined : purchases.byOrder.get(orders!.dictionary[code]!);
    const place = named ?? lastPurchase(purchases, customer, day);
    const days = place === null ? NaN : day - purchases.days[place]!;
    if (place !== null && days >= 0 && days <= followDays) isHit[place] = 1;
    else unlinked++;
  }
  for (const own of complaintDays.values()) own.sort((a, b) => a - b);
  return { isHit, complaintDays, firstDay, unlinked };
}

function lastPurchase({ offsets, days }: Purchases, customer: number, day: number): number | null {
  if (customer + 1 >= offsets.length) return null;
  for (let place = offsets[customer + 1]! - 1; place >= offsets[customer]!; place--) {
    if (days[place]! <= day) return place;
  }
  return null;
}
