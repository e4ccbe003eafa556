import { epochDay, formatIsoDay, parseIsoDay, type EpochDay } from "../kernel/base/calendar";

/** No list of days is longer: one that is comes from a slip of the keyboard in a year. */
const LONGEST = 2000;

/**
 * Days written as people write them into one field: 2025-10-01, 2025-10-01~2025-10-08, apart by commas, spaces or lines.
 *
 * @returns the days, ascending, each once; and the pieces that could not be read
 */
export function readDayList(text: string): {
  readonly days: readonly EpochDay[];
  readonly unreadable: readonly string[];
} {
  const days = new Set<number>();
  const unreadable: string[] = [];
  for (const piece of text.split(/[\s,，、;；]+/u).filter((part) => part !== "")) {
    const [from, to, ...rest] = piece.split(/[~～]/u).map((part) => parseIsoDay(dashed(part)));
    const last = to === undefined ? from : to;
    const isSpan = from !== undefined && from !== null && last !== undefined && last !== null;
    if (!isSpan || rest.length > 0 || last < from || last - from > LONGEST) {
      unreadable.push(piece);
      continue;
    }
    for (let day: number = from; day <= last && days.size < LONGEST; day++) days.add(day);
  }
  return { days: [...days].sort((a, b) => a - b).map(epochDay), unreadable };
}

/** 2025/10/1 and 2025.10.1 as well as 2025-10-01. */
function dashed(text: string): string {
  const [year = "", month = "", day = ""] = text.split(/[-/.]/u);
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}

/** The list in the shortest form that reads back to the same days. */
export function writeDayList(days: readonly EpochDay[]): string {
  const spans: [EpochDay, EpochDay][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && day === last[1] + 1) last[1] = day;
    else spans.push([day, day]);
  }
  return spans
    .map(([from, to]) =>
      from === to ? formatIsoDay(from) : `${formatIsoDay(from)}~${formatIsoDay(to)}`,
    )
    .join(",");
}
