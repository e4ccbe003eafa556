import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectClose } from "../../../../tests/support/expect-close";
import {
  slotsByValue,
  survivalReference,
  survivalRows,
  survivalSample,
  type CurveReference,
  type SurvivalSet,
  type TestReference,
} from "../../../../tests/support/survival-files";
import { kaplanMeier, stepAt, type SurvivalCurve } from "./kaplan-meier";
import { atRiskAt, lifetimes, type Observations } from "./lifetimes";
import { logRankTest } from "./log-rank";
import { restrictedMean } from "./restricted-mean";
import { smoothHazard } from "./smooth-hazard";
import { survivalQuantile } from "./survival-quantile";

const near = { rel: 1e-9 } as const;

function expectSame(actual: ArrayLike<number>, expected: readonly (number | null)[]): void {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, i) => {
    if (value === null) expect(actual[i]).toBeNaN();
    else if (value === 0) expect(actual[i]).toBe(0);
    else expectClose(actual[i]!, value, near);
  });
}

function expectCurve(curve: SurvivalCurve, reference: CurveReference): void {
  expect([curve.n, curve.eventCount]).toEqual([reference.n, reference.events]);
  expectSame(curve.times, reference.time);
  expectSame(curve.atRisk, reference.n_risk);
  expectSame(curve.events, reference.n_event);
  expectSame(curve.survival, reference.surv);
  expectSame(curve.standardErrors, reference.std_err_greenwood);
  expectSame(curve.lower, reference.ci_loglog.lower);
  expectSame(curve.upper, reference.ci_loglog.upper);
  const { est, lower, upper } = reference.median_ci_loglog;
  expect(survivalQuantile(curve, 0.5)).toEqual({ estimate: est, lower, upper });
  const mean = restrictedMean(curve, curve.lastTime);
  expectClose(mean.mean, reference.rmean_to_last_time.est, near);
  expectClose(mean.standardError, reference.rmean_to_last_time.se, near);
}

const CURVES: readonly (readonly [SurvivalSet, string, string | null])[] = [
  ["lung", "km_all", null],
  ["lung", "km_by_sex", "sex"],
  ["rossi", "km_all", null],
  ["rossi", "km_by_fin", "fin"],
  ["veteran", "km_by_trt", "trt"],
  ["veteran", "km_by_celltype", "celltype"],
  ["waltons", "km_by_group", "group"],
  ["telco", "km_all", null],
  ["telco", "km_by_contract", "Contract"],
];

