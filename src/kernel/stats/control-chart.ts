import { compensatedSum } from "./sum";

/** Limits outside of which a point is no ordinary fluctuation. */
export interface ControlLimits {
  readonly centre: number;
  readonly low: number;
  readonly high: number;
}

const SIGMAS = 3;

/**
 * Limits of an individuals chart: centre ± 2.66 × mean moving range.
 *
 * @param values  length n >= 2, in time order, no NaN
 * @returns null for fewer than two values. `low` may lie below zero
 *
 * Fits any measure that wanders, also counts that scatter more than Poisson's. 2.66 = 3 ÷ d₂(2).
 * Wheeler & Chambers, Understanding Statistical Process Control, 1992, chapter 3. O(n).
 */
export function individualsLimits(
  values: ArrayLike<number>,
): (ControlLimits & { readonly movingRange: number }) | null {
  if (values.length < 2) return null;
  const ranges = Array.from({ length: values.length - 1 }, (_, i) =>
    Math.abs(values[i + 1]! - values[i]!),
  );
  const centre = compensatedSum(values) / values.length;
  const movingRange = compensatedSum(ranges) / ranges.length;
  const reach = 2.66 * movingRange;
  return { centre, low: centre - reach, high: centre + reach, movingRange };
}

/** Limits of a c chart, for counts of independent events: mean ± 3 √mean, not below zero. Shewhart 1931. */
export function countLimits(counts: ArrayLike<number>): ControlLimits | null {
  if (counts.length === 0) return null;
  const centre = compensatedSum(counts) / counts.length;
  const reach = SIGMAS * Math.sqrt(centre);
  return { centre, low: Math.max(0, centre - reach), high: centre + reach };
}

/**
 * Limits of a p chart at one of its points: p̄ ± 3 √(p̄(1 − p̄)/n), within 0..1; n >= 1. Shewhart 1931.
 *
 * @param factor  of the width; `laneyFactor` makes the p′ chart
 */
export function shareLimits(share: number, trials: number, factor = 1): ControlLimits {
  const reach = SIGMAS * factor * Math.sqrt((share * (1 - share)) / trials);
  return { centre: share, low: Math.max(0, share - reach), high: Math.min(1, share + reach) };
}

/**
 * How much more than binomial chance the points of a p chart scatter from one to the next: σ_z of Laney's p′ chart.
 *
 * @param points  shares with their trials (above 0), in time order
 * @param centre  the share of all
 * @returns mean moving range of z = (p − p̄)/√(p̄(1 − p̄)/n), ÷ 1.128 (d₂ of two); 1 for fewer than two points, or where
 *   the share of all is 0 or 1. The limits of p′ are p̄ ± 3 σ_z √(p̄(1 − p̄)/n)
 *
 * Laney, Improved control charts for attributes, Quality Engineering 14, 2002. O(n).
 */
export function laneyFactor(
  points: readonly { readonly share: number; readonly trials: number }[],
  centre: number,
): number {
  return scatterFactor(
    points.map(({ share, trials }) => ({ value: share, n: trials })),
    centre,
    Math.sqrt(Math.max(0, centre * (1 - centre))),
  );
}

/**
 * How much more than sampling error the means of a series scatter from one to the next: Laney's σ_z for means of n observations.
 *
 * @param points     means with the observations behind each (above 0), in time order
 * @param centre     mean of all
 * @param deviation  standard deviation of a single observation
 * @returns mean moving range of z = (x̄ − centre) ÷ (deviation ÷ √n), ÷ 1.128 (d₂ of two); 1 for fewer than two points, or
 *   without a deviation
 *
 * Laney, Quality Engineering 14, 2002. O(n).
 */
export function scatterFactor(
  points: readonly { readonly value: number; readonly n: number }[],
  centre: number,
  deviation: number,
): number {
  if (points.length < 2 || !(deviation > 0)) return 1;
  const scores = points.map(({ value, n }) => (value - centre) / (deviation / Math.sqrt(n)));
  const ranges = scores.slice(1).map((score, i) => Math.abs(score - scores[i]!));
  return compensatedSum(ranges) / ranges.length / 1.128;
}

/**
 * Limits of an x̄ chart at one of its points: centre ± 3 · factor · deviation ÷ √n. Shewhart 1931.
 *
 * @param factor  of the width; `scatterFactor` where means scatter more than sampling error
 */
export function meanLimits(
  centre: number,
  deviation: number,
  n: number,
  factor = 1,
): ControlLimits {
  const reach = (SIGMAS * factor * deviation) / Math.sqrt(n);
  return { centre, low: centre - reach, high: centre + reach };
}

/**
 * Limits of a u chart at one of its points, for events per unit sold: ū ± 3 √(ū/units), not below zero; units > 0.
 * Shewhart 1931.
 */
export function rateLimits(rate: number, units: number): ControlLimits {
  const reach = SIGMAS * Math.sqrt(rate / units);
  return { centre: rate, low: Math.max(0, rate - reach), high: rate + reach };
}
