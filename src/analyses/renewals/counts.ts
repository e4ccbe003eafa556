import type { Tenure } from "../../measures/tenure/tenure";
import type { RenewalPeriod } from "./spec";
import { countAt, type RenewalCounts } from "../../measures/clv/shifted-beta-geometric";

/** A contract that ends within this share of a period after its anniversary ended on it: leap years, the day of signing. */
const SLACK = 0.04;

/** The renewals of some customers up to a day. */
export interface Renewals {
  readonly tenure: Tenure;
  readonly period: RenewalPeriod;
  readonly histories: RenewalHistories;
  readonly counts: RenewalCounts;
}

/** Every observed customer in whole periods; slots as in `Tenure`. */
export interface RenewalHistories {
  /** 1: left. `renewals` is then how often the customer renewed before */
  readonly left: Uint8Array;
  /** renewals so far */
  readonly renewals: Uint32Array;
  /** renewals before the customer came into sight */
  readonly late: Uint32Array;
}

/**
 * Times as renewals: who left in the middle of a period is counted as not renewing at its end.
 *
 * @param length of a period, in the unit of the tenure. O(customers)
 */
export function renewalHistories({ seen }: Tenure, length: number): RenewalHistories {
  const { durations, outcomes, entries } = seen;
  const count = durations.length;
  const left = new Uint8Array(count);
  const renewals = new Uint32Array(count);
  const late = new Uint32Array(count);
  for (let slot = 0; slot < count; slot++) {
    const periods = durations[slot]! / length;
    left[slot] = outcomes[slot] === 0 ? 0 : 1;
    renewals[slot] =
      left[slot] === 1 ? Math.max(0, Math.ceil(periods - SLACK) - 1) : Math.floor(periods + SLACK);
    late[slot] =
      entries === null ? 0 : Math.min(renewals[slot]!, Math.floor(entries[slot]! / length));
  }
  return { left, renewals, late };
}

/** The histories counted, as the model takes them. O(customers) */
export function renewalCounts({ left, renewals, late }: RenewalHistories): RenewalCounts {
  const longest = renewals.reduce((most, count) => Math.max(most, count), 0) + 1;
  const counts = {
    lost: new Float64Array(longest),
    alive: new Float64Array(longest),
    late: new Float64Array(longest),
  };
  for (let slot = 0; slot < left.length; slot++) {
    const into = left[slot] === 1 ? counts.lost : counts.alive;
    into[renewals[slot]!]! += 1;
    counts.late[late[slot]!]! += 1;
  }
  return counts;
}

/** How many were asked for the n-th time, n = slot + 1, and how many of them stayed. O(periods) */
export function askedAndKept(counts: RenewalCounts): { asked: Float64Array; kept: Float64Array } {
  const { lost, alive, late } = counts;
  const length = lost.length;
  const asked = new Float64Array(length);
  const kept = new Float64Array(length);
  // Those who go on beyond a renewal were asked at it, unless they came into sight later.
  let [beyond, unseen] = [0, 0];
  for (let slot = length - 1; slot >= 0; slot--) {
    kept[slot] = beyond + countAt(alive, slot + 1) - unseen - countAt(late, slot + 1);
    asked[slot] = kept[slot]! + lost[slot]!;
    beyond += lost[slot]! + countAt(alive, slot + 1);
    unseen += countAt(late, slot + 1);
  }
  return { asked, kept };
}
