/**
 * From which silence on a customer counts as gone where the data have to say it: one rule for every page. The gap within which
 * 80 % of all gaps between order days end, those that still last included (Kaplan–Meier); where fewer ever end, the gap within
 * which 95 % of those that an order ended have ended: with so many silences for good, only a long one says something.
 * Held within 14 to 730 days. Methods D21.
 */
const STILL_LASTING = 0.2;
const ENDED_OF_CLOSED = 0.95;
const SHORTEST_DAYS = 14;
const LONGEST_DAYS = 730;
/** A curve that comes down to the level differs from it by rounding only. */
const TOLERANCE = 1e-9;

/** Whether so few of all gaps still last (0..1) that a longer silence stands out. */
export function fewStillLast(share: number): boolean {
  return share <= STILL_LASTING + TOLERANCE;
}

/** How many of the gaps that an order ended must be no longer than the window; 0 without any. */
export function closedWithin(closedGaps: number): number {
  return Math.ceil(closedGaps * ENDED_OF_CLOSED - TOLERANCE);
}

/** A window from data, in whole days, within what makes sense. */
export function heldWindow(days: number): number {
  return Math.min(LONGEST_DAYS, Math.max(SHORTEST_DAYS, Math.ceil(days)));
}
