import { epochDay, type EpochDay } from "../kernel/base/calendar";
import { MISSING_DAY } from "../kernel/table/column";
import { periodGrid, periodOfDay, type PeriodGrid } from "./lifecycle-periods";

/** Months are cut when half of them have this many answers, else quarters. */
const ENOUGH = 20;

export interface AnswerPeriods {
  readonly grain: "month" | "quarter";
  readonly grid: PeriodGrid;
  /** of each period the places in `rows`, ascending */
  readonly places: readonly (readonly number[])[];
}

/**
 * Answers by calendar month, or by quarter where months would be too thin, up to the as-of day.
 *
 * @param rows  of the table that `days` belongs to, none after `asOfDay`; those without a day are in no period
 * @returns null without a day, or when fewer than two periods have an answer. O(answers)
 */
export function answerPeriods(
  days: Int32Array | null,
  rows: Uint32Array,
  asOfDay: EpochDay,
): AnswerPeriods | null {
  if (days === null) return null;
  let firstDay: number = asOfDay;
  for (const row of rows) if (days[row] !== MISSING_DAY) firstDay = Math.min(firstDay, days[row]!);
  const months = byPeriod("month");
  const full = months.places.filter(({ length }) => length >= ENOUGH).length;
  const cut = full * 2 >= months.places.length ? months : byPeriod("quarter");
  return cut.places.filter(({ length }) => length > 0).length < 2 ? null : cut;

  function byPeriod(grain: "month" | "quarter"): AnswerPeriods {
    const grid = periodGrid({ grain, windowDays: 1 }, epochDay(firstDay), asOfDay);
    const periodOf = periodOfDay(grid);
    const origin = grid.starts[0]!;
    const places = Array.from({ length: grid.count }, (): number[] => []);
    rows.forEach((row, place) => {
      const day = days![row]!;
      if (day !== MISSING_DAY) places[periodOf[day - origin]!]!.push(place);
    });
    return { grain, grid, places };
  }
}
