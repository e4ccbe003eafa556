import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../tests/support/expect-close";
import { proportionTrend, type OrderedShare } from "./proportion-trend";

const sharesOf = (successes: number[], trials: number[], scores: number[]): OrderedShare[] =>
  successes.map((value, i) => ({ successes: value, trials: trials[i]!, score: scores[i]! }));

describe("Cochran–Armitage", () => {
  it.each([
    // the smokers of ?prop.trend.test
    [
      [83, 90, 129, 70],
      [86, 93, 136, 82],
      [1, 2, 3, 4],
      8.224922285197735,
      0.004131897477641437,
      -0.033415626412601429,
    ],
    [
      [12, 30, 25, 60, 41],
      [100, 180, 160, 300, 170],
      [0, 1, 2, 4, 7],
      7.512789188108003,
      0.006126243169173992,
      0.015394712601326459,
    ],
  ])("agrees with R 4.2 prop.trend.test and lm with weights: %j", (...given) => {
    const [successes, trials, scores, chi2, p, slope] = given;
    const trend = proportionTrend(sharesOf(successes, trials, scores))!;
    expectClose(trend.z ** 2, chi2, { rel: 1e-12 });
    expectClose(trend.p, p, { rel: 1e-11 });
    expectClose(trend.slope, slope, { rel: 1e-12 });
    expect(Math.sign(trend.z)).toBe(Math.sign(slope));
  });

  it("says nothing without a spread of scores or of outcomes", () => {
    expect(proportionTrend([])).toBeNull();
    expect(proportionTrend(sharesOf([1, 2], [4, 4], [3, 3]))).toBeNull();
    expect(proportionTrend(sharesOf([0, 0], [4, 4], [1, 2]))).toBeNull();
    expect(proportionTrend(sharesOf([4, 4], [4, 4], [1, 2]))).toBeNull();
  });

  it("does not depend on where the scores begin, nor on the order of the groups", () => {
    const group = fc.record({ successes: fc.nat(20), more: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(group, { minLength: 2, maxLength: 8 }), (groups) => {
        const shares = groups.map(({ successes, more }, score) => ({
          score,
          successes,
          trials: successes + more,
        }));
        const here = proportionTrend(shares);
        const there = proportionTrend(
          shares.map((share) => ({ ...share, score: share.score + 2000 })).reverse(),
        );
        if (here === null || there === null) expect(there).toBe(here);
        else expect(there.z).toBeCloseTo(here.z, 9);
      }),
    );
  });
});
