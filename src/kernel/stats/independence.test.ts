import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { expectClose } from "../../../tests/support/expect-close";
import { independence } from "./independence";

describe("independence", () => {
  it("agrees with SciPy chi2_contingency on the example of its documentation", () => {
    const test = independence([10, 10, 20, 20, 20, 20], 3)!;
    expectClose(test.statistic, 2.7777777777777777, { rel: 1e-14 });
    expectClose(test.pValue, 0.24935220877729622, { rel: 1e-12 });
    expect(test.df).toBe(2);
    expect(test.isWeak).toBe(false);
  });

  it("agrees with pandas and SciPy on gender by product line of the supermarket file", () => {
    const expected = (
      JSON.parse(readFileSync("../shared/data/reference/supermarket.json", "utf8")) as {
        readonly chi2_gender_by_product_line: Record<"chi2" | "p" | "df", number>;
      }
    ).chi2_gender_by_product_line;
    const [header = "", ...lines] = readFileSync(
      "../shared/data/supermarket/supermarket_Sales.csv",
      "utf8",
    )
      .trim()
      .split(/\r?\n/);
    const names = header.split(",");
    const [gender, product] = [names.indexOf("Gender"), names.indexOf("Product line")];
    const cells = lines.map((line) => line.split(","));
    const kinds = (at: number): readonly string[] => [...new Set(cells.map((row) => row[at]!))];
    const [genders, products] = [kinds(gender), kinds(product)];
    const counts = new Uint32Array(genders.length * products.length);
    for (const row of cells) {
      counts[genders.indexOf(row[gender]!) * products.length + products.indexOf(row[product]!)]!++;
    }
    const test = independence(counts, products.length)!;
    expectClose(test.statistic, expected.chi2, { rel: 1e-12 });
    expectClose(test.pValue, expected.p, { rel: 1e-10 });
    expect(test.df).toBe(expected.df);
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
