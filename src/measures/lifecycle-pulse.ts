import { SALE_LINE } from "../domain/line-kind";
import type { Period } from "../domain/scope";
import { addMonths, epochDay, type EpochDay } from "../kernel/base/calendar";
import type { Bitset } from "../kernel/table/bitset";
import { MISSING_DAY } from "../kernel/table/column";
import { slotsOf } from "./filter";
import { LIFE_STATES, LOST, NEW, RETURNING, WON_BACK } from "./lifecycle-ledger";
import { periodGrid, periodOfDay, type PeriodGrid } from "./lifecycle-periods";
import { saleSpan, type OrderBook } from "./order-book";
import { periodBefore } from "./window";

/** Length of the last window that is held against a customer's own past, and of that past. */
export const RECENT_DAYS = 90;
export const PAST_DAYS = 365;
/** Rolling months that are looked at: two years, and for each of their months the two years before. */
export const PULSE_MONTHS = 48;

const IN_WINDOW = 1;
const IN_BEFORE = 2;
const IN_RECENT = 4;
const IN_PAST = 8;

/** What the Today page needs of each customer, from one scan; one slot a customer, sale lines only. */
export interface Pulse {
  readonly firstDays: Int32Array;
  readonly lastDays: Int32Array;
  /** order days up to the last day looked at */
  readonly orderDays: Uint32Array;
  readonly windowSales: Float64Array<ArrayBuffer>;
  readonly windowLines: Uint32Array;
  readonly windowOrderDays: Uint32Array;
  readonly windowProfits: Float64Array | null;
  readonly beforeSales: Float64Array;
  readonly beforeLines: Uint32Array;
  readonly beforeProfits: Float64Array | null;
  /** Sales and order days of the last RECENT_DAYS days. */
  readonly recentSales: Float64Array;
  readonly recentDays: Uint16Array;
  /** Of the PAST_DAYS days before those, the customer's very first order day left out. */
  readonly pastSales: Float64Array;
  readonly pastDays: Uint16Array;
  /** Bit k of the low or (k - 24) of the high word: a sale line in the rolling month k before the last. */
  readonly monthsLow: Uint32Array;
  readonly monthsHigh: Uint32Array;
  /** Sums of all customers by rolling month, the last first. */
  readonly monthSales: Float64Array;
  readonly monthProfits: Float64Array | null;
  /** First day of each rolling month, the last first. */
  readonly monthStarts: Int32Array;
  /** Calendar months from the first sale line of the data on, whatever the selection. */
  readonly calendar: PeriodGrid;
  /** Customers by calendar month and state: `month * LIFE_STATES.length + state`, as `lifecycleLedger` counts them. */
  readonly states: Uint32Array;
  /** First day with a sale line in the data, whatever the selection. */
  readonly firstDay: number;
}

interface DayTables {
  readonly origin: number;
  readonly flags: Uint8Array;
  readonly months: Uint8Array;
  readonly monthStarts: Int32Array;
  readonly calendar: PeriodGrid;
  /** calendar month of each day from the first of the first month on */
  readonly calendarMonths: Int32Array;
}

function dayTables(window: Period, firstDay: number, lastDay: number): DayTables {
  const end = window.toDay;
  const length = Math.max(0, lastDay - firstDay + 1);
  const flags = new Uint8Array(length);
  const months = new Uint8Array(length).fill(PULSE_MONTHS);
  const before = periodBefore(window);
  const mark = (from: number, to: number, flag: number): void => {
    const last = Math.min(to, end, lastDay);
    for (let day = Math.max(from, firstDay); day <= last; day++) flags[day - firstDay]! |= flag;
  };
  mark(window.fromDay, end, IN_WINDOW);
  mark(before.fromDay, before.toDay, IN_BEFORE);
  mark(end - RECENT_DAYS + 1, end, IN_RECENT);
  mark(end - RECENT_DAYS - PAST_DAYS + 1, end - RECENT_DAYS, IN_PAST);
  const monthStarts = Int32Array.from(
    { length: PULSE_MONTHS },
    (_, month) => addMonths(end, -month - 1) + 1,
  );
  monthStarts.forEach((start, month) => {
    const stop = month === 0 ? end + 1 : monthStarts[month - 1]!;
    for (let day = Math.max(start, firstDay); day < stop && day <= lastDay; day++) {
      months[day - firstDay] = month;
    }
  });
  const cut = { grain: "month", windowDays: 1 } as const;
  const calendar = periodGrid(cut, epochDay(firstDay), end);
  const calendarMonths = periodOfDay(calendar).subarray(firstDay - calendar.starts[0]!);
  return { origin: firstDay, flags, months, monthStarts, calendar, calendarMonths };
}

/**
 * One scan of the book for the page that looks at everything at once.
 *
 * @param window     period of the page; nothing after its last day is seen
 * @param orderRows  selection of `orders` rows; null = all
 * @returns null when no sale line is selected
 *
 * Plain sums per customer (relative error below 1e-12). O(lines): about 25 ms a million.
 */
export function customerPulse(
  book: OrderBook,
  window: Period,
  orderRows: Bitset | null,
): Pulse | null {
  const span = saleSpan(book);
  if (span === null || span.firstDay > window.toDay) return null;
  const tables = dayTables(window, span.firstDay, span.lastDay);
  const pulse = emptyPulse(book, tables, span.firstDay);
  const seen = scan(book, window.toDay, { tables, pulse, slots: slotsOf(book, orderRows) });
  return seen === 0 ? null : pulse;
}

