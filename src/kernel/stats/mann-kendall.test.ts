import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { mannKendall } from "./mann-kendall";

/** Share of all orders of the values of each season that give a sum at least as far from zero. */
function byBruteForce(seasons: readonly (readonly number[])[], s: number): number {
  let sums = [0];
  for (const season of seasons) {
    const own = permutations(season).map((values) => mannKendall([values])?.s ?? 0);
    sums = sums.flatMap((sum) => own.map((part) => sum + part));
  }
  return sums.filter((sum) => Math.abs(sum) >= Math.abs(s)).length / sums.length;
}

function permutations(values: readonly number[]): number[][] {
  if (values.length <= 1) return [[...values]];
  return values.flatMap((value, i) =>
    permutations([...values.slice(0, i), ...values.slice(i + 1)]).map((rest) => [value, ...rest]),
  );
}

describe("Mann–Kendall", () => {
  it.each([
    [[10.3, 12.1, 11.7, 15.2, 14.8, 18.9, 17.3, 21.4], 22, 0.005505952380952381],
    [[5, 3, 4, 2, 1, 0.5, 0.7, 0.2, 0.1, 6], -23, 0.04662257495590829],
    [[3, 1, 2, 5, 4], 4, 0.48333333333333334],
  ])("agrees with SciPy 1.17 kendalltau, exact: %j", (values, s, p) => {
    const test = mannKendall([values])!;
    expect(test.isExact).toBe(true);
    expect(test.s).toBe(s);
    expectClose(test.p, p, { rel: 1e-12 });
  });

  it("takes off what equal values leave of the variance, and one for continuity", () => {
    const test = mannKendall([[3, 3, 2, 5, 5, 5, 1, 7, 8, 8, 9, 4]])!;
    expect(test.isExact).toBe(false);
    expect([test.s, test.variance]).toEqual([31, 207]);
    // 2 × norm.sf(30 / sqrt(207)), SciPy 1.17
    expectClose(test.p, 0.03705621856411893, { rel: 1e-9 });
  });

  it("is exact over seasons: all orders of each, by brute force", () => {
    for (const seasons of [
      [
        [3, 2, 1],
        [5, 4, 6],
        [9, 7, 8, 6],
      ],
      [
        [1, 2],
        [4, 3],
        [5, 6, 7],
      ],
    ]) {
      const test = mannKendall(seasons)!;
      expectClose(test.p, byBruteForce(seasons, test.s), { rel: 1e-12 });
    }
  });

  it("sees no trend in what comes back every year, where the plain test would see one", () => {
    // falls all through the year; the next year is the same and a little more
    const year = [12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1];
    const two = [...year, ...year.map((value) => value + 0.5)];
    const seasonal = mannKendall(year.map((value) => [value, value + 0.5]))!;
    expect(seasonal.s).toBe(12);
    expect(mannKendall([two])!.s).toBeLessThan(0);
  });

  it("turns with the values, and knows nothing of their scale", () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 6 }), { maxLength: 5 }),
        (seasons) => {
          const test = mannKendall(seasons);
          const turned = mannKendall(seasons.map((values) => values.map((value) => -3 * value)));
          if (test === null) {
            expect(turned).toBeNull();
            return;
          }
          expect(turned!.s + test.s).toBe(0);
          expect(turned!.p).toBe(test.p);
          expect(test.p).toBeGreaterThanOrEqual(0);
          expect(test.p).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it("has nothing to say without two values of a season, and p = 1 when all are equal", () => {
    expect(mannKendall([[1], [2], []])).toBeNull();
    expect(mannKendall([[2, 2, 2]])!.p).toBe(1);
  });
});
