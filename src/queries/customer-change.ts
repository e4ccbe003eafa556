import type { LastImport } from "../domain/last-import";
import { SALE_LINE } from "../domain/line-kind";
import type { Scope } from "../domain/scope";
import { epochDay } from "../kernel/base/calendar";
import { bitset, intersect, setBits, type Bitset } from "../kernel/table/bitset";
import { MISSING_DAY, requiredColumn, type Table } from "../kernel/table/column";
import type { Tables } from "../measures/order-book";
import { customerRow, customerScores, type CustomerScores, type Sighted } from "./customer-scores";
import type { CustomerChange, CustomerStanding } from "./types";

/**
 * The scores of one customer now and as they were before the last import: the orders of that import are left out, and everything looks
 * back from the last sale that was known then.
 *
 * @returns `none` where there is nothing to compare with; `replaced` where the import took the place of rows that are not kept
 *
 * The scores before are computed by the rules of now: a rule that changed is no change of a customer. O(lines) once a generation, then
 * O(lines of the customer).
 */
export function customerChange(
  tables: Tables,
  sighted: Sighted,
  row: number,
  last: LastImport,
): CustomerChange {
  if (last.kind === "first") return { kind: "none" };
  if (last.kind === "replaced") return last;
  const before = sightBefore(tables.orders, sighted, last.rows);
  if (before === null) return { kind: "none" };
  const [now, then] = [
    customerScores(tables, sighted),
    customerScores(tables, before, `before the last ${last.rows}`),
  ];
  return {
    kind: "known",
    importedAtMs: last.importedAtMs,
    ...broughtTo(now, row, tables.orders.rowCount - last.rows),
    before: standing(tables.customers, then, row),
    now: standing(tables.customers, now, row),
  };
}

const kept = new WeakMap<
  Table,
  { readonly rows: number; readonly earlier: Bitset; readonly lastSale: number }
>();

/** What could be seen before the last rows of `orders` were there; null when there was no sale. */
function sightBefore(orders: Table, sighted: Sighted, newRows: number): Sighted | null {
  const { earlier, lastSale } = earlierRows(orders, newRows);
  if (lastSale === MISSING_DAY) return null;
  const { scope, orderRows, customerRows } = sighted;
  return {
    scope: scopeUntil(scope, lastSale),
    orderRows: orderRows === null ? earlier : intersect(orderRows, earlier),
    customerRows,
  };
}

function earlierRows(orders: Table, newRows: number) {
  const known = kept.get(orders);
  if (known?.rows === newRows) return known;
  const end = Math.max(0, orders.rowCount - newRows);
  const earlier = bitset(orders.rowCount);
  setBits(earlier, 0, end);
  const days = requiredColumn(orders, "orderedOn", "day").values;
  const kinds = requiredColumn(orders, "lineKind", "dictionary").codes;
  let lastSale = MISSING_DAY;
  for (let row = 0; row < end; row++) {
    if (kinds[row] === SALE_LINE && days[row]! > lastSale) lastSale = days[row]!;
  }
  const made = { rows: newRows, earlier, lastSale };
  kept.set(orders, made);
  return made;
}

/** The same scope as it stood then: no later than the last sale, its period as long as now. */
function scopeUntil(scope: Scope, lastSale: number): Scope {
  const asOfDay = epochDay(Math.min(scope.asOfDay, lastSale));
  const moved = scope.asOfDay - asOfDay;
  const { fromDay, toDay } = scope.period;
  return {
    ...scope,
    asOfDay,
    period: { fromDay: epochDay(fromDay - moved), toDay: epochDay(toDay - moved) },
  };
}

/** Sale lines of the customer that the import brought, as far as the scope sees them. */
function broughtTo({ book, sighted }: CustomerScores, row: number, firstNew: number) {
  let [newLines, newSales] = [0, 0];
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    if (book.days[slot]! > sighted.scope.asOfDay) break;
    if (book.rows[slot]! < firstNew || book.lineKinds[slot] !== SALE_LINE) continue;
    newLines++;
    newSales += book.amounts[slot]!;
  }
  return { newLines, newSales };
}

function standing(customers: Table, scores: CustomerScores, row: number): CustomerStanding {
  const { recencyDays, grade, rfm, segment, stage } = customerRow(customers, scores, row);
  const { inPeriod, ever, sighted } = scores;
  return {
    asOfDay: sighted.scope.asOfDay,
    periodSales: inPeriod.sales[row]!,
    everSales: ever.sales[row]!,
    everOrderDays: ever.orderDays[row]!,
    recencyDays,
    grade,
    rfm,
    segment,
    stage,
  };
}
