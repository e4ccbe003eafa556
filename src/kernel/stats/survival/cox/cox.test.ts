import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../../../tests/support/expect-close";
import {
  survivalReference,
  survivalRows,
  survivalSample,
  type Row,
  type SurvivalSet,
} from "../../../../../tests/support/survival-files";
import { lifetimes, type Observations } from "../lifetimes";
import { logRankTest } from "../log-rank";
import { baselineHazards, profileSurvival, relativeHazard } from "./baseline";
import { concordance } from "./concordance";
import { coxFit, type CoxFit } from "./fit";
import { proportionality, type Clock } from "./proportionality";
import type { CoxTies } from "./risk-walk";
import type { CoxSubjects } from "./sample";

/** Runs a generator to its end. */
function done<T>(steps: Generator<void, T, void>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const fitted = (subjects: CoxSubjects, ties: CoxTies = "efron"): CoxFit =>
  done(coxFit(subjects, ties))!;

/** What R's coxph says. */
interface CoxReference {
  readonly n: number;
  readonly events: number;
  readonly coef: readonly number[];
  readonly se: readonly number[];
  readonly z: readonly number[];
  readonly p: readonly number[];
  readonly hr: readonly number[];
  readonly hr_lower95: readonly number[];
  readonly hr_upper95: readonly number[];
  readonly loglik_null: number;
  readonly loglik: number;
  readonly lr_test: readonly [number, number, number];
  readonly wald_test: readonly [number, number, number];
  readonly score_test: readonly [number, number, number];
  readonly concordance: number;
  readonly concordance_counts: Readonly<Record<string, number>>;
  readonly vcov: readonly (readonly number[])[];
  readonly baseline_cumhaz_at_zero: {
    readonly time: readonly number[];
    readonly hazard: readonly number[];
  };
  readonly linear_predictor_centered_first10: readonly number[];
  readonly martingale_first10: readonly number[];
  readonly cox_zph_km?: { readonly chisq: readonly number[]; readonly p: readonly number[] };
  readonly cox_zph_rank?: { readonly chisq: readonly number[]; readonly p: readonly number[] };
}

const is = (column: string, value: string) => (row: Row) => (row[column] === value ? 1 : 0);
const number = (column: string) => (row: Row) => (row[column] === "" ? NaN : Number(row[column]));

const MODELS = {
  rossi: ["fin", "age", "race", "wexp", "mar", "paro", "prio"].map(number),
  lung: ["age", "sex", "ph.ecog"].map(number),
  lung2: ["age", "sex", "ph.ecog", "ph.karno", "wt.loss"].map(number),
  veteran: [
    number("trt"),
    is("celltype", "smallcell"),
    is("celltype", "adeno"),
    is("celltype", "large"),
    ...["karno", "diagtime", "age", "prior"].map(number),
  ],
  telco: [
    number("MonthlyCharges"),
    number("SeniorCitizen"),
    is("Partner", "Yes"),
    is("PaperlessBilling", "Yes"),
  ],
} as const;

/** The complete rows of a public file as subjects. */
function subjectsOf(set: SurvivalSet, model: readonly ((row: Row) => number)[]): CoxSubjects {
  const rows = survivalRows(set).filter((row) => model.every((of) => !Number.isNaN(of(row))));
  return {
    seen: survivalSample(set, rows),
    values: Float64Array.from(rows.flatMap((row) => model.map((of) => of(row)))),
    width: model.length,
    strata: null,
  };
}

const referenceOf = (set: SurvivalSet, model: "cox" | "cox2", ties: CoxTies): CoxReference =>
  (survivalReference(set)[model] as Record<CoxTies, CoxReference>)[ties];

const near = { rel: 1e-8 } as const;

function expectList(actual: ArrayLike<number>, expected: readonly number[], rel = 1e-8): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => expectClose(actual[i]!, value, { rel }));
}

function expectZph(fit: CoxFit, clock: Clock, reference: CoxReference["cox_zph_km"]): void {
  if (reference === undefined) return;
  const { columns, global } = done(proportionality(fit, clock));
  const all = [...columns, global!];
  expectList(
    all.map(({ chiSquared }) => chiSquared),
    reference.chisq,
    1e-6,
  );
  expectList(
    all.map(({ p }) => p),
    reference.p,
    1e-6,
  );
}

