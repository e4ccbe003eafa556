import type { Period } from "../../domain/scope";
import { averageRanks } from "../../kernel/stats/rank";
import type { Tables } from "../../domain/generation";
import { MISSING_DAY } from "../../kernel/table/column";
import type { Bitset } from "../../kernel/table/bitset";
import { costDrivers } from "../../measures/cost-to-serve";
import { customerLedger, type CustomerLedger } from "../../measures/customer-ledger";
import type { OrderBook } from "../../measures/order-book";
import { paymentStanding } from "../../measures/payment-standing";
import { FIRST_DAY } from "../../kernel/base/calendar";
import { TESTS, type TestId, type TestLine } from "./spec";

const PAYMENT_LOOK_BACK = 365;

/** What the tests look at. */
export interface TestSight {
  readonly tables: Tables;
  readonly book: OrderBook;
  readonly ledger: CustomerLedger;
  readonly period: Period;
  readonly orderRows: Bitset | null;
  readonly asOfDay: number;
  /** customers that are looked at */
  readonly rows: Uint32Array;
  /** what each customer is worth, by row, and in what */
  readonly amounts: Float64Array;
  readonly by: "profit" | "sales";
}

export interface TestOutcome {
  readonly test: TestId;
  /** share of the known customers that are worse, ties halved, by place in `rows`; NaN: not known */
  readonly places: Float64Array;
  readonly known: number;
  readonly by: TestLine["by"];
}

/**
 * The four tests, each as the customer's place among those of whom it is known: (rank − ½) ÷ n, the best near 1.
 *
 * - business: money; pay: days late, weighted by money, of the invoices due in 365 days; stay: days from the first order to the last
 * - service: cost to serve (service_costs, contacts, compensation) over sales, where a table names money; else rows of these tables
 *   per order; not known without any of the tables
 *
 * @yields twice a test: done, 0..1
 */
export function* testOutcomes(sight: TestSight): Generator<number, readonly TestOutcome[], void> {
  const outcomes: TestOutcome[] = [];
  for (const test of TESTS) {
    const { values, by } = measured(sight, test);
    yield (outcomes.length + 0.5) / TESTS.length;
    const places = placesOf(values);
    const known = places.reduce((count, place) => count + (place === place ? 1 : 0), 0);
    outcomes.push({ test, places, known, by: known === 0 ? null : by });
    yield outcomes.length / TESTS.length;
  }
  return outcomes;
}

interface Measured {
  /** the larger the better; NaN: not known */
  readonly values: Float64Array;
  readonly by: TestLine["by"];
}

function measured(sight: TestSight, test: TestId): Measured {
  const { rows } = sight;
  const pick = (of: Float64Array, sign: 1 | -1): Float64Array =>
    Float64Array.from(rows, (row) => sign * of[row]!);
  switch (test) {
    case "business":
      return { values: pick(sight.amounts, 1), by: sight.by };
    case "pay": {
      const standing = paymentStanding({
        tables: sight.tables,
        customers: sight.book.customerCount,
        day: sight.asOfDay,
        lookBack: PAYMENT_LOOK_BACK,
      });
      if (standing === null) return nothing(rows);
      return { values: pick(standing.lateDays, -1), by: "late-days" };
    }
    case "service":
      return serviceOf(sight);
    default:
      return { values: staysOf(sight), by: "days" };
  }
}

const nothing = (rows: Uint32Array): Measured => ({
  values: new Float64Array(rows.length).fill(NaN),
  by: null,
});

const EFFORTS: readonly string[] = ["service", "visits", "contacts", "complaints"];

function serviceOf(sight: TestSight): Measured {
  const { rows, ledger } = sight;
  const drivers = costDrivers(sight).filter(({ id, gap }) => gap === null && EFFORTS.includes(id));
  if (!drivers.some(({ rows: count }) => count > 0)) return nothing(rows);
  const hasMoney = drivers.some(({ given }) => given.some((money) => money > 0));
  const values = Float64Array.from(rows, (row) => {
    let effort = 0;
    for (const { given, counts } of drivers) effort += hasMoney ? given[row]! : counts[row]!;
    const base = hasMoney ? ledger.sales[row]! : ledger.orderDays[row]!;
    return base > 0 ? -effort / base : NaN;
  });
  return { values, by: hasMoney ? "cost" : "efforts" };
}

function staysOf({ book, orderRows, asOfDay, rows }: TestSight): Float64Array {
  const all = { fromDay: FIRST_DAY, toDay: asOfDay as Period["toDay"] };
  const { firstDays, lastDays } = customerLedger(book, all, orderRows);
  return Float64Array.from(rows, (row) =>
    firstDays[row] === MISSING_DAY ? NaN : lastDays[row]! - firstDays[row]!,
  );
}

function placesOf(values: Float64Array): Float64Array {
  const known = new Float64Array(values.length);
  const at = new Uint32Array(values.length);
  let n = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    if (value !== value) continue;
    known[n] = value;
    at[n++] = i;
  }
  const ranks = averageRanks(known.subarray(0, n));
  const places = new Float64Array(values.length).fill(NaN);
  for (let k = 0; k < n; k++) places[at[k]!] = (ranks[k]! - 0.5) / n;
  return places;
}
