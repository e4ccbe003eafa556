import { median } from "../../kernel/stats/quantile";
import { emptyPast, readPast, type Past } from "../../measures/churn/past";
import type { SaleEvents } from "../../measures/lifecycle-events";
import { emptyMeasure, overdueScore, type Measured } from "./measure";

/** Some 20 ms of reading. */
const CUSTOMERS_A_SLICE = 20_000;

export interface OrderFacts {
  readonly measures: readonly Measured[];
  /** 1: bought within the window up to the day, so not lost yet */
  readonly isCurrent: Uint8Array;
  /** money of the 365 days up to the day */
  readonly yearSales: Float64Array;
}

/**
 * Frequency, rhythm and trend at the end of a day; nothing later is looked at.
 *
 * - `frequency`: chance of an order in the next window, see `chanceOfOrder`
 * - `rhythm`: days since the last order against the customer's gap, see `overdueScore`
 * - `trend`: order days and money of the window against the window before, each at most as before, the mean of both; missing
 *   without an order in the window before
 *
 * O(lines). Yields now and then.
 */
export function* orderMeasures(
  events: SaleEvents,
  day: number,
  windowDays: number,
): Generator<void, OrderFacts, void> {
  const customers = events.offsets.length - 1;
  const frequency = emptyMeasure("frequency", customers);
  const rhythm = emptyMeasure("rhythm", customers);
  const trend = emptyMeasure("trend", customers);
  const isCurrent = new Uint8Array(customers);
  const yearSales = new Float64Array(customers);
  const seen: Past[] = [];
  const gaps: number[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const own = emptyPast();
    readPast(own, events, customer, { day, windowDays });
    seen.push(own);
    if (seen.length % CUSTOMERS_A_SLICE === 0) yield;
    if (own.orderDays > 1) gaps.push((own.last - own.first) / (own.orderDays - 1));
  }
  yield;
  const spacing = meanSpacing(seen, day);
  const common = gaps.length === 0 ? windowDays : median(gaps);
  seen.forEach((own, customer) => {
    if (own.orderDays === 0) return;
    const waited = day - own.last;
    isCurrent[customer] = waited < windowDays ? 1 : 0;
    yearSales[customer] = own.yearSales;
    const chance = chanceOfOrder(own, { day, windowDays, spacing });
    frequency.scores[customer] = 100 * chance;
    frequency.facts[customer] = chance;
    const waiting = { span: own.last - own.first, gaps: own.orderDays - 1, waited, common };
    const [score, gap] = overdueScore(waiting);
    rhythm.scores[customer] = score;
    rhythm.facts[customer] = waited;
    rhythm.usual[customer] = gap;
    if (own.earlierDays === 0 || !(own.earlierSales > 0)) return;
    const days = Math.min(1, own.recentDays / own.earlierDays);
    const money = Math.min(1, Math.max(0, own.recentSales) / own.earlierSales);
    trend.scores[customer] = 50 * (days + money);
    trend.facts[customer] = 1 - (days + money) / 2;
  });
  return { measures: [frequency, rhythm, trend], isCurrent, yearSales };
}

/** Days of all customers for each order that followed another; the window where nobody came back. */
function meanSpacing(seen: readonly Past[], day: number): number {
  let [time, orders] = [0, 0];
  for (const { first, orderDays } of seen) {
    if (orderDays === 0) continue;
    time += day - first;
    orders += orderDays - 1;
  }
  return orders > 0 ? Math.max(1, time / orders) : Infinity;
}

/**
 * Chance of an order in the next window by what a customer did so far: orders come by a rate that differs between customers,
 * gamma with shape 1 around the rate of all. Silence lowers it, as time without orders does.
 *
 * 1 − ((a + T) ÷ (a + T + W)) ^ (1 + x), with x repeat orders in T days and a = the mean spacing of all. Ehrenberg 1959 (NBD).
 */
function chanceOfOrder(
  { first, orderDays }: Past,
  sight: { readonly day: number; readonly windowDays: number; readonly spacing: number },
): number {
  if (sight.spacing === Infinity) return 0;
  const time = sight.spacing + sight.day - first;
  return 1 - (time / (time + sight.windowDays)) ** orderDays;
}
