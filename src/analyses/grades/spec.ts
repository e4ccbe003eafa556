import type { GradeRule } from "../../domain/grade-book";
import { ABC_CUT_IDS, DEFAULT_ABC_CUT, type AbcCutId, type Grade } from "../../domain/rule-book";
import type { CalendarGrain } from "../../domain/period-key";
import type { GradeFacts, PolicyCheck, Reason } from "../../domain/grade-facts";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "grades",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    orders: ["profit"],
    customers: ["customerName", "creditLimit"],
    invoices: [
      "customer",
      "invoiceId",
      "invoicedOn",
      "dueOn",
      "settledOn",
      "amount",
      "paidAmount",
      "openAmount",
      "termDays",
    ],
    payments: ["invoiceId", "paidOn"],
    contacts: ["customer", "contactedAt"],
  },
  params: {
    measure: { kind: "choice", options: ["sales", "profit"], default: "sales" },
    basis: { kind: "choice", options: ["sales", "net"], default: "sales" },
    cut: { kind: "choice", options: ABC_CUT_IDS, default: DEFAULT_ABC_CUT },
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** mean days late above which a customer goes down a step */
    lateDays: { kind: "integer", min: 0, max: 365, unit: "day", default: 15 },
    /** share of what fell due that is unpaid, above which a customer goes down a step */
    overdueShare: { kind: "ratio", min: 0, max: 1, step: 0.01, default: 0.1 },
    /** least change a year that moves a customer */
    growth: { kind: "ratio", min: 0, max: 5, step: 0.05, default: 0.2 },
  },
  // The grades by value alone are those of the ABC analysis, so both are cut alike.
  shares: { with: "pareto", params: ["measure", "basis", "cut", "window"] },
});

export default spec;

export type GradesParams = Params<typeof spec.params>;

export interface GradeTally {
  /** names the cell "grade:<grade>" */
  readonly grade: Grade;
  readonly customers: number;
  readonly amount: number;
  /** by value alone; names the cell "base:<grade>" */
  readonly baseCustomers: number;
  readonly baseAmount: number;
}

export interface MovedLine {
  readonly row: number;
  readonly name: string;
  readonly amount: number;
  readonly base: Grade;
  readonly grade: Grade;
  readonly reasons: readonly Reason[];
  readonly facts: GradeFacts;
}

export interface HandLine {
  readonly row: number;
  readonly name: string;
  readonly amount: number;
  /** what it would be without the hand */
  readonly ruled: Grade;
  readonly grade: Grade;
  readonly reason: string;
  readonly givenAtMs: number;
}

export interface CheckLine {
  /** names the cell "breach:<check>" */
  readonly check: PolicyCheck;
  /** customers whom the policy lays something down for, and of whom the tables can tell */
  readonly checked: number;
  readonly breaches: number;
  readonly unknown: number;
  /** no table can tell of anybody */
  readonly isBlind: boolean;
}

export interface BreachLine {
  readonly row: number;
  readonly name: string;
  readonly grade: Grade;
  readonly amount: number;
  readonly checks: readonly {
    readonly check: PolicyCheck;
    readonly value: number;
    readonly allowed: number;
  }[];
}

/** `none`: without sales in those days. */
export const TIERS = ["a", "b", "c", "none"] as const;
export type Tier = (typeof TIERS)[number];

export interface FlowCell {
  /** names the cell "flow:<from>:<to>" */
  readonly from: Tier;
  readonly to: Tier;
  readonly customers: number;
  /** their money in the period before, and in this one */
  readonly before: number;
  readonly now: number;
}

/** The grades by value of two periods of the same length. */
export interface TierFlow {
  readonly fromDay: number;
  readonly toDay: number;
  readonly cells: readonly FlowCell[];
  readonly before: { readonly customers: number; readonly amount: number };
  readonly now: { readonly customers: number; readonly amount: number };
  /** money that the A customers of before bring now, as a share of what they brought */
  readonly keptShare: number | null;
  /** customers that came into A, and left it */
  readonly joined: number;
  readonly left: number;
}

export interface GradesResult {
  readonly kind: "answered";
  readonly headline: {
    readonly gradeA: number;
    readonly gradeB: number;
    readonly gradeC: number;
    readonly moved: number;
    readonly overrides: number;
    readonly breaches: number | null;
  };
  readonly measure: "sales" | "profit";
  readonly cut: AbcCutId;
  readonly fromDay: number;
  readonly toDay: number;
  readonly customers: number;
  readonly amount: number;
  readonly grades: readonly GradeTally[];
  /** customers with arrears that can be judged; null: no invoices that say whether they were paid */
  readonly creditKnown: number | null;
  /** what trends are laid through; null: not one full period */
  readonly trendOver: {
    readonly grain: CalendarGrain;
    readonly periods: number;
    readonly judged: number;
    readonly hasSeason: boolean;
  } | null;
  /** names the cell "reason:<reason>" */
  readonly reasons: readonly { readonly reason: Reason; readonly customers: number }[];
  readonly up: number;
  readonly down: number;
  /** the largest that moved, at most 20 */
  readonly moves: readonly MovedLine[];
  readonly hands: readonly HandLine[];
  /** grades by hand of customers without a grade in these days */
  readonly idleHands: number;
  readonly policy: readonly {
    readonly grade: Grade;
    readonly rule: GradeRule;
    readonly isWritten: boolean;
  }[];
  readonly checks: readonly CheckLine[];
  /** customers with a limit of their own in the customer table */
  readonly ownLimits: number;
  readonly breachCustomers: number;
  /** the largest that are treated against the policy, at most 20 */
  readonly breaches: readonly BreachLine[];
  readonly flow: TierFlow | null;
}
