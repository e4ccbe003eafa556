import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { civilFromDay } from "../../kernel/base/calendar";
import { isCellError, isCivilMoment, type Cell } from "../parse/row-source";
import { openWorkbook } from "./workbook";

const FOLDER = "../shared/data/supermarket";

/** Four columns have other names in the workbook. */
const CSV_NAMES: Readonly<Record<string, string>> = {
  cogs: "Cost of goods sold",
  "gross margin percentage": "Gross margin percentage",
  "gross income": "Gross income",
  Rating: "Customer stratification rating",
};

/** A cell as the CSV of the same table writes it: m/d/yyyy, numbers without trailing zeros. */
function asCsv(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (isCellError(cell)) return cell.error;
  if (typeof cell !== "object") return String(cell);
  if (!isCivilMoment(cell)) throw new Error("a workbook has no cells of bytes");
  const { year, month, day } = civilFromDay(cell.day);
  return `${month}/${day}/${year}`;
}

describe("the supermarket table", () => {
  it("has the same content as CSV and over the three sheets of the workbook, by invoice and header", async () => {
    const parsed = Papa.parse<string[]>(readFileSync(`${FOLDER}/supermarket_Sales.csv`, "utf8"), {
      skipEmptyLines: true,
    });
    const [csvHeader = [], ...lines] = parsed.data;
    const lineOf = new Map(lines.map((line) => [line[0], line]));
    const workbook = await openWorkbook(
      new Blob([readFileSync(`${FOLDER}/supermarket_sales.xlsx`)]),
    );
    const differences: string[] = [];
    let cellCount = 0;
    for (const sheet of workbook.sheets) {
      const rows: (readonly Cell[])[] = [];
      for await (const batch of workbook.rows(sheet.index, {})) rows.push(...batch.rows);
      const header = rows[0]?.map((cell) => CSV_NAMES[asCsv(cell)] ?? asCsv(cell)) ?? [];
      for (const row of rows.slice(1)) {
        const line = lineOf.get(asCsv(row[0]));
        lineOf.delete(asCsv(row[0]));
        row.forEach((cell, column) => {
          const text = line?.[csvHeader.indexOf(header[column] ?? "")];
          const same = typeof cell === "number" ? cell === Number(text) : asCsv(cell) === text;
          cellCount++;
          if (!same) differences.push(`${header[column]} ${JSON.stringify([cell, text])}`);
        });
      }
    }
    expect(differences).toEqual([]);
    expect([...lineOf.keys()]).toEqual([]);
    // The first sheet, of 352 invoices, leaves the margin percentage out.
    expect(cellCount).toBe(17 * 1000 - 352);
  });
});
