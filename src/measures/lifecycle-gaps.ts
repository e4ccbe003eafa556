import { quantileOfSorted } from "../kernel/stats/quantile";
import type { SaleEvents } from "./lifecycle-events";

/** Order days from which a customer has a usual gap. */
const FEWEST_ORDER_DAYS = 3;

function gapsOf(events: SaleEvents, customer: number): Float64Array {
  const { offsets, days } = events;
  const gaps: number[] = [];
  for (let slot = offsets[customer]! + 1; slot < offsets[customer + 1]!; slot++) {
    const gap = days[slot]! - days[slot - 1]!;
    if (gap > 0) gaps.push(gap);
  }
  return Float64Array.from(gaps).sort();
}

/**
 * Median of a customer's own gaps between order days; null with fewer than three order days.
 *
 * O(lines of the customer). methods D21.
 */
export function usualGapDays(events: SaleEvents, customer: number): number | null {
  const gaps = gapsOf(events, customer);
  return gaps.length < FEWEST_ORDER_DAYS - 1 ? null : quantileOfSorted(gaps, 0.5);
}

export interface Overdue {
  readonly customer: number;
  readonly recencyDays: number;
  readonly usualGapDays: number;
}

export interface OverdueRule {
  readonly asOfDay: number;
  /** days since the last order / usual gap from which on a customer is overdue */
  readonly factor: number;
  /** fewer order days give no rhythm */
  readonly fewestOrderDays: number;
}

/**
 * Customers whose silence is unusual for themselves: at least `factor` times their median gap and longer than nine in ten
 * of their own gaps.
 *
 * @param customers  who is looked at, ascending
 * Counting decides first, so only the overdue ones have their gaps sorted. O(lines).
 */
export function overdueCustomers(
  events: SaleEvents,
  customers: Uint32Array,
  rule: OverdueRule,
): Overdue[] {
  const { offsets, days } = events;
  const overdue: Overdue[] = [];
  for (const customer of customers) {
    const from = offsets[customer]!;
    const to = offsets[customer + 1]!;
    if (to - from < rule.fewestOrderDays) continue;
    const recency = rule.asOfDay - days[to - 1]!;
    let gaps = 0;
    let shorter = 0;
    let muchShorter = 0;
    for (let slot = from + 1; slot < to; slot++) {
      const gap = days[slot]! - days[slot - 1]!;
      if (gap === 0) continue;
      gaps++;
      if (gap < recency) shorter++;
      if (gap * rule.factor <= recency) muchShorter++;
    }
    if (gaps + 1 < rule.fewestOrderDays || shorter < gaps * 0.9 || muchShorter * 2 < gaps) continue;
    const usual = usualGapDays(events, customer);
    if (usual === null || recency < usual * rule.factor) continue;
    overdue.push({ customer, recencyDays: recency, usualGapDays: usual });
  }
  return overdue;
}
