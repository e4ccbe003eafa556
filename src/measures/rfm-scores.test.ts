import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RFM_LEVELS, RFM_PRESETS, RFM_SEGMENTS } from "../domain/rule-book";
import { axisRules, axisScores, rfmScoresLike, segmentHolds, type AxisRule } from "./rfm-scores";

const quintile: AxisRule = { method: "quantile", levels: 5, fixedCuts: [], reversed: false };
const hundred = Float64Array.from({ length: 100 }, (_, i) => i + 1);
const countsOf = (scores: Uint8Array): number[] =>
  [1, 2, 3, 4, 5].map((score) => scores.filter((s) => s === score).length);

describe.each(RFM_PRESETS)("the segment map %s", (preset) => {
  it("puts every cell of scores in exactly one segment", () => {
    const levels = RFM_LEVELS[preset];
    let cells = 0;
    for (let r = 1; r <= levels; r++) {
      for (let f = 1; f <= levels; f++) {
        for (let m = 1; m <= levels; m++) {
          const found = RFM_SEGMENTS[preset].filter((segment) => segmentHolds(segment, r, f, m));
          expect(
            found.map((segment) => segment.id),
            `${r}${f}${m}`,
          ).toHaveLength(1);
          cells++;
        }
      }
    }
    expect(cells).toBe({ eleven: 125, eight: 8, three: 27 }[preset]);
  });

  it("leaves no segment without a cell and names each once", () => {
    const segments = RFM_SEGMENTS[preset];
    const levels = Array.from({ length: RFM_LEVELS[preset] }, (_, i) => i + 1);
    for (const segment of segments) {
      const used = levels.some((r) =>
        levels.some((f) => levels.some((m) => segmentHolds(segment, r, f, m))),
      );
      expect(used, segment.id).toBe(true);
    }
    expect(new Set(segments.map((segment) => segment.id)).size).toBe(
      { eleven: 11, eight: 8, three: 27 }[preset],
    );
  });
});

describe("axisScores", () => {
  it("gives five equal classes of distinct values, recency reversed", () => {
    expect(countsOf(axisScores(hundred, quintile).scores)).toEqual([20, 20, 20, 20, 20]);
    const recency = axisScores(hundred, { ...quintile, reversed: true }).scores;
    expect(recency[0]).toBe(5);
    expect(recency[99]).toBe(1);
  });

  it("gives ties one score, by value and by rank", () => {
    const values = Float64Array.of(1, 1, 1, 1, 2, 9);
    const byValue = axisScores(values, quintile).scores;
    expect([...byValue]).toEqual([1, 1, 1, 1, 4, 5]);
    const byRank = axisScores(values, { ...quintile, method: "rank" });
    expect([...byRank.scores]).toEqual([3, 3, 3, 3, 5, 5]);
    expect(byRank.thresholds).toBeNull();
  });

  it("uses two scores for the median and the mean", () => {
    const values = Float64Array.of(1, 2, 3, 100);
    const two = (method: "median" | "mean", levels: 2 | 3 | 5): number[] => [
      ...axisScores(values, { ...quintile, method, levels }).scores,
    ];
    expect(two("median", 2)).toEqual([1, 1, 2, 2]);
    expect(two("median", 5)).toEqual([2, 2, 4, 4]);
    expect(two("mean", 3)).toEqual([1, 1, 1, 3]);
  });

  it("merges fixed classes of five into three and two", () => {
    const rule: AxisRule = { ...quintile, method: "fixed", fixedCuts: [10, 20, 40, 80] };
    const values = Float64Array.of(10, 15, 30, 60, 90);
    expect([...axisScores(values, rule).scores]).toEqual([1, 2, 3, 4, 5]);
    expect([...axisScores(values, { ...rule, levels: 3 }).scores]).toEqual([1, 1, 2, 3, 3]);
    expect([...axisScores(values, { ...rule, levels: 2 }).scores]).toEqual([1, 1, 2, 2, 2]);
    const recency = { ...rule, reversed: true };
    expect([...axisScores(values, recency).scores]).toEqual([5, 4, 3, 2, 1]);
    expect([...axisScores(values, { ...recency, levels: 3 }).scores]).toEqual([3, 3, 2, 1, 1]);
    expect([...axisScores(values, { ...recency, levels: 2 }).scores]).toEqual([2, 2, 2, 1, 1]);
  });

  it("answers nothing for no customer", () => {
    for (const method of ["quantile", "rank", "fixed", "median", "mean"] as const) {
      expect(axisScores(new Float64Array(0), { ...quintile, method }).scores).toHaveLength(0);
    }
  });

  it("never scores a larger value lower, and scales with money", () => {
    const amounts = fc.array(fc.integer({ min: -100, max: 1e6 }), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(amounts, fc.constantFrom("quantile", "rank", "median"), (list, method) => {
        const values = Float64Array.from(list).sort();
        const { scores } = axisScores(values, { ...quintile, method });
        for (let i = 1; i < scores.length; i++) {
          expect(scores[i]!).toBeGreaterThanOrEqual(scores[i - 1]!);
        }
        const doubled = axisScores(
          values.map((v) => 4 * v),
          { ...quintile, method },
        );
        expect(doubled.scores).toEqual(scores);
      }),
    );
  });
});

describe("rfmScoresLike", () => {
  it("measures other customers with the same thresholds", () => {
    const rules = axisRules("eleven", "quantile");
    const facts = {
      customers: Uint32Array.of(0, 1, 2, 3, 4),
      recencyDays: Float64Array.of(1, 2, 3, 4, 5),
      frequencies: Float64Array.of(1, 2, 3, 4, 5),
      amounts: Float64Array.of(10, 20, 30, 40, 50),
    };
    const known = {
      levels: 5 as const,
      recency: axisScores(facts.recencyDays, rules.recency),
      frequency: axisScores(facts.frequencies, rules.frequency),
      money: axisScores(facts.amounts, rules.money),
    };
    const other = { ...facts, amounts: Float64Array.of(1000, 20, 30, 0, 50) };
    const scores = rfmScoresLike(other, rules, known);
    expect([...scores.money.scores]).toEqual([5, 2, 3, 1, 5]);
    expect(scores.money.thresholds).toBe(known.money.thresholds);
  });
});
