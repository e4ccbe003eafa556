import { fitRenewals, nextRenewal } from "../../measures/clv/shifted-beta-geometric";
import { lengthOf } from "./period";
import type { Renewals } from "./counts";
import type { RenewalCheck, RenewalsGap } from "./spec";

/** Fewer renewals could not tell a right model from a wrong one. */
const FEWEST_ASKED = 30;
const Z_95 = 1.959963984540054;

/**
 * The model of a period ago against what happened since: everybody who was there then has been asked once.
 *
 * @param before  the renewals up to a day
 * @returns null where the data know no days, or too few were there. O(customers)
 */
export function* checkOf(
  now: Renewals,
  before: (day: number) => Generator<void, Renewals | RenewalsGap, void>,
  asOfDay: number,
): Generator<void, RenewalCheck | null, void> {
  if (now.tenure.unit !== "day") return null;
  const then = yield* before(asOfDay - Math.round(lengthOf(now.period, "day")));
  if (typeof then === "string") return null;
  const fit = fitRenewals(then.counts);
  if (fit === null) return null;
  yield;
  const lostNow = new Set(now.tenure.customers.filter((_, slot) => now.histories.left[slot] === 1));
  let [asked, expected, spread, kept] = [0, 0, 0, 0];
  then.tenure.customers.forEach((row, slot) => {
    if (then.histories.left[slot] === 1) return;
    const chance = nextRenewal(fit, then.histories.renewals[slot]!);
    asked++;
    expected += chance;
    spread += chance * (1 - chance);
    if (!lostNow.has(row)) kept++;
  });
  if (asked < FEWEST_ASKED) return null;
  const reach = Z_95 * Math.sqrt(spread);
  return {
    asked,
    expected,
    low: Math.max(0, expected - reach),
    high: Math.min(asked, expected + reach),
    kept,
  };
}
