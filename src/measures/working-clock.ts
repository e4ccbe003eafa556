import { MINUTES_PER_DAY } from "../domain/moment";
import { isWorkingDay, type WorkingCalendar } from "../domain/working-calendar";

/** Minutes between two moments, as one clock counts them; negative when the second is earlier. */
export type ElapsedMinutes = (from: number, to: number) => number;

/** The clock on the wall: every minute counts. */
export const calendarClock: ElapsedMinutes = (from, to) => to - from;

/**
 * A clock that runs in working time only.
 *
 * @param firstDay  the earliest and
 * @param lastDay   the latest day that will be asked for; moments outside count as their nearest end
 * @returns minutes of working time between two moments (minutes since 1970-01-01T00:00); O(1) each, after O(days) once
 *
 * A moment outside of the working hours is the next opening, so what came in at night starts in the morning.
 */
export function workingClock(
  calendar: WorkingCalendar,
  firstDay: number,
  lastDay: number,
): ElapsedMinutes {
  const length = Math.max(0, calendar.toMinute - calendar.fromMinute);
  const days = Math.max(0, lastDay - firstDay + 1);
  const before = new Uint32Array(days + 1);
  for (let i = 0; i < days; i++) {
    before[i + 1] = before[i]! + (isWorkingDay(calendar, firstDay + i) ? 1 : 0);
  }
  const position = (moment: number): number => {
    const place = Math.floor(moment / MINUTES_PER_DAY) - firstDay;
    if (place < 0) return 0;
    if (place >= days) return before[days]! * length;
    const minute = moment - (firstDay + place) * MINUTES_PER_DAY;
    const isOpen = before[place + 1]! > before[place]!;
    const within = isOpen ? Math.min(length, Math.max(0, minute - calendar.fromMinute)) : 0;
    return before[place]! * length + within;
  };
  return (from, to) => position(to) - position(from);
}
