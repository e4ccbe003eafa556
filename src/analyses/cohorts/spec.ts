import type { CalendarGrain } from "../../domain/period-key";
import { defineAnalysis } from "../define";

export default defineAnalysis({
  id: "cohorts",
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
      options: ["auto", "month", "quarter"],
      default: "month",
      opening: "auto",
    },
    /** `exact`: bought in that period. `orLater`: bought in that period or a later one. */
    reading: { kind: "choice", options: ["exact", "orLater"], default: "exact" },
    smallBelow: { kind: "integer", unit: "customer", min: 1, max: 1000, default: 20 },
  },
});

export interface Cohort {
  /** index of the period in the grid from the first order on */
  readonly index: number;
  /** "cohort:<key>:<offset>" names its cells */
  readonly key: string;
  readonly fromDay: number;
  readonly toDay: number;
  readonly size: number;
  /** fewer customers than the parameter says */
  readonly small: boolean;
  /** first period of the data: may hold customers that are older than the data */
  readonly first: boolean;
  /** the last cell belongs to a period that is not over yet */
  readonly running: boolean;
  /** one slot per offset 0.. to the period of the as-of day */
  readonly customers: Uint32Array;
  /** customers / size, and its Wilson interval at 95 % */
  readonly retention: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly sales: Float64Array;
  /** sales / sales in the first period; NaN when those are 0 */
  readonly salesRatio: Float64Array;
}

/** Over the cohorts for which the whole period at this offset is over. */
export interface PooledCell {
  readonly offset: number;
  readonly cohorts: number;
  readonly size: number;
  readonly customers: number;
  readonly retention: number;
  readonly low: number;
  readonly high: number;
  /** sum of sales at this offset / sum of first-period sales of the same cohorts; null when those are 0 */
  readonly salesRatio: number | null;
}

export interface CohortsResult {
  readonly kind: "answered";
  readonly headline: {
    readonly cohorts: number;
    readonly customers: number;
    readonly pooledRetention1: number | null;
    readonly pooledRetention3: number | null;
    readonly pooledRetention6: number | null;
    readonly pooledRetention12: number | null;
  };
  /** how the periods are cut; never `auto` */
  readonly grain: CalendarGrain;
  readonly asOfDay: number;
  /** customers with a first order within the period of the scope */
  readonly customers: number;
  /** customers whose first order is older; not in the table */
  readonly customersBefore: number;
  readonly smallCohorts: number;
  readonly cohorts: readonly Cohort[];
  readonly pooled: readonly PooledCell[];
}
