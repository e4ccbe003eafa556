import { nelderMead } from "../nelder-mead";
import type { SmoothingForm, SmoothingParameters } from "./form";
import { smooth, type Smoothed } from "./smooth";
import { startState } from "./start";

export interface SmoothingFit extends Smoothed {
  readonly form: SmoothingForm;
  readonly parameters: SmoothingParameters;
  /** smoothing parameters and values of the start that were estimated */
  readonly estimated: number;
}

/** φ outside this range is no damping, or a trend that is gone in a year. */
const DAMPING = { low: 0.8, high: 0.98 };

/**
 * Exponential smoothing with the parameters of least squared one-step error, from the start of `startState`.
 *
 * @param values  length n >= 2 periods (with a season) or 4 (without)
 * @param period  steps of a season
 *
 * α, β, φ and γ/(1 − α) are searched on the logit scale from two places. Not the same as full maximum likelihood (R ets), which
 * also searches the start. O(n) an evaluation, at most 600. Hyndman et al. 2008, chapter 5.
 */
export function fitSmoothing(
  values: Float64Array,
  form: SmoothingForm,
  period: number,
): SmoothingFit {
  const start = startState(values, form, period);
  const size = parameterCount(form);
  const f = (point: Float64Array): number =>
    smooth(values, form, parametersAt(point, form), start).squaredError;
  const found = [-2, 0]
    .map((place) => nelderMead(f, new Float64Array(size).fill(place), 1, 300))
    .reduce((best, other) => (other.value < best.value ? other : best));
  const parameters = parametersAt(found.point, form);
  const estimated =
    size + 1 + (form.trend === "none" ? 0 : 1) + Math.max(0, start.season.length - 1);
  return { form, parameters, estimated, ...smooth(values, form, parameters, start) };
}

function parameterCount({ trend, season }: SmoothingForm): number {
  const ofTrend = { none: 0, additive: 1, damped: 2 } as const;
  return 1 + ofTrend[trend] + (season === "none" ? 0 : 1);
}

function parametersAt(point: Float64Array, { trend, season }: SmoothingForm): SmoothingParameters {
  let place = 0;
  const next = (): number => 1 / (1 + Math.exp(-point[place++]!));
  const alpha = next();
  const beta = trend === "none" ? 0 : next();
  const damping = trend === "damped" ? DAMPING.low + (DAMPING.high - DAMPING.low) * next() : 1;
  const gamma = season === "none" ? 0 : (1 - alpha) * next();
  return { alpha, beta, gamma, damping };
}
