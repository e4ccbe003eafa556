import type { Bitset } from "../../kernel/table/bitset";
import { MISSING_CODE, MISSING_DAY } from "../../kernel/table/column";
import { saleSlots } from "../../measures/filter";
import type { OrderBook } from "../../measures/order-book";
import type { OrderItems } from "../../measures/order-items";
import type { Progress } from "../define";

const LINES_A_SLICE = 1 << 15;
const PLACES_AT_FIRST = 1024;

/** The days that are held against each other: the last window, and the windows right before it. */
export interface Windows {
  readonly endDay: number;
  readonly windowDays: number;
  readonly windows: number;
}

export const recentFrom = ({ endDay, windowDays }: Windows): number => endDay - windowDays + 1;
export const pastFrom = ({ endDay, windowDays, windows }: Windows): number =>
  endDay - windowDays * (windows + 1) + 1;

/** Order days and money of the last window and of the windows before; one place a customer, or a customer and category. */
export interface Spans {
  readonly count: number;
  /** row of `customers`, ascending */
  readonly customers: Uint32Array;
  /** code of the category; 0 where a place is a whole customer */
  readonly categories: Uint32Array;
  readonly firstDays: Int32Array;
  readonly lastDays: Int32Array;
  /** the very first order day of a place counts nowhere: being there is why the place is looked at */
  readonly recentDays: Uint16Array;
  readonly pastDays: Uint16Array;
  readonly recentMoney: Float64Array;
  readonly pastMoney: Float64Array;
  /** sums of the squared money of a day */
  readonly recentSquares: Float64Array;
  readonly pastSquares: Float64Array;
}

export interface Scan {
  readonly book: OrderBook;
  readonly orderRows: Bitset | null;
  readonly windows: Windows;
}

export interface Counted {
  readonly whole: Spans;
  /** null without categories */
  readonly pairs: Spans | null;
  /** sale lines of the days compared that name no category */
  readonly unnamedLines: number;
}

/**
 * One scan of the sale lines in sight up to the last day.
 *
 * @param items  what kind each order row is of; null = nobody knows
 * @returns places in the order of customers. O(lines), yielding every 32,768
 */
export function* countSpans(
  { book, orderRows, windows }: Scan,
  items: OrderItems | null,
): Generator<Progress, Counted, void> {
  const { words } = saleSlots(book, orderRows);
  const { offsets, rows, days, amounts } = book;
  const { endDay } = windows;
  const from = pastFrom(windows);
  const whole = emptySpans(windows);
  const pairs = emptySpans(windows);
  // The place of each category as long as the customer is the same.
  const placeOf = new Uint32Array(items === null ? 0 : items.names.length);
  const usedBy = new Uint32Array(placeOf.length);
  let unnamedLines = 0;
  let pauseAt = LINES_A_SLICE;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = offsets[customer + 1]!;
    if (end > pauseAt) {
      pauseAt = end + LINES_A_SLICE;
      yield { done: (0.7 * end) / book.lineCount };
    }
    const firstPair = pairs.count;
    let place = MISSING_CODE;
    for (let slot = offsets[customer]!; slot < end; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = days[slot]!;
      if (day > endDay) break;
      if (place === MISSING_CODE) place = open(whole, customer, 0);
      add(whole, place, day, amounts[slot]!);
      if (items === null) continue;
      const category = items.codes[rows[slot]!]!;
      if (category === MISSING_CODE) {
        if (day >= from) unnamedLines++;
        continue;
      }
      if (usedBy[category] !== customer + 1) {
        usedBy[category] = customer + 1;
        placeOf[category] = open(pairs, customer, category);
      }
      add(pairs, placeOf[category]!, day, amounts[slot]!);
    }
    if (place !== MISSING_CODE) settle(whole, place);
    for (let pair = firstPair; pair < pairs.count; pair++) settle(pairs, pair);
  }
  return { whole: cut(whole), pairs: items === null ? null : cut(pairs), unnamedLines };
}

interface Growing {
  count: number;
  capacity: number;
  readonly recentFrom: number;
  readonly pastFrom: number;
  customers: Uint32Array;
  categories: Uint32Array;
  firstDays: Int32Array;
  lastDays: Int32Array;
  recentDays: Uint16Array;
  pastDays: Uint16Array;
  recentMoney: Float64Array;
  pastMoney: Float64Array;
  recentSquares: Float64Array;
  pastSquares: Float64Array;
  /** money of the last day seen so far */
  dayMoney: Float64Array;
}

