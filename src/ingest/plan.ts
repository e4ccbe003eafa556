import type { Entity } from "../domain/entities";
import type { FieldKind } from "../domain/field";
import type { IssueReport } from "../domain/issue";
import type { ColumnMeta } from "../domain/manifest";
import type { Question } from "../domain/question";
import type { DateOrder, DecimalMark } from "../domain/reading";
import type { Table } from "../kernel/table/column";
import type { RowRuns } from "./build/row-runs";

export type Encoding =
  "utf-8" | "utf-16le" | "utf-16be" | "gb18030" | "big5" | "shift_jis" | "windows-1252";
export type FileKind = "delimited" | "xlsx" | "xlsb" | "xls" | "ods";
/** `blanks`: columns separated by runs of spaces. */
export type Delimiter = "," | ";" | "\t" | "|" | "blanks";
export type { DateOrder, DecimalMark };

/** How a text file is cut into cells. `null` in a request means: detect. */
export interface TextFormat {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

/** What a column of the file becomes. */
export interface ColumnPlan {
  /** 0-based position in the sheet. */
  readonly index: number;
  readonly header: string;
  /** A field id, an attribute id, or null: not imported. */
  readonly target: string | null;
  /** Reading of an attribute column; a field's own kind otherwise. */
  readonly kind: FieldKind;
  readonly dateOrder: DateOrder;
  readonly decimalMark: DecimalMark;
  /** Currency named by header or cells (ISO 4217), else null. */
  readonly currency: string | null;
  /** The header of the file where `header` is another: blank, or the name of a column before it. */
  readonly renamedFrom?: string;
  /** Ids that a program wrote as decimals: "17850.0" is read as "17850". */
  readonly dropPointZero?: true;
  /** How answers are read, where the column is a question of a survey. */
  readonly question?: Question;
}

/** Everything needed to read one sheet the same way again; JSON. Two equal plans on equal bytes give equal columns. */
export interface SheetPlan {
  /** 0-based; 0 for text files. */
  readonly sheetIndex: number;
  readonly entity: Entity;
  /** null for workbooks. */
  readonly format: TextFormat | null;
  /** 0-based row of the header; data begin in the next row. -1: no header, columns are numbered. */
  readonly headerRow: number;
  readonly columns: readonly ColumnPlan[];
  /** Each row is a customer of its own whom no column names: it is called by this name and its row. */
  readonly rowsNamed?: string;
}

/** A proposal for one column with the evidence for it. */
export interface ColumnProposal extends ColumnPlan {
  /** 0..1 */
  readonly confidence: number;
  /** Up to five distinct non-blank raw cells. */
  readonly samples: readonly string[];
  readonly blankShare: number;
  /** Both day-month and month-day order fit every sampled cell. */
  readonly dateOrderAmbiguous: boolean;
  readonly decimalMarkAmbiguous: boolean;
}

/** What the screen says of the recipe that mapped a sheet. */
export interface RecipeNote {
  readonly fingerprint: string;
  readonly fileName: string;
  readonly confirmedAtMs: number;
  /** Headers of the file that it does not know. */
  readonly unknown: readonly string[];
  /** Its headers that the file lacks. */
  readonly lacking: readonly string[];
}

export interface SheetInspection {
  readonly sheetIndex: number;
  readonly name: string | null;
  readonly hidden: boolean;
  /** Exact for workbooks, estimated from the sample for text. */
  readonly rowCount: number;
  readonly rowCountExact: boolean;
  /** null: the sheet has nothing to import (`reason` says why). */
  readonly entity: Entity | null;
  readonly entityConfidence: number;
  readonly reason: "empty" | "header-only" | "not-recognised" | null;
  readonly headerRow: number;
  readonly columns: readonly ColumnProposal[];
  /** The confirmed mapping that `columns` come from; null: they are proposed from the cells. */
  readonly recipe: RecipeNote | null;
  /** The first rows of the sheet as raw text, header included, at most 12. */
  readonly preview: readonly (readonly string[])[];
  /** Required fields that no column was matched to; the sheet cannot be imported until they are. */
  readonly unmatched: readonly (readonly string[])[];
}

export interface EncodingCandidate {
  readonly encoding: Encoding;
  /** The first lines that contain non-ASCII characters, decoded this way. */
  readonly previewLines: readonly string[];
}

export interface FileInspection {
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly kind: FileKind;
  /** null for workbooks. */
  readonly format: TextFormat | null;
  /** More than one: the reader should choose; the first is the proposal. */
  readonly encodingCandidates: readonly EncodingCandidate[];
  readonly sheets: readonly SheetInspection[];
}

/** A sheet read by a plan: the raw columns of its entity, before customers are linked. */
export interface SheetRead {
  readonly entity: Entity;
  readonly table: Table;
  readonly meta: readonly Pick<ColumnMeta, "id" | "fieldKind" | "label">[];
  readonly currency: string | null;
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Where the rows of the table stand in the sheet; null where they are no rows of it, as answers of a wide survey. */
  readonly rows: RowRuns | null;
  readonly issues: IssueReport;
}

/** Why a file cannot be read at all. Worded in `i18n`, with advice. */
export type FileErrorCode =
  | "E_FILE_EMPTY"
  | "E_FILE_CHANGED"
  | "E_FILE_TOO_LARGE"
  | "E_BINARY"
  | "E_UNSUPPORTED_TYPE"
  | "E_ENCODING"
  | "E_ENCODING_MIXED"
  | "E_ENCODING_TRUNCATED"
  | "E_CSV_UNBALANCED"
  | "E_FIELD_TOO_LONG"
  | "E_TOO_MANY_COLUMNS"
  | "E_TOO_MANY_ROWS"
  | "E_ZIP_LIMIT"
  | "E_ZIP_INVALID"
  | "E_XML_FORBIDDEN"
  | "E_XLSX_INVALID"
  | "E_XLSX_ENCRYPTED"
  | "E_XLSX_NO_SHEETS"
  | "E_LIMIT"
  | "E_NO_ROWS"
  | "E_CANCELLED";

/** Thrown by ingest; `row` (1-based) and `detail` say where and what, never cell text. */
export class FileError extends Error {
  override readonly name = "FileError";
  readonly code: FileErrorCode;
  readonly row: number | null;
  readonly detail: string | null;
  constructor(code: FileErrorCode, where: { row?: number; detail?: string } = {}) {
    super(code);
    this.code = code;
    this.row = where.row ?? null;
    this.detail = where.detail ?? null;
  }
}

/** What a file is that is no table we read: the `detail` of E_UNSUPPORTED_TYPE, for which `i18n` has advice. */
export type ForeignType =
  | "archive"
  | "database"
  | "docx"
  | "html"
  | "image"
  | "json"
  | "mail"
  | "media"
  | "numbers"
  | "office"
  | "parquet"
  | "pdf"
  | "pptx"
  | "rtf"
  | "spreadsheetml"
  | "xls"
  | "xml";

export function unsupported(type: ForeignType): FileError {
  return new FileError("E_UNSUPPORTED_TYPE", { detail: type });
}

/** Called at most every 50 ms or so with bytes and rows so far; throws E_CANCELLED from inside when asked to stop. */
export interface ReadProgress {
  readonly bytesRead: number;
  readonly bytesTotal: number;
  readonly rowsRead: number;
}
