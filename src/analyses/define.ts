import type { Rng } from "../kernel/base/rng";
import type { Bitset } from "../kernel/table/bitset";
import type { Entity } from "../domain/entities";
import type { FieldKind } from "../domain/field";
import type { StoredColumn, Tables } from "../domain/generation";
import type { CauseReadings } from "../domain/cause-readings";
import type { CaseRules } from "../domain/case-rules";
import type { OwnCampaigns } from "../domain/own-campaign";
import type { PayPromises } from "../domain/pay-promise";
import type { ReasonReadings } from "../domain/exit-reasons";
import type { QuestionTags } from "../domain/question-tags";
import type { Needs } from "../domain/readiness";
import type { GradeBook } from "../domain/grade-book";
import type { RunRecord } from "../domain/run-record";
import type { Scope } from "../domain/scope";
import type { OwnWords } from "../domain/text/own-words";
import type { WonBack } from "../domain/winback-attempt";

/** A value that survives structured cloning and JSON; results are made of nothing else. */
export type Wire =
  | null
  | boolean
  | number
  | string
  | Float64Array
  | Int32Array
  | Uint32Array
  | Uint8Array
  | readonly Wire[]
  | { readonly [key: string]: Wire };

export type ParamSpec =
  | {
      readonly kind: "integer" | "number" | "ratio";
      readonly min: number;
      readonly max: number;
      readonly step?: number;
      readonly unit?: "day" | "month" | "customer";
      readonly default: number;
    }
  | {
      readonly kind: "choice";
      readonly options: readonly string[];
      readonly default: string;
      /** What a page begins with until the reader chooses; absent: the default, which is what callers without a page get. */
      readonly opening?: string;
    }
  | { readonly kind: "flag"; readonly default: boolean }
  | {
      /** One column of a table, by its id; the empty text is none. */
      readonly kind: "column";
      readonly entity: Entity;
      readonly accepts: readonly FieldKind[];
    }
  | {
      /** Some columns of a table: the ids in one text, see `columnIdsOf`. */
      readonly kind: "columns";
      readonly entity: Entity;
      readonly accepts: readonly FieldKind[];
      /** What the empty text stands for: no column, or every one of the accepted kinds. */
      readonly empty: "none" | "all";
    }
  /** Days in one text, see `readDayList`; the empty text is none. */
  | { readonly kind: "days" }
  /** A question of the surveys, or a block of them, by an id that the result lists; the empty text leaves the choice to the analysis. */
  | { readonly kind: "question" }
  /** Numbers in one text, see `readNumberList`; the empty text is none. */
  | { readonly kind: "numbers" };

export type ParamSpecs = Readonly<Record<string, ParamSpec>>;

type ParamValue<S extends ParamSpec> = S extends { kind: "choice"; options: readonly (infer O)[] }
  ? O
  : S extends { kind: "flag" }
    ? boolean
    : S extends { kind: "column" | "columns" | "days" | "question" | "numbers" }
      ? string
      : number;

export type Params<P extends ParamSpecs> = { readonly [K in keyof P]: ParamValue<P[K]> };

/** A flat record of named numbers, documented in the analysis README; null = cannot be said. */
export type Headline = Readonly<Record<string, number | null>>;

/** Why an analysis does not answer. `code` is worded in its messages. */
export interface Refusal {
  readonly kind: "insufficient";
  readonly code: string;
  readonly need: number;
  readonly have: number;
}

export interface Answered {
  readonly kind: "answered";
  readonly headline: Headline;
  /** there is nothing that another page should tell of it; absent: there is */
  readonly isQuiet?: boolean;
}

