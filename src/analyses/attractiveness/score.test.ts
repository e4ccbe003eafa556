import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { scaled, standing, WEIGHT_PLAY, weightedScores } from "./score";

const share = fc.integer({ min: 0, max: 20 }).map((value) => value / 20);
const CRITERIA = 3;
const GROUPS = 4;
const anyValues = fc.array(fc.array(share, { minLength: GROUPS, maxLength: GROUPS }), {
  minLength: CRITERIA,
  maxLength: CRITERIA,
});
const anyWeights = fc.array(fc.integer({ min: 1, max: 20 }), {
  minLength: CRITERIA,
  maxLength: CRITERIA,
});

/** Every corner of the box of weights, by brute force. */
function corners(weights: readonly number[], play: number): number[][] {
  return Array.from({ length: 2 ** weights.length }, (_, mask) =>
    weights.map((weight, c) => weight * (((mask >> c) & 1) === 1 ? 1 + play : 1 - play)),
  );
}

describe("scaled", () => {
  it("runs from the worst group to the best, the other way round for costs, a half for all alike", () => {
    expect(scaled([10, 30, 20], false)).toEqual([0, 1, 0.5]);
    expect(scaled([10, 30, 20], true)).toEqual([1, 0, 0.5]);
    expect(scaled([7, 7], true)).toEqual([0.5, 0.5]);
  });
});

describe("standing", () => {
  it("ranks by the weighted mean, by hand", () => {
    const values = [
      [1, 0, 0.5],
      [0, 1, 0.5],
    ];
    const { scores, ranks, holdsTo, rival } = standing(values, [3, 1]);
    expect(scores).toEqual([0.75, 0.25, 0.5]);
    expect(ranks).toEqual([1, 3, 2]);
    // 3·½ against 1·½: even when the first loses half of itself and the other gains half
    expectClose(holdsTo, 0.5, { rel: 1e-12 });
    // both others draw level there; the better one is named
    expect(rival).toBe(2);
  });

  it("gives ranks that no weights within the play pass: every corner and the middle", () => {
    fc.assert(
      fc.property(anyValues, anyWeights, (values, weights) => {
        const { bestRanks, worstRanks, ranks } = standing(values, weights);
        const tried = [...corners(weights, WEIGHT_PLAY * 0.999), weights].map((own) => {
          const scores = weightedScores(values, own);
          return scores.map((score) => 1 + scores.filter((other) => other > score + 1e-9).length);
        });
        for (let group = 0; group < GROUPS; group++) {
          for (const one of tried) {
            expect(one[group]).toBeGreaterThanOrEqual(bestRanks[group]!);
            expect(one[group]).toBeLessThanOrEqual(worstRanks[group]!);
          }
        }
        expect([...ranks].sort()).toEqual([1, 2, 3, 4]);
      }),
    );
  });

  it("is exact between two groups: what it says can happen does at some corner", () => {
    const pair = fc.array(fc.array(share, { minLength: 2, maxLength: 2 }), {
      minLength: CRITERIA,
      maxLength: CRITERIA,
    });
    fc.assert(
      fc.property(pair, anyWeights, (values, weights) => {
        const { bestRanks, worstRanks } = standing(values, weights);
        const tried = corners(weights, WEIGHT_PLAY).map((own) => {
          const [a = Number.NaN, b = Number.NaN] = weightedScores(values, own);
          return b > a + 1e-9 ? 2 : 1;
        });
        expect(bestRanks[0]).toBe(Math.min(...tried));
        expect(worstRanks[0]).toBe(Math.max(...tried));
      }),
    );
  });

  it("lets the first hold exactly as far as no corner of the box takes its lead", () => {
    fc.assert(
      fc.property(anyValues, anyWeights, (values, weights) => {
        const { ranks, holdsTo } = standing(values, weights);
        const first = ranks.indexOf(1);
        const leads = (play: number): boolean =>
          corners(weights, play).every((own) => {
            const scores = weightedScores(values, own);
            return scores.every((score) => score <= scores[first]! + 1e-9);
          });
        expect(leads(holdsTo * 0.999)).toBe(true);
        if (holdsTo < 0.99) expect(leads(Math.min(1, holdsTo + 0.01))).toBe(false);
      }),
    );
  });

  it("does not change when all weights are multiplied", () => {
    fc.assert(
      fc.property(anyValues, anyWeights, (values, weights) => {
        const tenfold = standing(
          values,
          weights.map((weight) => weight * 10),
        );
        expect(tenfold.ranks).toEqual(standing(values, weights).ranks);
      }),
    );
  });
});
