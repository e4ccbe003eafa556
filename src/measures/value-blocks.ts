import { CANCELLED_LINE, RETURN_LINE, SALE_LINE } from "../domain/line-kind";
import type { Period } from "../domain/scope";
import { epochDay, firstDayOfMonth, monthIndex } from "../kernel/base/calendar";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import { slotsOf } from "./filter";
import type { OrderBook } from "./order-book";
import type { ValueChoice } from "./value-rank";

/** What each customer was worth in each block of months. */
export interface ValueBlocks {
  readonly blocks: number;
  /** customers × blocks, row by row */
  readonly values: Float64Array<ArrayBuffer>;
}

/**
 * The value of each customer by blocks of whole months of the days looked at; over all blocks it is what `rankedValue` ranks.
 *
 * @param most  at most so many blocks: of one month each while there are so few, else of several
 * @returns null without a day, or without profit where it is asked for. Unknown profit adds nothing. O(lines + customers × blocks)
 */
export function valueBlocks(
  book: OrderBook,
  period: Period,
  { measure, basis }: ValueChoice,
  sight: { readonly orderRows: Bitset | null; readonly most: number },
): ValueBlocks | null {
  const span = book.saleSpan;
  const money = measure === "profit" ? book.profits : book.amounts;
  if (span === null || money === null) return null;
  const from = Math.max(period.fromDay, span.firstDay);
  const to = Math.min(period.toDay, span.lastDay);
  if (to < from) return null;
  const { table, blocks } = blockTable(from, to, sight.most);
  const values = new Float64Array(book.customerCount * blocks);
  const slots = slotsOf(book, sight.orderRows);
  const isNet = basis === "net";
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = book.offsets[customer + 1]!;
    const row = customer * blocks;
    for (let slot = book.offsets[customer]!; slot < end; slot++) {
      const day = book.days[slot]!;
      if (day < period.fromDay) continue;
      if (day > period.toDay) break;
      const kind = book.lineKinds[slot]!;
      const isBack = kind === RETURN_LINE || kind === CANCELLED_LINE;
      if (kind !== SALE_LINE && !(isNet && isBack)) continue;
      if (slots !== null && !hasBit(slots, slot)) continue;
      const value = money[slot]!;
      if (value !== value) continue;
      // What came back before the first sale or after the last belongs to the block beside it.
      const at = Math.min(Math.max(day - from, 0), table.length - 1);
      values[row + table[at]!]! += value;
    }
  }
  return { blocks, values };
}

function blockTable(from: number, to: number, most: number) {
  const first = monthIndex(epochDay(from));
  const last = monthIndex(epochDay(to));
  const months = Math.ceil((last - first + 1) / most);
  const blocks = Math.ceil((last - first + 1) / months);
  const table = new Int32Array(to - from + 1);
  for (let block = 0; block < blocks; block++) {
    const start = Math.max(0, firstDayOfMonth(first + block * months) - from);
    table.fill(block, start);
  }
  return { table, blocks };
}
