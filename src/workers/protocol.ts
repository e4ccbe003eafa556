import type { Entity } from "../domain/entities";
import type { PlainCell, TableDifference } from "../domain/difference";
import type { FilterColumn } from "../domain/filter";
import type { StoredColumn } from "../domain/generation";
import type { IssueReport } from "../domain/issue";
import type { ImportRecord, Manifest } from "../domain/manifest";
import type { ImportMode } from "../domain/merge";
import type { Recipe } from "../domain/recipe";
import type { Scope } from "../domain/scope";
import type { FileInspection, SheetPlan, TextFormat } from "../ingest/plan";
import type { IdentityReport } from "../queries/types";
import type {
  CustomerChange,
  CustomerDetail,
  CustomerPage,
  CustomerFileQuery,
  CustomerQuery,
  DataSummary,
  Extent,
  Facet,
  GradeCard,
  Suggestion,
} from "../queries/types";
import type { CaseDesk, CaseQuestion } from "../queries/case-types";
import type { SavingBoard, SavingQuestion } from "../queries/saving-types";
import type { ListedCustomers, SegmentQuestion, SegmentSizes } from "../queries/segment-types";

/** Values of the parameters of an analysis, by name. */
export type ParamRecord = Readonly<Record<string, number | string | boolean>>;

export interface SheetReport {
  /** Names the columns that the worker holds for this sheet until they are stored or discarded. */
  readonly ticket: string;
  readonly entity: Entity;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly issues: IssueReport;
  readonly elapsedMs: number;
}

export interface ImportReport {
  /** `unchanged`: the very same file and plan is in the data already; nothing was written. */
  readonly outcome: "stored" | "unchanged";
  readonly manifest: Manifest;
  readonly rowsAdded: number;
  readonly customersBefore: number;
  readonly customersAfter: number;
  readonly elapsedMs: number;
}

/** How the sheets that were read meet the data that are there. */
export interface ImportChoices {
  readonly mode: ImportMode;
  /** Leave out rows that are there already; else they are kept and only counted. */
  readonly dropsDuplicates: boolean;
  /** Ids of imports that are taken out first: the same file as it was read before. */
  readonly takesOut: readonly string[];
}

/** Rows that are there already, and what a sheet says of customers in two ways. */
export interface SheetReview {
  readonly ticket: string;
  /** Rows that equal another row of the same import, and rows that equal a stored row. */
  readonly within: number;
  readonly across: number;
  readonly columns: readonly StoredColumn[];
  /** The first of these rows. */
  readonly examples: readonly (readonly PlainCell[])[];
  readonly identity: readonly {
    readonly code: "customer-name-conflict" | "customer-duplicate";
    readonly count: number;
    readonly sample: string;
  }[];
  /** All of it in the form of the issues of reading. */
  readonly issues: IssueReport;
  /** Imports of the same file that was read in another way. */
  readonly earlier: readonly ImportRecord[];
}

/** What an import would do; nothing is stored. */
export interface ImportReview {
  readonly sheets: readonly SheetReview[];
  /** Table by table; empty when nothing was there before. */
  readonly differences: readonly TableDifference[];
}

/** Overrides of what inspection detects; absent = detect. */
export interface InspectOptions {
  readonly format?: Partial<TextFormat>;
  readonly sheets?: readonly {
    readonly sheetIndex: number;
    readonly headerRow?: number;
    readonly entity?: Entity;
    readonly ignoresRecipes?: boolean;
  }[];
  /** Confirmed mappings: a sheet with the headers of one is mapped by it. */
  readonly recipes?: readonly Recipe[];
}

/** Calls that the ingest worker answers, by operation: what goes in and what comes out. */
export interface IngestCalls {
  readonly inspect: {
    readonly in: { readonly file: File; readonly options: InspectOptions };
    readonly out: FileInspection;
  };
  readonly read: {
    readonly in: {
      readonly file: File;
      readonly plan: SheetPlan;
      /** Of a workbook; kept for the history of imports. */
      readonly sheetName?: string | null;
    };
    readonly out: SheetReport;
  };
  readonly store: {
    readonly in: {
      readonly workspace: string;
      readonly tickets: readonly string[];
      readonly choices: ImportChoices;
    };
    readonly out: ImportReport;
  };
  /** Copies a workspace with the user's work in it; the page learns of it by a hint when it is whole. */
  readonly duplicate: {
    readonly in: { readonly workspace: string; readonly name: string };
    /** Id of the copy. */
    readonly out: string;
  };
  /** @param workspace null: there are no data yet */
  readonly review: {
    readonly in: {
      readonly workspace: string | null;
      readonly tickets: readonly string[];
      readonly choices: ImportChoices;
    };
    readonly out: ImportReview;
  };
  /** Every row that differs, as CSV text, of the review made last; headers and words come from the page. */
  readonly differenceCsv: {
    readonly in: {
      readonly entity: Entity;
      readonly kinds: Readonly<Record<"added" | "before" | "after" | "gone", string>>;
      readonly headers: readonly string[];
    };
    readonly out: string;
  };
  /** Takes the rows of one import out of the data. @throws CallFailure E_STALE_TAB when it is not there any more */
  readonly takeBack: {
    readonly in: { readonly workspace: string; readonly importId: string };
    readonly out: Manifest;
  };
  readonly discard: { readonly in: { readonly tickets: readonly string[] }; readonly out: null };
  /** The issues of a read sheet as CSV text, with what the last review found in it. */
  readonly issuesCsv: { readonly in: { readonly ticket: string }; readonly out: string };
}

