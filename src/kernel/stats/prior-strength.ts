/**
 * How firmly the shares of several groups are to be drawn to one another, by how far they lie apart: the strength M of the beta prior by the
 * method of moments. A group of n with share p is then best told by (n p + M × share of all) ÷ (n + M).
 *
 * @param counts  cases of each group; those of 0 do not count
 * @param shares  0..1, of the same length
 * @returns M > 0, cases that the prior is worth; Infinity where the groups lie no further apart than chance would have them; null with fewer
 *   than three groups, or where all shares are 0 or all are 1: their spread says nothing
 *
 * With X = Σ n (p − p̄)² ÷ (p̄ (1 − p̄)) and p̄ the share of all together, E X = (1 − ρ)(G − 1) + ρ (N − Σ n² ÷ N) for
 * ρ = 1 ÷ (1 + M) in G groups of N cases; ρ is solved for. At least 1: a few groups cannot say that nothing is to be drawn.
 * O(G). Kleinman, JASA 68, 1973, with weights n.
 */
export function priorStrength(counts: readonly number[], shares: readonly number[]): number | null {
  const groups = counts.flatMap((n, i) => (n > 0 ? [{ n, p: shares[i]! }] : []));
  if (groups.length < FEWEST_GROUPS) return null;
  const sum = (of: (group: { n: number; p: number }) => number): number =>
    groups.reduce((total, group) => total + of(group), 0);
  const all = sum(({ n }) => n);
  const mean = sum(({ n, p }) => n * p) / all;
  if (!(mean > 0 && mean < 1)) return null;
  const spread = sum(({ n, p }) => n * (p - mean) ** 2) / (mean * (1 - mean));
  const byChance = groups.length - 1;
  const room = all - sum(({ n }) => n * n) / all - byChance;
  // One case a group: nothing tells the spread of groups from that of cases.
  if (!(room > 0)) return null;
  const correlation = (spread - byChance) / room;
  return correlation <= 0 ? Infinity : Math.max(1, 1 / correlation - 1);
}

const FEWEST_GROUPS = 3;
