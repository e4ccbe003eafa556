import type { Grade } from "../../domain/rule-book";
import { defineAnalysis, type Params } from "../define";

const spec = defineAnalysis({
  id: "disagreement",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["profit"], customers: ["customerName"] },
  params: {
    /** days of sales and profit; RFM and what is to come always rest on the whole history */
    window: { kind: "choice", options: ["all", "period"], default: "all" },
    /** how far what is to come is looked at */
    months: { kind: "integer", min: 3, max: 36, default: 12, unit: "month" },
  },
});
export default spec;

export type DisagreementParams = Params<typeof spec.params>;

/** The scores that sales are held against. */
export const AGAINST = ["activity", "future", "profit"] as const;
export type Against = (typeof AGAINST)[number];

/** Best first. */
export const LEVELS = {
  activity: ["active", "middling", "silent"],
  future: ["a", "b", "c"],
  profit: ["a", "b", "c", "loss"],
} as const satisfies Readonly<Record<Against, readonly string[]>>;
export type Level = (typeof LEVELS)[Against][number];

/** Names the cell "odd-cell:<against>:<grade>:<level>". */
export interface MatrixCell {
  readonly grade: Grade;
  readonly level: Level;
  readonly customers: number;
  /** money of their sales */
  readonly sales: number;
  /** the disagreement that it belongs to; null: the scores go together */
  readonly odd: OddId | null;
}

export interface Matrix {
  readonly against: Against;
  /** rows by grade, then columns by level */
  readonly cells: readonly MatrixCell[];
  readonly customers: number;
  /** customers with a grade whose other score is not known */
  readonly unknown: number;
  /** Spearman's rank correlation of both scores, −1..1; null when either is the same for all */
  readonly agreement: number | null;
}

/** Why a score is not there. */
export interface Gap {
  readonly against: Against;
  readonly reason: "no-profit" | "few-customers" | "few-repeaters" | "no-fit";
}

/** See README. */
export type OddId =
  | "big-loss"
  | "big-silent"
  | "big-fading"
  | "small-promising"
  | "small-profitable"
  | "small-active";

export interface OddCustomer {
  readonly row: number;
  readonly name: string;
  readonly sales: number;
  /** profit, or money to come; null where the disagreement is not about money */
  readonly other: number | null;
}

/** Names the cell "odd:<id>". */
export interface OddLine {
  readonly id: OddId;
  readonly against: Against;
  readonly customers: number;
  /** their loss (above 0), sales, profit or money to come, by the disagreement */
  readonly stake: number;
  /** of the losses and profits, sales or money to come of all; null when these are not above 0 */
  readonly stakeShare: number | null;
  /** less than 1 % of it: not worth a plan */
  readonly isMinor: boolean;
  /** largest stakes first, at most 10 */
  readonly top: readonly OddCustomer[];
}

export interface DisagreementResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    /** customers with at least one disagreement */
    readonly oddCustomers: number;
    readonly bigLoss: number | null;
    readonly bigSilent: number;
    readonly bigFading: number | null;
    readonly smallPromising: number | null;
    readonly smallProfitable: number | null;
    readonly smallActive: number;
    readonly agreementActivity: number | null;
    readonly agreementFuture: number | null;
    readonly agreementProfit: number | null;
  };
  readonly fromDay: number;
  readonly toDay: number;
  readonly matrices: readonly Matrix[];
  readonly gaps: readonly Gap[];
  /** largest share at stake first; only those with a customer */
  readonly odd: readonly OddLine[];
}