describe("kaplanMeier", () => {
  it.each(CURVES)("agrees with R survfit on %s, %s, to 1e-9", (set, name, column) => {
    const rows = survivalRows(set);
    const sample = survivalSample(set, rows);
    const reference = survivalReference(set)[name] as never;
    if (column === null) {
      expectCurve(kaplanMeier(lifetimes(sample)), reference);
      return;
    }
    const byGroup = reference as Readonly<Record<string, CurveReference>>;
    const groups = slotsByValue(rows, column);
    expect([...groups.keys()]).toEqual(Object.keys(byGroup).sort());
    for (const [value, subjects] of groups) {
      expectCurve(kaplanMeier(lifetimes(sample, { subjects })), byGroup[value]!);
    }
  });

  it("gives the values computed for the Waltons data", () => {
    const rows = survivalRows("waltons");
    const subjects = slotsByValue(rows, "group").get("miR-137")!;
    const curve = kaplanMeier(lifetimes(survivalSample("waltons", rows), { subjects }));
    const at30 = stepAt(curve, 30);
    expect(curve.survival[at30]).toBeCloseTo(0.2353, 4);
    expect(curve.standardErrors[at30]).toBeCloseTo(0.0727, 4);
    expect(curve.lower[at30]).toBeCloseTo(0.1109, 4);
    expect(curve.upper[at30]).toBeCloseTo(0.386, 4);
  });

  it("counts who came late only after they came", () => {
    const seen: Observations = {
      durations: Float64Array.of(2, 3, 5, 6),
      outcomes: Uint8Array.of(1, 1, 0, 1),
      entries: Float64Array.of(0, 2, 1, 4),
    };
    const curve = kaplanMeier(lifetimes(seen));
    // at 2: the first and the third, as the second comes at 2; at 3: the second and the third; at 6: the last alone
    expect([...curve.atRisk]).toEqual([2, 2, 1]);
    expect([...curve.survival]).toEqual([0.5, 0.25, 0]);
  });

  const samples = fc
    .array(
      fc.record({
        duration: fc.integer({ min: 1, max: 40 }),
        outcome: fc.integer({ min: 0, max: 1 }),
        entry: fc.integer({ min: 0, max: 39 }),
      }),
      { minLength: 1, maxLength: 60 },
    )
    .map((list) => list.map((one) => ({ ...one, entry: Math.min(one.entry, one.duration - 1) })));
  const sampleOf = (
    list: readonly { duration: number; outcome: number; entry: number }[],
    hasEntries: boolean,
  ): Observations => ({
    durations: Float64Array.from(list, ({ duration }) => duration),
    outcomes: Uint8Array.from(list, ({ outcome }) => outcome),
    entries: hasEntries ? Float64Array.from(list, ({ entry }) => entry) : null,
  });

  it("counts at risk what a plain count finds, with late entries", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const curve = kaplanMeier(lifetimes(sampleOf(list, true)));
        curve.times.forEach((time, k) => {
          const count = list.filter(({ entry, duration }) => entry < time && duration >= time);
          expect(curve.atRisk[k]).toBe(count.length);
        });
      }),
    );
  });

  it("is the share that is left when nobody is censored, falls, and stays within its band", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const all = list.map((one) => ({ ...one, outcome: 1 }));
        const curve = kaplanMeier(lifetimes(sampleOf(all, false)));
        let before = 1;
        curve.times.forEach((time, k) => {
          const left = all.filter(({ duration }) => duration > time).length / all.length;
          expect(curve.survival[k]).toBeCloseTo(left, 12);
          expect(curve.survival[k]).toBeLessThan(before);
          before = curve.survival[k]!;
          if (left === 0) return;
          expect(curve.lower[k]).toBeLessThan(left);
          expect(curve.upper[k]).toBeGreaterThan(left);
          // Greenwood is the binomial variance then.
          const binomial = Math.sqrt((left * (1 - left)) / all.length);
          expect(curve.standardErrors[k]).toBeCloseTo(binomial, 12);
        });
      }),
    );
  });

  it("has entries at zero for the same as none", () => {
    fc.assert(
      fc.property(samples, (list) => {
        const zero = list.map((one) => ({ ...one, entry: 0 }));
        expect(kaplanMeier(lifetimes(sampleOf(zero, true)))).toEqual(
          kaplanMeier(lifetimes(sampleOf(zero, false))),
        );
      }),
    );
  });
});

