import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../../tests/support/tables";
import { readDayList, writeDayList } from "./day-list";
import { MINUTES_PER_DAY } from "./moment";
import { workingClock } from "../measures/working-clock";
import { isWorkingDay, workingCalendar } from "./working-calendar";

const CHOICE = {
  week: "mon-fri",
  dayFrom: 9,
  dayTo: 18,
  holidays: "cn",
  daysOff: "",
  daysOn: "",
} as const;
const at = (iso: string, hour: number): number => day(iso) * MINUTES_PER_DAY + hour * 60;
const clock = (more: Partial<typeof CHOICE> | { daysOff?: string; daysOn?: string } = {}) =>
  workingClock(workingCalendar({ ...CHOICE, ...more }), day("2025-01-01"), day("2025-12-31"));

describe("the working calendar", () => {
  it("knows weekends, holidays and make-up days of mainland China", () => {
    const calendar = workingCalendar(CHOICE);
    const works = (iso: string): boolean => isWorkingDay(calendar, day(iso));
    expect(works("2025-09-26")).toBe(true);
    expect(works("2025-09-27")).toBe(false);
    // The Sunday before the National Day holidays is worked, the eight days are not.
    expect(works("2025-09-28")).toBe(true);
    expect(["2025-10-01", "2025-10-08"].map(works)).toEqual([false, false]);
    expect(["2025-10-09", "2025-10-11", "2025-10-12"].map(works)).toEqual([true, true, false]);
    expect(isWorkingDay(workingCalendar({ ...CHOICE, holidays: "none" }), day("2025-10-01"))).toBe(
      true,
    );
  });

  it("follows one's own days before the holidays", () => {
    const calendar = workingCalendar({ ...CHOICE, daysOff: "2025-09-28", daysOn: "2025/10/1" });
    expect(isWorkingDay(calendar, day("2025-09-28"))).toBe(false);
    expect(isWorkingDay(calendar, day("2025-10-01"))).toBe(true);
  });

  it("counts working time only", () => {
    const elapsed = clock();
    expect(elapsed(at("2025-09-26", 17), at("2025-09-28", 10))).toBe(2 * 60);
    expect(elapsed(at("2025-09-30", 17), at("2025-10-09", 10))).toBe(2 * 60);
    // From the night before to the opening nothing passes.
    expect(elapsed(at("2025-11-03", 20), at("2025-11-04", 9))).toBe(0);
    expect(elapsed(at("2025-11-03", 0), at("2025-11-05", 0))).toBe(2 * 9 * 60);
  });

  it("adds up over any moment between, and never runs backwards", () => {
    const elapsed = clock();
    const moment = fc.integer({ min: at("2025-01-01", 0), max: at("2025-12-31", 23) });
    fc.assert(
      fc.property(moment, moment, moment, (...moments) => {
        const [a, b, c] = moments.toSorted((x, y) => x - y) as [number, number, number];
        expect(elapsed(a, b) + elapsed(b, c)).toBeCloseTo(elapsed(a, c), 9);
        expect(elapsed(a, b)).toBeGreaterThanOrEqual(0);
        expect(elapsed(a, b)).toBeLessThanOrEqual(b - a);
      }),
    );
  });
});

describe("a list of days", () => {
  it("is read as people write it, and says what it could not read", () => {
    const { days, unreadable } = readDayList("2025-10-1~2025/10/3，2025.12.31 soon 2025-02-30");
    expect(days).toEqual(["2025-10-01", "2025-10-02", "2025-10-03", "2025-12-31"].map(day));
    expect(unreadable).toEqual(["soon", "2025-02-30"]);
    expect(writeDayList(days)).toBe("2025-10-01~2025-10-03,2025-12-31");
    expect(readDayList("")).toEqual({ days: [], unreadable: [] });
  });
});
