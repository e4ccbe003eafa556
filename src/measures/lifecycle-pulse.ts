import type { CalendarGrain } from "../domain/period-key";
import type { Period } from "../domain/scope";
import { addMonths, epochDay, type EpochDay } from "../kernel/base/calendar";
import type { Bitset } from "../kernel/table/bitset";
import { MISSING_DAY } from "../kernel/table/column";
import { saleSlots } from "./filter";
import { ledgerGrain } from "./ledger-grain";
import { LIFE_STATES, LOST, NEW, RETURNING, WON_BACK } from "./lifecycle-ledger";
import { periodGrid, periodOfDay, type PeriodGrid } from "./lifecycle-periods";
import type { OrderBook } from "./order-book";
import { periodBefore } from "./window";

/** Length of the last window that is held against a customer's own past, and of that past. */
export const RECENT_DAYS = 90;
export const PAST_DAYS = 365;
/** Rolling months that are looked at: two years, and for each of their months the two years before. */
export const PULSE_MONTHS = 48;

const IN_WINDOW = 1;
const IN_BEFORE = 2;
const RECENT_BIT = 2;
const PAST_BIT = 3;
const IN_RECENT = 1 << RECENT_BIT;
const IN_PAST = 1 << PAST_BIT;
/** Rolling months in each of the two words of month bits. */
const HALF = 24;
const HALF_BITS = 0xffffff;

/**
 * What the Today page needs of each customer, from one scan, sale lines only. One place a customer in sight: place k is the
 * customer `customers[k]`.
 */
export interface Pulse {
  /** ascending rows of the customers with a selected sale line on any day */
  readonly customers: Uint32Array<ArrayBuffer>;
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
  /** Calendar months or quarters (see `ledgerGrain`) from the first sale line of the data on, whatever the selection. */
  readonly calendar: PeriodGrid;
  /** Customers by calendar period and state: `period * LIFE_STATES.length + state`, as `lifecycleLedger` counts them. */
  readonly states: Uint32Array;
  /** First day with a sale line in the data, whatever the selection. */
  readonly firstDay: number;
}

const MONTH_SHIFT = 4;
const MONTH_MASK = 63;
const CALENDAR_SHIFT = 10;

interface DayTables {
  readonly origin: number;
  /** Of each day up to the last looked at: IN_ flags, rolling month << MONTH_SHIFT, calendar period << CALENDAR_SHIFT. */
  readonly codes: Uint32Array;
  readonly monthStarts: Int32Array;
  readonly calendar: PeriodGrid;
}

interface Reach {
  readonly firstDay: number;
  readonly lastDay: number;
  readonly grain: CalendarGrain;
}

function dayTables(window: Period, { firstDay, lastDay, grain }: Reach): DayTables {
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
  const cut = { grain, windowDays: 1 };
  const calendar = periodGrid(cut, epochDay(firstDay), end);
  const calendarPeriods = periodOfDay(calendar).subarray(firstDay - calendar.starts[0]!);
  const codes = new Uint32Array(length);
  const seen = Math.min(lastDay, end) - firstDay;
  for (let i = 0; i <= seen; i++) {
    codes[i] = flags[i]! | (months[i]! << MONTH_SHIFT) | (calendarPeriods[i]! << CALENDAR_SHIFT);
  }
  return { origin: firstDay, codes, monthStarts, calendar };
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
  const span = book.saleSpan;
  if (span === null || span.firstDay > window.toDay) return null;
  const tables = dayTables(window, { ...span, grain: ledgerGrain(book, window.toDay) });
  const { words } = saleSlots(book, orderRows);
  const customers = customersIn(book, words);
  const pulse = emptyPulse(customers, tables, {
    firstDay: span.firstDay,
    hasProfit: book.profits !== null,
  });
  const seen = scan(book, window.toDay, { tables, pulse, words });
  return seen === 0 ? null : pulse;
}

