import { describe, expect, it } from "vitest";
import { gaussLegendre } from "./quadrature";

const integral = (
  { nodes, weights }: { nodes: Float64Array; weights: Float64Array },
  f: (x: number) => number,
): number => nodes.reduce((sum, x, i) => sum + weights[i]! * f(x), 0);

describe("gaussLegendre", () => {
  it.each([1, 2, 5, 12, 33])("with %i nodes is exact for x^(2n−1) on 0..1", (n) => {
    const degree = 2 * n - 1;
    expect(integral(gaussLegendre(n), (x) => x ** degree)).toBeCloseTo(1 / (degree + 1), 14);
  });

  it("integrates e^−8x with 12 nodes to 14 digits", () => {
    expect(integral(gaussLegendre(12), (x) => Math.exp(-8 * x))).toBeCloseTo(
      -Math.expm1(-8) / 8,
      14,
    );
  });
});
