import {
  TENURE_PARAM_NAMES,
  TENURE_PARAMS,
  TENURE_USES,
  type LeftOut,
  type LossRule,
  type TenureGap,
  type TenureSource,
  type TenureUnit,
} from "../../domain/tenure";
import { defineAnalysis, type Params } from "../define";

const COVARIATES = ["category", "flag", "number", "money", "ratio"] as const;

const spec = defineAnalysis({
  id: "cox",
  revision: 2,
  needs: { customers: ["key"] },
  uses: TENURE_USES,
  groupsBySegments: true,
  /** All speak of the same lifetimes. */
  shares: { with: "survival", params: TENURE_PARAM_NAMES },
  params: {
    ...TENURE_PARAMS,
    /** what may hasten or delay the leaving; none named = the columns that the losses can carry, in the order of the file */
    covariates: { kind: "columns", entity: "customers", accepts: COVARIATES, empty: "all" },
    /** within whose values customers are compared, each with a hazard of its own */
    strata: { kind: "column", entity: "customers", accepts: COVARIATES },
    ties: { kind: "choice", options: ["efron", "breslow"], default: "efron" },
    /** the clock of the test of proportional hazards */
    clock: { kind: "choice", options: ["km", "rank", "identity", "log"], default: "km" },
  },
});

export default spec;

export type CoxParams = Params<typeof spec.params>;

/** Why a column is not in the model. */
export type CovariateFault =
  /** everybody has the same value */
  | "one-value"
  /** more words than a kind of customer has */
  | "many-words"
  /** unknown for more than a fifth of the customers; only where the reader named no column */
  | "sparse"
  /** grows with the time that a customer has been there; only where the reader named no column */
  | "grows"
  /** more columns than the losses can carry; only where the reader named no column */
  | "budget"
  /** other columns already say it */
  | "collinear";

/** One coefficient. */
export interface CoxTerm {
  readonly column: string;
  /** a number by its step; a flag against its absence; a word against the most frequent one */
  readonly kind: "number" | "flag" | "level";
  /** the word; "" for numbers and flags, and for the words that are taken together */
  readonly level: string;
  /** the word it is compared with; "" for numbers and flags */
  readonly reference: string;
  /** the rare words together */
  readonly isRest: boolean;
  /** change of the log hazard by one unit */
  readonly coefficient: number;
  readonly standardError: number;
  readonly z: number;
  readonly p: number;
  /** units that the ratios are told for: a round number near one standard deviation; 1 for flags and words */
  readonly step: number;
  /** hazard ratio of a step with its 95 % interval; null where the likelihood has no top */
  readonly ratio: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** test that the ratio stays the same over time, and what it is early and late; null where it cannot be said */
  readonly driftP: number | null;
  readonly earlyRatio: number | null;
  readonly lateRatio: number | null;
  /** customers with the word or the flag; of a number those above its mean. And of them lost */
  readonly customers: number;
  readonly lost: number;
  readonly mean: number;
  readonly least: number;
  readonly most: number;
}

/** What remains of a customer at the means of all columns, in one stratum. */
export interface Baseline {
  /** value of the column of strata; "" without one, and for the rare values together */
  readonly label: string;
  readonly customers: number;
  readonly times: Float64Array;
  readonly hazards: Float64Array;
}

export interface CoxTest {
  readonly chiSquared: number;
  readonly df: number;
  readonly p: number;
}

export interface CoxModel {
  /** in the order of the columns */
  readonly terms: readonly CoxTerm[];
  readonly logLikelihood: number;
  readonly nullLogLikelihood: number;
  readonly likelihoodRatio: CoxTest;
  readonly wald: CoxTest;
  readonly score: CoxTest;
  /** of all terms together; null where it cannot be said */
  readonly drift: CoxTest | null;
  /** share of pairs whose order the model has right, ties half; null without a pair */
  readonly concordance: number | null;
  readonly quality: "exact" | "not-converged";
  readonly baselines: readonly Baseline[];
  /** up to here at least ten customers are seen */
  readonly horizon: number;
}

export interface CoxResult {
  readonly kind: "answered";
  /** the figures of the README, and one coefficient for each covariate under its name */
  readonly headline: Readonly<Record<string, number | null>>;
  readonly source: TenureSource | null;
  readonly available: readonly TenureSource[];
  /** why there is no model; null when there is one */
  readonly gap: TenureGap | "nobody" | "no-covariates" | "few-losses" | "no-fit" | null;
  readonly unit: TenureUnit;
  readonly rule: LossRule | null;
  readonly leftOut: LeftOut;
  /** customers in the model, of them lost, and those left out for a missing value */
  readonly n: number;
  readonly events: number;
  readonly missing: number;
  readonly strata: { readonly column: string; readonly count: number } | null;
  /** whether the reader named the columns */
  readonly isChosen: boolean;
  readonly columns: readonly string[];
  readonly unused: readonly { readonly column: string; readonly reason: CovariateFault }[];
  readonly model: CoxModel | null;
}
