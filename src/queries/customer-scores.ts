import { abcCut, DEFAULT_ABC_CUT, GRADES, RFM_SEGMENTS } from "../domain/rule-book";
import type { Needs } from "../domain/readiness";
import type { Period, Scope } from "../domain/scope";
import type { EpochDay } from "../kernel/base/calendar";
import { hasBit, type Bitset } from "../kernel/table/bitset";
import { MISSING_DAY, textAt, type Table } from "../kernel/table/column";
import { activeCustomers, customerLedger, type CustomerLedger } from "../measures/customer-ledger";
import { elevenSegments } from "../measures/eleven-segments";
import { gradesOf, valueRanking } from "../measures/grades";
import { eventSpan, saleEvents } from "../measures/lifecycle-events";
import { usualGapDays } from "../measures/lifecycle-gaps";
import { lapseWindow, STAGES, stagesAt } from "../measures/lifecycle-stages";
import { orderBook, type OrderBook, type Tables } from "../measures/order-book";
import { isCovered, periodBefore, windowOf } from "../measures/window";
import type { CustomerRow } from "./types";

/** Columns that the customer table and the page of a customer read when the data have them. */
export const CUSTOMER_NEEDS: Needs = {
  orders: ["customer", "orderedOn", "amount", "lineKind", "profit", "orderId"],
  customers: ["key", "customerId", "customerName", "owner", "region"],
};

/** Order days from which a customer counts as kept; the default of the analysis `lifecycle`. */
const RETAIN_ORDER_DAYS = 4;

/** What a query looks at; the part of an analysis's ambient world that it needs. */
export interface Sighted {
  readonly scope: Scope;
  readonly orderRows: Bitset | null;
  readonly customerRows: Bitset | null;
}

/** All scores of all customers of a scope, one slot a customer row. */
export interface CustomerScores {
  readonly book: OrderBook;
  /** without any, nobody knows what a customer bought; among others' orders, a customer without one bought nothing */
  readonly hasOrders: boolean;
  readonly sighted: Sighted;
  /** rows of the customers of the scope, ascending */
  readonly rows: Uint32Array;
  readonly inPeriod: CustomerLedger;
  /** null: the data do not reach over the period before */
  readonly before: CustomerLedger | null;
  /** up to the as-of day */
  readonly ever: CustomerLedger;
  /** 0 = no sales in the period, else index into GRADES + 1 */
  readonly grades: Uint8Array;
  /** R, F and M as a three-digit number; 0 = none */
  readonly rfm: Uint16Array;
  /** index into the eleven segments + 1; 0 = none */
  readonly segments: Uint8Array;
  /** codes of STAGES */
  readonly stages: Uint8Array;
}

const SCOPES_KEPT = 4;
const kept = new WeakMap<Table, Map<string, CustomerScores>>();

/**
 * The scores of a scope, kept for the last few scopes of a generation.
 *
 * Grades: the default cut on the sales of the period. RFM: quintiles of everything up to the as-of day, eleven segments.
 * Stages: the default rule of `lifecycle`. The customers of the scope pass the customer filters and, when orders are
 * filtered, have a sale line that passes.
 *
 * @param variant  names rows of orders that are left out besides those that the filters of the scope leave out
 *
 * O(lines + customers log customers) on first use.
 */
export function customerScores(tables: Tables, sighted: Sighted, variant = ""): CustomerScores {
  let known = kept.get(tables.orders);
  if (known === undefined) kept.set(tables.orders, (known = new Map<string, CustomerScores>()));
  const key = variant + JSON.stringify(sighted.scope);
  const found = known.get(key) ?? score(tables, sighted);
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= SCOPES_KEPT) break;
    known.delete(oldest);
  }
  return found;
}

function score(tables: Tables, sighted: Sighted): CustomerScores {
  const { scope, orderRows } = sighted;
  const book = orderBook(tables);
  const period = windowOf(scope, "period");
  const inPeriod = customerLedger(book, period, orderRows);
  const ever = customerLedger(book, windowOf(scope, "all"), orderRows);
  const ranking = valueRanking(activeCustomers(inPeriod), inPeriod.sales);
  return {
    book,
    hasOrders: tables.orders.rowCount > 0,
    sighted,
    rows: rowsInScope(tables, sighted, ever),
    inPeriod,
    before: ledgerBefore(book, period, orderRows),
    ever,
    grades: gradesOf(ranking, abcCut(DEFAULT_ABC_CUT), book.customerCount),
    ...segmentsByCustomer(book, sighted),
    stages: stagesByCustomer(book, sighted),
  };
}

