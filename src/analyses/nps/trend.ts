import { promoterClass } from "../../domain/promoter";
import type { EpochDay } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import { answerPeriods } from "../../measures/answer-periods";
import { keyOfPeriod } from "../../measures/lifecycle-periods";
import type { Answers } from "../../measures/survey-answers";
import { customersBehind, rowsWhere } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import { scoreOf } from "./score";
import type { NpsPeriod, NpsResult } from "./spec";

/** A point of fewer answers is drawn without a judgement. */
const JUDGED = 10;
const LONGEST = 36;
const SIGMAS = 3;

/**
 * The score by month or quarter up to the as-of day, with control limits: 3 standard errors of each period about the score of
 * all, at the spread of all.
 *
 * @param answers of all history
 * @returns null without a day, or with fewer than two periods. Yields between its passes
 */
export function* trendOf(
  book: SurveyBook,
  answers: Answers,
  asOfDay: EpochDay,
): Generator<void, NpsResult["trend"], void> {
  const cut = answerPeriods(book.days, answers.rows, asOfDay);
  if (cut === null) return null;
  const { grid } = cut;
  yield;
  const perPeriod = cut.places.map((places) =>
    Uint32Array.from(places, (place) => answers.rows[place]!),
  );
  yield;
  const from = Math.max(0, grid.count - LONGEST);
  const all = scoreOf(summed(perPeriod.map((rows) => classCounts(book, rows))));
  yield;
  const deviation = all.standardError * Math.sqrt(all.n);
  const periods = perPeriod.slice(from).map((rows, place): NpsPeriod => {
    const index = from + place;
    const frame = {
      key: keyOfPeriod(grid, index),
      fromDay: grid.starts[index]!,
      n: rows.length,
      customers: customersBehind(book, rows).length,
      isRunning: grid.runningLast && index === grid.count - 1,
    };
    if (rows.length === 0) {
      return { ...frame, score: null, limitLow: null, limitHigh: null, signal: null };
    }
    const score = scoreOf(classCounts(book, rows));
    const spread = (SIGMAS * deviation) / Math.sqrt(rows.length);
    const limitLow = Math.max(-100, all.nps - spread);
    const limitHigh = Math.min(100, all.nps + spread);
    let signal: NpsPeriod["signal"] = null;
    if (rows.length >= JUDGED && score.nps > limitHigh) signal = "above";
    if (rows.length >= JUDGED && score.nps < limitLow) signal = "below";
    return { ...frame, score, limitLow, limitHigh, signal };
  });
  return { grain: cut.grain, centre: all.nps, periods };
}

const summed = (parts: readonly ReturnType<typeof classCounts>[]) => ({
  detractors: parts.reduce((sum, { detractors }) => sum + detractors, 0),
  passives: parts.reduce((sum, { passives }) => sum + passives, 0),
  promoters: parts.reduce((sum, { promoters }) => sum + promoters, 0),
});

/** The answers of a period of the trend by the name of the period; null for any other name. */
export function rowsOfPeriod(
  book: SurveyBook,
  answers: Answers,
  { fromDay, toDay }: { readonly fromDay: number; readonly toDay: number },
): Uint32Array<ArrayBuffer> {
  const days = book.days;
  return rowsWhere(answers.rows, (k) => {
    const day = days === null ? MISSING_DAY : days[answers.rows[k]!]!;
    return day >= fromDay && day <= toDay;
  });
}

/** Answers by class. */
export function classCounts({ values }: Pick<SurveyBook, "values">, rows: ArrayLike<number>) {
  const counts = [0, 0, 0];
  for (let k = 0; k < rows.length; k++) counts[promoterClass(values[rows[k]!]!)]!++;
  return { detractors: counts[0]!, passives: counts[1]!, promoters: counts[2]! };
}
