import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "partial-loss",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    orders: ["productId", "productName", "productKind"],
    customers: ["customerName"],
    products: ["productId", "productName", "productKind"],
  },
  params: {
    /** length of the last window, and of each of those before */
    windowDays: { kind: "integer", min: 14, max: 365, unit: "day", default: 90 },
    /** how many windows before the last one are the customer's own past */
    windows: { kind: "integer", min: 1, max: 12, default: 4 },
    /** money now ÷ money expected below which a fall counts */
    ratio: { kind: "ratio", min: 0.1, max: 0.9, step: 0.05, default: 0.5 },
    /** expected share of false alarms among those named */
    level: { kind: "ratio", min: 0.01, max: 0.5, step: 0.01, default: 0.1 },
    /** whether what falls with everybody is no customer's own fall */
    movement: { kind: "flag", default: true },
    /** column of orders that says what kind a line is of; empty: the product kind */
    category: { kind: "column", entity: "orders", accepts: ["category"] },
  },
});

export default spec;

export type PartialLossParams = Params<typeof spec.params>;

/** Why nobody can be judged. */
export interface PartialLossRefusal {
  /** `short-history`: days; `few-orders`: order days of one customer in all windows */
  readonly code: "short-history" | "few-orders";
  readonly need: number;
  readonly have: number;
}

/** A customer, or a customer in one category, that buys less than it used to. Names the cell "less-line:<place>". */
export interface LessLine {
  readonly row: number;
  readonly name: string;
  /** null: all that the customer buys */
  readonly category: string | null;
  /** of a line of all, the categories that fell by themselves, the most money first */
  readonly fallen: readonly string[];
  /** order days in the last window, and expected in it */
  readonly orders: number;
  readonly expectedOrders: number;
  /** money in the last window, and expected in it */
  readonly money: number;
  readonly expectedMoney: number;
  /** money ÷ expected money, with a 95 % interval */
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
  /** expected money − money, with a 95 % interval */
  readonly atRisk: number;
  readonly atRiskLow: number;
  readonly atRiskHigh: number;
  /** exact one-sided p of the fall in order days, and its false discovery rate */
  readonly p: number;
  readonly q: number;
}

/** A customer that ordered in the windows before and stopped. */
export interface StoppedLine {
  readonly row: number;
  readonly name: string;
  readonly lastDay: number;
  /** money that the last window would have brought at its own pace; null with less than a window of past */
  readonly expectedMoney: number | null;
}

export interface CategoryLine {
  /** names the cell "less-category:<place>" */
  readonly name: string;
  /** customers that buy less of it, and the money at risk in it */
  readonly customers: number;
  readonly atRisk: number;
  /** customers that could be judged in it */
  readonly tested: number;
  /** pace of the whole category against its past, at most 1; taken off before anybody is judged */
  readonly movement: number;
}

export interface PartialLossResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly tested: number | null;
    readonly partial: number | null;
    readonly stopped: number | null;
    readonly moneyAtRisk: number | null;
  };
  readonly refusal: PartialLossRefusal | null;
  /** first and last day of the last window, first day of the windows before */
  readonly fromDay: number;
  readonly toDay: number;
  readonly pastFromDay: number;
  readonly customers: number;
  readonly tested: number;
  /** customers with orders in these days but too few to judge */
  readonly untested: number;
  /** of those named: fell in all they buy, or in some categories only */
  readonly overall: number;
  readonly inCategories: number;
  readonly stopped: number;
  readonly stoppedMoney: number;
  /** days of silence from which on a customer counts as gone: the churn window of the company */
  readonly lapseDays: number;
  readonly atRisk: { readonly value: number; readonly low: number; readonly high: number };
  /** pace of all who still buy against their past, at most 1 */
  readonly movement: number;
  /** variance ÷ mean of order days by window, pooled; above 1: orders come in bursts; null with one window before */
  readonly dispersion: number | null;
  /** `kind`: the product kind; `column`: the reader's; null: the data say none */
  readonly categoryFrom: "kind" | "column" | null;
  /** sale lines of these days that name no category */
  readonly unnamedLines: number;
  /** tests of a customer in a category */
  readonly pairsTested: number;
  /** money at risk, largest first; at most 100 */
  readonly lines: readonly LessLine[];
  /** with somebody who fell, most money first */
  readonly categories: readonly CategoryLine[];
  /** most money first, at most 20 */
  readonly stoppedLines: readonly StoppedLine[];
}
