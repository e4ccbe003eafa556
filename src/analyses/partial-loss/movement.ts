import { exposureOf, type Spans, type Windows } from "./spans";

/** So many expected order days of others count as much as what is known beforehand: that nothing moves. */
const PRIOR_ORDER_DAYS = 20;
/** A pace below this is not told apart. */
const LEAST = 0.01;
const HALVINGS = 40;
/** A place is judged where at least a full stop would stand out at this level. */
const FULL_STOP_LEVEL = 0.05;

/** The share of n order days that would fall into the last window at an unchanged pace. */
export function windowShare(exposure: number, windowDays: number, movement: number): number {
  return (movement * windowDays) / (movement * windowDays + exposure);
}

/** Order days that a place needs in all windows together to be judged. */
export function fewestOrderDays(share: number): number {
  return Math.ceil(Math.log(FULL_STOP_LEVEL) / Math.log1p(-share) - 1e-9);
}

/**
 * Whether a fall of a place could be seen at all: a window of past or more, and so many order days that none of them in the
 * last window would be rarer than 5 %. It depends on the sum of both spans only, on which the test is conditional anyway.
 */
export function canBeJudged(
  spans: Spans,
  place: number,
  windows: Windows,
  movement: number,
): boolean {
  const exposure = exposureOf(spans, place, windows);
  if (exposure < windows.windowDays) return false;
  const orderDays = spans.recentDays[place]! + spans.pastDays[place]!;
  return orderDays >= fewestOrderDays(windowShare(exposure, windows.windowDays, movement));
}

/** Places with the same number of order days and of days of past. */
export interface MovementGroup {
  readonly orderDays: number;
  readonly exposure: number;
  places: number;
  /** order days in the last window, all together */
  recent: number;
}

/** Adds a place to the groups of its kind. */
export function addToGroups(
  groups: Map<number, MovementGroup>,
  orderDays: number,
  exposure: number,
  recent: number,
): void {
  const key = orderDays * 8192 + exposure;
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { orderDays, exposure, places: 1, recent });
  else {
    group.places++;
    group.recent += recent;
  }
}

interface MovementRule {
  readonly windowDays: number;
  /** only places with an order day in the last window are among the groups */
  readonly isTruncated: boolean;
  /** what is known beforehand, 0..1 */
  readonly before: number;
}

/**
 * Pace of many places together in the last window against their own past, at most 1.
 *
 * The pace s under which the order days in the window are as many as expected: Σ x = Σ n π(s), π = sW ÷ (sW + E); where only
 * those with x > 0 are there, each divided by 1 − (1 − π)^n, so that leaving out the stopped ones makes nobody else look
 * faster. Shrunk to what is known beforehand with the weight of 20 order days.
 *
 * @returns LEAST..1; growth is not counted, who does not grow along is not lost
 * O(groups). Maximum likelihood of the (truncated) conditional binomial.
 */
export function movementOf(groups: Iterable<MovementGroup>, rule: MovementRule): number {
  const all = [...groups];
  const recent = all.reduce((sum, group) => sum + group.recent, 0);
  const expected = (movement: number): number => expectedRecent(all, movement, rule);
  let [low, high] = [LEAST, 1];
  if (expected(1) <= recent) low = 1;
  else {
    for (let i = 0; i < HALVINGS; i++) {
      const middle = (low + high) / 2;
      if (expected(middle) <= recent) low = middle;
      else high = middle;
    }
  }
  const weight = expectedRecent(all, 1, { ...rule, isTruncated: false });
  const shrunk = (weight * low + PRIOR_ORDER_DAYS * rule.before) / (weight + PRIOR_ORDER_DAYS);
  return Math.min(1, Math.max(LEAST, shrunk));
}

function expectedRecent(
  groups: readonly MovementGroup[],
  movement: number,
  { windowDays, isTruncated }: MovementRule,
): number {
  let sum = 0;
  for (const { orderDays, exposure, places } of groups) {
    const share = windowShare(exposure, windowDays, movement);
    const any = isTruncated ? 1 - (1 - share) ** orderDays : 1;
    sum += (places * orderDays * share) / any;
  }
  return sum;
}
