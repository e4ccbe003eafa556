import { ascending } from "./ascending";

/** What was seen of some subjects; slot i of each array is one of them. No value is missing. */
export interface Observations {
  /** time from the start to the event or to the end of sight, >= 0 */
  readonly durations: Float64Array;
  /** 0 = still there when last seen; 1, 2, … = the event, by cause */
  readonly outcomes: Uint8Array;
  /** time at which each came into sight, below its duration; null = all from the start */
  readonly entries: Float64Array | null;
}

/** The same as sorted times: all that counts of subjects need. */
export interface Lifetimes {
  /** ascending: the end of sight of each subject, event or not; length n */
  readonly ends: Float64Array;
  /** ascending: the times of the events; length = events */
  readonly events: Float64Array;
  /** ascending: the times of coming into sight; null = all from the start */
  readonly entries: Float64Array | null;
}

/**
 * Sorted times of some subjects.
 *
 * @param seen     any order
 * @param cause    the outcome that counts as the event; absent: any
 * @param subjects slots to take; absent: all
 *
 * O(n) for whole days or months, else O(n log n), sorted as plain numbers.
 */
export function lifetimes(
  seen: Observations,
  { cause, subjects }: { readonly cause?: number; readonly subjects?: Uint32Array } = {},
): Lifetimes {
  const n = subjects === undefined ? seen.durations.length : subjects.length;
  const ends = new Float64Array(n);
  const entries = seen.entries === null ? null : new Float64Array(n);
  const events = new Float64Array(n);
  let eventCount = 0;
  for (let k = 0; k < n; k++) {
    const i = subjects === undefined ? k : subjects[k]!;
    ends[k] = seen.durations[i]!;
    if (entries !== null) entries[k] = seen.entries![i]!;
    const outcome = seen.outcomes[i]!;
    if (cause === undefined ? outcome !== 0 : outcome === cause) events[eventCount++] = ends[k]!;
  }
  return {
    ends: ascending(ends),
    events: ascending(events.slice(0, eventCount)),
    entries: entries === null ? null : ascending(entries),
  };
}

/** Counts at the distinct event times, ascending; all of one length. */
export interface RiskTable {
  readonly times: Float64Array;
  /** in sight just before the time: came before it, and left at it or later */
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
}

/**
 * How many are at risk at each distinct event time, and how many events there are.
 *
 * Events precede censorings at the same time; who comes into sight at a time is at risk only after it. O(n).
 */
export function riskTable({ ends, events, entries }: Lifetimes): RiskTable {
  const times: number[] = [];
  const atRisk: number[] = [];
  const counts: number[] = [];
  let gone = 0;
  let come = 0;
  for (let k = 0; k < events.length;) {
    const time = events[k]!;
    let next = k;
    while (next < events.length && events[next] === time) next++;
    while (gone < ends.length && ends[gone]! < time) gone++;
    if (entries !== null) while (come < entries.length && entries[come]! < time) come++;
    times.push(time);
    counts.push(next - k);
    atRisk.push((entries === null ? ends.length : come) - gone);
    k = next;
  }
  return {
    times: Float64Array.from(times),
    atRisk: Float64Array.from(atRisk),
    events: Float64Array.from(counts),
  };
}

/** How many are in sight just before a time: came before it (or from the start), and left at it or later. O(log n). */
export function atRiskAt({ ends, entries }: Lifetimes, time: number): number {
  const come = entries === null ? ends.length : countBelow(entries, time);
  return come - countBelow(ends, time);
}

/** Values below a bound in an ascending list. */
function countBelow(sorted: Float64Array, bound: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}
