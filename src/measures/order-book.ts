import type { Tables } from "../domain/generation";
import { CANCELLED_LINE, RETURN_LINE, SALE_LINE } from "../domain/line-kind";
import { columnOf, requiredColumn, type Table } from "../kernel/table/column";
import { groupRows } from "../kernel/table/group";

export type { Tables } from "../domain/generation";

/**
 * Every order line once, sorted by customer and then by day, so that each later fact is one sequential scan.
 * A *slot* is a place in this order; the slots of customer c are `offsets[c] .. offsets[c + 1]`.
 */
export interface OrderBook {
  readonly customerCount: number;
  readonly lineCount: number;
  /** length customers + 1 */
  readonly offsets: Uint32Array<ArrayBuffer>;
  /** row of `orders` in each slot */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** civil day, ascending within a customer */
  readonly days: Int32Array<ArrayBuffer>;
  /** money, signed as in the file */
  readonly amounts: Float64Array<ArrayBuffer>;
  /** NaN where unknown; null when the data have no profit */
  readonly profits: Float64Array<ArrayBuffer> | null;
  /** code of the order id, MISSING_CODE where blank; null when the data have no order id */
  readonly orderCodes: Uint32Array<ArrayBuffer> | null;
  /** number of distinct order ids (codes are below it); 0 when there is no order id */
  readonly orderCodeCount: number;
  /** index into LINE_KINDS */
  readonly lineKinds: Uint8Array<ArrayBuffer>;
  /** ascending slots of return and cancelled lines: few, so their sums need no full scan */
  readonly returnSlots: Uint32Array<ArrayBuffer>;
}

const books = new WeakMap<Table, OrderBook>();

/**
 * The order book of a generation, built on first use and kept as long as its `orders` table object lives.
 *
 * @param tables `orders` with `customer`, `orderedOn`, `amount`, `lineKind` (none missing; `profit` and `orderId` when
 *   the data have them), `customers` with one row a code of `orders.customer`
 * @returns the book; lines of one customer and day keep the order of the file
 *
 * O(lines + customers + days spanned), two stable counting sorts and one gather a column: under 150 ms for a million lines.
 */
export function orderBook(tables: Tables): OrderBook {
  const known = books.get(tables.orders);
  if (known !== undefined && known.customerCount === tables.customers.rowCount) return known;
  const book = buildOrderBook(tables.orders, tables.customers.rowCount);
  books.set(tables.orders, book);
  return book;
}

function buildOrderBook(orders: Table, customerCount: number): OrderBook {
  const orderedOn = requiredColumn(orders, "orderedOn", "day").values;
  const customers = requiredColumn(orders, "customer", "dictionary").codes;
  const { offsets, rows } = groupRows(customers, customerCount, rowsByDay(orderedOn));
  const profit = columnOf(orders, "profit", "float64");
  const orderId = columnOf(orders, "orderId", "dictionary");
  const lineKinds = gatherKinds(requiredColumn(orders, "lineKind", "dictionary").codes, rows);
  let orderCodes: Uint32Array<ArrayBuffer> | null = null;
  return {
    customerCount,
    lineCount: rows.length,
    offsets,
    rows,
    days: gatherDays(orderedOn, rows),
    amounts: gatherFloats(requiredColumn(orders, "amount", "float64").values, rows),
    profits: profit ? gatherFloats(profit.values, rows) : null,
    // Only the count of distinct orders reads them, so they are gathered when it asks.
    get orderCodes() {
      if (orderId) orderCodes ??= gatherCodes(orderId.codes, rows);
      return orderCodes;
    },
    orderCodeCount: orderId ? orderId.dictionary.length : 0,
    lineKinds,
    returnSlots: slotsOfReturns(lineKinds),
  };
}

/** Rows in order of day, or null when the file has them so already (most exports do). */
function rowsByDay(days: Int32Array): Uint32Array | null {
  let first = days.length > 0 ? days[0]! : 0;
  let last = first;
  let ascending = true;
  for (let row = 1; row < days.length; row++) {
    const day = days[row]!;
    if (day < days[row - 1]!) ascending = false;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (ascending) return null;
  const keys = new Uint32Array(days.length);
  for (let row = 0; row < keys.length; row++) keys[row] = days[row]! - first;
  return groupRows(keys, last - first + 1).rows;
}

function slotsOfReturns(lineKinds: Uint8Array): Uint32Array<ArrayBuffer> {
  const isReturn = (kind: number): boolean => kind === RETURN_LINE || kind === CANCELLED_LINE;
  let count = 0;
  for (let slot = 0; slot < lineKinds.length; slot++) if (isReturn(lineKinds[slot]!)) count++;
  const slots = new Uint32Array(count);
  count = 0;
  for (let slot = 0; slot < lineKinds.length; slot++) {
    if (isReturn(lineKinds[slot]!)) slots[count++] = slot;
  }
  return slots;
}

// One function a kind of array: a loop that meets several kinds is compiled for none of them and takes three times as long.

function gatherFloats(source: Float64Array, rows: Uint32Array): Float64Array<ArrayBuffer> {
  const target = new Float64Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) target[slot] = source[rows[slot]!]!;
  return target;
}

function gatherDays(source: Int32Array, rows: Uint32Array): Int32Array<ArrayBuffer> {
  const target = new Int32Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) target[slot] = source[rows[slot]!]!;
  return target;
}

function gatherCodes(source: Uint32Array, rows: Uint32Array): Uint32Array<ArrayBuffer> {
  const target = new Uint32Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) target[slot] = source[rows[slot]!]!;
  return target;
}

/** Narrowed first, so that the scattered reads stay in the cache. */
function gatherKinds(source: Uint32Array, rows: Uint32Array): Uint8Array<ArrayBuffer> {
  const narrow = new Uint8Array(source);
  const target = new Uint8Array(rows.length);
  for (let slot = 0; slot < rows.length; slot++) target[slot] = narrow[rows[slot]!]!;
  return target;
}

export interface DaySpan {
  readonly firstDay: number;
  readonly lastDay: number;
}

const spans = new WeakMap<OrderBook, { readonly span: DaySpan | null }>();

/** First and last day with a sale line; null without any. Kept with the book. */
export function saleSpan(book: OrderBook): DaySpan | null {
  const known = spans.get(book);
  if (known) return known.span;
  let firstDay = Infinity;
  let lastDay = -Infinity;
  for (let slot = 0; slot < book.lineCount; slot++) {
    if (book.lineKinds[slot] !== SALE_LINE) continue;
    const day = book.days[slot]!;
    if (day < firstDay) firstDay = day;
    if (day > lastDay) lastDay = day;
  }
  const span = firstDay === Infinity ? null : { firstDay, lastDay };
  spans.set(book, { span });
  return span;
}