export interface AnalysisSpec<Id extends string = string, P extends ParamSpecs = ParamSpecs> {
  readonly id: Id;
  /** Raised when the same input gives another answer. */
  readonly revision: number;
  readonly needs: Needs;
  /** Columns that are used when present. */
  readonly uses: Needs;
  readonly params: P;
  /** Its `column` parameters that take flags may name a segment of the user's own, as a column of customers. */
  readonly groupsBySegments?: true;
  /** Kinds of cells that are made of complaints: they open those, not their customers. */
  readonly caseCells?: readonly string[];
  /** It leaves a record of itself behind, and is told what it left before the present data came. */
  readonly keepsRuns?: true;
  /** Parameters that are those of another analysis, described in both alike: the reader sets them once for both. */
  readonly shares?: { readonly with: string; readonly params: readonly (keyof P & string)[] };
}

/** Identity; keeps the literal types of ids, params and options. */
export function defineAnalysis<const S extends AnalysisSpec>(spec: S): S {
  return spec;
}

/** What is stored of a table, column by column, whether or not anybody has asked for its values; empty without the table. */
export type ColumnsOf = (entity: Entity) => readonly StoredColumn[];

/** The whole outside world of a compute. */
export interface Ambient {
  readonly scope: Scope;
  /** Rows of `orders` that pass the filters of the scope; null = all. Dates are not filtered here. */
  readonly orderRows: Bitset | null;
  /** Rows of `customers` that pass the filters of the scope; null = all. */
  readonly customerRows: Bitset | null;
  readonly columnsOf: ColumnsOf;
  /** the lists of words by which the reader would have texts read; empty: ours alone */
  readonly ownWords: OwnWords;
  /** how the reader would have reasons of exits read; empty: all by our rules */
  readonly reasonReadings: ReasonReadings;
  /** what customers promised to pay, as somebody wrote it down */
  readonly payPromises: PayPromises;
  /** campaigns that somebody kept, with whom they reached and whom they left alone */
  readonly ownCampaigns: OwnCampaigns;
  /** where the reader puts what surveys ask about; empty: all by our words */
  readonly questionTags: QuestionTags;
  /** what priorities complaints have, and what is promised to each; empty: one promise for all */
  readonly caseRules: CaseRules;
  /** what causes of complaints count as, as the reader laid it down; empty: all by our words */
  readonly causeReadings: CauseReadings;
  /** grades that somebody gave by hand, and the policy of each grade */
  readonly gradeBook: GradeBook;
  /** who was won back by an attempt that somebody wrote down; absent: nobody */
  readonly wonBack?: WonBack;
  /** what the same question left behind before the present data came; absent: none, or not known */
  readonly lastRun?: RunRecord | null;
  readonly rng: Rng;
}

/** The tables with the columns of `needs`, and those of `uses` and of the parameters that the data have. */
export type Input = Tables;

export interface Progress {
  /** 0..1 */
  readonly done: number;
}

/** The whole of a list whose top the result shows, in its order: a line is made when it is asked for. */
export interface Listing {
  readonly length: number;
  /** @param place  0..length − 1; @returns what the lines of the result are made of */
  readonly line: (place: number) => object;
}

/**
 * What a compute returns: the result for the page, and for the worker the customers behind each cell of it.
 * `members` answers with ascending row numbers of `customers`, or null for a cell that does not exist; `of` with what the answer says of
 * one of them, by its row, or null where it says nothing.
 */
export interface Answer<R> {
  readonly result: R | Refusal;
  readonly members: (cell: string) => Uint32Array | null;
  readonly of?: (row: number) => object | null;
  /** The list that the result shows the top of; absent or null: it has none. */
  readonly listing?: Listing | null;
  /** What it says of each customer, by name: one slot a row of `customers`, missing as NaN. For rules of segments. */
  readonly scores?: Readonly<Record<string, Float64Array<ArrayBuffer>>>;
  /** Ascending rows of `complaints` behind a cell that the spec names in `caseCells`; null: there is no such cell. */
  readonly cases?: (cell: string) => Uint32Array | null;
  /** What to keep for the run after the next import, by an analysis that `keepsRuns`. */
  readonly keeps?: Wire;
}

/** A compute is a pure function, or a generator that yields progress between slices of at most 50 ms. */
export type Compute<R> = Answer<R> | Generator<Progress, Answer<R>, void>;
