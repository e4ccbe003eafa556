import { describe, expect, it } from "vitest";
import { dayFromCivil, formatIsoDay, epochDay } from "../kernel/base/calendar";
import {
  keyOfPeriod,
  lastFullPeriod,
  onePeriodBefore,
  periodGrid,
  periodOfDay,
  periodWithKey,
} from "./lifecycle-periods";

const day = dayFromCivil;
const iso = (starts: Int32Array): string[] =>
  Array.from(starts, (start) => formatIsoDay(epochDay(start)));

describe("periodGrid", () => {
  it("cuts calendar months from the first event to the as-of day and knows that the last one runs", () => {
    const grid = periodGrid({ grain: "month", windowDays: 1 }, day(2024, 11, 20), day(2025, 1, 30));
    expect(iso(grid.starts)).toEqual(["2024-11-01", "2024-12-01", "2025-01-01", "2025-02-01"]);
    expect(grid.runningLast).toBe(true);
    expect(lastFullPeriod(grid)).toBe(1);
  });

  it("calls a month full when the as-of day is its last day", () => {
    const grid = periodGrid({ grain: "month", windowDays: 1 }, day(2025, 1, 1), day(2025, 2, 28));
    expect(grid.runningLast).toBe(false);
    expect(lastFullPeriod(grid)).toBe(1);
  });

  it("cuts calendar quarters across a year", () => {
    const grid = periodGrid(
      { grain: "quarter", windowDays: 1 },
      day(2024, 12, 31),
      day(2025, 4, 1),
    );
    expect(iso(grid.starts)).toEqual(["2024-10-01", "2025-01-01", "2025-04-01", "2025-07-01"]);
  });

  it("lays windows of days back from the as-of day, so that the last one is full", () => {
    const grid = periodGrid({ grain: "days", windowDays: 7 }, epochDay(100), epochDay(114));
    expect(Array.from(grid.starts)).toEqual([94, 101, 108, 115]);
    expect(grid.runningLast).toBe(false);
  });

  it("gives a single period to a single day", () => {
    const grid = periodGrid({ grain: "days", windowDays: 30 }, epochDay(5), epochDay(5));
    expect(grid.count).toBe(1);
  });
});

describe("periodOfDay", () => {
  it("puts each day into the period whose start it has reached", () => {
    const grid = periodGrid({ grain: "quarter", windowDays: 1 }, day(2023, 5, 1), day(2025, 4, 1));
    const table = periodOfDay(grid);
    for (let d = grid.starts[0]!; d < grid.starts[grid.count]!; d++) {
      const period = table[d - grid.starts[0]!]!;
      expect(grid.starts[period]! <= d && d < grid.starts[period + 1]!).toBe(true);
    }
  });
});

describe("onePeriodBefore", () => {
  it("goes a month, a quarter or the window back, held at the end of short months", () => {
    const from = day(2025, 3, 31);
    const before = (grain: "month" | "quarter" | "days"): string =>
      formatIsoDay(onePeriodBefore({ grain, windowDays: 30 }, from));
    expect([before("month"), before("quarter"), before("days")]).toEqual([
      "2025-02-28",
      "2024-12-31",
      "2025-03-01",
    ]);
  });
});

describe("periodWithKey", () => {
  const cuts = [
    { grain: "month", windowDays: 1 },
    { grain: "quarter", windowDays: 1 },
    { grain: "days", windowDays: 30 },
  ] as const;

  it("finds each period by its name, and none by the name of another cut or of a day outside", () => {
    for (const cut of cuts) {
      const grid = periodGrid(cut, day(2024, 11, 20), day(2025, 6, 30));
      for (let index = 0; index < grid.count; index++) {
        expect(periodWithKey(grid, keyOfPeriod(grid, index))).toBe(index);
      }
      const other = periodGrid(
        cuts.find((one) => one !== cut)!,
        day(2024, 11, 20),
        day(2025, 6, 30),
      );
      expect(periodWithKey(grid, keyOfPeriod(other, 1))).toBe(-1);
      expect(periodWithKey(grid, "2031-01")).toBe(-1);
      expect(periodWithKey(grid, "1")).toBe(-1);
    }
  });
});
