import { describe, expect, it } from "vitest";
import { moneyTicks, monthBars } from "./month-chart";

describe("moneyTicks", () => {
  it("names zero and a few round amounts", () => {
    expect(moneyTicks(10_500)).toEqual([0, 5000, 10_000]);
    expect(moneyTicks(87)).toEqual([0, 50]);
    expect(moneyTicks(3)).toEqual([0, 1, 2, 3]);
  });
  it("names only zero when nothing was sold", () => {
    expect(moneyTicks(0)).toEqual([0]);
    expect(moneyTicks(Number.NEGATIVE_INFINITY)).toEqual([0]);
  });
});

describe("monthBars", () => {
  it("marks the last month as running and no other", () => {
    const bars = monthBars(600, Float64Array.of(1, 2, 3), true);
    expect(bars.map(({ month, running }) => [month, running])).toEqual([
      [600, false],
      [601, false],
      [602, true],
    ]);
  });
});
