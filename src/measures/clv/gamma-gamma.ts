import { digamma, logGamma } from "../../kernel/stats/gamma-function";
import { minimizeSteps, type Minimum, type SmoothFunction } from "../../kernel/stats/minimize";
import { fitQuality, LOG_LIMIT, type FitQuality } from "./fit-quality";

/** p and q have no unit, v is money. */
export interface SpendParameters {
  readonly p: number;
  readonly q: number;
  readonly v: number;
}

export interface SpendFit extends SpendParameters {
  readonly logLikelihood: number;
  readonly quality: FitQuality;
  /** customers with a repeat and a mean above 0: those that were used */
  readonly customers: number;
  /** expected money of a purchase over the base; null when q <= 1: it has none */
  readonly meanSpend: number | null;
}

const STARTS = [
  [1, 1, 0],
  [4, 3, 1],
  [0.5, 6, 2],
] as const;

/**
 * Gamma-gamma model of the money of a purchase: gamma within a customer (shape p), its rate gamma over the base (q, v).
 * It supposes that money and frequency are unrelated; show their correlation beside it.
 *
 * @param repeats number of repeat purchases of each customer
 * @param means   their mean money; customers without repeats or with a mean at or below 0 are left out
 * @param from    parameters to begin with, and only with these: for refits near a known maximum
 * @returns null with fewer than 3 usable customers
 * @yields between steps of the search
 *
 * Colombo & Jiang, JIM 13(3), 1999; Fader & Hardie, note 025, 2013. Money in medians, log-parameters, three starts.
 */
export function* fitSpend(
  repeats: Uint32Array,
  means: Float64Array,
  from: SpendParameters | null = null,
): Generator<void, SpendFit | null, void> {
  const used: number[] = [];
  for (let i = 0; i < means.length; i++) if (repeats[i]! > 0 && means[i]! > 0) used.push(i);
  if (used.length < 3) return null;
  const counts = Uint32Array.from(used, (i) => repeats[i]!);
  const raw = Float64Array.from(used, (i) => means[i]!);
  const scale = raw.toSorted()[raw.length >> 1]!;
  const scaled = raw.map((mean) => mean / scale);
  const objective = negativeMeanLogLikelihood(spendersOf(counts, scaled));
  const starts =
    from === null ? STARTS : [[Math.log(from.p), Math.log(from.q), Math.log(from.v / scale)]];
  const ends: Minimum[] = [];
  for (const start of starts) ends.push(yield* minimizeSteps(objective, start));
  const best = ends.reduce((one, other) => (other.value < one.value ? other : one));
  const [p, q, v] = [Math.exp(best.point[0]!), Math.exp(best.point[1]!), Math.exp(best.point[2]!)];
  return {
    p,
    q,
    v: v * scale,
    logLikelihood: -best.value * used.length - used.length * Math.log(scale),
    quality: fitQuality(best),
    customers: used.length,
    meanSpend: q > 1 ? (p * v * scale) / (q - 1) : null,
  };
}

/**
 * Expected money of a purchase of a customer with this mean over this many repeats; without repeats the mean of the base.
 * NaN when the model has no mean (p x + q <= 1).
 */
export function expectedSpend({ p, q, v }: SpendParameters, repeats: number, mean: number): number {
  const below = p * repeats + q - 1;
  if (below <= 0) return NaN;
  return repeats > 0 ? (p * (v + repeats * mean)) / below : (p * v) / below;
}

/** The customers of a fit; money in units of `scale`. */
interface Spenders {
  readonly counts: Uint32Array;
  /** money of all repeats of a customer together */
  readonly totals: Float64Array;
  readonly sumLogMeans: number;
  readonly sumLogTotals: number;
  /** distinct numbers of repeats, and how many customers have each */
  readonly sizes: Uint32Array;
  readonly heads: Uint32Array;
}

function spendersOf(counts: Uint32Array, means: Float64Array): Spenders {
  const heads = new Map<number, number>();
  const totals = new Float64Array(counts.length);
  let [sumLogMeans, sumLogTotals] = [0, 0];
  for (let i = 0; i < counts.length; i++) {
    const x = counts[i]!;
    const known = heads.get(x);
    heads.set(x, known === undefined ? 1 : known + 1);
    totals[i] = x * means[i]!;
    sumLogMeans += Math.log(means[i]!);
    sumLogTotals += Math.log(totals[i]!);
  }
  return {
    counts,
    totals,
    sumLogMeans,
    sumLogTotals,
    sizes: Uint32Array.from(heads.keys()),
    heads: Uint32Array.from(heads.values()),
  };
}

/**
 * Gamma functions hang on the number of repeats alone and are computed once for each; of a customer there is left
 * log (1 + v ÷ total), which also loses no digits where v is small.
 */
function negativeMeanLogLikelihood(spenders: Spenders): SmoothFunction {
  const { counts, totals, sumLogMeans, sumLogTotals, sizes, heads } = spenders;
  const n = counts.length;
  return (point, gradient) => {
    if (point.some((log) => Math.abs(log) > LOG_LIMIT)) return Infinity;
    const [p, q, v] = [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!)];
    let [ones, repeats, rates, repeatRates] = [0, 0, 0, 0];
    for (let i = 0; i < n; i++) {
      const total = totals[i]!;
      const excess = Math.log1p(v / total);
      const rate = 1 / (total + v);
      const x = counts[i]!;
      ones += excess;
      repeats += x * excess;
      rates += rate;
      repeatRates += x * rate;
    }
    // Σ log ((total + v) ÷ v)
    const above = sumLogTotals + ones - n * Math.log(v);
    let value = -n * logGamma(q) - sumLogMeans - p * repeats - q * above;
    let dp = -repeats;
    let dq = -n * digamma(q) - above;
    sizes.forEach((x, k) => {
      const [px, customers] = [p * x, heads[k]!];
      const psi = digamma(px + q);
      value += customers * (logGamma(px + q) - logGamma(px));
      dp += customers * x * (psi - digamma(px));
      dq += customers * psi;
    });
    const dv = (n * q) / v - p * repeatRates - q * rates;
    gradient[0] = (-dp * p) / n;
    gradient[1] = (-dq * q) / n;
    gradient[2] = (-dv * v) / n;
    return Number.isNaN(value) ? Infinity : -value / n;
  };
}
