import { defineAnalysis, type Params } from "../define";

/** Satisfied and loyal, satisfied only, loyal only, neither. */
export const LOYALTY_TYPES = ["apostle", "mercenary", "hostage", "defector"] as const;
export type LoyaltyType = (typeof LOYALTY_TYPES)[number];

/** What may make leaving costly: a contract that runs, a long relation, many kinds of goods bought here. */
export const SWITCHING = ["contract", "tenure", "kinds"] as const;
export type SwitchingKind = (typeof SWITCHING)[number];

/** Stretches of time that are looked at, up to the as-of day. */
export const STRETCHES = 12;

const spec = defineAnalysis({
  id: "loyalty-types",
  revision: 2,
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
  uses: {
    surveys: ["response", "dimension", "answeredOn"],
    contracts: ["customer", "startsOn", "endsOn", "cancelledOn"],
    orders: ["productId", "productName", "productKind"],
    products: ["productId", "productName", "productKind"],
  },
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
    /** what makes leaving costly; `auto`: a running contract where the data have contracts, else nothing */
    switching: { kind: "choice", options: ["auto", "none", ...SWITCHING], default: "auto" },
    /** costly from so many months or kinds on; 0: automatic, the median of those on the map */
    switchingFrom: { kind: "integer", min: 0, max: 600, default: 0 },
  },
});
export default spec;

export type LoyaltyTypesParams = Params<typeof spec.params>;

/** Some of the customers on the map. */
export type TypeFigures = {
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

export type TypeLine = TypeFigures & { readonly type: LoyaltyType };

/** Hostages that leaving would cost something, and those that nothing holds. */
export type HostageSplit = {
  readonly kind: SwitchingKind;
  /** costly from this value on: 1 for the contract, else months or kinds */
  readonly from: number;
  readonly tied: TypeFigures;
  readonly free: TypeFigures;
  /** hostages of whom the data do not say it */
  readonly unknown: number;
  /** share of those whom leaving costs, among the hostages and among the apostles; null without any known */
  readonly ofHostages: number | null;
  readonly ofApostles: number | null;
  /** of both shares being one; null when all or none are tied, or one side is empty */
  readonly pValue: number | null;
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
    /** hostages whom leaving would cost something; null without an indicator of it */
    readonly tiedHostages: number | null;
    readonly tiedP: number | null;
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
  /** null without an indicator of the cost of leaving */
  readonly switching: HostageSplit | null;
  /** the indicators that the data have */
  readonly switchingKinds: readonly SwitchingKind[];
  readonly missing: {
    /** customers that answered and whose first sale is too recent, or who never bought */
    readonly young: number;
    /** earlier answers of the same customers */
    readonly earlier: number;
    readonly unlinked: number;
    readonly unanswered: number;
  };
}
