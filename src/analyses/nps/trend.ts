import { promoterClass } from "../../domain/promoter";
import { epochDay, type EpochDay } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import { keyOfPeriod, periodGrid, periodOfDay } from "../../measures/lifecycle-periods";
import type { Answers } from "../../measures/survey-answers";
import { customersBehind, rowsWhere } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import { scoreOf } from "./score";
import type { NpsPeriod, NpsResult } from "./spec";

/** Months are drawn when half of them have this many answers, else quarters. */
const ENOUGH = 20;
/** A point of fewer answers is drawn without a judgement. */
const JUDGED = 10;
const LONGEST = 36;
const SIGMAS = 3;

/**
 * The score by month or quarter up to the as-of day, with control limits: 3 standard errors of each period about the score of
 * all, at the spread of all.
 *
 * @param answers of all history
 * @returns null without a day, or with fewer than two periods
 */
export function trendOf(book: SurveyBook, answers: Answers, asOfDay: EpochDay): NpsResult["trend"] {
  const { days } = book;
  if (days === null) return null;
  const dated = rowsWhere(answers.rows, (k) => days[answers.rows[k]!] !== MISSING_DAY);
  let firstDay: number = asOfDay;
  for (const row of dated) firstDay = Math.min(firstDay, days[row]!);
  const months = gridOf("month", firstDay, asOfDay);
  const perMonth = rowsByPeriod(days, dated, months);
  const enough = perMonth.filter(({ length }) => length >= ENOUGH).length * 2 >= perMonth.length;
  const grid = enough ? months : gridOf("quarter", firstDay, asOfDay);
  const perPeriod = enough ? perMonth : rowsByPeriod(days, dated, grid);
  if (perPeriod.filter(({ length }) => length > 0).length < 2) return null;
  const from = Math.max(0, grid.count - LONGEST);
  const all = scoreOf(classCounts(book, dated));
  const deviation = all.standardError * Math.sqrt(all.n);
  const periods = perPeriod.slice(from).map((rows, place): NpsPeriod => {
    const index = from + place;
    const frame = {
      key: keyOfPeriod(grid, index),
      fromDay: grid.starts[index]!,
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
  return { grain: enough ? "month" : "quarter", centre: all.nps, periods };
}

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

const gridOf = (grain: "month" | "quarter", firstDay: number, asOfDay: EpochDay) =>
  periodGrid({ grain, windowDays: 1 }, epochDay(firstDay), asOfDay);

function rowsByPeriod(
  days: Int32Array,
  rows: Uint32Array,
  grid: ReturnType<typeof gridOf>,
): number[][] {
  const periodOf = periodOfDay(grid);
  const origin = grid.starts[0]!;
  const byPeriod = Array.from({ length: grid.count }, (): number[] => []);
  for (const row of rows) byPeriod[periodOf[days[row]! - origin]!]!.push(row);
  return byPeriod;
}

/** Answers by class. */
export function classCounts({ values }: Pick<SurveyBook, "values">, rows: ArrayLike<number>) {
  const counts = [0, 0, 0];
  for (let k = 0; k < rows.length; k++) counts[promoterClass(values[rows[k]!]!)]!++;
  return { detractors: counts[0]!, passives: counts[1]!, promoters: counts[2]! };
}
