import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countForShare, effectiveNumber, gini, lorenz } from "./concentration";
import { runningSums } from "./sum";

const descending = fc
  .array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 60 })
  .filter((list) => list.some((value) => value > 0))
  .map((list) => Float64Array.from(list).sort().reverse());

describe("gini", () => {
  it("is 0 for equals and (n − 1)/n when one has all", () => {
    expect(gini(Float64Array.of(3, 3, 3))).toBe(0);
    expect(gini(Float64Array.of(8, 0, 0, 0))).toBe(0.75);
    expect(gini(Float64Array.of(0, 0))).toBeNaN();
  });

  it("agrees with half the mean absolute difference over the mean (brute force)", () => {
    fc.assert(
      fc.property(descending, (values) => {
        let differences = 0;
        for (const a of values) for (const b of values) differences += Math.abs(a - b);
        const n = values.length;
        const mean = values.reduce((sum, value) => sum + value, 0) / n;
        expect(gini(values)).toBeCloseTo(differences / (2 * n * n * mean), 10);
      }),
    );
  });
});

describe("effectiveNumber", () => {
  it("is n for equals and 1 when one has all", () => {
    expect(effectiveNumber(Float64Array.of(2, 2, 2, 2))).toBe(4);
    expect(effectiveNumber(Float64Array.of(9, 0, 0))).toBe(1);
  });
});

describe("lorenz", () => {
  it("runs from 0 to 1 along the diagonal for equals", () => {
    const shares = lorenz(runningSums(new Float64Array(20).fill(5)), 10);
    shares.forEach((share, i) => {
      expect(share).toBeCloseTo(i / 10, 12);
    });
  });

  it("never falls and never lies above the diagonal of whole members", () => {
    fc.assert(
      fc.property(descending, (values) => {
        const shares = lorenz(runningSums(values), 10);
        expect(shares[0]).toBe(0);
        expect(shares[10]).toBe(1);
        for (let i = 1; i <= 10; i++)
          expect(shares[i]!).toBeGreaterThanOrEqual(shares[i - 1]! - 1e-12);
      }),
    );
  });
});

describe("countForShare", () => {
  it("includes the member that crosses the share", () => {
    const running = runningSums(Float64Array.of(50, 30, 20));
    expect(countForShare(running, 0)).toBe(0);
    expect(countForShare(running, 0.5)).toBe(1);
    expect(countForShare(running, 0.51)).toBe(2);
    expect(countForShare(running, 0.8)).toBe(2);
    expect(countForShare(running, 1)).toBe(3);
  });

  it("does not depend on the unit of money", () => {
    fc.assert(
      fc.property(descending, fc.constantFrom(0.1, 0.01, 3, 1e6), (values, k) => {
        const one = countForShare(runningSums(values), 0.8);
        expect(countForShare(runningSums(values.map((value) => value * k)), 0.8)).toBe(one);
      }),
    );
  });
});
