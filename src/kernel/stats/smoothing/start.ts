import type { SmoothingForm, SmoothingState } from "./form";

/** Seasons that the start is read from: later ones may have another shape. */
const SEASONS_READ = 3;
/** Steps of a series without a season that the line of the start is laid through. */
const STEPS_READ = 10;

/**
 * A sensible state before the first value: season from the classical decomposition of the first three seasons (of two when there
 * are no more), level and trend from a straight line through the values without that season.
 *
 * @param values  length n, at least 2 periods for a season
 * @param period  steps of a season
 *
 * Hyndman et al. 2008, section 2.6.1. O(n).
 */
export function startState(
  values: Float64Array,
  form: SmoothingForm,
  period: number,
): SmoothingState {
  if (form.season === "none") {
    const line = straightLine(values.subarray(0, STEPS_READ));
    return form.trend === "none"
      ? { level: line.mean, trend: 0, season: new Float64Array(0) }
      : { level: line.before, trend: line.slope, season: new Float64Array(0) };
  }
  const seasons = Math.min(SEASONS_READ, Math.floor(values.length / period));
  const read = values.subarray(0, seasons * period);
  const season = seasonFigure(read, form.season, period);
  const without = read.map((value, t) =>
    form.season === "multiplicative" ? value / season[t % period]! : value - season[t % period]!,
  );
  const line = straightLine(without);
  return form.trend === "none"
    ? { level: straightLine(without.subarray(0, period)).mean, trend: 0, season }
    : { level: line.before, trend: line.slope, season };
}

/**
 * The average shape of a season: each value against the centred moving average of its year, averaged over the years, and
 * brought to a sum of 0 (additive) or a mean of 1 (multiplicative). As R `decompose(x)$figure`.
 */
export function seasonFigure(
  values: Float64Array,
  kind: "additive" | "multiplicative",
  period: number,
): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(period);
  const counts = new Float64Array(period);
  const half = Math.floor(period / 2);
  for (let t = half; t + half < values.length; t++) {
    const centre = movingAverage(values, t, period);
    sums[t % period]! += kind === "multiplicative" ? values[t]! / centre : values[t]! - centre;
    counts[t % period]!++;
  }
  const figure = sums.map((sum, place) => sum / counts[place]!);
  const mean = figure.reduce((sum, value) => sum + value, 0) / period;
  return figure.map((value) => (kind === "multiplicative" ? value / mean : value - mean));
}

function movingAverage(values: Float64Array, t: number, period: number): number {
  const half = Math.floor(period / 2);
  let sum = 0;
  for (let k = t - half; k <= t + half; k++) sum += values[k]!;
  // An even period has no middle step: its two ends count half each.
  if (period % 2 === 0) sum -= (values[t - half]! + values[t + half]!) / 2;
  return sum / period;
}

/** Least squares over the steps 1..n; `before` is the line at step 0. */
function straightLine(values: Float64Array): { mean: number; before: number; slope: number } {
  const n = values.length;
  const middle = (n + 1) / 2;
  let mean = 0;
  for (let t = 0; t < n; t++) mean += values[t]! / n;
  let [up, across] = [0, 0];
  for (let t = 0; t < n; t++) {
    up += (t + 1 - middle) * (values[t]! - mean);
    across += (t + 1 - middle) ** 2;
  }
  const slope = across === 0 ? 0 : up / across;
  return { mean, before: mean - slope * middle, slope };
}
