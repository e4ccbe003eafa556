import { HOLIDAY_SETS, WORKING_WEEKS } from "../../domain/working-calendar";
import type { Kept } from "../../domain/kept";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "sla",
  revision: 1,
  needs: { complaints: ["openedAt"], customers: ["key"] },
  uses: {
    customers: ["customerName"],
    complaints: [
      "customer",
      "complaintId",
      "respondedAt",
      "resolvedAt",
      "closedAt",
      "status",
      "complaintKind",
      "severity",
      "priority",
      "owner",
      "department",
      "channel",
      "cause",
      "causeGroup",
      "isEscalated",
    ],
  },
  caseCells: ["complaint-step", "complaint-by", "complaint-month"],
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** hours of the wall clock, or working hours of the calendar below */
    clock: { kind: "choice", options: ["calendar", "working"], default: "calendar" },
    /** within how many hours of that clock somebody must have answered */
    limitHours: { kind: "number", min: 1, max: 720, step: 1, default: 24 },
    /** within how many days of the wall clock it should be solved */
    resolveDays: { kind: "number", min: 1, max: 365, step: 1, unit: "day", default: 14 },
    /** a case that waits longer than this in one step is stuck */
    stuckDays: { kind: "integer", min: 1, max: 365, unit: "day", default: 7 },
    week: { kind: "choice", options: WORKING_WEEKS, default: "mon-fri" },
    dayFrom: { kind: "number", min: 0, max: 24, step: 0.5, default: 9 },
    dayTo: { kind: "number", min: 0, max: 24, step: 0.5, default: 18 },
    holidays: { kind: "choice", options: HOLIDAY_SETS, default: "cn" },
    /** days of one's own, as in 2025-10-01~2025-10-08; they overrule the holidays */
    daysOff: { kind: "days" },
    daysOn: { kind: "days" },
  },
});

export default spec;

export type SlaParams = Params<typeof spec.params>;

/** The five steps of a case; `cause` has no time of its own. */
export const STEP_IDS = ["record", "respond", "cause", "solve", "close"] as const;
export type StepId = (typeof STEP_IDS)[number];

/** How long something takes, from a product-limit estimate; null where too few have got so far. */
export interface Waiting {
  readonly median: number | null;
  readonly p90: number | null;
}

export interface StepLine {
  readonly id: StepId;
  /** the table says when, or whether, this step was done; null: it cannot know */
  readonly isKnown: boolean;
  /** cases that got through the step */
  readonly done: number;
  /** cases that wait in it now, and of those the ones that wait longer than `stuckDays`; cells "complaint-step:<id>" */
  readonly waiting: number;
  readonly stuck: number;
  readonly waitingCustomers: number;
  /** days of the wall clock in the step, open cases censored; null where no time is known */
  readonly days: Waiting | null;
}

export const DIMENSIONS = [
  "owner",
  "department",
  "complaintKind",
  "severity",
  "priority",
  "channel",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface GroupLine {
  /** names the cell "complaint-by:<dimension>:<name>" */
  readonly name: string;
  readonly cases: number;
  readonly customers: number;
  readonly kept: Kept;
  /** hours promised to all of them; null where they differ */
  readonly limitHours: number | null;
  /** hours of the chosen clock to the first response */
  readonly response: Waiting;
  /** days of the wall clock to the solution */
  readonly solution: Waiting;
  readonly open: number;
  readonly stuck: number;
  /** misses more often than chance allows: false-discovery rate over all groups below 5 % */
  readonly isSlow: boolean;
}

export interface GroupTable {
  readonly dimension: Dimension;
  /** most cases first, at most 12 */
  readonly lines: readonly GroupLine[];
  /** groups and cases beyond those, and cases without a value */
  readonly more: number;
  readonly moreCases: number;
  readonly without: number;
}

export interface Trend {
  /** one a calendar month of opening; keys as in `periodKey` */
  readonly keys: readonly string[];
  readonly cases: Uint32Array;
  readonly customers: Uint32Array;
  readonly judged: Uint32Array;
  readonly met: Uint32Array;
  /** limits of the share at each month; NaN where none is judged */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** limits of the number of cases a month; null with fewer than 8 whole months */
  readonly counts: { readonly centre: number; readonly low: number; readonly high: number } | null;
  /** share of all whole months; null with fewer than 8 of them */
  readonly centre: number | null;
  /** months outside of their limits: of the share (below), of the count (above) */
  readonly slow: readonly string[];
  readonly crowded: readonly string[];
  /** the first, the last month is not whole */
  readonly isFirstPart: boolean;
  readonly isLastPart: boolean;
}

export interface CaseLine {
  /** number of the case, or null */
  readonly id: string | null;
  /** row of `customers`, −1 for none */
  readonly row: number;
  readonly customer: string | null;
  readonly openedDay: number;
  readonly step: StepId;
  readonly waitingDays: number;
  readonly owner: string | null;
  readonly kind: string | null;
  readonly severity: string | null;
  readonly isEscalated: boolean | null;
}

/** Share of the cases that are through after a time, as a step curve with at most 200 points. */
export interface WaitingCurve {
  readonly times: Float64Array;
  readonly shares: Float64Array;
}

export interface SlaResult {
  readonly kind: "answered";
  readonly headline: {
    readonly n: number;
    readonly open: number;
    readonly within24h: number | null;
    readonly within24hLow: number | null;
    readonly within24hHigh: number | null;
    readonly judged: number;
    readonly missed: number;
    readonly pending: number;
    readonly unknown: number;
    readonly responseMedianHours: number | null;
    readonly solutionMedianDays: number | null;
    readonly solutionMeanDays: number | null;
    readonly solvedWithin: number | null;
    readonly stuck: number;
    readonly customers: number;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly has: {
    readonly response: boolean;
    readonly resolution: boolean;
    readonly close: boolean;
  };
  readonly grain: "minute" | "day";
  /** customers by cell: all, missed, open, stuck */
  readonly behind: {
    readonly all: number;
    readonly missed: number;
    readonly open: number;
    readonly stuck: number;
  };
  readonly response: Kept;
  /** priorities have promises of their own, other than the one for all */
  readonly hasOwnLimits: boolean;
  readonly solution: Kept;
  /** hours of the chosen clock */
  readonly responseCurve: WaitingCurve;
  readonly responseWaiting: Waiting;
  /** days of the wall clock; mean and 90th percentile of the solved ones only */
  readonly solutionCurve: WaitingCurve;
  readonly solutionWaiting: Waiting;
  readonly solved: {
    readonly n: number;
    readonly mean: number | null;
    readonly p90: number | null;
  };
  readonly steps: readonly StepLine[];
  /** of the stuck cases, those that were escalated; null without that column */
  readonly stuckEscalated: number | null;
  readonly groups: readonly GroupTable[];
  readonly trend: Trend;
  /** the cases that wait longest in their step, at most 20 */
  readonly stuckCases: readonly CaseLine[];
  readonly left: {
    readonly undated: number;
    readonly unlinked: number;
    readonly misordered: number;
  };
  /** complaints outside of the years whose holidays are known; 0 on the wall clock */
  readonly beyondHolidays: number;
  /** pieces of the own days that could not be read */
  readonly unreadableDays: readonly string[];
}
