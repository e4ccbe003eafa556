import { SALE_LINE } from "../domain/line-kind";
import { quantileOfSorted } from "../kernel/stats/quantile";
import type { Bitset } from "../kernel/table/bitset";
import { slotsOf } from "./filter";
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
  const slots = slotsOf(book, orderRows);
  const gaps: number[] = [];
  let last = Number.POSITIVE_INFINITY;
  for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
    const day = book.days[slot]!;
    if (day > endDay) break;
    if (book.lineKinds[slot] !== SALE_LINE) continue;
    if (slots !== null && ((slots.words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
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
  readonly recencyDays: number;
  readonly usualGapDays: number;
}

/** What is known of the candidates, by customer. */
export interface Rhythm {
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
 * @param customers  who is looked at
 * A customer is dropped at the first gap too many that is not short enough, so most are not read to the end. O(lines).
 */
export function overdueCustomers(
  sight: Sight,
  customers: Uint32Array,
  rhythm: Rhythm,
  rule: OverdueRule,
): Overdue[] {
  const overdue: Overdue[] = [];
  for (const customer of customers) {
    const orderDays = rhythm.orderDays[customer]!;
    if (orderDays < rule.fewestOrderDays) continue;
    const recencyDays = sight.endDay - rhythm.lastDays[customer]!;
    const gaps = orderDays - 1;
    const allowances = {
      shorterThan: recencyDays,
      longer: gaps - Math.ceil(gaps * SHORTER_SHARE),
      limit: recencyDays / rule.factor,
      aboveLimit: Math.floor(gaps / 2),
    };
    if (!fewLongGaps(sight, customer, allowances)) continue;
    const usual = usualGapDays(sight, customer);
    if (usual === null || recencyDays < usual * rule.factor) continue;
    overdue.push({ customer, recencyDays, usualGapDays: usual });
  }
  return overdue;
}

interface Allowances {
  readonly shorterThan: number;
  /** how many gaps may be as long as the silence or longer */
  readonly longer: number;
  readonly limit: number;
  /** how many gaps may be above `limit` */
  readonly aboveLimit: number;
}

/** Whether no more gaps are long than may be; stops at the first too many. */
function fewLongGaps(
  { book, orderRows, endDay }: Sight,
  customer: number,
  may: Allowances,
): boolean {
  const { days, lineKinds } = book;
  const slots = slotsOf(book, orderRows);
  const words = slots === null ? null : slots.words;
  const sale = SALE_LINE;
  const end = book.offsets[customer + 1]!;
  const { shorterThan, limit } = may;
  let { longer, aboveLimit } = may;
  let last = Number.POSITIVE_INFINITY;
  for (let slot = book.offsets[customer]!; slot < end; slot++) {
    const day = days[slot]!;
    if (day > endDay) break;
    if (lineKinds[slot] !== sale) continue;
    if (words !== null && ((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
    const gap = day - last;
    last = day;
    if (gap > limit && --aboveLimit < 0) return false;
    if (gap >= shorterThan && --longer < 0) return false;
  }
  return true;
}
