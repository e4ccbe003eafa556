import { describe, expect, it } from "vitest";
import { hypergeometric } from "./hypergeometric";

describe("hypergeometric", () => {
  // mpmath 1.3, 30 digits
  it.each([
    { a: 0.5, b: 1.2, c: 2.3, z: 0.1, value: 1.027478254948926 },
    { a: 2.2426, b: 4.4259, c: 4.2188, z: 0.48, value: 4.700344408089508 },
    { a: 29.24, b: 31.4, c: 31.2, z: 0.45, value: 43774155.630917586 },
    { a: 0.2426, b: 2.4259, c: 2.2188, z: 0.999, value: 11.063693899662851 },
    { a: 5.2, b: 7.4, c: 7.1, z: 0.9, value: 289969.72228294853 },
    { a: 0.3, b: 0.3, c: -0.5, z: 0.3, value: 0.90436113013285742 },
  ])("agrees with mpmath at ($a, $b; $c; $z)", ({ a, b, c, z, value }) => {
    expect(Math.abs(hypergeometric(a, b, c, z) / value - 1)).toBeLessThan(1e-12);
  });

  it("is −ln(1 − z)/z for (1, 1; 2) and 1 at z = 0", () => {
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 14);
    expect(hypergeometric(3, 4, 5, 0)).toBe(1);
  });

  it("refuses what its series cannot say", () => {
    expect(() => hypergeometric(1, 1, 2, 1)).toThrow(/out of range/);
    expect(() => hypergeometric(1, 1, 0, 0.5)).toThrow(/out of range/);
  });
});
