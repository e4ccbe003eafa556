import { FIRST_DAY } from "../../kernel/base/calendar";
import type { Period } from "../../domain/scope";
import { compensatedSum } from "../../kernel/stats/sum";
import type { Bitset } from "../../kernel/table/bitset";
import { columnOf } from "../../kernel/table/column";
import { activeCustomers, customerLedger, distinctOrders } from "../../measures/customer-ledger";
import { saleSlots } from "../../measures/filter";
import type { OrderBook, Tables } from "../../measures/order-book";
import type { MoveId } from "./spec";

/** What each customer bought in a period; one slot a customer row. */
export interface PeriodFacts {
  readonly period: Period;
  readonly sales: Float64Array;
  readonly orders: Uint32Array;
  /** pieces, or lines */
  readonly items: ArrayLike<number>;
  readonly saleLines: Uint32Array;
  readonly active: Uint32Array;
}

export interface Source {
  readonly tables: Tables;
  readonly book: OrderBook;
  readonly orderRows: Bitset | null;
}

/** Pieces of each customer in the period; null where a sale line does not say its quantity, or says none above zero. */
export function piecesOf({ tables, book, orderRows }: Source, period: Period): Float64Array | null {
  const quantity = columnOf(tables.orders, "quantity", "float64");
  if (quantity === undefined) return null;
  const { words } = saleSlots(book, orderRows);
  const { offsets, days, rows, customerCount } = book;
  const pieces = new Float64Array(customerCount);
  for (let customer = 0; customer < customerCount; customer++) {
    const end = offsets[customer + 1]!;
    for (let slot = offsets[customer]!; slot < end; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = days[slot]!;
      if (day < period.fromDay) continue;
      if (day > period.toDay) break;
      const count = quantity.values[rows[slot]!]!;
      if (!(count > 0)) return null;
      pieces[customer]! += count;
    }
  }
  return pieces;
}

/** Facts of a period, items as pieces where given. O(lines) */
export function periodFacts(
  { book, orderRows }: Source,
  period: Period,
  pieces: Float64Array | null,
): PeriodFacts {
  const ledger = customerLedger(book, period, orderRows);
  const orders = distinctOrders(book, period, orderRows) ?? ledger.orderDays;
  return {
    period,
    sales: ledger.sales,
    orders,
    items: pieces ?? ledger.saleLines,
    saleLines: ledger.saleLines,
    active: activeCustomers(ledger),
  };
}

/** Sum of the values of some customers; the same whatever order the rows of the file have. */
export function sumOver(customers: Uint32Array, values: ArrayLike<number>): number {
  const own = new Float64Array(customers.length);
  for (let k = 0; k < own.length; k++) own[k] = values[customers[k]!]!;
  return compensatedSum(own);
}

/**
 * What happened to each customer between two periods.
 *
 * @returns one entry a customer row, null for those in neither period. `new`: the first sale ever lies in the later period or
 *   between the two; `won-back`: not in the earlier period, but before it
 */
export function movesOf(
  source: Source,
  before: PeriodFacts,
  now: PeriodFacts,
): readonly (MoveId | null)[] {
  const { book, orderRows } = source;
  const past = { fromDay: FIRST_DAY, toDay: (before.period.fromDay - 1) as typeof FIRST_DAY };
  const history = customerLedger(book, past, orderRows);
  return Array.from({ length: book.customerCount }, (_, customer) => {
    const [was, is] = [before.saleLines[customer]! > 0, now.saleLines[customer]! > 0];
    if (was && is) return changeOf(now.sales[customer]! - before.sales[customer]!);
    if (was) return "lost";
    if (!is) return null;
    return history.saleLines[customer]! > 0 ? "won-back" : "new";
  });
}

/** Half a hundredth is nothing but rounding. */
function changeOf(change: number): MoveId {
  if (Math.abs(change) < 0.005) return "same";
  return change > 0 ? "up" : "down";
}
