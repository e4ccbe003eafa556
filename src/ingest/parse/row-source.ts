import type { EpochDay } from "../../kernel/base/calendar";
import type { ByteCell } from "./byte-cell";

/** A civil day with the seconds since its midnight (0..86399.999), as the workbook shows it. */
export interface CivilMoment {
  readonly day: EpochDay;
  readonly seconds: number;
}

/** A cell that the workbook itself says has no value: `#N/A`, a formula without a result, a serial that is no day. */
export interface CellError {
  readonly error: string;
}

/**
 * One cell as its file gives it. Text files give strings (a blank cell is ""), or the bytes of a string. Workbooks give numbers, booleans,
 * and dates already resolved to civil moments (never serial numbers to guess); `null` is an empty cell. What a cell
 * means is asked through `validate/cell`, which knows all of them.
 */
export type Cell = string | number | boolean | CivilMoment | CellError | ByteCell | null;

export type Row = readonly Cell[];

/** Consecutive rows of a sheet. A gap of empty rows in a workbook begins a new batch instead of filling it. */
export interface RowBatch {
  /** 0-based sheet row of `rows[0]`, counted as a spreadsheet program counts rows (blank rows count). */
  readonly firstRow: number;
  /** Each row ends at its last cell; rows may differ in length. */
  readonly rows: readonly Row[];
  /** Bytes of the file consumed so far, for progress. */
  readonly bytesRead: number;
}

/** Where rows come from: a text file or one sheet of a workbook. */
export interface RowSource {
  readonly bytesTotal: number;
  /**
   * All rows in order, in batches of at most some thousand rows; reading begins anew with every call.
   *
   * @param signal stops the reading: the iterator throws FileError E_CANCELLED within one batch
   */
  batches(signal?: AbortSignal): AsyncIterable<RowBatch>;
}

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** 0-based position in the workbook; the argument of `rows`. */
  readonly index: number;
}

/** What the workbook reader offers: `openWorkbook(file: Blob): Promise<Workbook>` in `ingest/xlsx/workbook`. */
export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  rows(sheetIndex: number, options: { readonly signal?: AbortSignal }): AsyncIterable<RowBatch>;
}

export function isCellError(cell: Cell): cell is CellError {
  return typeof cell === "object" && cell !== null && "error" in cell;
}

export function isCivilMoment(cell: Cell): cell is CivilMoment {
  return typeof cell === "object" && cell !== null && "day" in cell;
}