describe("coxFit", () => {
  const cases = [
    ["rossi", "cox", "rossi", "efron"],
    ["rossi", "cox", "rossi", "breslow"],
    ["lung", "cox", "lung", "efron"],
    ["lung", "cox", "lung", "breslow"],
    ["lung", "cox2", "lung2", "efron"],
    ["veteran", "cox", "veteran", "efron"],
    ["veteran", "cox", "veteran", "breslow"],
    ["telco", "cox", "telco", "efron"],
    ["telco", "cox", "telco", "breslow"],
  ] as const;

  it.each(cases)("agrees with R survival on %s %s (%s, %s ties)", (set, name, model, ties) => {
    const reference = referenceOf(set, name, ties);
    const fit = fitted(subjectsOf(set, MODELS[model]), ties);
    expect([fit.n, fit.events]).toEqual([reference.n, reference.events]);
    expect(fit.quality).toBe("exact");
    expectList(fit.coefficients, reference.coef);
    expectList(fit.standardErrors, reference.se);
    expectList(fit.z, reference.z);
    fit.p.forEach((p, j) => {
      if (reference.p[j]! > 1e-300) expectClose(p, reference.p[j]!, { rel: 1e-6 });
    });
    expectList(fit.ratios, reference.hr);
    expectList(fit.lower, reference.hr_lower95);
    expectList(fit.upper, reference.hr_upper95);
    // elements that nearly cancel are read against their standard errors
    reference.vcov.flat().forEach((value, at) => {
      const width = reference.coef.length;
      const size = fit.standardErrors[Math.floor(at / width)]! * fit.standardErrors[at % width]!;
      expect(Math.abs(fit.covariance[at]! - value) / size).toBeLessThan(1e-8);
    });
    expectClose(fit.logLikelihood, reference.loglik, { rel: 1e-12 });
    expectClose(fit.nullLogLikelihood, reference.loglik_null, { rel: 1e-12 });
    expectClose(fit.likelihoodRatio.chiSquared, reference.lr_test[0], near);
    expectClose(fit.score.chiSquared, reference.score_test[0], near);
    expect(fit.wald.chiSquared.toFixed(2)).toBe(reference.wald_test[0].toFixed(2));
    for (const [test, [, df, p]] of [
      [fit.likelihoodRatio, reference.lr_test],
      [fit.score, reference.score_test],
    ] as const) {
      expect(test.df).toBe(df);
      if (p > 1e-300) expectClose(test.p, p, { rel: 1e-6 });
    }
  });

  it.each(cases)("tests proportional hazards as cox.zph on %s %s (%s, %s)", (...one) => {
    const [set, name, model, ties] = one;
    const reference = referenceOf(set, name, ties);
    const fit = fitted(subjectsOf(set, MODELS[model]), ties);
    expectZph(fit, "km", reference.cox_zph_km);
    expectZph(fit, "rank", reference.cox_zph_rank);
  });

  it.each(cases)("counts concordant pairs as R on %s %s (%s, %s)", (set, name, model, ties) => {
    const reference = referenceOf(set, name, ties);
    const found = concordance(fitted(subjectsOf(set, MODELS[model]), ties));
    const counts = reference.concordance_counts;
    expect([found.concordant, found.discordant, found.tied]).toEqual([
      counts["concordant"],
      counts["discordant"],
      counts["tied.x"],
    ]);
    expectClose(found.value!, reference.concordance, near);
  });

  it.each(cases)("has R's baseline hazard on %s %s (%s, %s)", (set, name, model, ties) => {
    const reference = referenceOf(set, name, ties);
    const subjects = subjectsOf(set, MODELS[model]);
    const fit = fitted(subjects, ties);
    const [baseline] = done(baselineHazards(fit));
    const { time, hazard } = reference.baseline_cumhaz_at_zero;
    const atZero = relativeHazard(fit, new Float64Array(fit.coefficients.length));
    time.forEach((at, k) => {
      // R lists the first time seen even where nobody leaves at it
      if (hazard[k] === 0) return;
      const survival = profileSurvival(baseline!, at, atZero);
      expectClose(-Math.log(survival), hazard[k]!, { rel: 1e-7 });
    });
    const { width, values, seen } = subjects;
    const predictors = reference.linear_predictor_centered_first10;
    const factorOf = (i: number) =>
      relativeHazard(fit, values.subarray(i * width, (i + 1) * width));
    reference.martingale_first10.forEach((residual, i) => {
      const factor = factorOf(i);
      // R does not centre columns of 0 and 1, so only differences are alike
      const apart = Math.log(factor / factorOf(0)) - (predictors[i]! - predictors[0]!);
      expect(Math.abs(apart)).toBeLessThan(1e-8);
      const hazardOf = -Math.log(profileSurvival(baseline!, seen.durations[i]!, factor));
      if (ties === "breslow") expectClose(seen.outcomes[i]! - hazardOf, residual, { rel: 1e-6 });
    });
  });

  it("has the coefficient of R's set test1: 0.46078 Efron, 0.48389 Breslow (methods D24)", () => {
    const subjects: CoxSubjects = {
      seen: {
        durations: Float64Array.of(4, 3, 1, 1, 2, 2, 3),
        outcomes: Uint8Array.of(1, 1, 1, 0, 1, 1, 0),
        entries: null,
      },
      values: Float64Array.of(0, 2, 1, 1, 1, 0, 0),
      width: 1,
      strata: Int32Array.of(0, 0, 0, 0, 1, 1, 1),
    };
    // by sex, as in R's own test; without strata the same data give 0.46078 and 0.48389 on the whole set
    const whole = { ...subjects, strata: null };
    expect(fitted(whole, "efron").coefficients[0]!.toFixed(5)).toBe("0.46078");
    expect(fitted(whole, "breslow").coefficients[0]!.toFixed(5)).toBe("0.48389");
    expect(fitted(subjects, "efron").coefficients[0]!.toFixed(4)).toBe("0.8023");
  });

  it("has the log-likelihood of Rossi's data (methods D24)", () => {
    const fit = fitted(subjectsOf("rossi", MODELS.rossi));
    expect(fit.logLikelihood.toFixed(4)).toBe("-658.7477");
  });
});

