import { dayFromCivil, epochDay, isCivilDate } from "../../kernel/base/calendar";
import type { Cell } from "../parse/row-source";

const DAY_MS = 86_400_000;
/** 1899-12-31 and 1904-01-01 as days since 1970-01-01: serial 0 of the two date systems. */
const BASE_1900 = -25568;
const BASE_1904 = -24107;
/** 9999-12-31 in both systems. */
const LAST_SERIAL_1900 = 2958465;
const LAST_SERIAL_1904 = 2957003;
/** The day that Lotus 1-2-3 counted and Excel kept: 29 February 1900. */
const PHANTOM_SERIAL = 60;

/**
 * The civil moment of a date serial, to the millisecond.
 *
 * 1900 system: 1 is 1900-01-01, 59 is 1900-02-28, 61 is 1900-03-01; 60 stands for a day that never was and gives the error
 * `1900-02-29`. 1904 system: 0 is 1904-01-01. A serial before the first or after 9999-12-31 gives the error `serial N`;
 * spreadsheet programs show such cells as `########`.
 */
export function momentFromSerial(serial: number, is1904: boolean): Cell {
  const milliseconds = Math.round((serial - Math.floor(serial)) * DAY_MS);
  const carry = milliseconds === DAY_MS ? 1 : 0;
  const whole = Math.floor(serial) + carry;
  const isInRange = is1904
    ? whole >= 0 && whole <= LAST_SERIAL_1904
    : whole >= 1 && whole <= LAST_SERIAL_1900;
  if (!isInRange) return { error: `serial ${serial}` };
  if (!is1904 && whole === PHANTOM_SERIAL) return { error: "1900-02-29" };
  const afterPhantom = !is1904 && whole > PHANTOM_SERIAL ? 1 : 0;
  const base = is1904 ? BASE_1904 : BASE_1900;
  return {
    day: epochDay(base + whole - afterPhantom),
    seconds: carry === 1 ? 0 : milliseconds / 1000,
  };
}

/**
 * A time of day or an elapsed time as text, `h:mm`, with `:ss` when the format shows seconds or there are any, and
 * milliseconds when there are any. Hours go beyond 24 for elapsed times; a negative time begins with `-`.
 */
export function clockText(days: number, shows: { hourDigits: 1 | 2; seconds: boolean }): string {
  const total = Math.round(Math.abs(days) * DAY_MS);
  const pad = (value: number, width: number): string => String(value).padStart(width, "0");
  const hours = Math.floor(total / 3_600_000);
  const minutes = Math.floor(total / 60_000) % 60;
  const seconds = Math.floor(total / 1000) % 60;
  const milliseconds = total % 1000;
  let text = `${days < 0 ? "-" : ""}${pad(hours, shows.hourDigits)}:${pad(minutes, 2)}`;
  if (shows.seconds || seconds > 0 || milliseconds > 0) text += `:${pad(seconds, 2)}`;
  return milliseconds > 0 ? `${text}.${pad(milliseconds, 3)}` : text;
}

/**
 * The cell of an ISO 8601 text in a cell of type `d`: a date, a date with a time (an offset is dropped: the wall clock is
 * what the sheet shows), or a time alone, which stays text. Anything else stays text too.
 */
export function cellFromIsoText(text: string): Cell {
  const match =
    /^\s*(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}(?:\.\d+)?))?(?:Z|[+-]\d{2}:?\d{2})?)?\s*$/.exec(
      text,
    );
  if (!match) return text;
  const part = (index: number): number => (match[index] === undefined ? 0 : Number(match[index]));
  const [year, month, day] = [part(1), part(2), part(3)];
  const seconds = part(4) * 3600 + part(5) * 60 + part(6);
  if (!isCivilDate(year, month, day) || seconds >= 86_400) return { error: text.slice(0, 40) };
  return { day: dayFromCivil(year, month, day), seconds };
}
