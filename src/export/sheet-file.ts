import { formatIsoDay, type EpochDay } from "../kernel/base/calendar";
import { csvLine } from "./csv";
import type { Sheet, SheetCell, SheetFormat } from "./sheet";
import { xlsxBlob } from "./xlsx";

/** Rows that are written before others may have a turn. */
const ROWS_A_PIECE = 200;

/**
 * A table as a file: CSV with days as YYYY-MM-DD and no text that a spreadsheet program runs, or XLSX with typed cells.
 *
 * @param pause  is waited for between pieces of some hundred rows, with the number of rows written so far
 */
export function sheetBlob(
  sheet: Sheet,
  format: SheetFormat,
  pause: (rows: number) => Promise<void>,
): Promise<Blob> {
  const pieces = piecesOf(sheet.rows, pause);
  return format === "xlsx" ? xlsxBlob(sheet, pieces) : csvBlob(sheet, pieces);
}

async function* piecesOf(
  rows: Sheet["rows"],
  pause: (rows: number) => Promise<void>,
): AsyncGenerator<readonly (readonly SheetCell[])[], void, void> {
  let piece: (readonly SheetCell[])[] = [];
  let written = 0;
  for (const row of rows) {
    piece.push(row);
    if (piece.length < ROWS_A_PIECE) continue;
    yield piece;
    written += piece.length;
    piece = [];
    await pause(written);
  }
  if (piece.length > 0) yield piece;
}

async function csvBlob(
  { columns }: Sheet,
  pieces: AsyncIterable<readonly (readonly SheetCell[])[]>,
): Promise<Blob> {
  const parts = [`\ufeff${csvLine(columns.map(({ header }) => header))}`];
  for await (const rows of pieces) {
    const lines = rows.map((row) =>
      csvLine(row.map((cell, k) => (columns[k]?.kind === "day" ? isoOf(cell) : cell))),
    );
    parts.push(lines.join(""));
  }
  return new Blob(parts, { type: "text/csv" });
}

const isoOf = (cell: SheetCell): SheetCell =>
  typeof cell === "number" ? formatIsoDay(cell as EpochDay) : cell;
