import type { SurvivalCurve } from "./kaplan-meier";

export interface RestrictedMean {
  readonly mean: number;
  readonly standardError: number;
}

/**
 * Mean time until the event or the horizon, whichever comes first: the area under the survival curve up to the horizon.
 *
 * @param horizon  above 0, not past `lastTime`: beyond it the curve is unknown
 * @returns in the unit of the times
 *
 * Var = Σ A(t_i)² d_i ÷ (n_i (n_i − d_i)) with A the area from t_i to the horizon. Irwin 1949; Royston & Parmar 2013. O(m).
 */
export function restrictedMean(curve: SurvivalCurve, horizon: number): RestrictedMean {
  const { times, survival, atRisk, events } = curve;
  let area = 0;
  let variance = 0;
  let until = horizon;
  for (let k = times.length - 1; k >= 0; k--) {
    const time = times[k]!;
    if (time > horizon) continue;
    area += survival[k]! * (until - time);
    until = time;
    const left = atRisk[k]! - events[k]!;
    if (left > 0) variance += (area * area * events[k]!) / (atRisk[k]! * left);
  }
  return { mean: area + until, standardError: Math.sqrt(variance) };
}
