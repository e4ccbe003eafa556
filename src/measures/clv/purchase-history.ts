import type { Period } from "../../domain/scope";
import { SALE_LINE } from "../../domain/line-kind";
import { range } from "../../kernel/base/range";
import { ascendingOrder } from "../../kernel/stats/rank";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { slotsOf } from "../filter";
import type { OrderBook } from "../order-book";

/**
 * What purchase models know of customers, customers with the same history counted together.
 *
 * A purchase is a day with a sale line; the first is not a repeat. Times are in the unit of the history, from the day of
 * the first purchase on.
 */
export interface PurchaseHistory {
  /** x: repeat purchases */
  readonly repeats: Uint32Array;
  /** t_x: time of the last purchase; 0 without a repeat */
  readonly recencies: Float64Array;
  /** T: time from the first purchase to the end of observation, at or above the recency */
  readonly ages: Float64Array;
  /** number of customers with this history */
  readonly weights: Float64Array;
}

/** The histories of a base, and which one is whose. */
export interface CustomerHistories {
  readonly history: PurchaseHistory;
  /** rows of `customers`, ascending: those with a purchase up to the end of observation */
  readonly customers: Uint32Array<ArrayBuffer>;
  /** for each of them its place in `history` */
  readonly places: Uint32Array<ArrayBuffer>;
  /** for each of them the mean money of a repeat purchase; NaN without a repeat */
  readonly meanSpends: Float64Array<ArrayBuffer>;
  /** for each of them the civil day of the first purchase */
  readonly firstDays: Int32Array<ArrayBuffer>;
}

/**
 * Purchase histories within a period.
 *
 * @param book       the order book
 * @param period     observation: first and last day, both included; a customer's age ends with the last day
 * @param daysPerUnit length of the time unit in days, e.g. 7 for weeks
 * @param orderRows  selection of `orders` rows; null = all
 *
 * O(lines + customers log customers).
 */
export function customerHistories(
  book: OrderBook,
  period: Period,
  daysPerUnit: number,
  orderRows: Bitset | null = null,
): CustomerHistories {
  const slots = slotsOf(book, orderRows);
  const count = book.customerCount;
  const customers = new Uint32Array(count);
  const repeats = new Uint32Array(count);
  const firstDays = new Int32Array(count);
  const lastDays = new Int32Array(count);
  const meanSpends = new Float64Array(count);
  let n = 0;
  for (let customer = 0; customer < count; customer++) {
    const seen = scanCustomer(book, customer, period, slots);
    if (seen.purchases === 0) continue;
    customers[n] = customer;
    repeats[n] = seen.purchases - 1;
    firstDays[n] = seen.firstDay;
    lastDays[n] = seen.lastDay;
    meanSpends[n] = seen.purchases > 1 ? seen.repeatSpend / (seen.purchases - 1) : NaN;
    n++;
  }
  const { history, places } = compress(
    repeats.subarray(0, n),
    Float64Array.from({ length: n }, (_, i) => (lastDays[i]! - firstDays[i]!) / daysPerUnit),
    Float64Array.from({ length: n }, (_, i) => (period.toDay - firstDays[i]!) / daysPerUnit),
  );
  return {
    history,
    places,
    customers: customers.slice(0, n),
    meanSpends: meanSpends.slice(0, n),
    firstDays: firstDays.slice(0, n),
  };
}

interface SeenCustomer {
  readonly purchases: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** money of all purchases but the first */
  readonly repeatSpend: number;
}

function scanCustomer(
  { offsets, days, lineKinds, amounts }: OrderBook,
  customer: number,
  { fromDay, toDay }: Period,
  slots: Bitset | null,
): SeenCustomer {
  let purchases = 0;
  let firstDay = 0;
  let lastDay = 0;
  let repeatSpend = 0;
  for (let slot = offsets[customer]!; slot < offsets[customer + 1]!; slot++) {
    const day = days[slot]!;
    if (day > toDay) break;
    if (day < fromDay || lineKinds[slot] !== SALE_LINE) continue;
    if (slots !== null && !hasBit(slots, slot)) continue;
    if (purchases === 0) firstDay = day;
    if (purchases === 0 || day !== lastDay) purchases++;
    lastDay = day;
    if (purchases > 1) repeatSpend += amounts[slot]!;
  }
  return { purchases, firstDay, lastDay, repeatSpend };
}

