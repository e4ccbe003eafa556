import { ascendingOrder } from "../stats/rank";

export interface Auc {
  /** chance that an event scores above a non-event, ties counting half */
  readonly value: number;
  readonly error: number;
  /** 95 %, within 0..1 */
  readonly low: number;
  readonly high: number;
}

const Z_95 = 1.959963984540054;

/**
 * Area under the ROC curve with DeLong's interval.
 *
 * @param scores  length n, no NaN; only their order counts
 * @param labels  1 = event
 * @returns null when there is no event or no non-event
 *
 * O(n log n), one sort. DeLong, DeLong & Clarke-Pearson, Biometrics 44(3), 1988; Sun & Xu, IEEE SPL 21(11), 2014.
 */
export function aucOf(scores: Float64Array, labels: Uint8Array): Auc | null {
  const n = scores.length;
  let events = 0;
  for (let i = 0; i < n; i++) events += labels[i]!;
  const others = n - events;
  if (events === 0 || others === 0) return null;
  const order = ascendingOrder(scores);
  // placement of each event among the non-events, and of each non-event among the events
  const placed = { event: new Float64Array(events), other: new Float64Array(others) };
  let [e, o] = [0, 0];
  for (let from = 0; from < n;) {
    const score = scores[order[from]!]!;
    let [to, tied] = [from, 0];
    for (; to < n && scores[order[to]!] === score; to++) tied += labels[order[to]!]!;
    const tiedOthers = to - from - tied;
    placed.event.fill((o + tiedOthers / 2) / others, e, e + tied);
    placed.other.fill(1 - (e + tied / 2) / events, o, o + tiedOthers);
    e += tied;
    o += tiedOthers;
    from = to;
  }
  const value = meanOf(placed.event);
  const error = Math.sqrt(varianceOf(placed.event) / events + varianceOf(placed.other) / others);
  return {
    value,
    error,
    low: Math.max(0, value - Z_95 * error),
    high: Math.min(1, value + Z_95 * error),
  };
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

function varianceOf(values: Float64Array): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  let sum = 0;
  for (const value of values) sum += (value - mean) ** 2;
  return sum / (values.length - 1);
}
