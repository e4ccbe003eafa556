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
});
