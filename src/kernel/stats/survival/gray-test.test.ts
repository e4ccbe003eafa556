import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../../tests/support/expect-close";
import { seededRng } from "../../base/rng";
import { grayTest } from "./gray-test";
import { lifetimes, type Observations } from "./lifetimes";
import { logRankTest } from "./log-rank";

const indexes = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const observed = (durations: readonly number[], outcomes: readonly number[]): Observations => ({
  durations: Float64Array.from(durations),
  outcomes: Uint8Array.from(outcomes),
  entries: null,
});
const groupsBy = (labels: readonly (string | number | boolean)[]): Uint32Array[] =>
  [...new Set(labels)]
    .sort()
    .map((label) => Uint32Array.from(indexes(labels.length).filter((i) => labels[i] === label)));

const CASES = fc.array(
  fc.record({
    duration: fc.integer({ min: 1, max: 12 }),
    outcome: fc.integer({ min: 0, max: 2 }),
    group: fc.integer({ min: 0, max: 2 }),
  }),
  { minLength: 2, maxLength: 60 },
);

describe("grayTest", () => {
  const i = indexes(120);
  const times = i.map((k) => 1 + ((k * 37) % 29));
  const outcomes = i.map((k) => {
    const code = (k * k * 7 + k * 3 + Math.floor(k / 5)) % 4;
    return code === 3 ? 1 : code;
  });
  const groups = i.map((k) => (k * k + Math.floor(k / 7)) % 3);

  it("agrees with R cmprsk 2.2-11 on three groups with many ties, to 1e-9", () => {
    const seen = observed(times, outcomes);
    const first = grayTest(seen, 1, groupsBy(groups))!;
    expectClose(first.chiSquared, 1.526333407042391, { rel: 1e-9 });
    expectClose(first.p, 0.46618780849761, { rel: 1e-9 });
    expect(first.df).toBe(2);
    const second = grayTest(seen, 2, groupsBy(groups))!;
    expectClose(second.chiSquared, 0.911036481881039, { rel: 1e-9 });
    const two = groupsBy(groups.map((group) => (group === 0 ? 0 : 1)));
    expectClose(grayTest(seen, 1, two)!.chiSquared, 0.503465985758712, { rel: 1e-9 });
    expectClose(grayTest(seen, 2, two)!.p, 0.705165819283269, { rel: 1e-9 });
  });

  it("agrees with R cmprsk 2.2-11 on groups that differ, of which one is out of sight early", () => {
    const late = i.map((k) => ((k * k * 13 + k * 5) % 997) + 1);
    const apart = groupsBy(
      i.map((k) => {
        if (late[k]! + (outcomes[k] === 1 ? 300 : 0) < 700) return "a";
        return k % 2 === 0 ? "b" : "c";
      }),
    );
    const seen = observed(late, outcomes);
    expectClose(grayTest(seen, 1, apart)!.chiSquared, 10.5363214486253, { rel: 1e-9 });
    expectClose(grayTest(seen, 2, apart)!.p, 5.04319319849511e-6, { rel: 1e-9 });
    const alone = observed(
      late,
      outcomes.map((code) => Math.min(1, code)),
    );
    expectClose(grayTest(alone, 1, apart)!.chiSquared, 45.2255472237934, { rel: 1e-9 });
  });

  it("has the scores of the log-rank test when there is no other cause", () => {
    fc.assert(
      fc.property(CASES, (list) => {
        const seen = observed(
          list.map(({ duration }) => duration),
          list.map(({ outcome }) => Math.min(1, outcome)),
        );
        const slots = groupsBy(list.map(({ group }) => group));
        const gray = grayTest(seen, 1, slots);
        const rank = logRankTest([slots.map((subjects) => lifetimes(seen, { subjects }))]);
        if (gray === null || rank === null) return;
        gray.scores.forEach((score, g) => {
          expect(score).toBeCloseTo(rank.observed[g]! - rank.expected[g]!, 9);
        });
      }),
    );
  });

  it("finds nothing between a group and its copy, and does not depend on the order of groups or rows", () => {
    fc.assert(
      fc.property(CASES, (list) => {
        const twice = [...list, ...list];
        const seen = observed(
          twice.map(({ duration }) => duration),
          twice.map(({ outcome }) => outcome),
        );
        const copy = grayTest(seen, 1, groupsBy(twice.map((_, k) => k < list.length)));
        if (copy !== null) {
          expect(copy.chiSquared).toBeCloseTo(0, 9);
          expect(copy.p).toBeCloseTo(1, 4);
        }
        const slots = groupsBy(twice.map(({ group }) => group));
        const one = grayTest(seen, 1, slots);
        const other = grayTest(seen, 1, slots.map((list) => list.toReversed()).toReversed());
        expect(other === null).toBe(one === null);
        if (one === null || other === null) return;
        expect(other.chiSquared).toBeCloseTo(one.chiSquared, 6);
        expect(one.scores.reduce((sum, score) => sum + score, 0)).toBeCloseTo(0, 9);
      }),
    );
  });

  it("calls groups that do not differ different about once in twenty", () => {
    const rng = seededRng(1988);
    let wrong = 0;
    for (let run = 0; run < 400; run++) {
      const all = indexes(90).map(() => {
        const [own, other, end] = [
          -Math.log(1 - rng.next()),
          -Math.log(1 - rng.next()),
          2 * rng.next(),
        ];
        const first = Math.min(own, other, end);
        const outcome = first === own ? 1 : 2;
        return { first, outcome: first === end ? 0 : outcome };
      });
      const seen = observed(
        all.map(({ first }) => first),
        all.map(({ outcome }) => outcome),
      );
      const result = grayTest(seen, 1, groupsBy(all.map((_, k) => k % 3)))!;
      if (result.p < 0.05) wrong++;
    }
    expect(wrong).toBeGreaterThan(8);
    expect(wrong).toBeLessThan(34);
  });

  it("is the same for entries at the start as without any, and refuses what cannot differ", () => {
    const seen = observed(times, outcomes);
    const entries = new Float64Array(times.length);
    const slots = groupsBy(groups);
    expectClose(
      grayTest({ ...seen, entries }, 1, slots)!.chiSquared,
      grayTest(seen, 1, slots)!.chiSquared,
      { rel: 1e-12 },
    );
    expect(grayTest(seen, 3, slots)).toBeNull();
    expect(grayTest(seen, 1, [slots[0]!])).toBeNull();
    expect(grayTest(seen, 1, [slots[0]!, new Uint32Array(0)])).toBeNull();
  });
});
