import { SALE_LINE } from "../../domain/line-kind";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import {
  columnOf,
  MISSING_CODE,
  MISSING_DAY,
  requiredColumn,
  type Table,
} from "../../kernel/table/column";
import type { Progress } from "../define";

/** Some 20 ms of lines. */
const SLICE = 200_000;

/** Bits of what the lines of an order say. */
export const LATE = 1;
export const WAITS = 2;
export const IN_TIME = 4;
export const SHORT = 8;
export const FULL = 16;
export const UNCOUNTED = 32;
export const NEVER_CAME = 64;

/** The orders that pass the filters, each judged by all of its sale lines; arrays by order. */
export interface OrderUnits {
  readonly n: number;
  readonly isByOrder: boolean;
  /** row of `customers` */
  readonly customers: Int32Array;
  readonly orderedOn: Int32Array;
  /** the last day promised and the last day delivered up to the as-of day; MISSING_DAY for none */
  readonly promisedOn: Int32Array;
  readonly deliveredOn: Int32Array;
  readonly says: Uint8Array;
  /** pieces of lines that know both, and what of them did not come */
  readonly ordered: Float64Array;
  readonly missing: Float64Array;
}

/**
 * Orders from their lines. Lines with the same order id are one order; a line without one is an order by itself.
 *
 * A line is late when it came after its promised day, or had not come when that day was over; it waits while the day is to come.
 * It is short when less came than was ordered. O(lines).
 */
export function* orderUnits(
  orders: Table,
  asOfDay: number,
  orderRows: Bitset | null,
): Generator<Progress, OrderUnits, void> {
  const customers = requiredColumn(orders, "customer", "dictionary").codes;
  const days = requiredColumn(orders, "orderedOn", "day").values;
  const promised = columnOf(orders, "promisedOn", "day")?.values;
  const delivered = columnOf(orders, "deliveredOn", "day")?.values;
  const quantities = columnOf(orders, "quantity", "float64")?.values;
  const came = columnOf(orders, "deliveredQuantity", "float64")?.values;
  const { placeOfRow, n } = yield* placesOf(orders, asOfDay, orderRows);
  const units = {
    n,
    isByOrder: orders.columns.has("orderId"),
    customers: new Int32Array(n),
    orderedOn: new Int32Array(n),
    promisedOn: new Int32Array(n).fill(MISSING_DAY),
    deliveredOn: new Int32Array(n).fill(MISSING_DAY),
    says: new Uint8Array(n),
    ordered: new Float64Array(n),
    missing: new Float64Array(n),
  };
  for (let row = 0; row < orders.rowCount; row++) {
    if (row % SLICE === SLICE - 1) yield { done: 0.3 };
    const place = placeOfRow[row]!;
    if (place === -1) continue;
    units.customers[place] = customers[row]!;
    units.orderedOn[place] = days[row]!;
    const due = promised === undefined ? MISSING_DAY : promised[row]!;
    const written = delivered === undefined ? MISSING_DAY : delivered[row]!;
    const on = written > asOfDay ? MISSING_DAY : written;
    if (due > units.promisedOn[place]!) units.promisedOn[place] = due;
    if (on > units.deliveredOn[place]!) units.deliveredOn[place] = on;
    if (due !== MISSING_DAY && delivered !== undefined)
      units.says[place]! |= timing(due, on, asOfDay);
    const wanted = quantities === undefined ? NaN : quantities[row]!;
    const got = came === undefined ? NaN : came[row]!;
    // What is written down of a delivery yet to come has not come.
    if (!(wanted > 0) || !(got >= 0) || written > asOfDay) units.says[place]! |= UNCOUNTED;
    else {
      units.says[place]! |= got < wanted - 1e-9 * wanted ? SHORT : FULL;
      units.ordered[place]! += wanted;
      units.missing[place]! += Math.max(0, wanted - got);
    }
  }
  return units;
}

function timing(due: number, on: number, asOfDay: number): number {
  if (on !== MISSING_DAY) return on <= due ? IN_TIME : LATE;
  return due <= asOfDay ? LATE | NEVER_CAME : WAITS;
}

/** The order of each line; −1 for lines that count in none. */
function* placesOf(
  orders: Table,
  asOfDay: number,
  orderRows: Bitset | null,
): Generator<Progress, { readonly placeOfRow: Int32Array; readonly n: number }, void> {
  const ids = columnOf(orders, "orderId", "dictionary");
  const customers = requiredColumn(orders, "customer", "dictionary").codes;
  const kinds = requiredColumn(orders, "lineKind", "dictionary").codes;
  const days = requiredColumn(orders, "orderedOn", "day").values;
  const placeOfCode = new Int32Array(ids === undefined ? 0 : ids.dictionary.length).fill(-1);
  const placeOfRow = new Int32Array(orders.rowCount).fill(-1);
  let n = 0;
  for (let row = 0; row < orders.rowCount; row++) {
    if (row % SLICE === SLICE - 1) yield { done: 0.1 };
    if (kinds[row] !== SALE_LINE || customers[row] === MISSING_CODE) continue;
    if (days[row]! > asOfDay || (orderRows !== null && !hasBit(orderRows, row))) continue;
    const code = ids === undefined ? MISSING_CODE : ids.codes[row]!;
    if (code === MISSING_CODE) placeOfRow[row] = n++;
    else {
      if (placeOfCode[code] === -1) placeOfCode[code] = n++;
      placeOfRow[row] = placeOfCode[code]!;
    }
  }
  return { placeOfRow, n };
}
