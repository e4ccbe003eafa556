import {
  TENURE_PARAMS,
  TENURE_USES,
  type LeftOut,
  type LossRule,
  type TenureGap,
  type TenureSource,
  type TenureUnit,
} from "../../domain/tenure";
import { defineAnalysis, type Params } from "../define";

const GROUPING = {
  kind: "column",
  entity: "customers",
  accepts: ["category", "flag", "number", "money"],
} as const;

const spec = defineAnalysis({
  id: "survival",
  revision: 3,
  needs: { customers: ["key"] },
  uses: TENURE_USES,
  groupsBySegments: true,
  params: {
    ...TENURE_PARAMS,
    /** whose curves are compared */
    group: GROUPING,
    /** within which the comparison is made */
    strata: GROUPING,
    weighting: {
      kind: "choice",
      options: ["log-rank", "gehan", "peto", "late"],
      default: "log-rank",
    },
  },
});

export default spec;

export type SurvivalParams = Params<typeof spec.params>;

/** A time with its 95 % interval, in the unit of the durations; null where the curve never gets there. */
export interface TimeLine {
  readonly estimate: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
}

/** One curve. The step arrays are of one length; bands are NaN once nobody is left. */
export interface CurveLine {
  readonly kind: "all" | "value" | "range" | "rest";
  /** the value of the group column; "" for all customers, for a range and for the rest */
  readonly label: string;
  /** ends of a range of numbers */
  readonly from: number | null;
  readonly to: number | null;
  readonly n: number;
  readonly events: number;
  readonly median: TimeLine;
  /** mean time within the common horizon, with its standard error */
  readonly meanWithin: number;
  readonly meanError: number;
  readonly lastTime: number;
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly survival: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** One stretch of time since the start. */
export interface TenureBand {
  /** names the cell "band:<index>" */
  readonly index: number;
  /** exclusive, but for the first, which begins with 0 */
  readonly from: number;
  readonly to: number;
  /** in sight at the beginning of it */
  readonly atRisk: number;
  readonly lost: number;
  /** last seen in it without being lost */
  readonly censored: number;
  /** lost ÷ time spent in it, with its 95 % interval; null without time, or without a loss */
  readonly hazard: number | null;
  readonly hazardLower: number | null;
  readonly hazardUpper: number | null;
  /** share that is left at its end; null when nobody is seen that long */
  readonly survival: number | null;
}

export interface Comparison {
  readonly column: string;
  /** null: fewer than two groups are ever at risk, or nobody is lost */
  readonly test: { readonly chi2: number; readonly df: number; readonly p: number } | null;
  /** weighted losses, and those expected if all groups were alike; by group, empty without a test */
  readonly observed: Float64Array;
  readonly expected: Float64Array;
  /** group i is the cell "group:<i>" */
  readonly groups: readonly CurveLine[];
  /** customers without a value of the group column */
  readonly missing: number;
  readonly strata: {
    readonly column: string;
    readonly count: number;
    readonly missing: number;
  } | null;
  /** two curves cross clearly: the means within the horizon say more than the test */
  readonly crosses: boolean;
}

export interface SurvivalResult {
  readonly kind: "answered";
  /** nobody can be followed, or nobody has left */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly n: number;
    readonly events: number;
    readonly median: number | null;
    readonly medianLower: number | null;
    readonly medianUpper: number | null;
    readonly meanWithin: number | null;
    readonly chi2: number | null;
    readonly df: number | null;
    readonly p: number | null;
    readonly windowDays: number | null;
  };
  readonly source: TenureSource | null;
  /** the sources that the data have */
  readonly available: readonly TenureSource[];
  /** why there is no curve; null when there is one */
  readonly gap: TenureGap | "nobody" | null;
  readonly unit: TenureUnit;
  readonly rule: LossRule | null;
  readonly leftOut: LeftOut;
  /** up to where the means are taken: as far as every group is seen */
  readonly horizon: number;
  readonly all: CurveLine | null;
  readonly bands: readonly TenureBand[];
  /** the band in which customers leave significantly more than elsewhere; null when none stands out */
  readonly peakBand: number | null;
  readonly hazard: {
    readonly times: Float64Array;
    readonly hazards: Float64Array;
    readonly lower: Float64Array;
    readonly upper: Float64Array;
    readonly bandwidth: number;
  } | null;
  readonly comparison: Comparison | null;
}
