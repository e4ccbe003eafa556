import { readPeriodKey } from "../../domain/period-key";
import type { Rng } from "../../kernel/base/rng";
import { compensatedSum } from "../../kernel/stats/sum";
import { eventsOn } from "../../measures/lifecycle-events";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Answer, Input, Progress } from "../define";
import { backTest, meanScaledError, winnerOutlook, type BackTest } from "./back-test";
import { interval, outlookOf, YEAR, type Interval } from "./methods";
import { customersWithin, monthlySeries } from "./months";
import type { ForecastParams, ForecastResult, ForecastSeries, Holdout } from "./spec";

/** Two whole seasons: with fewer months a season cannot be told from chance. */
const FEWEST_MONTHS = 24;
/** Months that are kept back for the test, at most, and at least (with fewer there is none). */
const MOST_HELD = 12;
const FEWEST_HELD = 3;
/** What the months before the test must allow: two seasons and three origins of a back-test. */
const BEFORE_HELD = 27;
/** Share of the months that an interval is to hold. */
const INTERVAL = 0.8;
const PATHS = 2000;
const PATHS_OF_TEST = 300;

/**
 * Sales and active customers of the months to come, by the method that wins a rolling back-test, with intervals of 80 %.
 *
 * All the history up to the as-of day, sale lines only (`net`: less the returns); the period of the scope does not cut it. The
 * README states every rule. Winters 1960; Hyndman & Koehler 2006 (MASE).
 */
export default function* forecast(
  input: Input,
  params: ForecastParams,
  ambient: Ambient,
): Generator<Progress, Answer<ForecastResult>, void> {
  const { asOfDay } = ambient.scope;
  const book = orderBook(input);
  const events = eventsOn(book, asOfDay, { orderRows: ambient.orderRows, basis: params.basis });
  yield { done: 0 };
  const months = monthlySeries(events, asOfDay);
  yield { done: 0 };
  const have = months === null ? 0 : months.sales.length;
  if (months === null || have < FEWEST_MONTHS) {
    const code = months === null ? "no-orders" : "few-months";
    return {
      result: { kind: "insufficient", code, need: months === null ? 1 : FEWEST_MONTHS, have },
      members: () => null,
    };
  }
  const of = { steps: params.months, rng: ambient.rng };
  const sales = yield* within(seriesOf(months.sales, of), 0, have);
  const customers = yield* within(seriesOf(months.customers, of), 0.5, have);
  const result: ForecastResult = {
    kind: "answered",
    headline: headlineOf(sales, customers),
    fromMonth: months.fromMonth,
    nextMonth: months.fromMonth + have,
    sales,
    customers,
    skippedFirst: months.skippedFirst,
    running: months.running === null ? null : { ...months.running, toDay: asOfDay },
  };
  return {
    result,
    members: (cell) => {
      const period = cell.startsWith("month:") ? readPeriodKey(cell.slice("month:".length)) : null;
      if (period?.grain !== "month") return null;
      return customersWithin(events, period.fromDay, period.toDay);
    },
  };
}

/** Progress of one of the two series: about two back-tests of seven methods each. */
function* within<T>(
  work: Generator<void, T, void>,
  from: number,
  months: number,
): Generator<Progress, T, void> {
  const steps = 14 * Math.min(24, Math.max(1, months - 24)) + 24;
  let seen = 0;
  let step = work.next();
  for (; step.done !== true; step = work.next()) {
    seen++;
    yield { done: from + 0.5 * Math.min(1, seen / steps) };
  }
  return step.value;
}

interface Task {
  readonly steps: number;
  readonly rng: Rng;
}

function* seriesOf(
  actual: Float64Array,
  { steps, rng }: Task,
): Generator<void, ForecastSeries, void> {
  const tested = yield* backTest(actual);
  const floor = actual.every((value) => value >= 0) ? 0 : -Infinity;
  const outlook = winnerOutlook(tested, actual, steps);
  const ahead = outlook.expected.map((value) => Math.max(floor, value));
  const narrow = interval(outlook, { paths: PATHS, floor, rng });
  yield;
  const { coverage, stretch } = yield* honestyOf(actual, tested, { floor, rng });
  const range = stretched(narrow, ahead, { stretch, floor });
  const holdout = yield* holdoutOf(actual);
  const known = steps <= YEAR ? actual.subarray(actual.length - YEAR) : null;
  return {
    actual,
    method: tested.method,
    parts: tested.parts,
    methods: tested.methods,
    origins: tested.origins,
    coverage,
    stretch,
    holdout,
    ahead,
    low: range.low,
    high: range.high,
    total: { value: compensatedSum(ahead), low: range.totalLow, high: range.totalHigh },
    yearBefore: known === null ? null : compensatedSum(known.subarray(0, steps)),
  };
}

