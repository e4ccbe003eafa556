import type { FieldKind } from "../../domain/field";
import { defineAnalysis, type Params } from "../define";

/** What customers can be grouped by: words, yes or no, amounts in bands, days by their year. */
const ATTRIBUTE: readonly FieldKind[] = ["category", "flag", "number", "money", "ratio", "date"];

const spec = defineAnalysis({
  id: "cross-tab",
  revision: 1,
  needs: { orders: ["customer", "orderedOn", "amount", "lineKind"], customers: ["key"] },
  uses: { orders: ["profit"] },
  groupsBySegments: true,
  params: {
    outcome: {
      kind: "choice",
      options: ["mean", "customers", "sales", "profit", "retention"],
      default: "mean",
    },
    window: { kind: "choice", options: ["all", "period"], default: "all" },
    /** what may be proposed for the rows, and is compared in the list beside */
    attributes: { kind: "columns", entity: "customers", accepts: ATTRIBUTE, empty: "all" },
    /** none: the attribute that says most */
    rows: { kind: "column", entity: "customers", accepts: ATTRIBUTE },
    columns: { kind: "column", entity: "customers", accepts: ATTRIBUTE },
    /** bands of a number, equally full */
    bins: { kind: "integer", min: 2, max: 10, default: 4 },
    /** where the bands of the rows begin, instead of equally full ones */
    cuts: { kind: "numbers" },
    /** length of the two stretches of `retention` */
    againDays: { kind: "integer", min: 7, max: 730, default: 90, unit: "day" },
  },
});
export default spec;

export type CrossParams = Params<typeof spec.params>;
export type Outcome = CrossParams["outcome"];

/** One group of customers by a column. `from` belongs to a range, `to` does not, but for the last one; null = open. */
export type GroupName =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "flag"; readonly yes: boolean }
  | { readonly kind: "one"; readonly value: number }
  | { readonly kind: "range"; readonly from: number | null; readonly to: number | null }
  | { readonly kind: "year"; readonly year: number }
  | { readonly kind: "rest"; readonly groups: number }
  | { readonly kind: "missing" };

/** How far the figures of a cell can be trusted: `thin` below 30 customers, `tiny` below 5. */
export type CellSize = "enough" | "thin" | "tiny" | "empty";

/** Names the cells "cross:<row>", "cross:<row>:<column>" and "cross-column:<column>". */
export interface CrossCell {
  readonly customers: number;
  /** customers, money, money per customer, or the share that bought again; null without a customer */
  readonly value: number | null;
  /** 95 %: of `share` where customers are counted, else of `value`; null where there is none to give */
  readonly low: number | null;
  readonly high: number | null;
  /** money of the middle customer; null for other outcomes */
  readonly median: number | null;
  /** of the row's customers (with a second attribute), else of all customers, or of all money; null where money is not above 0 */
  readonly share: number | null;
  /** adjusted residual, about standard normal without any relation; only of customers by two attributes */
  readonly z: number | null;
  readonly size: CellSize;
}

export type EffectSize = "negligible" | "small" | "medium" | "large";

export interface CrossTest {
  readonly kind: "chi-squared" | "kruskal-wallis";
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** Cramér's V, or ε² */
  readonly effect: number;
  readonly size: EffectSize;
  /** too many expected counts below five for the p value to be exact */
  readonly isWeak: boolean;
}

/** How much one attribute says by itself. */
export interface ScreenLine {
  readonly column: string;
  readonly groups: number;
  readonly test: CrossTest | null;
  /** p, adjusted for the number of attributes that were looked at (Benjamini–Hochberg); null without a test */
  readonly qValue: number | null;
}

export interface Place {
  readonly row: number;
  readonly column: number | null;
}

export interface CrossResult {
  readonly kind: "answered";
  readonly headline: {
    readonly customers: number;
    readonly rows: number;
    readonly columns: number;
    readonly smallCells: number;
    readonly pValue: number | null;
    readonly effect: number | null;
  };
  readonly outcome: Outcome;
  /** days that were looked at; for `retention` those of both stretches */
  readonly fromDay: number;
  readonly toDay: number;
  readonly hasProfit: boolean;
  /** null when the customers have no attribute at all */
  readonly rowsBy: string | null;
  readonly isAutomatic: boolean;
  readonly isRowsNumeric: boolean;
  readonly columnsBy: string | null;
  /** largest group first; ranges and years ascending; those without a value last */
  readonly rows: readonly GroupName[];
  readonly columns: readonly GroupName[];
  readonly cells: readonly (readonly CrossCell[])[];
  readonly rowTotals: readonly CrossCell[];
  readonly columnTotals: readonly CrossCell[];
  readonly all: CrossCell;
  readonly test: CrossTest | null;
  /** the p value to go by: adjusted when the attribute was picked from several for saying most */
  readonly judged: number | null;
  /** the two groups furthest apart, of 30 customers and more; of customers by two attributes the one cell furthest from no relation */
  readonly most: { readonly high: Place; readonly low: Place | null } | null;
  readonly screen: readonly ScreenLine[];
  /** customers in sight whose outcome is unknown */
  readonly unknown: number;
}
