import { digamma, logBeta } from "../../kernel/stats/gamma-function";
import { minimize } from "../../kernel/stats/minimize";
import { fitQuality, LOG_LIMIT, type FitQuality } from "./fit-quality";

/** Chance of leaving at a renewal ~ beta(α, β) over the customers. No unit. */
export interface RenewalParameters {
  readonly alpha: number;
  readonly beta: number;
}

export interface RenewalFit extends RenewalParameters {
  readonly logLikelihood: number;
  readonly quality: FitQuality;
  /** of α and β, from the curvature at the maximum; null on a boundary */
  readonly covariance: Covariance | null;
}

/** Variances of α and β, and what they have in common. */
export interface Covariance {
  readonly alpha: number;
  readonly beta: number;
  readonly both: number;
}

/** How customers with a contract have gone on, counted by whole periods. */
export interface RenewalCounts {
  /** Slot t: customers who did not renew for period t + 2, that is after t + 1 periods. */
  readonly lost: ArrayLike<number>;
  /** Slot n: customers who are still there, and were asked n times so far. */
  readonly alive: ArrayLike<number>;
  /** Slot n: customers who came into sight only after n renewals; nobody knows of those who left before. */
  readonly late: ArrayLike<number>;
}

/** Of a parameter, for differences of the gradient. */
const STEP = 1e-5;

const STARTS = [
  [0, 0],
  [0, 2],
  [-1, 1],
] as const;

/**
 * Shifted beta-geometric model of renewals: a customer leaves at each renewal with the same chance, which differs between
 * customers as beta(α, β); so the average retention of a cohort rises with its age without anybody changing.
 *
 * @returns null when nobody has left, or nobody was kept at a renewal: there is nothing to tell the parameters apart by
 *
 * Fader & Hardie, J. Interactive Marketing 21(1), 2007. Exact gradient, log-parameters, three starts. O(periods) a step.
 */
export function fitRenewals(counts: RenewalCounts): RenewalFit | null {
  const { lost, alive } = counts;
  const left = total(lost, 0);
  const kept = total(lost, 1) + total(alive, 1);
  if (left === 0 || kept === 0) return null;
  const objective = negativeMeanLogLikelihood(counts, left + total(alive, 1));
  const ends = STARTS.map((start) => minimize(objective, start));
  const best = ends.reduce((one, other) => (other.value < one.value ? other : one));
  const [alpha, beta] = [Math.exp(best.point[0]!), Math.exp(best.point[1]!)];
  const quality = fitQuality(best);
  return {
    alpha,
    beta,
    logLikelihood: -best.value * (left + total(alive, 1)),
    quality,
    covariance: quality === "exact" ? covarianceAt(counts, { alpha, beta }) : null,
  };
}

/** Nobody is counted beyond the longest history. */
export function countAt(counts: ArrayLike<number>, n: number): number {
  return n < counts.length ? counts[n]! : 0;
}

function total(counts: ArrayLike<number>, from: number): number {
  let sum = 0;
  for (let i = from; i < counts.length; i++) sum += counts[i]!;
  return sum;
}

/**
 * ∂/∂α and ∂/∂β of the log-likelihood, and its value: P(T = t) = B(α + 1, β + t − 1) / B(α, β), S(n) = B(α, β + n) / B(α, β).
 */
function likelihood(
  { lost, alive, late }: RenewalCounts,
  { alpha, beta }: RenewalParameters,
): readonly [value: number, byAlpha: number, byBeta: number] {
  const whole = logBeta(alpha, beta);
  const [psiAlpha, psiBeta, psiBoth] = [digamma(alpha), digamma(beta), digamma(alpha + beta)];
  let [value, byAlpha, byBeta] = [0, 0, 0];
  for (let slot = 0; slot < lost.length; slot++) {
    const count = lost[slot]!;
    if (count === 0) continue;
    const all = digamma(alpha + beta + 1 + slot);
    value += count * (logBeta(alpha + 1, beta + slot) - whole);
    byAlpha += count * (digamma(alpha + 1) - all - psiAlpha + psiBoth);
    byBeta += count * (digamma(beta + slot) - all - psiBeta + psiBoth);
  }
  for (let n = 1; n < Math.max(alive.length, late.length); n++) {
    const count = countAt(alive, n) - countAt(late, n);
    if (count === 0) continue;
    const all = digamma(alpha + beta + n);
    value += count * (logBeta(alpha, beta + n) - whole);
    byAlpha += count * (psiBoth - all);
    byBeta += count * (digamma(beta + n) - all - psiBeta + psiBoth);
  }
  return [value, byAlpha, byBeta];
}

function negativeMeanLogLikelihood(counts: RenewalCounts, customers: number) {
  return (point: Float64Array, gradient: Float64Array): number => {
    if (point.some((log) => Math.abs(log) > LOG_LIMIT)) return Infinity;
    const [alpha, beta] = [Math.exp(point[0]!), Math.exp(point[1]!)];
    const [value, byAlpha, byBeta] = likelihood(counts, { alpha, beta });
    gradient[0] = (-byAlpha * alpha) / customers;
    gradient[1] = (-byBeta * beta) / customers;
    return Number.isNaN(value) ? Infinity : -value / customers;
  };
}

/** From central differences of the exact gradient; null where the curvature is no maximum's. */
function covarianceAt(
  counts: RenewalCounts,
  { alpha, beta }: RenewalParameters,
): Covariance | null {
  const [da, db] = [alpha * STEP, beta * STEP];
  const slope = (a: number, b: number) => likelihood(counts, { alpha: a, beta: b });
  const [highA, lowA] = [slope(alpha + da, beta), slope(alpha - da, beta)];
  const [highB, lowB] = [slope(alpha, beta + db), slope(alpha, beta - db)];
  const aa = -(highA[1] - lowA[1]) / (2 * da);
  const bb = -(highB[2] - lowB[2]) / (2 * db);
  const ab = -(highA[2] - lowA[2]) / (2 * da);
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 0 && aa > 0)) return null;
  return { alpha: bb / determinant, beta: aa / determinant, both: -ab / determinant };
}

/** Share of a cohort that is still there after n renewals: S(n). */
export function survivalAfter({ alpha, beta }: RenewalParameters, renewals: number): number {
  return Math.exp(logBeta(alpha, beta + renewals) - logBeta(alpha, beta));
}

/** Chance that a customer who has renewed `renewals` times renews the next time as well: r(renewals + 1). */
export function nextRenewal({ alpha, beta }: RenewalParameters, renewals: number): number {
  return (beta + renewals) / (alpha + beta + renewals);
}

/** Periods that are added up one by one; from then on retention is as good as constant. */
const ADDED = 3000;

/**
 * Expected discounted number of further periods, seen just before the next renewal, for customers of 0 to `most` renewals; the
 * period after the renewal counts in full.
 *
 * @param discount a period, above 0: without it the sum need not exist
 * @returns slot n: after n renewals. O(most + 3000)
 *
 * Fader & Hardie, "Customer-base valuation in a contractual setting", Marketing Science 29(1), 2010, equation (6).
 */
export function residualPeriods(
  parameters: RenewalParameters,
  most: number,
  discount: number,
): Float64Array {
  const periods = new Float64Array(most + 1);
  const last = nextRenewal(parameters, most + ADDED);
  let residual = last / (1 - last / (1 + discount));
  for (let n = most + ADDED - 1; n >= 0; n--) {
    residual = nextRenewal(parameters, n) * (1 + residual / (1 + discount));
    if (n <= most) periods[n] = residual;
  }
  return periods;
}
