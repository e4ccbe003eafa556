import { readdirSync, readFileSync } from "node:fs";
import { read, utils, write, type CellObject } from "@e965/xlsx";
import { describe, expect, it } from "vitest";
import { differencesFromSheetJs } from "../../tests/support/sheetjs-oracle";
import { epochDay } from "../kernel/base/calendar";
import { inspectFile, magicOf } from "./inspect";
import { openWorkbook } from "./open-workbook";
import type { Cell, Workbook } from "./parse/row-source";
import { defaultPlan } from "./plan-default";
import { readSheet } from "./read";

const FOLDER = "tests/fixtures/workbooks";
/** Files that end in a code, and one where the other program reads less than is there. */
const REFUSED: readonly (readonly [string, string])[] = [
  ["pass_protected.ods", "E_XLSX_ENCRYPTED"],
  ["issue_385.xls", "E_XLSX_ENCRYPTED"],
  ["issue_594_dos.ods", "E_LIMIT"],
  ["pass_protected.xlsb", "E_XLSX_ENCRYPTED"],
];
/** SheetJS leaves out cells that a merged range covers, blanks at the end of a text, and thousandths of seconds. */
const NOT_IN_SHEETJS: Readonly<Record<string, readonly string[]>> = {
  "covered.ods": ["sheet1!A3"],
  "date.ods": ["Sheet1!A4"],
};

async function open(bytes: Uint8Array<ArrayBuffer>): Promise<Workbook> {
  const file = new Blob([bytes]);
  const magic = await magicOf(file);
  if (magic === "text") throw new Error("text");
  return (await openWorkbook(file, magic)).workbook;
}

const bytesOf = (name: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(readFileSync(`${FOLDER}/${name}`));

describe("openWorkbook on .xls, .xlsb and .ods files", () => {
  const refusedNames = new Set(REFUSED.map(([name]) => name));
  const names = readdirSync(FOLDER).filter(
    (name) => !name.endsWith(".md") && !refusedNames.has(name),
  );

  it.each(names)("reads every cell of %s as SheetJS 0.20.3 does", async (name) => {
    const bytes = bytesOf(name);
    const workbook = await open(bytes);
    const { differences, cellCount } = await differencesFromSheetJs(bytes, workbook);
    const known = NOT_IN_SHEETJS[name] ?? [];
    expect(differences.map((line) => line.split(" ")[0])).toEqual(known);
    expect(cellCount).toBeGreaterThan(0);
    const theirs = read(bytes).Workbook?.Sheets ?? [];
    const hidden = theirs.map((sheet) => (sheet.Hidden ?? 0) !== 0);
    expect(workbook.sheets.map((sheet) => sheet.hidden)).toEqual(
      /\.xlsb?$/.test(name) ? hidden.slice(0, workbook.sheets.length) : expect.any(Array),
    );
  });

  it.each(REFUSED)("refuses %s with %s", async (name, code) => {
    const reading = (async (): Promise<void> => {
      const workbook = await open(bytesOf(name));
      for (const { index } of workbook.sheets) {
        for await (const batch of workbook.rows(index, {}))
          expect(batch.rows.length).toBeGreaterThan(0);
      }
    })();
    await expect(reading).rejects.toMatchObject({ code });
  });

  it("lists the hidden sheets of an .ods file as hidden", async () => {
    const { sheets } = await open(bytesOf("any_sheets.ods"));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ["Visible", false],
      ["Hidden", true],
      ["VeryHidden", true],
      ["Chart", false],
    ]);
  });
});

const TABLE: readonly (readonly (string | number | boolean)[])[] = [
  ["客户名称", "金额", "下单日期", "已付"],
  ["上海华联", 1234.5, 45296, true],
  ["Ä & <b>", -7, 45297, false],
  ["x".repeat(200), 0.1, 45298, true],
];

function written(bookType: "biff8" | "biff5" | "xlsb" | "ods"): Blob {
  const sheet = utils.aoa_to_sheet(TABLE.map((row) => [...row]));
  for (const address of ["C2", "C3", "C4"]) (sheet[address] as CellObject).z = "yyyy-mm-dd";
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, "订单");
  return new Blob([write(book, { bookType, type: "array" }) as ArrayBuffer]);
}

async function cellsOf(file: Blob): Promise<readonly (readonly Cell[])[]> {
  const workbook = await open(new Uint8Array(await file.arrayBuffer()));
  const rows: (readonly Cell[])[] = [];
  for await (const batch of workbook.rows(0, {})) rows.push(...batch.rows);
  return rows;
}

describe("one table written as .xls, .xlsb and .ods", () => {
  it.each([
    ["biff8", (day: number): Cell => ({ day: epochDay(day), seconds: 0 })],
    ["xlsb", (day: number): Cell => ({ day: epochDay(day), seconds: 0 })],
    // the writer has no dates in .ods files and leaves their serial numbers; date.ods has them
    ["ods", (day: number): Cell => day + 25569],
  ] as const)("has the same cells as %s", async (bookType, dateCell) => {
    expect(await cellsOf(written(bookType))).toEqual([
      ["客户名称", "金额", "下单日期", "已付"],
      ["上海华联", 1234.5, dateCell(19727), true],
      ["Ä & <b>", -7, dateCell(19728), false],
      ["x".repeat(200), 0.1, dateCell(19729), true],
    ]);
  });

  it.each([
    ["biff8", "xls"],
    ["xlsb", "xlsb"],
  ] as const)("is recognised and read like any other table (%s)", async (bookType, kind) => {
    const file = written(bookType);
    const inspection = await inspectFile(file);
    expect(inspection.kind).toBe(kind);
    const sheet = await readSheet(file, defaultPlan(inspection, 0)!);
    expect([sheet.rowsRead, sheet.rowsKept]).toEqual([3, 3]);
  });
});
