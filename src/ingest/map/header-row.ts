import type { Row } from "../parse/row-source";
import { isBlankCell, rawText } from "../validate/cell";
import { OUT_OF_RANGE, readDate } from "../validate/date";
import { readNumber } from "../validate/number";

const SEARCH_ROWS = 40;

/**
 * The 0-based index of the header among the first rows: the first row that names nearly as many columns as the sheet
 * has, in words. Titles and notes above it are narrower.
 *
 * @returns -1 when the first full row is data already (it holds numbers or dates), or when every row is blank
 */
export function headerRowOf(rows: readonly Row[]): number {
  const widths = rows.map((row) => filledCount(row));
  const usual = usualWidth(widths);
  if (usual === 0) return -1;
  for (let i = 0; i < Math.min(rows.length, SEARCH_ROWS); i++) {
    if (widths[i]! < Math.max(1, usual * 0.6)) continue;
    return looksLikeData(rows[i]!) ? -1 : i;
  }
  return -1;
}

function filledCount(row: Row): number {
  return row.reduce((count: number, cell) => count + (isBlankCell(cell) ? 0 : 1), 0);
}

/** The number of filled cells of the middle row among those that are not blank. */
function usualWidth(widths: readonly number[]): number {
  const filled = widths.filter((width) => width > 0).sort((a, b) => a - b);
  const middle = filled[filled.length >>> 1];
  return middle === undefined ? 0 : middle;
}

/** Column names are hardly ever numbers or dates; a fifth of a row of them is data. Years as names are four digits. */
function looksLikeData(row: Row): boolean {
  let values = 0;
  let filled = 0;
  for (const cell of row) {
    if (isBlankCell(cell)) continue;
    filled++;
    if (typeof cell === "object" || typeof cell === "boolean") values++;
    else {
      const text = rawText(cell);
      const isYear = /^(?:19|20)\d\d$/.test(text.trim());
      const isValue = !Number.isNaN(readNumber(text, ".")) || readDate(text, "mdy") > OUT_OF_RANGE;
      if (isValue && !isYear) values++;
    }
  }
  return values > filled * 0.2;
}
