import {
  ABC_CUTS,
  abcCut,
  GRADES,
  PARETO_AMOUNT_SHARE,
  PARETO_CUSTOMER_PERCENT,
  TOP_PERCENTS,
  type AbcCut,
} from "../../domain/rule-book";
import { CANCELLED_LINE, FREE_LINE, RETURN_LINE, SALE_LINE } from "../../domain/line-kind";
import type { Period } from "../../domain/scope";
import { countForShare, effectiveNumber, gini, lorenz } from "../../kernel/stats/concentration";
import { quantileOfSorted } from "../../kernel/stats/quantile";
import { compensatedSum } from "../../kernel/stats/sum";
import { countBits } from "../../kernel/table/bitset";
import { curveRanks } from "../../measures/curve";
import type { CustomerLedger } from "../../measures/customer-ledger";
import { gradeEnds, type ValueRanking } from "../../measures/grades";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { rankedValue, type RankedValue } from "../../measures/value-rank";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Refusal } from "../define";
import type { CutLine, GradeLine, ParetoBefore, ParetoParams, ParetoResult } from "./spec";

const CURVE_POINTS = 400;
const LORENZ_STEPS = 10;

/**
 * How concentrated sales (or gross profit) are on few customers: grades, cumulative curve, Lorenz, Gini.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and profit for the measure `profit`; `customers`
 * @param params  measure, basis, cut, window: see README
 * @param ambient scope, selected rows
 * @returns the result; or a refusal: `profit-missing` without profit, `no-sales` without a customer with a sale line in
 *   the window, `nothing-positive` when no customer's amount is above zero. Members: "all", "grade:a|b|c" of the chosen
 *   cut, "top:80" (the customers that make 80 %), "share:20" (the largest 20 % of customers), "non-positive"
 *
 * Population: customers with a sale line in the window. Amounts at or below zero keep their place at the end and weigh
 * nothing in shares. O(lines + customers). Methods D1, D2.
 */
export default function pareto(
  input: Input,
  params: ParetoParams,
  ambient: Ambient,
): Answer<ParetoResult> {
  const book = orderBook(input);
  const period = windowOf(ambient.scope, params.window);
  const ranked = rankedValue(book, period, params, ambient.orderRows);
  if (ranked === null) return refused("profit-missing");
  const { ranking } = ranked;
  if (ranking.customers.length === 0) return refused("no-sales");
  if (!(ranking.total > 0)) return refused("nothing-positive");
  return {
    result: describe({ book, period, ranked, params, ambient }),
    members: (cell) => membersOf(ranking, abcCut(params.cut), cell),
  };
}

function refused(code: string): { result: Refusal; members: () => null } {
  return { result: { kind: "insufficient", code, need: 1, have: 0 }, members: () => null };
}

interface Context {
  readonly book: OrderBook;
  readonly period: Period;
  readonly ranked: RankedValue;
  readonly params: ParetoParams;
  readonly ambient: Ambient;
}

