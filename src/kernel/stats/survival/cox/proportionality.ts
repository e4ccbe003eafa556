import { chiSquaredUpper } from "../../chi-squared";
import { choleskyFactor, choleskySolve } from "../../cholesky";
import { averageRanks } from "../../rank";
import { kaplanMeier } from "../kaplan-meier";
import type { ChiSquaredTest, CoxFit } from "./fit";
import { riskWalk } from "./risk-walk";

/** The clock against which an effect may drift: share that is gone, rank of the time, the time itself, or its logarithm. */
export type Clock = "km" | "rank" | "identity" | "log";

/** Whether one effect stays the same over time. */
export interface Drift extends ChiSquaredTest {
  /** the coefficient early and late (at a tenth and nine tenths of the events), by one Newton step; null where it cannot be said */
  readonly early: number | null;
  readonly late: number | null;
}

export interface Proportionality {
  /** by kept column of the fit */
  readonly columns: readonly Drift[];
  /** all of them together; null where it cannot be said */
  readonly global: ChiSquaredTest | null;
}

/** Σ over the times with events of score and information, plain and weighed by the clock. */
interface DriftSums {
  readonly width: number;
  readonly drift: Float64Array;
  /** information of the effects, of effects × clock, of clock × clock; lower triangles */
  readonly plain: Float64Array;
  readonly mixed: Float64Array;
  readonly squared: Float64Array;
}

/**
 * Test of proportional hazards: the score test of β(t) = β + θ g(t), for each column and for all.
 *
 * @param fit    from `coxFit`
 * @param clock  g: as `cox.zph` of R, the default is 1 − S(t−) of Kaplan and Meier over all strata
 * @yields between slices of work
 *
 * Sums of scaled Schoenfeld residuals against g are the one-step estimate of θ (Grambsch & Therneau 1994, *Biometrika* 81); the test
 * uses the full information of (β, θ) at (β̂, 0), as survival 3 does, and does not depend on where g has its zero. O(n × width²).
 * Against R survival 3.5-3 cox.zph, km and rank, relative 1e-6.
 */
export function* proportionality(
  fit: CoxFit,
  clock: Clock = "km",
): Generator<void, Proportionality, void> {
  const { sample, ties, scaledCoefficients } = fit;
  const { width } = sample;
  const clockOf = clockTimes(fit, clock);
  const spread = clockSpread(fit, clockOf);
  const sums: DriftSums = {
    width,
    drift: new Float64Array(width),
    plain: new Float64Array(width ** 2),
    mixed: new Float64Array(width ** 2),
    squared: new Float64Array(width ** 2),
  };
  yield* riskWalk(sample, scaledCoefficients, ties, ({ time, score, information }) => {
    // centred: θ then says how the effect turns about its mean
    const g = clockOf(time) - spread.mean;
    for (let j = 0; j < width; j++) sums.drift[j]! += g * score[j]!;
    for (let j = 0; j < information.length; j++) {
      sums.plain[j]! += information[j]!;
      sums.mixed[j]! += g * information[j]!;
      sums.squared[j]! += g * g * information[j]!;
    }
  });
  const columns = Array.from({ length: width }, (_, j) => driftOf(fit, sums, j, spread));
  const every = Array.from({ length: width }, (_, j) => j);
  return { columns, global: tested(sums, every)?.test ?? null };
}

/** The share of all distinct times at which the clock shows a value. */
function clockTimes({ sample }: CoxFit, clock: Clock): (time: number) => number {
  const { ends, isEvent, entries } = sample;
  switch (clock) {
    case "identity":
      return (time) => time;
    case "log":
      return (time) => Math.log(Math.max(time, Number.MIN_VALUE));
    case "rank": {
      const ranks = averageRanks(ends);
      const byTime = new Map(Array.from(ends, (time, place) => [time, ranks[place]!]));
      return (time) => byTime.get(time) ?? NaN;
    }
    case "km": {
      const curve = kaplanMeier({
        ends: ends.slice().sort(),
        events: ends.filter((_, place) => isEvent[place] !== 0).sort(),
        entries: entries === null ? null : entries.slice().sort(),
      });
      const { times, survival } = curve;
      const before = new Map(
        Array.from(times, (time, k) => [time, k === 0 ? 0 : 1 - survival[k - 1]!]),
      );
      return (time) => before.get(time) ?? NaN;
    }
  }
}

interface Spread {
  readonly mean: number;
  /** the clock at a tenth and at nine tenths of the events, less the mean */
  readonly early: number;
  readonly late: number;
}

function clockSpread({ sample }: CoxFit, clockOf: (time: number) => number): Spread {
  const { ends, isEvent } = sample;
  const shown = ends
    .filter((_, place) => isEvent[place] !== 0)
    .map(clockOf)
    .sort();
  const mean = shown.reduce((sum, value) => sum + value, 0) / shown.length;
  const at = (share: number) => shown[Math.round(share * (shown.length - 1))]! - mean;
  return { mean, early: at(0.1), late: at(0.9) };
}

function driftOf(fit: CoxFit, sums: DriftSums, j: number, { early, late }: Spread): Drift {
  const found = tested(sums, [j]);
  if (found === null) return { chiSquared: 0, df: 1, p: 1, early: null, late: null };
  const { deviations } = fit.sample;
  const turn = found.turn / deviations[j]!;
  const coefficient = fit.coefficients[j]!;
  return {
    ...found.test,
    early: coefficient + turn * early,
    late: coefficient + turn * late,
  };
}

/** Score test of θ for some columns, and the one-step θ of the last of them; null when the clock never moves. */
function tested(
  { width, drift, plain, mixed, squared }: DriftSums,
  columns: readonly number[],
): { readonly test: ChiSquaredTest; readonly turn: number } | null {
  const size = width + columns.length;
  const matrix = new Float64Array(size * size);
  const lower = (part: Float64Array, a: number, b: number): number =>
    part[Math.max(a, b) * width + Math.min(a, b)]!;
  for (let a = 0; a < width; a++) {
    for (let b = 0; b <= a; b++) matrix[a * size + b] = lower(plain, a, b);
  }
  columns.forEach((column, at) => {
    const row = (width + at) * size;
    for (let b = 0; b < width; b++) matrix[row + b] = lower(mixed, column, b);
    for (let b = 0; b <= at; b++) matrix[row + width + b] = lower(squared, column, columns[b]!);
  });
  if (!choleskyFactor(matrix, size)) return null;
  const right = new Float64Array(size);
  columns.forEach((column, at) => (right[width + at] = drift[column]!));
  const solved = right.slice();
  choleskySolve(matrix, size, solved);
  const chiSquared = solved.reduce((sum, value, i) => sum + value * right[i]!, 0);
  const df = columns.length;
  return {
    test: { chiSquared, df, p: chiSquaredUpper(chiSquared, df) },
    turn: solved[size - 1]!,
  };
}
