import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dayFromCivil } from "../../kernel/base/calendar";
import { isCellError, isCivilMoment, type Cell } from "../parse/row-source";
import { openWorkbook } from "./workbook";

const DATA = "../shared/data/xlsx";
const DAY_MS = 86_400_000;

type Expected =
  | string
  | number
  | null
  | { readonly t: "d" | "e"; readonly v: string }
  | { readonly t: "b"; readonly v: boolean }
  | { readonly t: "duration_s"; readonly v: number };

interface ExpectedFile {
  readonly openpyxl_error?: string;
  readonly sheets: readonly {
    readonly name: string;
    readonly state: string;
    readonly rows: readonly (readonly Expected[])[];
  }[];
}

const reference = JSON.parse(
  readFileSync("../shared/data/reference/xlsx_expected.json", "utf8"),
) as { readonly files: Readonly<Record<string, ExpectedFile>> };

function fileOf(path: string): Blob {
  return new Blob([readFileSync(path)]);
}

/** All cells of a sheet by row; rows without values are holes. */
async function cellsOf(file: Blob, sheetIndex: number): Promise<readonly (readonly Cell[])[]> {
  const workbook = await openWorkbook(file);
  const rows: (readonly Cell[])[] = [];
  for await (const batch of workbook.rows(sheetIndex, {})) {
    batch.rows.forEach((row, index) => {
      rows[batch.firstRow + index] = row;
    });
  }
  return rows;
}

/** Milliseconds since 1970-01-01 of an ISO text without an offset, by day numbers. */
function msFromIso(text: string): number {
  const match = /^(?:(\d+)-(\d+)-(\d+)T)?(\d+):(\d+):(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) throw new Error(`not a moment: ${text}`);
  const day = match[1] ? dayFromCivil(Number(match[1]), Number(match[2]), Number(match[3])) : 0;
  return day * DAY_MS + (Number(match[4]) * 3600 + Number(match[5]) * 60 + Number(match[6])) * 1000;
}

function msFromClock(text: string): number {
  const match = /^(-?)(\d+):(\d+)(?::(\d+(?:\.\d+)?))?$/.exec(text);
  if (!match) throw new Error(`not a clock: ${text}`);
  const seconds =
    Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] === undefined ? 0 : match[4]);
  return (match[1] ? -1 : 1) * seconds * 1000;
}

/** The serial of what we read as a date, time or duration, in the 1900 system, to compare with a bare number. */
function serialOf(cell: Cell): number | null {
  if (isCivilMoment(cell)) {
    const days = cell.day - dayFromCivil(1899, 12, 30);
    return (days < 61 ? days - 1 : days) + cell.seconds / 86_400;
  }
  return typeof cell === "string" && cell.includes(":") ? msFromClock(cell) / DAY_MS : null;
}

/**
 * How the cell differs from the reference; null when it agrees. Where openpyxl 3.0.9 is wrong or silent the rule is another:
 * `_x000D_` is a character (ECMA-376 22.9.2.19), a day before 1900-01-01 does not exist, nor does 1900-02-29,
 * `00000` shows leading zeros, and a format of one letter (`D`, `[HH]`) is still a date or a duration.
 */
