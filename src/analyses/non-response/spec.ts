import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "non-response",
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
    window: { kind: "choice", options: ["period", "all"], default: "all", opening: "period" },
    /** an id of `questions`; empty: the question about the whole with the most answers */
    question: { kind: "question" },
    /** whose voice is missed: customers that bought in the window, or those with a row in the survey, answered or not */
    asked: { kind: "choice", options: ["buyers", "listed"], default: "buyers" },
    /** column of the customer by which to tell groups apart; none: the grade */
    by: { kind: "column", entity: "customers", accepts: ["category", "text"] },
    /** no answer weighs more than this many times the mean weight */
    mostWeight: { kind: "number", min: 1.5, max: 50, default: 4 },
  },
});
export default spec;

export type NonResponseParams = Params<typeof spec.params>;

/** What a score is: promoters less detractors in points, or the mean on the scale of the question. */
export type Measure = "nps" | "mean";

/** One score with its 95 % interval. */
export type Estimate = {
  readonly value: number;
  readonly low: number;
  readonly high: number;
};

/** What may go with answering, by customer. */
export type TraitId = "sales" | "recency" | "orders";
export const TRAITS = ["sales", "recency", "orders"] as const satisfies readonly TraitId[];

export type Trait = {
  readonly id: TraitId;
  /** medians, in money, days and days with an order; null: nobody has it */
  readonly asked: number | null;
  readonly answered: number | null;
  readonly silent: number | null;
  /** odds of answering for one standard deviation more of its logarithm, by itself; null where all have the same */
  readonly odds: Estimate | null;
  readonly pValue: number | null;
};

export type ResponseGroup = {
  /** a grade, or a value of the column; null: no value */
  readonly label: string | null;
  readonly asked: number;
  readonly answered: number;
  /** share that answered, 0..1, with its Wilson interval */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** raw score of those that answered; null with fewer than five */
  readonly score: number | null;
  /** its interval lies on one side of the share of all */
  readonly side: "less" | "more" | "alike";
  /** share that its answers have of all, before and after weighting */
  readonly rawShare: number;
  readonly weightedShare: number;
};

export interface NonResponseResult {
  readonly kind: "answered";
  readonly headline: {
    readonly asked: number;
    readonly answered: number;
    readonly raw: number;
    readonly weighted: number;
    /** of the weighted score */
    readonly low: number;
    readonly high: number;
    /** raw − weighted */
    readonly difference: number;
    readonly differenceLow: number;
    readonly differenceHigh: number;
    readonly differenceP: number;
    readonly effective: number;
    readonly trimmed: number;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly measure: Measure;
  readonly scale: readonly [number, number];
  readonly question: { readonly id: string; readonly name: string };
  readonly questions: readonly { readonly id: string; readonly name: string }[];
  /** `kind`: the raw score is too kind; `harsh`: too harsh; `none`: no difference can be shown */
  readonly verdict: "kind" | "harsh" | "none";
  readonly raw: Estimate;
  readonly weighted: Estimate;
  /** share that answered */
  readonly response: Estimate;
  /** place in `groups` of the one that moves the score most: it answers more or less than all, and scores otherwise */
  readonly reason: number | null;
  readonly groupSource: "grade" | "column";
  readonly groups: readonly ResponseGroup[];
  /** groups beyond those shown */
  readonly hidden: number;
  readonly traits: readonly Trait[];
  /** largest standardised difference between those that answered and all, before and after weighting */
  readonly balance: { readonly raw: number; readonly weighted: number };
  /** the largest weight, in mean weights, before it was trimmed */
  readonly largestWeight: number;
  readonly missing: {
    /** earlier answers of the same customers */
    readonly earlier: number;
    /** answers of customers that are not among the asked */
    readonly outside: number;
    readonly unlinked: number;
    readonly undated: number;
  };
}
