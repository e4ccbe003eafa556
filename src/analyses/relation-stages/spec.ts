import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "relation-stages",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {},
  params: {
    /** 0 = taken from the data (see `lapseWindow`) */
    lapseDays: { kind: "integer", unit: "day", min: 0, max: 1095, default: 0 },
    /** order days from which the relationship forms */
    formOrders: { kind: "integer", min: 2, max: 12, default: 3 },
    /** stable: order days, days since the first, and how much the gaps may vary (deviation ÷ mean; 1 = as by chance) */
    stableOrders: { kind: "integer", min: 3, max: 60, default: 6 },
    stableDays: { kind: "integer", unit: "day", min: 30, max: 1825, default: 365 },
    regularity: { kind: "number", min: 0.2, max: 3, step: 0.1, default: 1 },
    /** decline: order days of the last stretch of days against the one before it */
    windowDays: { kind: "integer", unit: "day", min: 30, max: 730, default: 182 },
    fall: { kind: "ratio", min: 0.1, max: 0.9, default: 0.5 },
  },
  shares: { with: "lifecycle", params: ["lapseDays"] },
});

export default spec;

export type RelationParams = Params<typeof spec.params>;

export const RELATION_STAGES = ["explore", "form", "stable", "decline"] as const;
export type RelationStage = (typeof RELATION_STAGES)[number];

/** How fast customers are lost; per month of 30.4375 days under observation, exact Poisson interval at 95 %. */
export interface LossRate {
  readonly losses: number;
  readonly months: number;
  readonly rate: number;
  readonly low: number;
  readonly high: number;
}

export interface StageLine {
  /** names the cell "relation:<stage>" */
  readonly stage: RelationStage;
  readonly customers: number;
  /** in the period of the page */
  readonly sales: number;
  /** after orders in this stage; null: less than a month under observation, or fewer than ten orders with a known outcome */
  readonly loss: LossRate | null;
  /** orders in this stage of which it is known whether another followed; and the share of them without */
  readonly closed: number;
  readonly lostShare: number | null;
}

/** Customers seen for long enough after their first order, and how many of them came so far in that time. */
export interface RelationStep {
  readonly to: "form" | "stable";
  readonly withinDays: number;
  readonly seen: number;
  readonly reached: number;
  /** with the Wilson interval at 95 %; null: fewer than twenty */
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** of those who came so far in that time; null: nobody */
  readonly medianDays: number | null;
}

/** How much faster relationships that are still explored are lost than all others, with the exact 95 % interval. */
export interface EarlyRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

export interface EarlyLoss {
  /** by who is gone for good, as far as is known: as the rates of the stages */
  readonly gone: EarlyRatio;
  /** by the first silence longer than the window, whether or not the customer came back from it */
  readonly first: EarlyRatio;
  /** what both intervals allow to say; mixed: one leaves out 1 and the other does not, or they point two ways */
  readonly told: "more" | "less" | "alike" | "mixed";
}

export interface RelationResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly explore: number;
    readonly form: number;
    readonly stable: number;
    readonly decline: number;
    readonly left: number;
    readonly exploreLossRate: number | null;
    readonly stableLossRate: number | null;
    readonly earlyRatio: number | null;
    readonly earlyLow: number | null;
    readonly earlyHigh: number | null;
    readonly earlyP: number | null;
    readonly firstRatio: number | null;
    readonly firstLow: number | null;
    readonly firstHigh: number | null;
    readonly firstP: number | null;
    readonly lapseDays: number;
  };
  readonly asOfDay: number;
  readonly stages: readonly StageLine[];
  /** of all orders */
  readonly loss: LossRate | null;
  /** silent for longer than the window; names the cell "relation:left" */
  readonly left: { readonly customers: number; readonly sales: number };
  /** still explored, and one order day short of forming; names the cell "relation-near" */
  readonly near: number;
  readonly steps: readonly RelationStep[];
  /** null: fewer than ten losses on either side, by either count */
  readonly early: EarlyLoss | null;
  readonly lapse: {
    readonly days: number;
    readonly source: "given" | "survival" | "finished" | "default";
  };
}