function difference(cell: Cell, expected: Expected): string | null {
  const shown = `${JSON.stringify(cell)} for ${JSON.stringify(expected)}`;
  const agree = (condition: boolean): string | null => (condition ? null : shown);
  if (expected === null) {
    // openpyxl gives nothing for an empty text and for a formula that was never computed.
    return agree(cell === null || cell === "" || (isCellError(cell) && cell.error.startsWith("=")));
  }
  if (typeof expected === "number") {
    if (cell === expected) return null;
    if (isCellError(cell)) return agree(cell.error === `serial ${expected}`);
    if (typeof cell === "string" && /^0\d+$/.test(cell)) return agree(Number(cell) === expected);
    const serial = serialOf(cell);
    return agree(serial !== null && Math.abs(serial - expected) * DAY_MS <= 1);
  }
  if (typeof expected === "string") {
    const escape = /_x([0-9A-Fa-f]{4})_/g;
    const text = expected.replace(escape, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    return agree(cell === text || cell === expected);
  }
  switch (expected.t) {
    case "b":
      return agree(cell === expected.v);
    case "e":
      return agree(isCellError(cell) && cell.error === expected.v);
    case "duration_s":
      return agree(
        typeof cell === "string" && Math.abs(msFromClock(cell) - expected.v * 1000) <= 1,
      );
    case "d":
      return agree(isMoment(cell, expected.v));
  }
}

function isMoment(cell: Cell, iso: string): boolean {
  const wanted = msFromIso(iso);
  if (isCivilMoment(cell)) return Math.abs(cell.day * DAY_MS + cell.seconds * 1000 - wanted) <= 1;
  if (isCellError(cell)) {
    if (cell.error === "1900-02-29") return iso.startsWith("1900-02-28");
    return /^serial (0|-[\d.]+)$/.test(cell.error) && (iso === "00:00:00" || iso < "1900");
  }
  return typeof cell === "string" && Math.abs(msFromClock(cell) - wanted) <= 1;
}

describe("openWorkbook", () => {
  // Left out: four that openpyxl cannot open and four that it reads in another way; each has its own claim below.
  const otherwise = [
    "BlankSheetTypes.xlsm",
    "sheet_visibility_strict.xlsx",
    "inlineStr.xlsx",
    "inlineStr2.xlsx",
  ];
  const names = Object.keys(reference.files).filter(
    (name) =>
      reference.files[name]?.openpyxl_error === undefined &&
      !otherwise.some((file) => name.endsWith(file)),
  );
  for (const name of names) {
    it(`reads ${name} as openpyxl 3.0.9 does, dates to 1 ms`, async () => {
      const expected = reference.files[name]!;
      const file = fileOf(`${DATA}/${name}`);
      const { sheets } = await openWorkbook(file);
      expect(sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual(
        expected.sheets.map((sheet) => [sheet.name, sheet.state !== "visible"]),
      );
      const differences: string[] = [];
      for (const [index, sheet] of expected.sheets.entries()) {
        const rows = await cellsOf(file, index);
        for (let row = 0; row < Math.max(rows.length, sheet.rows.length) && row < 60; row++) {
          const cells = rows[row] ?? [];
          const wanted = sheet.rows[row] ?? [];
          for (let column = 0; column < Math.max(cells.length, wanted.length); column++) {
            if (column >= 30) break;
            const found = difference(cells[column] ?? null, wanted[column] ?? null);
            if (found !== null)
              differences.push(`${sheet.name} R${row + 1}C${column + 1} ${found}`);
          }
        }
      }
      expect(differences).toEqual([]);
    });
  }

  it("has a reference for every workbook of the collection", () => {
    const found = ["readxl", "sheetjs"].flatMap((folder) =>
      readdirSync(`${DATA}/${folder}`).map((file) => `${folder}/${file}`),
    );
    expect(Object.keys(reference.files).sort()).toEqual(found.sort());
  });

  it("lists worksheets only: not charts, macro sheets or dialogs", async () => {
    const { sheets } = await openWorkbook(fileOf(`${DATA}/sheetjs/BlankSheetTypes.xlsm`));
    expect(sheets).toEqual([{ name: "Sheet1", hidden: false, index: 0 }]);
  });

  it("reads strict Open XML as it reads the transitional twin", async () => {
    const strict = fileOf(`${DATA}/sheetjs/sheet_visibility_strict.xlsx`);
    const usual = fileOf(`${DATA}/sheetjs/sheet_visibility.xlsx`);
    expect((await openWorkbook(strict)).sheets).toEqual((await openWorkbook(usual)).sheets);
    for (const index of [0, 1, 2]) {
      const rows = await cellsOf(strict, index);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows).toEqual(await cellsOf(usual, index));
    }
  });

  it("joins all runs of an inline text, which openpyxl 3.0.9 cuts after the first", async () => {
    const rows = await cellsOf(fileOf(`${DATA}/readxl/inlineStr2.xlsx`), 0);
    expect(rows[0]?.slice(0, 3)).toEqual(["NNNN", "BeforeHierarchy", null]);
    expect(rows[1]?.[3]).toBe("1.0");
  });

  it("opens the four workbooks that openpyxl 3.0.9 cannot", async () => {
    const sheetjs = (name: string): Blob => fileOf(`${DATA}/sheetjs/${name}`);
    const arrests = await cellsOf(fileOf(`${DATA}/readxl/los-angeles-arrests-xlsx.xlsx`), 0);
    expect(arrests[0]).toEqual(["ARREST BOOKINGS for 01/30/17"]);
    expect(arrests[2]?.slice(0, 3)).toEqual(["BKG_NUM", "BKG_DT", "BKG_TM"]);
    const pivot = await cellsOf(sheetjs("pivot_table_named_range.xlsx"), 0);
    expect(pivot[0]).toEqual(["Foo", "(Multiple Items)"]);
    expect(pivot[1]).toBeUndefined();
    expect(pivot[3]?.at(-1)).toBe("Grand Total");
    const odd = await cellsOf(sheetjs("wtf_path.xlsx"), 0);
    expect(odd[0]?.slice(0, 4)).toEqual([1, 2, 3, { error: "=SUM(A1:C1*A1:C1)" }]);
    expect(odd[1]?.slice(0, 2)).toEqual([true, false]);
    const stream = await cellsOf(sheetjs("xlsx-stream-d-date-cell.xlsx"), 0);
    expect(stream[0]).toEqual(["String", "てすと", "&'\";<>", "&amp;"]);
    expect(stream[4]).toEqual(["Date", { day: dayFromCivil(2014, 2, 14), seconds: 30468.765 }]);
  });
});
