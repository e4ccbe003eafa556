import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../../tests/support/expect-close";
import { seededRng } from "../../base/rng";
import { drawNormal } from "../draw";
import { gapChoice, gapStatistic } from "./gap";
import { kMeans, lloyd } from "./k-means";
import { squaredDistance, type Points } from "./points";
import { silhouettes } from "./silhouette";
import { clusterStability } from "./stability";

function finished<T>(work: Generator<unknown, T, void>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

/** Normal clouds around the given centres of the plane. */
function clouds(centres: readonly (readonly [number, number])[], each: number, seed = 3): Points {
  const rng = seededRng(seed);
  const values = centres.flatMap(([x, y]) =>
    Array.from({ length: each }, () => [x + drawNormal(rng), y + drawNormal(rng)]).flat(),
  );
  return { n: values.length / 2, dimensions: 2, values: Float64Array.from(values) };
}

const three = clouds([[0, 0], [12, 0], [0, 12]], 40); // prettier-ignore

describe("kMeans", () => {
  it("finds clouds that nobody could miss", () => {
    const { labels, converged } = finished(kMeans(three, 3, { starts: 5, rng: seededRng(1) }));
    expect(converged).toBe(true);
    for (let cloud = 0; cloud < 3; cloud++) {
      const own = labels.slice(cloud * 40, cloud * 40 + 40);
      expect(new Set(own).size).toBe(1);
    }
    expect(new Set(labels).size).toBe(3);
  });

  it("ends with each point at its nearest centre and each centre the mean of its points", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.integer({ min: 2, max: 6 }),
        (seed, k) => {
          const points = clouds([[0, 0]], 60, seed);
          const { labels, centres, inertia } = finished(
            kMeans(points, k, { starts: 2, rng: seededRng(seed) }),
          );
          const [sums, counts] = [new Float64Array(2 * k), new Uint32Array(k)];
          let total = 0;
          for (let i = 0; i < 60; i++) {
            const own = squaredDistance(points, i, centres, labels[i]!);
            total += own;
            for (let c = 0; c < k; c++)
              expect(squaredDistance(points, i, centres, c)).toBeGreaterThanOrEqual(own);
            counts[labels[i]!]!++;
            sums[2 * labels[i]!]! += points.values[2 * i]!;
            sums[2 * labels[i]! + 1]! += points.values[2 * i + 1]!;
          }
          expectClose(inertia, total, { rel: 1e-9 });
          sums.forEach((sum, place) => {
            const mean = sum / counts[place >> 1]!;
            expect(Math.abs(mean - centres[place]!)).toBeLessThan(1e-9);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  it("starts a cluster that loses all its points anew", () => {
    const { labels } = lloyd(three, Float64Array.of(0, 0, 12, 0, 500, 500));
    expect(new Set(labels).size).toBe(3);
  });
});

describe("silhouettes", () => {
  it("are as worked by hand on five points of a line", () => {
    const points = { n: 5, dimensions: 1, values: Float64Array.of(0, 1, 5, 6, 20) };
    const labels = Uint8Array.of(0, 0, 1, 1, 2);
    const [found] = finished(silhouettes(points, [{ k: 3, labels }]));
    // point 0: a = 1, b = (5 + 6) / 2; point 1: a = 1, b = (4 + 5) / 2; a point alone: 0
    expectClose(found![0]!, (5.5 - 1) / 5.5, { rel: 1e-12 });
    expectClose(found![1]!, (4.5 - 1) / 4.5, { rel: 1e-12 });
    expect(found![4]).toBe(0);
  });
});

describe("the number of clouds", () => {
  const rng = seededRng(8);
  const found = [1, 2, 3, 4, 5].map((k) => finished(kMeans(three, k, { starts: 10, rng })));

  it("is where the gap says (Tibshirani et al. 2001)", () => {
    const inertias = found.map(({ inertia }) => inertia);
    const gaps = finished(gapStatistic(three, inertias, { references: 10, starts: 4, rng }));
    expect(gapChoice(gaps)).toBe(3);
  });

  it("is found again when points are drawn anew, and a larger one is not", () => {
    const of = (k: number) =>
      finished(clusterStability(three, found[k - 1]!, { draws: 20, starts: 4, rng }));
    expect(Math.min(...of(3))).toBeGreaterThan(0.99);
    expect(Math.min(...of(5))).toBeLessThan(0.75);
  });
});
