import type { CalendarGrain } from "../../domain/period-key";
import type { ValueName } from "../../domain/value-name";
import { defineAnalysis } from "../define";

export default defineAnalysis({
  id: "cohorts",
  revision: 2,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {},
  groupsBySegments: true,
  params: {
    /** whose retention is told apart; none: customers by the period of their first order */
    by: { kind: "column", entity: "customers", accepts: ["category", "text", "flag"] },
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

/** Customers for whom the whole period at this offset is over. */
export interface OffsetCell {
  readonly offset: number;
  readonly size: number;
  readonly customers: number;
  /** customers / size, and its Wilson interval at 95 % */
  readonly retention: number;
  readonly low: number;
  readonly high: number;
  /** sum of sales at this offset / sum of first-period sales of the same customers; null when those are 0 */
  readonly salesRatio: number | null;
}

/** Over the cohorts for which the whole period at this offset is over. */
export interface PooledCell extends OffsetCell {
  readonly cohorts: number;
}

/** Do later cohorts stay better at this offset? Over the whole cohorts but the first of the data (Cochran–Armitage). */
export interface CohortTrend {
  readonly offset: number;
  readonly cohorts: number;
  readonly customers: number;
  /** change of the retention from one cohort to the next, by least squares */
  readonly slope: number;
  readonly p: number;
}

/** Customers with one value of the chosen column. */
export interface CohortGroup {
  /** "cohort-group:<place>:<offset>" names its cells */
  readonly place: number;
  readonly name: ValueName;
  readonly size: number;
  readonly small: boolean;
  /** one per offset that any of them has behind it */
  readonly cells: readonly OffsetCell[];
}

/** Whether the groups that are large enough, those without a value aside, differ at this offset (Pearson). */
export interface GroupDifference {
  readonly offset: number;
  readonly groups: number;
  readonly p: number;
}

export interface CohortGroups {
  readonly column: string;
  readonly groups: readonly CohortGroup[];
  readonly differences: readonly GroupDifference[];
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
    readonly trendP1: number | null;
    readonly groups: number;
    readonly groupsP1: number | null;
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
  /** none where too few cohorts or customers, and with the reading `orLater`: later cohorts had less time for a "later" */
  readonly trends: readonly CohortTrend[];
  /** null without a column */
  readonly byValue: CohortGroups | null;
}
