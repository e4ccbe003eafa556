import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { kruskalWallis } from "./kruskal-wallis";
import { ascendingOrder, averageRanks } from "./rank";

const compared = (...groups: readonly (readonly number[])[]) => {
  const values = Float64Array.from(groups.flat());
  const groupOf = Int32Array.from(groups.flatMap((group, place) => group.map(() => place)));
  return kruskalWallis(values, ascendingOrder(values), groupOf, groups.length);
};

describe("kruskalWallis", () => {
  it("agrees with SciPy stats.kruskal on the examples of its documentation", () => {
    const two = compared([1, 3, 5, 7, 9], [2, 4, 6, 8, 10])!;
    expectClose(two.statistic, 0.2727272727272734, { rel: 1e-12 });
    expectClose(two.pValue, 0.6015081344405895, { rel: 1e-12 });
    const tied = compared([1, 1, 1], [2, 2, 2], [2, 2])!;
    expectClose(tied.statistic, 7, { rel: 1e-12 });
    expectClose(tied.pValue, 0.0301973834223185, { rel: 1e-12 });
    expect(tied).toMatchObject({ df: 2, n: 8, groups: 3 });
    expectClose(tied.effect, 1, { rel: 1e-12 });
  });

  it("has nothing to say of one group or of equal values", () => {
    expect(compared([1, 2, 3])).toBeNull();
    expect(compared([1, 2, 3], [])).toBeNull();
    expect(compared([4, 4], [4])).toBeNull();
    expect(compared()).toBeNull();
  });

  const group = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 12 });

  it("is the textbook sum of squared rank sums over the correction for ties", () => {
    fc.assert(
      fc.property(group, group, group, (a, b, c) => {
        const values = Float64Array.from([...a, ...b, ...c]);
        const ranks = averageRanks(values);
        const n = values.length;
        const counts = [...new Set(values)].map((v) => values.filter((w) => w === v).length);
        const correction = 1 - counts.reduce((sum, t) => sum + t ** 3 - t, 0) / (n ** 3 - n);
        const test = compared(a, b, c);
        if (correction < 1e-9) {
          expect(test).toBeNull();
          return;
        }
        let from = 0;
        let sum = 0;
        for (const { length } of [a, b, c]) {
          sum += ranks.slice(from, from + length).reduce((s, r) => s + r, 0) ** 2 / length;
          from += length;
        }
        const h = ((12 / (n * (n + 1))) * sum - 3 * (n + 1)) / correction;
        expect(test!.statistic).toBeCloseTo(h, 8);
      }),
    );
  });

  it("knows nothing of values that are left out, nor of the scale", () => {
    fc.assert(
      fc.property(group, group, group, (a, b, left) => {
        const values = Float64Array.from([...a, ...left, ...b], (value) => value * 7 - 3);
        const groupOf = Int32Array.from([
          ...a.map(() => 0),
          ...left.map(() => -1),
          ...b.map(() => 1),
        ]);
        const some = kruskalWallis(values, ascendingOrder(values), groupOf, 2);
        const own = compared(a, b);
        if (own === null) expect(some).toBeNull();
        else expect(some!.statistic).toBeCloseTo(own.statistic, 9);
      }),
    );
  });
});
