import chinaHolidays from "./china-holidays.json";
import { readDayList } from "./day-list";

export const WORKING_WEEKS = ["mon-fri", "mon-sat", "all"] as const;
export type WorkingWeek = (typeof WORKING_WEEKS)[number];

export const HOLIDAY_SETS = ["cn", "none"] as const;
export type HolidaySet = (typeof HOLIDAY_SETS)[number];

/** When people work. */
export interface WorkingCalendar {
  readonly week: WorkingWeek;
  /** minutes after midnight, 0..1440; no working time when `toMinute` is not later */
  readonly fromMinute: number;
  readonly toMinute: number;
  /** days on which nobody works though the week says so, and make-up days on which all work though it does not */
  readonly off: ReadonlySet<number>;
  readonly on: ReadonlySet<number>;
}

/** The public holidays of mainland China with their make-up working days; the years that the file has are said beside. */
export const CHINA_HOLIDAY_YEARS = {
  first: chinaHolidays.firstYear,
  last: chinaHolidays.lastYear,
} as const;

interface CalendarChoice {
  readonly week: WorkingWeek;
  readonly dayFrom: number;
  readonly dayTo: number;
  readonly holidays: HolidaySet;
  /** lists of days, see `readDayList`; they overrule the holidays */
  readonly daysOff: string;
  readonly daysOn: string;
}

export function workingCalendar(choice: CalendarChoice): WorkingCalendar {
  const isChina = choice.holidays === "cn";
  const off = new Set<number>(isChina ? readDayList(chinaHolidays.off.join(",")).days : []);
  const on = new Set<number>(isChina ? readDayList(chinaHolidays.on.join(",")).days : []);
  for (const day of readDayList(choice.daysOff).days) {
    off.add(day);
    on.delete(day);
  }
  for (const day of readDayList(choice.daysOn).days) {
    on.add(day);
    off.delete(day);
  }
  const { week, dayFrom, dayTo } = choice;
  return { week, fromMinute: dayFrom * 60, toMinute: dayTo * 60, off, on };
}

/** 0 = Monday; day 0 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;

const WORKDAYS: Readonly<Record<WorkingWeek, number>> = { "mon-fri": 5, "mon-sat": 6, all: 7 };

export function isWorkingDay({ week, off, on }: WorkingCalendar, day: number): boolean {
  if (on.has(day)) return true;
  return !off.has(day) && weekdayOf(day) < WORKDAYS[week];
}
