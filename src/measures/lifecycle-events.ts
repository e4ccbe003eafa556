import { SALE_LINE } from "../domain/line-kind";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import type { Basis } from "./customer-ledger";
import { slotsOf } from "./filter";
import type { OrderBook } from "./order-book";

/**
 * Sale lines by customer: the lines of customer c are the slots `offsets[c]` to `offsets[c + 1] - 1`, their days ascending
 * (a day may repeat), none after the as-of day. A customer outside the scope has an empty range.
 */
export interface SaleEvents {
  /** length customers + 1, ascending */
  readonly offsets: Uint32Array;
  /** civil days; one per line */
  readonly days: Int32Array;
  /** money; one per line, never missing */
  readonly amounts: Float64Array;
}

interface KeptEvents {
  readonly asOfDay: number;
  readonly orderRows: Bitset | null;
  readonly events: SaleEvents;
}

const EVENTS_KEPT = 3;
const keptEvents = new WeakMap<OrderBook, KeptEvents[]>();

/**
 * The sale lines of a scope, from the order book.
 *
 * @param asOfDay    later lines are left out
 * @param orderRows  selection of `orders` rows; null = all
 * The last few answers are kept with the book; treat them as read-only. O(lines).
 */
export function saleEvents(
  book: OrderBook,
  asOfDay: number,
  orderRows: Bitset | null = null,
): SaleEvents {
  let kept = keptEvents.get(book);
  if (kept === undefined) keptEvents.set(book, (kept = []));
  const known = kept.find((entry) => entry.asOfDay === asOfDay && entry.orderRows === orderRows);
  if (known) return known.events;
  const events = collect(book, asOfDay, slotsOf(book, orderRows));
  kept.unshift({ asOfDay, orderRows, events });
  if (kept.length > EVENTS_KEPT) kept.length = EVENTS_KEPT;
  return events;
}

function collect(book: OrderBook, asOfDay: number, slots: Bitset | null): SaleEvents {
  const words = slots === null ? null : slots.words;
  const offsets = new Uint32Array(book.customerCount + 1);
  const days = new Int32Array(book.lineCount);
  const amounts = new Float64Array(book.lineCount);
  let kept = 0;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = book.offsets[customer + 1]!;
    for (let slot = book.offsets[customer]!; slot < end; slot++) {
      if (book.days[slot]! > asOfDay) break;
      if (book.lineKinds[slot] !== SALE_LINE) continue;
      if (words !== null && ((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      days[kept] = book.days[slot]!;
      amounts[kept] = book.amounts[slot]!;
      kept++;
    }
    offsets[customer + 1] = kept;
  }
  return { offsets, days: days.subarray(0, kept), amounts: amounts.subarray(0, kept) };
}

/** What of the lines is looked at. */
export interface EventChoice {
  /** selection of `orders` rows; null = all */
  readonly orderRows: Bitset | null;
  readonly basis: Basis;
}

/**
 * As `saleEvents`; with the basis `net` every return and cancelled line is added to the last sale line of the same customer
 * on or before its day (to the first when it has none before), so that a period's money is less what of it came back.
 *
 * Days and customers are those of the sale lines in both; returns of customers without a sale line are left out. The sum over
 * all events is the net sales of the customers with a sale. O(lines), then O(returns log lines of a customer).
 */
export function eventsOn(
  book: OrderBook,
  asOfDay: number,
  { orderRows, basis }: EventChoice,
): SaleEvents {
  const events = saleEvents(book, asOfDay, orderRows);
  if (basis === "sales" || book.returnSlots.length === 0) return events;
  const amounts = events.amounts.slice();
  const selected = slotsOf(book, orderRows);
  let customer = 0;
  for (const slot of book.returnSlots) {
    while (slot >= book.offsets[customer + 1]!) customer++;
    const day = book.days[slot]!;
    if (day > asOfDay || (selected !== null && !hasBit(selected, slot))) continue;
    const from = events.offsets[customer]!;
    const to = events.offsets[customer + 1]!;
    if (from === to) continue;
    amounts[Math.max(from, firstAfter(events.days, day, { from, to }) - 1)]! += book.amounts[slot]!;
  }
  return { ...events, amounts };
}

/** The first of the ascending days within a range that is later than a day; the end of the range when none is. */
function firstAfter(days: Int32Array, day: number, range: { from: number; to: number }): number {
  let { from, to } = range;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (days[middle]! > day) to = middle;
    else from = middle + 1;
  }
  return from;
}

export interface EventSpan {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly customers: number;
}

/** First and last day of any event and the customers that have one; null when there is none. O(customers). */
export function eventSpan(events: SaleEvents): EventSpan | null {
  const { offsets, days } = events;
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  let customers = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const from = offsets[customer]!;
    const to = offsets[customer + 1]!;
    if (from === to) continue;
    customers++;
    if (days[from]! < firstDay) firstDay = days[from]!;
    if (days[to - 1]! > lastDay) lastDay = days[to - 1]!;
  }
  return customers === 0 ? null : { firstDay, lastDay, customers };
}
