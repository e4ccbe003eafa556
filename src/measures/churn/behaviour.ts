import type { Feature } from "../../kernel/learn/feature";
import type { OrderBook } from "../order-book";
import type { SaleEvents } from "../lifecycle-events";
import { emptyPast, readPast } from "./past";
import type { FeatureFact } from "./study";

const YEAR = 365;

/** Figures of a customer's orders, the most telling first: with few events a model uses the first ones only. */
export const BEHAVIOURS = [
  { id: "recency", scale: "plain" },
  { id: "rhythm", scale: "plain" },
  { id: "order-days", scale: "log" },
  { id: "sales", scale: "log" },
  { id: "trend", scale: "plain" },
  { id: "tenure", scale: "plain" },
  { id: "order-value", scale: "log" },
  { id: "sales-trend", scale: "plain" },
  { id: "gap-variation", scale: "plain" },
  { id: "returned", scale: "plain" },
] as const satisfies readonly Omit<FeatureFact, "from">[];

type BehaviourId = (typeof BEHAVIOURS)[number]["id"];
type Figures = Record<BehaviourId, Float64Array>;

export interface Behaviour {
  readonly features: readonly Feature[];
  /** 1 for a customer with a sale in the window up to the day */
  readonly isCurrent: Uint8Array;
  /** last day with a sale up to the day; 0 of no meaning without one */
  readonly lastDays: Int32Array;
  /** money of the 365 days up to the day */
  readonly yearSales: Float64Array<ArrayBuffer>;
}

/**
 * What the orders up to the end of a day say of each customer; nothing later is looked at.
 *
 * @param events      sale lines, days ascending within a customer
 * @param day         the cut-off
 * @param windowDays  a current customer bought within so many days; trends compare this many days with as many before
 * @returns recency and tenure in days; rhythm = days since the last order ÷ the customer's own mean gap (missing with one
 *   order day); order days and sales of 365 days; trends −1..1; gap variation = deviation ÷ mean of gaps (missing below
 *   three order days); returned = money that came back ÷ sales, of 365 days
 *
 * O(lines).
 */
export function behaviourAt(
  events: SaleEvents,
  {
    book,
    day,
    windowDays,
  }: { readonly book: OrderBook; readonly day: number; readonly windowDays: number },
): Behaviour {
  const customers = events.offsets.length - 1;
  const figures = Object.fromEntries(
    BEHAVIOURS.map(({ id }) => [id, new Float64Array(customers).fill(NaN)]),
  ) as Figures;
  const isCurrent = new Uint8Array(customers);
  const lastDays = new Int32Array(customers);
  const yearSales = new Float64Array(customers);
  const returned = returnedMoney(book, day);
  const seen = emptyPast();
  for (let customer = 0; customer < customers; customer++) {
    readPast(seen, events, customer, { day, windowDays });
    if (seen.orderDays === 0) continue;
    lastDays[customer] = seen.last;
    isCurrent[customer] = day - seen.last < windowDays ? 1 : 0;
    yearSales[customer] = seen.yearSales;
    const gaps = seen.orderDays - 1;
    const meanGap = gaps === 0 ? NaN : (seen.last - seen.first) / gaps;
    const spread = gaps < 2 ? NaN : Math.sqrt(Math.max(0, seen.gapSquares / gaps - meanGap ** 2));
    figures.recency[customer] = day - seen.last;
    figures.rhythm[customer] = (day - seen.last) / meanGap;
    figures["order-days"][customer] = Math.log1p(seen.yearDays);
    figures.sales[customer] = Math.log1p(Math.max(0, seen.yearSales));
    figures.trend[customer] = change(seen.recentDays, seen.earlierDays);
    figures.tenure[customer] = day - seen.first;
    figures["order-value"][customer] = Math.log1p(Math.max(0, seen.allSales / seen.orderDays));
    figures["sales-trend"][customer] = change(seen.recentSales, seen.earlierSales);
    figures["gap-variation"][customer] = spread / meanGap;
    figures.returned[customer] =
      seen.yearSales > 0 ? Math.min(1, returned[customer]! / seen.yearSales) : 0;
  }
  const features = BEHAVIOURS.map(({ id }): Feature => ({
    kind: "number",
    id,
    values: figures[id],
  }));
  return { features, isCurrent, lastDays, yearSales };
}

/** (now − before) ÷ (now + before): −1 all gone, 0 as before, 1 all new. */
const change = (now: number, before: number): number =>
  now + before > 0 ? (now - before) / (now + before) : 0;

/** Money of return and cancelled lines of the 365 days up to a day, as a positive number. */
function returnedMoney(book: OrderBook, day: number): Float64Array {
  const money = new Float64Array(book.customerCount);
  let customer = 0;
  for (const slot of book.returnSlots) {
    while (slot >= book.offsets[customer + 1]!) customer++;
    const age = day - book.days[slot]!;
    if (age >= 0 && age < YEAR) money[customer]! += Math.abs(book.amounts[slot]!);
  }
  return money;
}
