import type { Entity } from "../domain/entities";
import type { IssueReport } from "../domain/issue";
import type { Manifest } from "../domain/manifest";
import type { Scope } from "../domain/scope";
import type { FileInspection, SheetPlan, TextFormat } from "../ingest/plan";
import type {
  CustomerDetail,
  CustomerPage,
  CustomerQuery,
  DataSummary,
  Facet,
  Suggestion,
} from "../queries/types";

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

/** Overrides of what inspection detects; absent = detect. */
export interface InspectOptions {
  readonly format?: Partial<TextFormat>;
  readonly sheets?: readonly {
    readonly sheetIndex: number;
    readonly headerRow?: number;
    readonly entity?: Entity;
  }[];
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
      readonly mode: "append" | "replace";
    };
    readonly out: ImportReport;
  };
  /** Copies a workspace with the user's work in it; the page learns of it by a hint when it is whole. */
  readonly duplicate: {
    readonly in: { readonly workspace: string; readonly name: string };
    /** Id of the copy. */
    readonly out: string;
  };
  readonly discard: { readonly in: { readonly tickets: readonly string[] }; readonly out: null };
  /** The issues of a read sheet as CSV text. */
  readonly issuesCsv: { readonly in: { readonly ticket: string }; readonly out: string };
}

/** Calls that the analysis worker answers. */
export interface AnalysisCalls {
  readonly open: { readonly in: { readonly workspace: string }; readonly out: DataSummary };
  /** The categories that can be filtered by; asked for after the first paint because it reads more columns. */
  readonly facets: { readonly in: null; readonly out: readonly Facet[] };
  readonly run: {
    readonly in: { readonly analysis: string; readonly params: ParamRecord; readonly scope: Scope };
    /** An `Answer["result"]` of that analysis. */
    readonly out: unknown;
  };
  readonly customers: { readonly in: CustomerQuery; readonly out: CustomerPage };
  readonly customer: {
    readonly in: { readonly row: number; readonly scope: Scope };
    readonly out: CustomerDetail;
  };
  readonly suggest: {
    readonly in: { readonly text: string; readonly limit: number; readonly scope: Scope };
    readonly out: readonly Suggestion[];
  };
  /** The whole customer list of a query (offset and limit ignored) as CSV text, formula-safe. */
  readonly customersCsv: {
    readonly in: CustomerQuery & { readonly headers: readonly string[] };
    readonly out: string;
  };
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
