import { normalTwoSided } from "./normal";

/** A test of trend. */
export interface TrendTest {
  /** pairs that rise less pairs that fall; above 0 = rising */
  readonly s: number;
  /** number of pairs compared */
  readonly pairs: number;
  /** variance of s without a trend */
  readonly variance: number;
  /** two-sided, 0..1 */
  readonly p: number;
  /** from the whole distribution of s; false: normal approximation, because values are equal or there are many */
  readonly isExact: boolean;
}

/** Above this many pairs the normal approximation is right to three digits. */
const MOST_EXACT_PAIRS = 5000;

/**
 * Mann–Kendall test of trend, in seasons: only values of the same season are compared with each other, so that what comes
 * back every year is no trend. One season = the plain test.
 *
 * @param seasons  values of each season in order of time; any lengths, no NaN
 * @returns null when no two values can be compared
 *
 * Without equal values p is exact: s is the sum of independent counts of inversions, whose distribution is a convolution of
 * uniform ones. With equal values: normal with the variance corrected for them, and a continuity correction of 1. All equal:
 * p = 1. Assumes that the values of a season are independent of each other; a slow wave makes p too small.
 * O(pairs) without equal values times the number of values for the exact p.
 * Mann 1945; Kendall 1975; Hirsch & Slack, Water Resources Research 20(6), 1984. Against SciPy `kendalltau` (exact and
 * asymptotic without its own correction) 1e-12.
 */
export function mannKendall(seasons: readonly ArrayLike<number>[]): TrendTest | null {
  let s = 0;
  let pairs = 0;
  let variance = 0;
  let hasTies = false;
  for (const values of seasons) {
    const n = values.length;
    pairs += (n * (n - 1)) / 2;
    variance += (n * (n - 1) * (2 * n + 5)) / 18;
    const ties = tiesOf(values);
    for (const size of ties) variance -= (size * (size - 1) * (2 * size + 5)) / 18;
    if (ties.length > 0) hasTies = true;
    for (let i = 0; i < n; i++) {
      for (let j = i + 1; j < n; j++) s += Math.sign(values[j]! - values[i]!);
    }
  }
  if (pairs === 0) return null;
  const isExact = !hasTies && pairs <= MOST_EXACT_PAIRS;
  const p = isExact ? exactP(seasons, s, pairs) : normalP(s, variance);
  return { s, pairs, variance, p, isExact };
}

/** Sizes of the groups of equal values. */
function tiesOf(values: ArrayLike<number>): readonly number[] {
  const sorted = Float64Array.from(values).sort();
  const sizes: number[] = [];
  for (let from = 0; from < sorted.length;) {
    let to = from + 1;
    while (to < sorted.length && sorted[to] === sorted[from]) to++;
    if (to - from > 1) sizes.push(to - from);
    from = to;
  }
  return sizes;
}

function normalP(s: number, variance: number): number {
  if (s === 0 || variance <= 0) return 1;
  return normalTwoSided((Math.abs(s) - 1) / Math.sqrt(variance));
}

/** P(|S| >= |s|) from the distribution of the pairs that fall: Σ over seasons and i <= n of a uniform 0..i − 1. */
function exactP(seasons: readonly ArrayLike<number>[], s: number, pairs: number): number {
  let shares = new Float64Array(pairs + 1);
  shares[0] = 1;
  let reach = 0;
  for (const { length } of seasons) {
    for (let i = 2; i <= length; i++) {
      const next = new Float64Array(pairs + 1);
      let window = 0;
      for (let k = 0; k <= reach + i - 1; k++) {
        window += shares[k]!;
        if (k >= i) window -= shares[k - i]!;
        next[k] = window / i;
      }
      reach += i - 1;
      shares = next;
    }
  }
  // s = pairs − 2 × falling pairs, and the distribution is symmetric.
  const falling = (pairs - Math.abs(s)) / 2;
  let tail = 0;
  for (let k = 0; k <= falling; k++) tail += shares[k]!;
  return Math.min(1, Math.max(0, 2 * tail));
}
