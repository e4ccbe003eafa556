import type { Period } from "../../domain/scope";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { saleSlots } from "../../measures/filter";
import type { OrderBook } from "../../measures/order-book";

/** What every customer did in its first days; one slot a customer row. */
export interface FirstDays {
  /** day of the first sale; −1 without one up to the as-of day */
  readonly firstOn: Int32Array<ArrayBuffer>;
  /** 1 = all of its first days have passed */
  readonly isSeen: Uint8Array<ArrayBuffer>;
  /** 1 = bought on another day within them */
  readonly isAgain: Uint8Array<ArrayBuffer>;
  /** money of sale lines within them, and of all days up to the as-of day */
  readonly firstSales: Float64Array<ArrayBuffer>;
  readonly sales: Float64Array<ArrayBuffer>;
}

export const NEVER = -1;

/**
 * The first days of every customer: the day of its first sale and the `days` after it.
 *
 * @param window  days up to the as-of day; lines of one customer are in the order of their days
 * O(lines).
 */
export function firstDaysOf(
  book: OrderBook,
  { window, days }: { readonly window: Period; readonly days: number },
  orderRows: Bitset | null,
): FirstDays {
  const n = book.customerCount;
  const sales = saleSlots(book, orderRows);
  const found = {
    firstOn: new Int32Array(n).fill(NEVER),
    isSeen: new Uint8Array(n),
    isAgain: new Uint8Array(n),
    firstSales: new Float64Array(n),
    sales: new Float64Array(n),
  };
  for (let row = 0; row < n; row++) {
    const end = book.offsets[row + 1]!;
    for (let slot = book.offsets[row]!; slot < end; slot++) {
      const day = book.days[slot]!;
      if (day > window.toDay) break;
      if (!hasBit(sales, slot)) continue;
      if (found.firstOn[row] === NEVER) {
        found.firstOn[row] = day;
        found.isSeen[row] = Number(day + days <= window.toDay);
      }
      const amount = book.amounts[slot]!;
      found.sales[row]! += amount;
      if (day > found.firstOn[row]! + days) continue;
      found.firstSales[row]! += amount;
      if (day > found.firstOn[row]!) found.isAgain[row] = 1;
    }
  }
  return found;
}
