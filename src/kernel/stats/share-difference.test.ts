import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shareDifference } from "./share-difference";

describe("shareDifference", () => {
  it("agrees with Newcombe 1998, table II, method 10", () => {
    const examples = [
      [56, 70, 48, 80, 0.0524, 0.3339],
      [9, 10, 3, 10, 0.1705, 0.809],
      [6, 7, 2, 7, 0.0582, 0.8062],
      [5, 56, 0, 29, -0.0381, 0.1926],
      [0, 10, 0, 10, -0.2775, 0.2775],
      [10, 10, 0, 10, 0.6075, 1],
    ] as const;
    for (const [a, m, b, n, low, high] of examples) {
      const found = shareDifference({ hits: a, size: m }, { hits: b, size: n });
      expect(found.low).toBeCloseTo(low, 4);
      expect(found.high).toBeCloseTo(high, 4);
    }
  });

  it("changes its sign with the order, and holds the difference itself", () => {
    const share = fc
      .integer({ min: 1, max: 500 })
      .chain((size) => fc.record({ size: fc.constant(size), hits: fc.nat(size) }));
    fc.assert(
      fc.property(share, share, (one, other) => {
        const [there, back] = [shareDifference(one, other), shareDifference(other, one)];
        expect(there.low).toBeCloseTo(-back.high, 12);
        expect(there.low).toBeLessThanOrEqual(there.value + 1e-12);
        expect(there.high).toBeGreaterThanOrEqual(there.value - 1e-12);
        expect(Math.abs(there.low)).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });
});
