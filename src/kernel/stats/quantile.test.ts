import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { median, quantileOfOrder, quantileOfSorted, quantiles } from "./quantile";
import { ascendingOrder } from "./rank";

describe("quantiles", () => {
  it("agrees with R quantile(c(1, 2, 4, 8, 16), type = 7)", () => {
    const probabilities = [0, 0.1, 0.25, 0.5, 0.8, 0.9, 1];
    const expected = [1, 1.4, 2, 4, 9.6, 12.8, 16];
    quantiles([16, 8, 4, 2, 1], probabilities).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 12);
    });
  });

  it("gives NumPy's bits for percentile([13, 15], 40): interpolated from the nearer end", () => {
    expect(quantileOfSorted([13, 15], 0.4)).toBe(13 + 2 * 0.4);
    expect(quantileOfSorted([13, 15], 0.6)).toBe(15 - 2 * (1 - 0.6));
  });

  it("is exactly the value between two equal neighbours", () => {
    expect(quantileOfSorted([0.1, 15.36, 15.36, 99], 0.47)).toBe(15.36);
  });

  it("is NaN of nothing and the value of one", () => {
    expect(median([])).toBeNaN();
    expect(median([7])).toBe(7);
    expect(median([1, 2])).toBe(1.5);
  });

  it("stays within the values and rises with the probability", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e12, max: 1e12 }), { minLength: 1 }),
        (drawn) => {
          // -0 is a value like 0, and which of two equal values a quantile names is not said.
          const values = drawn.map((value) => value + 0);
          const found = quantiles(values, [0, 0.2, 0.4, 0.6, 0.8, 1]);
          expect(found[0]).toBe(Math.min(...values) + 0);
          expect(found[5]).toBe(Math.max(...values) + 0);
          for (let i = 1; i < 6; i++)
            expect(found[i]!).toBeGreaterThanOrEqual(found[i - 1]! - 1e-3);
        },
      ),
    );
  });
});

describe("quantileOfOrder", () => {
  it("has the bits of the quantile of a sorted copy", () => {
    const doubles = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true }), { minLength: 1 });
    fc.assert(
      fc.property(doubles, fc.double({ min: 0, max: 1, noNaN: true }), (list, probability) => {
        const values = Float64Array.from(list, (value) => value + 0);
        const found = quantileOfOrder(values, ascendingOrder(values), probability);
        expect(found).toBe(quantileOfSorted(values.toSorted(), probability));
      }),
    );
  });

  it("looks at the positions of the order only", () => {
    expect(quantileOfOrder(Float64Array.of(9, NaN, 1, 5), Uint32Array.of(2, 0), 0.5)).toBe(5);
  });
});
