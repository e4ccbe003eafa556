import { epochDay, firstDayOfMonth, monthIndex } from "../../kernel/base/calendar";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { mannKendall, type TrendTest } from "../../kernel/stats/mann-kendall";
import { studentHalfWidth } from "../../kernel/stats/student-t";
import type { Progress } from "../define";
import type { Calendar, ProductSales } from "./sales";
import type { Phase, ProductLifeParams } from "./spec";

/** A product younger than this many whole months is in its introduction. */
const INTRODUCTION_MONTHS = 18;
/** Days of data before its first sale that show that it was not there. */
const UNSOLD_DAYS = 180;
/** Fewer sale lines say nothing of a trend. */
const FEWEST_LINES = 12;
/** Growth over fewer months than half a year is no growth a year. */
const FEWEST_MONTHS = 6;
const PRODUCTS_A_SLICE = 200;

/** One product's course. */
export interface Course {
  readonly item: number;
  readonly phase: Phase;
  /** of the last twelve months */
  readonly sales: number;
  readonly growth: Growth | null;
  readonly level: number | null;
  readonly test: TrendTest | null;
  readonly q: number | null;
  /** place of its first whole month among the months compared */
  readonly from: number;
}

interface Growth {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The phase of every product with a sale.
 *
 * Trend: seasonal Mann–Kendall, the same months of each year compared with each other; false discoveries over all products
 * tested by Benjamini–Hochberg. Growth: the last twelve months ÷ the same months a year before.
 *
 * @param firstSaleDay  first day of all the data
 */
export function* coursesOf(
  sales: ProductSales,
  calendar: Calendar,
  params: ProductLifeParams,
  firstSaleDay: number,
): Generator<Progress, readonly Course[], void> {
  const drafts: Course[] = [];
  for (let item = 0; item < sales.productCount; item++) {
    if (item % PRODUCTS_A_SLICE === PRODUCTS_A_SLICE - 1) yield { done: 0.6 };
    if (sales.buyers[item]! > 0) drafts.push(courseOf(sales, calendar, item, firstSaleDay));
  }
  const tested = drafts.filter(({ test }) => test !== null);
  const rates = falseDiscoveryRates(tested.map(({ test }) => test!.p));
  const q = new Map(tested.map(({ item }, k) => [item, rates[k]!]));
  return drafts.map((draft) => {
    const rate = q.get(draft.item);
    if (rate === undefined) return draft;
    return { ...draft, q: rate, phase: trendPhase(draft, rate, params) };
  });
}

/** Everything but what needs the other products. */
function courseOf(
  sales: ProductSales,
  calendar: Calendar,
  item: number,
  firstSaleDay: number,
): Course {
  const { monthCount } = sales;
  // Single precision: sums of the same amounts in another order must stay equal.
  const values = Float32Array.from(
    sales.months.subarray(item * monthCount, (item + 1) * monthCount),
  );
  const from = firstWholeMonth(sales.firstDays[item]!, calendar, firstSaleDay);
  const lastYear = values.subarray(Math.max(0, monthCount - 12));
  const sold = sum(lastYear);
  const life = monthCount - from;
  const isNew = sales.firstDays[item]! - firstSaleDay >= UNSOLD_DAYS && life < INTRODUCTION_MONTHS;
  const base = { item, sales: sold, growth: growthOf(values, from), level: levelOf(values) };
  const plain = (phase: Phase): Course => ({ ...base, phase, test: null, q: null, from });
  if (isNew) return plain("introduction");
  if (sales.yearBuyers[item] === 0 && monthCount > 12) return plain("ended");
  if (life < INTRODUCTION_MONTHS || sales.lines[item]! < FEWEST_LINES) return plain("unsure");
  return { ...plain("unsure"), test: mannKendall(sameMonths(values, from)) };
}

function trendPhase(
  { test, growth }: Course,
  q: number,
  { alarm, rise }: ProductLifeParams,
): Phase {
  if (test === null || growth === null) return "unsure";
  if (q > alarm) return "maturity";
  if (test.s < 0 && growth.ratio < 0) return "decline";
  return test.s > 0 && growth.ratio > rise ? "rise" : "maturity";
}

/** The month after the first sale's; the first month where the product was there from the beginning. */
function firstWholeMonth(
  firstDay: number,
  { first, last }: Calendar,
  firstSaleDay: number,
): number {
  if (firstDay - firstSaleDay < 31 && firstDay < firstDayOfMonth(first + 1)) return 0;
  const month = monthIndex(epochDay(firstDay));
  const isWhole = firstDayOfMonth(month) === firstDay;
  return Math.min(Math.max(0, month + (isWhole ? 0 : 1) - first), last - first + 1);
}

/** The values of each month of the year, in order of time. */
function sameMonths(values: Float32Array, from: number): readonly number[][] {
  const seasons: number[][] = Array.from({ length: 12 }, () => []);
  for (let month = from; month < values.length; month++) seasons[month % 12]!.push(values[month]!);
  return seasons;
}

/**
 * The last twelve months ÷ the same months a year before, less 1: a ratio of sums over matched months, with the interval of
 * the ratio estimate (Cochran 1977, 6.4) by Student's t; null with fewer than six months or nothing sold in them.
 */
function growthOf(values: Float32Array, from: number): Growth | null {
  const now: number[] = [];
  const before: number[] = [];
  for (let month = Math.max(12 + from, values.length - 12); month < values.length; month++) {
    now.push(values[month]!);
    before.push(values[month - 12]!);
  }
  const n = now.length;
  const base = sum(before);
  if (n < FEWEST_MONTHS || !(base > 0)) return null;
  const ratio = sum(now) / base;
  let squares = 0;
  for (let k = 0; k < n; k++) squares += (now[k]! - ratio * before[k]!) ** 2;
  const error = Math.sqrt((n * squares) / (n - 1)) / base;
  const half = error * studentHalfWidth(0.95, n - 1);
  return { ratio: ratio - 1, low: Math.max(-1, ratio - 1 - half), high: ratio - 1 + half };
}

/** The last twelve months ÷ the best twelve in a row; null with fewer, or without a sale. */
function levelOf(values: Float32Array): number | null {
  if (values.length < 12) return null;
  let run = sum(values.subarray(0, 12));
  let best = run;
  for (let month = 12; month < values.length; month++) {
    run += values[month]! - values[month - 12]!;
    if (run > best) best = run;
  }
  return best > 0 ? Math.min(1, Math.max(0, run / best)) : null;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k]!;
  return total;
}
