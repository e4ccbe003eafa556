import type { SurvivalCurve } from "./kaplan-meier";

/** A time with its 95 % interval; null where the curve (or its band) never gets there. */
export interface TimeEstimate {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** A curve that runs along a level differs from it by rounding only. */
const TOLERANCE = 1.5e-8;

/**
 * The time by which a share of the subjects has had the event.
 *
 * @param share  above 0, up to 1; 0.5 is the median
 * @returns the first time with S <= 1 − share; where S runs along 1 − share, the middle of that stretch. The interval ends
 *   are where the lower and the upper band get there
 *
 * As quantile.survfit of R. Brookmeyer & Crowley 1982. O(m).
 */
export function survivalQuantile(curve: SurvivalCurve, share: number): TimeEstimate {
  return {
    estimate: crossing(curve, curve.survival, share),
    lower: crossing(curve, curve.lower, share),
    upper: crossing(curve, curve.upper, share),
  };
}

function crossing(
  { times, lastTime }: SurvivalCurve,
  heights: Float64Array,
  share: number,
): number | null {
  const level = 1 - share;
  const reached = heights.findIndex((height) => height <= level + TOLERANCE);
  if (reached < 0) return null;
  const passed = heights.findIndex((height) => height <= level - TOLERANCE);
  return (times[reached]! + (passed < 0 ? lastTime : times[passed]!)) / 2;
}
