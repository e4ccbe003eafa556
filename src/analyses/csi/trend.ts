import { epochDay, type EpochDay } from "../../kernel/base/calendar";
import { normalTwoSided } from "../../kernel/stats/normal";
import { MISSING_DAY } from "../../kernel/table/column";
import { keyOfPeriod, periodGrid, periodOfDay } from "../../measures/lifecycle-periods";
import { customersBehind } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import type { Sheet } from "./sheet";
import type { CsiPeriod, CsiTrend } from "./spec";
import { bounded, weightedMean } from "./weighted-mean";

/** Months are drawn when half of them have this many questionnaires, else quarters. */
const ENOUGH = 20;
/** A change is judged between periods of this many. */
const JUDGED = 10;
const LONGEST = 36;

/**
 * The index by month or quarter up to the as-of day, at the same weights throughout, so that only scores move it.
 *
 * @param sheet of all history
 * @returns null without a day, or with fewer than two periods. The change is between the last two periods that can be judged:
 *   z test of two samples, which is careful where the same customers answer twice
 */
export function trendOf(
  book: SurveyBook,
  sheet: Sheet,
  weights: Float64Array,
  asOfDay: EpochDay,
): CsiTrend | null {
  const { days } = book;
  if (days === null) return null;
  const dated = Uint32Array.from({ length: sheet.n }, (_, slot) => slot).filter(
    (slot) => days[sheet.rows[slot]!] !== MISSING_DAY,
  );
  const firstDay = dated.reduce<number>(
    (least, slot) => Math.min(least, days[sheet.rows[slot]!]!),
    asOfDay,
  );
  const months = slotsByPeriod("month");
  const isEnough =
    months.slots.filter(({ length }) => length >= ENOUGH).length * 2 >= months.slots.length;
  const { grid, slots } = isEnough ? months : slotsByPeriod("quarter");
  if (slots.filter(({ length }) => length > 0).length < 2) return null;
  const from = Math.max(0, grid.count - LONGEST);
  const periods = slots.slice(from).map((own, place): CsiPeriod => {
    const mean = weightedMean(sheet, weights, Uint32Array.from(own));
    return {
      key: keyOfPeriod(grid, from + place),
      fromDay: grid.starts[from + place]!,
      index: mean === null || own.length < 2 ? null : bounded(mean),
      customers: customersBehind(
        book,
        own.map((slot) => sheet.rows[slot]!),
      ).length,
      isRunning: grid.runningLast && from + place === grid.count - 1,
    };
  });
  return { grain: isEnough ? "month" : "quarter", periods, change: changeOf(periods) };

  function slotsByPeriod(grain: "month" | "quarter") {
    const cut = periodGrid({ grain, windowDays: 1 }, epochDay(firstDay), asOfDay);
    const periodOf = periodOfDay(cut);
    const origin = cut.starts[0]!;
    const byPeriod = Array.from({ length: cut.count }, (): number[] => []);
    for (const slot of dated) byPeriod[periodOf[days![sheet.rows[slot]!]! - origin]!]!.push(slot);
    return { grid: cut, slots: byPeriod };
  }
}

function changeOf(periods: readonly CsiPeriod[]): CsiTrend["change"] {
  const judged = periods.flatMap(({ key, index }) =>
    index !== null && index.n >= JUDGED ? [{ key, index }] : [],
  );
  const [before, now] = judged.slice(-2);
  if (before === undefined || now === undefined) return null;
  const points = now.index.index - before.index.index;
  const error = Math.hypot(now.index.error, before.index.error);
  return {
    before: before.key,
    now: now.key,
    points,
    pValue: error > 0 ? normalTwoSided(points / error) : 1,
  };
}
