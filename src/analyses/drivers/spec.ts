import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "drivers",
  revision: 1,
  needs: {
    surveys: [
      "question",
      "questionKind",
      "score",
      "scaleMin",
      "scaleMax",
      "isReversed",
      "response",
    ],
  },
  uses: {
    surveys: ["dimension", "customer", "answeredOn"],
    customers: ["key"],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "all" },
    /** an id of `questions`; empty: the question about the whole with the most answers */
    outcome: { kind: "question" },
    method: { kind: "choice", options: ["auto", "shapley", "johnson"], default: "auto" },
    /** samples drawn for the intervals; 0: none */
    replicates: { kind: "integer", min: 0, max: 2000, default: 400 },
  },
});
export default spec;

export type DriversParams = Params<typeof spec.params>;

export type Quadrant = "concentrate" | "keep" | "low" | "overkill";

/** Effect of a low and of a high score on the outcome, in index points 0–100. */
export type Asymmetry = {
  readonly penalty: number;
  readonly penaltyP: number;
  readonly reward: number;
  readonly rewardP: number;
  /** two-sided p-value of penalty and reward being of the same size */
  readonly pValue: number;
  readonly kind: "must-be" | "delight" | "linear" | "none";
};

export type Driver = {
  readonly name: string;
  readonly question: string;
  /** part of R², and as a share of it; its 95 % bootstrap interval, null without samples */
  readonly part: number;
  readonly share: number;
  readonly shareLow: number | null;
  readonly shareHigh: number | null;
  /** standardised coefficient in the model with all drivers, its p-value, variance inflation; null when drivers are copies */
  readonly beta: number | null;
  readonly betaP: number | null;
  readonly inflation: number | null;
  readonly correlation: number;
  /** mean score, as the question counts and 0–100 */
  readonly mean: number;
  readonly performance: number;
  readonly quadrant: Quadrant;
  /** share of the samples that put it into this quadrant; null without samples */
  readonly support: number | null;
  readonly isUndecided: boolean;
  /** of (performance, share) over the samples */
  readonly spread: { readonly x: number; readonly y: number; readonly correlation: number } | null;
  readonly asymmetry: Asymmetry | null;
  /** customers with an answer below the middle */
  readonly lowCustomers: number;
};

export type AskedAbout = {
  /** the value of the parameter `outcome` that asks for it */
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly answers: number;
};

export interface DriversResult {
  readonly kind: "answered";
  /** `r2`, `adjustedR2`, `n`, `drivers`, and `share:<name>` of each driver */
  readonly headline: Readonly<Record<string, number | null>>;
  readonly fromDay: number;
  readonly toDay: number;
  readonly isUndated: boolean;
  readonly outcome: AskedAbout;
  readonly questions: readonly AskedAbout[];
  readonly method: "shapley" | "johnson";
  readonly r2: number;
  readonly adjustedR2: number | null;
  /** questionnaires with the outcome and every driver, and with the outcome alone */
  readonly n: number;
  readonly asked: number;
  readonly customers: number;
  readonly replicates: number;
  /** largest share first */
  readonly drivers: readonly Driver[];
  /** where the map is cut: the means of both */
  readonly cut: { readonly performance: number; readonly share: number };
  /** questions left out: too few answers beside the outcome, or always the same score */
  readonly left: readonly { readonly name: string; readonly reason: "few" | "constant" }[];
}