/** Calls that the analysis worker answers. */
export interface AnalysisCalls {
  readonly open: { readonly in: { readonly workspace: string }; readonly out: DataSummary };
  /** What can be filtered by; asked for after the first paint because it reads more columns. */
  readonly facets: { readonly in: null; readonly out: readonly Facet[] };
  /** What a column of numbers, days or flags holds; null when the data have no such column of this kind. */
  readonly extent: {
    readonly in: FilterColumn & { readonly kind: Extent["kind"] };
    readonly out: Extent | null;
  };
  /** Customers that may be one, and customers of orders that no customer table lists. */
  readonly identity: { readonly in: null; readonly out: IdentityReport };
  readonly run: {
    readonly in: { readonly analysis: string; readonly params: ParamRecord; readonly scope: Scope };
    /** An `Answer["result"]` of that analysis. */
    readonly out: unknown;
  };
  /** What an analysis says of one customer, by its key; an `Answer["of"]` of it. */
  readonly one: {
    readonly in: AnalysisCalls["run"]["in"] & { readonly customer: string };
    readonly out: unknown;
  };
  /** A part of the list whose top a result shows, in its order; `Listing` of that analysis. */
  readonly listed: {
    readonly in: AnalysisCalls["run"]["in"] & { readonly offset: number; readonly limit: number };
    readonly out: { readonly total: number; readonly lines: readonly unknown[] };
  };
  /** The complaints that are to be worked on. */
  readonly cases: {
    readonly in: CaseQuestion;
    readonly out: CaseDesk;
  };
  /** The customers that somebody is trying to keep. */
  readonly savings: { readonly in: SavingQuestion; readonly out: SavingBoard };
  /** How large the user's own segments are, and one that is being made. */
  readonly segments: { readonly in: SegmentQuestion; readonly out: SegmentSizes };
  readonly customers: { readonly in: CustomerQuery; readonly out: CustomerPage };
  /** Everybody in the list of a query, by the names under which own work knows them; offset and limit do not matter. */
  readonly customersListed: { readonly in: CustomerQuery; readonly out: ListedCustomers };
  readonly customer: {
    readonly in: { readonly row: number; readonly scope: Scope };
    readonly out: CustomerDetail;
  };
  /** How the scores of a customer moved with the last import of orders. */
  readonly customerChange: {
    readonly in: { readonly row: number; readonly scope: Scope };
    readonly out: CustomerChange;
  };
  /** The grade of a customer, by the rule of the analysis `grades` with these parameters. */
  readonly grade: {
    readonly in: { readonly row: number; readonly params: ParamRecord; readonly scope: Scope };
    readonly out: GradeCard;
  };
  readonly suggest: {
    readonly in: { readonly text: string; readonly limit: number; readonly scope: Scope };
    readonly out: readonly Suggestion[];
  };
  /** The whole customer list of a query, every score of it, as a file. */
  readonly customersFile: { readonly in: CustomerFileQuery; readonly out: Blob };
}

/** Why a call failed; `code` is a FileErrorCode, a StorageErrorCode, or one of these. */
export interface CallError {
  readonly code: string;
  readonly message: string;
  /** Where: row, column, free and needed bytes; never cell text. */
  readonly where: Readonly<Record<string, string | number>>;
}

export interface CallProgress {
  /** 0..1, or null while the total is unknown. */
  readonly done: number | null;
  readonly rows: number | null;
  readonly rowsPerSecond: number | null;
  readonly remainingMs: number | null;
  /** Nothing happens yet: another tab is writing to the same workspace. */
  readonly waiting: boolean;
}

export type WorkerRequest =
  | {
      readonly kind: "call";
      readonly requestId: number;
      readonly op: string;
      readonly input: unknown;
    }
  | { readonly kind: "cancel"; readonly requestId: number };

export type WorkerReply =
  /** The first message of every worker: the build that its code came from. */
  | { readonly kind: "ready"; readonly build: string }
  /** The worker's thread is alive; once a second while it answers calls. */
  | { readonly kind: "alive" }
  | { readonly kind: "progress"; readonly requestId: number; readonly progress: CallProgress }
  | { readonly kind: "done"; readonly requestId: number; readonly output: unknown }
  | { readonly kind: "failed"; readonly requestId: number; readonly error: CallError };
