import { openWorkbook } from "../../src/ingest/xlsx/workbook";
import { stylesOf, workbookFile } from "../fixtures/workbook-writer";

const ROWS = 200_000;

/** 200,000 rows × 10 columns: 248,000 shared strings, dates, percentages, Chinese. */
export function benchWorkbook(): Blob {
  const strings: string[] = [];
  for (let index = 0; index < 248_000; index++) {
    strings.push(`<si><t>华东建材客户${index}号 order ${index * 7}</t></si>`);
  }
  const rows: string[] = [];
  for (let row = 1; row <= ROWS; row++) {
    const text = (column: string, index: number): string =>
      `<c r="${column}${row}" t="s"><v>${index % 248_000}</v></c>`;
    const number = (column: string, value: number | string, style = 0): string =>
      `<c r="${column}${row}" s="${style}"><v>${value}</v></c>`;
    rows.push(
      `<row r="${row}" spans="1:10">${text("A", row)}${text("B", row % 600)}${text("C", row % 120)}` +
        number("D", 45000 + (row % 900), 1) +
        number("E", (row % 50) + 1) +
        number("F", ((row * 37) % 90000) / 100) +
        number("G", ((row * 7919) % 9_000_000) / 100) +
        number("H", (row % 100) / 100, 2) +
        text("I", 200_000 + (row % 48_000)) +
        `${number("J", row)}</row>`,
    );
  }
  return workbookFile({
    sheets: [rows.join("")],
    strings: strings.join(""),
    styles: stylesOf([0, 14, 9]),
  });
}

export async function runBench(file: Blob): Promise<{ rows: number; cells: number; ms: number }> {
  const start = performance.now();
  let rows = 0;
  let cells = 0;
  const workbook = await openWorkbook(file);
  for await (const batch of workbook.rows(0, {})) {
    rows += batch.rows.length;
    for (const row of batch.rows) cells += row.length;
  }
  return { rows, cells, ms: performance.now() - start };
}
