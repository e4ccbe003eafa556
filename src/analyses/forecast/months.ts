import { epochDay, firstDayOfMonth, monthIndex } from "../../kernel/base/calendar";
import { eventSpan, type SaleEvents } from "../../measures/lifecycle-events";

/** Days of a month that may be missing at its end and it still counts as over: shops close, books are closed early. */
const DAYS_TO_COME = 2;
/** The last day of a first month on which the data may begin and it still counts as whole. */
const LATEST_BEGIN = 7;

export interface MonthlySeries {
  /** month index of the first full month */
  readonly fromMonth: number;
  /** money a month */
  readonly sales: Float64Array<ArrayBuffer>;
  /** customers with a sale in the month */
  readonly customers: Float64Array<ArrayBuffer>;
  readonly skippedFirst: boolean;
  readonly running: { readonly sales: number; readonly customers: number } | null;
}

/**
 * Sales and active customers of each full calendar month from the first sale to the as-of day; null without a sale.
 *
 * Compensated sums. The first month is left out when the data begin after its first week; the last one is running unless at most two
 * of its days are still to come. A month without a sale is 0. O(lines).
 */
export function monthlySeries(events: SaleEvents, asOfDay: number): MonthlySeries | null {
  const span = eventSpan(events);
  if (span === null) return null;
  const first = monthIndex(epochDay(span.firstDay));
  const last = monthIndex(epochDay(asOfDay));
  const { sums, heads } = byMonth(events, first, last);
  const skip = span.firstDay - firstDayOfMonth(first) >= LATEST_BEGIN ? 1 : 0;
  const isRunning = firstDayOfMonth(last + 1) - 1 - asOfDay > DAYS_TO_COME;
  const to = sums.length - (isRunning ? 1 : 0);
  return {
    fromMonth: first + skip,
    sales: sums.slice(skip, Math.max(skip, to)),
    customers: heads.slice(skip, Math.max(skip, to)),
    skippedFirst: skip === 1,
    running: isRunning ? { sales: sums[to]!, customers: heads[to]! } : null,
  };
}

function byMonth({ offsets, days, amounts }: SaleEvents, first: number, last: number) {
  const monthOf = monthTable(first, last);
  const origin = firstDayOfMonth(first);
  const sums = new Float64Array(last - first + 1);
  const rests = new Float64Array(sums.length);
  const heads = new Float64Array(sums.length);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    let seen = -1;
    for (let k = offsets[customer]!; k < offsets[customer + 1]!; k++) {
      const month = monthOf[days[k]! - origin]!;
      const amount = amounts[k]!;
      const sum = sums[month]!;
      const next = sum + amount;
      rests[month]! +=
        Math.abs(sum) >= Math.abs(amount) ? sum - next + amount : amount - next + sum;
      sums[month] = next;
      if (month === seen) continue;
      heads[month]!++;
      seen = month;
    }
  }
  for (let month = 0; month < sums.length; month++) sums[month]! += rests[month]!;
  return { sums, heads };
}

function monthTable(first: number, last: number): Int32Array {
  const origin = firstDayOfMonth(first);
  const table = new Int32Array(firstDayOfMonth(last + 1) - origin);
  for (let month = first; month <= last; month++)
    table.fill(month - first, firstDayOfMonth(month) - origin, firstDayOfMonth(month + 1) - origin);
  return table;
}

/** Ascending customers with a sale from one day to another, both included. O(lines). */
export function customersWithin(
  { offsets, days }: SaleEvents,
  fromDay: number,
  toDay: number,
): Uint32Array {
  const found: number[] = [];
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    for (let k = offsets[customer]!; k < offsets[customer + 1]!; k++) {
      if (days[k]! < fromDay) continue;
      if (days[k]! <= toDay) found.push(customer);
      break;
    }
  }
  return Uint32Array.from(found);
}
