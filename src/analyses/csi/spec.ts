import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "csi",
  revision: 3,
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
    /** an id of `blocks`; empty: the questions about the whole when there are several, else the parts */
    block: { kind: "question" },
    /** `auto`: stated when every item has its importance, else equal; one that the data do not have counts as `auto` */
    weights: {
      kind: "choice",
      options: ["auto", "equal", "stated", "derived", "component"],
      default: "auto",
    },
  },
});
export default spec;

export type CsiParams = Params<typeof spec.params>;

/**
 * Where the weights come from: all the same, what customers say matters, what moves the score of the whole, or what the items
 * have in common.
 */
export const SCHEMES = ["equal", "stated", "derived", "component"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A mean 0–100 with its 95 % interval. */
export type Index = {
  readonly index: number;
  readonly error: number;
  readonly low: number;
  readonly high: number;
  /** questionnaires with at least one of the items */
  readonly n: number;
};

/** Questions that make one index. */
export type BlockLine = {
  /** the value of the parameter `block` that asks for it */
  readonly id: string;
  /** `whole`: about the whole; `parts`: all parts; `group`: parts of one name */
  readonly kind: "whole" | "parts" | "group";
  /** of a `group`; else empty */
  readonly name: string;
  readonly items: number;
  readonly n: number;
  /** with equal weights; null without answers in the window */
  readonly equal: number | null;
  readonly component: number | null;
  /** Cronbach's alpha; null with too few complete questionnaires */
  readonly alpha: number | null;
};

export type CsiItem = {
  readonly name: string;
  readonly question: string;
  readonly answers: number;
  /** mean, as the question counts and 0–100 */
  readonly mean: number;
  readonly index: number;
  /** of the scheme in use; the weights of each scheme add up to 1 */
  readonly weight: number;
  readonly weights: Readonly<Record<Scheme, number | null>>;
  /** points of the index that it brings, and that it leaves to 100 */
  readonly points: number;
  readonly lost: number;
  /** customers with an answer below the middle */
  readonly lowCustomers: number;
};

/** What was got against what was expected, of one part. */
export type Gap = {
  readonly name: string;
  readonly pairs: number;
  /** 0–100 */
  readonly performance: number;
  readonly expectation: number;
  /** performance less expectation, points, with its 95 % interval */
  readonly gap: Index;
  readonly pValue: number | null;
  /** shares of the pairs */
  readonly below: number;
  readonly met: number;
  readonly above: number;
  readonly belowCustomers: number;
};

export type CsiPeriod = {
  readonly key: string;
  readonly fromDay: number;
  /** questionnaires with at least one of the items */
  readonly n: number;
  /** null: an item without answers, or fewer than two questionnaires */
  readonly index: Index | null;
  /** of the control chart; null without an index */
  readonly limitLow: number | null;
  readonly limitHigh: number | null;
  readonly signal: "above" | "below" | null;
  readonly customers: number;
  readonly isRunning: boolean;
};

export type CsiTrend = {
  readonly grain: "month" | "quarter";
  /** the index of all dated questionnaires */
  readonly centre: number;
  /** how many times wider than sampling error the limits are */
  readonly factor: number;
  readonly periods: readonly CsiPeriod[];
  /** key of the last of the two latest periods with answers enough to be judged; null: neither has */
  readonly judged: string | null;
  /** the last two periods with enough answers, by their keys; null with fewer */
  readonly change: {
    readonly before: string;
    readonly now: string;
    readonly points: number;
    readonly pValue: number;
  } | null;
};

export interface CsiResult {
  readonly kind: "answered";
  /** nothing has surely moved of late */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly csi: number;
    readonly low: number;
    readonly high: number;
    readonly n: number;
    readonly items: number;
    readonly csiEqual: number;
    readonly csiStated: number | null;
    readonly csiDerived: number | null;
    readonly csiComponent: number | null;
    /** greatest less least of the four */
    readonly spread: number;
    readonly alpha: number | null;
    /** weighted gap between performance and expectation; null without expectations */
    readonly servqual: number | null;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly isUndated: boolean;
  readonly block: BlockLine;
  readonly blocks: readonly BlockLine[];
  readonly scheme: Scheme;
  readonly schemes: readonly { readonly scheme: Scheme; readonly index: Index }[];
  /** what the derived weights explain; null without a question about the whole beside the items */
  readonly outcome: string | null;
  /** most points lost first */
  readonly items: readonly CsiItem[];
  readonly customers: number;
  /** customers whose own index is below 50 */
  readonly lowCustomers: number;
  readonly trend: CsiTrend | null;
  readonly gaps: {
    readonly rows: readonly Gap[];
    readonly servqual: Index;
    readonly isStated: boolean;
  } | null;
}
