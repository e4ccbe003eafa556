import { TENURE_PARAMS, TENURE_USES, type TenureGap } from "../../domain/tenure";
import { defineAnalysis, type Params } from "../define";

const { duration, event } = TENURE_PARAMS;

const spec = defineAnalysis({
  id: "renewals",
  revision: 2,
  needs: { customers: ["key"] },
  uses: {
    ...TENURE_USES,
    contracts: [...TENURE_USES.contracts, "amount", "monthlyFee", "termMonths"],
    customers: [...TENURE_USES.customers, "customerName", "monthlyFee"],
  },
  params: {
    duration,
    event,
    /** `auto`: the usual length of the contracts, months where columns count months */
    period: { kind: "choice", options: ["auto", "month", "quarter", "year"], default: "auto" },
    /** a year; what a later period is worth less */
    discount: { kind: "ratio", min: 0.01, max: 0.5, step: 0.01, default: 0.1 },
  },
});

export default spec;

export type RenewalsParams = Params<typeof spec.params>;

/** How often a customer is asked to renew; `unit`: once in each unit of a column that does not say what it counts. */
export type RenewalPeriod = "month" | "quarter" | "year" | "unit";

/** Why there is no model: no source of tenure, or nothing to tell the parameters apart by. */
export type RenewalsGap = TenureGap | "few-customers" | "nobody-left" | "nobody-renewed";

/** The customers that were asked for the n-th time. */
export interface RenewalStep {
  /** 1 = the first renewal */
  readonly renewal: number;
  readonly asked: number;
  readonly kept: number;
  /** kept / asked with its Wilson interval at 95 % */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** the model's rate; null without a model */
  readonly expected: number | null;
  /** product of the rates so far, and the model's share of a cohort that is still there */
  readonly staying: number;
  readonly expectedStaying: number | null;
}

export interface RenewalModel {
  readonly alpha: number;
  readonly beta: number;
  readonly logLikelihood: number;
  readonly quality: "exact" | "boundary" | "not-converged";
  readonly alphaError: number | null;
  readonly betaError: number | null;
}

/** What a model of a period ago said of the renewals since, and what became of them. */
export interface RenewalCheck {
  readonly asked: number;
  readonly expected: number;
  /** within which 95 % of the outcomes would lie if the model were right */
  readonly low: number;
  readonly high: number;
  readonly kept: number;
}

/** What the customers that are there will still pay, discounted. */
export interface RenewalValue {
  readonly total: number;
  /** 95 %, from the uncertainty of the model; null without standard errors */
  readonly low: number | null;
  readonly high: number | null;
  readonly customers: number;
  /** there, but nothing says what they pay */
  readonly withoutFee: number;
}

export interface RenewingCustomer {
  readonly row: number;
  readonly name: string;
  /** renewals so far */
  readonly renewals: number;
  /** chance of the next one */
  readonly chance: number;
  /** money a period, and what is expected to come with and after the next renewal */
  readonly fee: number | null;
  readonly worth: number | null;
}

export interface RenewalsResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly lost: number;
    readonly alpha: number | null;
    readonly beta: number | null;
    readonly logLikelihood: number | null;
    readonly retention1: number | null;
    readonly retentionNext: number | null;
    readonly residualValue: number | null;
  };
  readonly gap: RenewalsGap | null;
  readonly period: RenewalPeriod;
  /** a period, as a share of the year's discount */
  readonly discount: number;
  readonly customers: number;
  readonly lost: number;
  readonly staying: number;
  /** there, and not asked once yet */
  readonly notAsked: number;
  readonly leftOut: number;
  readonly steps: readonly RenewalStep[];
  readonly model: RenewalModel | null;
  readonly check: RenewalCheck | null;
  readonly value: RenewalValue | null;
  /** largest money at stake at the next renewal first; at most 10 */
  readonly atStake: readonly RenewingCustomer[];
}
