import type { TenureGap } from "../../domain/tenure";
import { MISSING_DAY } from "../../kernel/table/column";
import type { Bitset } from "../../kernel/table/bitset";
import { daysOf } from "../cost-driver";
import { saleSlots } from "../filter";
import { orderBook, type OrderBook, type Tables } from "../order-book";
import { churnWindowSteps } from "./churn-window";
import { addDays, emptyDraft, finishedTenure, isSelected, type Tenure } from "./tenure";

/** Who and which days are looked at. */
export interface TenureSight {
  readonly customerRows: Bitset | null;
  readonly orderRows: Bitset | null;
  readonly asOfDay: number;
}

/** First and last order day of each customer up to a day; MISSING_DAY without one. */
export interface OrderSpans {
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** O(lines). */
export function orderSpans(
  book: OrderBook,
  { orderRows, asOfDay }: Pick<TenureSight, "orderRows" | "asOfDay">,
): OrderSpans {
  const { words } = saleSlots(book, orderRows);
  const first = new Int32Array(book.customerCount).fill(MISSING_DAY);
  const last = new Int32Array(book.customerCount).fill(MISSING_DAY);
  for (let customer = 0; customer < book.customerCount; customer++) {
    for (let slot = book.offsets[customer]!; slot < book.offsets[customer + 1]!; slot++) {
      const day = book.days[slot]!;
      if (day > asOfDay) break;
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      if (first[customer] === MISSING_DAY) first[customer] = day;
      last[customer] = day;
    }
  }
  return { first, last };
}

/**
 * One observation a customer from orders, for trade without contracts: who has been silent for the whole churn window counts
 * as lost on the day on which the silence reaches it, that is at the last order plus the window.
 *
 * @param tables  `orders` with customer, orderedOn, amount, lineKind; `customers` with `since` when known
 * @param windowDays  0 = the company's own window, see `churnWindow`
 * @returns the tenure in days, or why there is none
 *
 * A customer begins with its first order. Where the customer table says `since` a day before the first order of the file, it began
 * then, and is in sight only from its first order (late entry): those who left before the file began are not in it. Counted on
 * the day the silence is complete, losses and survivors are seen by one clock; counted at the last order, the last customers
 * would seem immortal. O(lines).
 * @yields between its parts
 */
export function* tenureFromOrders(
  tables: Tables,
  sight: TenureSight,
  windowDays: number,
): Generator<void, Tenure | TenureGap, void> {
  if (!tables.orders.columns.has("customer")) return "no-orders";
  const { customerRows, orderRows, asOfDay } = sight;
  const book = orderBook(tables);
  yield;
  const window = yield* churnWindowSteps({ book, orderRows, endDay: asOfDay }, windowDays);
  yield;
  const spans = orderSpans(book, sight);
  yield;
  const fileStart = book.saleSpan?.firstDay;
  if (fileStart === undefined) return "no-orders";
  if (window === null) return "no-window";
  const since = daysOf(tables.customers, "since");
  const draft = emptyDraft();
  let lateEntries = 0;
  for (let customer = 0; customer < book.customerCount; customer++) {
    const first = spans.first[customer]!;
    if (first === MISSING_DAY || !isSelected(customerRows, customer)) continue;
    const known = since === null ? MISSING_DAY : since[customer]!;
    const isEarlier = known !== MISSING_DAY && known < fileStart;
    if (isEarlier) lateEntries++;
    const lostOn = spans.last[customer]! + window.windowDays;
    const isLost = lostOn < asOfDay;
    const days = { start: isEarlier ? known : first, entry: first, end: isLost ? lostOn : asOfDay };
    addDays(draft, customer, days, isLost ? 1 : 0);
  }
  if (draft.customers.length === 0) return "no-orders";
  yield;
  return finishedTenure(draft, "day", { kind: "silence", ...window, lateEntries });
}
