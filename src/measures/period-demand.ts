import type { CalendarGrain } from "../domain/period-key";
import { epochDay, firstDayOfMonth, monthIndex } from "../kernel/base/calendar";
import { seasonFigure } from "../kernel/stats/smoothing/start";
import { eventSpan, type SaleEvents } from "./lifecycle-events";

/** Days of a period that may be missing at its end and it still counts as over: shops close, books are closed early. */
const DAYS_TO_COME = 2;
/** The last day of a first period on which the data may begin and it still counts as whole. */
const LATEST_BEGIN = 7;
/** Years that a season is read from; fewer cannot tell it from chance. */
const LEAST_YEARS = 2;
const MOST_YEARS = 3;

/** Sales of each customer by calendar period, full periods only. */
export interface PeriodDemand {
  readonly grain: CalendarGrain;
  /** month index of the first period */
  readonly fromMonth: number;
  readonly periods: number;
  /** customers × periods, row by row: money of sale lines */
  readonly demand: Float64Array<ArrayBuffer>;
  /** first period in which the customer is one: that of its first sale ever; `periods` when there is none up to the last */
  readonly begins: Int32Array<ArrayBuffer>;
  /** shape of the year in each period, mean 1 over a year; null: too few years, or a period without sales */
  readonly season: Float64Array<ArrayBuffer> | null;
}

/** What is to be counted. */
export interface DemandChoice {
  readonly asOfDay: number;
  readonly grain: CalendarGrain;
  /** at most so many periods, the latest */
  readonly most: number;
  /** whether the demand is divided by the shape of the year */
  readonly withoutSeason: boolean;
}

const STEPS = { month: 1, quarter: 3 } as const;

/**
 * What each customer bought in each of the latest full months or quarters.
 *
 * @param events  sale lines up to the as-of day
 * @returns null without one full period. A period without a purchase is 0; periods before the first purchase ever are not the
 *   customer's (`begins`). With `withoutSeason` every value is divided by the shape of the year that all customers share:
 *   their sales against the centred moving average of a year, averaged over the last two or three years (`seasonFigure`)
 *
 * O(lines + customers × periods).
 */
export function periodDemand(events: SaleEvents, choice: DemandChoice): PeriodDemand | null {
  const span = fullPeriods(events, choice);
  if (span === null) return null;
  const { first, count } = span;
  const periods = Math.min(count, choice.most);
  const skipped = count - periods;
  const customers = events.offsets.length - 1;
  const placeOf = periodTable(span, choice.grain);
  const origin = firstDayOfMonth(first);
  const demand = new Float64Array(customers * periods);
  const begins = new Int32Array(customers).fill(periods);
  const totals = new Float64Array(count);
  for (let customer = 0; customer < customers; customer++) {
    const end = events.offsets[customer + 1]!;
    const row = customer * periods;
    let isFirst = true;
    for (let k = events.offsets[customer]!; k < end; k++) {
      const at = events.days[k]! - origin;
      if (at >= placeOf.length) break;
      const period = at < 0 ? -1 : placeOf[at]!;
      if (isFirst) begins[customer] = Math.max(0, period - skipped);
      isFirst = false;
      if (period < 0) continue;
      const amount = events.amounts[k]!;
      totals[period]! += amount;
      if (period >= skipped) demand[row + period - skipped]! += amount;
    }
  }
  const season = choice.withoutSeason ? seasonOf(totals, 12 / STEPS[choice.grain], periods) : null;
  if (season !== null) divide(demand, season);
  const fromMonth = first + skipped * STEPS[choice.grain];
  return { grain: choice.grain, fromMonth, periods, demand, begins, season };
}

interface Span {
  /** month index of the first full period of the data */
  readonly first: number;
  /** full periods up to the as-of day */
  readonly count: number;
}

function fullPeriods(events: SaleEvents, { asOfDay, grain }: DemandChoice): Span | null {
  const days = eventSpan(events);
  if (days === null) return null;
  const step = STEPS[grain];
  const startOf = (day: number): number => Math.floor(monthIndex(epochDay(day)) / step) * step;
  const begin = startOf(days.firstDay);
  const first = begin + (days.firstDay - firstDayOfMonth(begin) >= LATEST_BEGIN ? step : 0);
  const last = startOf(asOfDay);
  const isRunning = firstDayOfMonth(last + step) - 1 - asOfDay > DAYS_TO_COME;
  const count = (last - first) / step + (isRunning ? 0 : 1);
  return count < 1 ? null : { first, count };
}

/** The period of each day from the first on. */
function periodTable({ first, count }: Span, grain: CalendarGrain): Int32Array {
  const step = STEPS[grain];
  const origin = firstDayOfMonth(first);
  const table = new Int32Array(firstDayOfMonth(first + count * step) - origin);
  for (let period = 0; period < count; period++) {
    const from = firstDayOfMonth(first + period * step) - origin;
    table.fill(period, from, firstDayOfMonth(first + (period + 1) * step) - origin);
  }
  return table;
}

/** The shape of the year in the last `periods` periods; null when it cannot be told. */
function seasonOf(
  totals: Float64Array,
  perYear: number,
  periods: number,
): Float64Array<ArrayBuffer> | null {
  const years = Math.min(MOST_YEARS, Math.floor(totals.length / perYear));
  if (years < LEAST_YEARS) return null;
  const read = totals.slice(totals.length - years * perYear);
  if (read.some((total) => !(total > 0))) return null;
  const figure = seasonFigure(read, "multiplicative", perYear);
  if (figure.some((factor) => !(factor > 0))) return null;
  // The years that were read end with the last period, so places in the year are counted back from it.
  return Float64Array.from({ length: periods }, (_, p) => {
    const back = (periods - 1 - p) % perYear;
    return figure[perYear - 1 - back]!;
  });
}

function divide(demand: Float64Array, season: Float64Array): void {
  const periods = season.length;
  for (let i = 0, p = 0; i < demand.length; i++) {
    demand[i] = demand[i]! / season[p]!;
    p = p + 1 === periods ? 0 : p + 1;
  }
}
