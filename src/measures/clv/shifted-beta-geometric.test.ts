import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  fitRenewals,
  nextRenewal,
  residualPeriods,
  survivalAfter,
  type RenewalCounts,
  type RenewalFit,
} from "./shifted-beta-geometric";

interface Segment {
  readonly alpha: number;
  readonly beta: number;
  readonly log_likelihood: number;
  readonly standard_errors: readonly [number, number];
  readonly survival_0_to_12: readonly number[];
  readonly retention_1_to_12: readonly number[];
  readonly actual_survival: readonly number[];
  readonly discount: number;
  readonly expected_discounted_lifetime_at_acquisition: number;
  readonly expected_discounted_residual_lifetime_just_before_renewal_after_n_periods: Readonly<
    Record<string, number>
  >;
}
interface Reference {
  readonly segments: Readonly<Record<"regular" | "highend", Segment>>;
}
// the file is of the shape that its README says
const { segments } = JSON.parse(
  readFileSync("../shared/data/reference/sbg.json", "utf8"),
) as Reference;

/** A cohort of a thousand, watched over years 0..7: what the reference was fitted to. */
function cohort({ actual_survival: shares }: Segment): RenewalCounts {
  const left = shares.map((share) => Math.round(share * 1000));
  const lost = Array.from({ length: 7 }, (_, year) => left[year]! - left[year + 1]!);
  return { lost, alive: [0, 0, 0, 0, 0, 0, 0, left[7]!], late: [] };
}
const near = (value: number, expected: number, tolerance: number) => {
  expect(Math.abs(value / expected - 1)).toBeLessThan(tolerance);
};

describe.each(["regular", "highend"] as const)("fitRenewals of the %s segment", (name) => {
  const golden = segments[name];
  const fit = fitRenewals(cohort(golden))!;

  it("is the maximum that scipy finds, with its standard errors", () => {
    expect(fit.quality).toBe("exact");
    near(fit.alpha, golden.alpha, 1e-5);
    near(fit.beta, golden.beta, 1e-5);
    near(fit.logLikelihood, golden.log_likelihood, 1e-9);
    near(Math.sqrt(fit.covariance!.alpha), golden.standard_errors[0], 1e-3);
    near(Math.sqrt(fit.covariance!.beta), golden.standard_errors[1], 1e-3);
  });

  it("has the reference's survival, retention and discounted lifetimes", () => {
    golden.survival_0_to_12.forEach((share, n) => {
      near(survivalAfter(golden, n), share, 1e-10);
    });
    golden.retention_1_to_12.forEach((rate, n) => {
      near(nextRenewal(golden, n), rate, 1e-10);
    });
    const before = golden.expected_discounted_residual_lifetime_just_before_renewal_after_n_periods;
    for (const [periods, expected] of Object.entries(before)) {
      near(residualPeriods(golden, 9, golden.discount)[Number(periods) - 1]!, expected, 1e-9);
    }
    const first = residualPeriods(golden, 0, golden.discount)[0]!;
    near(1 + first / 1.1, golden.expected_discounted_lifetime_at_acquisition, 1e-9);
  });
});

describe("fitRenewals", () => {
  const counts = fc.record({
    lost: fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 3, maxLength: 8 }),
    stays: fc.integer({ min: 1, max: 900 }),
  });

  it("is at a maximum: no neighbour is more likely", () => {
    fc.assert(
      fc.property(counts, ({ lost, stays }) => {
        const data = { lost, alive: [...lost.map(() => 0), stays], late: [] };
        const fit = fitRenewals(data);
        fc.pre(fit?.quality === "exact");
        for (const [a, b] of [
          [1.01, 1],
          [0.99, 1],
          [1, 1.01],
          [1, 0.99],
        ] as const) {
          expect(loglik(data, fit, a, b)).toBeLessThanOrEqual(fit.logLikelihood + 1e-9);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("refuses when nobody left, and when nobody was kept", () => {
    expect(fitRenewals({ lost: [0, 0], alive: [0, 4, 9], late: [] })).toBeNull();
    expect(fitRenewals({ lost: [7], alive: [3], late: [] })).toBeNull();
  });

  it("asks only from the renewal on at which a customer came into sight", () => {
    // Half of the cohort is first seen after its first renewal: the rest of its story is the same.
    const whole = fitRenewals({ lost: [300, 100, 50], alive: [0, 0, 0, 550], late: [] })!;
    const half = fitRenewals({ lost: [150, 100, 50], alive: [0, 0, 0, 550], late: [0, 350] })!;
    near(nextRenewal(half, 1), nextRenewal(whole, 1), 0.05);
    const blind = fitRenewals({ lost: [150, 100, 50], alive: [0, 0, 0, 550], late: [] })!;
    expect(nextRenewal(blind, 0)).toBeGreaterThan(nextRenewal(half, 0));
  });

  it("takes cohorts of several ages: those who were not asked yet say nothing", () => {
    const one = { lost: [30, 12, 6], alive: [0, 0, 0, 52], late: [] };
    const fit = fitRenewals(one)!;
    const asked = fitRenewals({ ...one, alive: [500, 0, 0, 52] })!;
    near(asked.alpha, fit.alpha, 1e-9);
    near(asked.logLikelihood, fit.logLikelihood, 1e-9);
  });
});

describe("residualPeriods", () => {
  it("is next to a perpetuity where everybody is alike, however small the discount", () => {
    // a beta without spread: retention 0.9 whatever the age
    const alike = { alpha: 1e7, beta: 9e7 };
    for (const discount of [0.0008, 0.1]) {
      const expected = 0.9 / (1 - 0.9 / (1 + discount));
      near(residualPeriods(alike, 3, discount)[3]!, expected, 1e-4);
    }
  });
});

/** The log-likelihood near a fit, from survival alone. */
function loglik(
  { lost, alive }: RenewalCounts,
  { alpha, beta }: RenewalFit,
  byA: number,
  byB: number,
): number {
  const at = { alpha: alpha * byA, beta: beta * byB };
  let sum = 0;
  Array.from(lost).forEach((count, slot) => {
    sum += count * Math.log(survivalAfter(at, slot) - survivalAfter(at, slot + 1));
  });
  Array.from(alive).forEach((count, n) => {
    sum += count * Math.log(survivalAfter(at, n));
  });
  return sum;
}
