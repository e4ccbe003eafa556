import { MINUTES_PER_DAY } from "../../domain/moment";
import { ByteCell } from "../parse/byte-cell";
import { isCellError, type Cell } from "../parse/row-source";
import type { DateOrder } from "../plan";

const CLOCK =
  /(上午|下午|早上|晚上|凌晨|中午)?\s*(\d{1,2})[:时時点點](?:(\d{1,2})(?:[:分](?:\d{1,2}(?:[.,]\d+)?秒?)?)?)?\s*(?:([ap])\.?m\b)?/i;
const COMPACT = /^\d{8}(\d{2})(\d{2})(?:\d{2})?$/;
const SERIAL = /^\d{5}(\.\d+)$/;
const LAST_MINUTE = MINUTES_PER_DAY - 1;

/**
 * The minute of the day that a cell with a readable date names, 0..1439; 0 when it names none.
 *
 * 24:00 is the last minute of the day as written. Seconds are dropped. A zone behind the time does not move it.
 */
export function minuteOfCell(cell: Cell | undefined, order: DateOrder): number {
  if (cell === undefined || cell === null || typeof cell === "boolean") return 0;
  if (cell instanceof ByteCell) return minuteOfText(cell.text(), order);
  if (typeof cell === "object") return isCellError(cell) ? 0 : Math.floor(cell.seconds / 60);
  return minuteOfText(typeof cell === "number" ? String(cell) : cell, order);
}

function minuteOfText(text: string, order: DateOrder): number {
  const clean = text.normalize("NFKC").trim();
  if (order === "epoch-seconds" || order === "epoch-milliseconds") {
    const epoch = epochMinute(clean, order);
    if (epoch !== null) return epoch;
  }
  const compact = COMPACT.exec(clean);
  if (compact) return Number(compact[1]) * 60 + Number(compact[2]);
  const serial = SERIAL.exec(clean);
  if (serial) return Math.min(LAST_MINUTE, Math.round(Number(serial[1]) * MINUTES_PER_DAY));
  const match = CLOCK.exec(clean);
  return match === null ? 0 : clockMinute(match);
}

function clockMinute(match: RegExpExecArray): number {
  const [, part, hourText, minuteText, suffix] = match;
  let hour = Number(hourText);
  const half = suffix?.toLowerCase();
  const isAfternoon = half === "p" || part === "下午" || part === "晚上";
  const isMorning = half === "a" || part === "凌晨" || part === "上午";
  if (isAfternoon && hour < 12) hour += 12;
  if (isMorning && hour === 12) hour = 0;
  const minute = minuteText === undefined ? 0 : Number(minuteText);
  return Math.min(LAST_MINUTE, hour * 60 + minute);
}

function epochMinute(text: string, unit: "epoch-seconds" | "epoch-milliseconds"): number | null {
  if (!/^-?\d{1,15}(?:\.\d+)?$/.test(text)) return null;
  const perMinute = unit === "epoch-seconds" ? 60 : 60_000;
  const minutes = Math.floor(Number(text) / perMinute);
  return ((minutes % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
}