describe("logRankTest", () => {
  const TESTS: readonly (readonly [SurvivalSet, string, (row: never) => string | null])[] = [
    ["lung", "logrank_sex", (row: { sex: string }) => row.sex],
    ["lung", "logrank_ph_ecog", (row: { "ph.ecog": string }) => row["ph.ecog"] || null],
    ["rossi", "logrank_fin", (row: { fin: string }) => row.fin],
    ["rossi", "logrank_prio_ge5", (row: { prio: string }) => String(Number(Number(row.prio) >= 5))],
    ["veteran", "logrank_trt", (row: { trt: string }) => row.trt],
    ["veteran", "logrank_celltype", (row: { celltype: string }) => row.celltype],
    ["waltons", "logrank_group", (row: { group: string }) => row.group],
    ["telco", "logrank_contract", (row: { Contract: string }) => row.Contract],
    ["telco", "logrank_gender", (row: { gender: string }) => row.gender],
  ];

  it.each(TESTS)("agrees with R survdiff on %s, %s, to 1e-9", (set, name, groupOf) => {
    const reference = survivalReference(set)[name] as TestReference;
    const rows = survivalRows(set).flatMap((row) => {
      const group = groupOf(row as never);
      return group === null || group === "NA" ? [] : [{ ...row, group }];
    });
    const sample = survivalSample(set, rows);
    const groups = [...slotsByValue(rows, "group").values()];
    const times = groups.map((subjects) => lifetimes(sample, { subjects }));
    const test = logRankTest([times])!;
    expectSame(test.observed, reference.observed);
    expectSame(test.expected, reference.expected);
    expectSame(test.covariance, reference.var.flat());
    expectClose(test.chiSquared, reference.chisq, near);
    expect(test.df).toBe(reference.df);
    if (reference.p > 1e-300) expectClose(test.p, reference.p, near);
    const peto = logRankTest([times], "peto")!;
    expectClose(peto.chiSquared, reference.peto_peto_rho1.chisq, near);
  });

  it("agrees with R survdiff with strata to 1e-9", () => {
    const rows = survivalRows("veteran");
    const sample = survivalSample("veteran", rows);
    const strata = [...slotsByValue(rows, "celltype").values()].map((slots) =>
      ["1", "2"].map((trt) =>
        lifetimes(sample, { subjects: slots.filter((slot) => rows[slot]!["trt"] === trt) }),
      ),
    );
    const reference = survivalReference("veteran")[
      "logrank_trt_stratified_by_celltype"
    ] as TestReference;
    const test = logRankTest(strata)!;
    expectSame(test.expected, reference.expected);
    expectClose(test.chiSquared, reference.chisq, near);
    expectClose(test.p, reference.p, near);
  });

  it("weighs by Gehan as the rank sum of complete times does", () => {
    // Without censoring Gehan's statistic is Wilcoxon's: group sums of ranks, here of 1..6 without ties.
    const at = (...times: number[]) =>
      lifetimes({
        durations: Float64Array.from(times),
        outcomes: new Uint8Array(times.length).fill(1),
        entries: null,
      });
    const test = logRankTest([[at(1, 3, 4), at(2, 5, 6)]], "gehan")!;
    // Each pair counts +1 for the one that goes first: 1 < 2,5,6; 3 < 5,6; 4 < 5,6; but 2 < 3,4.
    expect(test.observed[0]! - test.expected[0]!).toBeCloseTo(7 - 2, 12);
  });

  it("has nothing to say of one group, or without an event", () => {
    const quiet = lifetimes({
      durations: Float64Array.of(3, 4),
      outcomes: Uint8Array.of(0, 0),
      entries: null,
    });
    expect(logRankTest([[quiet]])).toBeNull();
    expect(logRankTest([[quiet, quiet]])).toBeNull();
  });
});

describe("smoothHazard", () => {
  it("is events ÷ time at risk when everything is near", () => {
    const sorted = lifetimes(survivalSample("lung"));
    const { hazards } = smoothHazard(sorted, { from: 400, to: 600 }, 1e6);
    const time = [...sorted.ends].reduce((sum, end) => sum + end, 0);
    expectClose(hazards[40]!, sorted.events.length / time, { rel: 1e-3 });
  });

  it("finds the constant rate of an exponential law within its own interval, at both ends too", () => {
    const durations = Float64Array.from({ length: 4000 }, (_, i) =>
      Math.min(300, -100 * Math.log(1 - (i + 0.5) / 4000)),
    );
    const outcomes = Uint8Array.from(durations, (time) => (time < 300 ? 1 : 0));
    const sorted = lifetimes({ durations, outcomes, entries: null });
    const { hazards, lower, upper } = smoothHazard(sorted, { from: 0, to: 290 }, 30);
    hazards.forEach((hazard, k) => {
      expect(Math.abs(hazard / 0.01 - 1)).toBeLessThan(0.05);
      expect(lower[k]).toBeLessThan(0.01);
      expect(upper[k]).toBeGreaterThan(0.01);
    });
    expect(atRiskAt(sorted, 300)).toBeGreaterThan(0);
  });
});
