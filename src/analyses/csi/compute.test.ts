import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { importedSurvey, surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import { normalTwoSided } from "../../kernel/stats/normal";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type CsiResult } from "./spec";

interface MobiReference {
  readonly blocks: Readonly<Record<string, readonly string[]>>;
  readonly cronbach_alpha: Readonly<Record<string, number>>;
  readonly index_0_100_equal_weights: Readonly<Record<string, number>>;
  readonly index_0_100_first_principal_component_weights: Readonly<Record<string, number>>;
  readonly pc1_weights: Readonly<Record<string, readonly number[]>>;
  readonly drivers_of_CUSA1_quality_items: {
    readonly drivers: readonly string[];
    readonly lmg_share: readonly number[];
    readonly mean_performance: readonly number[];
  };
}
const reference = JSON.parse(
  readFileSync("../shared/data/reference/csi_mobi.json", "utf8"),
) as MobiReference;

/** The blocks of the reference by the name that their questions share. */
const NAMES: Readonly<Record<string, string>> = {
  image: "IMAG",
  expectation: "CUEX",
  quality: "PERQ",
  value: "PERV",
  satisfaction: "",
  loyalty: "CUSL",
};

const SCOPE = scopeOf("2025-12-31");
const found = (tables: Input, params = {}): CsiResult =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

describe("csi on the mobile phone survey of the European index", async () => {
  const tables = await importedSurvey("mobi_ecsi.csv");
  const whole = found(tables);

  it("takes the three questions about the whole by itself: 71.97, as the reference", () => {
    expect(whole.block.kind).toBe("whole");
    expectClose(whole.headline.csi, reference.index_0_100_equal_weights["satisfaction"]!, {
      rel: 1e-12,
    });
    expect(whole.scheme).toBe("equal");
    expect(whole.headline).toMatchObject({ n: 250, items: 3, csiStated: null, servqual: null });
  });

  for (const [block, name] of Object.entries(NAMES)) {
    it(`agrees with NumPy on ${block}: equal and first-component weights, alpha, to 1e-9`, () => {
      const line = whole.blocks.find(
        (other) => other.name === name && other.kind === (name === "" ? "whole" : "group"),
      )!;
      expect(line.items).toBe(reference.blocks[block]!.length);
      expectClose(line.equal!, reference.index_0_100_equal_weights[block]!, { rel: 1e-9 });
      expectClose(
        line.component!,
        reference.index_0_100_first_principal_component_weights[block]!,
        { rel: 1e-9 },
      );
      expectClose(line.alpha!, reference.cronbach_alpha[block]!, { rel: 1e-9 });
      const own = found(tables, { block: line.id, weights: "component" });
      const weights = reference.pc1_weights[block]!;
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      reference.blocks[block]!.forEach((question, j) => {
        const item = own.items.find((other) => other.question === question)!;
        expectClose(item.weight, weights[j]! / total, { rel: 1e-9 });
      });
      expect(own.headline.csi).toBe(own.headline.csiComponent);
    });
  }

  it("agrees with all subsets by brute force on the derived weights of the quality items, to 1e-9", () => {
    const block = whole.blocks.find(({ name }) => name === "PERQ")!.id;
    const quality = found(tables, { block, weights: "derived" });
    const { drivers, lmg_share, mean_performance } = reference.drivers_of_CUSA1_quality_items;
    expect(quality.outcome).toBe("CUSA1");
    drivers.forEach((question, j) => {
      const item = quality.items.find((other) => other.question === question)!;
      expectClose(item.weight, lmg_share[j]!, { rel: 1e-9 });
      expectClose(item.mean, mean_performance[j]!, { rel: 1e-9 });
    });
    const index = lmg_share.reduce(
      (sum, share, j) => sum + (share * (mean_performance[j]! - 1) * 100) / 9,
      0,
    );
    expectClose(quality.headline.csi, index, { rel: 1e-9 });
  });

  it("has the interval of the mean of each questionnaire's own index, when all are complete", () => {
    const text = readFileSync("../shared/data/satisfaction/mobi_ecsi.csv", "utf8").trim();
    const own = text
      .split("\n")
      .slice(1)
      .map((line) => line.split(",").slice(3, 6).map(Number))
      .map((scores) => (scores.reduce((sum, score) => sum + score - 1, 0) * 100) / 27);
    const mean = own.reduce((sum, value) => sum + value, 0) / own.length;
    const squares = own.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    const error = Math.sqrt(squares / (own.length - 1) / own.length);
    // R qt(0.975, 249)
    expectClose(whole.headline.low, mean - 1.9695368676 * error, { rel: 1e-9 });
    expectClose(whole.headline.high, mean + 1.9695368676 * error, { rel: 1e-9 });
  });
});

