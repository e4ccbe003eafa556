import type { FieldKind } from "../../domain/field";
import { defineAnalysis, type Params } from "../define";

const FLAGS = ["flag", "category", "text", "number"] as const satisfies readonly FieldKind[];
const FEATURES = [
  "number",
  "money",
  "ratio",
  "flag",
  "category",
] as const satisfies readonly FieldKind[];

const spec = defineAnalysis({
  id: "targeting",
  revision: 1,
  needs: { customers: ["key"] },
  uses: {
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["customerName", "hasChurned", "monthlyFee"],
  },
  params: {
    /** as for the churn model, so that both speak of the same chances */
    source: { kind: "choice", options: ["auto", "label", "orders"], default: "auto" },
    label: { kind: "column", entity: "customers", accepts: FLAGS },
    features: { kind: "columns", entity: "customers", accepts: FEATURES, empty: "all" },
    value: { kind: "column", entity: "customers", accepts: ["money", "number"] },
    windowDays: { kind: "integer", min: 0, max: 730, unit: "day", default: 0 },
    /** money of a kept customer where the data do not say it, and for the EMPC */
    clv: { kind: "number", min: 0.01, max: 1e9, default: 200 },
    /** money of the offer, paid when it is taken */
    offer: { kind: "number", min: 0, max: 1e9, default: 10 },
    /** money of one contact */
    contact: { kind: "number", min: 0, max: 1e9, default: 1 },
    /** acceptance by somebody who would have left ~ beta(alpha, beta) */
    alpha: { kind: "number", min: 0.1, max: 1000, default: 6 },
    beta: { kind: "number", min: 0.1, max: 1000, default: 14 },
    /** what of a customer's money is gained by keeping it */
    margin: { kind: "ratio", min: 0.01, max: 1, step: 0.01, default: 1 },
    /** share of the list that is left alone, to see what the contact does */
    holdout: { kind: "ratio", min: 0, max: 0.5, step: 0.01, default: 0.1 },
  },
});

export default spec;

export type TargetingParams = Params<typeof spec.params>;

export interface TargetingLine {
  readonly row: number;
  readonly name: string;
  /** 0..1 */
  readonly chance: number;
  /** money gained by keeping the customer */
  readonly value: number;
  /** expected profit of contacting it */
  readonly profit: number;
}

/** A length of the list; names the cell "first:<customers>". */
export interface LengthPoint {
  readonly customers: number;
  /** sorted by expected profit */
  readonly profit: number;
  /** sorted by chance of leaving */
  readonly byChance: number;
}

export interface HoldoutPlan {
  readonly contacted: number;
  readonly leftAlone: number;
  /** share of the list that is expected to leave without a contact */
  readonly leaving: number;
  /** what the contact is expected to take off that share */
  readonly expectedEffect: number;
  /** smallest difference of both shares that would be seen: 5 % two-sided, power 80 %; null without both parts */
  readonly detectable: number | null;
  /** customers in each part to see the expected effect; null when none is expected */
  readonly neededEach: number | null;
}

export interface TargetingResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number | null;
    readonly empc: number | null;
    readonly empcShare: number | null;
    readonly bestLength: number | null;
    readonly expectedProfit: number | null;
    readonly profitOfAll: number | null;
  };
  readonly refusal: { readonly code: string; readonly need: number; readonly have: number } | null;
  /** where the money of a customer is from; null: the same `clv` for all */
  readonly valueFrom: "sales" | "fee" | "column" | null;
  /** mean acceptance */
  readonly acceptance: number;
  readonly plan: null | {
    readonly customers: number;
    readonly bestLength: number;
    readonly expectedProfit: number;
    /** what the best length earns when sorted by chance instead */
    readonly byChanceProfit: number;
    readonly profitOfAll: number;
    /** customers at risk that are not worth a contact; cell "not-worth" */
    readonly notWorth: number;
    /** chance from which a customer counts as at risk */
    readonly riskFrom: number;
    readonly points: readonly LengthPoint[];
    /** the most profitable, at most 50 */
    readonly lines: readonly TargetingLine[];
    readonly holdout: HoldoutPlan;
  };
}
