import { describe, expect, it } from "vitest";
import { minimize, type SmoothFunction } from "./minimize";

const rosenbrock: SmoothFunction = (at, gradient) => {
  const [x, y] = [at[0]!, at[1]!];
  gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
  gradient[1] = 200 * (y - x * x);
  return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
};

describe("minimize", () => {
  it("walks Rosenbrock's valley to (1, 1)", () => {
    const { point, converged } = minimize(rosenbrock, [-1.2, 1]);
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(1, 6);
    expect(point[1]).toBeCloseTo(1, 6);
  });

  it("steps back from where the function does not exist", () => {
    // x − ln x on x > 0, least at 1
    const f: SmoothFunction = (at, gradient) => {
      gradient[0] = 1 - 1 / at[0]!;
      return at[0]! > 0 ? at[0]! - Math.log(at[0]!) : Infinity;
    };
    const { point, converged } = minimize(f, [8]);
    expect(converged).toBe(true);
    expect(point[0]).toBeCloseTo(1, 6);
  });

  it("says when it gave up", () => {
    expect(minimize(rosenbrock, [-1.2, 1], { maxSteps: 3 }).converged).toBe(false);
  });

  it("leaves the start alone", () => {
    const start = new Float64Array([-1.2, 1]);
    minimize(rosenbrock, start);
    expect([...start]).toEqual([-1.2, 1]);
  });
});
