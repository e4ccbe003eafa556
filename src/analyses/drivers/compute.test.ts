import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answerOf, resultOf } from "../../../tests/support/answers";
import { expectClose } from "../../../tests/support/expect-close";
import { importedSurvey, surveyTable, type TestAnswer } from "../../../tests/support/surveys";
import { scopeOf, tablesOf } from "../../../tests/support/tables";
import { seededRng } from "../../kernel/base/rng";
import { drawNormal } from "../../kernel/stats/draw";
import type { Input } from "../define";
import compute from "./compute";
import spec, { type DriversResult } from "./spec";

interface DriverReference {
  readonly n: number;
  readonly drivers: readonly string[];
  readonly r2: number;
  readonly adj_r2: number;
  readonly ols: { readonly p: readonly number[] };
  readonly standardised_beta: readonly number[];
  readonly pearson_r: readonly number[];
  readonly vif: readonly number[];
  readonly lmg_shapley_r2: readonly number[];
  readonly lmg_share: readonly number[];
  readonly johnson_relative_weights: readonly number[];
  readonly johnson_share: readonly number[];
  readonly mean_performance: readonly number[];
  readonly ipa: { readonly quadrant: readonly string[] };
}
const reference = (file: string, key: string): DriverReference =>
  (
    JSON.parse(readFileSync(`../shared/data/reference/${file}.json`, "utf8")) as Record<
      string,
      DriverReference
    >
  )[key]!;

const SCOPE = scopeOf("2025-12-31");
const found = (tables: Input, params = {}): DriversResult =>
  resultOf(spec, compute, { tables, scope: SCOPE, params });

const QUADRANTS: Readonly<Record<string, string>> = {
  "concentrate here": "concentrate",
  "keep up": "keep",
  "low priority": "low",
  "possible overkill": "overkill",
};

function expectReference(tables: Input, expected: DriverReference): void {
  const shapley = found(tables, { replicates: 0 });
  const johnson = found(tables, { replicates: 0, method: "johnson" });
  expect(shapley.n).toBe(expected.n);
  expectClose(shapley.r2, expected.r2, { rel: 1e-9 });
  expectClose(shapley.adjustedR2!, expected.adj_r2, { rel: 1e-9 });
  expect(shapley.drivers.map(({ name }) => name).toSorted()).toEqual(expected.drivers.toSorted());
  expected.drivers.forEach((name, j) => {
    const driver = shapley.drivers.find((candidate) => candidate.name === name)!;
    expectClose(driver.part, expected.lmg_shapley_r2[j]!, { rel: 1e-8 });
    expectClose(driver.share, expected.lmg_share[j]!, { rel: 1e-8 });
    expectClose(shapley.headline[`share:${name}`]!, expected.lmg_share[j]!, { rel: 1e-8 });
    expectClose(driver.beta!, expected.standardised_beta[j]!, { rel: 1e-7 });
    expectClose(driver.betaP!, expected.ols.p[j + 1]!, { rel: 1e-6 });
    expectClose(driver.inflation!, expected.vif[j]!, { rel: 1e-9 });
    expectClose(driver.correlation, expected.pearson_r[j]!, { rel: 1e-9 });
    expectClose(driver.mean, expected.mean_performance[j]!, { rel: 1e-10 });
    expect(driver.quadrant, name).toBe(QUADRANTS[expected.ipa.quadrant[j]!]);
    const other = johnson.drivers.find((candidate) => candidate.name === name)!;
    expectClose(other.part, expected.johnson_relative_weights[j]!, { rel: 1e-8 });
    expectClose(other.share, expected.johnson_share[j]!, { rel: 1e-8 });
  });
}

/** Some columns of the ECSI survey as a file of their own. */
function mobi(columns: readonly string[]): Promise<Input> {
  const [head = "", ...lines] = readFileSync("../shared/data/satisfaction/mobi_ecsi.csv", "utf8")
    .replaceAll('"', "")
    .trim()
    .split(/\r?\n/);
  const places = columns.map((name) => head.split(",").indexOf(name));
  const rows = lines.map((line) => places.map((place) => line.split(",")[place]).join(","));
  return importedSurvey("mobi.csv", [columns.join(","), ...rows].join("\n"));
}

