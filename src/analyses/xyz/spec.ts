import { ABC_CUT_IDS, DEFAULT_ABC_CUT, type AbcCutId, type Grade } from "../../domain/rule-book";
import type { CalendarGrain } from "../../domain/period-key";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "xyz",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["profit"], customers: ["customerName"] },
  params: {
    measure: { kind: "choice", options: ["sales", "profit"], default: "sales" },
    basis: { kind: "choice", options: ["sales", "net"], default: "sales" },
    cut: { kind: "choice", options: ABC_CUT_IDS, default: DEFAULT_ABC_CUT },
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** coefficient of variation below which demand is steady, and above which it is erratic */
    steadyBelow: { kind: "number", min: 0.05, max: 5, step: 0.05, default: 0.5 },
    erraticAbove: { kind: "number", min: 0.05, max: 10, step: 0.05, default: 1 },
    /** how often the months are drawn again */
    draws: { kind: "integer", min: 10, max: 200, default: 40 },
  },
  // The letters A, B and C are those of the ABC analysis, so both are cut alike.
  shares: { with: "pareto", params: ["measure", "basis", "cut", "window"] },
});

export default spec;

export type XyzParams = Params<typeof spec.params>;

/** Steady, wavering, erratic; `none`: a customer for too short a time to say. */
export const DEMANDS = ["x", "y", "z", "none"] as const;
export type Demand = (typeof DEMANDS)[number];

/** What a grade is tried by: other cuts, another window, other months. */
export const TRIALS = ["cut", "window", "draws"] as const;
export type Trial = (typeof TRIALS)[number];

export interface XyzCell {
  /** names the cell "abc:<grade>:<demand>" */
  readonly grade: Grade;
  readonly demand: Demand;
  readonly customers: number;
  readonly amount: number;
}

export interface TrialLine {
  readonly trial: Trial;
  /** it could be made with these data */
  readonly isMade: boolean;
  /** share of the customers of A, B and C, and of all, whose grade stays; null without any customer, or not made */
  readonly stays: readonly [number | null, number | null, number | null];
  readonly all: number | null;
  /** customers whose grade does not stay; names the cell "changed:<trial>" */
  readonly changed: number;
}

export interface BorderLine {
  readonly row: number;
  readonly name: string;
  readonly grade: Grade;
  readonly amount: number;
  readonly trials: readonly Trial[];
  /** share of the draws in which it was A, B and C; null when none could be made */
  readonly chances: readonly [number, number, number] | null;
}

export interface XyzResult {
  readonly kind: "answered";
  readonly headline: {
    readonly x: number;
    readonly y: number;
    readonly z: number;
    readonly stableShare: number;
    readonly borderline: number;
  };
  readonly measure: "sales" | "profit";
  readonly cut: AbcCutId;
  readonly fromDay: number;
  readonly toDay: number;
  readonly customers: number;
  readonly amount: number;
  readonly demandOver: {
    readonly grain: CalendarGrain;
    readonly periods: number;
    readonly fromMonth: number;
    readonly hasSeason: boolean;
  } | null;
  readonly cells: readonly XyzCell[];
  readonly young: number;
  /** median coefficient of variation of those who have one */
  readonly medianVariation: number | null;
  readonly trials: readonly TrialLine[];
  readonly draws: number;
  /** the largest whose grade does not stay, at most 20 */
  readonly border: readonly BorderLine[];
}
