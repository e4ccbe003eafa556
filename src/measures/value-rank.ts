import type { Period } from "../domain/scope";
import type { Bitset } from "../kernel/table/bitset";
import {
  activeCustomers,
  amountsOf,
  customerLedger,
  profitsOf,
  type Basis,
  type CustomerLedger,
} from "./customer-ledger";
import { valueRanking, type ValueRanking } from "./grades";
import type { OrderBook } from "./order-book";

/** What customers are ranked by. */
export interface ValueChoice {
  readonly measure: "sales" | "profit";
  readonly basis: Basis;
}

export interface RankedValue {
  readonly ledger: CustomerLedger;
  /** customers with a sale line in the days, ascending */
  readonly active: Uint32Array<ArrayBuffer>;
  readonly ranking: ValueRanking;
  /** active customers without any known profit, left out of a ranking by profit */
  readonly unknownCustomers: number;
}

/**
 * Ranks the customers with a sale line within some days by their sales or profit: what every ABC grade is cut from.
 *
 * @param orderRows  selected rows of `orders`; null = all
 * @returns null when profit is asked for and the data have none. O(lines)
 */
export function rankedValue(
  book: OrderBook,
  period: Period,
  { measure, basis }: ValueChoice,
  orderRows: Bitset | null,
): RankedValue | null {
  const ledger = customerLedger(book, period, orderRows);
  const active = activeCustomers(ledger);
  if (measure === "sales") {
    const ranking = valueRanking(active, amountsOf(ledger, basis));
    return { ledger, active, ranking, unknownCustomers: 0 };
  }
  const profits = profitsOf(ledger, basis);
  if (profits === null) return null;
  const known = active.filter((customer) => !Number.isNaN(profits[customer]));
  const unknownCustomers = active.length - known.length;
  return { ledger, active, ranking: valueRanking(known, profits), unknownCustomers };
}
