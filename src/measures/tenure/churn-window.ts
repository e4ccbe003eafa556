import { finished } from "../../kernel/base/finished";
import { kaplanMeier, stepAt } from "../../kernel/stats/survival/kaplan-meier";
import { lifetimes, type Lifetimes } from "../../kernel/stats/survival/lifetimes";
import { survivalQuantile } from "../../kernel/stats/survival/survival-quantile";
import { saleSlots } from "../filter";
import { closedWithin, fewStillLast, heldWindow } from "../lapse-rule";
import type { Sight } from "../lifecycle-gaps";

/** The share for readers to whom a wrong alarm costs more than a late one. */
const SAFER_QUANTILE = 0.95;
const CUSTOMERS_A_SLICE = 20_000;

/** Days of silence from which on a customer counts as lost, and what it is from. */
export interface ChurnWindow {
  readonly windowDays: number;
  readonly basis: "given" | "gaps" | "closed";
  readonly gaps: number;
  readonly openGaps: number;
  /** silences longer than the window, and of them those that an order ended after all */
  readonly longSilences: number;
  readonly cameBack: number;
  /** days within which 95 % of all gaps end; null when so many never end */
  readonly saferDays: number | null;
}

/**
 * The churn window of a company, from its own gaps between order days.
 *
 * @param sight  whose sale lines are looked at, up to which day
 * @param givenDays  the reader's own window; 0 = from the gaps
 * @returns null when there is no gap that an order ended, and nothing is given
 *
 * By the rule of `lapse-rule`, the last gap of each customer still lasting. O(lines + gaps log gaps). Methods D21.
 */
export const churnWindow = (sight: Sight, givenDays: number): ChurnWindow | null =>
  finished(churnWindowSteps(sight, givenDays));

/** As `churnWindow`. @yields between slices */
export function* churnWindowSteps(
  sight: Sight,
  givenDays: number,
): Generator<void, ChurnWindow | null, void> {
  const gaps = yield* gapTimes(sight);
  yield;
  const curve = kaplanMeier(gaps);
  const quantile = curve.times[curve.survival.findIndex(fewStillLast)] ?? null;
  const found = quantile ?? gaps.events[closedWithin(gaps.events.length) - 1] ?? null;
  if (givenDays === 0 && found === null) return null;
  const windowDays = givenDays > 0 ? givenDays : heldWindow(found!);
  const long = gaps.ends.length - gapsWithin(gaps.ends, windowDays);
  const open = gaps.ends.length - gaps.events.length;
  const fromGaps = quantile === null ? "closed" : "gaps";
  return {
    windowDays,
    basis: givenDays > 0 ? "given" : fromGaps,
    gaps: gaps.ends.length,
    openGaps: open,
    longSilences: long,
    cameBack: gaps.events.length - gapsWithin(gaps.events, windowDays),
    saferDays: survivalQuantile(curve, SAFER_QUANTILE).estimate,
  };
}

/** How many sorted gaps are no longer than the window. */
const gapsWithin = (sorted: Float64Array, windowDays: number): number =>
  stepAt({ times: sorted }, windowDays) + 1;

/** Gaps between the order days of every customer; the last lasts until the day of looking. */
function* gapTimes({ book, orderRows, endDay }: Sight): Generator<void, Lifetimes, void> {
  const { words } = saleSlots(book, orderRows);
  // A gap ends at every line at most.
  const durations = new Float64Array(book.lineCount);
  const outcomes = new Uint8Array(book.lineCount);
  let count = 0;
  for (let customer = 0; customer < book.customerCount; customer++) {
    if (customer % CUSTOMERS_A_SLICE === CUSTOMERS_A_SLICE - 1) yield;
    let last: number | null = null;
    for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
      const day = book.days[slot]!;
      if (day > endDay) break;
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      if (last !== null && day > last) {
        durations[count] = day - last;
        outcomes[count++] = 1;
      }
      last = day;
    }
    if (last === null || last === endDay) continue;
    durations[count++] = endDay - last;
  }
  yield;
  return lifetimes({
    durations: durations.subarray(0, count),
    outcomes: outcomes.subarray(0, count),
    entries: null,
  });
}
