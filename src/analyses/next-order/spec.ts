import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "next-order",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { customers: ["customerName"] },
  params: {
    /** days from the as-of day within which an expected order is soon */
    ahead: { kind: "integer", unit: "day", min: 1, max: 90, default: 14 },
  },
});

export default spec;

export type NextOrderParams = Params<typeof spec.params>;

/** From not yet to no more. */
export const STATE_IDS = ["later", "soon", "due", "overdue", "gone"] as const;
export type StateId = (typeof STATE_IDS)[number];

export interface StateLine {
  readonly state: StateId;
  readonly customers: number;
  /** expected money of their next orders */
  readonly money: number;
}

/** Orders by the week of their expected day; week 0 begins the day after the as-of day, -1 ends on it. */
export interface WeekLine {
  /** -8..8; the ends hold everything beyond */
  readonly week: number;
  readonly customers: number;
  readonly money: number;
}

/** One customer that is due or overdue. */
export interface DueLine {
  readonly row: number;
  readonly name: string;
  readonly state: "due" | "overdue";
  readonly lastDay: number;
  readonly expectedDay: number;
  readonly lowDay: number;
  readonly highDay: number;
  readonly silenceDays: number;
  /** own median gap */
  readonly usualGapDays: number;
  /** silence ÷ usual gap */
  readonly overdueIndex: number;
  /** standard deviation ÷ mean of the own gaps */
  readonly variation: number;
  readonly money: number;
}

export interface NextOrderResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly withRhythm: number;
    readonly soon: number;
    readonly due: number;
    readonly overdue: number;
    readonly gone: number;
    readonly soonMoney: number;
    readonly dueMoney: number;
    readonly overdueMoney: number;
    readonly churnWindow: number;
    readonly regularity: number;
    readonly medianGap: number;
    readonly coverage: number | null;
  };
  readonly states: readonly StateLine[];
  readonly weeks: readonly WeekLine[];
  /** due and overdue, most money first, fifty at most */
  readonly list: readonly DueLine[];
  readonly churn: {
    readonly days: number;
    readonly source: "survival" | "finished" | "default";
  };
  /** gaps that `coverage` is of */
  readonly tested: number;
  readonly ahead: number;
}
