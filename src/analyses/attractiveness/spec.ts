import type { FieldKind } from "../../domain/field";
import type { Grade } from "../../domain/rule-book";
import { defineAnalysis, type Params } from "../define";

/** Columns whose values are groups. */
const GROUPING: readonly FieldKind[] = ["category", "flag"];

const WEIGHT = { kind: "integer", min: 0, max: 100, step: 5, default: 25 } as const;

const spec = defineAnalysis({
  id: "attractiveness",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["profit"] },
  groupsBySegments: true,
  params: {
    by: { kind: "choice", options: ["rfm", "grade", "column"], default: "rfm" },
    /** the groups of `by: column` */
    column: { kind: "column", entity: "customers", accepts: GROUPING },
    /** weights; only their proportions count */
    size: WEIGHT,
    growth: WEIGHT,
    margin: WEIGHT,
    risk: WEIGHT,
  },
});

export default spec;

export type AttractivenessParams = Params<typeof spec.params>;

/** What a group is judged by. The more the better, but of risk. */
export const CRITERIA = ["size", "growth", "margin", "risk"] as const;
export type Criterion = (typeof CRITERIA)[number];

export type GroupName =
  | { readonly kind: "segment"; readonly id: string }
  | { readonly kind: "grade"; readonly grade: Grade }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "flag"; readonly isYes: boolean }
  | { readonly kind: "rest"; readonly groups: number }
  | { readonly kind: "missing" };

export interface ScoredGroup {
  /** 0..100 */
  readonly score: number;
  /** points of the score by criterion, in the order of CRITERIA; null for one that is left out */
  readonly parts: readonly (number | null)[];
  /** 1 = most attractive */
  readonly rank: number;
  /** the best and the worst rank that weights within a fifth of those chosen can give */
  readonly bestRank: number;
  readonly worstRank: number;
  /** share of the draws of customers in which it comes first, 0..1; null: not drawn */
  readonly firstShare: number | null;
}

export interface GroupLine {
  /** names the cells "attractive:<place>" and "attractive-lost:<place>" */
  readonly place: number;
  readonly name: GroupName;
  readonly customers: number;
  /** in the period, and in the one of the same length before it */
  readonly sales: number;
  readonly salesBefore: number;
  /** sales ÷ sales before − 1; null without sales before */
  readonly growth: number | null;
  /** profit ÷ sales of the customers whose profit is known; null where it is of none */
  readonly margin: number | null;
  /** of those who bought in the period before, who did not in this one; 95 % (Wilson); null where nobody did */
  readonly lost: null | {
    readonly value: number;
    readonly low: number;
    readonly high: number;
    readonly customers: number;
    readonly of: number;
  };
  /** null: too few customers to judge */
  readonly scored: ScoredGroup | null;
}

export interface AttractivenessResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly groups: number;
    readonly scored: number;
    /** null: no two groups are large enough */
    readonly topScore: number | null;
    /** the first stays first while no weight changes by more than this part of itself; 1 = whatever the weights */
    readonly holdsTo: number | null;
    readonly topChance: number | null;
    readonly newcomers: number;
  };
  readonly by: AttractivenessParams["by"];
  readonly column: string | null;
  readonly fromDay: number;
  readonly toDay: number;
  /** nobody bought before the period asked for: this is its later half, against the earlier one */
  readonly isHalved: boolean;
  /** the most attractive first, those too small to judge at the end */
  readonly groups: readonly GroupLine[];
  /** criteria that not every group has a figure for: they weigh nothing */
  readonly leftOut: readonly Criterion[];
  /** the whole order stays with any weights within a fifth of those chosen */
  readonly isOrderStable: boolean;
  /** place of the group that takes the lead first when weights change; null: none does */
  readonly rival: number | null;
  readonly draws: number;
  /** customers without an order before the period, who are in no group; and their sales */
  readonly newSales: number;
  /** sale lines of the period without a known profit */
  readonly profitUnknownLines: number;
}
