import type { Period } from "../../domain/scope";
import type { EpochDay } from "../../kernel/base/calendar";
import type { Bitset } from "../../kernel/table/bitset";
import {
  customerHistories,
  repeatDays,
  type CustomerHistories,
  type PurchaseHistory,
} from "../../measures/clv/purchase-history";
import {
  expectedOfNew,
  fitModel,
  type ModelParameters,
  type PurchaseModel,
} from "../../measures/clv/purchase-model";
import type { OrderBook } from "../../measures/order-book";
import type { FrequencyCheck, HoldoutCheck, TrackingCheck } from "./spec";

/** 0, 1 … 6, and 7 or more. */
const BINS = 8;
const TRACKING_POINTS = 60;
/** Below this the fit without the last days is no check. */
const LEAST_CUSTOMERS = 30;
const LEAST_REPEATERS = 10;

const binOf = (repeats: number): number => Math.min(repeats, BINS - 1);

/** Customers by number of repeats, counted and as the model expects of customers of their ages. */
export function frequencyCheck(
  model: PurchaseModel,
  parameters: ModelParameters,
  { repeats, ages, weights }: PurchaseHistory,
): FrequencyCheck {
  const actual = new Uint32Array(BINS);
  const expected = new Float64Array(BINS);
  const byAge = new Map<number, number>();
  for (let i = 0; i < repeats.length; i++) {
    actual[binOf(repeats[i]!)]! += weights[i]!;
    const known = byAge.get(ages[i]!);
    byAge.set(ages[i]!, (known === undefined ? 0 : known) + weights[i]!);
  }
  for (const [age, customers] of byAge) {
    const probabilities = model.repeatProbabilities(parameters, BINS - 2, age);
    let rest = 1;
    for (let x = 0; x < BINS - 1; x++) {
      expected[x]! += customers * probabilities[x]!;
      rest -= probabilities[x]!;
    }
    expected[BINS - 1]! += customers * Math.max(0, rest);
  }
  return { actual, expected };
}

/** What there is to look at: the book and the lines of it that count. */
export interface Seen {
  readonly daysPerUnit: number;
  readonly book: OrderBook;
  readonly orderRows: Bitset | null;
  readonly asOfDay: EpochDay;
}

/** Cumulative repeat purchases of the base, counted and expected. */
export function trackingCheck(
  model: PurchaseModel,
  parameters: ModelParameters,
  base: CustomerHistories,
  { book, orderRows, asOfDay, daysPerUnit }: Seen,
): TrackingCheck {
  const fromDay = base.firstDays.reduce((one, other) => Math.min(one, other), asOfDay);
  const span = asOfDay - fromDay;
  const births = new Uint32Array(span + 1);
  for (const day of base.firstDays) births[day - fromDay]!++;
  const growth = Float64Array.from({ length: span + 1 }, (_, days) =>
    expectedOfNew(model, parameters, days / daysPerUnit),
  );
  const counts = repeatDays(book, { fromDay: fromDay as EpochDay, toDay: asOfDay }, orderRows);
  const points = Math.min(TRACKING_POINTS, span + 1);
  const days = Int32Array.from({ length: points }, (_, k) =>
    points === 1 ? asOfDay : fromDay + Math.round((span * k) / (points - 1)),
  );
  const actual = Float64Array.from(days, (day) => sumTo(counts, day - fromDay));
  const expected = Float64Array.from(days, (day) => {
    let sum = 0;
    for (let birth = 0; birth <= day - fromDay; birth++) {
      if (births[birth]! > 0) sum += births[birth]! * growth[day - fromDay - birth]!;
    }
    return sum;
  });
  return { days, actual, expected };
}

function sumTo(counts: Uint32Array, last: number): number {
  let sum = 0;
  for (let i = 0; i <= last; i++) sum += counts[i]!;
  return sum;
}

/**
 * Fits the model without the last days and counts what came.
 *
 * @param from parameters near the maximum, where the search begins
 * @returns null when too few customers are left before the hold-out
 * @yields between steps of the search
 */
export function* holdoutCheck(
  model: PurchaseModel,
  from: ModelParameters,
  { book, orderRows, asOfDay, daysPerUnit }: Seen,
  { fromDay, horizonDays }: { readonly fromDay: number; readonly horizonDays: number },
): Generator<void, HoldoutCheck | null, void> {
  const days = Math.min(Math.round(horizonDays), Math.floor((asOfDay - fromDay + 1) / 3));
  if (days < 1) return null;
  const until: Period = { fromDay: fromDay as EpochDay, toDay: (asOfDay - days) as EpochDay };
  const early = customerHistories(book, until, daysPerUnit, orderRows);
  yield;
  const { history } = early;
  const repeaters = early.places.filter((place) => history.repeats[place]! > 0).length;
  if (early.customers.length < LEAST_CUSTOMERS || repeaters < LEAST_REPEATERS) return null;
  const { parameters } = yield* fitModel(model, history, from);
  const whole = customerHistories(
    book,
    { fromDay: until.fromDay, toDay: asOfDay },
    daysPerUnit,
    orderRows,
  );
  yield;
  // who bought early is in both; both ascend by customer
  let k = 0;
  const bins = Array.from({ length: BINS }, () => ({ customers: 0, actual: 0, predicted: 0 }));
  let [actual, predicted, errors] = [0, 0, 0];
  early.customers.forEach((customer, i) => {
    while (whole.customers[k] !== customer) k++;
    const place = early.places[i]!;
    const x = history.repeats[place]!;
    const age = history.ages[place]!;
    const came = whole.history.repeats[whole.places[k]!]! - x;
    const expected =
      model.alive(parameters, x, history.recencies[place]!, age) *
      model.expectedIfAlive(parameters, x, age, days / daysPerUnit);
    const bin = bins[binOf(x)]!;
    bin.customers++;
    bin.actual += came;
    bin.predicted += expected;
    actual += came;
    predicted += expected;
    errors += Math.abs(came - expected);
  });
  return {
    fromDay: asOfDay - days + 1,
    days,
    customers: early.customers.length,
    actual,
    predicted,
    meanAbsoluteError: errors / early.customers.length,
    bins: bins.map((bin) => ({
      customers: bin.customers,
      actualMean: bin.customers === 0 ? 0 : bin.actual / bin.customers,
      predictedMean: bin.customers === 0 ? 0 : bin.predicted / bin.customers,
    })),
  };
}
