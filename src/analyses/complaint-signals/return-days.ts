import { RETURN_LINE } from "../../domain/line-kind";
import type { OrderBook } from "../../measures/order-book";

/** Days by row of customers. */
export type DaysByCustomer = ReadonlyMap<number, readonly number[]>;

/** On which days each customer sent something back. O(returns log customers). */
export function returnDays(book: OrderBook, lastDay: number): DaysByCustomer {
  const found = new Map<number, number[]>();
  let customer = 0;
  for (const slot of book.returnSlots) {
    // The slots ascend, and so do their customers.
    while (slot >= book.offsets[customer + 1]!) customer++;
    const day = book.days[slot]!;
    if (day > lastDay || book.lineKinds[slot] !== RETURN_LINE) continue;
    const known = found.get(customer);
    if (known === undefined) found.set(customer, [day]);
    else known.push(day);
  }
  return found;
}
