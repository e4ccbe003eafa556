import { RFM_FIXED_CUTS, RFM_PRESETS, type RfmPreset } from "../../domain/rule-book";
import { defineAnalysis, type Params } from "../define";

const { recency, frequency, money } = RFM_FIXED_CUTS;

const spec = defineAnalysis({
  id: "rfm",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["orderId"] },
  params: {
    preset: { kind: "choice", options: RFM_PRESETS, default: "eleven" },
    /** `quantile`: thresholds at equal shares; `rank`: by average rank; `fixed`: the cuts below; `median`, `mean`: two classes */
    method: {
      kind: "choice",
      options: ["quantile", "rank", "fixed", "median", "mean"],
      default: "quantile",
    },
    frequency: { kind: "choice", options: ["order-days", "orders"], default: "order-days" },
    basis: { kind: "choice", options: ["sales", "net"], default: "sales" },
    /** `all`: everything up to the as-of day, so that lost customers stay in the picture */
    window: { kind: "choice", options: ["all", "period"], default: "all" },
    recencyCut1: { kind: "integer", unit: "day", min: 0, max: 3650, default: recency[0] },
    recencyCut2: { kind: "integer", unit: "day", min: 0, max: 3650, default: recency[1] },
    recencyCut3: { kind: "integer", unit: "day", min: 0, max: 3650, default: recency[2] },
    recencyCut4: { kind: "integer", unit: "day", min: 0, max: 3650, default: recency[3] },
    frequencyCut1: { kind: "integer", min: 0, max: 10000, default: frequency[0] },
    frequencyCut2: { kind: "integer", min: 0, max: 10000, default: frequency[1] },
    frequencyCut3: { kind: "integer", min: 0, max: 10000, default: frequency[2] },
    frequencyCut4: { kind: "integer", min: 0, max: 10000, default: frequency[3] },
    moneyCut1: { kind: "number", min: 0, max: 1e12, default: money[0] },
    moneyCut2: { kind: "number", min: 0, max: 1e12, default: money[1] },
    moneyCut3: { kind: "number", min: 0, max: 1e12, default: money[2] },
    moneyCut4: { kind: "number", min: 0, max: 1e12, default: money[3] },
  },
});

export default spec;

export type RfmParams = Params<typeof spec.params>;

export interface SegmentLine {
  /** names the cell "segment:<id>" */
  readonly id: string;
  readonly customers: number;
  /** 0..1 of all customers */
  readonly customerShare: number;
  readonly amount: number;
  /** 0..1 of the amount of all customers above zero; null when there is none */
  readonly amountShare: number | null;
  /** medians; null for an empty segment */
  readonly medianRecencyDays: number | null;
  readonly medianFrequency: number | null;
  readonly medianAmount: number | null;
  /** customers in this segment then, and those who came or went since; null without movement */
  readonly customersBefore: number | null;
  readonly arrived: number | null;
  readonly left: number | null;
}

/** One cell of the R × F grid; names the cell "cell:<R>-<F>". */
export interface GridCell {
  readonly r: number;
  readonly f: number;
  readonly customers: number;
  readonly amount: number;
  /** mean M score of the cell; null when empty */
  readonly meanM: number | null;
}

export interface AxisLine {
  /** a value above a threshold is in the next class; null for the method `rank` */
  readonly thresholds: Float64Array | null;
  /** customers with score 1, 2 … levels */
  readonly counts: Uint32Array;
  readonly min: number;
  readonly median: number;
  readonly mean: number;
  readonly max: number;
}

/** Customers by segment then (rows) and now (columns). */
export interface Movement {
  /** the day before the period of the scope */
  readonly asOfDay: number;
  /** customers with a segment then */
  readonly customers: number;
  /** (segments + 1)² counts, row by row; the last row and column: no segment then, or now */
  readonly matrix: Uint32Array;
  /** customers whose segment is another, of those who have one on both days */
  readonly moved: number;
  readonly stayed: number;
}

export interface RfmResult {
  readonly kind: "answered";
  /** `customers` and one count a segment id */
  readonly headline: Readonly<Record<string, number | null>>;
  readonly preset: RfmPreset;
  readonly method: "quantile" | "rank" | "fixed" | "median" | "mean";
  /** what frequency counted: order days when orders were asked for and the data have no order id */
  readonly frequency: "order-days" | "orders";
  readonly basis: "sales" | "net";
  readonly window: "all" | "period";
  readonly asOfDay: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly levels: number;
  readonly customers: number;
  readonly amount: number;
  /** orders (or order days) of all customers */
  readonly frequencySum: number;
  readonly recency: AxisLine;
  readonly frequencyAxis: AxisLine;
  readonly money: AxisLine;
  /** customers in each cell, index ((R − 1) levels + F − 1) levels + M − 1 */
  readonly cells: Uint32Array;
  /** R from best to worst, in it F from worst to best */
  readonly grid: readonly GridCell[];
  readonly segments: readonly SegmentLine[];
  readonly movement: Movement | null;
  readonly excluded: {
    readonly returnedLines: number;
    readonly cancelledLines: number;
    readonly freeLines: number;
    /** customers of the selection without a sale in the window */
    readonly idleCustomers: number;
  };
}