interface Honesty {
  /** share of the back-test's months in the interval that the winner would have given then */
  readonly coverage: number | null;
  /** how many times as wide it has to be that it holds as many as it says; 1 = wide enough */
  readonly stretch: number;
}

/** The intervals of the winner against the months of the rolling back-test. */
function* honestyOf(
  actual: Float64Array,
  tested: BackTest,
  { floor, rng }: { floor: number; rng: Rng },
): Generator<void, Honesty, void> {
  if (tested.origins === 0) return { coverage: null, stretch: 1 };
  const n = actual.length;
  const ratios: number[] = [];
  for (let origin = n - tested.origins; origin < n; origin++) {
    const before = actual.subarray(0, origin);
    const { expected, path } = winnerOutlook(tested, before, Math.min(YEAR, n - origin));
    const { low, high } = interval({ expected, path }, { paths: PATHS_OF_TEST, floor, rng });
    for (let h = 0; h < low.length; h++) {
      const off = actual[origin + h]! - expected[h]!;
      const room = off > 0 ? high[h]! - expected[h]! : expected[h]! - low[h]!;
      // A forecast that was right to the last digit needs no room, and may have none.
      ratios.push(off === 0 ? 0 : Math.abs(off) / room);
    }
    yield;
  }
  ratios.sort((one, other) => one - other);
  const needed = ratios[Math.ceil(INTERVAL * ratios.length) - 1]!;
  return {
    coverage: ratios.filter((ratio) => ratio <= 1).length / ratios.length,
    stretch: Number.isFinite(needed) ? Math.max(1, needed) : 1,
  };
}

/** The interval as wide as the past says that it has to be. */
function stretched(
  { low, high, totalLow, totalHigh }: Interval,
  ahead: Float64Array,
  { stretch, floor }: { stretch: number; floor: number },
): Interval {
  const total = compensatedSum(ahead);
  const wider = (value: number, middle: number): number =>
    Math.max(floor, middle + stretch * (value - middle));
  return {
    low: low.map((value, h) => wider(value, ahead[h]!)),
    high: high.map((value, h) => wider(value, ahead[h]!)),
    totalLow: wider(totalLow, total),
    totalHigh: wider(totalHigh, total),
  };
}

/** The whole procedure on the months before the last ones, choice of the method included. */
function* holdoutOf(actual: Float64Array): Generator<void, Holdout | null, void> {
  const held = Math.min(MOST_HELD, actual.length - BEFORE_HELD);
  if (held < FEWEST_HELD) return null;
  const before = actual.subarray(0, actual.length - held);
  const after = actual.subarray(actual.length - held);
  const tested = yield* backTest(before);
  const forecast = winnerOutlook(tested, before, held).expected;
  const naive = outlookOf("naive", before, held).expected;
  return {
    from: actual.length - held,
    method: tested.method,
    forecast,
    mase: meanScaledError(before, after, forecast),
    naiveMase: meanScaledError(before, after, naive),
  };
}

function headlineOf(sales: ForecastSeries, customers: ForecastSeries): ForecastResult["headline"] {
  const maseOf = (wanted: string): number | null => {
    const line = sales.methods.find(({ id }) => id === wanted);
    return line === undefined ? null : line.mase;
  };
  return {
    months: sales.actual.length,
    mase: sales.holdout && sales.holdout.mase,
    seasonalNaiveMase: sales.holdout && sales.holdout.naiveMase,
    customersMase: customers.holdout && customers.holdout.mase,
    customersSeasonalNaiveMase: customers.holdout && customers.holdout.naiveMase,
    nextMonth: sales.ahead[0]!,
    nextMonthLow: sales.low[0]!,
    nextMonthHigh: sales.high[0]!,
    total: sales.total.value,
    totalLow: sales.total.low,
    totalHigh: sales.total.high,
    customersNextMonth: customers.ahead[0]!,
    coverage: sales.coverage,
    stretch: sales.stretch,
    backtestMase: maseOf(sales.method),
    backtestNaiveMase: maseOf("naive"),
  };
}
