import { addMonths, type EpochDay } from "../../kernel/base/calendar";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { customerLedger } from "../../measures/customer-ledger";
import type { OrderBook } from "../../measures/order-book";
import type { Ambient } from "../define";
import type { ClvParams, SimpleClv } from "./spec";

/** Data that begin this many days after the first day of the two years still cover them. */
const LEEWAY_DAYS = 31;

/**
 * Retention × margin: the share of the customers of the year before last that bought in the last, and the money of a customer.
 *
 * @returns null without two whole years of data or without customers in them. Methods D7, first margin left out
 */
export function simpleClv(
  book: OrderBook,
  params: ClvParams,
  margin: number,
  { scope, orderRows }: Ambient,
): SimpleClv | null {
  const lastFrom = (addMonths(scope.asOfDay, -12) + 1) as EpochDay;
  const beforeFrom = (addMonths(scope.asOfDay, -24) + 1) as EpochDay;
  const earlier = { fromDay: beforeFrom, toDay: (lastFrom - 1) as EpochDay };
  const before = customerLedger(book, earlier, orderRows).saleLines;
  const last = customerLedger(book, { fromDay: lastFrom, toDay: scope.asOfDay }, orderRows);
  let [known, kept, active, sales] = [0, 0, 0, 0];
  for (let customer = 0; customer < before.length; customer++) {
    const isActive = last.saleLines[customer]! > 0;
    if (before[customer]! > 0) {
      known++;
      if (isActive) kept++;
    }
    if (!isActive) continue;
    active++;
    sales += last.sales[customer]!;
  }
  const span = book.saleSpan;
  const isCovered = span !== null && span.firstDay <= beforeFrom + LEEWAY_DAYS;
  if (known === 0 || active === 0 || !isCovered) return null;
  const retention = kept / known;
  const yearly = (sales / active) * margin;
  const open = 1 + params.discount - retention;
  return {
    before: known,
    kept,
    retention: { ...wilsonInterval(kept, known), value: retention },
    margin: yearly,
    clv: open > 0 ? (yearly * retention) / open : null,
  };
}
