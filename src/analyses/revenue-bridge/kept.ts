import { sumOver, type PeriodFacts } from "./facts";
import type { KeptLine } from "./spec";

/** Two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963984540054;

/**
 * Net and gross money retention of the customers of one period in a later one.
 *
 * @returns NRR = Σ later ÷ Σ earlier over the customers of the earlier period; GRR with min(later, earlier) of each. The interval
 *   of NRR is that of a ratio of sums over drawn customers: se² = n/(n−1) · Σ(later − NRR · earlier)² ÷ (Σ earlier)². null
 *   where the earlier period has no sales above zero. Cochran, Sampling Techniques, 1977, section 6.3 (ratio estimator)
 */
export function keptLine(earlier: PeriodFacts, later: PeriodFacts): KeptLine | null {
  const { active, sales } = earlier;
  const base = sumOver(active, sales);
  if (!(base > 0)) return null;
  const nrr = sumOver(active, later.sales) / base;
  const kept = new Float64Array(sales.length);
  const misses = new Float64Array(sales.length);
  let stayed = 0;
  for (const row of active) {
    const [was, is] = [sales[row]!, later.sales[row]!];
    kept[row] = Math.min(was, is);
    misses[row] = (is - nrr * was) ** 2;
    if (later.saleLines[row]! > 0) stayed++;
  }
  const n = active.length;
  const error = n > 1 ? Math.sqrt((n / (n - 1)) * sumOver(active, misses)) / base : Infinity;
  const { fromDay, toDay } = earlier.period;
  return {
    fromDay,
    toDay,
    customers: n,
    stayed,
    nrr,
    nrrLow: n > 1 ? Math.max(0, nrr - Z_95 * error) : 0,
    nrrHigh: n > 1 ? nrr + Z_95 * error : nrr,
    grr: sumOver(active, kept) / base,
  };
}
