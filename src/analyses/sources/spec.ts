import type { FieldKind } from "../../domain/field";
import { defineAnalysis, type Params } from "../define";

/** What can say where a customer came from. */
const SOURCE: readonly FieldKind[] = ["category", "flag", "text"];

const spec = defineAnalysis({
  id: "sources",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { customers: ["customerId", "customerName", "channel", "referredBy"] },
  params: {
    /** what says where a customer came from; none: the channel */
    column: { kind: "column", entity: "customers", accepts: SOURCE },
    /** the first days of a customer: whether it bought again in them, and for how much */
    firstDays: { kind: "integer", min: 30, max: 1095, default: 365, unit: "day" },
  },
});

export default spec;

export type SourcesParams = Params<typeof spec.params>;

export type SourceName =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "flag"; readonly isYes: boolean }
  | { readonly kind: "rest"; readonly sources: number }
  | { readonly kind: "missing" };

/** A value with its 95 % interval. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface SourceLine {
  /** names the cells "source:<place>", "source-new:<place>", "source-again:<place>" */
  readonly place: number;
  readonly name: SourceName;
  /** with a sale up to the as-of day */
  readonly customers: number;
  /** whose first sale lies in the period */
  readonly newcomers: number;
  /** all money up to the as-of day */
  readonly sales: number;
  /** customers seen for all of their first days */
  readonly seen: number;
  /** of them, who bought on a second day within these days (Wilson); null: too few */
  readonly again: (Ranged & { readonly customers: number }) | null;
  /** mean sales of their first days (bootstrap over customers); null: too few */
  readonly firstSales: Ranged | null;
}

export interface ReferralLine {
  readonly row: number;
  readonly name: string;
  /** 0 for who was brought by nobody */
  readonly depth: number;
  /** customers that it brought itself, and all that came through them */
  readonly direct: number;
  readonly all: number;
  readonly ownSales: number;
  /** sales of all that came through it */
  readonly brought: number;
}

export interface Referrals {
  /** customers with a referrer that the data have; names the cell "referred" */
  readonly referred: number;
  /** who brought anybody; names the cell "referrers" */
  readonly referrers: number;
  /** sales of the referred */
  readonly sales: number;
  /** customers whose referrer the data do not have */
  readonly unknown: number;
  /** links left out because somebody would have brought its own referrer */
  readonly circular: number;
  /** trees from the one that brought most down, each in depth-first order; cells "referred-by:<row>" */
  readonly lines: readonly ReferralLine[];
  /** lines of the trees in all */
  readonly lineCount: number;
}

export interface SourcesResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    /** null: no column says where customers come from */
    readonly sources: number | null;
    /** share of the customers with a known source; null: no column says it */
    readonly knownShare: number | null;
    readonly newcomers: number;
    /** p of the hypothesis that buying again has nothing to do with the source; null: too few */
    readonly p: number | null;
    /** null: no column says who brought whom */
    readonly referred: number | null;
    readonly referredSales: number | null;
  };
  readonly column: string | null;
  readonly firstDays: number;
  readonly asOfDay: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly sales: number;
  /** the source with the most customers first, the missing one last; empty without a column */
  readonly sources: readonly SourceLine[];
  /** of all customers seen for their first days */
  readonly again: Ranged | null;
  /** null: no column says who brought whom */
  readonly referrals: Referrals | null;
}