describe("drivers on real surveys (statsmodels, all subsets by brute force)", () => {
  it("has the shares, weights, coefficients and quadrants of the yellow pages survey", async () => {
    const tables = await importedSurvey("customer_sat_yellow_pages.csv");
    expectReference(tables, reference("drivers_yellow_pages", "drivers"));
  });

  it("has those of the seven quality items of the ECSI survey", async () => {
    const expected = reference("csi_mobi", "drivers_of_CUSA1_quality_items");
    expectReference(await mobi(["CUSA1", ...expected.drivers]), expected);
  });

  it("takes Johnson's weights beyond twelve drivers, and they add up to R²", async () => {
    const result = found(await importedSurvey("mobi_ecsi.csv"), { replicates: 0 });
    expect(result.method).toBe("johnson");
    expect(result.drivers.length).toBeGreaterThan(12);
    const sum = result.drivers.reduce((total, { part }) => total + part, 0);
    expectClose(sum, result.r2, { rel: 1e-9 });
  });

  it("draws intervals about the shares, and leaves points near the cut undecided", async () => {
    const tables = await importedSurvey("customer_sat_yellow_pages.csv");
    const { drivers } = found(tables, { replicates: 200 });
    for (const { share, shareLow, shareHigh, spread } of drivers) {
      expect(shareLow!).toBeLessThan(share);
      expect(shareHigh!).toBeGreaterThan(share);
      expect(spread!.x).toBeGreaterThan(0);
    }
    const verdict = (name: string): boolean =>
      drivers.find((driver) => driver.name === name)!.isUndecided;
    // q4 and q6 are far to one corner; q5 lies within a hundredth of the cut of importance
    expect([verdict("q4"), verdict("q6"), verdict("q5")]).toEqual([false, false, true]);
  });
});

const BASE = tablesOf([], ["甲", "乙", "丙", "丁"]);
const KEYS = ["甲", "乙", "丙", "丁"];
type Respond = (rng: ReturnType<typeof seededRng>) => Readonly<Record<string, number>>;
const step = (value: number): number => Math.min(7, Math.max(1, Math.round(value)));

/** A survey of `n` questionnaires; `whole` is the outcome. */
function made(n: number, seed: number, respond: Respond): Input {
  const rng = seededRng(seed);
  const answers = Array.from({ length: n }, (_, response): TestAnswer[] =>
    Object.entries(respond(rng)).map(([question, score]) => ({
      question,
      kind: question === "whole" ? "csat" : "dimension",
      scale: [1, 7],
      score,
      response,
      customer: KEYS[response % KEYS.length]!,
    })),
  ).flat();
  return { ...BASE, surveys: surveyTable(BASE, answers) };
}

