import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { nelderMead } from "./nelder-mead";

describe("nelderMead", () => {
  it("finds the minimum of Rosenbrock's valley (1960)", () => {
    const valley = (x: Float64Array): number => (1 - x[0]!) ** 2 + 100 * (x[1]! - x[0]! ** 2) ** 2;
    const found = nelderMead(valley, [-1.2, 1], 0.5, 2000);
    expect(found.converged).toBe(true);
    expectClose(found.point[0]!, 1, { rel: 1e-3 });
    expectClose(found.point[1]!, 1, { rel: 1e-3 });
  });

  it("finds the bottom of any bowl, also beside a place that does not exist", () => {
    const place = fc.double({ min: 1, max: 5, noNaN: true });
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        const bowl = ([x, y, z]: Float64Array): number =>
          x! < 0.5 ? Infinity : (x! - a) ** 2 + 2 * (y! - b) ** 2 + 3 * (z! - c) ** 2 + 1;
        const { point, value } = nelderMead(bowl, [1, 1, 1], 1, 2000);
        expectClose(value, 1, { rel: 1e-6 });
        expect(Math.abs(point[0]! - a)).toBeLessThan(1e-3);
      }),
    );
  });

  it("says when it gave up", () => {
    expect(nelderMead((x) => x[0]! ** 2, [100], 1, 5).converged).toBe(false);
  });
});
