import type { SmoothingForm, SmoothingParameters, SmoothingState } from "./form";

export interface Smoothed {
  /** one-step forecast of each value */
  readonly fitted: Float64Array<ArrayBuffer>;
  /** Σ (value − fitted)²; +Infinity when a multiplicative level fell to zero */
  readonly squaredError: number;
  /** the state after the last value */
  readonly state: SmoothingState;
}

/**
 * Runs exponential smoothing over a series.
 *
 * @param values  length n, no missing values; above zero for a multiplicative season
 * @param start   the state before the first value; not changed
 *
 * Error-correction form: with e = y − fitted, level' = l + φb + αe/σ, trend' = φb + αβe/σ, season' = s + γe/λ; σ = λ = 1 for
 * an additive season, σ = s and λ = l + φb for a multiplicative one. The same as the component form of statsmodels
 * ExponentialSmoothing (golden: 1e-6). O(n). Holt 1957; Winters 1960; Hyndman et al., _Forecasting with Exponential Smoothing_,
 * 2008, table 2.1.
 */
export function smooth(
  values: Float64Array,
  form: SmoothingForm,
  { alpha, beta, gamma, damping }: SmoothingParameters,
  start: SmoothingState,
): Smoothed {
  const n = values.length;
  const fitted = new Float64Array(n);
  const season = Float64Array.from(start.season);
  const period = season.length;
  const isMultiplicative = form.season === "multiplicative";
  const phi = form.trend === "damped" ? damping : 1;
  let level = start.level;
  let trend = form.trend === "none" ? 0 : start.trend;
  let squaredError = 0;
  let place = 0;
  for (let t = 0; t < n; t++) {
    const base = level + phi * trend;
    const s = period === 0 ? 0 : season[place]!;
    const expected = isMultiplicative ? base * s : base + s;
    const error = values[t]! - expected;
    fitted[t] = expected;
    squaredError += error * error;
    const levelError = isMultiplicative ? error / s : error;
    level = base + alpha * levelError;
    if (form.trend !== "none") trend = phi * trend + alpha * beta * levelError;
    if (period === 0) continue;
    season[place] = s + gamma * (isMultiplicative ? error / base : error);
    place = place + 1 === period ? 0 : place + 1;
  }
  const state = { level, trend, season: turned(season, place) };
  return { fitted, squaredError: Number.isFinite(squaredError) ? squaredError : Infinity, state };
}

function turned(season: Float64Array, place: number): Float64Array {
  const inOrder = new Float64Array(season.length);
  for (let k = 0; k < season.length; k++) inOrder[k] = season[(place + k) % season.length]!;
  return inOrder;
}

/** The expected values of the next steps. O(steps). */
export function projected(
  { level, trend, season }: SmoothingState,
  form: SmoothingForm,
  damping: number,
  steps: number,
): Float64Array<ArrayBuffer> {
  const values = new Float64Array(steps);
  const phi = form.trend === "damped" ? damping : 1;
  let slope = 0;
  let power = 1;
  for (let h = 0; h < steps; h++) {
    power *= phi;
    slope += power;
    const base = form.trend === "none" ? level : level + slope * trend;
    const s = season.length === 0 ? 0 : season[h % season.length]!;
    values[h] = form.season === "multiplicative" ? base * s : base + s;
  }
  return values;
}
