import { dayFromCivil, FIRST_DAY, isCivilDate, LAST_DAY } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import type { DateOrder } from "../plan";
import { datePartsOf, type DateParts } from "./date-forms";
import { isMissingWord } from "./number";

export type DateProblem = "missing" | "unreadable" | "out-of-range";

/** The day is outside 1900-01-01 .. 2999-12-31. Beside MISSING_DAY, an answer of `readDate` that is no day. */
export const OUT_OF_RANGE = MISSING_DAY + 1;

/**
 * The civil day that a cell names, exactly as written: a time or a zone behind it does not move it.
 *
 * @param text any cell text
 * @param order how 1/5/2024 is to be read; years first are always read as such. `epoch-*`: whole numbers are times
 *   since 1970 in UTC
 * @returns days since 1970-01-01; MISSING_DAY when blank or unreadable; OUT_OF_RANGE
 *
 * Days that do not exist (30 February) are unreadable, not the next day. No time zone of the machine is asked. O(length).
 */
export function readDate(text: string, order: DateOrder): number {
  const iso = readIso(text);
  if (iso !== MISSING_DAY) return iso;
  if (order === "epoch-seconds" || order === "epoch-milliseconds") return readEpoch(text, order);
  const parts = datePartsOf(text, order);
  return parts === null ? MISSING_DAY : dayOf(parts);
}

/** Why `readDate` gave no day. */
export function dateProblem(text: string, answer: number): DateProblem {
  if (answer === OUT_OF_RANGE) return "out-of-range";
  return isMissingWord(text) ? "missing" : "unreadable";
}

/** The day of a whole number of days in the range, else OUT_OF_RANGE. */
export function dayInRange(day: number): number {
  return day < FIRST_DAY || day > LAST_DAY ? OUT_OF_RANGE : day;
}

function dayOf(parts: DateParts): number {
  if (!isCivilDate(parts.year, parts.month, parts.day)) return MISSING_DAY;
  return dayInRange(dayFromCivil(parts.year, parts.month, parts.day));
}

/** `YYYY-MM-DD` and `YYYY/MM/DD`, alone or before a blank or T and a plain time: the form of most files, read without a regular expression. */
function readIso(text: string): number {
  const length = text.length;
  if (length < 10) return MISSING_DAY;
  const mark = text.charCodeAt(4);
  if ((mark !== 45 && mark !== 47) || text.charCodeAt(7) !== mark) return MISSING_DAY;
  if (length > 10 && !isPlainTime(text)) return MISSING_DAY;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return MISSING_DAY;
  if (day > 28 && !isCivilDate(year, month, day)) return MISSING_DAY;
  return dayInRange(dayFromCivil(year, month, day));
}

/** ` HH:MM:SS` or `THH:MM:SS` from position 10 to the end. */
function isPlainTime(text: string): boolean {
  const mark = text.charCodeAt(10);
  if (text.length !== 19 || (mark !== 32 && mark !== 84)) return false;
  return (
    text.charCodeAt(13) === 58 &&
    text.charCodeAt(16) === 58 &&
    twoDigits(text, 11) <= 23 &&
    twoDigits(text, 14) <= 59 &&
    twoDigits(text, 17) <= 59
  );
}

function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

function readEpoch(text: string, unit: "epoch-seconds" | "epoch-milliseconds"): number {
  const match = /^\s*(-?\d{1,15})(?:\.\d+)?\s*$/.exec(text);
  if (!match) return MISSING_DAY;
  const perDay = unit === "epoch-seconds" ? 86_400 : 86_400_000;
  return dayInRange(Math.floor(Number(match[1]) / perDay));
}
