import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import {
  inverseOf,
  johnsonParts,
  shapleyParts,
  subsetRSquared,
  symmetricEigen,
} from "./relative-importance";

/** Three numbers of a correlation matrix that is always one: from three vectors. */
const THREE = fc.array(
  fc.integer({ min: -1000, max: 1000 }).map((x) => x / 1000),
  { minLength: 12, maxLength: 12 },
);

function matrixOf(numbers: readonly number[]): { r: Float64Array; y: Float64Array } | null {
  const vectors = [0, 1, 2, 3].map((v) => numbers.slice(v * 3, v * 3 + 3));
  const lengths = vectors.map((vector) => Math.hypot(...vector));
  if (lengths.some((length) => length < 0.2)) return null;
  const dot = (a: number, b: number): number =>
    vectors[a]!.reduce((sum, x, k) => sum + x * vectors[b]![k]!, 0) / lengths[a]! / lengths[b]!;
  const r = Float64Array.from({ length: 9 }, (_, k) => dot(Math.floor(k / 3), k % 3));
  return { r, y: Float64Array.from([0, 1, 2], (j) => 0.9 * dot(j, 3)) };
}

describe("subsetRSquared and shapleyParts", () => {
  it("agree with the regression on one and two drivers in closed form", () => {
    const [r12, r1, r2] = [0.3, 0.5, 0.6];
    const subsets = subsetRSquared(Float64Array.of(1, r12, r12, 1), Float64Array.of(r1, r2));
    const both = (r1 ** 2 + r2 ** 2 - 2 * r1 * r2 * r12) / (1 - r12 ** 2);
    expect(subsets[0]).toBe(0);
    expectClose(subsets[1]!, r1 ** 2, { rel: 1e-12 });
    expectClose(subsets[2]!, r2 ** 2, { rel: 1e-12 });
    expectClose(subsets[3]!, both, { rel: 1e-12 });
    const [one, two] = shapleyParts(subsets, 2);
    expectClose(one!, (r1 ** 2 + both - r2 ** 2) / 2, { rel: 1e-12 });
    expectClose(one! + two!, both, { rel: 1e-12 });
  });

  it("add up to R² of all, and never fall as drivers are added", () => {
    fc.assert(
      fc.property(THREE, (numbers) => {
        const made = matrixOf(numbers);
        fc.pre(made !== null);
        const { r, y } = made;
        const subsets = subsetRSquared(r, y);
        const parts = shapleyParts(subsets, 3);
        expect(parts[0]! + parts[1]! + parts[2]!).toBeCloseTo(subsets[7]!, 9);
        for (let mask = 0; mask < 8; mask++) {
          for (let j = 0; j < 3; j++) {
            expect(subsets[mask | (1 << j)]!).toBeGreaterThanOrEqual(subsets[mask]! - 1e-6);
          }
        }
      }),
    );
  });
});

describe("johnsonParts", () => {
  it("agrees with NumPy on four blocks of the ECSI survey", () => {
    const blocks = ["IMAG", "CUEX", "PERQ", "PERV", "CUSA"];
    const [head = "", ...lines] = readFileSync("../shared/data/satisfaction/mobi_ecsi.csv", "utf8")
      .replaceAll('"', "")
      .trim()
      .split(/\r?\n/);
    const names = head.split(",");
    const means = lines.map((line) => {
      const cells = line.split(",").map(Number);
      return blocks.map((block) => {
        const own = cells.filter((_, k) => names[k]!.startsWith(block) && names[k] !== "CUSCO");
        return own.reduce((sum, x) => sum + x, 0) / own.length;
      });
    });
    const mean = (j: number): number => means.reduce((sum, row) => sum + row[j]!, 0) / means.length;
    const cov = (i: number, j: number): number =>
      means.reduce((sum, row) => sum + (row[i]! - mean(i)) * (row[j]! - mean(j)), 0);
    const cor = (i: number, j: number): number => cov(i, j) / Math.sqrt(cov(i, i) * cov(j, j));
    const r = Float64Array.from({ length: 16 }, (_, k) => cor(Math.floor(k / 4), k % 4));
    const y = Float64Array.from([0, 1, 2, 3], (j) => cor(j, 4));
    const expected = (
      JSON.parse(readFileSync("../shared/data/reference/csi_mobi.json", "utf8")) as {
        drivers_of_satisfaction_block_means: Readonly<
          Record<"johnson_relative_weights" | "lmg_shapley_r2", readonly number[]>
        >;
      }
    ).drivers_of_satisfaction_block_means;
    const johnson = johnsonParts(r, y);
    const shapley = shapleyParts(subsetRSquared(r, y), 4);
    [0, 1, 2, 3].forEach((j) => {
      expectClose(johnson[j]!, expected.johnson_relative_weights[j]!, { rel: 1e-9 });
      expectClose(shapley[j]!, expected.lmg_shapley_r2[j]!, { rel: 1e-9 });
    });
  });
});

describe("symmetricEigen and inverseOf", () => {
  it("take a matrix apart and turn it round", () => {
    const m = Float64Array.of(4, 1, 0.5, 1, 3, -0.2, 0.5, -0.2, 2);
    const { values, vectors } = symmetricEigen(m, 3);
    const inverse = inverseOf(m, 3)!;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let [again, unit] = [0, 0];
        for (let k = 0; k < 3; k++) {
          again += vectors[i * 3 + k]! * values[k]! * vectors[j * 3 + k]!;
          unit += m[i * 3 + k]! * inverse[k * 3 + j]!;
        }
        expect(again).toBeCloseTo(m[i * 3 + j]!, 10);
        expect(unit).toBeCloseTo(i === j ? 1 : 0, 12);
      }
    }
    expect(inverseOf(Float64Array.of(1, 1, 1, 1), 2)).toBeNull();
  });
});
