/** Neighbouring groups with one fitted mean. */
export interface RisingBlock {
  /** places of the groups, `to` not among them */
  readonly from: number;
  readonly to: number;
  readonly mean: number;
}

/**
 * The rising sequence of means nearest to those of the groups, in weighted squares: pool adjacent violators.
 *
 * @param sums     one a group, in the order in which the means must rise
 * @param weights  one a group, above 0
 * @returns blocks in order, their means strictly rising; together they hold every group once
 *
 * O(groups). Ayer et al., Ann. Math. Stat. 26(4), 1955.
 */
export function risingBlocks(sums: Float64Array, weights: Float64Array): readonly RisingBlock[] {
  const starts = new Uint32Array(sums.length);
  const pooled = new Float64Array(sums.length);
  const heavy = new Float64Array(sums.length);
  let blocks = 0;
  for (let group = 0; group < sums.length; group++) {
    let [start, sum, weight] = [group, sums[group]!, weights[group]!];
    while (blocks > 0 && pooled[blocks - 1]! * weight >= sum * heavy[blocks - 1]!) {
      blocks--;
      sum += pooled[blocks]!;
      weight += heavy[blocks]!;
      start = starts[blocks]!;
    }
    starts[blocks] = start;
    pooled[blocks] = sum;
    heavy[blocks] = weight;
    blocks++;
  }
  return Array.from({ length: blocks }, (_, block) => ({
    from: starts[block]!,
    to: block + 1 < blocks ? starts[block + 1]! : sums.length,
    mean: pooled[block]! / heavy[block]!,
  }));
}