/** An order by a further key; equal values keep their order. */
function thenBy(order: Uint32Array, key: Float64Array): Uint32Array<ArrayBuffer> {
  const values = new Float64Array(order.length);
  for (let k = 0; k < values.length; k++) values[k] = key[order[k]!]!;
  const then = ascendingOrder(values);
  for (let k = 0; k < then.length; k++) then[k] = order[then[k]!]!;
  return then;
}

/** Equal histories become one row with a weight; rows ascend by repeats, age and recency. */
export function compress(
  repeats: Uint32Array,
  recencies: Float64Array,
  ages: Float64Array,
): { readonly history: PurchaseHistory; readonly places: Uint32Array<ArrayBuffer> } {
  const n = repeats.length;
  // The last key first: each sort keeps the order of the one before among equals.
  let order = ascendingOrder(recencies);
  for (const key of [ages, Float64Array.from(repeats)]) order = thenBy(order, key);
  const places = new Uint32Array(n);
  const firsts: number[] = [];
  const weights: number[] = [];
  for (const i of order) {
    const j = firsts[firsts.length - 1];
    const isSame =
      j !== undefined &&
      repeats[i] === repeats[j] &&
      recencies[i] === recencies[j] &&
      ages[i] === ages[j];
    if (isSame) weights[weights.length - 1]!++;
    else {
      firsts.push(i);
      weights.push(1);
    }
    places[i] = firsts.length - 1;
  }
  return {
    history: {
      repeats: Uint32Array.from(firsts, (i) => repeats[i]!),
      recencies: Float64Array.from(firsts, (i) => recencies[i]!),
      ages: Float64Array.from(firsts, (i) => ages[i]!),
      weights: new Float64Array(weights),
    },
    places,
  };
}

/**
 * The histories of so many customers, taken evenly from all in the order of the histories, so that the order of the file plays no part.
 *
 * @returns the same object when there are no more than `most` customers
 */
export function thinned(history: PurchaseHistory, most: number): PurchaseHistory {
  const customers = history.weights.reduce((sum, weight) => sum + weight, 0);
  if (customers <= most) return history;
  const weights = new Float64Array(history.weights.length);
  let [place, passed] = [0, history.weights[0]!];
  for (let k = 0; k < most; k++) {
    const at = ((k + 0.5) * customers) / most;
    while (passed <= at) passed += history.weights[++place]!;
    weights[place]!++;
  }
  const kept = range(weights.length).filter((i) => weights[i]! > 0);
  return {
    repeats: kept.map((i) => history.repeats[i]!),
    recencies: Float64Array.from(kept, (i) => history.recencies[i]!),
    ages: Float64Array.from(kept, (i) => history.ages[i]!),
    weights: Float64Array.from(kept, (i) => weights[i]!),
  };
}

/**
 * Repeat purchases of all customers on each day of a period: days with a sale line but the first of each customer in it.
 *
 * @returns length days of the period. O(lines)
 */
export function repeatDays(
  book: OrderBook,
  { fromDay, toDay }: Period,
  orderRows: Bitset | null = null,
): Uint32Array<ArrayBuffer> {
  const slots = slotsOf(book, orderRows);
  const { offsets, days, lineKinds } = book;
  const counts = new Uint32Array(toDay - fromDay + 1);
  for (let customer = 0; customer < book.customerCount; customer++) {
    let isFirst = true;
    let before = 0;
    for (let slot = offsets[customer]!; slot < offsets[customer + 1]!; slot++) {
      const day = days[slot]!;
      if (day < fromDay || day > toDay || lineKinds[slot] !== SALE_LINE) continue;
      if (slots !== null && !hasBit(slots, slot)) continue;
      if (!isFirst && day !== before) counts[day - fromDay]!++;
      isFirst = false;
      before = day;
    }
  }
  return counts;
}
