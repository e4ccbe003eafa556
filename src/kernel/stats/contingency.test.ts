import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { homogeneity } from "./contingency";

describe("homogeneity", () => {
  it("agrees with SciPy 1.17 chi2_contingency without correction", () => {
    const test = homogeneity([
      [
        [10, 20, 30],
        [6, 9, 17],
        [25, 14, 8],
      ],
    ])!;
    expectClose(test.chi2, 22.935632496810104, { rel: 1e-12 });
    expect(test.df).toBe(4);
    expectClose(test.p, 0.00013043107593676932, { rel: 1e-9 });
  });

  it("leaves empty rows and columns out, and adds tables up", () => {
    const one = homogeneity([
      [
        [10, 0, 30],
        [6, 0, 17],
        [0, 0, 0],
      ],
    ])!;
    const plain = homogeneity([
      [
        [10, 30],
        [6, 17],
      ],
    ])!;
    expect(one).toEqual(plain);
    const both = homogeneity([
      [
        [10, 30],
        [6, 17],
      ],
      [
        [1, 2],
        [2, 1],
      ],
    ])!;
    expect(both.df).toBe(2);
    expectClose(both.chi2, plain.chi2 + 2 / 3, { rel: 1e-12 });
  });

  it("finds nothing in rows that are alike, in any order", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 5 }),
        fc.integer({ min: 1, max: 9 }),
        (row, factor) => {
          const test = homogeneity([[row, row.map((count) => count * factor)]])!;
          expect(test.chi2).toBeLessThan(1e-9);
          expect(test.p).toBeGreaterThan(0.999);
        },
      ),
    );
  });

  it("has nothing to say of less than two rows and columns", () => {
    expect(homogeneity([])).toBeNull();
    expect(homogeneity([[[1, 2]], [[3], [4]]])).toBeNull();
  });
import { independence } from "./contingency";

describe("independence", () => {
  it("agrees with SciPy chi2_contingency on the example of its documentation", () => {
    const test = independence([10, 10, 20, 20, 20, 20], 3)!;
    expectClose(test.statistic, 2.7777777777777777, { rel: 1e-14 });
    expectClose(test.pValue, 0.24935220877729622, { rel: 1e-12 });
    expect(test.df).toBe(2);
    expect(test.isWeak).toBe(false);
  });

  it("is the square of the normal deviate on a table of two by two, with V the correlation", () => {
    // (30·40 − 10·20)² · 100 / (40·60·50·50)
    const test = independence([30, 10, 20, 40], 2)!;
    expectClose(test.statistic, (1000 ** 2 * 100) / (40 * 60 * 50 * 50), { rel: 1e-14 });
    expectClose(test.effect, 1000 / Math.sqrt(40 * 60 * 50 * 50), { rel: 1e-14 });
    for (const z of test.residuals) expectClose(z * z, test.statistic, { rel: 1e-12 });
  });

  it("leaves out what has no count, and has nothing to say of one row", () => {
    const whole = independence([30, 10, 20, 40], 2)!;
    const padded = independence([30, 0, 10, 0, 0, 0, 20, 0, 40], 3)!;
    expect(padded.df).toBe(1);
    expectClose(padded.statistic, whole.statistic, { rel: 1e-14 });
    expect(independence([3, 4, 0, 0], 2)).toBeNull();
    expect(independence([3, 0, 4, 0], 2)).toBeNull();
    expect(independence([], 2)).toBeNull();
  });

  it("warns of expected counts below five", () => {
    expect(independence([3, 4, 5, 3], 2)!.isWeak).toBe(true);
  });

  it("finds nothing in proportional rows, and V = 1 in a diagonal", () => {
    expect(independence([10, 20, 30, 20, 40, 60], 3)!.statistic).toBeCloseTo(0, 12);
    expectClose(independence([7, 0, 0, 0, 9, 0, 0, 0, 4], 3)!.effect, 1, { rel: 1e-14 });
  });

  it("does not depend on which attribute stands in the rows, and grows with n", () => {
    const counts = fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(counts, (cells) => {
        const turned = [0, 3, 1, 4, 2, 5].map((at) => cells[at]!);
        const [one, two] = [independence(cells, 3)!, independence(turned, 2)!];
        const triple = independence(
          cells.map((count) => 3 * count),
          3,
        )!;
        expect(two.statistic).toBeCloseTo(one.statistic, 9);
        expect(triple.statistic).toBeCloseTo(3 * one.statistic, 9);
        expect(triple.effect).toBeCloseTo(one.effect, 9);
      }),
    );
  });
});
