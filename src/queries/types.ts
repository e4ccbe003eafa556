import type { GradeRule, HandGrade } from "../domain/grade-book";
import type { GradeFacts, PolicyCheck, Reason } from "../domain/grade-facts";
import type { Grade } from "../domain/rule-book";
import type { EpochDay } from "../kernel/base/calendar";
import type { Entity } from "../domain/entities";
import type { CustomerRef, Evidence } from "../domain/customer-merge";
import type { PlainCell } from "../domain/difference";
import type { FieldKind } from "../domain/field";
import type { StoredColumn } from "../domain/generation";
import type { Scope } from "../domain/scope";
import type { Departures } from "./departure-types";

/** A set of customers behind a mark of a chart: the cell of an analysis run with these params. */
export interface CellRef {
  readonly analysis: string;
  readonly params: Readonly<Record<string, number | string | boolean>>;
  readonly cell: string;
}

export const CUSTOMER_SORTS = [
  "name",
  "sales",
  "salesChange",
  "profit",
  "orderDays",
  "lastOrder",
  "firstOrder",
  "grade",
  "segment",
  "stage",
  "returns",
] as const;
export type CustomerSort = (typeof CUSTOMER_SORTS)[number];

export interface CustomerQuery {
  readonly scope: Scope;
  /** Matched against name, id, pinyin and initials; empty = all. */
  readonly search: string;
  readonly cell: CellRef | null;
  readonly sort: CustomerSort;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/** The scores that a file of the customer list holds besides columns that the page has words for. */
export const CUSTOMER_FILE_COLUMNS = [
  "key",
  "name",
  "owner",
  "region",
  "sales",
  "salesBefore",
  "salesChange",
  "profit",
  "returns",
  "orderDays",
  "firstOrderOn",
  "lastOrderOn",
  "recencyDays",
  "usualGapDays",
  "grade",
  "recencyScore",
  "frequencyScore",
  "moneyScore",
  "segment",
  "stage",
] as const;
export type CustomerFileColumn = (typeof CUSTOMER_FILE_COLUMNS)[number];

/** Words of one language for the codes in the cells. */
export interface CustomerFileWords {
  readonly segments: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
}

/** The whole customer list of a query (offset and limit ignored) as a file. */
export interface CustomerFileQuery extends CustomerQuery {
  readonly format: "csv" | "xlsx";
  readonly sheetName: string;
  /** by id: of every one of CUSTOMER_FILE_COLUMNS, and of columns of the customer table whose own header is not wanted */
  readonly headers: Readonly<Record<CustomerFileColumn, string>> & Readonly<Record<string, string>>;
  readonly words: CustomerFileWords;
}

/** One line of the customer table; money in the currency of the data; null = cannot be said. */
export interface CustomerRow {
  /** Row number in `customers` and code in `orders.customer`. */
  readonly row: number;
  readonly key: string;
  readonly name: string;
  readonly owner: string | null;
  readonly region: string | null;
  /** Sales in the period, and in the period of the same length before it; sales, returns and order days are null in data without orders. */
  readonly sales: number | null;
  /** null: the data do not reach over the period before */
  readonly salesBefore: number | null;
  readonly profit: number | null;
  readonly returns: number | null;
  readonly orderDays: number | null;
  readonly firstOrderOn: EpochDay | null;
  readonly lastOrderOn: EpochDay | null;
  readonly recencyDays: number | null;
  /** Median of the customer's own gaps between order days; null with fewer than three order days. */
  readonly usualGapDays: number | null;
  /** a, b, c; null without sales in the period. */
  readonly grade: "a" | "b" | "c" | null;
  /** R, F, M of 1..5 as "543", and the id of the segment of the eleven-segment map. */
  readonly rfm: string | null;
  readonly segment: string | null;
  /** acquire, develop, retain, winback; null for a customer without any order up to the as-of date. */
  readonly stage: "acquire" | "develop" | "retain" | "winback" | null;
}

export interface CustomerPage {
  readonly total: number;
  readonly offset: number;
  readonly rows: readonly CustomerRow[];
  /** Sums over all `total` customers; null: the data have no orders. */
  readonly sales: number | null;
  /** null: the data do not reach over the period before */
  readonly salesBefore: number | null;
}

export interface CustomerOrder {
  readonly orderedOn: EpochDay;
  readonly orderId: string | null;
  readonly lines: number;
  readonly amount: number;
  readonly profit: number | null;
  readonly kind: "sale" | "return" | "cancelled" | "free" | "mixed";
  readonly products: readonly string[];
}

export interface CustomerDetail {
  readonly summary: CustomerRow;
  /** Every further column of the imported customer table in which the customer has a value. */
  readonly attributes: readonly { readonly column: StoredColumn; readonly cell: PlainCell }[];
  /** Sales of each calendar month from the first order to the as-of date: first month index, then one slot a month. */
  readonly firstMonth: number;
  readonly monthlySales: Float64Array;
  readonly topProducts: readonly {
    readonly name: string;
    readonly sales: number;
    readonly share: number;
  }[];
  /** Newest first, at most 200. */
  readonly orders: readonly CustomerOrder[];
  readonly orderCount: number;
  readonly departures: Departures;
}

/** What the scores of a customer rest on; money in the currency of the data. */
export interface CustomerStanding {
  readonly asOfDay: EpochDay;
  /** in the period; the grade ranks by it */
  readonly periodSales: number;
  /** up to the as-of day; RFM ranks by them */
  readonly everSales: number;
  readonly everOrderDays: number;
  readonly recencyDays: number | null;
  readonly grade: CustomerRow["grade"];
  readonly rfm: CustomerRow["rfm"];
  readonly segment: CustomerRow["segment"];
  readonly stage: CustomerRow["stage"];
}

/** The scores of a customer before the last import with orders, and now. */
export type CustomerChange =
  /** there was no import before, or no sale */
  | { readonly kind: "none" }
  /** the import took the place of rows, so what was there before cannot be told */
  | { readonly kind: "replaced"; readonly importedAtMs: number }
  | {
      readonly kind: "known";
      readonly importedAtMs: number;
      /** sale lines of the customer that it brought, and their money */
      readonly newLines: number;
      readonly newSales: number;
      readonly before: CustomerStanding;
      readonly now: CustomerStanding;
    };

/** Why a customer has its grade, and whether it is treated so. */
export interface GradeCard {
  /** null: no sales in the window, so no grade */
  readonly grade: null | {
    readonly base: Grade;
    /** 1 = the largest of `customers` */
    readonly rank: number;
    readonly customers: number;
    readonly ruled: Grade;
    readonly final: Grade;
    readonly reasons: readonly Reason[];
    readonly facts: GradeFacts;
    readonly hand: HandGrade | null;
    readonly rule: GradeRule;
    /** what the policy lays down and the tables can tell: beyond it */
    readonly breaches: readonly {
      readonly check: PolicyCheck;
      readonly value: number;
      readonly allowed: number;
    }[];
  };
}

interface FacetColumn {
  readonly entity: Entity;
  readonly column: string;
  /** Header of the file. */
  readonly label: string;
}

/** A column of categories that can be filtered by. */
export interface ValuesFacet extends FacetColumn {
  readonly kind: "values";
  /** Most frequent first, at most 200. */
  readonly values: readonly { readonly text: string; readonly count: number }[];
  readonly distinctCount: number;
  readonly missingCount: number;
}

/** A column of another kind that can be filtered by; what it holds is asked for when somebody looks at it. */
export interface ExtentFacet extends FacetColumn {
  readonly kind: "number" | "days" | "flag";
  readonly fieldKind: FieldKind;
}

export type Facet = ValuesFacet | ExtentFacet;

/** What a column of numbers, days or flags holds; null where it holds nothing at all. Numbers in its own unit. */
export type Extent =
  | {
      readonly kind: "number";
      readonly range: { readonly least: number; readonly greatest: number } | null;
      readonly missingCount: number;
    }
  | {
      readonly kind: "days";
      readonly range: { readonly firstDay: EpochDay; readonly lastDay: EpochDay } | null;
      readonly missingCount: number;
    }
  | {
      readonly kind: "flag";
      readonly yesCount: number;
      readonly noCount: number;
      readonly missingCount: number;
    };

export interface Suggestion {
  readonly row: number;
  readonly name: string;
  readonly key: string;
  /** null: the data have no orders */
  readonly sales: number | null;
}

/** What the page must know of the data before the first analysis. */
export interface DataSummary {
  readonly generation: string;
  readonly orderCount: number;
  readonly customerCount: number;
  /** of the orders, else of all tables; null when none has a day */
  readonly firstDay: EpochDay | null;
  readonly lastDay: EpochDay | null;
  readonly currency: string | null;
  readonly hasProfit: boolean;
}

/** A customer as the check shows it. */
export interface IdentitySide {
  readonly ref: CustomerRef;
  readonly key: string;
  readonly name: string;
  readonly place: string | null;
  readonly phone: string | null;
  /** Order lines and the sum of their amounts. */
  readonly lines: number;
  readonly amount: number;
}

export interface IdentityPair {
  /** The one with more order lines: its name is proposed to stay. */
  readonly into: IdentitySide;
  readonly from: IdentitySide;
  /** 0..1 */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** Who may be entered twice, and whose orders belong to nobody in the table of customers. */
export interface IdentityReport {
  /** All pairs that may be one customer; `pairs` are the most probable of them. */
  readonly pairCount: number;
  readonly pairs: readonly IdentityPair[];
  /** Customers that orders name and no table of customers lists; null when there is no such table. */
  readonly unlisted: {
    readonly count: number;
    readonly lines: number;
    readonly amount: number;
    /** The largest by amount. */
    readonly customers: readonly IdentitySide[];
  } | null;
}
