import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { risingBlocks } from "./isotonic";

const groups = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 9 })), {
  minLength: 1,
  maxLength: 12,
});

/** Max–min formula: the least over what ends here or later of the mean … the largest over the beginnings. */
function byMaxMin(sums: Float64Array, weights: Float64Array, at: number): number {
  const total = (values: Float64Array, from: number, to: number): number =>
    values.subarray(from, to + 1).reduce((sum, value) => sum + value, 0);
  let most = -Infinity;
  for (let from = 0; from <= at; from++) {
    let least = Infinity;
    for (let to = at; to < sums.length; to++) {
      least = Math.min(least, total(sums, from, to) / total(weights, from, to));
    }
    most = Math.max(most, least);
  }
  return most;
}

describe("risingBlocks", () => {
  it("agrees with the max–min formula (Barlow et al. 1972, 1.4)", () => {
    fc.assert(
      fc.property(groups, (made) => {
        const sums = Float64Array.from(made, ([sum]) => sum);
        const weights = Float64Array.from(made, ([, weight]) => weight);
        for (const { from, to, mean } of risingBlocks(sums, weights)) {
          for (let at = from; at < to; at++) {
            const exact = byMaxMin(sums, weights, at);
            if (exact === 0) expect(mean).toBe(0);
            else expectClose(mean, exact, { rel: 1e-12 });
          }
        }
      }),
    );
  });

  it("holds every group once, with means that strictly rise", () => {
    fc.assert(
      fc.property(groups, (made) => {
        const blocks = risingBlocks(
          Float64Array.from(made, ([sum]) => sum),
          Float64Array.from(made, ([, weight]) => weight),
        );
        expect(blocks[0]?.from).toBe(0);
        expect(blocks.at(-1)?.to).toBe(made.length);
        blocks.slice(1).forEach(({ from, mean }, before) => {
          expect(from).toBe(blocks[before]!.to);
          expect(mean).toBeGreaterThan(blocks[before]!.mean);
        });
      }),
    );
  });
});
