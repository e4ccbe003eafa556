import { logGamma } from "../../kernel/stats/gamma-function";
import { nelderMead } from "../../kernel/stats/nelder-mead";
import { incompleteBeta } from "../../kernel/stats/student-t";
import type { SaleEvents } from "../../measures/lifecycle-events";

/** Gaps between the order days of each customer: those of customer c are `gaps[offsets[c]..offsets[c + 1]]`. */
export interface Gaps {
  readonly offsets: Uint32Array;
  readonly gaps: Int32Array;
}

/** O(lines). */
export function gapsOf({ offsets, days }: SaleEvents): Gaps {
  const starts = new Uint32Array(offsets.length);
  const gaps = new Int32Array(days.length);
  let count = 0;
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    for (let k = offsets[customer]! + 1; k < offsets[customer + 1]!; k++) {
      const gap = days[k]! - days[k - 1]!;
      if (gap > 0) gaps[count++] = gap;
    }
    starts[customer + 1] = count;
  }
  return { offsets: starts, gaps: gaps.subarray(0, count) };
}

/** Gap ~ Gamma(shape, own rate), own rate ~ Gamma(a, b) over customers. */
export interface Pace {
  readonly shape: number;
  readonly a: number;
  readonly b: number;
}

/** Estimates of the shape outside are noise of few pairs. */
const SHAPES = { low: 0.3, high: 60 };
/** Customers that the spread of rates is estimated from, at most: more do not change the third digit. */
const MOST_READ = 20_000;

/**
 * Regularity of all customers together, and the spread of their rates.
 *
 * Shape by the neighbouring pairs of gaps (Wheat & Morrison 1990); a and b by maximum marginal likelihood given it. Null without
 * any pair. O(gaps) + some hundred times O(customers).
 */
export function paceOf({ offsets, gaps }: Gaps): Pace | null {
  let [pairs, spread] = [0, 0];
  for (let c = 0; c + 1 < offsets.length; c++) {
    for (let k = offsets[c]!; k + 1 < offsets[c + 1]!; k += 2) {
      spread += (gaps[k]! / (gaps[k]! + gaps[k + 1]!) - 0.5) ** 2;
      pairs++;
    }
  }
  if (pairs === 0) return null;
  const variance = spread / pairs;
  const free = variance > 0 ? (1 - 4 * variance) / (8 * variance) : SHAPES.high;
  const shape = Math.min(SHAPES.high, Math.max(SHAPES.low, free));
  const found = sufficient({ offsets, gaps });
  const { counts, totals } = found;
  const mean = totals.reduce((sum, x) => sum + x, 0) / counts.reduce((sum, n) => sum + n, 0);
  const { point } = nelderMead(
    ([logA, logB]) => minusLogLikelihood(found, shape, Math.exp(logA!), Math.exp(logB!)),
    [Math.log(2), Math.log(mean * 2)],
    0.5,
    300,
  );
  return { shape, a: Math.exp(point[0]!), b: Math.exp(point[1]!) };
}

interface Sufficient {
  readonly counts: Uint32Array;
  readonly totals: Float64Array;
  /** the largest of the counts */
  readonly most: number;
}

function sufficient({ offsets, gaps }: Gaps): Sufficient {
  const [counts, totals]: [number[], number[]] = [[], []];
  const step = Math.max(1, Math.floor((offsets.length - 1) / MOST_READ));
  // With a stride a few customers could be skipped that alone have a gap; none is skipped below the limit.
  for (let c = 0; c + 1 < offsets.length; c += step) {
    const n = offsets[c + 1]! - offsets[c]!;
    if (n === 0) continue;
    let total = 0;
    for (let k = offsets[c]!; k < offsets[c + 1]!; k++) total += gaps[k]!;
    counts.push(n);
    totals.push(total);
  }
  const most = counts.reduce((one, other) => Math.max(one, other), 0);
  return { counts: Uint32Array.from(counts), totals: Float64Array.from(totals), most };
}

// −Σ ln [Γ(a + κn) / Γ(a) · b^a / (b + T)^(a + κn)], without what does not depend on a and b
function minusLogLikelihood(
  { counts, totals, most }: Sufficient,
  shape: number,
  a: number,
  b: number,
): number {
  if (a > 1e6 || b > 1e12 || a < 1e-6 || b < 1e-9) return Infinity;
  const known = new Float64Array(most + 1).fill(NaN);
  const before = a * Math.log(b) - logGamma(a);
  let sum = 0;
  for (let i = 0; i < counts.length; i++) {
    const count = counts[i]!;
    const after = a + shape * count;
    let log = known[count]!;
    if (log !== log) known[count] = log = logGamma(after);
    sum -= before + log - after * Math.log(b + totals[i]!);
  }
  return sum;
}

/** Shares of the next gap that are asked for. */
const QUANTILES = { low: 0.1, middle: 0.5, late: 0.8, high: 0.9, gone: 0.99 } as const;
export type QuantileId = keyof typeof QUANTILES;

/**
 * Quantiles of the next gap of a customer with n gaps of a total: (b + total) · z/(1 − z), z of Beta(κ, a + κn). The odds depend on n
 * only and are kept, so that a customer costs one multiplication.
 */
export function gapQuantiles({ shape, a, b }: Pace) {
  const kept: Readonly<Record<QuantileId, Map<number, number>>> = {
    low: new Map(),
    middle: new Map(),
    late: new Map(),
    high: new Map(),
    gone: new Map(),
  };
  return (n: number, total: number, id: QuantileId): number => {
    let odds = kept[id].get(n);
    if (odds === undefined) kept[id].set(n, (odds = betaOdds(shape, a + shape * n, QUANTILES[id])));
    return (b + total) * odds;
  };
}

/** z/(1 − z) at a share of Beta(p, q), by halving the logarithm of the odds. */
function betaOdds(p: number, q: number, share: number): number {
  let [low, high] = [-40, 40];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(1 / (1 + Math.exp(-middle)), p, q) < share) low = middle;
    else high = middle;
  }
  return Math.exp((low + high) / 2);
}
