import type { EpochDay } from "../../kernel/base/calendar";
import { normalTwoSided } from "../../kernel/stats/normal";
import { meanLimits } from "../../kernel/stats/control-chart";
import { JUDGED_ANSWERS, seriesFactor, signalOf } from "../../measures/answer-control";
import { answerPeriods } from "../../measures/answer-periods";
import { keyOfPeriod } from "../../measures/lifecycle-periods";
import { customersBehind } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import type { Progress } from "../define";
import type { Sheet } from "../../measures/survey-sheet";
import type { CsiPeriod, CsiTrend, Index } from "./spec";
import { bounded, sheetMean, type SheetMean } from "../../measures/sheet-mean";

const LONGEST = 36;
/** What was seen before the last two periods is no news. */
const RECENT = 2;
const LEVEL = 0.05;
/** Means of the same answers may differ in the last digit, in points. */
const SAME = 1e-9;
const ALMOST: Progress = { done: 0.98 };

/**
 * The index by month or quarter up to the as-of day, at the same weights throughout, so that only scores move it, on a control chart:
 * limits of 3 standard errors about the index of all, at the spread of all questionnaires, wider where periods scatter more.
 *
 * @param sheet of all history
 * @returns null without a day, or with fewer than two periods. The change is between the last two periods that can be judged:
 *   z test of two samples, which is careful where the same customers answer twice; at the spread of both together where each has none of
 *   its own. Method D27; Laney 2002. O(answers)
 */
export function* trendOf(
  book: SurveyBook,
  sheet: Sheet,
  weights: Float64Array,
  asOfDay: EpochDay,
): Generator<Progress, CsiTrend | null, void> {
  const cut = answerPeriods(book.days, sheet.rows, asOfDay);
  if (cut === null) return null;
  const { grid } = cut;
  const all = sheetMean(sheet, weights, Uint32Array.from(cut.places.flat()));
  if (all === null) return null;
  const deviation = all.error * Math.sqrt(all.n);
  const isRunning = (index: number): boolean => grid.runningLast && index === grid.count - 1;
  yield ALMOST;
  const means: (SheetMean | null)[] = [];
  for (const slots of cut.places) {
    means.push(slots.length < 2 ? null : sheetMean(sheet, weights, Uint32Array.from(slots)));
    yield ALMOST;
  }
  const points = means.flatMap((mean, index) =>
    mean === null ? [] : [{ value: mean.index, n: mean.n, isRunning: isRunning(index) }],
  );
  const factor = seriesFactor(points, all.index, deviation);
  const from = Math.max(0, grid.count - LONGEST);
  const periods = means.slice(from).map((mean, place): CsiPeriod => {
    const index = from + place;
    const limits = mean && meanLimits(all.index, deviation, mean.n, factor);
    const rows = cut.places[index]!.map((slot) => sheet.rows[slot]!);
    return {
      key: keyOfPeriod(grid, index),
      fromDay: grid.starts[index]!,
      n: rows.length,
      index: mean && bounded(mean),
      limitLow: limits && Math.max(0, limits.low),
      limitHigh: limits && Math.min(100, limits.high),
      signal: mean && limits && signalOf({ value: mean.index, n: mean.n }, limits),
      customers: customersBehind(book, rows).length,
      isRunning: isRunning(index),
    };
  });
  const judged = periods.slice(-RECENT).findLast(isJudged)?.key ?? null;
  const change = changeOf(periods);
  return { grain: cut.grain, centre: all.index, factor, periods, judged, change };
}

const isJudged = ({ index }: Pick<CsiPeriod, "index">): boolean =>
  index !== null && index.n >= JUDGED_ANSWERS;

function changeOf(periods: readonly CsiPeriod[]): CsiTrend["change"] {
  const judged = periods.flatMap(({ key, index }) =>
    index !== null && isJudged({ index }) ? [{ key, index }] : [],
  );
  const [before, now] = judged.slice(-2);
  if (before === undefined || now === undefined) return null;
  const points = now.index.index - before.index.index;
  return {
    before: before.key,
    now: now.key,
    points,
    pValue: changeP(points, now.index, before.index),
  };
}

/**
 * Of a difference between two periods.
 *
 * Where every questionnaire of a period says the same, neither period has a spread to measure the difference by. If both were drawn from
 * one lot, its spread is that of all of them together, by which the difference has the z of √(n₁ + n₂ − 1), however large it is.
 */
function changeP(points: number, now: Index, before: Index): number {
  if (Math.abs(points) < SAME) return 1;
  const error = Math.hypot(now.error, before.error);
  return normalTwoSided(error < SAME ? Math.sqrt(now.n + before.n - 1) : points / error);
}

/** Whether the last period with answers enough, if it is a recent one, differs from the one before or lies outside of its limits. */
export function hasMoved({ periods, judged, change }: CsiTrend): boolean {
  if (judged === null) return false;
  if (change !== null && change.now === judged && change.pValue < LEVEL) return true;
  return periods.some(({ key, signal }) => key === judged && signal !== null);
}