/** The place of a customer in a pulse; -1 for one that is not in sight. O(log customers). */
export function pulsePlace({ customers }: Pick<Pulse, "customers">, row: number): number {
  let low = 0;
  let high = customers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (customers[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return customers[low] === row ? low : -1;
}

/** Customers with a bit among their slots, ascending. */
function customersIn(book: OrderBook, words: Uint32Array): Uint32Array<ArrayBuffer> {
  const { offsets } = book;
  const found = new Uint32Array(book.customerCount);
  let n = 0;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = offsets[customer + 1]!;
    for (let base = offsets[customer]!; base < end; base = (base | 31) + 1) {
      let bits = words[base >>> 5]! >>> (base & 31);
      if (end - base < 32) bits &= (1 << (end - base)) - 1;
      if (bits === 0) continue;
      found[n++] = customer;
      break;
    }
  }
  return found.slice(0, n);
}

interface PulseFacts {
  readonly firstDay: number;
  readonly hasProfit: boolean;
}

function emptyPulse(
  customers: Uint32Array<ArrayBuffer>,
  tables: DayTables,
  { firstDay, hasProfit }: PulseFacts,
): Pulse {
  const n = customers.length;
  const profits = (length: number): Float64Array | null =>
    hasProfit ? new Float64Array(length) : null;
  return {
    customers,
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
  /** bits of the sale lines in sight, by slot */
  readonly words: Uint32Array;
}

// eslint-disable-next-line max-lines-per-function -- one pass over the columns; a call a line would double its time
function scan(book: OrderBook, endDay: EpochDay, { tables, pulse, words }: ScanContext): number {
  const { offsets, days, amounts, profits } = book;
  const { origin, codes } = tables;
  const { customers, monthSales, monthProfits, windowProfits, beforeProfits } = pulse;
  const heads = emptyHeads(tables.calendar.count);
  const { active, again, fresh } = heads;
  const profitSums = monthProfits ?? new Float64Array(monthSales.length);
  let lines = 0;
  for (let place = 0; place < customers.length; place++) {
    const customer = customers[place]!;
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
    let activePeriod = -2;
    for (let base = offsets[customer]!; base < end; base = (base | 31) + 1) {
      // The lines of this customer in one word of bits, the lowest first.
      let bits = words[base >>> 5]! >>> (base & 31);
      if (end - base < 32) bits &= (1 << (end - base)) - 1;
      while (bits !== 0) {
        const slot = base + 31 - Math.clz32(bits & -bits);
        bits &= bits - 1;
        const day = days[slot]!;
        if (day > endDay) break;
        lines++;
        const amount = amounts[slot]!;
        const code = codes[day - origin]!;
        const month = (code >>> MONTH_SHIFT) & MONTH_MASK;
        if (day !== lastDay) {
          if (dayCount < 2) {
            if (dayCount === 0) firstDay = day;
            pastSales = 0; // what was added so far is of the first day, which is left out
          }
          dayCount++;
          lastDay = day;
          windowDays += code & IN_WINDOW;
          recentDays += (code >>> RECENT_BIT) & 1;
          pastDays += (code >>> PAST_BIT) & 1;
          const isHigh = (HALF - 1 - month) >>> 31;
          low |= (1 - isHigh) << (month & 31);
          high |= isHigh << ((month - HALF) & 31);
          // Without branches, which nobody could predict: 1 when the period is another, 1 when it is the next.
          const calendarPeriod = code >>> CALENDAR_SHIFT;
          const gap = calendarPeriod - activePeriod;
          active[calendarPeriod]! += -gap >>> 31;
          again[calendarPeriod]! += ((gap ^ 1) - 1) >>> 31;
          activePeriod = calendarPeriod;
        }
        monthSales[month]! += amount;
        let profit = profits === null ? 0 : profits[slot]!;
        if (profit !== profit) profit = 0; // unknown
        profitSums[month]! += profit;
        if ((code & IN_WINDOW) !== 0) {
          windowSales += amount;
          windowProfit += profit;
          windowLines++;
        } else if ((code & IN_BEFORE) !== 0) {
          beforeSales += amount;
          beforeProfit += profit;
          beforeLines++;
        }
        if ((code & IN_RECENT) !== 0) recentSales += amount;
        else if ((code & IN_PAST) !== 0) pastSales += amount;
      }
    }
    if (dayCount === 0) continue;
    if (dayCount === 1) pastSales = 0;
    const firstCode = codes[firstDay - origin]!;
    fresh[firstCode >>> CALENDAR_SHIFT]!++;
    pulse.firstDays[place] = firstDay;
    pulse.lastDays[place] = lastDay;
    pulse.orderDays[place] = dayCount;
    pulse.windowSales[place] = windowSales;
    pulse.windowLines[place] = windowLines;
    pulse.windowOrderDays[place] = windowDays;
    pulse.beforeSales[place] = beforeSales;
    pulse.beforeLines[place] = beforeLines;
    pulse.recentSales[place] = recentSales;
    pulse.recentDays[place] = recentDays;
    pulse.pastSales[place] = pastSales;
    pulse.pastDays[place] = pastDays - ((firstCode >>> PAST_BIT) & 1);
    pulse.monthsLow[place] = low;
    pulse.monthsHigh[place] = high & HALF_BITS;
    if (windowProfits !== null && beforeProfits !== null) {
      windowProfits[place] = windowProfit;
      beforeProfits[place] = beforeProfit;
    }
  }
  writeStates(pulse.states, heads);
  return lines;
}

/** Customers by calendar period: with a sale, with one in the period before too, with their first. */
interface PeriodHeads {
  readonly active: Uint32Array;
  readonly again: Uint32Array;
  readonly fresh: Uint32Array;
}

function emptyHeads(periods: number): PeriodHeads {
  return {
    active: new Uint32Array(periods),
    again: new Uint32Array(periods),
    fresh: new Uint32Array(periods),
  };
}

/** Who is active and neither new nor returning was won back; who was active and does not return is lost. */
function writeStates(states: Uint32Array, { active, again, fresh }: PeriodHeads): void {
  for (let period = 0; period < active.length; period++) {
    const at = period * LIFE_STATES.length;
    states[at + NEW] = fresh[period]!;
    states[at + RETURNING] = again[period]!;
    states[at + WON_BACK] = active[period]! - fresh[period]! - again[period]!;
    states[at + LOST] = period === 0 ? 0 : active[period - 1]! - again[period]!;
  }
}
