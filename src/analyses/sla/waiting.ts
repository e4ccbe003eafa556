import { kaplanMeier, type SurvivalCurve } from "../../kernel/stats/survival/kaplan-meier";
import { lifetimes } from "../../kernel/stats/survival/lifetimes";
import { survivalQuantile } from "../../kernel/stats/survival/survival-quantile";
import type { Promised } from "../../measures/complaint-promises";
import type { Waiting, WaitingCurve } from "./spec";

const CURVE_POINTS = 200;

/** Kaplan–Meier estimate over some of the cases, of those whose time is known. */
function estimate(
  { durations, observed }: Pick<Promised, "durations" | "observed">,
  places: ArrayLike<number>,
): SurvivalCurve {
  const known: number[] = [];
  for (let k = 0; k < places.length; k++) {
    if (!Number.isNaN(durations[places[k]!]!)) known.push(places[k]!);
  }
  return kaplanMeier(
    lifetimes({
      durations: Float64Array.from(known, (i) => durations[i]!),
      outcomes: Uint8Array.from(known, (i) => observed[i]!),
      entries: null,
    }),
  );
}

export function waitingOf(
  promised: Pick<Promised, "durations" | "observed">,
  places: ArrayLike<number>,
): Waiting {
  const curve = estimate(promised, places);
  const by = (share: number): number | null => survivalQuantile(curve, share).estimate;
  return { median: by(0.5), p90: by(0.9) };
}

/** Share that is through after each time; thinned evenly by its steps. */
export function curveOf(promised: Promised, places: ArrayLike<number>): WaitingCurve {
  const { times, survival } = estimate(promised, places);
  const stride = Math.max(1, Math.ceil(times.length / CURVE_POINTS));
  const kept = Array.from(times.keys()).filter((i) => i % stride === 0 || i === times.length - 1);
  return {
    times: Float64Array.from(kept, (i) => times[i]!),
    shares: Float64Array.from(kept, (i) => 1 - survival[i]!),
  };
}
