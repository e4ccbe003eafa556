import type { Weighting } from "./weighting";

/**
 * How far those that answered are from all that were asked.
 *
 * @returns the largest difference of means of a column of the design, in its standard deviations among all that were asked: of the
 *   answers as they are, and weighted. Columns that do not vary are left out. Below 0.1 is called balanced.
 *
 * O(customers × columns). Austin, Stat. Med. 28, 2009 (standardised differences).
 */
export function balanceOf(
  { design, weights }: Weighting,
  hasAnswered: Uint8Array,
): { readonly raw: number; readonly weighted: number } {
  const { width, entries, columns, values, rowCount } = design;
  const [sums, squares] = [new Float64Array(width), new Float64Array(width)];
  const [answered, weighted] = [new Float64Array(width), new Float64Array(width)];
  let [count, total] = [0, 0];
  for (let i = 0; i < rowCount; i++) {
    const has = hasAnswered[i]!;
    const weight = weights[i]!;
    count += has;
    total += weight;
    for (let at = i * entries; at < (i + 1) * entries; at++) {
      const column = columns[at]!;
      const value = values[at]!;
      sums[column]! += value;
      squares[column]! += value * value;
      answered[column]! += has * value;
      weighted[column]! += weight * value;
    }
  }
  let most = { raw: 0, weighted: 0 };
  for (let column = 0; column < width; column++) {
    const mean = sums[column]! / rowCount;
    const sd = Math.sqrt(Math.max(0, squares[column]! / rowCount - mean * mean));
    if (!(sd > 1e-9)) continue;
    const off = (sum: number, n: number): number => Math.abs(sum / n - mean) / sd;
    most = {
      raw: Math.max(most.raw, off(answered[column]!, count)),
      weighted: Math.max(most.weighted, off(weighted[column]!, total)),
    };
  }
  return most;
}
