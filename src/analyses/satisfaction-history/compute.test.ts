import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { drained } from "../../../tests/support/drained";
import { expectClose } from "../../../tests/support/expect-close";
import { surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf, type Line } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import type { Input } from "../define";
import compute from "./compute";
import spec, { STANDINGS } from "./spec";
import { tellingOf } from "./telling";

const SCOPE = scopeOf("2025-12-31");
const asked = { question: "总体", kind: "csat" } as const;

function tablesFrom(answers: readonly TestAnswer[], lines: readonly Line[] = []): Input {
  const names = [...new Set(answers.flatMap(({ customer }) => customer ?? []))];
  const tables = tablesOf([...lines], names);
  return { ...tables, surveys: surveyTable(tables, answers) };
}
const found = (tables: Input, params = {}) =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

describe("tellingOf", () => {
  const n = 80;
  const at = Array.from({ length: n }, (_, i) => i);
  const last = Float64Array.from(at, (i) => 1 + ((i * 7) % 5));
  const level = Float64Array.from(at, (i) => 1 + ((i * i) % 17) / 4);
  const came = Uint8Array.from(at, (i) => ((i * 5 + 3) % 13 < 2 + 1.6 * level[i]! ? 1 : 0));

  it("agrees with Newton's method in NumPy 2.4.6, and does not call the one column told when both are not", () => {
    const telling = drained(tellingOf(last, level, came));
    expectClose(telling.historyP!, 0.03894418942677272, { rel: 1e-6 });
    expectClose(telling.lastP!, 0.5125982959815678, { rel: 1e-6 });
    expectClose(telling.jointP!, 0.09705881060030568, { rel: 1e-6 });
    expect(telling.verdict).toBe("none");
  });

  it("is thin with few customers or hardly anybody that came", () => {
    const few = (count: number, who: Uint8Array) =>
      drained(tellingOf(last.slice(0, count), level.slice(0, count), who.slice(0, count))).verdict;
    expect(few(39, came)).toBe("thin");
    expect(few(n, new Uint8Array(n).fill(1, 0, 9))).toBe("thin");
  });
});

describe("satisfaction-history", () => {
  /** Twenty customers alike: 5, then 3 on two questionnaires of one day (2 and 4), then 1 after twice the usual time. */
  const alike = Array.from({ length: 20 }, (_, i) => `客户${i}`).flatMap(
    (customer): TestAnswer[] => [
      { ...asked, customer, on: "2025-01-01", score: 5 },
      { ...asked, customer, on: "2025-01-31", score: 2 },
      { ...asked, customer, on: "2025-01-31", score: 4 },
      { ...asked, customer, on: "2025-04-01", score: 1 },
    ],
  );

  it("weighs a new answer the more, the longer the one before is ago, and answers of a day once", () => {
    const { headline, usualDays } = found(tablesFrom(alike), { newWeight: 0.3 });
    // gaps of 30 and 60 days: the usual time is 45
    expect(usualDays).toBe(45);
    const [second, third] = [1 - 0.7 ** (30 / 45), 1 - 0.7 ** (60 / 45)];
    const before = second * 3 + (1 - second) * 5;
    expectClose(headline.cumulative, third * 1 + (1 - third) * before, { rel: 1e-12 });
    expect(headline).toMatchObject({ transaction: 1, n: 20, slipped: 0, recovering: 0 });
    expect(headline.differenceP).toBe(0);
  });

  it("puts a customer that was satisfied all along and is not now with those let down", () => {
    const scores: readonly (readonly number[])[] = [
      [5, 5, 2],
      [1, 1, 5],
      [5, 5, 5],
      [1, 2, 1],
    ];
    const answers = Array.from({ length: 40 }, (_, i) =>
      scores[i % 4]!.map((score, k): TestAnswer => ({
        ...asked,
        customer: `n${i}`,
        on: `2025-0${k + 1}-10`,
        score,
      })),
    ).flat();
    const tables = tablesFrom([
      ...answers,
      { ...asked, customer: "once", on: "2025-01-01", score: 5 },
    ]);
    const result = found(tables);
    expect(result.standings.map(({ customers }) => customers)).toEqual([10, 10, 10, 10]);
    expect(result.missing.single).toBe(1);
    expect(result.verdict).toBe("thin");
    const { members } = answerOf(spec, compute, { tables, scope: SCOPE });
    expect(members("built:slipped")).toEqual(Uint32Array.from({ length: 10 }, (_, i) => 4 * i));
    expect(members("built-at:9_9")).toBeNull();
    expect(members("built:kept")).toBeNull();
  });

  it("finds what was planted: the history, the last answer, or nothing", () => {
    const planted = (chance: (history: number, last: number) => number) => {
      const rng = seededRng(11);
      const lines: Line[] = [{ customer: "late", on: "2025-12-31", amount: 1 }];
      const answers: TestAnswer[] = [];
      for (let i = 0; i < 500; i++) {
        const customer = `n${i}`;
        const habit = 1 + rng.below(5);
        for (let k = 1; k < 4; k++) {
          answers.push({ ...asked, customer, on: `2025-0${k}-01`, score: habit });
        }
        const score = 1 + rng.below(5);
        answers.push({ ...asked, customer, on: "2025-04-01", score });
        if (rng.next() < chance(habit, score)) {
          lines.push({ customer, on: "2025-05-01", amount: 10 });
        }
      }
      return found(tablesFrom(answers, lines)).verdict;
    };
    expect(planted((history) => 0.15 * history)).toBe("history");
    expect(planted((_, last) => 0.15 * last)).toBe("last");
    expect(planted((history, last) => 0.08 * (history + last))).toBe("both");
    expect(planted(() => 0.5)).toBe("none");
  });

  it("keeps its laws: built up lies within the answers, the four types share everybody out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000 }), (seed) => {
        const rng = seededRng(seed);
        const answers = Array.from({ length: 150 }, (): TestAnswer => {
          const on = `2025-0${1 + rng.below(9)}-1${rng.below(9)}`;
          return { ...asked, customer: `n${rng.below(40)}`, on, score: 2 + rng.below(3) };
        });
        const result = found(tablesFrom(answers));
        const sum = result.standings.reduce((all, { customers }) => all + customers, 0);
        expect(sum).toBe(result.headline.n);
        expect(result.cells.reduce((all, { customers }) => all + customers, 0)).toBe(sum);
        expect(result.headline.cumulative).toBeGreaterThanOrEqual(2);
        expect(result.headline.cumulative).toBeLessThanOrEqual(4);
        expect(result.standings.map(({ id }) => id)).toEqual([...STANDINGS]);
        const reversed = found(tablesFrom(answers.toReversed()));
        expect(reversed.headline.cumulative).toBeCloseTo(result.headline.cumulative, 9);
      }),
      { numRuns: 20 },
    );
  });

  it("refuses without a question, or when nobody answered twice", () => {
    const codeOf = (tables: Input) => answerOf(spec, compute, { tables, scope: SCOPE }).result;
    expect(codeOf(tablesOf([]))).toMatchObject({ code: "no-question" });
    const once = Array.from({ length: 50 }, (_, i): TestAnswer => ({
      ...asked,
      customer: `n${i}`,
      on: "2025-01-01",
      score: 4,
    }));
    expect(codeOf(tablesFrom(once))).toMatchObject({ code: "too-few-customers", have: 0 });
  });
});
