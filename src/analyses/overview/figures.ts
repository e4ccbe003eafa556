import { normalTwoSided } from "../../kernel/stats/normal";
import { compensatedSum } from "../../kernel/stats/sum";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { PULSE_MONTHS, type Pulse } from "../../measures/lifecycle-pulse";
import type { Compared, OverviewFigures, OverviewTrend, Share } from "./spec";

/** Months of the small trend lines. */
const TREND_MONTHS = 24;
const YEAR = 12;
/** Months in each of the two words of month bits. */
const HALF = 24;
const HALF_BITS = 0xffffff;

export function share(part: number, whole: number): Share {
  const { low, high } = wilsonInterval(part, whole);
  return { part, whole, share: whole === 0 ? Number.NaN : part / whole, low, high };
}

/**
 * p of the difference of two totals over the customers that bought in either period: the paired differences are taken as
 * a sample, so the question is whether other customers of the same kind would show a change of the same sign.
 *
 * Normal approximation; null with fewer than 30 customers or without any spread.
 */
function pairedChangeP(now: Float64Array, before: Float64Array): number | null {
  let n = 0;
  let sum = 0;
  let squares = 0;
  for (let customer = 0; customer < now.length; customer++) {
    if (now[customer] === 0 && before[customer] === 0) continue;
    const difference = now[customer]! - before[customer]!;
    n++;
    sum += difference;
    squares += difference * difference;
  }
  if (n < 30) return null;
  const variance = (squares - (sum * sum) / n) / (n - 1);
  return variance > 0 ? normalTwoSided(sum / Math.sqrt(n * variance)) : null;
}

/** p of the difference of two proportions, pooled; null when either has no trials or nothing varies. */
function proportionsP(a: Share, b: Share): number | null {
  if (a.whole === 0 || b.whole === 0) return null;
  const pooled = (a.part + b.part) / (a.whole + b.whole);
  const variance = pooled * (1 - pooled) * (1 / a.whole + 1 / b.whole);
  return variance > 0 ? normalTwoSided((a.share - b.share) / Math.sqrt(variance)) : null;
}

function compared(value: number, before: number | null, p: number | null): Compared {
  const change = before === null || before <= 0 ? null : value / before - 1;
  return { value, before, change, p: before === null ? null : p };
}

interface Heads {
  readonly active: number;
  readonly before: number;
  readonly again: number;
  readonly repeat: number;
}

function heads(pulse: Pulse): Heads {
  let [active, before, again, repeat] = [0, 0, 0, 0];
  for (let customer = 0; customer < pulse.windowLines.length; customer++) {
    const now = pulse.windowLines[customer]! > 0;
    const then = pulse.beforeLines[customer]! > 0;
    if (now) active++;
    if (then) before++;
    if (now && then) again++;
    if (pulse.windowOrderDays[customer]! >= 2) repeat++;
  }
  return { active, before, again, repeat };
}

/**
 * The figures of the page: sales, profit, active customers, retention, repeat share, each against the period before.
 *
 * @param covered  the data reach over the period before; otherwise nothing is compared
 * @param earlier  the retention one period earlier, where it can be said
 */
export function overviewFigures(
  pulse: Pulse,
  covered: boolean,
  earlier: Share | null,
): OverviewFigures {
  const count = heads(pulse);
  const sales = compensatedSum(pulse.windowSales);
  const salesBefore = covered ? compensatedSum(pulse.beforeSales) : null;
  const retention = share(count.again, count.before);
  return {
    sales: compared(
      sales,
      salesBefore,
      covered ? pairedChangeP(pulse.windowSales, pulse.beforeSales) : null,
    ),
    profit: profitFigure(pulse, covered, sales),
    active: compared(count.active, covered ? count.before : null, null),
    retention:
      covered && count.before > 0
        ? {
            ...retention,
            before: earlier,
            p: earlier === null ? null : proportionsP(retention, earlier),
          }
        : null,
    repeat: share(count.repeat, count.active),
    salesPerCustomer: compared(
      count.active === 0 ? 0 : sales / count.active,
      salesBefore === null || count.before === 0 ? null : salesBefore / count.before,
      null,
    ),
  };
}

