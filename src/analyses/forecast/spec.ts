import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "forecast",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {},
  params: {
    /** `net`: money less the returns, each taken off the purchase before it; who is active does not change */
    basis: { kind: "choice", options: ["sales", "net"], default: "sales" },
    /** months that are forecast */
    months: { kind: "integer", unit: "month", min: 3, max: 24, default: 12 },
  },
});

export default spec;

export type ForecastParams = Params<typeof spec.params>;

/** What competes, plainest first. `mean`: half of each of the two best of those between. */
export type MethodId =
  | "naive"
  | "level"
  | "season"
  | "season-ratio"
  | "trend-season"
  | "trend-season-ratio"
  | "damped-season"
  | "mean";

/** One method in the rolling back-test. */
export interface MethodLine {
  readonly id: MethodId;
  /** mean absolute error over all forecasts of the back-test */
  readonly error: number;
  /** `error` ÷ mean change on the same month of the year before; null when that never changed */
  readonly mase: number | null;
}

/** The last months, forecast from those before only, and then compared. */
export interface Holdout {
  /** position in `actual` of the first */
  readonly from: number;
  readonly method: MethodId;
  readonly forecast: Float64Array;
  readonly mase: number | null;
  readonly naiveMase: number | null;
}

export interface ForecastSeries {
  /** one value a full month, from `fromMonth` of the result on */
  readonly actual: Float64Array;
  readonly method: MethodId;
  /** the two that `mean` is made of; empty for the others */
  readonly parts: readonly MethodId[];
  /** best first; empty when there are too few months for a back-test */
  readonly methods: readonly MethodLine[];
  readonly origins: number;
  /** share of the back-test's months that lay in the model's own interval of 80 %; null without a back-test */
  readonly coverage: number | null;
  /** how many times as wide as the model's own the intervals below are, so that 80 % of the back-test lie in them; 1 or more */
  readonly stretch: number;
  readonly holdout: Holdout | null;
  /** expected value of each month to come, and the interval of 80 % */
  readonly ahead: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly total: { readonly value: number; readonly low: number; readonly high: number };
  /** the same months one year earlier, as far as known; null beyond twelve months */
  readonly yearBefore: number | null;
}

export interface ForecastResult {
  readonly kind: "answered";
  readonly headline: {
    readonly months: number;
    readonly mase: number | null;
    readonly seasonalNaiveMase: number | null;
    readonly customersMase: number | null;
    readonly customersSeasonalNaiveMase: number | null;
    readonly nextMonth: number;
    readonly nextMonthLow: number;
    readonly nextMonthHigh: number;
    readonly total: number;
    readonly totalLow: number;
    readonly totalHigh: number;
    readonly customersNextMonth: number;
    readonly coverage: number | null;
    readonly stretch: number;
    readonly backtestMase: number | null;
    readonly backtestNaiveMase: number | null;
  };
  /** month index (see `monthIndex`) of the first full month */
  readonly fromMonth: number;
  /** month index of the first month to come */
  readonly nextMonth: number;
  readonly sales: ForecastSeries;
  readonly customers: ForecastSeries;
  /** the first month of the data was left out: it begins later than its first week */
  readonly skippedFirst: boolean;
  /** the month that is not over: what it has so far; it is the first that is forecast */
  readonly running: {
    readonly sales: number;
    readonly customers: number;
    readonly toDay: number;
  } | null;
}
