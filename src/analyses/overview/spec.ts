import type { CalendarGrain } from "../../domain/period-key";
import { defineAnalysis } from "../define";

export default defineAnalysis({
  id: "overview",
  revision: 2,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["profit"], customers: ["customerName"] },
  params: {},
});

/** Money or a count now and in the period before; null where the data do not cover the period before. */
export interface Compared {
  readonly value: number;
  readonly before: number | null;
  /** value / before - 1; null without a positive value before */
  readonly change: number | null;
  /** two-sided p of the change over customers; null when it cannot be said */
  readonly p: number | null;
}

export interface Share {
  readonly part: number;
  readonly whole: number;
  readonly share: number;
  /** Wilson, 95 % */
  readonly low: number;
  readonly high: number;
}

export interface OverviewFigures {
  readonly sales: Compared;
  /** sale lines with a known profit only; null when the data have no profit */
  readonly profit: (Compared & { readonly margin: number | null }) | null;
  readonly active: Compared;
  /** of the customers of the period before, who bought again; null when that period is not covered */
  readonly retention: (Share & { readonly before: Share | null; readonly p: number | null }) | null;
  /** customers with two or more order days in the period, of all active ones */
  readonly repeat: Share;
  readonly salesPerCustomer: Compared;
}

/** Rolling months that end on the last day of the period, oldest first; NaN where the data do not reach. */
export interface OverviewTrend {
  /** first day of each month */
  readonly fromDays: Int32Array;
  readonly sales: Float64Array;
  readonly profit: Float64Array | null;
  readonly active: Float64Array;
  /** 12-month retention as of the end of each month */
  readonly retention: Float64Array;
}

export interface ParetoCurve {
  /** share of the customers, largest first, and of the sales; both start at 0 and end at 1; at most 120 points */
  readonly customers: Float64Array;
  readonly sales: Float64Array;
  /** share of customers that make 80 % of the sales */
  readonly shareFor80: number;
  readonly customersFor80: number;
  readonly active: number;
  /** A, B, C by rank 15/35/50 */
  readonly grades: readonly {
    readonly grade: "a" | "b" | "c";
    readonly customers: number;
    readonly salesShare: number;
    readonly benchmark: number;
  }[];
}

export interface LedgerPeriod {
  readonly fromDay: number;
  readonly toDay: number;
  /** names the cells "ledger:<key>:<state>" */
  readonly key: string;
  readonly opening: number;
  readonly new: number;
  readonly wonBack: number;
  readonly lost: number;
  readonly closing: number;
  /** the first period of the data, in which everybody is new */
  readonly first: boolean;
  /** not over on the as-of day */
  readonly running: boolean;
}

export type GradeId = "a" | "b" | "c";

/** One line of the lists; money in the currency of the data. */
export interface WatchedCustomer {
  readonly row: number;
  readonly name: string;
  readonly grade: GradeId | null;
  /** in the period */
  readonly sales: number;
  /** since the last sale line; null without one in sight */
  readonly recencyDays: number | null;
  /** null with fewer than three order days */
  readonly usualGapDays: number | null;
  /** pace of the last 90 days against the own past; null when not judged */
  readonly ratio: number | null;
  /** buying less: money of 12 months at the old pace minus at the present one. returns: money returned. overdue: sales. */
  readonly amount: number;
  /** q of the fall, p of the returns; null for overdue */
  readonly q: number | null;
}

/**
 * A sentence that is true. `values` are plain numbers (days as day numbers); `p` or the interval says how sure.
 *
 * Not emitted when it is not true, or when its test does not reach 5 % (lists of customers: a false discovery rate of 10 %).
 */
export interface Finding {
  readonly code: FindingCode;
  readonly values: Readonly<Record<string, number>>;
  readonly p: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** the customer it is about, and the cell of the customers behind it */
  readonly row: number | null;
  readonly name: string | null;
  readonly cell: string | null;
}

export type FindingCode =
  | "concentration"
  | "dependence"
  | "buying-less"
  | "movement"
  | "sales-changed"
  | "retention-changed"
  | "overdue"
  | "returns"
  | "loss-making";

export interface OverviewResult {
  readonly kind: "answered";
  readonly headline: {
    readonly sales: number;
    readonly salesBefore: number | null;
    readonly profit: number | null;
    readonly margin: number | null;
    readonly activeCustomers: number;
    readonly retention: number | null;
    readonly repeatShare: number | null;
    readonly customersFor80Share: number;
    readonly customersFor80Ratio: number | null;
    readonly buyingLess: number;
    readonly buyingLessGap: number;
    readonly overdue: number;
    readonly new: number | null;
    readonly wonBack: number | null;
    readonly lost: number | null;
    readonly findings: number;
  };
  readonly asOfDay: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** the data reach over at least nine tenths of the period before */
  readonly beforeCovered: boolean;
  readonly figures: OverviewFigures;
  readonly trend: OverviewTrend;
  readonly pareto: ParetoCurve;
  /** months unless most customers order less often (see `ledgerGrain`) */
  readonly ledgerGrain: CalendarGrain;
  /** calendar periods, oldest first, at most 18 months or 12 quarters */
  readonly ledger: readonly LedgerPeriod[];
  readonly findings: readonly Finding[];
  readonly buyingLess: {
    readonly count: number;
    readonly judged: number;
    readonly amount: number;
    readonly top: readonly WatchedCustomer[];
  };
  readonly returns: {
    readonly count: number;
    readonly judged: number;
    readonly amount: number;
    /** returned lines / all lines of everybody */
    readonly share: number;
    readonly top: readonly WatchedCustomer[];
  };
  readonly overdue: {
    readonly count: number;
    readonly judged: number;
    readonly amount: number;
    readonly top: readonly WatchedCustomer[];
  };
}