function describe({ book, period, ranked, params, ambient }: Context): ParetoResult {
  const { ranking, ledger } = ranked;
  const n = ranking.values.length;
  const total = ranking.total + ranking.nonPositiveSum;
  const cuts = ABC_CUTS.map((cut) => cutLine(ranking, cut));
  const [gradeA, gradeB, gradeC] = gradeCounts(ranking, abcCut(params.cut));
  const index = gini(ranking.values);
  const effectiveCustomers = effectiveNumber(ranking.values);
  const customersFor80 = countForShare(ranking.running, PARETO_AMOUNT_SHARE);
  const deciles = decilesOf(ranking);
  const curve = curveOf(ranking);
  return {
    kind: "answered",
    headline: {
      customers: n,
      total,
      gini: index,
      top20Share: topShare(ranking, PARETO_CUSTOMER_PERCENT).share,
      customersFor80Share: customersFor80,
      customersFor80Ratio: customersFor80 / n,
      effectiveCustomers,
      mean: total / n,
      median: deciles[5]!,
      gradeA,
      gradeB,
      gradeC,
    },
    measure: params.measure,
    basis: params.basis,
    cut: params.cut,
    asOfDay: ambient.scope.asOfDay,
    ...daysSeen(ledger, ranked.active),
    customers: n,
    saleLines: ledger.lineCounts[SALE_LINE]!,
    total,
    positiveTotal: ranking.total,
    nonPositive: { customers: ranking.nonPositiveCount, amount: ranking.nonPositiveSum },
    excluded: exclusions(ranked, ambient, book.customerCount),
    missing: {
      profitLines: params.measure === "profit" ? ledger.profitUnknownLines : 0,
      profitCustomers: ranked.unknownCustomers,
    },
    gini: index,
    giniSmallSample: n > 1 ? (index * n) / (n - 1) : null,
    effectiveCustomers,
    customersFor80,
    mean: total / n,
    belowMeanShare: countBelow(ranking.amounts, total / n) / n,
    deciles,
    topShares: TOP_PERCENTS.map((percent) => topShare(ranking, percent)),
    lorenz: lorenz(ranking.running, LORENZ_STEPS),
    curve,
    cuts,
    before: params.window === "period" ? before({ book, period, ranked, params, ambient }) : null,
  };
}

/** How many of the values, which fall, are below the limit. */
function countBelow(falling: Float64Array, limit: number): number {
  let k = falling.length;
  while (k > 0 && falling[k - 1]! < limit) k--;
  return falling.length - k;
}

function daysSeen(
  { firstDays, lastDays }: CustomerLedger,
  active: Uint32Array,
): { readonly fromDay: number; readonly toDay: number } {
  let fromDay = firstDays[active[0]!]!;
  let toDay = lastDays[active[0]!]!;
  for (let i = 1; i < active.length; i++) {
    const customer = active[i]!;
    if (firstDays[customer]! < fromDay) fromDay = firstDays[customer]!;
    if (lastDays[customer]! > toDay) toDay = lastDays[customer]!;
  }
  return { fromDay, toDay };
}

function exclusions(
  { ledger, active }: RankedValue,
  ambient: Ambient,
  customerCount: number,
): ParetoResult["excluded"] {
  const selected = ambient.customerRows === null ? customerCount : countBits(ambient.customerRows);
  const returns = new Float64Array(active.length);
  for (let i = 0; i < returns.length; i++) returns[i] = ledger.returns[active[i]!]!;
  const returnedAmount = compensatedSum(returns);
  return {
    returnedLines: ledger.lineCounts[RETURN_LINE]!,
    cancelledLines: ledger.lineCounts[CANCELLED_LINE]!,
    freeLines: ledger.lineCounts[FREE_LINE]!,
    returnedAmount,
    strayReturnedAmount: compensatedSum(ledger.returns) - returnedAmount,
    idleCustomers: selected - active.length,
  };
}

/** Of the first ceil(n × percent) customers. */
function topShare(ranking: ValueRanking, percent: number): ParetoResult["topShares"][number] {
  const customers = Math.ceil((ranking.values.length * percent) / 100);
  return { percent, customers, share: ranking.running[customers - 1]! / ranking.total };
}

function decilesOf(ranking: ValueRanking): Float64Array<ArrayBuffer> {
  const ascending = ranking.amounts.slice().reverse();
  return Float64Array.from({ length: 11 }, (_, i) => quantileOfSorted(ascending, i / 10));
}

function curveOf(ranking: ValueRanking): ParetoResult["curve"] {
  const corners = ABC_CUTS.flatMap((cut) => gradeEnds(ranking, cut));
  corners.push(countForShare(ranking.running, PARETO_AMOUNT_SHARE));
  for (const percent of TOP_PERCENTS) corners.push(topShare(ranking, percent).customers);
  const ranks = curveRanks(ranking.running, corners, CURVE_POINTS);
  const shares = Float64Array.from(ranks, (k) =>
    k === 0 ? 0 : ranking.running[k - 1]! / ranking.total,
  );
  return { ranks, shares };
}

