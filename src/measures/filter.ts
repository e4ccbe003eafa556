import type { DayFilter, Filter, FlagFilter, NumberFilter } from "../domain/filter";
import { MINUTES_PER_DAY } from "../domain/moment";
import { segmentOfColumn } from "../domain/own-segment";
import type { Scope } from "../domain/scope";
import { bitset, hasBit, intersect, setBits, type Bitset } from "../kernel/table/bitset";
import { requiredColumn, type Column, type Table } from "../kernel/table/column";
import {
  permuted,
  rowsWithCode,
  rowsWithDay,
  rowsWithNumber,
  rowsWithText,
  type NumberBounds,
} from "../kernel/table/selection";
import type { OrderBook, Tables } from "./order-book";

/** What passes the filters of a scope; null = everything. */
export interface Selection {
  /** Lines that pass every order filter and belong to a selected customer. */
  readonly orderRows: Bitset | null;
  /** Customers that pass every customer filter. */
  readonly customerRows: Bitset | null;
}

/**
 * The rows that the filters of a scope keep; days are not filtered here.
 *
 * @param tables   both tables; filters name their columns (fields or attributes)
 * @param filters  all must hold; within one filter any of its values; missing cells pass only where the filter says so
 * @returns bit-sets; a filter on customers restricts the orders through their customer code, one on orders leaves
 *   the customers alone (a customer without a selected line has nothing to show anyway)
 *
 * A column that the data do not have, or hold in another kind, matches no row: a filter is never silently dropped.
 * O(lines × filters).
 */
export function filterRows(tables: Tables, filters: readonly Filter[]): Selection {
  const customerRows = matching(tables.customers, filtersOf(filters, "customers"));
  const ownRows = matching(tables.orders, filtersOf(filters, "orders"));
  if (customerRows === null) return { orderRows: ownRows, customerRows };
  return { orderRows: linesOfCustomers(tables.orders, { ownRows, customerRows }), customerRows };
}

/** What the lines of selected customers were selected by. */
interface CustomerLines {
  /** what the order filters keep; null = all */
  readonly ownRows: Bitset | null;
  readonly customerRows: Bitset;
}

/** The order book has the lines of a customer side by side and needs no look at the rows of the file. */
const selectedBy = new WeakMap<Bitset, CustomerLines>();

function linesOfCustomers(orders: Table, selected: CustomerLines): Bitset {
  let words: Uint32Array<ArrayBuffer> | null = null;
  const rows: Bitset = {
    length: orders.rowCount,
    // Hardly ever asked for: the facts read the slots of the book, which come cheaper.
    get words() {
      if (words === null) {
        const codes = requiredColumn(orders, "customer", "dictionary").codes;
        const ofCustomers = rowsWithCode(codes, selected.customerRows);
        const { ownRows } = selected;
        words = (ownRows === null ? ofCustomers : intersect(ownRows, ofCustomers)).words;
      }
      return words;
    },
  };
  selectedBy.set(rows, selected);
  return rows;
}

function filtersOf(filters: readonly Filter[], entity: Filter["entity"]): readonly Filter[] {
  return filters.filter((filter) => filter.entity === entity);
}

function matching(table: Table, filters: readonly Filter[]): Bitset | null {
  let rows: Bitset | null = null;
  for (const filter of filters) {
    const column = table.columns.get(filter.column);
    const found = column === undefined ? null : rowsOf(column, filter);
    const kept = found ?? bitset(table.rowCount);
    rows = rows === null ? kept : intersect(rows, kept);
  }
  return rows;
}

/** null: the filter is for columns of another kind; addresses are written by hand, and columns change between imports. */
function rowsOf(column: Column, filter: Filter): Bitset | null {
  switch (filter.kind) {
    case "values":
      return column.kind === "dictionary" ? rowsWithText(column, filter.values) : null;
    case "number":
      return column.kind === "float64" ? rowsWithNumber(column, numberBounds(filter)) : null;
    case "flag":
      return column.kind === "float64" ? rowsWithNumber(column, flagBounds(filter)) : null;
    case "days":
      return rowsOfDays(column, filter);
  }
}

