import { createHash } from "node:crypto";
import { inspectFile } from "../../src/ingest/inspect";
import {
  FileError,
  type Encoding,
  type FileErrorCode,
  type FileInspection,
  type SheetInspection,
  type SheetRead,
} from "../../src/ingest/plan";
import { readSheet } from "../../src/ingest/read";
import { formatIsoDay, epochDay } from "../../src/kernel/base/calendar";
import { textAt, type Column } from "../../src/kernel/table/column";

const ROWS_KEPT = 200;

/** What the product makes of a file that it does not know: a refusal with a code, or sheets with cells and issues. */
export type Outcome = Refused | Read;

export interface Refused {
  readonly kind: "refused";
  readonly code: FileErrorCode;
  /** 1-based */
  readonly row: number | null;
  readonly detail: string | null;
}

export interface Read {
  readonly kind: "read";
  /** Encoding and delimiter of a text file; "workbook" otherwise. */
  readonly format: string;
  /** The encodings that the reader is asked to choose from; empty when it is certain. */
  readonly asks: readonly Encoding[];
  readonly sheets: readonly SheetOutcome[];
}

export interface SheetOutcome {
  readonly name: string | null;
  readonly hidden: boolean;
  /** Why there is nothing to import, or null. A sheet that is not recognised can be mapped by hand. */
  readonly reason: "empty" | "header-only" | null;
  readonly headers: readonly string[];
  /** The first twelve rows as they are shown. */
  readonly shown: readonly (readonly string[])[];
  readonly rowsRead: number;
  /** The first ROWS_KEPT rows as texts after reading; null: no value. The first column is the key: rows without it are kept out. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** SHA-256 of all rows as JSON. */
  readonly digest: string;
  /** Counts of all issues by code. */
  readonly issues: Readonly<Record<string, number>>;
}

/**
 * Inspects a file and reads each of its sheets with every column as text, as somebody would who maps by hand.
 *
 * @throws whatever is no FileError: an outcome without a type, which no file may have
 */
export async function outcomeOf(file: Blob): Promise<Outcome> {
  try {
    const inspection = await inspectFile(file);
    const sheets: SheetOutcome[] = [];
    for (const sheet of inspection.sheets) sheets.push(await sheetOutcome(file, inspection, sheet));
    return {
      kind: "read",
      format:
        inspection.format === null
          ? "workbook"
          : `${inspection.format.encoding} ${inspection.format.delimiter}`,
      asks:
        inspection.encodingCandidates.length > 1
          ? inspection.encodingCandidates.map(({ encoding }) => encoding)
          : [],
      sheets,
    };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    return { kind: "refused", code: error.code, row: error.row, detail: error.detail };
  }
}

async function sheetOutcome(
  file: Blob,
  inspection: FileInspection,
  sheet: SheetInspection,
): Promise<SheetOutcome> {
  const { name, hidden, preview } = sheet;
  const headers = sheet.columns.map(({ header }) => header);
  const reason = sheet.reason === "not-recognised" ? null : sheet.reason;
  const base = { name, hidden, reason, headers, shown: preview };
  const read = await readAsText(file, inspection, sheet);
  if (read === null) return { ...base, rowsRead: 0, rows: [], digest: digestOf([]), issues: {} };
  const issues: Record<string, number> = {};
  for (const { code, count } of read.issues.counts) issues[code] = (issues[code] ?? 0) + count;
  const rows = textRows(read);
  return {
    ...base,
    rowsRead: read.rowsRead,
    rows: rows.slice(0, ROWS_KEPT),
    digest: digestOf(rows),
    issues,
  };
}

/** Null when the sheet has no row below its header, which `readSheet` says by E_NO_ROWS. */
async function readAsText(
  file: Blob,
  { format }: FileInspection,
  { sheetIndex, headerRow, columns }: SheetInspection,
): Promise<SheetRead | null> {
  if (columns.length === 0) return null;
  const planned = columns.map((column) => ({
    ...column,
    target: column.index === 0 ? "customerName" : `attr:${column.header}`,
    kind: "text" as const,
  }));
  try {
    const plan = { sheetIndex, entity: "customers" as const, format, headerRow, columns: planned };
    return await readSheet(file, plan);
  } catch (error) {
    if (error instanceof FileError && error.code === "E_NO_ROWS") return null;
    throw error;
  }
}

function textRows({ table }: SheetRead): (string | null)[][] {
  const columns = [...table.columns.values()];
  return Array.from({ length: table.rowCount }, (_, row) =>
    columns.map((column) => cellText(column, row)),
  );
}

export function digestOf(rows: readonly (readonly (string | null)[])[]): string {
  return createHash("sha256").update(JSON.stringify(rows)).digest("hex");
}

function cellText(column: Column, row: number): string | null {
  if (column.kind === "dictionary") return textAt(column, row);
  const value = column.values[row]!;
  return column.kind === "day" ? formatIsoDay(epochDay(value)) : String(value);
}

/** One line for the table of families. */
export function outcomeLine(outcome: Outcome): string {
  if (outcome.kind === "refused") {
    const row = outcome.row === null ? "" : `, row ${outcome.row}`;
    const detail = outcome.detail === null ? "" : ` (${outcome.detail})`;
    return `\`${outcome.code}\`${row}${detail}`;
  }
  const format =
    outcome.format === "workbook" ? [] : [`\`${outcome.format.replace("\t", "tab")}\``];
  const asks = outcome.asks.length === 0 ? [] : [`asks: ${outcome.asks.join(" or ")}`];
  const visible = outcome.sheets.length > 3 ? outcome.sheets.slice(0, 1) : outcome.sheets;
  const more = outcome.sheets.length > 3 ? [`${outcome.sheets.length} sheets`] : [];
  return [...format, ...asks, ...more, ...visible.map(sheetLine)].join("; ");
}

function sheetLine(sheet: SheetOutcome): string {
  if (sheet.reason === "empty") return "nothing to import";
  const size = `${sheet.rowsRead} × ${sheet.headers.length}`;
  const issues = Object.entries(sheet.issues).map(([code, count]) => `${code} ${count}`);
  const reason = sheet.reason === null ? [] : [sheet.reason];
  const hidden = sheet.hidden ? ["hidden"] : [];
  return [size, ...hidden, ...reason, ...issues].join(", ");
}
