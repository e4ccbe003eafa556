import { MOST_SEEN } from "../domain/own-segment";
import { ascendingOrder } from "../kernel/stats/rank";
import { compensatedSum } from "../kernel/stats/sum";
import { MISSING_DAY, type Table } from "../kernel/table/column";
import { customerRefs } from "../measures/merged-customers";
import type { Tables } from "../measures/order-book";
import {
  customerName,
  customerRow,
  customerScores,
  type CustomerScores,
  type Sighted,
} from "./customer-scores";
import { normalSearch, searchRank, type SearchIndex } from "./search-index";
import type { ListedCustomers } from "./segment-types";
import type { CustomerPage, CustomerQuery, CustomerRow, CustomerSort } from "./types";

/** What narrows the list besides the scope. */
export interface Narrowing {
  /** rows behind the cell of the query, ascending; null = no cell */
  readonly members: Uint32Array | null;
  /** needed when the query searches; without it names and keys are compared as written */
  readonly index: SearchIndex | null;
}

/**
 * One page of the customer table, and the sums over all its customers.
 *
 * Sorted by the asked column; customers without a value come last in either direction, equal ones by row. `total`, `sales`
 * and `salesBefore` are over all customers that pass the scope, the cell and the search. O(customers) plus the page.
 */
export function customerPage(
  tables: Tables,
  sighted: Sighted,
  query: CustomerQuery,
  narrowing: Narrowing,
): CustomerPage {
  const scores = customerScores(tables, sighted);
  const rows = sortedRows(tables.customers, scores, query, narrowing);
  const page = rows.subarray(query.offset, query.offset + query.limit);
  const sum = (values: Float64Array): number =>
    compensatedSum(Float64Array.from(rows, (row) => values[row]!));
  return {
    total: rows.length,
    offset: query.offset,
    rows: Array.from(page, (row) => customerRow(tables.customers, scores, row)),
    sales: scores.hasOrders ? sum(scores.inPeriod.sales) : null,
    salesBefore: scores.before === null ? null : sum(scores.before.sales),
  };
}

/** Every customer of the query in its order; offset and limit are ignored. */
export function* customerRows(
  tables: Tables,
  sighted: Sighted,
  query: CustomerQuery,
  narrowing: Narrowing,
): Generator<CustomerRow, void, void> {
  const scores = customerScores(tables, sighted);
  for (const row of sortedRows(tables.customers, scores, query, narrowing)) {
    yield customerRow(tables.customers, scores, row);
  }
}

/** Everybody of the query in its order, as own work names them: no more than a segment can hold. */
export function listedCustomers(
  tables: Tables,
  sighted: Sighted,
  query: CustomerQuery,
  narrowing: Narrowing,
): ListedCustomers {
  const rows = sortedRows(tables.customers, customerScores(tables, sighted), query, narrowing);
  return { total: rows.length, refs: customerRefs(tables.customers, rows.subarray(0, MOST_SEEN)) };
}

function sortedRows(
  customers: Table,
  scores: CustomerScores,
  query: CustomerQuery,
  narrowing: Narrowing,
): Uint32Array {
  const rows = searched(withMembers(scores.rows, narrowing.members), customers, query, narrowing);
  if (query.sort === "name") return byName(rows, customers, query.descending, narrowing.index);
  const values = sortValues(scores, query.sort);
  const known: number[] = [];
  const unknown: number[] = [];
  for (const row of rows) (Number.isNaN(values(row)) ? unknown : known).push(row);
  const sign = query.descending ? -1 : 1;
  const order = ascendingOrder(Float64Array.from(known, (row) => sign * values(row)));
  const sorted = new Uint32Array(rows.length);
  order.forEach((at, place) => {
    sorted[place] = known[at]!;
  });
  sorted.set(unknown, known.length);
  return sorted;
}

/** Rows in both ascending lists. */
function withMembers(rows: Uint32Array, members: Uint32Array | null): Uint32Array {
  if (members === null) return rows;
  let at = 0;
  return rows.filter((row) => {
    while (at < members.length && members[at]! < row) at++;
    return members[at] === row;
  });
}

function searched(
  rows: Uint32Array,
  customers: Table,
  { search }: CustomerQuery,
  { index }: Narrowing,
): Uint32Array {
  const text = normalSearch(search);
  if (text === "") return rows;
  if (index === null) {
    return rows.filter((row) => normalSearch(customerName(customers, row)).includes(text));
  }
  return rows.filter((row) => searchRank(index, row, text) !== null);
}

/** By pinyin where it is known, so that Chinese names stand in the order of a telephone book; else by code point. */
function byName(
  rows: Uint32Array,
  customers: Table,
  descending: boolean,
  index: SearchIndex | null,
): Uint32Array {
  const keys = new Map<number, string>();
  for (const row of rows) {
    const syllables = index?.syllables[row];
    keys.set(row, syllables ? syllables.join(" ") : normalSearch(customerName(customers, row)));
  }
  const compare = (a: number, b: number): number => {
    const [left, right] = [keys.get(a)!, keys.get(b)!];
    if (left === right) return a - b;
    return (left < right ? -1 : 1) * (descending ? -1 : 1);
  };
  return rows.slice().sort(compare);
}

/** The number that a column is sorted by; NaN = no value. */
function sortValues(
  scores: CustomerScores,
  sort: Exclude<CustomerSort, "name">,
): (row: number) => number {
  const { inPeriod, before, ever } = scores;
  if (!scores.hasOrders) return () => NaN;
  const orNaN = (value: number, missing: number): number => (value === missing ? NaN : value);
  switch (sort) {
    case "sales":
      return (row) => inPeriod.sales[row]!;
    case "salesChange":
      return (row) => (before === null ? NaN : inPeriod.sales[row]! - before.sales[row]!);
    case "profit":
      return (row) =>
        inPeriod.profits === null || inPeriod.saleLines[row] === 0 ? NaN : inPeriod.profits[row]!;
    case "returns":
      return (row) => inPeriod.returns[row]!;
    case "orderDays":
      return (row) => inPeriod.orderDays[row]!;
    case "lastOrder":
      return (row) => orNaN(ever.lastDays[row]!, MISSING_DAY);
    case "firstOrder":
      return (row) => orNaN(ever.firstDays[row]!, MISSING_DAY);
    case "grade":
      return (row) => orNaN(scores.grades[row]!, 0);
    case "segment":
      return (row) => orNaN(scores.segments[row]!, 0);
    case "stage":
      return (row) => orNaN(scores.stages[row]!, 0);
  }
}
