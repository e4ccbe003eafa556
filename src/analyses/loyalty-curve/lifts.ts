import { shareDifference, type Share } from "../../kernel/stats/share-difference";
import type { Group } from "./curve";
import type { Lift, LoyaltyParams } from "./spec";

/**
 * What if some customers of the two steps below the highest scored one more?
 *
 * @param groups     scores ascending, each with customers
 * @param rising     the rising fit of `groups`
 * @param salesEach  mean sales of a customer that came back
 * @returns one a step that has a step above it; `extra` by the rising fit, its interval by Newcombe's method for the difference
 *   of two shares, widened to hold it
 *
 * Newcombe, Stat. Med. 17(8), 1998, method 10.
 */
export function liftsOf(
  groups: readonly Group[],
  rising: readonly number[],
  { params, salesEach }: { readonly params: LoyaltyParams; readonly salesEach: number },
): readonly Lift[] {
  return groups.slice(0, -1).flatMap((group, place): Lift[] => {
    const next = groups[place + 1]!;
    if (place < groups.length - 3 || next.score !== group.score + 1) return [];
    const customers = Math.min(params.liftCustomers, group.n);
    const more = rising[place + 1]! - rising[place]!;
    const { low, high } = shareDifference(shareOf(next), shareOf(group));
    const extra = customers * more;
    const sales = extra * salesEach;
    const cost = params.liftCost > 0 ? params.liftCost * customers : null;
    return [
      {
        from: group.score,
        to: next.score,
        there: group.n,
        customers,
        extra,
        extraLow: customers * Math.min(low, more),
        extraHigh: customers * Math.max(high, more),
        sales,
        cost,
        gain: cost === null ? null : sales - cost,
      },
    ];
  });
}

const shareOf = ({ repeats, n }: Group): Share => ({ hits: repeats, size: n });
