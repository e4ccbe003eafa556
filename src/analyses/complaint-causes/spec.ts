import type { Bone, Origin, Side } from "../../domain/cause-words";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "complaint-causes",
  revision: 2,
  needs: { complaints: ["openedAt"], customers: ["key"] },
  uses: {
    customers: ["customerName"],
    complaints: [
      "customer",
      "cause",
      "causeGroup",
      "complaintKind",
      "responsible",
      "respondedAt",
      "resolvedAt",
      "closedAt",
      "status",
      "isSatisfied",
      "lossAmount",
      "compensation",
      "productId",
      "productName",
      "batch",
    ],
    orders: ["customer", "orderedOn", "amount", "lineKind", "productId", "productName", "batch"],
  },
  caseCells: [
    "complaint-cause",
    "complaint-bone",
    "complaint-side",
    "complaint-origin",
    "complaint-batch",
    "complaint-product",
    "complaint-lot",
  ],
  params: {
    window: { kind: "choice", options: ["period", "all"], default: "period" },
    /** what the causes are ranked by */
    by: { kind: "choice", options: ["count", "money"], default: "count" },
    /** days in which a customer should have bought again after a complaint */
    followDays: { kind: "integer", min: 7, max: 730, unit: "day", default: 90 },
    /** solved within so many days is well solved, where nobody asked whether the customer is satisfied */
    resolveDays: { kind: "integer", min: 1, max: 365, unit: "day", default: 14 },
  },
});

export default spec;

export type CausesParams = Params<typeof spec.params>;

/** The column that causes are read from: the finest that the table has. */
export const LEVELS = ["cause", "causeGroup", "complaintKind"] as const;
export type Level = (typeof LEVELS)[number];

export interface CauseLine {
  /** names the cell "complaint-cause:<name>" */
  readonly name: string;
  readonly cases: number;
  readonly customers: number;
  /** loss and compensation of the cases that name any; null when none does */
  readonly money: number | null;
  readonly bone: Bone;
  readonly side: Side;
  /** cases in the period of the same length before */
  readonly before: number;
  /** more of all cases than before, beyond chance (false-discovery rate below 5 %) */
  readonly isRising: boolean;
}

export interface ReadCodes {
  readonly bone: Bone;
  /** null: most of its cases have none */
  readonly origin: Origin | null;
  readonly side: Side;
}

/** What a cause counts as in most of its cases, and what it would without what the reader laid down. */
export interface CodeLine {
  readonly name: string;
  readonly cases: number;
  readonly read: ReadCodes;
  readonly ruled: ReadCodes;
}

export interface BoneLine {
  /** names the cell "complaint-bone:<bone>" */
  readonly bone: Bone;
  readonly cases: number;
  readonly customers: number;
  /** largest causes first */
  readonly causes: readonly { readonly name: string; readonly cases: number }[];
}

export interface PartLine<Id extends string> {
  readonly id: Id;
  readonly cases: number;
  readonly customers: number;
}

/** A batch in which one cause comes together. */
export interface BatchLine {
  /** names the cell "complaint-batch:<batch>" */
  readonly batch: string;
  readonly product: string | null;
  readonly cases: number;
  readonly customers: number;
  readonly cause: string;
  /** cases of that cause: in the batch, and of all */
  readonly hits: number;
  readonly allHits: number;
  /** more than chance allows, over all batches and causes (false-discovery rate below 1 %) */
  readonly isTied: boolean;
}

export interface ProductLine {
  /** names the cell "complaint-product:<key>" */
  readonly key: string;
  readonly name: string;
  readonly cases: number;
  readonly customers: number;
  /** sale lines in the window */
  readonly sold: number;
  /** complaints per 1,000 of them, with the exact Poisson interval, 95 % */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** more than its sales explain, over all products (false-discovery rate below 5 %) */
  readonly isHigh: boolean;
}

