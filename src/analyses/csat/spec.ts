import type { QuestionKind } from "../../domain/question";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "csat",
  revision: 3,
  needs: {
    surveys: ["question", "questionKind", "score", "scaleMin", "scaleMax", "isReversed"],
  },
  uses: {
    surveys: ["response", "dimension", "customer", "answeredOn", "touchpoint"],
    customers: ["key"],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** an id of `questions`; empty: the question about the whole with the most answers */
    question: { kind: "question" },
    /** a dimension or touchpoint with fewer answers gets no judgement */
    minAnswers: { kind: "integer", min: 5, max: 1000, default: 30 },
    /** which share is followed over time */
    box: { kind: "choice", options: ["top", "top2"], default: "top" },
  },
});
export default spec;

export type CsatParams = Params<typeof spec.params>;

/** A share of answers with its 95 % Wilson interval. */
export type Share = {
  readonly count: number;
  /** 0..1 */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
};

/** Some answers on one scale. */
export type Rating = {
  readonly n: number;
  /** the highest step, and the two highest: always apart */
  readonly topBox: Share;
  readonly top2Box: Share;
  /** below the middle of the scale */
  readonly belowMiddle: Share;
  readonly mean: number;
  /** 95 % t interval; null for one answer */
  readonly meanLow: number | null;
  readonly meanHigh: number | null;
  /** 100 (mean − least) ÷ (most − least) */
  readonly index: number;
};

export type CsatQuestion = {
  /** the value of the parameter `question` that asks for it */
  readonly id: string;
  readonly name: string;
  readonly dimension: string;
  readonly kind: QuestionKind;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly isReversed: boolean;
  readonly answers: number;
};

export type RatedPart = {
  readonly label: string;
  readonly scaleMin: number;
  readonly scaleMax: number;
  readonly rating: Rating;
  /** customers with an answer below the middle of the scale */
  readonly lowCustomers: number;
  readonly isThin: boolean;
};

export type Step = {
  readonly score: number;
  readonly share: Share;
  /** this score or a higher one */
  readonly atLeast: Share;
  readonly customers: number;
};

export type Change = { readonly difference: number; readonly pValue: number };

export type CsatPeriod = {
  readonly key: string;
  readonly fromDay: number;
  readonly n: number;
  /** null without an answer, as are the limits */
  readonly share: Share | null;
  readonly limitLow: number | null;
  readonly limitHigh: number | null;
  readonly signal: "above" | "below" | null;
  readonly customers: number;
  readonly isRunning: boolean;
};

export type CsatTrend = {
  readonly grain: "month" | "quarter";
  /** share of all answers */
  readonly centre: number;
  /** how many times wider than chance the limits are */
  readonly factor: number;
  readonly periods: readonly CsatPeriod[];
  /** key of the last of the two latest periods with answers enough to be judged; null: neither has */
  readonly judged: string | null;
};

export interface CsatResult {
  readonly kind: "answered";
  /** nothing has surely moved */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly topBox: number;
    readonly top2Box: number;
    readonly mean: number;
    readonly n: number;
    readonly topBoxLow: number;
    readonly topBoxHigh: number;
    readonly top2BoxLow: number;
    readonly top2BoxHigh: number;
    readonly meanLow: number | null;
    readonly meanHigh: number | null;
    readonly index: number;
    /** change of the two shares against the period before, 0..1; null without one */
    readonly topBoxChange: number | null;
    readonly top2BoxChange: number | null;
    readonly topBoxChangeP: number | null;
    readonly top2BoxChangeP: number | null;
    /** mean ease 0–100 where it was asked; null else */
    readonly ces: number | null;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly isUndated: boolean;
  readonly question: CsatQuestion;
  readonly questions: readonly CsatQuestion[];
  readonly rating: Rating;
  readonly customers: number;
  /** customers of the highest step, the two highest, and below the middle */
  readonly topCustomers: number;
  readonly top2Customers: number;
  readonly lowCustomers: number;
  /** whole steps of the scale, lowest first */
  readonly steps: readonly Step[];
  readonly missing: {
    readonly unanswered: number;
    readonly undated: number;
    readonly unlinked: number;
    readonly offScale: number;
  };
  readonly before: {
    readonly rating: Rating;
    readonly topBox: Change;
    readonly top2Box: Change;
  } | null;
  /** of the chosen share over all history; null without days, or with fewer than two periods */
  readonly trend: CsatTrend | null;
  /** effort questions, worst first; scores turned over so that more is easier */
  readonly efforts: readonly RatedPart[];
  /** questions about one part, worst first */
  readonly dimensions: readonly RatedPart[];
  /** answers to questions about the whole and its parts on the commonest scale, by touchpoint */
  readonly touchpoints: readonly RatedPart[];
  /** the touchpoints stand in the order of the customer's way; else worst first */
  readonly isJourney: boolean;
  /** place of the touchpoint that is told apart as the weakest; null: none */
  readonly weakest: number | null;
}
