import { invariant } from "../../base/invariant";

/** A step function that starts at 1; arrays of one length, times ascending. */
export interface ProductLimit {
  /** times at which something was seen */
  readonly times: Float64Array<ArrayBuffer>;
  /** S(t) just after each time, 0..1 */
  readonly survival: Float64Array<ArrayBuffer>;
  readonly atRisk: Uint32Array<ArrayBuffer>;
  readonly events: Uint32Array<ArrayBuffer>;
}

/**
 * Product-limit (Kaplan–Meier) estimate of the share that is still waiting after a time.
 *
 * @param durations  length n, >= 0, no missing values; any order
 * @param observed   length n, 1 = it happened, 0 = still waiting when last looked at
 * @returns one step for each distinct time with an event
 *
 * Events precede censorings at the same time. Empty input: no step. All waiting: no step, S = 1 throughout.
 * Assumes that those still waiting are no slower or faster than the others. O(n log n). R `survival::survfit`.
 * Kaplan & Meier, JASA 53, 1958.
 */
export function productLimit(
  durations: ArrayLike<number>,
  observed: ArrayLike<number>,
): ProductLimit {
  const n = durations.length;
  invariant(observed.length === n, `${observed.length} marks for ${n} durations`);
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort(
    (a, b) => durations[a]! - durations[b]!,
  );
  const times: number[] = [];
  const survival: number[] = [];
  const atRisk: number[] = [];
  const events: number[] = [];
  let share = 1;
  for (let from = 0; from < n;) {
    const time = durations[order[from]!]!;
    let to = from;
    let seen = 0;
    for (; to < n && durations[order[to]!] === time; to++)
      seen += observed[order[to]!] === 1 ? 1 : 0;
    if (seen > 0) {
      share *= (n - from - seen) / (n - from);
      times.push(time);
      survival.push(share);
      atRisk.push(n - from);
      events.push(seen);
    }
    from = to;
  }
  return {
    times: Float64Array.from(times),
    survival: Float64Array.from(survival),
    atRisk: Uint32Array.from(atRisk),
    events: Uint32Array.from(events),
  };
}

/**
 * The time by which a share has had it happen: the first with S(t) <= 1 − share; where S(t) is exactly that for a while, the
 * middle of it, as R's `quantile.survfit` does. Null when the estimate never comes down so far.
 */
export function timeByShare({ times, survival }: ProductLimit, share: number): number | null {
  // A product of fractions that should be one half misses it by roundings.
  const TOLERANCE = 1e-9;
  const wanted = 1 - share;
  const place = survival.findIndex((left) => left <= wanted + TOLERANCE);
  if (place < 0) return null;
  const isFlat = Math.abs(survival[place]! - wanted) <= TOLERANCE && place + 1 < times.length;
  return isFlat ? (times[place]! + times[place + 1]!) / 2 : times[place]!;
}
