import type { Grain } from "../../domain/period-key";
import { defineAnalysis } from "../define";

export default defineAnalysis({
  id: "lifecycle",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {},
  params: {
    /** what is drawn; the result has both */
    measure: { kind: "choice", options: ["heads", "money"], default: "heads" },
    /** `net`: money less the returns, each taken off the purchase before it; who is active does not change */
    basis: { kind: "choice", options: ["sales", "net"], default: "sales" },
    /** `auto`: months or quarters as the customers' own gaps ask for (see `ledgerGrain`); what pages open with */
    grain: {
      kind: "choice",
      options: ["auto", "month", "quarter", "days"],
      default: "month",
      opening: "auto",
    },
    windowDays: { kind: "integer", unit: "day", min: 7, max: 366, default: 30 },
    /** 0 = taken from the data (see `lapseWindow`) */
    lapseDays: { kind: "integer", unit: "day", min: 0, max: 1095, default: 0 },
    retainOrderDays: { kind: "integer", min: 2, max: 24, default: 4 },
  },
});

/** How far a period can be trusted. `first`: everybody in it counts as new. `running`: it is not over yet. */
export type PeriodCaution = "none" | "first" | "running" | "first-running";

export interface LifecycleHeads {
  readonly opening: number;
  readonly new: number;
  readonly returning: number;
  readonly wonBack: number;
  readonly lost: number;
  readonly closing: number;
}

/** Money in whole hundredths of the currency unit: opening + new + wonBack + growth - shrink - lost = closing, exactly. */
export interface LifecycleCents {
  readonly opening: number;
  readonly new: number;
  readonly wonBack: number;
  readonly growth: number;
  readonly shrink: number;
  readonly lost: number;
  readonly closing: number;
}

export interface LifecyclePeriod {
  /** index in the grid from the first order on */
  readonly index: number;
  /** names the cells "state:<key>:<state>" */
  readonly key: string;
  readonly fromDay: number;
  /** last day, included; after the as-of day when the period is running */
  readonly toDay: number;
  readonly caution: PeriodCaution;
  readonly heads: LifecycleHeads;
  readonly cents: LifecycleCents;
  /** (new + won back) / lost; null when nobody was lost */
  readonly quickRatio: number | null;
}

export const STAGE_IDS = ["acquire", "develop", "retain", "winback"] as const;
export type StageId = (typeof STAGE_IDS)[number];

export interface StageSize {
  readonly stage: StageId;
  readonly customers: number;
  readonly customersBefore: number;
  /** sales of these customers in the period of the scope */
  readonly sales: number;
}

export interface StageFlow {
  /** `none`: no order yet one period before */
  readonly from: StageId | "none";
  readonly to: StageId;
  readonly customers: number;
}

export interface LifecycleResult {
  readonly kind: "answered";
  readonly headline: {
    readonly opening: number | null;
    readonly new: number | null;
    readonly wonBack: number | null;
    readonly lost: number | null;
    readonly closing: number | null;
    readonly openingSales: number | null;
    readonly newSales: number | null;
    readonly wonBackSales: number | null;
    readonly growthSales: number | null;
    readonly shrinkSales: number | null;
    readonly lostSales: number | null;
    readonly closingSales: number | null;
    readonly quickRatio: number | null;
    readonly customers: number;
    readonly acquire: number;
    readonly develop: number;
    readonly retain: number;
    readonly winback: number;
    readonly lapseDays: number;
  };
  /** how the periods are cut; never `auto` */
  readonly grain: Grain;
  readonly asOfDay: number;
  readonly customers: number;
  /** periods that touch the period of the scope, oldest first */
  readonly periods: readonly LifecyclePeriod[];
  /** position in `periods` of the last one that is over; null when none is */
  readonly lastFull: number | null;
  readonly stages: readonly StageSize[];
  readonly flows: readonly StageFlow[];
  /** the day the stages are compared with */
  readonly comparedDay: number;
  readonly lapse: {
    readonly days: number;
    readonly source: "given" | "survival" | "finished" | "default";
    readonly finishedGaps: number;
    readonly openGaps: number;
  };
}