const emptySpans = (windows: Windows): Growing => ({
  count: 0,
  capacity: PLACES_AT_FIRST,
  recentFrom: recentFrom(windows),
  pastFrom: pastFrom(windows),
  customers: new Uint32Array(PLACES_AT_FIRST),
  categories: new Uint32Array(PLACES_AT_FIRST),
  firstDays: new Int32Array(PLACES_AT_FIRST),
  lastDays: new Int32Array(PLACES_AT_FIRST),
  recentDays: new Uint16Array(PLACES_AT_FIRST),
  pastDays: new Uint16Array(PLACES_AT_FIRST),
  recentMoney: new Float64Array(PLACES_AT_FIRST),
  pastMoney: new Float64Array(PLACES_AT_FIRST),
  recentSquares: new Float64Array(PLACES_AT_FIRST),
  pastSquares: new Float64Array(PLACES_AT_FIRST),
  dayMoney: new Float64Array(PLACES_AT_FIRST),
});

function open(spans: Growing, customer: number, category: number): number {
  if (spans.count === spans.capacity) grow(spans);
  const place = spans.count++;
  spans.customers[place] = customer;
  spans.categories[place] = category;
  spans.firstDays[place] = MISSING_DAY;
  spans.lastDays[place] = MISSING_DAY;
  return place;
}

function grow(spans: Growing): void {
  spans.capacity *= 2;
  const wider = <A extends { set: (from: A) => void }>(from: A, to: A): A => {
    to.set(from);
    return to;
  };
  const n = spans.capacity;
  spans.customers = wider(spans.customers, new Uint32Array(n));
  spans.categories = wider(spans.categories, new Uint32Array(n));
  spans.firstDays = wider(spans.firstDays, new Int32Array(n));
  spans.lastDays = wider(spans.lastDays, new Int32Array(n));
  spans.recentDays = wider(spans.recentDays, new Uint16Array(n));
  spans.pastDays = wider(spans.pastDays, new Uint16Array(n));
  spans.recentMoney = wider(spans.recentMoney, new Float64Array(n));
  spans.pastMoney = wider(spans.pastMoney, new Float64Array(n));
  spans.recentSquares = wider(spans.recentSquares, new Float64Array(n));
  spans.pastSquares = wider(spans.pastSquares, new Float64Array(n));
  spans.dayMoney = wider(spans.dayMoney, new Float64Array(n));
}

function add(spans: Growing, place: number, day: number, amount: number): void {
  if (spans.lastDays[place] === day) {
    spans.dayMoney[place]! += amount;
    return;
  }
  if (spans.lastDays[place] === MISSING_DAY) spans.firstDays[place] = day;
  else settle(spans, place);
  spans.lastDays[place] = day;
  spans.dayMoney[place] = amount;
}

/** The last day seen is over: it goes where it belongs. */
function settle(spans: Growing, place: number): void {
  const day = spans.lastDays[place]!;
  if (day === spans.firstDays[place] || day < spans.pastFrom) return;
  const money = spans.dayMoney[place]!;
  if (day >= spans.recentFrom) {
    spans.recentDays[place]!++;
    spans.recentMoney[place]! += money;
    spans.recentSquares[place]! += money * money;
  } else {
    spans.pastDays[place]!++;
    spans.pastMoney[place]! += money;
    spans.pastSquares[place]! += money * money;
  }
}

function cut(spans: Growing): Spans {
  const { count } = spans;
  return {
    count,
    customers: spans.customers.subarray(0, count),
    categories: spans.categories.subarray(0, count),
    firstDays: spans.firstDays.subarray(0, count),
    lastDays: spans.lastDays.subarray(0, count),
    recentDays: spans.recentDays.subarray(0, count),
    pastDays: spans.pastDays.subarray(0, count),
    recentMoney: spans.recentMoney.subarray(0, count),
    pastMoney: spans.pastMoney.subarray(0, count),
    recentSquares: spans.recentSquares.subarray(0, count),
    pastSquares: spans.pastSquares.subarray(0, count),
  };
}

/** Days of a place's own past that are looked at: from the day after its first order day on. */
export function exposureOf(spans: Spans, place: number, windows: Windows): number {
  const lastPastDay = windows.endDay - windows.windowDays;
  return Math.min(
    windows.windowDays * windows.windows,
    Math.max(0, lastPastDay - spans.firstDays[place]!),
  );
}
