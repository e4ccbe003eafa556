import { dayFromCivil, isCivilDate } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import type { ByteCell } from "../parse/byte-cell";
import type { DecimalMark } from "../plan";
import { EXACT_DIGITS, POWERS } from "./number";

const POINT = 46;

/** Digits with an optional sign and point, at most 15 digits, as `readNumber` reads them; NaN for every other form. */
export function plainNumber(cell: ByteCell, mark: DecimalMark): number {
  const bytes = cell.window.bytes;
  const end = cell.end;
  let at = cell.start;
  const sign = bytes[at];
  if (sign === 45 || sign === 43) at++;
  let whole = 0;
  let digits = 0;
  let point = -1;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte >= 48 && byte <= 57) {
      whole = whole * 10 + (byte - 48);
      digits++;
    } else if (byte === POINT && point < 0 && mark === ".") point = digits;
    else return Number.NaN;
  }
  if (digits === 0 || digits > EXACT_DIGITS) return Number.NaN;
  // both are exact, so the quotient is the nearest double to the text
  const value = point >= 0 && point < digits ? whole / POWERS[digits - point]! : whole;
  return sign === 45 && value !== 0 ? -value : value;
}

/** `YYYY-MM-DD` and `YYYY/MM/DD` alone, as days since 1970 without a look at the range; MISSING_DAY for every other form. */
export function isoDay(cell: ByteCell): number {
  const { start } = cell;
  if (cell.end - start !== 10) return MISSING_DAY;
  const bytes = cell.window.bytes;
  const mark = bytes[start + 4];
  if ((mark !== 45 && mark !== 47) || bytes[start + 7] !== mark) return MISSING_DAY;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  if (!(year >= 0 && month >= 1 && month <= 12 && day >= 1)) return MISSING_DAY;
  if (day > 28 && !isCivilDate(year, month, day)) return MISSING_DAY;
  return dayFromCivil(year, month, day);
}

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = bytes[at]! - 48;
  const ones = bytes[at + 1]! - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}

/**
 * True when the cell surely holds a text: what it begins with is no blank, no "=" and begins no word for nothing.
 * False says nothing.
 */
export function surelyText({ window, start, end, encoding }: ByteCell): boolean {
  if (start === end) return false;
  const first = window.bytes[start]!;
  // n and N begin words for nothing
  if (first < 0x80) return isLetterOrDigit(first) && first !== 78 && first !== 110;
  return encoding.isUtf8 && isIdeograph(first);
}

function isLetterOrDigit(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || (byte >= 65 && byte <= 90) || (byte >= 97 && byte <= 122);
}

/** First byte of U+4000 to U+9FFF in UTF-8: all blanks and signs are outside. */
function isIdeograph(lead: number): boolean {
  return lead >= 0xe4 && lead <= 0xe9;
}

/**
 * True when the text of the cell surely is what its bytes say in UTF-8, with nothing to note: no blanks at its ends, no
 * control characters, no word for nothing. Whether the bytes are UTF-8 at all is not looked at. False says nothing.
 */
export function isPlainText(cell: ByteCell): boolean {
  if (!surelyText(cell)) return false;
  const { start, end, encoding } = cell;
  const bytes = cell.window.bytes;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80 ? byte < 32 || byte === 127 : !encoding.isUtf8 || holdsSigns(byte))
      return false;
  }
  const last = bytes[end - 1]!;
  if (last < 0x80) return last !== 32;
  return end - start >= 3 && isIdeograph(bytes[end - 3]!);
}

/** First bytes of the characters of UTF-8 that `oddity` looks for: U+0080 to U+00BF, U+2000 to U+2FFF, U+F000 to U+FFFF. */
function holdsSigns(byte: number): boolean {
  return byte === 0xc2 || byte === 0xe2 || byte === 0xef;
}