const base = tablesOf([], ["甲", "乙", "丙"]);
const PARTS = ["交期", "质量", "价格"] as const;

interface MadeOptions {
  readonly n?: number;
  readonly seed?: number;
  readonly expectation?: (part: number, score: number) => number;
  readonly importance?: readonly number[];
  readonly missing?: number;
  readonly shift?: number;
}

/** Questionnaires about three parts; the second moves the score of the whole most. */
function made(options: MadeOptions = {}): Input {
  const { n = 80, seed = 4, missing = 0, shift = 0 } = options;
  const rng = seededRng(seed);
  const answers: TestAnswer[] = [];
  for (let response = 0; response < n; response++) {
    const frame = {
      response,
      customer: ["甲", "乙", "丙"][response % 3]!,
      on: response < n / 2 ? "2024-05-10" : "2025-05-10",
    };
    const scores = PARTS.map(() => 1 + rng.below(4) + (response < n / 2 ? 0 : shift));
    PARTS.forEach((dimension, part) => {
      const score = scores[part]!;
      const own = { ...frame, dimension };
      if (rng.next() >= missing)
        answers.push({ ...own, question: `${dimension}满意`, kind: "dimension", score });
      const expected = options.expectation?.(part, score);
      if (expected !== undefined)
        answers.push({
          ...own,
          question: `${dimension}期望`,
          kind: "expectation",
          score: expected,
        });
      const matters = options.importance?.[part];
      if (matters !== undefined)
        answers.push({ ...own, question: `${dimension}重要`, kind: "importance", score: matters });
    });
    const overall = Math.min(5, Math.max(1, scores[1]! + (rng.below(2) === 0 ? 0 : 1)));
    answers.push({ ...frame, question: "总体", kind: "csat", score: overall });
  }
  return { ...base, surveys: surveyTable(base, answers) };
}

