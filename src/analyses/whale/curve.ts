import { PARETO_CUSTOMER_PERCENT } from "../../domain/rule-book";
import { compensatedSum, runningSums } from "../../kernel/stats/sum";
import { curveRanks } from "../../measures/curve";
import { valueRanking, type ValueRanking } from "../../measures/grades";
import type { WhaleCurve } from "./spec";

/** Points for the rising part, and for the tail that falls. */
const CURVE_POINTS = 280;
const TAIL_POINTS = 100;
/** A total that is this small against the peak is nothing but rounding. */
const NOTHING = 1e-9;

/** Customers by profit, and how their profits add up. */
export interface Whale {
  readonly ranking: ValueRanking;
  /** profit of the best k + 1 */
  readonly running: Float64Array;
  readonly lossCustomers: number;
  readonly breakEvenCustomer: number | null;
}

export function whaleOf(customers: Uint32Array, profits: Float64Array): Whale {
  const ranking = valueRanking(customers, profits);
  const running = runningSums(ranking.amounts);
  let lossCustomers = 0;
  const n = ranking.amounts.length;
  while (lossCustomers < n && ranking.amounts[n - 1 - lossCustomers]! < 0) lossCustomers++;
  const total = running.length === 0 ? 0 : running[n - 1]!;
  return {
    ranking,
    running,
    lossCustomers,
    breakEvenCustomer: isMoneyOnly(total, ranking.total) ? null : firstReaching(running, total),
  };
}

/** Shares of a total that is zero or below mean nothing. */
const isMoneyOnly = (total: number, peak: number): boolean => !(total > peak * NOTHING);

/** The smallest number of customers whose profit together is the total; the rest only adds and takes away. */
function firstReaching(running: Float64Array, total: number): number {
  // The last bit of a sum decides nothing.
  const enough = total * (1 - NOTHING);
  let k = 0;
  while (running[k]! < enough) k++;
  return k + 1;
}

/** The curve with its corners; causes and losses are added by the caller. */
export function curveOf({
  ranking,
  running,
  lossCustomers,
  breakEvenCustomer,
}: Whale): Omit<WhaleCurve, "causes" | "losses"> {
  const n = running.length;
  const total = running[n - 1]!;
  const peakCustomer = n - ranking.nonPositiveCount;
  const topCustomers = Math.ceil((n * PARETO_CUSTOMER_PERCENT) / 100);
  const corners = [peakCustomer, topCustomers, n - lossCustomers];
  if (breakEvenCustomer !== null) corners.push(breakEvenCustomer);
  const ranks = ranksOf(ranking, corners, lossCustomers);
  return {
    customers: n,
    total,
    isMoney: isMoneyOnly(total, ranking.total),
    peakCustomer,
    peakMoney: ranking.total,
    breakEvenCustomer,
    zeroCustomers: ranking.nonPositiveCount - lossCustomers,
    lossCustomers,
    lossMoney: compensatedSum(ranking.amounts, n - lossCustomers),
    top20: { customers: topCustomers, money: running[topCustomers - 1]! },
    points: { ranks, money: Float64Array.from(ranks, (k) => (k === 0 ? 0 : running[k - 1]!)) },
  };
}

/** Even steps along the customers and along the money, up and down; the last customers fall steepest. */
function ranksOf(
  ranking: ValueRanking,
  corners: readonly number[],
  lossCustomers: number,
): Uint32Array {
  const n = ranking.amounts.length;
  const tail = Array.from({ length: Math.min(lossCustomers, TAIL_POINTS) }, (_, i) => {
    const part = (i + 1) / TAIL_POINTS;
    return n - Math.floor(lossCustomers * part * part);
  });
  const all = [...corners, ...tail];
  if (ranking.total > 0) return curveRanks(ranking.running, all, CURVE_POINTS + tail.length);
  const steps = Array.from({ length: CURVE_POINTS + 1 }, (_, i) =>
    Math.round((n * i) / CURVE_POINTS),
  );
  return Uint32Array.from(new Set([...all, ...steps])).sort();
}