/** Subjects without ties: time by place, groups and values at random. */
const subjects = fc
  .array(
    fc.record({
      gap: fc.integer({ min: 1, max: 9 }),
      isEvent: fc.boolean(),
      group: fc.integer({ min: 0, max: 1 }),
      value: fc.integer({ min: -20, max: 20 }),
      stratum: fc.integer({ min: 0, max: 2 }),
    }),
    { minLength: 12, maxLength: 60 },
  )
  .map((rows) => {
    let time = 0;
    const durations = Float64Array.from(rows, ({ gap }) => (time += gap));
    const outcomes = Uint8Array.from(rows, ({ isEvent }) => (isEvent ? 1 : 0));
    return { rows, seen: { durations, outcomes, entries: null } satisfies Observations };
  });

describe("the laws of Cox's model", () => {
  it("does not depend on the unit of a column", () => {
    fc.assert(
      fc.property(subjects, fc.integer({ min: 1, max: 10_000 }), ({ rows, seen }, scale) => {
        const make = (factor: number): CoxSubjects => ({
          seen,
          values: Float64Array.from(
            rows.flatMap(({ value, group }) => [value * factor + 3, group]),
          ),
          width: 2,
          strata: null,
        });
        const [one, other] = [done(coxFit(make(1))), done(coxFit(make(scale)))];
        expect(other === null).toBe(one === null);
        if (one === null || other === null) return;
        expect(Math.abs(one.logLikelihood - other.logLikelihood)).toBeLessThan(1e-8);
        if (one.isUnbounded.some((flag) => flag === 1) || one.kept.length < 2) return;
        expect(Math.abs(one.coefficients[0]! - other.coefficients[0]! * scale)).toBeLessThan(1e-6);
        expect(Math.abs(one.coefficients[1]! - other.coefficients[1]!)).toBeLessThan(1e-6);
      }),
    );
  });

  it("does not depend on row order", () => {
    fc.assert(
      fc.property(subjects, ({ rows, seen }) => {
        const turned = (list: Float64Array) => list.slice().reverse();
        const make = (isTurned: boolean): CoxSubjects => {
          const values = Float64Array.from(rows, ({ value }) => value);
          return {
            seen: isTurned
              ? {
                  durations: turned(seen.durations),
                  outcomes: seen.outcomes.slice().reverse(),
                  entries: null,
                }
              : seen,
            values: isTurned ? turned(values) : values,
            width: 1,
            strata: null,
          };
        };
        const [one, other] = [done(coxFit(make(false))), done(coxFit(make(true)))];
        expect(other === null).toBe(one === null);
        if (one === null || other === null || one.isUnbounded[0] === 1) return;
        expect(Math.abs(one.coefficients[0]! - other.coefficients[0]!)).toBeLessThan(1e-9);
      }),
    );
  });

  it("has at nothing the sum of the likelihoods of the strata", () => {
    fc.assert(
      fc.property(subjects, ({ rows, seen }) => {
        const strata = Int32Array.from(rows, ({ stratum }) => stratum);
        const values = Float64Array.from(rows, ({ value }) => value);
        const whole = done(coxFit({ seen, values, width: 1, strata }));
        const parts = [0, 1, 2].map((stratum) => {
          const own = Array.from(strata.keys()).filter((i) => strata[i] === stratum);
          return done(
            coxFit({
              seen: {
                durations: Float64Array.from(own, (i) => seen.durations[i]!),
                outcomes: Uint8Array.from(own, (i) => seen.outcomes[i]!),
                entries: null,
              },
              values: Float64Array.from(own, (i) => values[i]!),
              width: 1,
              strata: null,
            }),
          );
        });
        if (whole === null || parts.some((part) => part === null)) return;
        const sum = parts.reduce((total, part) => total + part!.nullLogLikelihood, 0);
        expect(Math.abs(whole.nullLogLikelihood - sum)).toBeLessThan(1e-9);
        // Each stratum may fit its own coefficient: together they reach at least as high, but for where the search stops when
        // a likelihood only rises towards infinity.
        const top = parts.reduce((total, part) => total + part!.logLikelihood, 0);
        expect(top).toBeGreaterThan(whole.logLikelihood - 1e-5);
      }),
    );
  });

  it("tests one binary covariate by score as the log-rank test does", () => {
    fc.assert(
      fc.property(subjects, ({ rows, seen }) => {
        const values = Float64Array.from(rows, ({ group }) => group);
        const fit = done(coxFit({ seen, values, width: 1, strata: null }));
        const slots = (group: number) =>
          Uint32Array.from(rows.flatMap((row, i) => (row.group === group ? [i] : [])));
        const test = logRankTest([
          [0, 1].map((group) => lifetimes(seen, { subjects: slots(group) })),
        ]);
        if (fit === null || test === null) return;
        expect(Math.abs(fit.score.chiSquared - test.chiSquared)).toBeLessThan(1e-9);
      }),
    );
  });

  it("sees with entries at 0 what it sees without, and nobody before the entry", () => {
    fc.assert(
      fc.property(subjects, ({ rows, seen }) => {
        const values = Float64Array.from(rows, ({ value }) => value);
        const make = (entries: Float64Array | null, at = seen): CoxSubjects => ({
          seen: { ...at, entries },
          values,
          width: 1,
          strata: null,
        });
        const plain = done(coxFit(make(null)));
        const zero = done(coxFit(make(new Float64Array(rows.length))));
        expect(zero?.logLikelihood).toBe(plain?.logLikelihood);
        // all enter just before they leave: nobody is ever beside anybody, every likelihood is 1
        const late = seen.durations.map((time) => time - 0.5);
        expect(done(coxFit(make(late)))).toBeNull();
      }),
    );
  });

  it("agrees with brute force under late entry", () => {
    fc.assert(
      fc.property(subjects, ({ rows, seen }) => {
        const entries = seen.durations.map((time, i) => Math.max(0, time - 5 - (i % 7) * 6));
        const values = Float64Array.from(rows, ({ value }) => value / 10);
        const fit = done(coxFit({ seen: { ...seen, entries }, values, width: 1, strata: null }));
        if (fit === null || fit.isUnbounded[0] === 1) return;
        const likelihood = (beta: number): number => {
          let sum = 0;
          seen.durations.forEach((time, i) => {
            if (seen.outcomes[i] === 0) return;
            let risk = 0;
            seen.durations.forEach((other, k) => {
              if (other >= time && entries[k]! < time) risk += Math.exp(beta * values[k]!);
            });
            sum += beta * values[i]! - Math.log(risk);
          });
          return sum;
        };
        const top = fit.coefficients[0]!;
        expect(Math.abs(likelihood(top) - fit.logLikelihood)).toBeLessThan(1e-8);
        for (const step of [-0.01, 0.01]) {
          expect(likelihood(top + step)).toBeLessThanOrEqual(fit.logLikelihood + 1e-9);
        }
      }),
    );
  });

  it("leaves out a column that others add up to, and says where the likelihood has no end", () => {
    const durations = Float64Array.from({ length: 40 }, (_, i) => i + 1);
    const outcomes = Uint8Array.from(durations, (_, i) => (i < 20 ? 1 : 0));
    const seen = { durations, outcomes, entries: null };
    const rows = Array.from(durations, (_, i) => [i % 3, i % 5, (i % 3) + (i % 5), 7]);
    const twice = fitted({
      seen,
      values: Float64Array.from(rows.flat()),
      width: 4,
      strata: null,
    });
    expect(twice.kept).toEqual([0, 1]);
    const apart = fitted({
      seen,
      values: Float64Array.from(durations, (_, i) => (i < 20 ? 1 : 0)),
      width: 1,
      strata: null,
    });
    expect([...apart.isUnbounded]).toEqual([1]);
  });
});
