import { normalTwoSided } from "../../kernel/stats/normal";
import { studentHalfWidth } from "../../kernel/stats/student-t";
import { compensatedSum } from "../../kernel/stats/sum";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { Change, Rating, Share } from "./spec";

/** Ends of a scale; its steps are whole. */
export interface Scale {
  readonly scaleMin: number;
  readonly scaleMax: number;
}

export function shareOf(count: number, n: number): Share {
  return { count, ratio: count / n, ...wilsonInterval(count, n) };
}

/**
 * Some answers on one scale.
 *
 * @param values  n >= 1 scores, more is better
 * @returns top box = the highest step, top-2 box = the two highest; a half step below a step is not in it
 */
export function ratingOf(values: Float64Array, { scaleMin, scaleMax }: Scale): Rating {
  const n = values.length;
  const middle = (scaleMin + scaleMax) / 2;
  let [top, top2, below] = [0, 0, 0];
  for (let k = 0; k < n; k++) {
    const value = values[k]!;
    if (value >= scaleMax) top++;
    if (value >= scaleMax - 1) top2++;
    if (value < middle) below++;
  }
  const mean = compensatedSum(values) / n;
  const spread = n > 1 ? studentHalfWidth(0.95, n - 1) * meanError(values, mean) : null;
  return {
    n,
    topBox: shareOf(top, n),
    top2Box: shareOf(top2, n),
    belowMiddle: shareOf(below, n),
    mean,
    meanLow: spread === null ? null : mean - spread,
    meanHigh: spread === null ? null : mean + spread,
    index: (100 * (mean - scaleMin)) / (scaleMax - scaleMin),
  };
}

/** Standard error of the mean, with n − 1. */
function meanError(values: Float64Array, mean: number): number {
  const squares = values.map((value) => (value - mean) ** 2);
  return Math.sqrt(compensatedSum(squares) / (values.length - 1) / values.length);
}

/** Change of a share between two independent samples: pooled two-proportion z test, two-sided. */
export function changeOf(now: Share, before: Share, nNow: number, nBefore: number): Change {
  const difference = now.ratio - before.ratio;
  const pooled = (now.count + before.count) / (nNow + nBefore);
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / nNow + 1 / nBefore));
  return { difference, pValue: error > 0 ? normalTwoSided(difference / error) : 1 };
}