function rowsOfDays(column: Column, filter: DayFilter): Bitset | null {
  const { fromDay, toDay, withMissing: keepsMissing } = filter;
  const { from, to } = bothBounds(fromDay, toDay);
  if (column.kind === "day") return rowsWithDay(column, { from, to, keepsMissing });
  if (column.kind !== "float64") return null;
  const below = (to + 1) * MINUTES_PER_DAY;
  return rowsWithNumber(column, {
    from: from * MINUTES_PER_DAY,
    to: -Infinity,
    below,
    keepsMissing,
  });
}

function numberBounds({ from, to, withMissing }: NumberFilter): NumberBounds {
  return { ...bothBounds(from, to), below: -Infinity, keepsMissing: withMissing };
}

const NOTHING = { from: Infinity, to: -Infinity };

/** Nothing lies between the bounds of a filter that has none. */
function bothBounds(from: number | null, to: number | null): { from: number; to: number } {
  if (from === null && to === null) return NOTHING;
  return { from: from ?? -Infinity, to: to ?? Infinity };
}

/** A flag is 1 or 0. */
function flagBounds({ choices }: FlagFilter): NumberBounds {
  const hasYes = choices.includes("yes");
  const hasNo = choices.includes("no");
  const bounds = hasYes || hasNo ? { from: hasNo ? 0 : 1, to: hasYes ? 1 : 0 } : NOTHING;
  return { ...bounds, below: -Infinity, keepsMissing: choices.includes("missing") };
}

const selections = new WeakMap<Table, Map<string, Selection>>();
const SELECTIONS_KEPT = 8;

/**
 * As `filterRows`, remembered for the last eight sets of filters of a generation, so that every analysis of a page
 * gets the same bit-set objects (the facts below are cached by them).
 */
export function selectionOf(tables: Tables, scope: Scope): Selection {
  let known = selections.get(tables.orders);
  if (known === undefined) selections.set(tables.orders, (known = new Map<string, Selection>()));
  const { filters } = scope;
  // Who is in a segment hangs on the day and the period as well.
  const isSegment = filters.some(({ column }) => segmentOfColumn(column) !== null);
  const key = JSON.stringify(isSegment ? [filters, scope.asOfDay, scope.period] : filters);
  const found = known.get(key) ?? filterRows(tables, filters);
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= SELECTIONS_KEPT) break;
    known.delete(oldest);
  }
  return found;
}

const bookSlots = new WeakMap<Bitset, { readonly book: OrderBook; readonly slots: Bitset }>();

/**
 * A selection of `orders` rows in the order of the book, bit k = slot k; null stays null (all).
 *
 * Kept as long as the selection object lives. O(lines) on first use.
 */
export function slotsOf(book: OrderBook, orderRows: Bitset): Bitset;
export function slotsOf(book: OrderBook, orderRows: Bitset | null): Bitset | null;
export function slotsOf(book: OrderBook, orderRows: Bitset | null): Bitset | null {
  if (orderRows === null) return null;
  const known = bookSlots.get(orderRows);
  if (known?.book === book) return known.slots;
  const selected = selectedBy.get(orderRows);
  const slots =
    selected === undefined ? permuted(orderRows, book.rows) : slotsOfCustomers(book, selected);
  bookSlots.set(orderRows, { book, slots });
  return slots;
}

function slotsOfCustomers(book: OrderBook, { ownRows, customerRows }: CustomerLines): Bitset {
  const slots = bitset(book.lineCount);
  for (let customer = 0; customer < book.customerCount; customer++) {
    if (!hasBit(customerRows, customer)) continue;
    setBits(slots, book.offsets[customer]!, book.offsets[customer + 1]!);
  }
  return ownRows === null ? slots : intersect(slots, permuted(ownRows, book.rows));
}

const someSales = new WeakMap<Bitset, { readonly book: OrderBook; readonly slots: Bitset }>();

/**
 * The sale lines of a selection of `orders` rows in the order of the book, bit k = slot k; null = all.
 *
 * Kept as long as the selection lives; treat it as read-only. O(lines) on first use.
 */
export function saleSlots(book: OrderBook, orderRows: Bitset | null): Bitset {
  if (orderRows === null) return book.saleSlots;
  const known = someSales.get(orderRows);
  if (known?.book === book) return known.slots;
  const slots = intersect(slotsOf(book, orderRows), book.saleSlots);
  someSales.set(orderRows, { book, slots });
  return slots;
}
