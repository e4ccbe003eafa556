import {
  addMonths,
  civilFromDay,
  dayFromCivil,
  epochDay,
  formatIsoDay,
  parseIsoDay,
  type EpochDay,
} from "../kernel/base/calendar";
import type { Period } from "./scope";

/** How time is cut: calendar months, calendar quarters, or windows of a number of days. */
export type Grain = "month" | "quarter" | "days";

/** The cuts that the calendar makes. */
export type CalendarGrain = Exclude<Grain, "days">;

export interface NamedPeriod extends Period {
  readonly grain: Grain;
}

/** The period as it stands in an address and in the name of a cell: 2025-11, 2025-Q4, 2025-11-01~2025-11-30. */
export function periodKey(grain: Grain, fromDay: number, toDay: number): string {
  const from = epochDay(fromDay);
  if (grain === "days") return `${formatIsoDay(from)}~${formatIsoDay(epochDay(toDay))}`;
  const { year, month } = civilFromDay(from);
  if (grain === "month") return formatIsoDay(from).slice(0, -3);
  return `${String(year).padStart(4, "0")}-Q${Math.ceil(month / 3)}`;
}

/** Inverse of `periodKey`; null for any other text, which an address may hold. */
export function readPeriodKey(key: string): NamedPeriod | null {
  const quarter = /^(\d{4})-Q([1-4])$/.exec(key);
  if (quarter !== null) {
    return calendarPeriod(
      "quarter",
      dayFromCivil(Number(quarter[1]), Number(quarter[2]) * 3 - 2, 1),
    );
  }
  const month = /^\d{4}-\d\d$/.test(key) ? parseIsoDay(`${key}-01`) : null;
  if (month !== null) return calendarPeriod("month", month);
  const [from, to, ...rest] = key.split("~").map(parseIsoDay);
  if (from === undefined || from === null || to === undefined || to === null) return null;
  return rest.length > 0 || from > to ? null : { grain: "days", fromDay: from, toDay: to };
}

function calendarPeriod(grain: CalendarGrain, fromDay: EpochDay): NamedPeriod {
  return { grain, fromDay, toDay: epochDay(addMonths(fromDay, grain === "month" ? 1 : 3) - 1) };
}
