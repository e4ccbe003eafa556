import { withProgress } from "../../kernel/base/with-progress";
import { FIRST_DAY } from "../../kernel/base/calendar";
import { ascendingOrder } from "../../kernel/stats/rank";
import { bgNbd } from "../../measures/clv/beta-geometric";
import { expectedSpend, fitSpend } from "../../measures/clv/gamma-gamma";
import {
  customerHistories,
  thinned,
  type CustomerHistories,
} from "../../measures/clv/purchase-history";
import { fitModel, type ModelFit } from "../../measures/clv/purchase-model";
import type { OrderBook } from "../../measures/order-book";
import type { Ambient, Progress } from "../define";
import { gradesBy, type Scored } from "./scores";
import type { DisagreementParams, Gap } from "./spec";

/** Below this the parameters are noise; the same as in the analysis `clv`. */
const LEAST_CUSTOMERS = 30;
const LEAST_REPEATERS = 10;
const DAYS_PER_WEEK = 7;
const DAYS_PER_MONTH = 365.2425 / 12;
/** Grades need no more: the models are fitted to so many customers, taken evenly from all. */
const MOST_FITTED = 3000;
const MOST_SPENDERS = 500;
/** Histories whose future is reckoned before others may have a turn. */
const HISTORIES_A_SLICE = 500;

/**
 * A, B, C by the money that is to be expected of each customer in the next months: purchases by BG/NBD, their money by gamma-gamma,
 * as in the analysis `clv` with its defaults, not discounted; of a large base the models are fitted to 3,000 customers, that
 * of money to 500, so that this comes quickly.
 *
 * O(lines + customers log customers + passes × 3,000).
 */
export function* futureOf(
  book: OrderBook,
  { months }: DisagreementParams,
  { scope, orderRows }: Ambient,
): Generator<Progress, Scored, void> {
  const gap = (reason: Gap["reason"]): Scored => ({ kind: "gap", against: "future", reason });
  const everything = { fromDay: FIRST_DAY, toDay: scope.asOfDay };
  const base = customerHistories(book, everything, DAYS_PER_WEEK, orderRows);
  yield { done: 0.35 };
  const repeats = Uint32Array.from(base.places, (place) => base.history.repeats[place]!);
  if (base.customers.length < LEAST_CUSTOMERS) return gap("few-customers");
  if (repeats.filter((x) => x > 0).length < LEAST_REPEATERS) return gap("few-repeaters");
  const fitting = fitModel(bgNbd, thinned(base.history, MOST_FITTED));
  const fit = yield* withProgress({ done: 0.4 }, fitting);
  if (fit.quality === "not-converged") return gap("no-fit");
  const purchases = yield* purchasesOf(base, fit, months);
  const spends = yield* withProgress({ done: 0.95 }, spendsOf(base, repeats));
  yield { done: 0.9 };
  const values = new Float64Array(book.customerCount).fill(NaN);
  base.customers.forEach((customer, i) => {
    values[customer] = purchases[base.places[i]!]! * spends[i]!;
  });
  if (base.customers.some((customer) => !Number.isFinite(values[customer]!))) return gap("no-fit");
  const levels = gradesBy(base.customers, values, book.customerCount);
  return { kind: "scored", against: "future", levels, values };
}

/** Expected purchases of a customer of each history. What one that stays buys is reckoned at whole weeks of age and between them linearly. */
function* purchasesOf(
  { history }: CustomerHistories,
  { parameters }: ModelFit,
  months: number,
): Generator<Progress, Float64Array, void> {
  const { repeats, recencies, ages } = history;
  const time = (months * DAYS_PER_MONTH) / DAYS_PER_WEEK;
  const atWeek = new Map<number, number>();
  let asked = -1;
  const ifAlive = (x: number, week: number): number => {
    // Histories ascend by repeats: what was reckoned for fewer is not asked for again.
    if (x !== asked) atWeek.clear();
    asked = x;
    const known = atWeek.get(week);
    if (known !== undefined) return known;
    const value = bgNbd.expectedIfAlive(parameters, x, week, time);
    atWeek.set(week, value);
    return value;
  };
  const purchases = new Float64Array(repeats.length);
  for (let i = 0; i < purchases.length; i++) {
    const [x, age] = [repeats[i]!, ages[i]!];
    const week = Math.floor(age);
    const from = ifAlive(x, week);
    const stays = age === week ? from : from + (age - week) * (ifAlive(x, week + 1) - from);
    purchases[i] = bgNbd.alive(parameters, x, recencies[i]!, age) * stays;
    if (i % HISTORIES_A_SLICE === 0) yield { done: 0.5 + (0.4 * i) / purchases.length };
  }
  return purchases;
}

/** Money of a purchase of each customer; without a model the mean of its own repeats, else of all. */
function* spendsOf(
  { meanSpends }: CustomerHistories,
  repeats: Uint32Array,
): Generator<void, Float64Array, void> {
  const own = meanSpends.filter((mean) => !Number.isNaN(mean));
  const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
  const spend = yield* fitToSome(meanSpends, repeats);
  return Float64Array.from(meanSpends, (value, i) => {
    const expected = spend === null ? NaN : expectedSpend(spend, repeats[i]!, value);
    if (Number.isFinite(expected)) return expected;
    return Number.isNaN(value) ? mean : value;
  });
}

/** The model of money from customers with repeats, evenly by their mean when they are many. */
function* fitToSome(meanSpends: Float64Array, repeats: Uint32Array) {
  const known: number[] = [];
  for (let i = 0; i < repeats.length; i++) if (repeats[i]! > 0) known.push(i);
  if (known.length <= MOST_SPENDERS) return yield* fitSpend(repeats, meanSpends);
  const order = ascendingOrder(Float64Array.from(known, (i) => meanSpends[i]!));
  const taken = Array.from(
    { length: MOST_SPENDERS },
    (_, k) => known[order[Math.floor(((k + 0.5) * known.length) / MOST_SPENDERS)]!]!,
  );
  return yield* fitSpend(
    Uint32Array.from(taken, (i) => repeats[i]!),
    Float64Array.from(taken, (i) => meanSpends[i]!),
  );
}
