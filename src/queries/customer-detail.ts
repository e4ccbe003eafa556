import type { PlainCell } from "../domain/difference";
import type { ReasonReadings } from "../domain/exit-reasons";
import { isAttribute } from "../domain/field";
import type { StoredColumn } from "../domain/generation";
import { LINE_KINDS, SALE_LINE } from "../domain/line-kind";
import { monthIndex, type EpochDay } from "../kernel/base/calendar";
import { hasBit } from "../kernel/table/bitset";
import { columnOf, isMissing, MISSING_CODE, textAt, type Column } from "../kernel/table/column";
import { slotsOf } from "../measures/filter";
import type { OrderBook, Tables } from "../measures/order-book";
import { departuresOf } from "./customer-departures";
import { customerRow, customerScores, type Sighted } from "./customer-scores";
import type { CustomerDetail, CustomerOrder } from "./types";

const ORDERS_LISTED = 200;
const PRODUCTS_LISTED = 10;
const PRODUCTS_PER_ORDER = 5;
/** Said by the summary already (the key is the id or the name), or known to the program only. */
const SUMMARISED = new Set(["key", "customerId", "customerName", "owner", "region", "provenance"]);

/**
 * The page of one customer: scores, further columns, sales by month, products, orders.
 *
 * @param tables  CUSTOMER_NEEDS, DEPARTURE_NEEDS, all columns of `customers`, and productName or productId of `orders` when there are any
 * @param described  header and kind by column id of `customers`
 * Lines that the order filters leave out are left out here too. O(lines of the customer) after `customerScores`.
 */
export function customerDetail(
  tables: Tables,
  sighted: Sighted & { readonly reasonReadings: ReasonReadings },
  row: number,
  described: ReadonlyMap<string, StoredColumn>,
): CustomerDetail {
  const scores = customerScores(tables, sighted);
  const slots = slotsInSight(scores.book, sighted, row);
  const orders = ordersOf(tables, scores.book, slots);
  return {
    summary: customerRow(tables.customers, scores, row),
    attributes: attributesOf(tables, row, described),
    ...monthlySales(scores.book, slots, sighted.scope.asOfDay),
    topProducts: topProducts(tables, scores.book, slots),
    orders: orders.slice(0, ORDERS_LISTED),
    orderCount: orders.length,
    departures: departuresOf(tables, row, sighted.reasonReadings),
  };
}

function slotsInSight(book: OrderBook, { scope, orderRows }: Sighted, row: number): number[] {
  const selected = slotsOf(book, orderRows);
  const slots: number[] = [];
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    if (book.days[slot]! > scope.asOfDay) break;
    if (selected === null || hasBit(selected, slot)) slots.push(slot);
  }
  return slots;
}

function attributesOf(
  tables: Tables,
  row: number,
  described: ReadonlyMap<string, StoredColumn>,
): CustomerDetail["attributes"] {
  return [...tables.customers.columns].flatMap(([id, column]) => {
    const cell = SUMMARISED.has(id) ? null : cellOf(column, row);
    if (cell === null) return [];
    const plain = isAttribute(id) ? id.slice(id.indexOf(":") + 1) : id;
    return [{ column: described.get(id) ?? { id, fieldKind: "text", label: plain }, cell }];
  });
}

function cellOf(column: Column, row: number): PlainCell {
  if (isMissing(column, row)) return null;
  return column.kind === "dictionary" ? textAt(column, row) : column.values[row]!;
}

function monthlySales(book: OrderBook, slots: readonly number[], asOfDay: EpochDay) {
  const sales = slots.filter((slot) => book.lineKinds[slot] === SALE_LINE);
  const first = sales[0];
  const lastMonth = monthIndex(asOfDay);
  if (first === undefined) return { firstMonth: lastMonth, monthlySales: new Float64Array(0) };
  const firstMonth = monthIndex(book.days[first]! as EpochDay);
  const monthly = new Float64Array(lastMonth - firstMonth + 1);
  for (const slot of sales) {
    monthly[monthIndex(book.days[slot]! as EpochDay) - firstMonth]! += book.amounts[slot]!;
  }
  return { firstMonth, monthlySales: monthly };
}

/** The product of an order row: its name, else its id, else null. */
function productReader(tables: Tables): (orderRow: number) => string | null {
  const name = columnOf(tables.orders, "productName", "dictionary");
  const id = columnOf(tables.orders, "productId", "dictionary");
  return (orderRow) => (name ? textAt(name, orderRow) : null) ?? (id ? textAt(id, orderRow) : null);
}

function topProducts(tables: Tables, book: OrderBook, slots: readonly number[]) {
  const productOf = productReader(tables);
  const sums = new Map<string, number>();
  let total = 0;
  for (const slot of slots) {
    if (book.lineKinds[slot] !== SALE_LINE) continue;
    const name = productOf(book.rows[slot]!);
    total += book.amounts[slot]!;
    if (name === null) continue;
    const known = sums.get(name);
    sums.set(name, (known === undefined ? 0 : known) + book.amounts[slot]!);
  }
  return [...sums]
    .map(([name, sales]) => ({ name, sales, share: total === 0 ? 0 : sales / total }))
    .sort((a, b) => b.sales - a.sales || (a.name < b.name ? -1 : 1))
    .slice(0, PRODUCTS_LISTED);
}

interface OrderDraft {
  orderedOn: EpochDay;
  orderId: string | null;
  lines: number;
  amount: number;
  profit: number | null;
  kind: CustomerOrder["kind"];
  products: string[];
}

/** Orders, newest first: lines of one day and order id; lines without an id by day. */
function ordersOf(tables: Tables, book: OrderBook, slots: readonly number[]): CustomerOrder[] {
  const productOf = productReader(tables);
  const ids = columnOf(tables.orders, "orderId", "dictionary");
  const orders = new Map<string, OrderDraft>();
  for (const slot of slots) {
    const row = book.rows[slot]!;
    const code = ids ? ids.codes[row]! : MISSING_CODE;
    const key = `${book.days[slot]!}/${code}`;
    const kind = LINE_KINDS[book.lineKinds[slot]!]!;
    let order = orders.get(key);
    if (order === undefined) {
      order = {
        orderedOn: book.days[slot]! as EpochDay,
        orderId: ids ? textAt(ids, row) : null,
        lines: 0,
        amount: 0,
        profit: null,
        kind,
        products: [],
      };
      orders.set(key, order);
    }
    order.lines++;
    order.amount += book.amounts[slot]!;
    if (order.kind !== kind) order.kind = "mixed";
    const profit = book.profits === null ? NaN : book.profits[slot]!;
    if (!Number.isNaN(profit)) order.profit = (order.profit === null ? 0 : order.profit) + profit;
    const product = productOf(row);
    const isNew = product !== null && !order.products.includes(product);
    if (isNew && order.products.length < PRODUCTS_PER_ORDER) order.products.push(product);
  }
  return [...orders.values()].reverse().sort((a, b) => b.orderedOn - a.orderedOn);
}