function gradeCounts(ranking: ValueRanking, cut: AbcCut): readonly [number, number, number] {
  const [endA, endB] = gradeEnds(ranking, cut);
  return [endA, endB - endA, ranking.values.length - endB];
}

function cutLine(ranking: ValueRanking, cut: AbcCut): CutLine {
  const n = ranking.values.length;
  const counts = gradeCounts(ranking, cut);
  let from = 0;
  const grades = GRADES.map((grade, i): GradeLine => {
    const customers = counts[i]!;
    const to = from + customers;
    const amount = sumBetween(ranking, from, to);
    const customerShare = customers / n;
    const amountShare = amount / ranking.total;
    const benchmark = cut.benchmark[i]!;
    const measured = cut.reading === "rank" ? amountShare : customerShare;
    const smallest = customers === 0 ? null : ranking.amounts[to - 1]!;
    from = to;
    return {
      grade,
      customers,
      customerShare,
      amount,
      amountShare,
      benchmark,
      distance: measured - benchmark,
      from: smallest,
    };
  });
  return {
    id: cut.id,
    reading: cut.reading,
    grades,
    distance: grades.reduce((sum, line) => sum + Math.abs(line.distance), 0) / 2,
    crossingExcluded: cut.reading === "cumulative" ? crossingExcluded(ranking, cut) : null,
  };
}

function sumBetween({ running }: ValueRanking, from: number, to: number): number {
  if (to === 0) return 0;
  return running[to - 1]! - (from === 0 ? 0 : running[from - 1]!);
}

/** The other convention in use: a customer belongs to a grade only if the share including it stays within the cut. */
function crossingExcluded(ranking: ValueRanking, cut: AbcCut): readonly [number, number, number] {
  const within = (share: number): number => {
    const reached = countForShare(ranking.running, share);
    const exact = ranking.running[reached - 1]! <= share * ranking.total * (1 + 1e-12);
    return exact ? reached : reached - 1;
  };
  const [endA, endB] = [within(cut.ends[0]), within(cut.ends[1])];
  return [endA, endB - endA, ranking.values.length - endB];
}

/** The same figures for the period before; null unless the data cover it whole. */
function before({ book, period, params, ambient }: Context): ParetoBefore | null {
  const earlier = periodBefore(period);
  const span = book.saleSpan;
  if (span === null || span.firstDay > earlier.fromDay) return null;
  const ranking = rankedValue(book, earlier, params, ambient.orderRows)?.ranking;
  if (ranking === undefined || !(ranking.total > 0)) return null;
  return {
    fromDay: earlier.fromDay,
    toDay: earlier.toDay,
    customers: ranking.customers.length,
    total: ranking.total + ranking.nonPositiveSum,
    gini: gini(ranking.values),
    top20Share: topShare(ranking, PARETO_CUSTOMER_PERCENT).share,
    customersFor80: countForShare(ranking.running, PARETO_AMOUNT_SHARE),
  };
}

function membersOf(ranking: ValueRanking, cut: AbcCut, cell: string): Uint32Array | null {
  const n = ranking.customers.length;
  const [endA, endB] = gradeEnds(ranking, cut);
  const between = (from: number, to: number): Uint32Array =>
    ranking.customers.slice(from, to).sort();
  switch (cell) {
    case "all":
      return between(0, n);
    case "grade:a":
      return between(0, endA);
    case "grade:b":
      return between(endA, endB);
    case "grade:c":
      return between(endB, n);
    case "top:80":
      return between(0, countForShare(ranking.running, PARETO_AMOUNT_SHARE));
    case "share:20":
      return between(0, topShare(ranking, PARETO_CUSTOMER_PERCENT).customers);
    case "non-positive":
      return between(n - ranking.nonPositiveCount, n);
    default:
      return null;
  }
}
