import { describe, expect, it } from "vitest";
import { dayOfMoment, hasTimeOfDay, MINUTES_PER_DAY } from "./moment";

describe("moments", () => {
  it("lie on the day that the wall clock showed, before 1970 too", () => {
    expect(dayOfMoment(20_000 * MINUTES_PER_DAY + 1439)).toBe(20_000);
    expect(dayOfMoment(-1)).toBe(-1);
  });

  it("of dates only know no time of day", () => {
    expect(hasTimeOfDay(Float64Array.of(0, MINUTES_PER_DAY, Number.NaN))).toBe(false);
    expect(hasTimeOfDay(Float64Array.of(0, MINUTES_PER_DAY + 1))).toBe(true);
  });
});
