import { HOLIDAY_SETS, WORKING_WEEKS } from "../../domain/working-calendar";
import type { Kept } from "../../domain/kept";
import { defineAnalysis, type Params } from "../define";

/** What a service standard can be about; each is a share of orders, complaints or answers. */
export const MEASURES = [
  "on-time",
  "in-full",
  "perfect",
  "response",
  "solution",
  "satisfied",
] as const;
export type Measure = (typeof MEASURES)[number];

const STANDARD = { kind: "ratio", min: 0.01, max: 1, step: 0.01 } as const;

const spec = defineAnalysis({
  id: "service",
  revision: 1,
  needs: { customers: ["key"] },
  uses: {
    orders: [
      "customer",
      "orderedOn",
      "amount",
      "lineKind",
      "orderId",
      "quantity",
      "promisedOn",
      "deliveredOn",
      "deliveredQuantity",
    ],
    complaints: [
      "customer",
      "openedAt",
      "respondedAt",
      "resolvedAt",
      "closedAt",
      "status",
      "priority",
    ],
    surveys: [
      "customer",
      "answeredOn",
      "response",
      "question",
      "questionKind",
      "dimension",
      "score",
      "scaleMin",
      "scaleMax",
      "isReversed",
    ],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** which standard is drawn month by month; `auto`: the first that can be measured */
    measure: { kind: "choice", options: ["auto", ...MEASURES], default: "auto" },
    /** the first day after a change (a training, a new warehouse); only the first of a list counts */
    changeOn: { kind: "days" },
    onTimeStandard: { ...STANDARD, default: 0.95 },
    inFullStandard: { ...STANDARD, default: 0.98 },
    perfectStandard: { ...STANDARD, default: 0.93 },
    responseStandard: { ...STANDARD, default: 0.95 },
    solutionStandard: { ...STANDARD, default: 0.9 },
    satisfiedStandard: { ...STANDARD, default: 0.8 },
    clock: { kind: "choice", options: ["calendar", "working"], default: "calendar" },
    limitHours: { kind: "number", min: 1, max: 720, step: 1, default: 24 },
    resolveDays: { kind: "number", min: 1, max: 365, step: 1, unit: "day", default: 14 },
    week: { kind: "choice", options: WORKING_WEEKS, default: "mon-fri" },
    dayFrom: { kind: "number", min: 0, max: 24, step: 0.5, default: 9 },
    dayTo: { kind: "number", min: 0, max: 24, step: 0.5, default: 18 },
    holidays: { kind: "choice", options: HOLIDAY_SETS, default: "cn" },
    daysOff: { kind: "days" },
    daysOn: { kind: "days" },
  },
  shares: {
    with: "sla",
    params: [
      "window",
      "clock",
      "limitHours",
      "resolveDays",
      "week",
      "dayFrom",
      "dayTo",
      "holidays",
      "daysOff",
      "daysOn",
    ],
  },
});

export default spec;

export type ServiceParams = Params<typeof spec.params>;

/** The parameter that holds the standard of a measure. */
export const STANDARD_PARAMS = {
  "on-time": "onTimeStandard",
  "in-full": "inFullStandard",
  perfect: "perfectStandard",
  response: "responseStandard",
  solution: "solutionStandard",
  satisfied: "satisfiedStandard",
} as const satisfies Record<Measure, keyof ServiceParams>;

/** A column without which a measure cannot be taken. */
export interface Lack {
  readonly entity: "orders" | "complaints" | "surveys";
  readonly field: string;
}

/** `met`: the whole interval is at or above the standard; `missed`: below it; `unclear`: across; `thin`: too few to say. */
export type Verdict = "met" | "missed" | "unclear" | "thin";

export interface StandardLine {
  readonly id: Measure;
  readonly standard: number;
  /** null: cannot be measured, `lacks` says why */
  readonly kept: Kept | null;
  readonly lacks: readonly Lack[];
  readonly verdict: Verdict | null;
  /** what customers expected, where surveys ask it: share of the two highest steps */
  readonly expected: { readonly share: number; readonly n: number } | null;
  /** customers of the judged and of the missed; cells "service:<measure>:all" and "service:<measure>:missed" */
  readonly customers: number;
  readonly missedCustomers: number;
}

export type Phase = "before" | "after" | "mixed";

export interface MonthPoint {
  /** as in `periodKey` */
  readonly key: string;
  readonly judged: number;
  readonly met: number;
  /** cell "service-month:<measure>:<key>" */
  readonly missedCustomers: number;
  /** null: nothing judged in the month */
  readonly share: number | null;
  /** p′ limits of its phase; null where the phase has too few whole months */
  readonly low: number | null;
  readonly high: number | null;
  readonly isOutside: boolean;
  /** not wholly in the window */
  readonly isPart: boolean;
  /** `before` everywhere without a change; `mixed`: the change lies within the month */
  readonly phase: Phase;
}

export interface PhaseLimits {
  readonly phase: "before" | "after";
  /** whole months with something judged */
  readonly months: number;
  readonly centre: number;
  /** σ_z of Laney; the limits are widened by it where it is above 1 */
  readonly factor: number;
}

/** Share after the change less that before. */
export interface ChangeEffect {
  readonly day: number;
  readonly before: { readonly met: number; readonly judged: number };
  readonly after: { readonly met: number; readonly judged: number };
  /** 95 % interval, widened by how much the months scatter beyond chance; null where a side is empty */
  readonly difference: {
    readonly value: number;
    readonly low: number;
    readonly high: number;
  } | null;
}

export interface ServiceChart {
  readonly measure: Measure;
  readonly months: readonly MonthPoint[];
  readonly limits: readonly PhaseLimits[];
  readonly change: ChangeEffect | null;
}

export interface ServiceResult {
  readonly kind: "answered";
  /** nothing can be measured */
  readonly isQuiet: boolean;
  readonly headline: {
    readonly measured: number;
    readonly kept: number;
    readonly below: number;
    readonly onTime: number | null;
    readonly inFull: number | null;
    readonly perfect: number | null;
    readonly withinResponse: number | null;
    readonly withinSolution: number | null;
    readonly satisfied: number | null;
    readonly change: number | null;
    readonly changeLow: number | null;
    readonly changeHigh: number | null;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly standards: readonly StandardLine[];
  /** some complaints are promised other hours than `limitHours`, by their priority */
  readonly hasOwnLimits: boolean;
  /** measures that can be drawn month by month */
  readonly drawable: readonly Measure[];
  /** null: none has days */
  readonly chart: ServiceChart | null;
  readonly delivery: DeliveryFacts | null;
  /** pieces of the day of change that could not be read */
  readonly unreadableDays: readonly string[];
}

/** What else the orders say of their delivery. */
export interface DeliveryFacts {
  /** orders of several lines are judged as a whole; false: each line is an order */
  readonly isByOrder: boolean;
  /** orders delivered late, and by how many days half and nine in ten of them were */
  readonly late: number;
  readonly lateMedian: number | null;
  readonly lateP90: number | null;
  /** promised for a day that is over, and nothing says that they arrived: judged as late */
  readonly undelivered: number;
  /** pieces that did not come ÷ pieces ordered; null where nothing is known */
  readonly shortRatio: number | null;
}
