import { civilFromDay, dayFromCivil, epochDay } from "../../kernel/base/calendar";
import type { DateOrder } from "../plan";

/** Three numbers that may or may not name a day. */
export interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A time of day behind a date; it is checked and then forgotten. 24:00 and a leap second belong to the day as written. */
const TIME =
  "(?:[T ]\\s*(?:上午|下午|早上|晚上|凌晨|中午)?\\s*(\\d{1,2})[:时時点點](?:(\\d{1,2})(?:[:分](?:(\\d{1,2})(?:[.,]\\d+)?秒?)?)?)?" +
  "\\s*(?:[ap]\\.?m\\.?)?)?\\s*(?:Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?";
const END = `${TIME}$`;
const WEEKDAY = "(?:星期[一二三四五六日天]|[周週][一二三四五六日天]|\\([一二三四五六日]\\))?";

const YEAR_FIRST = new RegExp(`^(\\d{4,5})([-/.])(\\d{1,2})\\2(\\d{1,2})\\s*${WEEKDAY}${END}`, "i");
const NUMERIC = new RegExp(
  `^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})\\s*${WEEKDAY}${END}`,
  "i",
);
const CHINESE = new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号號]?\\s*${WEEKDAY}${END}`, "i");
const ERA = new RegExp(
  `^(民国|民國|令和|平成|昭和|R|H|S)(元|\\d{1,3})[年/.-](\\d{1,2})[月/.-](\\d{1,2})日?\\s*${WEEKDAY}${END}`,
  "i",
);
const DAY_MONTH_NAME = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?(\\d{1,2})(?:st|nd|rd|th)?[ -]([a-z]{3,9})\\.?,?[ -](\\d{4}|\\d{2})${END}`,
  "i",
);
const MONTH_NAME_DAY = new RegExp(
  `^(?:[a-z]{3,9},?\\s+)?([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})${END}`,
  "i",
);

/** Numbers of the groups of a pattern; `time` is the first of three. */
interface Groups extends DateParts {
  readonly time: number;
}
const YEAR_FIRST_GROUPS: Groups = { year: 1, month: 3, day: 4, time: 5 };
const CHINESE_GROUPS: Groups = { year: 1, month: 2, day: 3, time: 4 };
const DAY_MONTH_NAME_GROUPS: Groups = { month: 2, day: 1, year: 3, time: 4 };
const MONTH_NAME_DAY_GROUPS: Groups = { month: 1, day: 2, year: 3, time: 4 };

const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const SERIAL = /^(\d{5})(?:\.\d+)?$/;

const ERA_BEFORE_FIRST_YEAR: Readonly<Record<string, number>> = {
  民国: 1911,
  民國: 1911,
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  r: 2018,
  h: 1988,
  s: 1925,
};
const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/** Two-digit years up to this one are of this century. */
const LAST_SHORT_YEAR = 69;

/**
 * The numbers of a date in any form that people write, or null: ISO with time and zone, 2024年1月5日, 20240105, 民国113年…,
 * 令和6年…, 5 Jan 2024, 1/5/2024 by `order`, and a serial day number of a spreadsheet (five digits).
 */
export function datePartsOf(text: string, order: DateOrder): DateParts | null {
  const clean = text.normalize("NFKC").trim().replace(/\s+/g, " ");
  if (clean.length < 5 || clean.length > 60) return null;
  return (
    yearFirst(YEAR_FIRST.exec(clean), YEAR_FIRST_GROUPS) ||
    yearFirst(CHINESE.exec(clean), CHINESE_GROUPS) ||
    numeric(NUMERIC.exec(clean), order) ||
    compact(COMPACT.exec(clean)) ||
    named(DAY_MONTH_NAME.exec(clean), DAY_MONTH_NAME_GROUPS) ||
    named(MONTH_NAME_DAY.exec(clean), MONTH_NAME_DAY_GROUPS) ||
    era(ERA.exec(clean)) ||
    serial(SERIAL.exec(clean))
  );
}

type Match = RegExpExecArray | null;

function isTime(match: RegExpExecArray, at: number): boolean {
  const part = (group: string | undefined): number => (group === undefined ? 0 : Number(group));
  const [hour, minute, second] = [part(match[at]), part(match[at + 1]), part(match[at + 2])];
  if (minute > 59 || second > 60) return false;
  return hour < 24 || (hour === 24 && minute === 0 && second === 0);
}

function yearFirst(match: Match, { year: y, month: m, day: d, time }: Groups): DateParts | null {
  if (!match || !isTime(match, time)) return null;
  return { year: Number(match[y]), month: Number(match[m]), day: Number(match[d]) };
}

function numeric(match: Match, order: DateOrder): DateParts | null {
  if (!match || !isTime(match, 5)) return null;
  const [first, second] = [Number(match[1]), Number(match[3])];
  const last = match[4]!;
  if (last.length === 2 && order === "ymd") {
    return { year: fullYear(match[1]!), month: second, day: Number(last) };
  }
  const year = fullYear(last);
  const isDayFirst = order === "dmy";
  return isDayFirst ? { year, month: second, day: first } : { year, month: first, day: second };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length > 2) return year;
  return year <= LAST_SHORT_YEAR ? 2000 + year : 1900 + year;
}

function compact(match: Match): DateParts | null {
  if (!match || !isTime(match, 4)) return null;
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

function named(match: Match, { year: y, month: m, day: d, time }: Groups): DateParts | null {
  if (!match || !isTime(match, time)) return null;
  const name = match[m]!.toLowerCase();
  const month = MONTHS.findIndex((short) => name.startsWith(short)) + 1;
  return month === 0 ? null : { year: fullYear(match[y]!), month, day: Number(match[d]) };
}

function era(match: Match): DateParts | null {
  if (!match || !isTime(match, 5)) return null;
  const before = ERA_BEFORE_FIRST_YEAR[match[1]!.toLowerCase()];
  if (before === undefined) return null;
  const year = match[2] === "元" ? 1 : Number(match[2]);
  return { year: before + year, month: Number(match[3]), day: Number(match[4]) };
}

/** Day 1 is 1900-01-01; after the 29 February 1900 that spreadsheets invented, day 61 is 1900-03-01. */
function serial(match: Match): DateParts | null {
  if (!match) return null;
  return civilFromDay(epochDay(dayFromCivil(1899, 12, 30) + Number(match[1])));
}
