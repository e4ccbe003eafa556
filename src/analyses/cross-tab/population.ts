import type { EpochDay } from "../../kernel/base/calendar";
import { hasBit } from "../../kernel/table/bitset";
import { customerLedger, type CustomerLedger } from "../../measures/customer-ledger";
import { orderBook } from "../../measures/order-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Input, Progress } from "../define";
import type { CrossParams } from "./spec";

/** The customers that are compared, and what of them. */
export interface Population {
  /** ascending rows of `customers` */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** sales, profit, or 1 and 0 for having bought again; where only customers are counted, their sales */
  readonly values: Float64Array<ArrayBuffer>;
  /** customers in sight whose value is unknown; they are not in `rows` */
  readonly unknown: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly hasProfit: boolean;
}

/**
 * Who is compared: customers with a sale line in the window; for `retention` those with one in the stretch before the last.
 * Without any order line at all, when customers are counted, everybody.
 *
 * O(lines), once a period.
 */
export function* populationSteps(
  input: Input,
  params: CrossParams,
  ambient: Ambient,
): Generator<Progress, Population, void> {
  const book = orderBook(input);
  yield { done: 0.1 };
  const { scope, orderRows, customerRows } = ambient;
  const hasProfit = book.profits !== null;
  const last = params.againDays;
  const period =
    params.outcome === "retention"
      ? {
          fromDay: (scope.asOfDay - 2 * last + 1) as EpochDay,
          toDay: (scope.asOfDay - last) as EpochDay,
        }
      : windowOf(scope, params.window);
  const ledger = customerLedger(book, period, orderRows);
  yield { done: 0.2 };
  const isEverybody = params.outcome === "customers" && book.lineCount === 0;
  const isIn = (customer: number): boolean =>
    isEverybody
      ? customerRows === null || hasBit(customerRows, customer)
      : ledger.saleLines[customer]! > 0;
  const again = { fromDay: (scope.asOfDay - last + 1) as EpochDay, toDay: scope.asOfDay };
  const later = params.outcome === "retention" ? customerLedger(book, again, orderRows) : null;
  const valueOf = valuesBy(params, ledger, later);
  const rows = new Uint32Array(book.customerCount);
  const values = new Float64Array(book.customerCount);
  let [n, unknown] = [0, 0];
  for (let customer = 0; customer < book.customerCount; customer++) {
    if (!isIn(customer)) continue;
    const value = valueOf(customer);
    if (Number.isNaN(value)) unknown++;
    else {
      rows[n] = customer;
      values[n++] = value;
    }
  }
  return {
    rows: rows.slice(0, n),
    values: values.slice(0, n),
    unknown,
    fromDay: period.fromDay,
    toDay: later === null ? period.toDay : again.toDay,
    hasProfit,
  };
}

function valuesBy(
  { outcome }: CrossParams,
  { sales, profits }: CustomerLedger,
  later: CustomerLedger | null,
): (customer: number) => number {
  if (later !== null) return (customer) => Number(later.saleLines[customer]! > 0);
  if (outcome !== "profit") return (customer) => sales[customer]!;
  return (customer) => (profits === null ? NaN : profits[customer]!);
}
