import { formatIsoDay } from "../../kernel/base/calendar";
import { MISSING_DAY } from "../../kernel/table/column";
import { ByteCell } from "../parse/byte-cell";
import { isCellError, type Cell } from "../parse/row-source";
import type { DateOrder, DecimalMark } from "../plan";
import { isoDay, plainNumber, surelyText } from "./byte-values";
import { dayInRange, readDate } from "./date";
import { readNumber } from "./number";
import { readText } from "./text";

/** The number of a cell; NaN when it has none. Booleans and dates are no numbers. */
export function numberOfCell(cell: Cell | undefined, mark: DecimalMark): number {
  if (typeof cell === "string") return cell === "" ? Number.NaN : readNumber(cell, mark);
  if (cell instanceof ByteCell) {
    if (cell.start === cell.end) return Number.NaN;
    const plain = plainNumber(cell, mark);
    return Number.isNaN(plain) ? readNumber(cell.text(), mark) : plain;
  }
  if (typeof cell !== "number" || !Number.isFinite(cell)) return Number.NaN;
  return cell === 0 ? 0 : cell;
}

/** The day of a cell as `readDate` answers. A plain number is read like its digits (20240105, or a serial day). */
export function dayOfCell(cell: Cell | undefined, order: DateOrder): number {
  if (typeof cell === "string") return cell === "" ? MISSING_DAY : readDate(cell, order);
  if (cell instanceof ByteCell) {
    const day = isoDay(cell);
    if (day !== MISSING_DAY) return dayInRange(day);
    return cell.start === cell.end ? MISSING_DAY : readDate(cell.text(), order);
  }
  if (typeof cell === "number") return readDate(String(cell), order);
  if (typeof cell !== "object" || cell === null || isCellError(cell)) return MISSING_DAY;
  return dayInRange(cell.day);
}

/** The text of a cell; null when it has none. */
export function textOfCell(cell: Cell | undefined): string | null {
  if (typeof cell === "string") return readText(cell);
  if (cell instanceof ByteCell) return readText(cell.text());
  if (cell === undefined || cell === null || isCellError(cell)) return null;
  return readText(rawText(cell));
}

/** Whether a cell has a text: `textOfCell(cell) !== null`. */
export function hasText(cell: Cell | undefined): boolean {
  return (cell instanceof ByteCell && surelyText(cell)) || textOfCell(cell) !== null;
}

/** A cell as text for previews, samples and issues: what the file shows, or nearly so. */
export function rawText(cell: Cell | undefined): string {
  if (typeof cell === "string") return cell;
  if (cell instanceof ByteCell) return cell.text();
  if (cell === undefined || cell === null) return "";
  if (typeof cell === "number") return numberText(cell);
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  if (isCellError(cell)) return cell.error;
  const day = formatIsoDay(cell.day);
  return cell.seconds === 0 ? day : `${day} ${clock(cell.seconds)}`;
}

export function isBlankCell(cell: Cell | undefined): boolean {
  if (cell instanceof ByteCell) {
    if (cell.start === cell.end) return true;
    const first = cell.window.bytes[cell.start]!;
    return (first <= 32 || first >= 0x80) && cell.text().trim() === "";
  }
  return typeof cell === "string" ? cell.trim() === "" : cell === null || cell === undefined;
}

const ERROR_TEXT = /^#(?:N\/A|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|NULL!)$/;

/** An error value of a spreadsheet, as such or written out in a text file. `#N/A` alone is a word for nothing. */
export function isErrorLike(cell: Cell | undefined): boolean {
  if (typeof cell === "string") return cell !== "#N/A" && ERROR_TEXT.test(cell);
  if (cell instanceof ByteCell) return isErrorLike(cell.text());
  return cell !== undefined && isCellError(cell);
}

/** A workbook keeps 15 digits of a number; longer ids have lost theirs before they came here. */
export function hasLostDigits(cell: Cell | undefined): boolean {
  return typeof cell === "number" && Math.abs(cell) >= 1e15;
}

/** Digits without an exponent as far as they are exact. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e21
    ? BigInt(value).toString()
    : String(value);
}

function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const pad = (part: number): string => String(part).padStart(2, "0");
  return `${pad(Math.floor(whole / 3600))}:${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
