import type { CostGap, DriverId } from "../../domain/cost-driver";
import type { Entity } from "../../domain/entities";
import { defineAnalysis, type Params } from "../define";

const UNIT_COST = { kind: "number", min: 0, max: 1e6, default: 0 } as const;

const spec = defineAnalysis({
  id: "whale",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: {
    orders: ["profit", "orderId"],
    customers: ["customerName", "potential"],
    service_costs: ["customer", "servedOn", "costKind", "amount", "quantity", "unitCost"],
    contacts: ["customer", "contactedAt", "contactKind", "cost"],
    complaints: ["customer", "openedAt", "compensation"],
    invoices: [
      "customer",
      "invoiceId",
      "invoicedOn",
      "dueOn",
      "settledOn",
      "amount",
      "paidAmount",
      "openAmount",
      "status",
    ],
    payments: ["invoiceId", "paidOn"],
    campaigns: ["campaignId", "campaign", "campaignKind", "startedOn", "cost"],
  },
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** what one visit costs; nothing unless somebody says so, and so for the others */
    perVisit: UNIT_COST,
    perContact: UNIT_COST,
    perOrder: UNIT_COST,
    perReturn: UNIT_COST,
    perComplaint: UNIT_COST,
    /** a day of late payment of one invoice */
    perLateDay: UNIT_COST,
    /** gross profit ÷ sales, where the data have neither profit nor cost; 0: nothing is assumed */
    assumedMargin: { kind: "ratio", min: 0, max: 1, step: 0.01, default: 0 },
  },
});

export default spec;

export type WhaleParams = Params<typeof spec.params>;

/** The parameter that prices a driver; null where only money counts that a table names. */
export const UNIT_COST_PARAMS = {
  service: null,
  visits: "perVisit",
  contacts: "perContact",
  orders: "perOrder",
  returns: "perReturn",
  complaints: "perComplaint",
  late: "perLateDay",
  "bad-debt": null,
} as const satisfies Record<DriverId, keyof WhaleParams | null>;

/** What makes a customer's profit smaller: goods sold below cost, goods that came back, and the drivers. */
export type Cause = "goods" | "returned" | DriverId;

/** One driver of the cost to serve, over the customers that are ranked. */
export interface DriverLine {
  readonly id: DriverId;
  readonly entity: Entity;
  readonly gap: CostGap | null;
  readonly count: number;
  /** null where the money is only what the table names */
  readonly unitCost: number | null;
  readonly given: number;
  /** given + unpriced × unit cost */
  readonly money: number;
  /** customers with a count */
  readonly customers: number;
  readonly undated: number;
  readonly unlinked: number;
}

export interface CauseLine {
  /** names the cell "loss:<cause>" */
  readonly cause: Cause;
  readonly customers: number;
  /** what these customers lose together, below 0 */
  readonly loss: number;
  /** what this cost came to with them */
  readonly cost: number;
  /** of them, those in profit but for this one cost */
  readonly alone: number;
}

export interface LossLine {
  readonly row: number;
  readonly name: string;
  readonly profit: number;
  readonly gross: number;
  readonly costToServe: number;
  readonly cause: Cause;
}

export interface WhaleCurve {
  readonly customers: number;
  readonly total: number;
  /** the total is not above zero, so shares of it mean nothing and the curve is in money */
  readonly isMoney: boolean;
  /** customers above zero, and what they earn */
  readonly peakCustomer: number;
  readonly peakMoney: number;
  /** how many of the best make the whole total already; null when nobody or the total is not above zero */
  readonly breakEvenCustomer: number | null;
  readonly zeroCustomers: number;
  readonly lossCustomers: number;
  readonly lossMoney: number;
  readonly top20: { readonly customers: number; readonly money: number };
  /** points, at most 400: number of best customers, and their profit together */
  readonly points: { readonly ranks: Uint32Array; readonly money: Float64Array };
  readonly causes: readonly CauseLine[];
  /** the largest losses, at most 20 */
  readonly losses: readonly LossLine[];
}

export interface LevelCell {
  /** names the cell "level:<profit>:<potential>" */
  readonly profit: "high" | "low";
  readonly potential: "high" | "low" | "unknown";
  readonly customers: number;
  readonly gross: number;
  readonly costToServe: number;
}

export interface ServedLine {
  readonly row: number;
  readonly name: string;
  /** place by gross profit, 1 = most */
  readonly rank: number;
  readonly gross: number;
  readonly costToServe: number;
  /** cost to serve beyond (below 0: short of) what the average share of gross profit would buy */
  readonly excess: number;
  readonly potential: "high" | "low" | "unknown";
}

export interface ServedList {
  readonly customers: number;
  readonly excess: number;
  /** at most 20, the farthest first */
  readonly lines: readonly ServedLine[];
}

/** Who is served beyond or below what they bring. */
export interface ServiceLevels {
  /** where potential is from: the customer table, the sales of the period before, or nowhere */
  readonly potentialFrom: "given" | "growth" | "none";
  /** cost to serve ÷ gross profit of all */
  readonly intensity: number;
  readonly cells: readonly LevelCell[];
  readonly over: ServedList;
  readonly under: ServedList;
}

/** Cost of winning a customer against keeping one. */
export interface Keeping {
  readonly newCustomers: number;
  readonly keptCustomers: number;
  readonly winningCampaigns: number | null;
  readonly winningService: number;
  readonly keepingCampaigns: number | null;
  readonly keepingService: number;
  readonly perNew: number | null;
  readonly perKept: number | null;
  readonly ratio: number | null;
  /** why there is no ratio: what is missing */
  readonly gaps: readonly CostGap[];
  /** there is nobody new, or nobody kept, in these days */
  readonly lacks: "new" | "kept" | "keeping-cost" | null;
}

export interface WhaleResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly peakShare: number | null;
    readonly peakCustomer: number | null;
    readonly breakEvenCustomer: number | null;
    readonly lossCustomers: number | null;
    readonly lossShare: number | null;
    readonly top20Share: number | null;
    readonly totalProfit: number | null;
    readonly lossMoney: number | null;
    readonly grossProfit: number | null;
    readonly costToServe: number;
    readonly overServed: number | null;
    readonly underServed: number | null;
    readonly acquireToKeep: number | null;
  };
  /** where the profit of goods is from: the data, the reader's assumption, or nowhere */
  readonly ground: "known" | "assumed" | "missing";
  /**
   * Why no whale is drawn; null when one is. `profit-missing`: no column says profit or cost. `costless-assumption`: one
   * margin for all without any cost to serve would only be the curve of sales again.
   */
  readonly refusal: null | {
    readonly code: "profit-missing" | "costless-assumption";
    readonly gaps: readonly CostGap[];
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly customers: number;
  readonly sales: number;
  /** profit of sale lines, less that of what came back */
  readonly grossProfit: number | null;
  readonly returnedProfit: number | null;
  readonly costToServe: number;
  readonly drivers: readonly DriverLine[];
  /** largest kinds of service_costs, at most 6 */
  readonly serviceKinds: readonly {
    readonly name: string;
    readonly rows: number;
    readonly money: number;
  }[];
  readonly missing: {
    readonly profitLines: number;
    readonly profitCustomers: number;
    readonly returnLines: number;
  };
  /** customers that only cost in these days: no sale */
  readonly costOnlyCustomers: number;
  /** orders are filtered, but cost to serve cannot be: it is the whole of each customer */
  readonly hasOrderFilter: boolean;
  readonly whale: WhaleCurve | null;
  readonly levels: ServiceLevels | null;
  readonly keeping: Keeping;
}
