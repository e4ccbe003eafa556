import { chiSquaredUpper } from "./chi-squared";

export interface RankComparison {
  /** H, corrected for ties */
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** ε² = H ÷ (n − 1), 0..1 */
  readonly effect: number;
  /** values that were compared */
  readonly n: number;
  readonly groups: number;
}

/**
 * Kruskal–Wallis test that several groups have values of one level.
 *
 * @param values      length n, no NaN
 * @param order       `ascendingOrder(values)`
 * @param groupOf     group of each value, 0..groupCount − 1; a negative one leaves the value out
 * @param groupCount  number of groups; those without a value are left out
 * @returns null with fewer than two groups, or when all values are equal
 *
 * Ranks are those within the values that take part, ties share their mean. The chi-square law wants five values and more in each
 * group. Assumes independent values. O(n), no sorting: the order is made once for many groupings.
 * Kruskal & Wallis, JASA 47, 1952; ε²: Tomczak & Tomczak 2014. SciPy stats.kruskal.
 */
export function kruskalWallis(
  values: Float64Array,
  order: Uint32Array,
  groupOf: Int32Array,
  groupCount: number,
): RankComparison | null {
  const rankSums = new Float64Array(groupCount);
  const sizes = new Float64Array(groupCount);
  let [n, ties] = [0, 0];
  for (let from = 0; from < order.length;) {
    const value = values[order[from]!]!;
    let to = from;
    let run = 0;
    while (to < order.length && values[order[to]!]! === value) {
      if (groupOf[order[to]!]! >= 0) run++;
      to++;
    }
    const rank = n + (run + 1) / 2;
    for (let k = from; k < to; k++) {
      const group = groupOf[order[k]!]!;
      if (group < 0) continue;
      rankSums[group]! += rank;
      sizes[group]!++;
    }
    n += run;
    ties += run * run * run - run;
    from = to;
  }
  let [groups, sum] = [0, 0];
  for (let group = 0; group < groupCount; group++) {
    const size = sizes[group]!;
    if (size === 0) continue;
    groups++;
    const excess = rankSums[group]! / size - (n + 1) / 2;
    sum += size * excess * excess;
  }
  const correction = 1 - ties / (n * n * n - n);
  if (groups < 2 || !(correction > 0)) return null;
  const statistic = (12 * sum) / (n * (n + 1)) / correction;
  const df = groups - 1;
  return {
    statistic,
    df,
    pValue: chiSquaredUpper(statistic, df),
    effect: statistic / (n - 1),
    n,
    groups,
  };
}
