import { defineAnalysis, type Params } from "../define";

/** The most groups that anybody can tell apart and treat differently. */
export const MOST_CLUSTERS = 8;

const spec = defineAnalysis({
  id: "clusters",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["orderId"] },
  params: {
    /** number of groups; 0 or 1: the one that the data speak for */
    k: { kind: "integer", min: 0, max: MOST_CLUSTERS, default: 0 },
    /** of the logarithms: `robust` by median and quartiles, `standard` by mean and standard deviation */
    scaling: { kind: "choice", options: ["robust", "standard"], default: "robust" },
    frequency: { kind: "choice", options: ["order-days", "orders"], default: "order-days" },
    basis: { kind: "choice", options: ["sales", "net"], default: "sales" },
    /** `all`: everything up to the as-of day, so that lost customers stay in the picture */
    window: { kind: "choice", options: ["all", "period"], default: "all" },
  },
});

export default spec;

export type ClusterParams = Params<typeof spec.params>;

export const FEATURE_IDS = ["recency", "frequency", "money"] as const;
export type FeatureId = (typeof FEATURE_IDS)[number];

/** Where a group stands against all customers: a typical value beyond the upper or lower third. */
export type Level = "low" | "middle" | "high";

/** A number of groups that was tried. */
export interface ClusterChoice {
  readonly k: number;
  /** mean silhouette, -1..1 */
  readonly silhouette: number;
  readonly inertia: number;
  readonly gap: number | null;
  /** mean Jaccard likeness of the groups when customers are drawn anew, 0..1 */
  readonly stability: number;
}

/** One group; the largest amount first. Names the cell "cluster:<place>". */
export interface ClusterLine {
  readonly customers: number;
  /** 0..1 of all customers */
  readonly customerShare: number;
  readonly amount: number;
  /** 0..1 of the amount of all; null when that is not above zero */
  readonly amountShare: number | null;
  /** medians: days, orders or order days, money */
  readonly recencyDays: number;
  readonly frequency: number;
  readonly money: number;
  /** `high` recency is long ago */
  readonly levels: Readonly<Record<FeatureId, Level>>;
  readonly stability: number;
}

export interface ClustersResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly k: number;
    readonly silhouette: number;
    readonly stability: number;
    readonly inertia: number;
    readonly gapK: number;
    readonly largestAmountShare: number | null;
  };
  readonly customers: number;
  readonly amount: number;
  /** what was counted: `orders` only with an order id */
  readonly frequency: "order-days" | "orders";
  readonly choices: readonly ClusterChoice[];
  /** the k that the data speak for, whatever was asked for */
  readonly bestK: number;
  /** whether that k is stable (0.75 or more); otherwise none is */
  readonly isStable: boolean;
  readonly clusters: readonly ClusterLine[];
  /** customers that the number of groups was chosen on; null = all */
  readonly sampled: number | null;
}
