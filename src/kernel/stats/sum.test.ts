import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compensatedSum, runningSums } from "./sum";

describe("compensatedSum", () => {
  it("adds ten million times 0.01 to exactly 100000 (architecture invariant 7)", () => {
    const cents = new Float64Array(10_000_000).fill(0.01);
    expect(compensatedSum(cents)).toBe(100000);
    expect(cents.reduce((sum, value) => sum + value, 0)).not.toBe(100000);
  });

  it("keeps what a large value would swallow (Neumaier's example)", () => {
    expect(compensatedSum([1, 1e100, 1, -1e100])).toBe(2);
  });

  it("adds a part of the values, and nothing to 0", () => {
    expect(compensatedSum([1, 2, 3, 4], 1, 3)).toBe(5);
    expect(compensatedSum([])).toBe(0);
  });

  it("agrees with integer arithmetic on cents in any order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e9, max: 1e9 })), (cents) => {
        const exact = cents.reduce((sum, value) => sum + value, 0) / 100;
        const money = cents.map((value) => value / 100);
        expect(compensatedSum(money)).toBeCloseTo(exact, 5);
        expect(compensatedSum(money.toReversed())).toBeCloseTo(exact, 5);
      }),
    );
  });
});

describe("runningSums", () => {
  it("ends with the compensated sum and starts with the first value", () => {
    const sums = runningSums([0.1, 0.2, 0.3, -0.6]);
    expect(sums[0]).toBe(0.1);
    expect(sums[3]).toBe(compensatedSum([0.1, 0.2, 0.3, -0.6]));
    expect(runningSums([])).toHaveLength(0);
  });
});
