import { defineAnalysis, type Params } from "../define";

/** Satisfied and loyal, satisfied only, loyal only, neither. */
export const LOYALTY_TYPES = ["apostle", "mercenary", "hostage", "defector"] as const;
export type LoyaltyType = (typeof LOYALTY_TYPES)[number];

/** Stretches of time that are looked at, up to the as-of day. */
export const STRETCHES = 12;

const spec = defineAnalysis({
  id: "loyalty-types",
  revision: 1,
  needs: {
    surveys: [
      "customer",
      "question",
      "questionKind",
      "score",
      "scaleMin",
      "scaleMax",
      "isReversed",
    ],
    orders: ["customer", "orderedOn", "amount", "lineKind"],
    customers: ["key"],
  },
  uses: { surveys: ["response", "dimension", "answeredOn"] },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "all" },
    /** an id of `questions`; empty: the question about the whole with the most answers */
    question: { kind: "question" },
    /** length of one of the twelve stretches */
    stretchDays: { kind: "integer", min: 7, max: 92, default: 30, unit: "day" },
    /** satisfied from this score on; 0: automatic, the two highest steps, of eight and more the three highest */
    satisfiedFrom: { kind: "number", min: 0, max: 10, default: 0 },
    /** loyal from so many stretches with a sale on; 0: automatic, the median of those on the map */
    loyalFrom: { kind: "integer", min: 0, max: STRETCHES, default: 0 },
  },
});
export default spec;

export type LoyaltyTypesParams = Params<typeof spec.params>;

export type TypeLine = {
  readonly type: LoyaltyType;
  readonly customers: number;
  /** of those on the map */
  readonly share: number;
  /** within the twelve stretches */
  readonly sales: number;
  /** of the sales of those on the map; null when these are not above 0 */
  readonly salesShare: number | null;
  readonly meanScore: number | null;
  readonly meanStretches: number | null;
};

/** Customers with one score and one number of stretches. */
export type MapCell = {
  readonly score: number;
  readonly stretches: number;
  readonly customers: number;
  readonly type: LoyaltyType;
};

export interface LoyaltyTypesResult {
  readonly kind: "answered";
  readonly headline: {
    readonly apostles: number;
    readonly mercenaries: number;
    readonly hostages: number;
    readonly defectors: number;
    readonly n: number;
    readonly satisfiedFrom: number;
    readonly loyalFrom: number;
    /** share of the satisfied that are loyal, and of the others; null without any */
    readonly loyalOfSatisfied: number | null;
    readonly loyalOfOthers: number | null;
    /** of satisfaction and loyalty having nothing to do with each other; null when all lie on one side of a cut */
    readonly pValue: number | null;
    /** the largest share of customers that change their type when one of the cuts moves by one step */
    readonly unstable: number;
  };
  readonly question: { readonly id: string; readonly name: string };
  readonly questions: readonly { readonly id: string; readonly name: string }[];
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly isAutomatic: { readonly satisfied: boolean; readonly loyal: boolean };
  /** the days of the twelve stretches */
  readonly fromDay: number;
  readonly toDay: number;
  readonly types: readonly TypeLine[];
  readonly cells: readonly MapCell[];
  readonly missing: {
    /** customers that answered and whose first sale is too recent, or who never bought */
    readonly young: number;
    /** earlier answers of the same customers */
    readonly earlier: number;
    readonly unlinked: number;
    readonly unanswered: number;
  };
}
