import type { Bitset } from "../../kernel/table/bitset";
import { epochDay, firstDayOfMonth, monthIndex } from "../../kernel/base/calendar";
import { MISSING_CODE } from "../../kernel/table/column";
import { saleSlots } from "../../measures/filter";
import type { OrderBook } from "../../measures/order-book";
import type { OrderItems } from "../../measures/order-items";
import type { Progress } from "../define";

/** A slot that is no sale in sight, and a sale that does not say of what. */
export const NO_SALE = 0xffffffff;
export const UNNAMED = 0xfffffffe;

const LINES_A_SLICE = 1 << 18;
/** The first month of the data is whole when its first sale is in its first week. */
const FIRST_WEEK = 7;

/** The months that are compared, as days. */
export interface Calendar {
  /** see `monthIndex`; `last` is the last month that is over on the as-of day */
  readonly first: number;
  readonly last: number;
  readonly asOfDay: number;
  /** first days of: the months compared, the last 24 and the last 12 months */
  readonly fromDay: number;
  readonly twoYearsFrom: number;
  readonly yearFrom: number;
  /** after the last month compared */
  readonly toDay: number;
}

/** Whole months up to the as-of day, at most `years` of them and none before the data; null when no month is whole. */
export function calendarOf(firstSaleDay: number, asOfDay: number, years: number): Calendar | null {
  const month = monthIndex(epochDay(asOfDay));
  const isOver = firstDayOfMonth(month + 1) - 1 === asOfDay;
  const last = isOver ? month : month - 1;
  const began = monthIndex(epochDay(firstSaleDay));
  const isWhole = firstSaleDay - firstDayOfMonth(began) < FIRST_WEEK;
  const first = Math.max(last - 12 * years + 1, isWhole ? began : began + 1);
  if (first > last) return null;
  return {
    first,
    last,
    asOfDay,
    fromDay: firstDayOfMonth(first),
    twoYearsFrom: firstDayOfMonth(last - 23),
    yearFrom: firstDayOfMonth(last - 11),
    toDay: firstDayOfMonth(last + 1) - 1,
  };
}

/** What was sold of each product; arrays by product unless said otherwise. */
export interface ProductSales {
  readonly productCount: number;
  readonly monthCount: number;
  /** product of each slot of the book, or NO_SALE, UNNAMED */
  readonly items: Uint32Array;
  /** sales by product and month: `product * monthCount + month` */
  readonly months: Float64Array;
  /** sale lines in these months */
  readonly lines: Uint32Array;
  /** first day with a sale ever */
  readonly firstDays: Int32Array;
  /** customers: ever, on two days or more, in the last year, in the year before, in both, first in the last year */
  readonly buyers: Uint32Array;
  readonly repeaters: Uint32Array;
  readonly yearBuyers: Uint32Array;
  readonly beforeBuyers: Uint32Array;
  readonly keptBuyers: Uint32Array;
  readonly newBuyers: Uint32Array;
  readonly seen: number;
  readonly unnamed: number;
}

/**
 * Sales of each product by month, and who bought it.
 *
 * A generator: one pass over the book, customer by customer, so that a customer is counted once by remembering the last one of
 * each product. O(lines).
 */
export function* productSales(
  book: OrderBook,
  { codes, names }: OrderItems,
  calendar: Calendar,
  orderRows: Bitset | null,
): Generator<Progress, ProductSales, void> {
  const n = names.length;
  const monthCount = calendar.last - calendar.first + 1;
  const { words } = saleSlots(book, orderRows);
  const { offsets, rows, days, amounts } = book;
  const firstDay = book.saleSpan === null ? 0 : book.saleSpan.firstDay;
  const monthOfDay = monthsOfDays(firstDay, calendar);
  const sales = tally(n, monthCount, book.lineCount);
  const { items, months } = sales;
  const lastCustomer = new Uint32Array(n);
  const firstOwn = new Int32Array(n);
  const marks = new Uint8Array(n);
  let seen = 0;
  let unnamed = 0;
  let pauseAt = LINES_A_SLICE;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = offsets[customer + 1]!;
    if (end > pauseAt) {
      pauseAt = end + LINES_A_SLICE;
      yield { done: 0.05 + (0.5 * end) / book.lineCount };
    }
    for (let slot = offsets[customer]!; slot < end; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = days[slot]!;
      if (day > calendar.asOfDay) break;
      seen++;
      const item = codes[rows[slot]!]!;
      if (item === MISSING_CODE) {
        unnamed++;
        items[slot] = UNNAMED;
        continue;
      }
      items[slot] = item;
      const month = monthOfDay[day - firstDay]!;
      if (month >= 0) {
        months[item * monthCount + month]! += amounts[slot]!;
        sales.lines[item]!++;
      }
      if (day < sales.firstDays[item]!) sales.firstDays[item] = day;
      if (lastCustomer[item] !== customer + 1) {
        lastCustomer[item] = customer + 1;
        firstOwn[item] = day;
        marks[item] = 0;
        sales.buyers[item]!++;
      }
      markBuyer(sales, { item, day, firstOwn: firstOwn[item]! }, marks, calendar);
    }
  }
  return { ...sales, seen, unnamed };
}

const REPEATED = 1;
const BEFORE = 2;
const IN_YEAR = 4;

interface Purchase {
  readonly item: number;
  readonly day: number;
  readonly firstOwn: number;
}

/** Counts a customer of a product once for each thing that can be said of it. */
function markBuyer(
  sales: Tally,
  { item, day, firstOwn }: Purchase,
  marks: Uint8Array,
  { twoYearsFrom, yearFrom, toDay }: Calendar,
): void {
  const mark = marks[item]!;
  if (day > firstOwn && (mark & REPEATED) === 0) {
    marks[item]! |= REPEATED;
    sales.repeaters[item]!++;
  }
  if (day < twoYearsFrom || day > toDay) return;
  if (day < yearFrom) {
    if ((mark & BEFORE) !== 0) return;
    marks[item]! |= BEFORE;
    sales.beforeBuyers[item]!++;
    return;
  }
  if ((mark & IN_YEAR) !== 0) return;
  marks[item]! |= IN_YEAR;
  sales.yearBuyers[item]!++;
  if ((mark & BEFORE) !== 0) sales.keptBuyers[item]!++;
  if (firstOwn >= yearFrom) sales.newBuyers[item]!++;
}

type Tally = Omit<ProductSales, "seen" | "unnamed">;

const tally = (n: number, monthCount: number, lineCount: number): Tally => ({
  productCount: n,
  monthCount,
  items: new Uint32Array(lineCount).fill(NO_SALE),
  months: new Float64Array(n * monthCount),
  lines: new Uint32Array(n),
  firstDays: new Int32Array(n).fill(0x7fffffff),
  buyers: new Uint32Array(n),
  repeaters: new Uint32Array(n),
  yearBuyers: new Uint32Array(n),
  beforeBuyers: new Uint32Array(n),
  keptBuyers: new Uint32Array(n),
  newBuyers: new Uint32Array(n),
});

/** Place of the month of each day from a first one to the as-of day; −1 outside the months compared. */
function monthsOfDays(firstDay: number, { first, last, asOfDay }: Calendar): Int32Array {
  const places = new Int32Array(Math.max(0, asOfDay - firstDay + 1)).fill(-1);
  for (let month = first; month <= last; month++) {
    const from = Math.max(0, firstDayOfMonth(month) - firstDay);
    const to = Math.min(places.length, firstDayOfMonth(month + 1) - firstDay);
    if (to > from) places.fill(month - first, from, to);
  }
  return places;
}
