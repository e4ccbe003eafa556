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
  const { below, above, fraction } = placeOf(sorted.length, probability);
  return between(sorted[below]!, sorted[above]!, fraction);
}

/**
 * As `quantileOfSorted`, of some of the values by their order: no sorted copy is needed.
 *
 * @param values  no NaN at the positions of `order`
 * @param order   positions in ascending order of their values, length n >= 1
 */
export function quantileOfOrder(
  values: Float64Array,
  order: Uint32Array,
  probability: number,
): number {
  const { below, above, fraction } = placeOf(order.length, probability);
  return between(values[order[below]!]!, values[order[above]!]!, fraction);
}

function placeOf(n: number, probability: number) {
  invariant(n > 0, "quantile of no values");
  invariant(probability >= 0 && probability <= 1, `probability ${probability} is not 0..1`);
  const position = (n - 1) * probability;
  const below = Math.floor(position);
  return { below, above: Math.min(below + 1, n - 1), fraction: position - below };
}

function between(low: number, high: number, fraction: number): number {
  if (low === high) return low;
  const step = high - low;
  return fraction >= 0.5 ? high - step * (1 - fraction) : low + step * fraction;
}

/** Ascending copy. O(n log n). */
function sortedCopy(values: ArrayLike<number>): Float64Array<ArrayBuffer> {
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
