import type { CalendarGrain } from "../domain/period-key";
import { saleSlots } from "./filter";
import type { OrderBook } from "./order-book";

/** The longest month: a customer whose gap is not longer buys in every month. */
const MONTH_DAYS = 31;
/** Gaps from which a customer has a usual one. */
const FEWEST_GAPS = 2;

const grains = new WeakMap<OrderBook, { readonly endDay: number; readonly grain: CalendarGrain }>();

/**
 * Month or quarter, as the customers' own gaps between order days ask for: quarters when the usual (median) gap of most
 * customers is longer than a month, since then the same steady customer would be lost in one month and won back in the next.
 *
 * @param endDay  sale lines after it are not seen
 * @returns "month" unless more than half of the customers with three or more order days have a median gap above 31 days
 *
 * All sale lines of the data count, whatever is selected, so that a filter never changes the calendar. A quarter is the
 * longest cut: customers who buy once a year are still lost and won back by turns. O(lines) once per book and day.
 */
export function ledgerGrain(book: OrderBook, endDay: number): CalendarGrain {
  const known = grains.get(book);
  if (known?.endDay === endDay) return known.grain;
  const grain = grainOf(book, endDay);
  grains.set(book, { endDay, grain });
  return grain;
}

function grainOf(book: OrderBook, endDay: number): CalendarGrain {
  const { offsets, days } = book;
  const { words } = saleSlots(book, null);
  let frequent = 0;
  let rare = 0;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = offsets[customer + 1]!;
    let gaps = 0;
    // More long gaps than short ones: the median is above the month. With as many of both it lies between them: not above.
    let longGaps = 0;
    let last = Number.MAX_SAFE_INTEGER;
    for (let slot = offsets[customer]!; slot < end; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = days[slot]!;
      if (day > endDay) break;
      if (day > last) {
        gaps++;
        if (day - last > MONTH_DAYS) longGaps++;
      }
      last = day;
    }
    if (gaps < FEWEST_GAPS) continue;
    if (longGaps * 2 > gaps) rare++;
    else frequent++;
  }
  return rare > frequent ? "quarter" : "month";
}
