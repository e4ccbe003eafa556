import { epochDay, type EpochDay } from "../kernel/base/calendar";

/**
 * A moment is a float64 of minutes since 1970-01-01T00:00 as the wall clock showed it: no zone, no summer time. A day
 * without a time of day is its midnight; a column without any time of day is told by `hasTimeOfDay`.
 */
export const MINUTES_PER_DAY = 1440;

/** The civil day of a moment; NaN stays out of it: ask first. */
export function dayOfMoment(moment: number): EpochDay {
  return epochDay(Math.floor(moment / MINUTES_PER_DAY));
}

/** The time of day as 14:05; null at midnight, where only the day was said. */
export function clockOf(moment: number): string | null {
  const minutes = moment - dayOfMoment(moment) * MINUTES_PER_DAY;
  if (minutes === 0) return null;
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(Math.floor(minutes % 60))}`;
}

/**
 * Whether a column of moments knows times of day. One that lies on midnights only came from dates, so hours between two of
 * its moments say nothing and only days may be counted. O(rows).
 */
export function hasTimeOfDay(moments: Float64Array): boolean {
  for (const moment of moments) {
    if (!Number.isNaN(moment) && moment % MINUTES_PER_DAY !== 0) return true;
  }
  return false;
}