function emptyPulse(book: OrderBook, tables: DayTables, firstDay: number): Pulse {
  const n = book.customerCount;
  const profits = (length: number): Float64Array | null =>
    book.profits === null ? null : new Float64Array(length);
  return {
    firstDays: new Int32Array(n).fill(MISSING_DAY),
    lastDays: new Int32Array(n).fill(MISSING_DAY),
    orderDays: new Uint32Array(n),
    windowSales: new Float64Array(n),
    windowLines: new Uint32Array(n),
    windowOrderDays: new Uint32Array(n),
    windowProfits: profits(n),
    beforeSales: new Float64Array(n),
    beforeLines: new Uint32Array(n),
    beforeProfits: profits(n),
    recentSales: new Float64Array(n),
    recentDays: new Uint16Array(n),
    pastSales: new Float64Array(n),
    pastDays: new Uint16Array(n),
    monthsLow: new Uint32Array(n),
    monthsHigh: new Uint32Array(n),
    monthSales: new Float64Array(PULSE_MONTHS + 1),
    monthProfits: profits(PULSE_MONTHS + 1),
    monthStarts: tables.monthStarts,
    calendar: tables.calendar,
    states: new Uint32Array(tables.calendar.count * LIFE_STATES.length),
    firstDay,
  };
}

interface ScanContext {
  readonly tables: DayTables;
  readonly pulse: Pulse;
  readonly slots: Bitset | null;
}

// eslint-disable-next-line max-lines-per-function -- one pass over the columns; a call a line would double its time
function scan(book: OrderBook, endDay: EpochDay, { tables, pulse, slots }: ScanContext): number {
  const { offsets, days, amounts, lineKinds, profits } = book;
  const { origin, flags, months, calendarMonths } = tables;
  const calendarCount = tables.calendar.count;
  const { states } = pulse;
  // Read once: a constant of another module is looked up anew in every turn by some bundlers.
  const [sale, width, fresh, again, back, lost] = [
    SALE_LINE,
    LIFE_STATES.length,
    NEW,
    RETURNING,
    WON_BACK,
    LOST,
  ];
  const words = slots === null ? null : slots.words;
  const { monthSales, monthProfits, windowProfits, beforeProfits } = pulse;
  let lines = 0;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = offsets[customer + 1]!;
    let firstDay = MISSING_DAY;
    let lastDay = MISSING_DAY;
    let dayCount = 0;
    let windowSales = 0;
    let windowLines = 0;
    let windowDays = 0;
    let windowProfit = 0;
    let beforeSales = 0;
    let beforeLines = 0;
    let beforeProfit = 0;
    let recentSales = 0;
    let recentDays = 0;
    let pastSales = 0;
    let pastDays = 0;
    let low = 0;
    let high = 0;
    let activeMonth = -1;
    for (let slot = offsets[customer]!; slot < end; slot++) {
      const day = days[slot]!;
      if (day > endDay) break;
      if (lineKinds[slot] !== sale) continue;
      if (words !== null && ((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      lines++;
      const amount = amounts[slot]!;
      const flag = flags[day - origin]!;
      const month = months[day - origin]!;
      if (day !== lastDay) {
        if (dayCount === 0) firstDay = day;
        dayCount++;
        lastDay = day;
        if ((flag & IN_WINDOW) !== 0) windowDays++;
        if ((flag & IN_RECENT) !== 0) recentDays++;
        else if ((flag & IN_PAST) !== 0 && day !== firstDay) pastDays++;
        if (month < 24) low |= 1 << month;
        else if (month < PULSE_MONTHS) high |= 1 << (month - 24);
        const calendarMonth = calendarMonths[day - origin]!;
        if (calendarMonth !== activeMonth) {
          if (activeMonth === -1) states[calendarMonth * width + fresh]!++;
          else if (activeMonth === calendarMonth - 1) states[calendarMonth * width + again]!++;
          else {
            states[(activeMonth + 1) * width + lost]!++;
            states[calendarMonth * width + back]!++;
          }
          activeMonth = calendarMonth;
        }
      }
      monthSales[month]! += amount;
      if ((flag & IN_WINDOW) !== 0) {
        windowSales += amount;
        windowLines++;
      } else if ((flag & IN_BEFORE) !== 0) {
        beforeSales += amount;
        beforeLines++;
      }
      if ((flag & IN_RECENT) !== 0) recentSales += amount;
      else if ((flag & IN_PAST) !== 0 && day !== firstDay) pastSales += amount;
      if (profits === null) continue;
      const profit = profits[slot]!;
      if (profit !== profit) continue;
      monthProfits![month]! += profit;
      if ((flag & IN_WINDOW) !== 0) windowProfit += profit;
      else if ((flag & IN_BEFORE) !== 0) beforeProfit += profit;
    }
    if (activeMonth !== -1 && activeMonth + 1 < calendarCount) {
      states[(activeMonth + 1) * width + lost]!++;
    }
    pulse.firstDays[customer] = firstDay;
    pulse.lastDays[customer] = lastDay;
    pulse.orderDays[customer] = dayCount;
    pulse.windowSales[customer] = windowSales;
    pulse.windowLines[customer] = windowLines;
    pulse.windowOrderDays[customer] = windowDays;
    pulse.beforeSales[customer] = beforeSales;
    pulse.beforeLines[customer] = beforeLines;
    pulse.recentSales[customer] = recentSales;
    pulse.recentDays[customer] = recentDays;
    pulse.pastSales[customer] = pastSales;
    pulse.pastDays[customer] = pastDays;
    pulse.monthsLow[customer] = low;
    pulse.monthsHigh[customer] = high;
    if (windowProfits !== null && beforeProfits !== null) {
      windowProfits[customer] = windowProfit;
      beforeProfits[customer] = beforeProfit;
    }
  }
  return lines;
}
