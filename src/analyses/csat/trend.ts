import { readPeriodKey } from "../../domain/period-key";
import type { EpochDay } from "../../kernel/base/calendar";
import { shareLimits } from "../../kernel/stats/control-chart";
import { MISSING_DAY } from "../../kernel/table/column";
import { JUDGED_ANSWERS, seriesFactor, signalOf } from "../../measures/answer-control";
import { answerPeriods } from "../../measures/answer-periods";
import { keyOfPeriod } from "../../measures/lifecycle-periods";
import { customersBehind, rowsWhere, type Answers } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import { shareOf } from "./rating";
import type { CsatParams, CsatPeriod, CsatResult, CsatTrend } from "./spec";

const LONGEST = 36;
/** What was seen before the last two periods is no news. */
const RECENT = 2;

/**
 * A p′ chart of one share of the answers by month or quarter up to the as-of day.
 *
 * @param answers of all history
 * @param from    the least score that counts: the highest step, or the one below it
 * @returns null without a day, or with fewer than two periods. Limits p̄ ± 3 σ_z √(p̄(1 − p̄)/n), σ_z at least 1 and 1 with fewer
 *   than eight whole periods. Method D27; Laney 2002. O(answers)
 */
export function trendOf(
  book: SurveyBook,
  answers: Answers,
  from: number,
  asOfDay: EpochDay,
): CsatTrend | null {
  const cut = answerPeriods(book.days, answers.rows, asOfDay);
  if (cut === null) return null;
  const { grid } = cut;
  const isHit = (place: number): boolean => answers.values[place]! >= from;
  const shares = cut.places.map((places) => shareOf(places.filter(isHit).length, places.length));
  const n = cut.places.reduce((sum, { length }) => sum + length, 0);
  const centre = shares.reduce((sum, { count }) => sum + count, 0) / n;
  const isRunning = (index: number): boolean => grid.runningLast && index === grid.count - 1;
  const points = shares.map(({ ratio }, index) => ({
    value: ratio,
    n: cut.places[index]!.length,
    isRunning: isRunning(index),
  }));
  const factor = seriesFactor(points, centre, Math.sqrt(centre * (1 - centre)));
  const start = Math.max(0, grid.count - LONGEST);
  const periods = cut.places.slice(start).map((places, k): CsatPeriod => {
    const index = start + k;
    const limits = places.length === 0 ? null : shareLimits(centre, places.length, factor);
    const rows = places.map((place) => answers.rows[place]!);
    return {
      key: keyOfPeriod(grid, index),
      fromDay: grid.starts[index]!,
      n: places.length,
      share: places.length === 0 ? null : shares[index]!,
      limitLow: limits && limits.low,
      limitHigh: limits && limits.high,
      signal: limits && signalOf(points[index]!, limits),
      customers: customersBehind(book, rows).length,
      isRunning: isRunning(index),
    };
  });
  const judged = periods.slice(-RECENT).findLast((one) => one.n >= JUDGED_ANSWERS);
  return { grain: cut.grain, centre, factor, periods, judged: judged?.key ?? null };
}

const LEVEL = 0.05;

/** Whether the followed share has changed since the period before (at 5 %), or a recent period lies outside of its limits. */
export function hasMoved(
  before: CsatResult["before"],
  trend: CsatTrend | null,
  { box }: Pick<CsatParams, "box">,
): boolean {
  const change = before && (box === "top" ? before.topBox : before.top2Box);
  if (change !== null && change.pValue < LEVEL) return true;
  const last = trend?.periods.find(({ key }) => key === trend.judged);
  return last !== undefined && last.signal !== null;
}

/** The answers of a period of the trend by the name of the period; null for any other name. */
export function rowsOfPeriod(
  { days }: Pick<SurveyBook, "days">,
  { rows }: Pick<Answers, "rows">,
  key: string,
): Uint32Array | null {
  const period = readPeriodKey(key);
  if (period === null) return null;
  return rowsWhere(rows, (k) => {
    const day = days === null ? MISSING_DAY : days[rows[k]!]!;
    return day >= period.fromDay && day <= period.toDay;
  });
}
