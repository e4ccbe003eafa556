import type { Entity } from "../../domain/entities";
import type { CalendarGrain } from "../../domain/period-key";
import type { QuestionKind } from "../../domain/question";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "nps",
  revision: 1,
  needs: {
    surveys: ["question", "questionKind", "score", "scaleMin", "scaleMax", "isReversed"],
  },
  uses: {
    surveys: ["response", "dimension", "customer", "answeredOn"],
    customers: ["key"],
    orders: ["customer", "orderedOn", "amount", "lineKind"],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** an id of `questions`; empty: the recommend question with the most answers */
    question: { kind: "question" },
    /** a group with fewer answers gets no judgement */
    minAnswers: { kind: "integer", min: 5, max: 1000, default: 30 },
    /** half width of the interval that is wished for, in points */
    margin: { kind: "number", min: 1, max: 50, default: 5 },
    /** column of the customer by which to compare */
    by: { kind: "column", entity: "customers", accepts: ["category", "text"] },
    /** column of the answer by which to compare, when `by` names none */
    byAnswer: { kind: "column", entity: "surveys", accepts: ["category", "text"] },
  },
});
export default spec;

export type NpsParams = Params<typeof spec.params>;

export type NpsClass = "promoter" | "passive" | "detractor";
export const NPS_CLASSES = [
  "detractor",
  "passive",
  "promoter",
] as const satisfies readonly NpsClass[];

/** Promoters less detractors, in points −100..100, with its 95 % interval. */
export type Score = {
  readonly n: number;
  readonly promoters: number;
  readonly passives: number;
  readonly detractors: number;
  readonly nps: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
  /** of so few that the adjusted interval is used */
  readonly isAdjusted: boolean;
};

/** A difference of two independent scores. */
export type Difference = {
  readonly points: number;
  readonly low: number;
  readonly high: number;
  readonly pValue: number;
};

export type NpsQuestion = {
  /** the value of the parameter `question` that asks for it */
  readonly id: string;
  readonly name: string;
  readonly kind: QuestionKind;
  readonly answers: number;
};

export type NpsGroup = {
  readonly label: string;
  readonly score: Score;
  readonly customers: number;
  /** fewer answers than asked for: no judgement */
  readonly isThin: boolean;
  /** against all other answers; null for thin groups, or when there are no others */
  readonly rest: (Difference & { readonly qValue: number }) | null;
};

export type NpsPeriod = {
  readonly key: string;
  readonly fromDay: number;
  readonly n: number;
  /** null without answers */
  readonly score: Score | null;
  readonly customers: number;
  /** 3 standard errors of the period about the mean of all; null without answers */
  readonly limitLow: number | null;
  readonly limitHigh: number | null;
  readonly signal: "above" | "below" | null;
  /** goes on after the as-of day */
  readonly isRunning: boolean;
};

export interface NpsResult {
  readonly kind: "answered";
  readonly headline: {
    readonly nps: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
    readonly promoters: number;
    readonly passives: number;
    readonly detractors: number;
    readonly mean: number;
    /** points against the period before; null without one */
    readonly change: number | null;
    readonly changeP: number | null;
    readonly neededN: number;
  };
  readonly fromDay: number;
  readonly toDay: number;
  /** no answer has a day: all of them were taken */
  readonly isUndated: boolean;
  readonly question: NpsQuestion;
  readonly questions: readonly NpsQuestion[];
  readonly score: Score;
  /** customers with an answer in the days, and those by class: a customer with several answers may be in several */
  readonly customers: number;
  readonly classCustomers: Readonly<Record<NpsClass, number>>;
  /** answers and customers by score, 0 to 10 */
  readonly counts: Uint32Array;
  readonly scoreCustomers: Uint32Array;
  readonly missing: {
    readonly unanswered: number;
    readonly undated: number;
    readonly unlinked: number;
    readonly offScale: number;
  };
  readonly before: (Difference & { readonly score: Score }) | null;
  readonly groups: {
    readonly source: "grade" | "customer" | "answer";
    readonly entity: Entity | null;
    readonly column: string | null;
    readonly rows: readonly NpsGroup[];
    /** groups beyond those shown, and answers without a group */
    readonly hidden: number;
    readonly ungrouped: number;
  } | null;
  readonly trend: {
    readonly grain: CalendarGrain;
    /** of all periods together */
    readonly centre: number;
    readonly periods: readonly NpsPeriod[];
  } | null;
}
