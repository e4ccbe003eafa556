import type { Brand } from "./brand";
import { invariant } from "./invariant";

/** A civil day as the whole number of days since 1970-01-01. No time zone exists after ingest. */
export type EpochDay = Brand<number, "EpochDay">;

export interface CivilDate {
  readonly year: number;
  /** 1..12 */
  readonly month: number;
  /** 1..31 */
  readonly day: number;
}

/** 1900-01-01 and 2999-12-31: the range of days that ingest accepts. */
export const FIRST_DAY = -25567 as EpochDay;
export const LAST_DAY = 376199 as EpochDay;

/**
 * Day number of a proleptic Gregorian date; no check that the date exists (see `isCivilDate`).
 *
 * Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil. O(1).
 */
export function dayFromCivil(year: number, month: number, day: number): EpochDay {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as EpochDay;
}

/** Inverse of `dayFromCivil`. Hinnant, civil_from_days. O(1). */
export function civilFromDay(day: EpochDay): CivilDate {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1 };
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function daysInMonth(year: number, month: number): number {
  const length = MONTH_LENGTHS[month - 1];
  invariant(length !== undefined, `month ${month} is not 1..12`);
  return month === 2 && isLeapYear(year) ? 29 : length;
}

/** Whether the three numbers name a day of the Gregorian calendar. */
export function isCivilDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Months since January 1970; one number per calendar month, for cohorts and ledgers. */
export function monthIndex(day: EpochDay): number {
  const { year, month } = civilFromDay(day);
  return (year - 1970) * 12 + month - 1;
}

/** First day of the month with this index (see `monthIndex`). */
export function firstDayOfMonth(index: number): EpochDay {
  const year = 1970 + Math.floor(index / 12);
  return dayFromCivil(year, index - (year - 1970) * 12 + 1, 1);
}

/** `YYYY-MM-DD`. */
export function formatIsoDay(day: EpochDay): string {
  const { year, month, day: d } = civilFromDay(day);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(d, 2)}`;
}

/** The day named by `YYYY-MM-DD`, or null when the text is anything else or outside FIRST_DAY..LAST_DAY. */
export function parseIsoDay(text: string): EpochDay | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (!isCivilDate(year, month, day)) return null;
  const value = dayFromCivil(year, month, day);
  return value < FIRST_DAY || value > LAST_DAY ? null : value;
}

/** The same civil day `months` later, clamped to the end of the target month. */
export function addMonths(day: EpochDay, months: number): EpochDay {
  const { year, month, day: d } = civilFromDay(day);
  const index = (year - 1970) * 12 + month - 1 + months;
  const targetYear = 1970 + Math.floor(index / 12);
  const targetMonth = index - (targetYear - 1970) * 12 + 1;
  return dayFromCivil(targetYear, targetMonth, Math.min(d, daysInMonth(targetYear, targetMonth)));
}

/** Brands a whole number that the caller knows to be a day count since 1970-01-01. */
export function epochDay(value: number): EpochDay {
  invariant(Number.isInteger(value), `day ${value} is not a whole number`);
  return value as EpochDay;
}
