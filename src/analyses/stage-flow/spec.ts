import type { CalendarGrain } from "../../domain/period-key";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "stage-flow",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {},
  params: {
    /** `auto`: months or quarters as the customers' own gaps ask for (see `ledgerGrain`) */
    grain: { kind: "choice", options: ["auto", "month", "quarter"], default: "auto" },
    /** 0 = taken from the data (see `lapseWindow`) */
    lapseDays: { kind: "integer", unit: "day", min: 0, max: 1095, default: 0 },
    retainOrderDays: { kind: "integer", min: 2, max: 24, default: 4 },
    /** whole years, so that every season counts once: the chances are taken from the last ones */
    years: { kind: "integer", min: 1, max: 5, default: 1 },
    /** periods ahead */
    horizon: { kind: "integer", min: 1, max: 24, default: 6 },
  },
  shares: { with: "lifecycle", params: ["lapseDays", "retainOrderDays"] },
});

export default spec;

export type StageFlowParams = Params<typeof spec.params>;

export const FLOW_STAGES = ["acquire", "develop", "retain", "winback"] as const;
export type FlowStage = (typeof FLOW_STAGES)[number];

/** Names the cell "stage-move:<from>:<to>": who moved so in the last period. */
export interface MoveCell {
  readonly from: FlowStage;
  readonly to: FlowStage;
  /** moves in all periods looked at, and in the last one */
  readonly count: number;
  readonly lastCount: number;
  /** of those in `from`, 0..1, with the 95 % interval; null when nobody was in `from`, or it cannot happen */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How many are in each stage at the end of a period. */
export interface StageCounts {
  /** last day of the period */
  readonly day: number;
  /** by FLOW_STAGES */
  readonly counts: Float64Array;
}

export interface StageForecast extends StageCounts {
  /** 80 % of the drawn futures lie between */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface FlowTest {
  readonly chi2: number;
  readonly df: number;
  readonly p: number;
}

export interface BackTest {
  /** forecasts compared: origins, and period ends forecast from them */
  readonly origins: number;
  readonly compared: number;
  /** customers put into a wrong stage ÷ customers there were, on average */
  readonly error: number;
  /** the same when every stage stays as large as it is */
  readonly naive: number;
  /** by periods ahead, 1 first */
  readonly errors: Float64Array;
  readonly naives: Float64Array;
}

export interface StageFlowResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly periods: number;
    readonly stay: number;
    readonly inflow: number;
    readonly backtestError: number | null;
    readonly naiveError: number | null;
    readonly stationaryP: number | null;
    readonly orderP: number | null;
    readonly lapseDays: number;
    /** forecast of each stage at the end of the horizon */
    readonly acquireAhead: number;
    readonly developAhead: number;
    readonly retainAhead: number;
    readonly winbackAhead: number;
  };
  readonly grain: CalendarGrain;
  /** moves from `fromDay` to `toDay`, the ends of the first and the last period looked at; `lastFromDay`: of the one before */
  readonly fromDay: number;
  readonly lastFromDay: number;
  readonly toDay: number;
  /** periods whose moves were counted */
  readonly periods: number;
  /** customers in each stage one period before the last, by FLOW_STAGES, and those who came since by stage */
  readonly before: Float64Array;
  readonly came: Float64Array;
  readonly cells: readonly MoveCell[];
  /** newcomers a period by stage */
  readonly inflow: Float64Array;
  /** ends of the periods looked at, the first before any move counted */
  readonly past: readonly StageCounts[];
  readonly ahead: readonly StageForecast[];
  readonly stationary: FlowTest | null;
  readonly order: FlowTest | null;
  readonly backTest: BackTest | null;
  readonly lapse: {
    readonly days: number;
    readonly source: "given" | "survival" | "finished" | "default";
  };
}
