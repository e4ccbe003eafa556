import type { GradeBook, HandGrade } from "../domain/grade-book";
import { abcCut, GRADES, type AbcCutId } from "../domain/rule-book";
import type { Scope } from "../domain/scope";
import { columnOf, textAt, type Table } from "../kernel/table/column";
import type { Bitset } from "../kernel/table/bitset";
import { gradesOf } from "./grades";
import { ledgerGrain } from "./ledger-grain";
import { saleEvents } from "./lifecycle-events";
import { orderBook, type Tables } from "./order-book";
import { ownTrends, type OwnTrends } from "./own-trend";
import { paymentStanding, type PaymentStanding } from "./payment-standing";
import { periodDemand, type PeriodDemand } from "./period-demand";
import { rankedValue, type RankedValue, type ValueChoice } from "./value-rank";
import { windowOf, type WindowChoice } from "./window";

/** Days in which invoices must have fallen due to speak of how a customer pays now. */
const PAYMENT_LOOK_BACK = 365;
/** Two years of months, or of quarters: long enough for a season, short enough to be about now. */
const MOST_PERIODS = { month: 24, quarter: 12 } as const;

/** How grades are made; see the README of the analysis `grades`. */
export interface GradingRule extends ValueChoice {
  readonly cut: AbcCutId;
  readonly window: WindowChoice;
  /** mean days late above which a customer goes down */
  readonly lateDays: number;
  /** 0..1: share of the money due that is unpaid, above which a customer goes down */
  readonly overdueShare: number;
  /** least change a year that counts as growth or decline */
  readonly growth: number;
}

/** What is graded. */
export interface GradingSight {
  readonly tables: Tables;
  readonly scope: Scope;
  readonly orderRows: Bitset | null;
  readonly book: GradeBook;
}

/** The grade of every customer and how it came about; grades: 0 = none, 1 = A, 2 = B, 3 = C. */
export interface Grading {
  readonly ranked: RankedValue;
  /** by the value alone: the very grades of the analysis `pareto` */
  readonly base: Uint8Array<ArrayBuffer>;
  /** after the votes */
  readonly moved: Uint8Array<ArrayBuffer>;
  /** after the hand: what holds */
  readonly final: Uint8Array<ArrayBuffer>;
  /** grades by hand, by row of a graded customer */
  readonly byHand: ReadonlyMap<number, HandGrade>;
  readonly standing: PaymentStanding | null;
  readonly demand: PeriodDemand | null;
  readonly trends: OwnTrends | null;
  /** -1, 0, +1 by row; 2 = cannot be judged */
  readonly creditVotes: Int8Array<ArrayBuffer>;
  readonly growthVotes: Int8Array<ArrayBuffer>;
}

const NO_VOTE = 2;

/**
 * Grades of several criteria: the value cuts the base, how a customer pays and whether it grows move it by one step at most, and
 * a grade given by hand stands above both.
 *
 * Votes: −1 for arrears (more than `overdueShare` unpaid of what fell due in 365 days, or more than `lateDays` days late); +1 or −1
 * for a trend beyond its 95 % interval and beyond `growth` a year. Their sum, cut to one step, moves the grade; paying on time is
 * no merit and gives no vote. A customer without sales in the window has no grade, not even by hand.
 *
 * @returns null when profit is asked for and the data have none
 * @yields between its parts: done, 0..1
 *
 * O(lines + rows of invoices + customers × periods). Methods D1, D57.
 */
export function* gradingOf(
  { tables, scope, orderRows, book: gradeBook }: GradingSight,
  rule: GradingRule,
): Generator<number, Grading | null, void> {
  const book = orderBook(tables);
  yield 0.1;
  const ranked = rankedValue(book, windowOf(scope, rule.window), rule, orderRows);
  if (ranked === null) return null;
  yield 0.3;
  const base = gradesOf(ranked.ranking, abcCut(rule.cut), book.customerCount);
  const grain = ledgerGrain(book, scope.asOfDay);
  yield 0.4;
  const events = saleEvents(book, scope.asOfDay, orderRows);
  yield 0.5;
  const choice = { asOfDay: scope.asOfDay, grain, most: MOST_PERIODS[grain], withoutSeason: true };
  const demand = periodDemand(events, choice);
  yield 0.7;
  const trends = demand === null ? null : ownTrends(demand);
  yield 0.8;
  const standing = paymentStanding({
    tables,
    customers: book.customerCount,
    day: scope.asOfDay,
    lookBack: PAYMENT_LOOK_BACK,
  });
  yield 0.9;
  const { customers } = ranked.ranking;
  const creditVotes = new Int8Array(book.customerCount).fill(NO_VOTE);
  const growthVotes = new Int8Array(book.customerCount).fill(NO_VOTE);
  const moved = base.slice();
  for (let k = 0; k < customers.length; k++) {
    const row = customers[k]!;
    const credit = standing === null ? NO_VOTE : creditVote(standing, rule, row);
    const growth = trends === null ? NO_VOTE : growthVote(trends, rule, row);
    creditVotes[row] = credit;
    growthVotes[row] = growth;
    const step = stepOf(credit, growth);
    moved[row] = Math.min(GRADES.length, Math.max(1, base[row]! - step));
  }
  yield 0.95;
  const byHand = handGrades(tables.customers, base, gradeBook);
  const final = moved.slice();
  for (const [row, { grade }] of byHand) final[row] = GRADES.indexOf(grade) + 1;
  const votes = { creditVotes, growthVotes };
  return { ranked, base, moved, final, byHand, standing, demand, trends, ...votes };
}

/** Steps up (+1) or down (−1); who cannot be judged does not vote. */
function stepOf(credit: number, growth: number): number {
  const sum = (credit === NO_VOTE ? 0 : credit) + (growth === NO_VOTE ? 0 : growth);
  return Math.sign(sum);
}

function creditVote(
  { overdueShares, lateDays }: PaymentStanding,
  rule: GradingRule,
  row: number,
): number {
  const share = overdueShares[row]!;
  if (share !== share) return NO_VOTE;
  return share > rule.overdueShare || lateDays[row]! > rule.lateDays ? -1 : 0;
}

function growthVote({ slopes, halfWidths }: OwnTrends, rule: GradingRule, row: number): number {
  const slope = slopes[row]!;
  if (slope !== slope) return NO_VOTE;
  const isSure = Math.abs(slope) > halfWidths[row]!;
  if (!isSure || Math.abs(slope) < rule.growth) return 0;
  return slope > 0 ? 1 : -1;
}

function handGrades(
  customers: Table,
  base: Uint8Array,
  { byHand }: GradeBook,
): ReadonlyMap<number, HandGrade> {
  const found = new Map<number, HandGrade>();
  const keys = columnOf(customers, "key", "dictionary");
  if (keys === undefined || byHand.size === 0) return found;
  for (let row = 0; row < base.length; row++) {
    if (base[row] === 0) continue;
    const key = textAt(keys, row);
    const given = key === null ? undefined : byHand.get(key);
    if (given !== undefined) found.set(row, given);
  }
  return found;
}
