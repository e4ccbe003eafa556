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
});
