import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayFromCivil, epochDay } from "../kernel/base/calendar";
import { periodKey, readPeriodKey } from "./period-key";

const day = fc.integer({ min: 0, max: 40_000 });

describe("periodKey", () => {
  it("is read back as the same period", () => {
    fc.assert(
      fc.property(day, fc.nat(400), (from, length) => {
        const key = periodKey("days", from, from + length);
        expect(readPeriodKey(key)).toEqual({ grain: "days", fromDay: from, toDay: from + length });
      }),
    );
    expect(readPeriodKey("2025-Q4")).toEqual({
      grain: "quarter",
      fromDay: dayFromCivil(2025, 10, 1),
      toDay: dayFromCivil(2025, 12, 31),
    });
    expect(readPeriodKey("2024-02")).toEqual({
      grain: "month",
      fromDay: dayFromCivil(2024, 2, 1),
      toDay: dayFromCivil(2024, 2, 29),
    });
  });

  it("names the month and the quarter that begin on a day", () => {
    const november = epochDay(dayFromCivil(2025, 11, 1));
    expect(periodKey("month", november, november + 29)).toBe("2025-11");
    expect(periodKey("quarter", dayFromCivil(2025, 10, 1), november)).toBe("2025-Q4");
  });

  it("is null for foreign text", () => {
    for (const text of [
      "",
      "3",
      "2025-13",
      "2025-Q5",
      "2025-11-01",
      "2025-11-02~2025-11-01",
      "a~b",
    ]) {
      expect(readPeriodKey(text), text).toBeNull();
    }
  });
});
