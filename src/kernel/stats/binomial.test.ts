import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { binomialLowerTail, binomialUpperTail } from "./binomial";

describe("binomialLowerTail", () => {
  it("agrees with scipy.stats.binom.cdf 1.10 to 1e-12", () => {
    const cases = [
      [0, 10, 0.3, 0.028247524900000005],
      [1, 30, 0.1978, 0.011287871186627198],
      [3, 24, 0.25, 0.11501837051953956],
      [5, 455, 0.2, 1.3075477186761197e-36],
      [400, 455, 0.9, 0.08249678139526073],
      [1, 2, 0.5, 0.75],
      [60, 5000, 0.01, 0.928847941487328],
    ] as const;
    for (const [k, n, p, expected] of cases) {
      expectClose(binomialLowerTail(k, n, p), expected, { rel: 1e-12 });
    }
  });

  it("is 1 when every trial may succeed, and 0 or 1 at the ends of the probability", () => {
    expect(binomialLowerTail(455, 455, 0.5)).toBe(1);
    expect(binomialLowerTail(0, 0, 0.5)).toBe(1);
    expect(binomialLowerTail(2, 5, 0)).toBe(1);
    expect(binomialLowerTail(2, 5, 1)).toBe(0);
  });

  it("splits all outcomes between the tails", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 300 }),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (n, p, where) => {
          const k = Math.floor(where * n);
          const sum = binomialLowerTail(k, n, p) + binomialUpperTail(k + 1, n, p);
          expectClose(sum, 1, { rel: 1e-11 });
        },
      ),
    );
  });
});
