import type { SmoothingFit } from "./fit";

/**
 * Standard deviation of the one-step error, with the estimated parameters taken off the count; relative to the forecast for a
 * multiplicative season. NaN when as many were estimated as there are values.
 */
export function errorScale(
  { fitted, form, estimated }: SmoothingFit,
  values: Float64Array,
): number {
  let sum = 0;
  for (let t = 0; t < values.length; t++) {
    const error = values[t]! - fitted[t]!;
    sum += form.season === "multiplicative" ? (error / fitted[t]!) ** 2 : error * error;
  }
  const free = values.length - estimated;
  return free > 0 ? Math.sqrt(sum / free) : NaN;
}

/**
 * One possible future of a fitted series: each step errs by its shock and the state learns from it.
 *
 * @param scale   see `errorScale`
 * @param shocks  standard normal, one a step
 * @param into    receives the values, length of `shocks`
 *
 * O(steps). Hyndman et al. 2008, section 6.1.
 */
export function simulatePath(
  { form, parameters, state }: Pick<SmoothingFit, "form" | "parameters" | "state">,
  scale: number,
  shocks: Float64Array,
  into: Float64Array,
): void {
  const season = Float64Array.from(state.season);
  const period = season.length;
  const isMultiplicative = form.season === "multiplicative";
  const phi = form.trend === "damped" ? parameters.damping : 1;
  let { level } = state;
  let trend = form.trend === "none" ? 0 : state.trend;
  for (let h = 0; h < shocks.length; h++) {
    const base = level + phi * trend;
    const s = period === 0 ? 0 : season[h % period]!;
    const expected = isMultiplicative ? base * s : base + s;
    const error = shocks[h]! * scale * (isMultiplicative ? expected : 1);
    into[h] = expected + error;
    const levelError = isMultiplicative ? error / s : error;
    level = base + parameters.alpha * levelError;
    if (form.trend !== "none")
      trend = phi * trend + parameters.alpha * parameters.beta * levelError;
    if (period > 0)
      season[h % period] = s + parameters.gamma * (isMultiplicative ? error / base : error);
  }
}
