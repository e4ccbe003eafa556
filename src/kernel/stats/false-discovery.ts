import { invariant } from "../base/invariant";
import { ascendingOrder } from "./rank";

/**
 * Benjamini-Hochberg adjusted p-values (q-values): calling everything with q <= 0.1 a finding keeps the expected share of
 * false ones among them at 10 % or less.
 *
 * @param pValues  length n, 0..1, any order
 * @param tests    number of all tests made, when the largest p-values were not kept; default n
 * @returns length n, same order: q_(i) = min over j >= i of p_(j) tests / j, at most 1. With p-values left out the answer is
 *   right for every q below the smallest p that is missing.
 *
 * For independent or positively dependent tests. O(n). R `p.adjust(method = "BH")`.
 * Benjamini & Hochberg, JRSS B 57, 1995.
 */
export function falseDiscoveryRates(
  pValues: ArrayLike<number>,
  tests: number = pValues.length,
): Float64Array<ArrayBuffer> {
  invariant(tests >= pValues.length, `${pValues.length} p-values of ${tests} tests`);
  const order = ascendingOrder(Float64Array.from(pValues));
  const rates = new Float64Array(order.length);
  let smallest = 1;
  for (let place = order.length; place > 0; place--) {
    const i = order[place - 1]!;
    smallest = Math.min(smallest, (pValues[i]! * tests) / place);
    rates[i] = smallest;
  }
  return rates;
}
