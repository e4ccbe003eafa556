import type { Progress } from "../define";
import type { Period } from "../../domain/scope";
import type { Bitset } from "../../kernel/table/bitset";
import { MISSING_CODE, MISSING_DAY } from "../../kernel/table/column";
import { saleSlots } from "../../measures/filter";
import type { OrderBook } from "../../measures/order-book";
import type { OrderItems } from "../../measures/order-items";

const LINES_A_SLICE = 1 << 18;

/** The sale lines that say what was bought, customer by customer, by day. */
export interface Lines {
  readonly count: number;
  readonly customers: Uint32Array;
  readonly days: Int32Array;
  readonly items: Uint32Array;
  /** number of the order, ascending by customer but not within one */
  readonly orders: Uint32Array;
  readonly amounts: Float64Array;
  readonly orderCount: number;
  /** customer of each order */
  readonly owners: Uint32Array;
  /** sale lines in sight, and those without a known item */
  readonly seen: number;
  readonly unnamed: number;
}

/**
 * Sale lines within some days.
 *
 * @returns without an order id, all lines of a customer and day are one order; so are those of a day without an id.
 *
 * O(lines), with one scattered read a line.
 */
export function* linesInSight(
  book: OrderBook,
  { codes }: OrderItems,
  { fromDay, toDay }: Period,
  orderRows: Bitset | null,
): Generator<Progress, Lines, void> {
  const { words } = saleSlots(book, orderRows);
  const { offsets, rows, days: bookDays, amounts: bookAmounts, orderCodes } = book;
  const columns = columnsFor(book.lineCount);
  const { customers, days, items, orders, amounts, owners } = columns;
  // The order of each code as long as the customer is the same: two customers may use one number.
  const orderOf = u32(book.orderCodeCount);
  const usedBy = u32(book.orderCodeCount);
  let count = 0;
  let orderCount = 0;
  let seen = 0;
  let pauseAt = LINES_A_SLICE;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const end = offsets[customer + 1]!;
    if (end > pauseAt) {
      pauseAt = end + LINES_A_SLICE;
      yield { done: 0.03 };
    }
    let blankDay = MISSING_DAY;
    let blankOrder = 0;
    for (let slot = offsets[customer]!; slot < end; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = bookDays[slot]!;
      if (day < fromDay) continue;
      if (day > toDay) break;
      seen++;
      const item = codes[rows[slot]!]!;
      if (item === MISSING_CODE) continue;
      const code = orderCodes === null ? MISSING_CODE : orderCodes[slot]!;
      let order: number;
      if (code === MISSING_CODE) {
        if (day !== blankDay) {
          blankDay = day;
          blankOrder = orderCount;
          owners[orderCount++] = customer;
        }
        order = blankOrder;
      } else {
        if (usedBy[code] !== customer + 1) {
          usedBy[code] = customer + 1;
          orderOf[code] = orderCount;
          owners[orderCount++] = customer;
        }
        order = orderOf[code]!;
      }
      customers[count] = customer;
      days[count] = day;
      items[count] = item;
      orders[count] = order;
      amounts[count] = bookAmounts[slot]!;
      count++;
    }
  }
  return cut(columns, { count, orderCount, seen });
}

interface Columns {
  readonly customers: Uint32Array;
  readonly days: Int32Array;
  readonly items: Uint32Array;
  readonly orders: Uint32Array;
  readonly amounts: Float64Array;
  readonly owners: Uint32Array;
}

const columnsFor = (most: number): Columns => ({
  customers: u32(most),
  days: new Int32Array(most),
  items: u32(most),
  orders: u32(most),
  amounts: new Float64Array(most),
  owners: u32(most),
});

function cut(
  columns: Columns,
  { count, orderCount, seen }: Pick<Lines, "count" | "orderCount" | "seen">,
): Lines {
  return {
    count,
    customers: columns.customers.subarray(0, count),
    days: columns.days.subarray(0, count),
    items: columns.items.subarray(0, count),
    orders: columns.orders.subarray(0, count),
    amounts: columns.amounts.subarray(0, count),
    orderCount,
    owners: columns.owners.subarray(0, orderCount),
    seen,
    unnamed: seen - count,
  };
}

const u32 = (length: number): Uint32Array => new Uint32Array(length);
