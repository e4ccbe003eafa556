import { drawNormal } from "../../kernel/stats/draw";
import type { Rng } from "../../kernel/base/rng";
import { fitSmoothing } from "../../kernel/stats/smoothing/fit";
import type { SmoothingForm } from "../../kernel/stats/smoothing/form";
import { errorScale, simulatePath } from "../../kernel/stats/smoothing/simulate";
import { projected } from "../../kernel/stats/smoothing/smooth";
import type { MethodId } from "./spec";

/** Months of a season. */
export const YEAR = 12;

export type SmoothingId = Exclude<MethodId, "naive" | "mean">;

const FORMS: Readonly<Record<SmoothingId, SmoothingForm>> = {
  level: { trend: "none", season: "none" },
  season: { trend: "none", season: "additive" },
  "season-ratio": { trend: "none", season: "multiplicative" },
  "trend-season": { trend: "additive", season: "additive" },
  "trend-season-ratio": { trend: "additive", season: "multiplicative" },
  "damped-season": { trend: "damped", season: "additive" },
};

/** The smoothing methods that can be fitted: ratios to the level need values above zero. */
export function fittable(values: Float64Array): readonly SmoothingId[] {
  const hasRatios = values.every((value) => value > 0);
  return (Object.keys(FORMS) as SmoothingId[]).filter(
    (id) => hasRatios || FORMS[id].season !== "multiplicative",
  );
}

/** What a method says of the months after some values. */
export interface Outlook {
  readonly expected: Float64Array<ArrayBuffer>;
  /** one possible future for the shocks (standard normal), into the second array */
  readonly path: (shocks: Float64Array, into: Float64Array) => void;
}

/** A single method fitted to values of at least two years. */
export function outlookOf(
  id: Exclude<MethodId, "mean">,
  values: Float64Array,
  steps: number,
): Outlook {
  if (id === "naive") return naiveOutlook(values, steps);
  const fit = fitSmoothing(values, FORMS[id], YEAR);
  const scale = errorScale(fit, values);
  return {
    expected: projected(fit.state, fit.form, fit.parameters.damping, steps),
    path: (shocks, into) => {
      simulatePath(fit, scale, shocks, into);
    },
  };
}

/** Half of each; the two err together, as they saw the same months. */
export function meanOutlook(one: Outlook, other: Outlook): Outlook {
  const aside = new Float64Array(one.expected.length);
  return {
    expected: one.expected.map((value, h) => (value + other.expected[h]!) / 2),
    path: (shocks, into) => {
      one.path(shocks, into);
      other.path(shocks, aside);
      for (let h = 0; h < into.length; h++) into[h] = (into[h]! + aside[h]!) / 2;
    },
  };
}

function naiveOutlook(values: Float64Array, steps: number): Outlook {
  const n = values.length;
  const last = values.subarray(n - YEAR);
  const scale = Math.sqrt(meanChange(values, (change) => change * change));
  return {
    expected: Float64Array.from({ length: steps }, (_, h) => last[h % YEAR]!),
    path: (shocks, into) => {
      for (let h = 0; h < into.length; h++) {
        const before = h < YEAR ? last[h]! : into[h - YEAR]!;
        into[h] = before + scale * shocks[h]!;
      }
    },
  };
}

/** Mean of a measure of the changes on the same month of the year before; NaN of less than a year and a month. */
export function meanChange(values: Float64Array, measure: (change: number) => number): number {
  let sum = 0;
  for (let t = YEAR; t < values.length; t++) sum += measure(values[t]! - values[t - YEAR]!);
  return sum / (values.length - YEAR);
}

export interface Interval {
  readonly low: Float64Array<ArrayBuffer>;
  readonly high: Float64Array<ArrayBuffer>;
  readonly totalLow: number;
  readonly totalHigh: number;
}

/** The middle 80 % of some possible futures, of each month and of their total; never below `floor`. */
export function interval(
  outlook: Outlook,
  { paths, floor, rng }: { paths: number; floor: number; rng: Rng },
): Interval {
  const steps = outlook.expected.length;
  const shocks = new Float64Array(steps);
  const path = new Float64Array(steps);
  const values = Array.from({ length: steps }, () => new Float64Array(paths));
  const totals = new Float64Array(paths);
  for (let k = 0; k < paths; k++) {
    for (let h = 0; h < steps; h++) shocks[h] = drawNormal(rng);
    outlook.path(shocks, path);
    for (let h = 0; h < steps; h++) {
      const value = Math.max(floor, path[h]!);
      values[h]![k] = value;
      totals[k]! += value;
    }
  }
  const at = (sorted: Float64Array, share: number): number =>
    sorted[Math.round(share * (paths - 1))]!;
  for (const column of values) column.sort();
  totals.sort();
  return {
    low: Float64Array.from(values, (column) => at(column, 0.1)),
    high: Float64Array.from(values, (column) => at(column, 0.9)),
    totalLow: at(totals, 0.1),
    totalHigh: at(totals, 0.9),
  };
}
