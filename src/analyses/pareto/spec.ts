import { ABC_CUT_IDS, DEFAULT_ABC_CUT, type AbcCutId, type Grade } from "../../domain/rule-book";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "pareto",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["profit"] },
  params: {
    measure: { kind: "choice", options: ["sales", "profit"], default: "sales" },
    /** sale lines only, or returns and cancellations taken off */
    basis: { kind: "choice", options: ["sales", "net"], default: "sales" },
    cut: { kind: "choice", options: ABC_CUT_IDS, default: DEFAULT_ABC_CUT },
    window: { kind: "choice", options: ["period", "all"], default: "period" },
  },
});

export default spec;

export type ParetoParams = Params<typeof spec.params>;

export interface GradeLine {
  /** names the cell "grade:<grade>" */
  readonly grade: Grade;
  readonly customers: number;
  /** 0..1 of all customers */
  readonly customerShare: number;
  readonly amount: number;
  /** 0..1 of the amount */
  readonly amountShare: number;
  /** what the textbook expects of the share that the cut leaves free; see `AbcCut.benchmark` */
  readonly benchmark: number;
  /** that share minus the benchmark, -1..1 */
  readonly distance: number;
  /** smallest amount in the grade; null for an empty grade */
  readonly from: number | null;
}

/** One reading of the cuts. */
export interface CutLine {
  readonly id: AbcCutId;
  readonly reading: "rank" | "cumulative";
  readonly grades: readonly GradeLine[];
  /** 0..1: the share that lies in another grade than the benchmark says (half the sum of |distance|) */
  readonly distance: number;
  /** customers of A, B and C when the one that crosses a cut by amount falls into the next grade; null by rank */
  readonly crossingExcluded: readonly [number, number, number] | null;
}

/** The same concentration in the period before. */
export interface ParetoBefore {
  readonly fromDay: number;
  readonly toDay: number;
  readonly customers: number;
  readonly total: number;
  readonly gini: number;
  readonly top20Share: number;
  readonly customersFor80: number;
}

export interface ParetoResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly total: number;
    readonly gini: number;
    readonly top20Share: number;
    readonly customersFor80Share: number;
    readonly customersFor80Ratio: number;
    readonly effectiveCustomers: number;
    readonly mean: number;
    readonly median: number;
    readonly gradeA: number;
    readonly gradeB: number;
    readonly gradeC: number;
  };
  readonly measure: "sales" | "profit";
  readonly basis: "sales" | "net";
  readonly cut: AbcCutId;
  readonly asOfDay: number;
  /** days that were looked at: first and last with a sale, both within the window */
  readonly fromDay: number;
  readonly toDay: number;
  readonly customers: number;
  readonly saleLines: number;
  /** sum over all customers, losses included */
  readonly total: number;
  /** sum over customers above zero: what all shares are of */
  readonly positiveTotal: number;
  readonly nonPositive: { readonly customers: number; readonly amount: number };
  readonly excluded: {
    readonly returnedLines: number;
    readonly cancelledLines: number;
    readonly freeLines: number;
    /** money of return and cancelled lines of the ranked customers (taken off on the basis `net`) */
    readonly returnedAmount: number;
    /** the same of customers without a sale in the window: never counted */
    readonly strayReturnedAmount: number;
    /** customers of the selection without a sale in the window */
    readonly idleCustomers: number;
  };
  readonly missing: { readonly profitLines: number; readonly profitCustomers: number };
  readonly gini: number;
  /** gini × n/(n − 1); null for one customer */
  readonly giniSmallSample: number | null;
  readonly effectiveCustomers: number;
  readonly customersFor80: number;
  readonly mean: number;
  /** 0..1: customers whose amount is below the mean */
  readonly belowMeanShare: number;
  /** 0, 10 … 100 % quantiles (type 7) of the amount a customer: 11 values */
  readonly deciles: Float64Array;
  readonly topShares: readonly {
    readonly percent: number;
    readonly customers: number;
    readonly share: number;
  }[];
  /** share of the smallest 0, 10 … 100 % of customers: 11 values */
  readonly lorenz: Float64Array;
  /** points of the cumulative curve, at most 400: number of largest customers, and their share of the amount */
  readonly curve: { readonly ranks: Uint32Array; readonly shares: Float64Array };
  /** every preset; the chosen one is `cut` */
  readonly cuts: readonly CutLine[];
  readonly before: ParetoBefore | null;
}
