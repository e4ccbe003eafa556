import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "loyalty-curve",
  revision: 1,
  needs: {
    surveys: [
      "customer",
      "answeredOn",
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
  uses: { surveys: ["response", "dimension"] },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "all" },
    /** an id of `questions`; empty: the question about the whole with the most answers */
    question: { kind: "question" },
    /** whoever buys within this many days after the answer has come back */
    followDays: { kind: "integer", min: 7, max: 1095, default: 180, unit: "day" },
    /** how many customers of a step are lifted in the what-if; never more than are there */
    liftCustomers: { kind: "integer", min: 1, max: 100000, default: 10, unit: "customer" },
    /** what lifting one customer by one step would cost; 0: unknown */
    liftCost: { kind: "number", min: 0, max: 1e6, default: 0 },
  },
});
export default spec;

export type LoyaltyParams = Params<typeof spec.params>;

/** Customers at one score. */
export type LoyaltyStep = {
  readonly score: number;
  readonly customers: number;
  readonly repeaters: number;
  /** share that bought again, 0..1, with its 95 % Wilson interval; null without customers */
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number;
  /** rising fit, and the logistic line; null where nothing was observed below or above */
  readonly isotonic: number | null;
  readonly logistic: number | null;
};

/** What would be if some customers of a step had the score above. */
export type Lift = {
  readonly from: number;
  readonly to: number;
  /** customers at the step, and how many of them are lifted */
  readonly there: number;
  readonly customers: number;
  /** more customers that come back, by the rising fit, with its 95 % interval */
  readonly extra: number;
  readonly extraLow: number;
  readonly extraHigh: number;
  /** with the mean sales of one that came back */
  readonly sales: number;
  /** null: no cost was given */
  readonly cost: number | null;
  readonly gain: number | null;
};

export interface LoyaltyResult {
  readonly kind: "answered";
  readonly headline: {
    /** share that bought again at the step below the highest, and at the highest */
    readonly p4: number | null;
    readonly p5: number | null;
    readonly ratio54: number | null;
    /** of the highest step lying on the line of the others */
    readonly pValue: number | null;
    readonly n: number;
    readonly ratioLow: number | null;
    readonly ratioHigh: number | null;
    /** of no relation at all */
    readonly trendP: number | null;
    readonly slope: number | null;
    readonly elasticity: number | null;
  };
  readonly question: { readonly id: string; readonly name: string };
  readonly questions: readonly { readonly id: string; readonly name: string }[];
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly steps: readonly LoyaltyStep[];
  /** `special`: the highest step lies above the line of the others; `below`: under it; `none`: not shown; `thin`: too few to say */
  readonly verdict: "special" | "below" | "none" | "thin";
  /** a higher score goes with coming back more often, less often, or neither is shown */
  readonly relation: "up" | "down" | "none";
  readonly repeatRatio: number;
  readonly lifts: readonly Lift[];
  readonly missing: {
    /** answers too young to know what came after */
    readonly young: number;
    /** earlier answers of the same customers */
    readonly earlier: number;
    readonly unlinked: number;
    readonly unanswered: number;
  };
}
