/** How far each weight may be from the one chosen, as a part of itself. */
export const WEIGHT_PLAY = 0.2;

/** Order of groups with how sure it is. All arrays have one slot a group. */
export interface Standing {
  /** Σ weight × value ÷ Σ weights, 0..1 */
  readonly scores: readonly number[];
  /** 1 = first; equal scores by place */
  readonly ranks: readonly number[];
  readonly bestRanks: readonly number[];
  readonly worstRanks: readonly number[];
  /** The first stays first while no weight changes by more than this part of itself; 1 = whatever they are. */
  readonly holdsTo: number;
  /** group that takes the lead then; null: none */
  readonly rival: number | null;
}

/**
 * Values of a criterion between 0 (the worst group) and 1 (the best).
 *
 * @param figures   one a group, none missing
 * @param isCost    the smaller the better
 * @returns a half for everybody where all are alike: such a criterion tells nobody apart
 */
export function scaled(figures: readonly number[], isCost: boolean): number[] {
  const least = Math.min(...figures);
  const spread = Math.max(...figures) - least;
  return figures.map((figure) => {
    if (!(spread > 0)) return 0.5;
    const value = (figure - least) / spread;
    return isCost ? 1 - value : value;
  });
}

/** Weighted mean of the values of each group. @param values  by criterion, then by group; weights >= 0, not all 0 */
export function weightedScores(
  values: readonly (readonly number[])[],
  weights: readonly number[],
): number[] {
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const groups = values[0]?.map((_, group) => group) ?? [];
  return groups.map(
    (group) => values.reduce((sum, of, c) => sum + weights[c]! * of[group]!, 0) / whole,
  );
}

/**
 * The order of groups by a weighted mean, and how far it hangs on the weights.
 *
 * The difference of two groups is linear in the weights, so its least and greatest value while each weight moves by up to a part p of
 * itself are Σ w d ∓ p Σ w |d|, d the differences of their values: no weights need be tried. A group's best rank counts those that are
 * ahead of it with any such weights, its worst rank those that can be; both are bounds that no such weights pass.
 *
 * @param values   by criterion, then by group, 0..1
 * @param weights  one a criterion, >= 0, not all 0
 * @param play     p, 0..1
 * O(groups² × criteria).
 */
export function standing(
  values: readonly (readonly number[])[],
  weights: readonly number[],
  play = WEIGHT_PLAY,
): Standing {
  const scores = weightedScores(values, weights);
  const order = scores.map((_, group) => group).sort((a, b) => scores[b]! - scores[a]! || a - b);
  const ranks = scores.map((_, group) => order.indexOf(group) + 1);
  const lead = (a: number, b: number): { readonly centre: number; readonly reach: number } => {
    let centre = 0;
    let reach = 0;
    values.forEach((of, c) => {
      const difference = of[a]! - of[b]!;
      centre += weights[c]! * difference;
      reach += weights[c]! * Math.abs(difference);
    });
    return { centre, reach };
  };
  const ahead = (group: number, sign: 1 | -1): number =>
    order.filter((other) => {
      const { centre, reach } = lead(other, group);
      return other !== group && centre + sign * play * reach > TIE;
    }).length;
  const [first = 0, ...others] = order;
  let holdsTo = 1;
  let rival: number | null = null;
  for (const other of others) {
    const { centre, reach } = lead(first, other);
    const holds = reach > TIE ? centre / reach : 0;
    if (holds >= holdsTo) continue;
    holdsTo = Math.max(0, holds);
    rival = other;
  }
  return {
    scores,
    ranks,
    bestRanks: scores.map((_, group) => 1 + ahead(group, -1)),
    worstRanks: scores.map((_, group) => 1 + ahead(group, 1)),
    holdsTo,
    rival,
  };
}

/** Sums of a few products are not exact: a lead smaller than this is none. */
const TIE = 1e-9;
