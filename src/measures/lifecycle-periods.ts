import {
  addMonths,
  epochDay,
  firstDayOfMonth,
  monthIndex,
  type EpochDay,
} from "../kernel/base/calendar";
import { periodKey, readPeriodKey, type Grain } from "../domain/period-key";
import { invariant } from "../kernel/base/invariant";

/** How time is cut: calendar months, calendar quarters, or windows of `windowDays` that end on the as-of day. */
export interface Cut {
  readonly grain: Grain;
  /** used by `days` only; at least 1 */
  readonly windowDays: number;
}

/** Consecutive periods that cover the first event and the as-of day. */
export interface PeriodGrid {
  readonly cut: Cut;
  /** length periods + 1: period p covers `starts[p]` to `starts[p + 1] - 1` */
  readonly starts: Int32Array;
  readonly count: number;
  /** The last period goes on after the as-of day. Windows of days never do. */
  readonly runningLast: boolean;
  readonly asOfDay: EpochDay;
}

function calendarStarts(step: 1 | 3, firstDay: EpochDay, asOfDay: EpochDay): number[] {
  const first = Math.floor(monthIndex(firstDay) / step) * step;
  const last = Math.floor(monthIndex(asOfDay) / step) * step;
  const starts: number[] = [];
  for (let month = first; month <= last + step; month += step) starts.push(firstDayOfMonth(month));
  return starts;
}

function windowStarts(windowDays: number, firstDay: EpochDay, asOfDay: EpochDay): number[] {
  const count = Math.max(1, Math.ceil((asOfDay - firstDay + 1) / windowDays));
  return Array.from(
    { length: count + 1 },
    (_, index) => asOfDay + 1 - (count - index) * windowDays,
  );
}

/**
 * The periods from the one that holds `firstDay` to the one that holds `asOfDay`.
 *
 * @param firstDay  day of the first event, not after `asOfDay`
 * Calendar periods are whole months and quarters, so the last one may be running; windows of days are laid back from the
 * as-of day, so the last one is always full. O(periods).
 */
export function periodGrid(cut: Cut, firstDay: EpochDay, asOfDay: EpochDay): PeriodGrid {
  invariant(firstDay <= asOfDay, `first day ${firstDay} is after the as-of day ${asOfDay}`);
  invariant(cut.windowDays >= 1, `window of ${cut.windowDays} days`);
  const list =
    cut.grain === "days"
      ? windowStarts(cut.windowDays, firstDay, asOfDay)
      : calendarStarts(cut.grain === "month" ? 1 : 3, firstDay, asOfDay);
  const starts = Int32Array.from(list);
  const count = starts.length - 1;
  return { cut, starts, count, runningLast: starts[count]! > asOfDay + 1, asOfDay };
}

/** The name of a period in cells and addresses. */
export function keyOfPeriod({ cut, starts }: PeriodGrid, index: number): string {
  return periodKey(cut.grain, starts[index]!, starts[index + 1]! - 1);
}

/** Index of the period with this name; -1 when the grid has none, as with the name of another cut. O(periods). */
export function periodWithKey({ cut, starts, count }: PeriodGrid, key: string): number {
  const period = readPeriodKey(key);
  if (period?.grain !== cut.grain) return -1;
  const index = starts.indexOf(period.fromDay);
  return index >= 0 && index < count && starts[index + 1]! - 1 === period.toDay ? index : -1;
}

/** Index of the last period that is over by the as-of day; -1 when none is. */
export function lastFullPeriod(grid: PeriodGrid): number {
  return grid.runningLast ? grid.count - 2 : grid.count - 1;
}

/** Period of each day from `starts[0]` on: `table[day - starts[0]]`. O(days). */
export function periodOfDay(grid: PeriodGrid): Int32Array {
  const { starts, count } = grid;
  const origin = starts[0]!;
  const table = new Int32Array(starts[count]! - origin);
  for (let p = 0; p < count; p++) table.fill(p, starts[p]! - origin, starts[p + 1]! - origin);
  return table;
}

/** The day one period before `day`: a month, three months or the window earlier. */
export function onePeriodBefore(cut: Cut, day: EpochDay): EpochDay {
  if (cut.grain === "days") return epochDay(day - cut.windowDays);
  return addMonths(day, cut.grain === "month" ? -1 : -3);
}
