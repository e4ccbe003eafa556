import type { OrderBook } from "../../measures/order-book";
import type { Progress } from "../define";
import { NO_SALE, UNNAMED, type Calendar, type ProductSales } from "./sales";

const CUSTOMERS_A_SLICE = 20_000;

/** What customers spent on declining products in the last two years; slot k of each array is one customer and product. */
export interface Exposure {
  readonly customers: readonly number[];
  /** place among the declining */
  readonly places: readonly number[];
  readonly money: readonly number[];
  /** of all the customer spent in these years */
  readonly shares: readonly number[];
  /** customers whose share on all declining products together reaches the limit, ascending */
  readonly exposed: readonly ExposedCustomer[];
}

export interface ExposedCustomer {
  readonly customer: number;
  readonly main: number;
  readonly money: number;
  readonly share: number;
  readonly lastDay: number;
}

/**
 * Who depends on declining products: customers that still buy (a sale in the last year), and how much of what they spent in
 * the last two years went to these.
 *
 * @param declining  products; their order gives the places
 * @param limit      share of the spend from which a customer is exposed
 */
export function* exposureOf(
  book: OrderBook,
  { items, productCount }: ProductSales,
  { calendar, declining, limit }: ExposureAsk,
): Generator<Progress, Exposure, void> {
  const placeOf = new Int32Array(productCount).fill(-1);
  declining.forEach((item, place) => {
    placeOf[item] = place;
  });
  const exposure = {
    customers: [] as number[],
    places: [] as number[],
    money: [] as number[],
    shares: [] as number[],
    exposed: [] as ExposedCustomer[],
  };
  if (declining.length === 0) return exposure;
  const own = new Float64Array(declining.length);
  const isTouched = new Uint8Array(declining.length);
  const { offsets, days, amounts } = book;
  for (let customer = 0; customer < book.customerCount; customer++) {
    if (customer % CUSTOMERS_A_SLICE === CUSTOMERS_A_SLICE - 1) yield { done: 0.75 };
    let total = 0;
    let lastDay = -Infinity;
    const touched: number[] = [];
    for (let slot = offsets[customer + 1]! - 1; slot >= offsets[customer]!; slot--) {
      const day = days[slot]!;
      if (day < calendar.twoYearsFrom) break;
      const item = items[slot]!;
      if (item === NO_SALE) continue;
      if (day > lastDay) lastDay = day;
      total += amounts[slot]!;
      const place = item === UNNAMED ? -1 : placeOf[item]!;
      if (place < 0) continue;
      if (isTouched[place] === 0) {
        isTouched[place] = 1;
        touched.push(place);
      }
      own[place]! += amounts[slot]!;
    }
    if (lastDay >= calendar.yearFrom && total > 0) {
      collect(exposure, { customer, total, lastDay, limit }, touched, own);
    }
    for (const place of touched) {
      own[place] = 0;
      isTouched[place] = 0;
    }
  }
  return exposure;
}

export interface ExposureAsk {
  readonly calendar: Calendar;
  readonly declining: readonly number[];
  readonly limit: number;
}

interface Spender {
  readonly customer: number;
  readonly total: number;
  readonly lastDay: number;
  readonly limit: number;
}

function collect(
  into: {
    readonly customers: number[];
    readonly places: number[];
    readonly money: number[];
    readonly shares: number[];
    readonly exposed: ExposedCustomer[];
  },
  { customer, total, lastDay, limit }: Spender,
  touched: readonly number[],
  own: Float64Array,
): void {
  let money = 0;
  let main = -1;
  for (const place of touched.toSorted((a, b) => a - b)) {
    money += own[place]!;
    if (main < 0 || own[place]! > own[main]!) main = place;
    into.customers.push(customer);
    into.places.push(place);
    into.money.push(own[place]!);
    into.shares.push(own[place]! / total);
  }
  if (main >= 0 && money > 0 && money / total >= limit) {
    into.exposed.push({ customer, main, money, share: Math.min(1, money / total), lastDay });
  }
}
