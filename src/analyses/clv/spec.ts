import type { Grade } from "../../domain/rule-book";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "clv",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["profit"], customers: ["customerName", "potential"] },
  params: {
    model: { kind: "choice", options: ["bg-nbd", "mbg-nbd", "pareto-nbd"], default: "bg-nbd" },
    /** time unit of the model's parameters */
    unit: { kind: "choice", options: ["day", "week", "month"], default: "week" },
    /** how far it looks ahead */
    months: { kind: "integer", min: 1, max: 60, unit: "month", default: 12 },
    /** a year's discount */
    discount: { kind: "ratio", min: 0, max: 0.5, step: 0.01, default: 0.1 },
    /** what a purchase is worth: its sales, or its gross profit at the average margin */
    value: { kind: "choice", options: ["sales", "profit"], default: "sales" },
    /** refits on simulated customers for the interval; 0 leaves it out */
    replicates: { kind: "integer", min: 0, max: 200, default: 20 },
  },
});

export default spec;

export type ClvParams = Params<typeof spec.params>;
export type ModelId = ClvParams["model"];

/** A 95 % interval; null when none was asked for or too few refits succeeded. */
export type ClvInterval = { readonly low: number; readonly high: number } | null;

export interface ClvFit {
  readonly model: ModelId;
  /** in the unit asked for; names as in the literature */
  readonly parameters: readonly { readonly name: string; readonly value: number }[];
  readonly logLikelihood: number;
  readonly quality: "exact" | "boundary" | "not-converged";
  /** starts that found the same maximum, of how many */
  readonly agreeing: number;
  readonly starts: number;
}

/** The gamma-gamma model of the money of a purchase. */
export interface ClvSpend {
  readonly p: number;
  readonly q: number;
  readonly gamma: number;
  readonly logLikelihood: number;
  readonly quality: "exact" | "boundary" | "not-converged";
  /** customers with a repeat purchase of more than nothing */
  readonly customers: number;
  /** money of a purchase of a customer of whom nothing is known; null when the model has no mean */
  readonly meanSpend: number | null;
  /** of frequency and mean spend among them, −1..1; the model supposes 0 */
  readonly correlation: number | null;
}

/** How many customers made 0, 1 … 6, 7 or more repeats, and how many the model expects. */
export interface FrequencyCheck {
  readonly actual: Uint32Array;
  readonly expected: Float64Array;
}

/** Repeat purchases of the whole base from its first day on. */
export interface TrackingCheck {
  /** civil days, ascending, at most 60 */
  readonly days: Int32Array;
  readonly actual: Float64Array;
  readonly expected: Float64Array;
}

/** The model fitted without the last days, and what happened then. */
export interface HoldoutCheck {
  /** first day that the fit did not see; the hold-out ends on the as-of day */
  readonly fromDay: number;
  readonly days: number;
  readonly customers: number;
  readonly actual: number;
  readonly predicted: number;
  /** mean absolute error a customer, in purchases */
  readonly meanAbsoluteError: number;
  /** by number of repeats before: 0, 1 … 6, 7 or more */
  readonly bins: readonly {
    readonly customers: number;
    readonly actualMean: number;
    readonly predictedMean: number;
  }[];
}

/** Customers graded by their sales of the last months and by their CLV, each A: half of the money, B: the next 30 %. */
export interface GridCell {
  /** names the cell "grid:<now>:<next>" */
  readonly now: Grade;
  readonly next: Grade;
  readonly customers: number;
  /** sales in the last `months` months */
  readonly past: number;
  readonly clv: number;
}

export interface TopCustomer {
  readonly row: number;
  readonly name: string;
  readonly purchases: number;
  readonly lastDay: number;
  /** 0..1 */
  readonly alive: number;
  readonly expectedPurchases: number;
  readonly spend: number;
  readonly clv: number;
}

/** Retention × margin, the textbook formula, of the whole base. */
export interface SimpleClv {
  /** customers of the year before last, and those of them that bought in the last */
  readonly before: number;
  readonly kept: number;
  readonly retention: { readonly low: number; readonly value: number; readonly high: number };
  /** money of a customer of the last year */
  readonly margin: number;
  /** m r / (1 + d − r), the first year left out; null when retention reaches 1 + d */
  readonly clv: number | null;
}

/** Our part of what a customer needs in a year: below 20 %, below 50 %, up to all of it, more than it is said to need. */
export const WALLET_BANDS = ["small", "part", "main", "above"] as const;
export type WalletBand = (typeof WALLET_BANDS)[number];

interface WalletMoney {
  readonly customers: number;
  /** sales of the twelve months up to the as-of day */
  readonly sales: number;
  /** what they need in a year */
  readonly potential: number;
  /** need − sales where that is above 0 */
  readonly room: number;
}

export interface WalletLine extends WalletMoney {
  /** names the cell "wallet:<band>" */
  readonly band: WalletBand;
}

export interface WalletCustomer {
  readonly row: number;
  readonly name: string;
  readonly sales: number;
  readonly potential: number;
  readonly share: number;
  readonly room: number;
}

/** Of the customers whose need is known. */
export interface Wallet extends WalletMoney {
  /** customers of the base whose need is not known */
  readonly unknown: number;
  /** of the customers' own shares; null without any */
  readonly median: number | null;
  readonly bands: readonly WalletLine[];
  readonly top: readonly WalletCustomer[];
}

export interface ClvResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly repeaters: number;
    /** null where the model has no such parameter */
    readonly r: number | null;
    readonly alpha: number | null;
    readonly a: number | null;
    readonly b: number | null;
    readonly s: number | null;
    readonly beta: number | null;
    readonly logLikelihood: number;
    readonly p: number | null;
    readonly q: number | null;
    readonly gamma: number | null;
    readonly expectedPurchases: number;
    readonly expectedAlive: number;
    readonly clvTotal: number;
    readonly clvTenYears: number;
    readonly holdoutRatio: number | null;
    /** customers whose need is known; null: the data do not say */
    readonly walletCustomers: number | null;
    readonly walletShare: number | null;
  };
  readonly asOfDay: number;
  readonly fromDay: number;
  readonly months: number;
  readonly unit: ClvParams["unit"];
  readonly value: ClvParams["value"];
  /** gross profit ÷ sales where profit is known; 1 for the value in sales */
  readonly margin: number;
  readonly customers: number;
  readonly repeaters: number;
  readonly repeatPurchases: number;
  /** customers of the selection without a purchase up to the as-of day */
  readonly idleCustomers: number;
  readonly fit: ClvFit;
  readonly spend: ClvSpend | null;
  readonly expectedPurchases: number;
  readonly expectedPurchasesInterval: ClvInterval;
  readonly clvTotal: number;
  readonly clvTotalInterval: ClvInterval;
  readonly clvTenYears: number;
  /** refits that the intervals rest on */
  readonly replicates: number;
  /** customers simulated for each refit: all, at most 10,000 */
  readonly simulatedEach: number;
  /** customers by chance to be alive: 0–10 %, … 90–100 %; names the cells "alive:0" … "alive:9" */
  readonly aliveBins: Uint32Array;
  readonly frequency: FrequencyCheck;
  readonly tracking: TrackingCheck;
  /** null when the data are too short */
  readonly holdout: HoldoutCheck | null;
  readonly grid: readonly GridCell[];
  readonly top: readonly TopCustomer[];
  /** null: no column says what customers need in a year */
  readonly wallet: Wallet | null;
  readonly simple: SimpleClv | null;
}
