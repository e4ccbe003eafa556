import { describe, expect, it } from "vitest";
import { wilsonInterval } from "./wilson";

describe("wilsonInterval", () => {
  it("agrees with R binom::binom.wilson(50, 100): 0.4038315 to 0.5961685", () => {
    const { low, high } = wilsonInterval(50, 100);
    expect(low).toBeCloseTo(0.4038315, 6);
    expect(high).toBeCloseTo(0.5961685, 6);
  });

  it("has the closed form z²/(n + z²) for no success and its mirror for all", () => {
    const z2 = 1.959963984540054 ** 2;
    const none = wilsonInterval(0, 10);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(z2 / (10 + z2), 12);
    const all = wilsonInterval(10, 10);
    expect(all.low).toBeCloseTo(10 / (10 + z2), 12);
    expect(all.high).toBe(1);
  });

  it("knows nothing without trials", () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  it("rejects more successes than trials", () => {
    expect(() => wilsonInterval(3, 2)).toThrow(/no proportion/);
  });
});