function ledgerBefore(
  book: OrderBook,
  period: Period,
  orderRows: Bitset | null,
): CustomerLedger | null {
  const before = periodBefore(period);
  const { saleSpan } = book;
  if (saleSpan === null || !isCovered(before, saleSpan.firstDay)) return null;
  return customerLedger(book, before, orderRows);
}

function rowsInScope(tables: Tables, sighted: Sighted, ever: CustomerLedger): Uint32Array {
  const { customerRows, scope } = sighted;
  const filtersOrders = scope.filters.some(({ entity }) => entity === "orders");
  const rows: number[] = [];
  for (let row = 0; row < tables.customers.rowCount; row++) {
    if (customerRows !== null && !hasBit(customerRows, row)) continue;
    if (filtersOrders && ever.saleLines[row] === 0) continue;
    rows.push(row);
  }
  return Uint32Array.from(rows);
}

function segmentsByCustomer(book: OrderBook, { scope, orderRows }: Sighted) {
  const { asOfDay } = scope;
  const found = elevenSegments(book, { period: windowOf(scope, "all"), asOfDay, orderRows });
  const { customers, scores, places } = found;
  const rfm = new Uint16Array(book.customerCount);
  const segments = new Uint8Array(book.customerCount);
  customers.forEach((customer, i) => {
    const [r, f, m] = [
      scores.recency.scores[i]!,
      scores.frequency.scores[i]!,
      scores.money.scores[i]!,
    ];
    rfm[customer] = r * 100 + f * 10 + m;
    segments[customer] = places[i]! + 1;
  });
  return { rfm, segments };
}

function stagesByCustomer(book: OrderBook, { scope, orderRows }: Sighted): Uint8Array {
  const events = saleEvents(book, scope.asOfDay, orderRows);
  const span = eventSpan(events);
  if (span === null) return new Uint8Array(book.customerCount);
  const lapse = lapseWindow(events, scope.asOfDay, span.firstDay);
  return stagesAt(events, scope.asOfDay, {
    lapseDays: lapse.days,
    retainOrderDays: RETAIN_ORDER_DAYS,
  });
}

/** Sales in the period, one slot a customer; null: the data have no orders. */
export const knownSales = ({ hasOrders, inPeriod }: CustomerScores): Float64Array | null =>
  hasOrders ? inPeriod.sales : null;

/** The text of a column of the customer table; null when the column or the cell is missing. */
export function customerText(customers: Table, column: string, row: number): string | null {
  const found = customers.columns.get(column);
  return found?.kind === "dictionary" ? textAt(found, row) : null;
}

/** The name, else the key. */
export function customerName(customers: Table, row: number): string {
  const name = customerText(customers, "customerName", row) ?? customerText(customers, "key", row);
  return name === null ? "" : name;
}

/** One line of the customer table. O(lines of the customer). */
export function customerRow(customers: Table, scores: CustomerScores, row: number): CustomerRow {
  const { inPeriod, before, ever, sighted, hasOrders } = scores;
  const { asOfDay } = sighted.scope;
  const [first, last] = [ever.firstDays[row]!, ever.lastDays[row]!];
  const sold = inPeriod.saleLines[row]! > 0;
  const profit = inPeriod.profits === null || !sold ? NaN : inPeriod.profits[row]!;
  const grade = scores.grades[row]!;
  const segment = scores.segments[row]!;
  const stage = STAGES[scores.stages[row]!]!;
  const sight = { book: scores.book, orderRows: sighted.orderRows, endDay: asOfDay };
  const key = customerText(customers, "key", row);
  return {
    row,
    key: key === null ? "" : key,
    name: customerName(customers, row),
    owner: customerText(customers, "owner", row),
    region: customerText(customers, "region", row),
    sales: hasOrders ? inPeriod.sales[row]! : null,
    salesBefore: before === null ? null : before.sales[row]!,
    profit: Number.isNaN(profit) ? null : profit,
    returns: hasOrders ? inPeriod.returns[row]! : null,
    orderDays: hasOrders ? inPeriod.orderDays[row]! : null,
    firstOrderOn: first === MISSING_DAY ? null : (first as EpochDay),
    lastOrderOn: last === MISSING_DAY ? null : (last as EpochDay),
    recencyDays: last === MISSING_DAY ? null : asOfDay - last,
    usualGapDays: usualGapDays(sight, row),
    grade: grade === 0 ? null : GRADES[grade - 1]!,
    rfm: scores.rfm[row] === 0 ? null : String(scores.rfm[row]!),
    segment: segment === 0 ? null : RFM_SEGMENTS.eleven[segment - 1]!.id,
    stage: stage === "none" ? null : stage,
  };
}
