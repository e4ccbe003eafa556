import { normalTwoSided } from "../../kernel/stats/normal";
import type { Difference, Score } from "./spec";

/** Two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963984540054;
/** Below this many answers the plain interval is too short: the adjusted one is used. */
const SMALL = 30;

/** Answers by class. */
export interface ClassCounts {
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
}

const clamped = (points: number): number => Math.min(100, Math.max(-100, points));

/**
 * Net promoter score of some answers.
 *
 * @param counts answers by class, together above 0
 * @returns NPS = 100 (p − d); variance 100² (p + d − (p − d)²) / n; 95 % interval ± 1.96 SE, within −100..100. Below 30 answers the
 *   adjusted Wald interval: ¾ of an answer more in each of four parts (passives two), n + 3
 *
 * Reichheld 2003; Rocks, "Interval estimation for the net promoter score", Am. Stat. 70(4), 2016 (adjusted Wald).
 */
export function scoreOf({ promoters, passives, detractors }: ClassCounts): Score {
  const n = promoters + passives + detractors;
  const { nps, variance } = momentsOf(promoters, detractors, n);
  const standardError = Math.sqrt(variance / n);
  const isAdjusted = n < SMALL;
  const adjusted = isAdjusted ? momentsOf(promoters + 0.75, detractors + 0.75, n + 3) : null;
  const centre = adjusted === null ? nps : adjusted.nps;
  const spread =
    Z_95 * (adjusted === null ? standardError : Math.sqrt(adjusted.variance / (n + 3)));
  return {
    n,
    promoters,
    passives,
    detractors,
    nps,
    standardError,
    low: clamped(centre - spread),
    high: clamped(centre + spread),
    isAdjusted,
  };
}

function momentsOf(promoters: number, detractors: number, n: number) {
  const p = promoters / n;
  const d = detractors / n;
  return { nps: (100 * (promoters - detractors)) / n, variance: 1e4 * (p + d - (p - d) ** 2) };
}

/**
 * Difference of two scores of independent answers.
 *
 * @returns one − other in points, its 95 % interval, and the two-sided p-value of no difference; 1 when neither varies
 */
export function differenceOf(one: Score, other: Score): Difference {
  const points = one.nps - other.nps;
  const error = Math.hypot(one.standardError, other.standardError);
  // Two scores without any spread: everybody said the same, and the normal distribution has nothing to say.
  const still = points === 0 ? 1 : 0;
  return {
    points,
    low: points - Z_95 * error,
    high: points + Z_95 * error,
    pValue: error > 0 ? normalTwoSided(points / error) : still,
  };
}

/**
 * Answers needed for an interval of ± `margin` points at the spread of these.
 *
 * @returns ⌈(1.96 SE₁ / margin)²⌉, SE₁ the standard deviation of one answer; at least 1
 */
export function neededAnswers(score: Score, margin: number): number {
  const needed = (Z_95 / margin) ** 2 * score.standardError ** 2 * score.n;
  return Math.max(1, Math.ceil(needed - 1e-9));
}
