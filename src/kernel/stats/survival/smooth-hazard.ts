import { Z_95 } from "./kaplan-meier";
import { atRiskAt, riskTable, type Lifetimes } from "./lifetimes";

/** The rate at which those who are left have the event, over time; all arrays of one length. */
export interface SmoothHazard {
  readonly times: Float64Array;
  /** events ÷ time at risk near the time, per unit of time */
  readonly hazards: Float64Array;
  /** 95 %, on the scale of logarithms; NaN where no event is near */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly bandwidth: number;
}

/** Steps of the time at risk; much finer than any bandwidth. */
const EXPOSURE_STEPS = 1024;

/**
 * Smoothed hazard: events near a time over the time at risk near it, both weighed by Epanechnikov's kernel.
 *
 * @param span  from, to: where the hazard is wanted; to > from
 * @param bandwidth  half the width of what counts as near, in the unit of the times, above 0
 * @param points  how many times, >= 2, evenly from `from` to `to`
 *
 * As numerator and denominator are cut alike at the ends, there is no bias towards 0 there (Müller & Wang 1994, "ratio" form;
 * Ramlau-Hansen 1983). With a bandwidth beyond the span it is nearly events ÷ time at risk. O(points × (m + 1024)).
 */
export function smoothHazard(
  sorted: Lifetimes,
  span: { readonly from: number; readonly to: number },
  bandwidth: number,
  points = 81,
): SmoothHazard {
  const { times: eventTimes, events } = riskTable(sorted);
  const last = sorted.ends.length === 0 ? 0 : sorted.ends[sorted.ends.length - 1]!;
  const step = last / EXPOSURE_STEPS;
  const exposure = new Float64Array(EXPOSURE_STEPS);
  for (let k = 0; k < EXPOSURE_STEPS; k++) exposure[k] = step * atRiskAt(sorted, (k + 0.5) * step);
  const times = new Float64Array(points);
  const hazards = new Float64Array(points);
  const lower = new Float64Array(points);
  const upper = new Float64Array(points);
  for (let p = 0; p < points; p++) {
    const time = span.from + ((span.to - span.from) * p) / (points - 1);
    let [weighted, squared, risk] = [0, 0, 0];
    for (let k = 0; k < eventTimes.length; k++) {
      const weight = kernel((eventTimes[k]! - time) / bandwidth);
      weighted += weight * events[k]!;
      squared += weight * weight * events[k]!;
    }
    for (let k = 0; k < EXPOSURE_STEPS; k++) {
      risk += kernel(((k + 0.5) * step - time) / bandwidth) * exposure[k]!;
    }
    const hazard = risk > 0 ? weighted / risk : NaN;
    // The error of a logarithm is the relative error: √Σ w² d ÷ Σ w d.
    const factor = weighted > 0 ? Math.exp((Z_95 * Math.sqrt(squared)) / weighted) : NaN;
    times[p] = time;
    hazards[p] = hazard;
    lower[p] = hazard / factor;
    upper[p] = hazard * factor;
  }
  return { times, hazards, lower, upper, bandwidth };
}

function kernel(distance: number): number {
  return distance > -1 && distance < 1 ? 0.75 * (1 - distance * distance) : 0;
}
