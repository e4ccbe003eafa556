import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../../tests/support/expect-close";
import { productLimit, timeByShare } from "./product-limit";

/** Miller's leukaemia remissions, the maintained group of R's `survival::aml`. */
const DURATIONS = [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161];
const OBSERVED = [1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0];

describe("productLimit", () => {
  it("agrees with R survival::survfit on the maintained group of aml", () => {
    const { times, survival, atRisk } = productLimit(DURATIONS, OBSERVED);
    expect([...times]).toEqual([9, 13, 18, 23, 31, 34, 48]);
    expect([...atRisk]).toEqual([11, 10, 8, 7, 5, 4, 2]);
    [
      10 / 11,
      9 / 11,
      (9 / 11) * (7 / 8),
      0.61363636363636,
      0.49090909090909,
      0.36818181818182,
      0.18409090909091,
    ].forEach((expected, i) => {
      expectClose(survival[i]!, expected, { rel: 1e-12 });
    });
    expect(timeByShare(productLimit(DURATIONS, OBSERVED), 0.5)).toBe(31);
  });

  it("is the share that is left when nothing is censored", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1 }), (durations) => {
        const limit = productLimit(durations, new Uint8Array(durations.length).fill(1));
        limit.times.forEach((time, i) => {
          const left = durations.filter((duration) => duration > time).length / durations.length;
          expect(limit.survival[i]).toBeCloseTo(left, 12);
        });
      }),
    );
  });

  it("stays at one while nobody is through", () => {
    const limit = productLimit([3, 5], [0, 0]);
    expect(limit.times.length).toBe(0);
    expect(timeByShare(limit, 0.5)).toBeNull();
    expect(timeByShare(productLimit([1, 2, 3, 4], [1, 1, 1, 1]), 0.5)).toBe(2.5);
  });
});
