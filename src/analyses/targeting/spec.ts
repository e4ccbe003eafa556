import { CHURN_PARAM_NAMES, CHURN_PARAMS, type ChurnRefusal } from "../churn-params";
import { defineAnalysis, type Params } from "../define";

const COUNT = { kind: "integer", min: 0, max: 1e7, unit: "customer", default: 0 } as const;
/** Below 0: as a share of what a customer brings. */
const MONEY = { kind: "number", min: -1, max: 1e9, default: -1 } as const;

const spec = defineAnalysis({
  id: "targeting",
  revision: 2,
  needs: { customers: ["key"] },
  uses: {
    orders: ["customer", "orderedOn", "amount", "lineKind", "profit"],
    customers: ["customerName", "hasChurned", "monthlyFee"],
  },
  /** Both speak of the same chances. */
  shares: { with: "churn-model", params: CHURN_PARAM_NAMES },
  params: {
    ...CHURN_PARAMS,
    /** part of a customer's money that is profit; 0 = from the data */
    margin: { kind: "ratio", min: 0, max: 1, step: 0.01, default: 0 },
    /** profit of a year of the usual customer, for the EMPC and for those whose money is unknown; 0 = from the data */
    clv: { kind: "number", min: 0, max: 1e9, default: 0 },
    /** money of the offer, paid when it is taken */
    offer: MONEY,
    /** money of one contact */
    contact: MONEY,
    /** acceptance by somebody who would have left ~ beta(alpha, beta) */
    alpha: { kind: "number", min: 0.1, max: 1000, default: 6 },
    beta: { kind: "number", min: 0.1, max: 1000, default: 14 },
    /** share of the list that is left alone, to see what the contact does */
    holdout: { kind: "ratio", min: 0, max: 0.5, step: 0.01, default: 0.1 },
    /** what became of a campaign: those contacted and those left alone, and how many of each left */
    contacted: COUNT,
    contactedLeft: COUNT,
    alone: COUNT,
    aloneLeft: COUNT,
  },
});

export default spec;

export type TargetingParams = Params<typeof spec.params>;

/** `given`: by the reader; `data`: from the data; `assumed`: nothing says it. */
export type TermFrom = "given" | "data" | "assumed";

/** What is reckoned with, and where it is from. */
export interface TargetingTerms {
  /** profit ÷ money of a customer; 1 where `clv` is all that there is */
  readonly margin: number;
  readonly marginFrom: TermFrom;
  /** profit of a year of the usual customer: the median */
  readonly clv: number;
  readonly clvFrom: TermFrom;
  readonly offer: number;
  /** `assumed`: `OFFER_SHARE` of `clv` */
  readonly offerFrom: TermFrom;
  readonly contact: number;
  /** `assumed`: `CONTACT_SHARE` of `clv` */
  readonly contactFrom: TermFrom;
}

/** Offer and contact as parts of a customer's value in the published defaults: 10 and 1 of 200. */
export const OFFER_SHARE = 0.05;
export const CONTACT_SHARE = 0.005;

export interface TargetingLine {
  readonly row: number;
  readonly key: string;
  readonly name: string;
  /** 0..1 */
  readonly chance: number;
  /** money gained by keeping the customer */
  readonly value: number;
  /** expected profit of contacting it */
  readonly profit: number;
  /** drawn for the part that is left alone; false beyond the best length */
  readonly isLeftAlone: boolean;
}

/** A length of the list; names the cell "first:<customers>". */
export interface LengthPoint {
  readonly customers: number;
  /** sorted by expected profit */
  readonly profit: number;
  /** sorted by chance of leaving */
  readonly byChance: number;
}

/** What would be left of the list if a contact cost more than was assumed. */
export interface DearerContact {
  /** money of a contact: `DEARER_TIMES` what was assumed */
  readonly contact: number;
  readonly customers: number;
  readonly profit: number;
}
export const DEARER_TIMES = 10;

export interface HoldoutPlan {
  /** cell "contact" */
  readonly contacted: number;
  /** cell "left-alone" */
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

/** What a finished campaign shows. */
export interface Readout {
  /** shares that left */
  readonly contacted: number;
  readonly alone: number;
  /** share that left alone − share that left though contacted, with its 95 % interval */
  readonly effect: { readonly value: number; readonly low: number; readonly high: number };
  /** customers that the contact kept */
  readonly kept: { readonly value: number; readonly low: number; readonly high: number };
}

export interface TargetingPlan {
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
  /** null where the reader said what a contact costs */
  readonly dearer: DearerContact | null;
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
  readonly refusal: ChurnRefusal | null;
  /** days within which the chances are meant; null: of a flag, which has no day, or without a model */
  readonly windowDays: number | null;
  /** where the money of a customer is from; null: the same `clv` for all */
  readonly valueFrom: "profit" | "sales" | "fee" | "column" | null;
  /** null without a plan */
  readonly terms: TargetingTerms | null;
  /** mean acceptance */
  readonly acceptance: number;
  readonly plan: TargetingPlan | null;
  /** null unless the campaign's counts are given */
  readonly readout: Readout | null;
}