function profitFigure(pulse: Pulse, covered: boolean, sales: number): OverviewFigures["profit"] {
  const { windowProfits, beforeProfits } = pulse;
  if (windowProfits === null || beforeProfits === null) return null;
  const profit = compensatedSum(windowProfits);
  return {
    ...compared(
      profit,
      covered ? compensatedSum(beforeProfits) : null,
      covered ? pairedChangeP(windowProfits, beforeProfits) : null,
    ),
    margin: sales > 0 ? profit / sales : null,
  };
}

/** Customers of the year before the last `month` months, and those of them that bought in the year after it. */
export interface YearlyCounts {
  readonly whole: Uint32Array;
  readonly part: Uint32Array;
}

/**
 * For each of the last 24 rolling month ends: who bought in the year before the last, and again in the last.
 *
 * Works on the month bits of each customer in two halves of 24. First bit m is spread so that it says "bought in one of
 * the months m..m+11"; then "a year earlier" is a shift by twelve. O(customers).
 */
export function yearlyCounts(pulse: Pick<Pulse, "monthsLow" | "monthsHigh">): YearlyCounts {
  const whole = new PatternCounts();
  const part = new PatternCounts();
  const { monthsLow, monthsHigh } = pulse;
  for (let customer = 0; customer < monthsLow.length; customer++) {
    let low = monthsLow[customer]!;
    let high = monthsHigh[customer]!;
    for (let turn = 0; turn < 4; turn++) {
      // Shifts by 1, 2, 4 and 4 spread a bit over itself and the eleven below it.
      const step = turn === 3 ? 4 : 1 << turn;
      low |= ((low >>> step) | (high << (HALF - step))) & HALF_BITS;
      high |= high >>> step;
    }
    const earlier = ((low >>> YEAR) | (high << (HALF - YEAR))) & HALF_BITS;
    if (earlier === 0) continue;
    whole.add(earlier);
    part.add(earlier & low);
  }
  return { whole: whole.byMonth(), part: part.byMonth() };
}

/** Counts 24-bit words by their two halves, so that each word costs two steps however many bits it has. */
class PatternCounts {
  readonly #low = new Uint32Array(1 << YEAR);
  readonly #high = new Uint32Array(1 << YEAR);

  add(word: number): void {
    this.#low[word & ((1 << YEAR) - 1)]!++;
    this.#high[word >>> YEAR]!++;
  }

  /** How many of the words had each bit. */
  byMonth(): Uint32Array {
    const counts = new Uint32Array(TREND_MONTHS);
    for (let pattern = 1; pattern < 1 << YEAR; pattern++) {
      for (let bit = 0; bit < YEAR; bit++) {
        if ((pattern & (1 << bit)) === 0) continue;
        counts[bit]! += this.#low[pattern]!;
        counts[bit + YEAR]! += this.#high[pattern]!;
      }
    }
    return counts;
  }
}

/** Whether the data reach back over the rolling month `month` (0 = the last). */
export function coversMonth(pulse: Pulse, month: number): boolean {
  const slack = 31;
  return month < PULSE_MONTHS && pulse.firstDay <= pulse.monthStarts[month]! + slack;
}

/** The small lines behind the figures: 24 rolling months, oldest first. O(customers). */
export function overviewTrend(pulse: Pulse, years: YearlyCounts): OverviewTrend {
  const months = Array.from({ length: TREND_MONTHS }, (_, i) => TREND_MONTHS - 1 - i);
  const active = activeByMonth(pulse);
  const line = (value: (month: number) => number, reach: number): Float64Array =>
    Float64Array.from(months, (month) =>
      coversMonth(pulse, month + reach) ? value(month) : Number.NaN,
    );
  const { monthProfits } = pulse;
  return {
    fromDays: Int32Array.from(months, (month) => pulse.monthStarts[month]!),
    sales: line((month) => pulse.monthSales[month]!, 0),
    profit: monthProfits === null ? null : line((month) => monthProfits[month]!, 0),
    active: line((month) => active[month]!, 0),
    retention: line((month) => years.part[month]! / years.whole[month]!, 2 * YEAR - 1),
  };
}

function activeByMonth(pulse: Pulse): Uint32Array {
  const counts = new PatternCounts();
  for (const bits of pulse.monthsLow) counts.add(bits);
  return counts.byMonth();
}
