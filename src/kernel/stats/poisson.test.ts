import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { poissonInterval, poissonTail } from "./poisson";

describe("poissonInterval", () => {
  it("agrees with R poisson.test", () => {
    // qgamma(0.025, k), qgamma(0.975, k + 1)
    for (const [count, low, high] of [
      [1, 0.025317807984289897, 5.571643390938898],
      [5, 1.623486390122462, 11.66833208017937],
      [10, 4.795388692733161, 18.39035604331209],
    ] as const) {
      expectClose(poissonInterval(count).low, low, { rel: 1e-9 });
      expectClose(poissonInterval(count).high, high, { rel: 1e-9 });
    }
    expect(poissonInterval(0).low).toBe(0);
    expectClose(poissonInterval(0).high, -Math.log(0.025), { rel: 1e-9 });
  });

  it("has a tail that sums the chances from the count on", () => {
    expectClose(poissonTail(1, 2), 1 - Math.exp(-2), { rel: 1e-12 });
    expectClose(poissonTail(3, 2), 1 - Math.exp(-2) * (1 + 2 + 2), { rel: 1e-12 });
    expect(poissonTail(0, 3)).toBe(1);
    expect(poissonTail(2, 0)).toBe(0);
  });

  it("gives the sum of all chances, whichever side of the mean the count is on", () => {
    for (const mean of [0.3, 7, 40.5, 300, 900]) {
      for (const count of [1, 5, 40, 41, 280, 310, 880, 1000]) {
        let below = 0;
        for (let k = 0; k < count; k++)
          below += Math.exp(k * Math.log(mean) - mean - logFactorial(k));
        expect(Math.abs(poissonTail(count, mean) - Math.max(0, 1 - below))).toBeLessThan(1e-11);
      }
    }
  });

  it("agrees with the normal limit for a count of a hundred thousand, at once", () => {
    const { low, high } = poissonInterval(1e5);
    // Wilson & Hilferty 1931: the cube root of a gamma variable is nearly normal, to 1e-8 at this count.
    const cube = (k: number, z: number) => k * (1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;
    expectClose(low, cube(1e5, -1.959963984540054), { rel: 1e-7 });
    expectClose(high, cube(1e5 + 1, 1.959963984540054), { rel: 1e-7 });
  });
});

function logFactorial(n: number): number {
  let sum = 0;
  for (let k = 2; k <= n; k++) sum += Math.log(k);
  return sum;
}