/** A batch of a product, as it was sold. */
export interface LotLine {
  /** names the cells "complaint-lot:<id>" (its complaints), "complaint-lot-buyers:<id>" and "complaint-lot-silent:<id>" */
  readonly id: string;
  readonly batch: string;
  readonly product: string | null;
  readonly cases: number;
  /** who complained of it */
  readonly customers: number;
  /** sale lines */
  readonly sold: number;
  /** customers who bought of it, and of them those who have not complained of it */
  readonly buyers: number;
  readonly silent: number;
  /** complaints per 1,000 lines, with the exact Poisson interval, 95 % */
  readonly rate: number;
  readonly low: number;
  readonly high: number;
  /** the same of the other batches of the product together; null without any */
  readonly siblings: number | null;
  /** more than its lines explain, over all batches (false-discovery rate below 5 %) */
  readonly isHigh: boolean;
}

/** Complaints per sale line by batch; of batches first sold within the days that both tables cover. */
export interface LotRates {
  /** with three complaints or more; the high ones first, at most 8 */
  readonly lines: readonly LotLine[];
  /** batches that are high, and batches compared */
  readonly high: number;
  readonly tested: number;
  /** complaints and sale lines of these batches */
  readonly cases: number;
  readonly soldLines: number;
  /** batches sold in those days that were sold before them already, and are left out */
  readonly older: number;
  /** complaints of batches that no sale line names */
  readonly unlinked: number;
}

/** What became of the first complaint of a customer. */
export const OUTCOMES = ["good", "poor", "open", "none"] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface AfterLine {
  /** names the cell "complaint-after:<outcome>"; "none" are buyers without a complaint */
  readonly outcome: Outcome;
  /** customers that could be followed for the whole time */
  readonly followed: number;
  readonly bought: number;
  readonly share: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

export interface RepeatLine {
  readonly row: number;
  readonly name: string;
  readonly cases: number;
  /** the cause that it names most often, and how often */
  readonly cause: string | null;
  readonly sameCause: number;
}

export interface CausesResult {
  readonly kind: "answered";
  readonly headline: {
    readonly n: number;
    readonly explained: number;
    readonly causes: number;
    readonly topShare: number | null;
    readonly causesFor80: number | null;
    readonly companyShare: number | null;
    readonly loss: number | null;
    readonly per1000: number | null;
    readonly per1000Low: number | null;
    readonly per1000High: number | null;
    readonly repeatCustomers: number;
    readonly againWithin90: number | null;
    readonly tiedBatches: number;
    readonly highBatches: number | null;
    readonly boughtAgainGood: number | null;
    readonly boughtAgainPoor: number | null;
  };
  readonly fromDay: number;
  readonly toDay: number;
  /** null: the table has no column of causes */
  readonly level: Level | null;
  /** ranked as asked for, at most 15 */
  readonly causes: readonly CauseLine[];
  /** causes and cases beyond those */
  readonly more: number;
  readonly moreCases: number;
  readonly moreMoney: number;
  readonly unexplained: number;
  /** customers: all, with two complaints or more */
  readonly behind: { readonly all: number; readonly repeat: number };
  /** the 60 with most cases and all that the reader laid something down of, most cases first */
  readonly codes: readonly CodeLine[];
  /** causes beyond those, and how many of them no word of ours is in */
  readonly moreCodes: { readonly causes: number; readonly unread: number };
  readonly bones: readonly BoneLine[];
  readonly sides: readonly PartLine<Side>[];
  readonly origins: readonly PartLine<Origin>[];
  readonly hasBatches: boolean;
  readonly batches: readonly BatchLine[];
  /** null without a product in both tables */
  readonly products: readonly ProductLine[] | null;
  readonly soldLines: number;
  /** null: a table has no batches (see `lotLacks`), or no complaint names one that was sold */
  readonly lots: LotRates | null;
  /** tables without a column of batches */
  readonly lotLacks: readonly ("orders" | "complaints")[];
  /** share of complaints that the same customer follows with another within so many days */
  readonly again: { readonly days: Float64Array; readonly shares: Float64Array };
  readonly repeats: readonly RepeatLine[];
  readonly after: readonly AfterLine[];
  /** good against poor and open: chance that so many bought again without a difference; null when too few */
  readonly afterChance: number | null;
  readonly hasMoney: boolean;
}
