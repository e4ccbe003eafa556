import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { differencesFromSheetJs } from "../../../tests/support/sheetjs-oracle";
import { openWorkbook } from "./workbook";

const DATA = "../shared/data";
const FILES = [
  "supermarket/supermarket_sales.xlsx",
  "xlsx/readxl/deaths.xlsx",
  "xlsx/readxl/type-me.xlsx",
  "xlsx/readxl/vietnamese-utf8.xlsx",
  "xlsx/readxl/whitespace-xlsx.xlsx",
  "xlsx/sheetjs/interview.xlsx",
  "xlsx/sheetjs/pivot_table_named_range.xlsx",
  "xlsx/sheetjs/rich_text_stress.xlsx",
  "xlsx/sheetjs/sushi.xlsx",
  "xlsx/sheetjs/phonetic_text.xlsx",
  "xlsx/sheetjs/merge_cells.xlsx",
  "xlsx/sheetjs/DataTypesFormats.xlsx",
];

describe("openWorkbook beside SheetJS 0.20.3", () => {
  for (const name of FILES) {
    it(`reads every cell of ${name} the same`, async () => {
      const bytes = readFileSync(`${DATA}/${name}`);
      const workbook = await openWorkbook(new Blob([bytes]));
      const { differences, cellCount } = await differencesFromSheetJs(bytes, workbook);
      expect(differences).toEqual([]);
      expect(cellCount).toBeGreaterThan(0);
    });
  }
});