describe("drivers", () => {
  it("gives what is planted its share and what is not none", () => {
    const tables = made(2000, 5, (rng) => {
      const [a, b, c] = [0, 0, 0].map(() => step(4 + 1.4 * drawNormal(rng)));
      return {
        whole: step(0.6 * a! + 0.3 * b! + 0.4 + 0.5 * drawNormal(rng)),
        a: a!,
        b: b!,
        c: c!,
      };
    });
    const { drivers, r2 } = found(tables, { replicates: 100 });
    expect(drivers.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(r2).toBeGreaterThan(0.6);
    expect(drivers[0]!.share).toBeGreaterThan(0.7);
    expect(drivers[2]!.share).toBeLessThan(0.01);
    expect(drivers[1]!.betaP).toBeLessThan(1e-6);
    expect(drivers[2]!.betaP).toBeGreaterThan(0.01);
  });

  it("tells a must-be from a delight and from a linear driver", () => {
    const tables = made(4000, 9, (rng) => {
      const score = (): number => 1 + rng.below(7);
      const [must, delight, linear, idle] = [score(), score(), score(), score()];
      const low = (x: number): number => (x < 4 ? 1 : 0);
      const high = (x: number): number => (x === 7 ? 1 : 0);
      const whole =
        4.5 - 1.5 * low(must) + 1.5 * high(delight) + low(linear) * -0.6 + high(linear) * 0.6;
      return { whole: step(whole + 0.5 * drawNormal(rng)), must, delight, linear, idle };
    });
    const kinds = found(tables, { replicates: 0 }).drivers.map(({ name, asymmetry }) => [
      name,
      asymmetry!.kind,
    ]);
    expect(Object.fromEntries(kinds)).toEqual({
      must: "must-be",
      delight: "delight",
      linear: "linear",
      idle: "none",
    });
  });

  it("leaves out what few answered and what never varies, and says so", () => {
    const tables = made(100, 3, (rng) => {
      const a = 1 + rng.below(7);
      return { whole: a, a, same: 4, ...(rng.next() < 0.3 ? { rare: 2 + rng.below(3) } : {}) };
    });
    const { left, drivers, r2, headline } = found(tables, { replicates: 0 });
    expect(left).toEqual([
      { name: "rare", reason: "few" },
      { name: "same", reason: "constant" },
    ]);
    expect(drivers).toHaveLength(1);
    expectClose(r2, 1, { rel: 1e-9 });
    expectClose(headline["share:a"]!, 1, { rel: 1e-12 });
  });

  it("survives drivers that are copies of each other: each gets half", () => {
    const tables = made(200, 4, (rng) => {
      const a = 1 + rng.below(7);
      return { whole: step(a + drawNormal(rng)), a, copy: a };
    });
    for (const method of ["shapley", "johnson"] as const) {
      const { drivers } = found(tables, { replicates: 20, method });
      for (const { share, beta } of drivers) {
        expectClose(share, 0.5, { rel: 1e-9 });
        expect(beta).toBeNull();
      }
    }
  });

  it("opens the customers below the middle on a driver", () => {
    const tables = made(40, 6, (rng) => {
      const a = 1 + rng.below(7);
      return { whole: step(a + drawNormal(rng)), a };
    });
    const answer = answerOf(spec, compute, { tables, scope: SCOPE, params: { replicates: 0 } });
    if (answer.result.kind !== "answered") throw new Error(answer.result.code);
    expect(answer.members("driver-low:0")).toHaveLength(answer.result.drivers[0]!.lowCustomers);
    expect(answer.members("driver-low:1")).toBeNull();
    expect(answer.members("all")).toHaveLength(4);
  });

  it("refuses without drivers, with too few questionnaires, and when the whole never varies", () => {
    const refusal = (tables: Input): unknown =>
      answerOf(spec, compute, { tables, scope: SCOPE }).result;
    expect(refusal(BASE)).toMatchObject({ code: "no-outcome" });
    expect(refusal(made(30, 1, (rng) => ({ whole: 1 + rng.below(7) })))).toMatchObject({
      code: "no-drivers",
    });
    const few = made(12, 1, (rng) => ({ whole: 1 + rng.below(7), a: 1 + rng.below(7) }));
    expect(refusal(few)).toMatchObject({ code: "too-few-answers", need: 20, have: 12 });
    const flat = made(40, 1, (rng) => ({ whole: 4, a: 1 + rng.below(7) }));
    expect(refusal(flat)).toMatchObject({ code: "outcome-constant" });
  });

  it("has parts that add up to R², within 0..1, whatever the answers", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 1, max: 6 }), (seed, p) => {
        const tables = made(60, seed, (rng) => {
          const parts = Array.from({ length: p }, () => 1 + rng.below(7));
          const own = Object.fromEntries(parts.map((score, j) => [`d${j}`, score]));
          return { whole: step((parts[0]! + 7 * rng.next()) / 2), ...own };
        });
        const { drivers, r2 } = found(tables, { replicates: 0 });
        const sum = drivers.reduce((total, { part }) => total + part, 0);
        expect(sum).toBeCloseTo(r2, 9);
        expect(r2).toBeGreaterThanOrEqual(0);
        expect(r2).toBeLessThanOrEqual(1 + 1e-12);
        for (const { part } of drivers) expect(part).toBeGreaterThanOrEqual(-1e-12);
      }),
      { numRuns: 40 },
    );
  });
});
