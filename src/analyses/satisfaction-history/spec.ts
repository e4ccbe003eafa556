import { defineAnalysis, type Params } from "../define";

/** By the satisfaction built up over all answers, and by the last one: satisfied with both, let down last, better last, with neither. */
export const STANDINGS = ["steady", "slipped", "recovering", "unhappy"] as const;
export type StandingId = (typeof STANDINGS)[number];

const spec = defineAnalysis({
  id: "satisfaction-history",
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
    /** weight of a new answer when it comes after the usual time since the one before */
    newWeight: { kind: "number", min: 0.05, max: 0.95, step: 0.05, default: 0.3 },
    /** satisfied from this score on; 0: automatic, the two highest steps, of eight and more the three highest */
    satisfiedFrom: { kind: "number", min: 0, max: 10, default: 0 },
    /** whoever buys within this many days after the answer has come back */
    followDays: { kind: "integer", min: 7, max: 1095, default: 180, unit: "day" },
  },
});
export default spec;

export type HistoryParams = Params<typeof spec.params>;

export type StandingLine = {
  readonly id: StandingId;
  readonly customers: number;
  /** of those with two answers, 0..1 */
  readonly share: number;
  /** means; null without customers */
  readonly last: number | null;
  readonly builtUp: number | null;
};

/** Customers with one last score and nearly the same satisfaction built up. */
export type HistoryCell = {
  /** whole step of the last score */
  readonly score: number;
  /** place of the bin, from 0 */
  readonly bin: number;
  readonly customers: number;
  readonly standing: StandingId;
};

/**
 * Which of the two tells who comes back: the `history` beyond the last answer, the `last` beyond the history, `both`, `tied`: together
 * they tell and cannot be told apart; `none`: not shown; `thin`: too few to ask.
 */
export type Verdict = "history" | "last" | "both" | "tied" | "none" | "thin";

export interface HistoryResult {
  readonly kind: "answered";
  readonly headline: {
    /** mean satisfaction built up, and mean of the last answers, on the scale of the question */
    readonly cumulative: number;
    readonly transaction: number;
    /** transaction − cumulative, with its 95 % interval (t, paired) */
    readonly difference: number;
    readonly differenceLow: number;
    readonly differenceHigh: number;
    readonly differenceP: number;
    /** customers with answers on two days */
    readonly n: number;
    readonly slipped: number;
    readonly recovering: number;
    /** likelihood ratios: of the history beyond the last answer, of the last answer beyond the history, and of both; null when `thin` */
    readonly historyP: number | null;
    readonly lastP: number | null;
    readonly jointP: number | null;
  };
  readonly question: { readonly id: string; readonly name: string };
  readonly questions: readonly { readonly id: string; readonly name: string }[];
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly satisfiedFrom: number;
  readonly isAutomatic: boolean;
  readonly fromDay: number;
  readonly toDay: number;
  /** median days between two answers of a customer: the usual time */
  readonly usualDays: number;
  readonly standings: readonly StandingLine[];
  readonly cells: readonly HistoryCell[];
  readonly binWidth: number;
  readonly verdict: Verdict;
  /** customers whose answer could be followed, and how many of them came back */
  readonly followed: number;
  readonly repeaters: number;
  readonly missing: {
    /** customers with answers on one day only */
    readonly single: number;
    readonly undated: number;
    readonly unlinked: number;
    readonly unanswered: number;
  };
}
