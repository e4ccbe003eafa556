import { quantileOfSorted } from "../kernel/stats/quantile";
import type { Bitset } from "../kernel/table/bitset";
import { saleSlots } from "./filter";
import type { OrderBook } from "./order-book";

/** Order days from which a customer has a usual gap. */
const FEWEST_ORDER_DAYS = 3;

/** Whose sale lines are looked at: a selection of `orders` rows (null = all) up to a day. */
export interface Sight {
  readonly book: OrderBook;
  readonly orderRows: Bitset | null;
  readonly endDay: number;
}

/** Ascending gaps between the order days of a customer, in days. */
function gapsOf({ book, orderRows, endDay }: Sight, customer: number): Float64Array {
  const { words } = saleSlots(book, orderRows);
  const gaps: number[] = [];
  let last = Number.POSITIVE_INFINITY;
  for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
    const day = book.days[slot]!;
    if (day > endDay) break;
    if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
    if (day > last) gaps.push(day - last);
    last = day;
  }
  return Float64Array.from(gaps).sort();
}

/**
 * Median of a customer's own gaps between order days; null with fewer than three order days.
 *
 * O(lines of the customer). methods D21.
 */
export function usualGapDays(sight: Sight, customer: number): number | null {
  const gaps = gapsOf(sight, customer);
  return gaps.length < FEWEST_ORDER_DAYS - 1 ? null : quantileOfSorted(gaps, 0.5);
}

export interface Overdue {
  readonly customer: number;
  /** where the candidates' facts have this customer */
  readonly place: number;
  readonly recencyDays: number;
  readonly usualGapDays: number;
}

/** What is known of customers; place k is the customer `customers[k]`. */
export interface Rhythm {
  readonly customers: Uint32Array;
  readonly orderDays: Uint32Array;
  readonly lastDays: Int32Array;
}

export interface OverdueRule {
  /** days since the last order / usual gap from which on a customer is overdue */
  readonly factor: number;
  /** fewer order days give no rhythm */
  readonly fewestOrderDays: number;
}

/** Share of the own gaps that must be shorter than the silence. */
const SHORTER_SHARE = 0.9;

/**
 * Customers whose silence is unusual for themselves: at least `factor` times their median gap and longer than nine in ten
 * of their own gaps.
 *
 * @param places  who is looked at, as places of the rhythm
 * A customer is dropped at the first gap too many that is not short enough, so most are not read to the end. O(lines).
 */
export function overdueCustomers(
  sight: Sight,
  places: Uint32Array,
  rhythm: Rhythm,
  rule: OverdueRule,
): Overdue[] {
  const overdue: Overdue[] = [];
  const { offsets, days } = sight.book;
  const { words } = saleSlots(sight.book, sight.orderRows);
  const { endDay } = sight;
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const customer = rhythm.customers[place]!;
    const orderDays = rhythm.orderDays[place]!;
    if (orderDays < rule.fewestOrderDays) continue;
    const recencyDays = endDay - rhythm.lastDays[place]!;
    const limit = recencyDays / rule.factor;
    const gaps = orderDays - 1;
    // How many gaps may be as long as the silence or longer, and how many above the limit of the median.
    let longer = gaps - Math.ceil(gaps * SHORTER_SHARE);
    let aboveLimit = Math.floor(gaps / 2);
    const end = offsets[customer + 1]!;
    let last = Number.MAX_SAFE_INTEGER;
    for (let slot = offsets[customer]!; slot < end; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = days[slot]!;
      if (day > endDay) break;
      const gap = day - last;
      last = day;
      if (gap <= limit) continue;
      aboveLimit--;
      if (gap >= recencyDays) longer--;
      if (aboveLimit < 0 || longer < 0) break;
    }
    if (aboveLimit < 0 || longer < 0) continue;
    const usual = usualGapDays(sight, customer);
    if (usual === null || recencyDays < usual * rule.factor) continue;
    overdue.push({ customer, place, recencyDays, usualGapDays: usual });
  }
  return overdue;
}
