// Writes the first orders of a CSV as a workbook, the way Excel does: shared strings, dates as serial numbers with a format.
import { open, writeFile } from "node:fs/promises";
import { utils, write } from "@e965/xlsx";

const DATE_COLUMN = 1;
const FIRST_NUMBER = 7;

/** @param rows data rows, the header not counted */
export async function makeWorkbook(csvPath, path, rows) {
  const lines = [];
  const file = await open(csvPath);
  for await (const line of file.readLines()) {
    lines.push(line.split(",").map((cell, i) => typed(cell, i, lines.length === 0)));
    if (lines.length > rows) break;
  }
  await file.close();
  const sheet = utils.aoa_to_sheet(lines, { dense: true, UTC: true, dateNF: "yyyy-mm-dd" });
  const book = utils.book_new(sheet, "订单");
  await writeFile(path, write(book, { type: "buffer", bookSST: true, compression: true }));
}

function typed(cell, column, isHeader) {
  if (isHeader) return cell;
  if (column === DATE_COLUMN) return new Date(`${cell}T00:00:00Z`);
  return column >= FIRST_NUMBER ? Number(cell) : cell;
}
