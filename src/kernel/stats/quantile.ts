import { invariant } from "../base/invariant";

/**
 * Quantile of sorted values by linear interpolation between order statistics: R's type 7, NumPy's "linear".
 *
 * @param sorted       ascending, length n >= 1, no NaN
 * @param probability  0..1
 * @returns x[h] + (h - ⌊h⌋)(x[h+1] - x[h]) with h = (n - 1) p
 *
 * The interpolation runs from the nearer end, as NumPy does, so both give the same bits and equal neighbours give
 * exactly their value. O(1). Hyndman & Fan, "Sample quantiles in statistical packages", Am. Stat. 50(4), 1996.
 */
export function quantileOfSorted(sorted: ArrayLike<number>, probability: number): number {
  const n = sorted.length;
  invariant(n > 0, "quantile of no values");
  invariant(probability >= 0 && probability <= 1, `probability ${probability} is not 0..1`);
  const position = (n - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below]!;
  if (below + 1 >= n) return low;
  const high = sorted[below + 1]!;
  const fraction = position - below;
  const step = high - low;
  return fraction >= 0.5 ? high - step * (1 - fraction) : low + step * fraction;
}

/** Ascending copy. O(n log n). */
export function sortedCopy(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
  return new Float64Array(values).sort();
}

/**
 * Several quantiles of unsorted values; see `quantileOfSorted`.
 *
 * @param values         length n, any order, no NaN
 * @param probabilities  each 0..1
 * @returns one value a probability; all NaN when n = 0
 */
export function quantiles(
  values: ArrayLike<number>,
  probabilities: readonly number[],
): Float64Array<ArrayBuffer> {
  const result = new Float64Array(probabilities.length).fill(NaN);
  if (values.length === 0) return result;
  const sorted = sortedCopy(values);
  probabilities.forEach((probability, i) => {
    result[i] = quantileOfSorted(sorted, probability);
  });
  return result;
}

/** Middle value, the mean of the two middle ones for an even count; NaN of none. */
export function median(values: ArrayLike<number>): number {
  return quantiles(values, [0.5])[0]!;
}
