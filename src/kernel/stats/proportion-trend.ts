import { normalTwoSided } from "./normal";

/** A part of a group, and what orders the groups. */
export interface OrderedShare {
  /** any number; equal ones are alike */
  readonly score: number;
  /** 0..trials */
  readonly successes: number;
  /** n >= 0 */
  readonly trials: number;
}

export interface ProportionTrend {
  /** standard normal without a trend; above 0 = the share rises with the score */
  readonly z: number;
  /** two-sided, 0..1 */
  readonly p: number;
  /** change of the share for one step of the score: weighted least squares */
  readonly slope: number;
}

/**
 * Cochran–Armitage test for a trend in shares across ordered groups.
 *
 * @returns null when the scores of all groups with a trial are one, or all or none of the trials succeed: no trend can be seen
 *
 * z = Σ s(x − n p̂) ÷ √(p̂(1 − p̂)(Σ n s² − (Σ n s)² ÷ N)), without a correction for continuity; z² is the statistic of R
 * prop.trend.test. Assumes independent trials. O(groups). Cochran, Biometrics 10, 1954; Armitage, Biometrics 11, 1955.
 */
export function proportionTrend(shares: readonly OrderedShare[]): ProportionTrend | null {
  let [all, hits, scores] = [0, 0, 0];
  for (const { score, successes, trials } of shares) {
    all += trials;
    hits += successes;
    scores += trials * score;
  }
  if (all === 0 || hits === 0 || hits === all) return null;
  const [share, middle] = [hits / all, scores / all];
  let [excess, spread] = [0, 0];
  // Around the middle, so that large scores (years, say) cost no digits.
  for (const { score, successes, trials } of shares) {
    excess += (score - middle) * (successes - trials * share);
    spread += trials * (score - middle) ** 2;
  }
  if (spread === 0) return null;
  const z = excess / Math.sqrt(share * (1 - share) * spread);
  return { z, p: normalTwoSided(z), slope: excess / spread };
}
