import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "word-of-mouth",
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
      "response",
    ],
    customers: ["key"],
  },
  uses: { surveys: ["dimension", "answeredOn"], complaints: ["customer", "openedAt"] },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "all" },
    /** an id of `questions`; empty: the question about the whole with the most answers */
    question: { kind: "question" },
    /** whoever complains within this many days after the answer has complained */
    followDays: { kind: "integer", min: 7, max: 1095, default: 180, unit: "day" },
  },
});
export default spec;

export type WordOfMouthParams = Params<typeof spec.params>;

/** What customers do after a service: recommend (9 or 10 of 10 in the same questionnaire), or complain. */
export type Outcome = "recommend" | "complain";
export const OUTCOMES = ["recommend", "complain"] as const satisfies readonly Outcome[];

/** Customers at one score. */
export type MouthStep = {
  readonly score: number;
  readonly customers: number;
  readonly events: number;
  /** share, 0..1, with its 95 % Wilson interval; null without customers */
  readonly ratio: number | null;
  readonly low: number;
  readonly high: number;
  /** the straight line, and the bent one, at this score; null where nothing could be fitted */
  readonly straight: number | null;
  readonly bent: number | null;
};

/** A knot with its 95 % interval from the bootstrap. */
export type Knot = { readonly at: number; readonly low: number; readonly high: number };

/**
 * `zone`: the bent line is the better one, and flat between its knots; `bend`: better, and not flat there; `none`: the data do not show
 * it; `thin`: too few customers or scores to ask.
 */
export type Verdict = "zone" | "bend" | "none" | "thin";

export type MouthCurve = {
  readonly outcome: Outcome;
  readonly n: number;
  readonly events: number;
  readonly steps: readonly MouthStep[];
  readonly verdict: Verdict;
  /** of the score having nothing to do with it; null with one score only */
  readonly trendP: number | null;
  /** lower and upper knot of the best bent line; null when `thin` */
  readonly knots: readonly [Knot, Knot] | null;
  /** AIC of the straight line less that of the bent one; above 2 the bent one is better; null when `thin` */
  readonly deltaAic: number | null;
  /** share of the resamples with the same two knots, 0..1; null when `thin` */
  readonly sameKnots: number | null;
  /** log odds for one score more: below, between and above the knots; null when `thin` */
  readonly slopes: readonly [number, number, number] | null;
};

export type Absence = "no-pairs" | "no-complaints" | "no-days" | "too-few";

export interface WordOfMouthResult {
  readonly kind: "answered";
  readonly headline: {
    /** ends of the zone of tolerance; null when the data do not show one */
    readonly zoneLow: number | null;
    readonly zoneHigh: number | null;
    readonly deltaAic: number | null;
    readonly n: number;
    readonly events: number;
    readonly sameKnots: number | null;
  };
  readonly question: { readonly id: string; readonly name: string };
  readonly questions: readonly { readonly id: string; readonly name: string }[];
  readonly fromDay: number;
  readonly toDay: number;
  /** the first is what the headline speaks of */
  readonly curves: readonly MouthCurve[];
  /** customers in any curve */
  readonly customers: number;
  /** why a curve is not there: no recommend question in the same questionnaires; no complaints; no days of answers */
  readonly absent: Readonly<Partial<Record<Outcome, Absence>>>;
  readonly missing: {
    readonly unlinked: number;
    readonly unanswered: number;
    /** answers too young to know whether a complaint followed */
    readonly young: number;
    /** answers from before the first complaint on record */
    readonly before: number;
  };
}
