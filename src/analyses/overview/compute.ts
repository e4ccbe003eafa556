import type { CalendarGrain } from "../../domain/period-key";
import type { Table } from "../../kernel/table/column";
import { customerNameOf } from "../../measures/customer-name";
import { decliningCustomers, type Decline } from "../../measures/lifecycle-decline";
import { saleEvents } from "../../measures/lifecycle-events";
import {
  overdueCustomers,
  usualGapDays,
  type Overdue,
  type Sight,
} from "../../measures/lifecycle-gaps";
import {
  customersInState,
  LIFE_STATES,
  LOST,
  NEW,
  RETURNING,
  WON_BACK,
} from "../../measures/lifecycle-ledger";
import { keyOfPeriod, lastFullPeriod, periodWithKey } from "../../measures/lifecycle-periods";
import { customerPulse, pulsePlace, type Pulse } from "../../measures/lifecycle-pulse";
import { orderBook } from "../../measures/order-book";
import { isCovered, periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { coversMonth, overviewFigures, overviewTrend, share, yearlyCounts } from "./figures";
import { overviewFindings } from "./findings";
import { gradeOf, rankedCustomers, type Ranked } from "./ranking";
import type { LedgerPeriod, OverviewResult, WatchedCustomer } from "./spec";
import { unusualReturns, type ReturnsWatch } from "./watch";

/** Periods of the ledger, by how they are cut. */
const LEDGER_PERIODS = { month: 18, quarter: 12 } as const;
const LISTED = 10;
const OVERDUE_FACTOR = 2;
const OVERDUE_ORDER_DAYS = 4;

/**
 * The page of today: figures against the period before, findings in words, the ledger of the last 18 months or 12 quarters, the curve of
 * who carries the sales, and whom to call.
 *
 * Sale lines only (returns have their own list). Nothing after the last day of the period. The README states every rule
 * and test. O(lines + customers): within 60 ms at a million lines and 100,000 customers once the order book is built.
 */
export default function* overview(
  input: Input,
  _params: unknown,
  ambient: Ambient,
): Generator<Progress, Answer<OverviewResult>, void> {
  const window = windowOf(ambient.scope, "period");
  const book = orderBook(input);
  yield { done: 0.1 };
  const pulse = customerPulse(book, window, ambient.orderRows);
  if (pulse === null) {
    return {
      result: { kind: "insufficient", code: "no-orders", need: 1, have: 0 },
      members: () => null,
    };
  }
  yield { done: 0.4 };
  const sight = { book, orderRows: ambient.orderRows, endDay: window.toDay };
  const ledger = ledgerPeriods(pulse);
  const ranked = rankedCustomers(pulse);
  yield { done: 0.6 };
  const declines = decliningCustomers(pulse, window.toDay);
  yield { done: 0.7 };
  const returns = unusualReturns(book, pulse, window, ambient.orderRows);
  yield { done: 0.8 };
  const overdue = overdueOnes(sight, ranked.important, pulse);
  const sources: Sources = { pulse, sight, ranked, declines, returns, overdue };
  yield { done: 0.9 };
  const covered = isCovered(periodBefore(window), pulse.firstDay);
  const result = resultOf(input.customers, sources, { ...ledger, covered, window, ambient });
  return { result, members: (cell) => membersOf(cell, sources) };
}

interface Sources {
  readonly pulse: Pulse;
  readonly sight: Sight;
  readonly ranked: Ranked;
  readonly declines: ReturnType<typeof decliningCustomers>;
  readonly returns: ReturnsWatch;
  readonly overdue: readonly Overdue[];
}

interface LedgerPart {
  readonly grain: CalendarGrain;
  readonly periods: readonly LedgerPeriod[];
  readonly lastFull: LedgerPeriod | null;
}

function ledgerPeriods({ calendar, states }: Pulse): LedgerPart {
  const grain = calendar.cut.grain === "quarter" ? "quarter" : "month";
  const periods = Array.from({ length: calendar.count }, (_, index): LedgerPeriod => {
    const count = (state: number): number => states[index * LIFE_STATES.length + state]!;
    const [fresh, returning] = [count(NEW), count(RETURNING)];
    const [wonBack, lost] = [count(WON_BACK), count(LOST)];
    return {
      key: keyOfPeriod(calendar, index),
      fromDay: calendar.starts[index]!,
      toDay: calendar.starts[index + 1]! - 1,
      opening: returning + lost,
      new: fresh,
      wonBack,
      lost,
      closing: returning + fresh + wonBack,
      first: index === 0,
      running: calendar.runningLast && index === calendar.count - 1,
    };
  });
  return {
    grain,
    periods: periods.slice(-LEDGER_PERIODS[grain]),
    lastFull: periods[lastFullPeriod(calendar)] ?? null,
  };
}

function overdueOnes(sight: Sight, important: Uint32Array, pulse: Pulse): Overdue[] {
  const rule = { factor: OVERDUE_FACTOR, fewestOrderDays: OVERDUE_ORDER_DAYS };
  const overdue = overdueCustomers(sight, important, pulse, rule);
  const sales = (one: Overdue): number => pulse.windowSales[one.place]!;
  return overdue.sort((a, b) => sales(b) - sales(a) || a.customer - b.customer);
}

interface Frame extends LedgerPart {
  readonly covered: boolean;
  readonly window: { readonly fromDay: number; readonly toDay: number };
  readonly ambient: Ambient;
}

function resultOf(customers: Table, sources: Sources, frame: Frame): OverviewResult {
  const { pulse, ranked } = sources;
  const { window, covered, lastFull } = frame;
  const isYear = Math.abs(window.toDay - window.fromDay + 1 - 365) <= 1;
  const years = yearlyCounts(pulse);
  const earlier =
    isYear && coversMonth(pulse, 35) ? share(years.part[12]!, years.whole[12]!) : null;
  const figures = overviewFigures(pulse, covered, earlier);
  const lists = watchLists(customers, sources);
  const findings = overviewFindings({
    figures,
    pareto: ranked.curve,
    lastFullPeriod: lastFull,
    ledgerGrain: frame.grain,
    largest: largestCustomer(customers, ranked, pulse),
    ...lists,
    losses: lossMaking(pulse),
  });
  return {
    kind: "answered",
    headline: {
      sales: figures.sales.value,
      salesBefore: figures.sales.before,
      profit: figures.profit?.value ?? null,
      margin: figures.profit?.margin ?? null,
      activeCustomers: figures.active.value,
      retention: figures.retention?.share ?? null,
      repeatShare: said(figures.repeat.share),
      customersFor80Share: ranked.curve.customersFor80,
      customersFor80Ratio: said(ranked.curve.shareFor80),
      buyingLess: lists.buyingLess.count,
      buyingLessGap: lists.buyingLess.amount,
      overdue: lists.overdue.count,
      new: lastFull?.new ?? null,
      wonBack: lastFull?.wonBack ?? null,
      lost: lastFull?.lost ?? null,
      findings: findings.length,
    },
    asOfDay: frame.ambient.scope.asOfDay,
    fromDay: window.fromDay,
    toDay: window.toDay,
    beforeCovered: covered,
    figures,
    trend: overviewTrend(pulse, years),
    pareto: ranked.curve,
    ledgerGrain: frame.grain,
    ledger: frame.periods,
    findings,
    ...lists,
  };
}

/** A figure that cannot be said is null, not NaN. */
const said = (value: number): number | null => (Number.isNaN(value) ? null : value);

function largestCustomer(customers: Table, { ranking }: Ranked, pulse: Pulse) {
  if (ranking.total <= 0 || ranking.customers.length < 2) return null;
  const row = pulse.customers[ranking.customers[0]!]!;
  return { row, name: customerNameOf(customers, row), share: ranking.values[0]! / ranking.total };
}

/** Customers whose known profit in the period is below zero; null when the data have no profit. */
function lossMaking(pulse: Pulse): { readonly count: number; readonly amount: number } | null {
  if (pulse.windowProfits === null) return null;
  let count = 0;
  let amount = 0;
  const profits = pulse.windowProfits;
  for (let place = 0; place < profits.length; place++) {
    const profit = profits[place]!;
    if (profit >= 0) continue;
    count++;
    amount -= profit;
  }
  return { count, amount };
}

function watchLists(customers: Table, sources: Sources) {
  const { pulse, sight, ranked, declines, returns, overdue } = sources;
  const ratios = new Map(declines.declines.map(({ customer, ratio }) => [customer, ratio]));
  const watched = (row: number, amount: number, q: number | null): WatchedCustomer => {
    // Goods may have come back from somebody without a sale in sight.
    const place = pulsePlace(pulse, row);
    const isInSight = place !== -1;
    return {
      row,
      name: customerNameOf(customers, row),
      grade: isInSight ? gradeOf(ranked.grades, place) : null,
      sales: isInSight ? pulse.windowSales[place]! : 0,
      recencyDays: isInSight ? sight.endDay - pulse.lastDays[place]! : null,
      usualGapDays: usualGapDays(sight, row),
      ratio: ratios.get(row) ?? null,
      amount,
      q,
    };
  };
  const sum = <T>(list: readonly T[], value: (one: T) => number): number =>
    list.reduce((total, one) => total + value(one), 0);
  const sales = (one: Overdue): number => pulse.windowSales[one.place]!;
  return {
    buyingLess: {
      count: declines.declines.length,
      judged: declines.judged,
      amount: sum(declines.declines, (one) => one.yearlyGap),
      top: declines.declines
        .slice(0, LISTED)
        .map((one: Decline) => watched(one.customer, one.yearlyGap, one.q)),
    },
    returns: {
      count: returns.found.length,
      judged: returns.judged,
      amount: sum(returns.found, (one) => one.amount),
      share: returns.share,
      top: returns.found.slice(0, LISTED).map((one) => watched(one.customer, one.amount, one.q)),
    },
    overdue: {
      count: overdue.length,
      judged: ranked.important.length,
      amount: sum(overdue, sales),
      top: overdue.slice(0, LISTED).map((one) => watched(one.customer, sales(one), null)),
    },
  };
}

/**
 * Cells: "active", "top80", "grade:<a|b|c>", "buying-less", "returns", "overdue", "loss-making", "not-retained",
 * "ledger:<period key>:<new|returning|wonBack|lost>".
 */
function membersOf(cell: string, sources: Sources): Uint32Array | null {
  const { pulse, ranked, sight } = sources;
  const rowsAt = (places: Uint32Array): Uint32Array =>
    places.map((place) => pulse.customers[place]!);
  const where = (test: (place: number) => boolean): Uint32Array =>
    pulse.customers.filter((_, place) => test(place));
  const [kind, first = "", second = ""] = cell.split(":");
  switch (kind) {
    case "active":
      return rowsAt(ranked.active);
    case "top80":
      return rowsAt(ranked.ranking.customers.subarray(0, ranked.curve.customersFor80)).sort();
    case "grade": {
      const grade = ["a", "b", "c"].indexOf(first);
      return grade === -1 ? null : where((place) => ranked.grades[place] === grade + 1);
    }
    case "buying-less":
      return rowsOf(sources.declines.declines);
    case "returns":
      return rowsOf(sources.returns.found);
    case "overdue":
      return rowsOf(sources.overdue);
    case "loss-making": {
      const profits = pulse.windowProfits;
      return profits === null ? null : where((place) => profits[place]! < 0);
    }
    case "not-retained":
      return where((place) => pulse.beforeLines[place]! > 0 && pulse.windowLines[place] === 0);
    case "ledger": {
      const state = LIFE_STATES.findIndex((name) => name === second);
      const period = periodWithKey(pulse.calendar, first);
      if (state === -1 || period === -1) return null;
      const events = saleEvents(sight.book, sight.endDay, sight.orderRows);
      return customersInState(events, pulse.calendar, period, state);
    }
    default:
      return null;
  }
}

function rowsOf(list: readonly { readonly customer: number }[]): Uint32Array {
  return Uint32Array.from(list, ({ customer }) => customer).sort();
}
