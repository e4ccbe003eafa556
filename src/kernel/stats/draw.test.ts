import { describe, expect, it } from "vitest";
import { seededRng, type Rng } from "../base/rng";
import { drawBeta, drawExponential, drawGamma, drawNormal } from "./draw";

const N = 40_000;

/** Mean and variance of N draws, each within 5 standard errors of what theory says. */
function expectMoments(
  draw: (rng: Rng) => number,
  mean: number,
  variance: number,
  fourth: number,
): void {
  const rng = seededRng(7);
  let [sum, squares] = [0, 0];
  for (let i = 0; i < N; i++) {
    const x = draw(rng) - mean;
    sum += x;
    squares += x * x;
  }
  expect(Math.abs(sum / N)).toBeLessThan(5 * Math.sqrt(variance / N));
  expect(Math.abs(squares / N - variance)).toBeLessThan(
    5 * Math.sqrt((fourth - variance ** 2) / N),
  );
}

describe("draws have the mean and variance of their law", () => {
  it("normal", () => {
    expectMoments(drawNormal, 0, 1, 3);
  });
  it("exponential of rate 2", () => {
    expectMoments((rng) => drawExponential(rng, 2), 0.5, 0.25, 9 / 16);
  });
  it.each([0.3, 1, 4.5])("gamma of shape %f", (shape) => {
    // fourth central moment 3k² + 6k at rate 1
    expectMoments((rng) => drawGamma(rng, shape, 1), shape, shape, 3 * shape ** 2 + 6 * shape);
  });
  it("beta(2, 3)", () => {
    expectMoments((rng) => drawBeta(rng, 2, 3), 0.4, 0.04, 0.04 ** 2 * 3);
  });
});
