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

/** Limits of a p chart at one of its points: p̄ ± 3 √(p̄(1 − p̄)/n), within 0..1; n >= 1. Shewhart 1931. */
export function shareLimits(share: number, trials: number): ControlLimits {
  const reach = SIGMAS * Math.sqrt((share * (1 - share)) / trials);
  return { centre: share, low: Math.max(0, share - reach), high: Math.min(1, share + reach) };
}

/**
 * Limits of a u chart at one of its points, for events per unit sold: ū ± 3 √(ū/units), not below zero; units > 0.
 * Shewhart 1931.
 */
export function rateLimits(rate: number, units: number): ControlLimits {
  const reach = SIGMAS * Math.sqrt(rate / units);
  return { centre: rate, low: Math.max(0, rate - reach), high: rate + reach };
}
