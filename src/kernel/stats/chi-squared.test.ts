import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { chiSquaredUpper } from "./chi-squared";
import { normalTwoSided } from "./normal";

describe("chiSquaredUpper", () => {
  it("is the normal tail for one degree of freedom", () => {
    for (const z of [0.01, 0.5, 1, 1.96, 4, 7]) {
      expectClose(chiSquaredUpper(z * z, 1), normalTwoSided(z), { rel: 1e-12 });
    }
  });

  it("is the exponential law for two degrees of freedom, far into the tail", () => {
    for (const x of [0.001, 1, 5, 40, 1200]) {
      expectClose(chiSquaredUpper(x, 2), Math.exp(-x / 2), { rel: 1e-12 });
    }
  });

  it("is a finite sum for an even number of degrees of freedom", () => {
    for (const [x, half] of [
      [3, 2],
      [9.5, 4],
      [60, 10],
    ] as const) {
      let term = 1;
      let sum = 1;
      for (let k = 1; k < half; k++) sum += term *= x / 2 / k;
      expectClose(chiSquaredUpper(x, 2 * half), Math.exp(-x / 2) * sum, { rel: 1e-12 });
    }
  });

  it("is 1 at nothing and unknown for an unknown", () => {
    expect(chiSquaredUpper(0, 3)).toBe(1);
    expect(chiSquaredUpper(NaN, 3)).toBeNaN();
  });
});
