import { chiSquaredUpper } from "./chi-squared";

/** How far the shares of two samples are apart. */
export interface Stability {
  /** Σ (q − p) ln(q ÷ p) over the bins; 0 = the same shares */
  readonly index: number;
  /** bins that were compared, small ones taken together */
  readonly bins: number;
  /** chance of an index as large where both samples come from one population; 1 with a single bin */
  readonly p: number;
}

/** A bin that holds less of both samples, on average, is taken together with its neighbour. */
const LEAST_SHARE = 0.02;
/** Customers of both samples that a bin should hold. */
const LEAST_CUSTOMERS = 10;
/** What an empty bin counts as, in customers: no logarithm reaches it otherwise. */
const HALF = 0.5;

/**
 * Population stability index of two samples in the same bins.
 *
 * @param before  counts by bin, neighbours side by side; the last bin holds those without a value and stays alone
 * @param after   as `before`, in the same bins
 * @returns null where one of the samples is empty
 *
 * The same both ways round. The p-value takes (1/n + 1/m) χ² with one degree of freedom less than bins; customers that are in both
 * samples make it too large, never too small. O(bins). Siddiqi, Credit Risk Scorecards, 2006; Yurdakul & Naranjo, J. Risk Model
 * Validation 14(4), 2020.
 */
export function populationStability(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): Stability | null {
  const [n, m] = [totalOf(before), totalOf(after)];
  if (n === 0 || m === 0) return null;
  const pooled = pooledBins(before, after, n, m);
  let index = 0;
  for (const [one, other] of pooled) {
    const p = (one === 0 ? HALF : one) / n;
    const q = (other === 0 ? HALF : other) / m;
    index += (q - p) * Math.log(q / p);
  }
  const df = pooled.length - 1;
  const p = df === 0 ? 1 : chiSquaredUpper(index / (1 / n + 1 / m), df);
  return { index, bins: pooled.length, p };
}

function totalOf(counts: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < counts.length; i++) total += counts[i]!;
  return total;
}

/** Neighbours together until they hold enough; what is left over at the end goes with the bin before it. */
function pooledBins(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
  n: number,
  m: number,
): [number, number][] {
  const last = before.length - 1;
  const pooled: [number, number][] = [];
  let [one, other] = [0, 0];
  for (let bin = 0; bin < last; bin++) {
    one += before[bin]!;
    other += after[bin]!;
    const share = (one / n + other / m) / 2;
    if (share < LEAST_SHARE || one + other < LEAST_CUSTOMERS) continue;
    pooled.push([one, other]);
    [one, other] = [0, 0];
  }
  if (one + other > 0) {
    const end = pooled.at(-1);
    if (end === undefined) pooled.push([one, other]);
    else {
      end[0] += one;
      end[1] += other;
    }
  }
  const missing: [number, number] = [before[last]!, after[last]!];
  if (missing[0] + missing[1] > 0) pooled.push(missing);
  return pooled;
}