describe("csi", () => {
  it("is Σ importance × score ÷ Σ importance when customers said what matters", () => {
    const result = found(made({ importance: [2, 4, 4] }));
    expect([result.scheme, result.block.kind]).toEqual(["stated", "parts"]);
    const index = (name: string): number => result.items.find((item) => item.name === name)!.index;
    const expected = (2 * index("交期") + 4 * index("质量") + 4 * index("价格")) / 10;
    expectClose(result.headline.csi, expected, { rel: 1e-12 });
    expect(result.headline.csiStated).toBe(result.headline.csi);
    const chosen = found(made({ importance: [2, 4, 4] }), { weights: "equal" });
    expect(chosen.headline.csi).toBe(chosen.headline.csiEqual);
    // the stated one stays beside it
    expect(chosen.headline.csiStated).toBe(result.headline.csi);
  });

  it("does not weigh by importance when one part was not asked about, and says which weights it took", () => {
    const result = found(made({ importance: [2, 4] }), { weights: "stated" });
    expect([result.scheme, result.headline.csiStated]).toEqual(["equal", null]);
  });

  it("gives the derived weight to the part that moves the whole", () => {
    const { items, outcome } = found(made({ n: 300 }), { weights: "derived" });
    expect(outcome).toBe("总体");
    expect(items.find(({ name }) => name === "质量")!.weight).toBeGreaterThan(0.8);
  });

  it("keeps its laws: points add up to it, points and loss to 100, weights to 1, within 0–100", () => {
    const cases = fc.record({
      n: fc.integer({ min: 20, max: 60 }),
      seed: fc.integer({ min: 1, max: 1e6 }),
      missing: fc.constantFrom(0, 0.2),
    });
    fc.assert(
      fc.property(cases, ({ n, seed, missing }) => {
        for (const weights of ["equal", "derived", "component"]) {
          const { headline, items } = found(made({ n, seed, missing }), { weights });
          const sum = (of: (item: (typeof items)[number]) => number): number =>
            items.reduce((total, item) => total + of(item), 0);
          expectClose(
            sum(({ weight }) => weight),
            1,
            { rel: 1e-9 },
          );
          expectClose(
            sum(({ points }) => points),
            headline.csi,
            { rel: 1e-9 },
          );
          expectClose(
            sum(({ points, lost }) => points + lost),
            100,
            { rel: 1e-9 },
          );
          expect(headline.low).toBeLessThanOrEqual(headline.csi);
          expect(headline.high).toBeGreaterThanOrEqual(headline.csi);
          expect(headline.high).toBeLessThanOrEqual(100);
          const least = Math.min(...items.map(({ index }) => index));
          expect(headline.csi).toBeGreaterThanOrEqual(least - 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("counts an unanswered part by the others, not as nothing", () => {
    const all = found(made({ n: 400 }));
    const some = found(made({ n: 400, missing: 0.3 }));
    expect(Math.abs(some.headline.csi - all.headline.csi)).toBeLessThan(3);
    expect(some.items.every(({ answers }) => answers < 330)).toBe(true);
    expect(some.headline.high - some.headline.low).toBeGreaterThan(
      all.headline.high - all.headline.low,
    );
  });

  it("finds a planted change between two periods, and none where none is", () => {
    const moved = found(made({ n: 200, shift: 1 })).trend!;
    expect(moved.grain).toBe("quarter");
    expect(moved.change!.pValue).toBeLessThan(0.001);
    expect(moved.change!.points).toBeGreaterThan(15);
    expect(moved.periods.filter(({ index }) => index !== null)).toHaveLength(2);
    expect(found(made({ n: 200 })).trend!.change!.pValue).toBeGreaterThan(0.05);
  });

  it("judges a difference between periods that each speak with one voice by the spread of both together", () => {
    const sameEach = (before: number, now: number): Input => {
      const answers = Array.from({ length: 24 }, (_, response) =>
        PARTS.map((dimension) => ({
          response,
          dimension,
          question: `${dimension}满意`,
          kind: "dimension" as const,
          score: response < 11 ? before : now,
          scale: [1, 7] as const,
          on: response < 11 ? "2025-05-10" : "2025-11-10",
        })),
      ).flat();
      return { ...base, surveys: surveyTable(base, answers) };
    };
    const { trend, isQuiet } = found(sameEach(6, 2));
    const values = Array.from({ length: 24 }, (_, i) => (i < 11 ? 500 / 6 : 100 / 6));
    const mean = values.reduce((sum, value) => sum + value, 0) / 24;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 23;
    const z = 400 / 6 / Math.sqrt(variance * (1 / 11 + 1 / 13));
    expectClose(trend!.change!.pValue, normalTwoSided(z), { rel: 1e-9 });
    expect([trend!.judged, isQuiet]).toEqual(["2025-Q4", false]);
    const still = found(sameEach(6, 6));
    expect([still.trend!.change!.pValue, still.isQuiet]).toEqual([1, true]);
  });

  it("judges the last two periods only: what was outside before is no news", () => {
    const late = (asOf: string): CsiResult =>
      resultOf(spec, compute, { tables: made({ n: 200, shift: 1 }), scope: scopeOf(asOf) });
    const soon = late("2025-08-31");
    expect([soon.trend!.judged, soon.isQuiet]).toEqual(["2025-Q2", false]);
    const later = late("2025-12-31");
    expect([later.trend!.judged, later.isQuiet]).toEqual([null, true]);
    expect(later.trend!.change!.now).toBe("2025-Q2");
    expect(found(made({ n: 200 })).isQuiet).toBe(true);
  });

  it("counts the questionnaires of a period without an index", () => {
    const { surveys: _, ...rest } = base;
    const answers = Array.from({ length: 31 }, (_unused, response) =>
      PARTS.map((dimension) => ({
        response,
        dimension,
        question: `${dimension}满意`,
        kind: "dimension" as const,
        score: 1 + ((response + dimension.length) % 5),
        on: ["2025-02-10", "2025-05-10"][response === 30 ? 1 : 0]!,
      })),
    ).flat();
    const { trend } = found({ ...rest, surveys: surveyTable(base, answers) });
    const counts = trend!.periods.map(({ n, index }) => [n, index === null]);
    expect(counts).toEqual([
      [30, false],
      [1, true],
      [0, true],
      [0, true],
    ]);
  });

  it("puts the periods on a control chart at the spread of all questionnaires", () => {
    const { trend, schemes } = found(made({ n: 200, shift: 1 }));
    const all = schemes.find(({ scheme }) => scheme === "equal")!.index;
    expectClose(trend!.centre, all.index, { rel: 1e-12 });
    // two periods cannot tell how much periods scatter by themselves
    expect(trend!.factor).toBe(1);
    const judged = trend!.periods.filter(({ index }) => index !== null);
    for (const { index, limitLow, limitHigh } of judged) {
      const reach = 3 * all.error * Math.sqrt(all.n / index!.n);
      expectClose(limitLow!, all.index - reach, { rel: 1e-9 });
      expectClose(limitHigh!, Math.min(100, all.index + reach), { rel: 1e-9 });
    }
    expect(judged.map(({ signal }) => signal)).toEqual(["below", "above"]);
    const steady = found(made({ n: 200 })).trend!;
    expect(steady.periods.every(({ signal }) => signal === null)).toBe(true);
  });

  it("measures the gap of each part, and the weighted one, with the shares below, met and above", () => {
    // expected one step more of the first part, what was got of the second, one less of the third
    const expectation = (part: number, score: number): number => score + 1 - part;
    const tables = made({
      n: 90,
      shift: 0,
      expectation: (part, score) => Math.max(1, expectation(part, score)),
    });
    const { gaps, headline } = found(tables);
    const rows = gaps!.rows;
    expect(rows.map(({ name }) => name)).toEqual(["交期", "质量", "价格"]);
    expectClose(rows[0]!.gap.index, -25, { rel: 1e-12 });
    expect(rows[0]).toMatchObject({ below: 1, met: 0, above: 0, pairs: 90, belowCustomers: 3 });
    expect(rows[1]).toMatchObject({ below: 0, met: 1, above: 0, pValue: null });
    expect(rows[2]!.above).toBeGreaterThan(0.6);
    expect(rows[2]!.above + rows[2]!.met).toBe(1);
    const mean = rows.reduce((sum, { gap }) => sum + gap.index, 0) / 3;
    expectClose(headline.servqual!, mean, { rel: 1e-9 });
    expect(gaps!.isStated).toBe(false);
    for (const row of rows) {
      expectClose(row.performance - row.expectation + 100, row.gap.index + 100, { rel: 1e-12 });
    }
  });

  it("opens the customers behind its cells", () => {
    const tables = made({ n: 60, expectation: (_, score) => score + 1 });
    const { members, result } = answerOf(spec, compute, { tables, scope: SCOPE });
    if (result.kind !== "answered") throw new Error(result.code);
    expect([...members("all")!]).toEqual([0, 1, 2]);
    expect(members("csi-item:0")).toHaveLength(result.items[0]!.lowCustomers);
    expect(members("csi-gap:0")).toHaveLength(3);
    expect(members("csi-period:2025-Q2")).toHaveLength(3);
    expect(members("csi-low")).toHaveLength(result.lowCustomers);
    for (const cell of ["csi-item:9", "csi-item:x", "csi-gap:7", "csi-period:x", "other"]) {
      expect(members(cell), cell).toBeNull();
    }
  });

  it("keeps to the window, and takes questions of another survey for no part of the index", () => {
    const tables = made({ n: 200, shift: 1 });
    const scope = scopeOf("2025-12-31", "2025-01-01");
    const year = resultOf(spec, compute, { tables, scope, params: { window: "period" } });
    expect(year.headline.n).toBe(100);
    const other: TestAnswer[] = Array.from({ length: 50 }, (_, response) => ({
      response,
      question: response % 2 === 0 ? "总体" : "本次服务",
      kind: "csat",
      score: 4,
    }));
    const { result } = answerOf(spec, compute, {
      tables: { ...base, surveys: surveyTable(base, other) },
      scope: SCOPE,
    });
    expect(result).toMatchObject({ code: "too-few-items", need: 2, have: 1 });
  });

  it("refuses without items, and with too few answers", () => {
    const code = (tables: Input): unknown => {
      const { result } = answerOf(spec, compute, { tables, scope: SCOPE });
      return result.kind === "insufficient" ? [result.code, result.have] : null;
    };
    expect(code(base)).toEqual(["too-few-items", 0]);
    expect(code(made({ n: 9 }))).toEqual(["too-few-answers", 9]);
  });
});
