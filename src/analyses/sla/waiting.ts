import { productLimit, timeByShare } from "../../kernel/stats/survival/product-limit";
import type { Promised } from "./kept";
import type { Waiting, WaitingCurve } from "./spec";

const CURVE_POINTS = 200;

/** Product-limit estimate over some of the cases, of those whose time is known. */
function estimate(
  { durations, observed }: Pick<Promised, "durations" | "observed">,
  places: ArrayLike<number>,
) {
  const known: number[] = [];
  for (let k = 0; k < places.length; k++) {
    if (!Number.isNaN(durations[places[k]!]!)) known.push(places[k]!);
  }
  return productLimit(
    Float64Array.from(known, (i) => durations[i]!),
    Uint8Array.from(known, (i) => observed[i]!),
  );
}

export function waitingOf(
  promised: Pick<Promised, "durations" | "observed">,
  places: ArrayLike<number>,
): Waiting {
  const limit = estimate(promised, places);
  return { median: timeByShare(limit, 0.5), p90: timeByShare(limit, 0.9) };
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
