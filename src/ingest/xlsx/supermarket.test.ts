import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { civilFromDay } from "../../kernel/base/calendar";
import { isCivilMoment, type Cell } from "../parse/row-source";
import { openWorkbook } from "./workbook";

const FOLDER = "../shared/data/supermarket";

/** A cell as the CSV of the same table writes it: m/d/yyyy, numbers without trailing zeros. */
function asCsv(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (!isCivilMoment(cell)) return String(cell);
  const { year, month, day } = civilFromDay(cell.day);
  return `${month}/${day}/${year}`;
}

describe("the supermarket table", () => {
  it("has the same content in every cell as workbook and as CSV", async () => {
    const csv = Papa.parse<string[]>(readFileSync(`${FOLDER}/supermarket_Sales.csv`, "utf8"), {
      skipEmptyLines: true,
    }).data;
    const workbook = await openWorkbook(
      new Blob([readFileSync(`${FOLDER}/supermarket_sales.xlsx`)]),
    );
    const rows: (readonly Cell[])[] = [];
    for await (const batch of workbook.rows(0, {})) {
      expect(batch.firstRow).toBe(rows.length);
      rows.push(...batch.rows);
    }
    expect(rows.length).toBe(1001);
    const differences: string[] = [];
    csv.forEach((line, row) => {
      line.forEach((text, column) => {
        const cell = rows[row]?.[column];
        const same = typeof cell === "number" ? cell === Number(text) : asCsv(cell) === text;
        if (!same) differences.push(`R${row + 1}C${column + 1} ${JSON.stringify([cell, text])}`);
      });
    });
    expect(differences).toEqual([]);
  });
});
