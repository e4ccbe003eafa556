import { describe, expect, it } from "vitest";
import { stylesOf, workbookFile } from "../../../tests/fixtures/workbook-writer";
import { dayFromCivil, formatIsoDay } from "../../kernel/base/calendar";
import { isCellError, isCivilMoment, type Cell } from "../parse/row-source";
import { openWorkbook } from "./workbook";

async function rowsOf(file: Blob): Promise<readonly (readonly Cell[])[]> {
  const workbook = await openWorkbook(file);
  const rows: (readonly Cell[])[] = [];
  for await (const batch of workbook.rows(0, {})) rows.push(...batch.rows);
  return rows;
}

/** One row of cells given as XML. */
async function cells(xml: string, more: { strings?: string } = {}): Promise<readonly Cell[]> {
  const rows = await rowsOf(workbookFile({ sheets: [`<row>${xml}</row>`], ...more }));
  return rows[0] ?? [];
}

/** The value shown by a number under a format (code or built-in number): a date as ISO text with its seconds. */
async function shown(
  format: string | number,
  value: number | string,
  is1904 = false,
): Promise<string | number | boolean | null> {
  const sheet = `<row><c s="0"><v>${value}</v></c></row>`;
  const rows = await rowsOf(workbookFile({ sheets: [sheet], styles: stylesOf([format]), is1904 }));
  const cell = rows[0]?.[0] ?? null;
  if (typeof cell !== "object" || cell === null) return cell;
  if (isCivilMoment(cell)) return `${formatIsoDay(cell.day)}+${cell.seconds}`;
  return isCellError(cell) ? `error ${cell.error}` : cell.text();
}

describe("text cells (X12)", () => {
  it("joins rich runs, leaves phonetic readings out and keeps blanks", async () => {
    const strings =
      "<si><r><rPr><b/></rPr><t>东</t></r><r><t xml:space='preserve'> 京 </t></r>" +
      "<rPh sb='0' eb='1'><t>とうきょう</t></rPh><phoneticPr fontId='1'/></si><si/><si><t/></si>";
    const row = '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c>';
    expect(await cells(row, { strings })).toEqual(["东 京 ", "", ""]);
    const inline = `<c t="inlineStr"><is>${strings.slice(4, strings.indexOf("</si>"))}</is></c>`;
    expect(await cells(inline)).toEqual(["东 京 "]);
  });

  it("resolves _x000D_ and numeric references, protects _x005F_, and lets no half surrogate in", async () => {
    const text = "a_x000D_\nb_x005F_x000D_&#x4E2D;&#25991;&amp;lt; _xD800_ _x12_ \r\nc";
    expect(await cells(`<c t="str"><v>${text}</v></c>`)).toEqual([
      "a\r\nb_x000D_中文&lt; \ufffd _x12_ \nc",
    ]);
  });

  it("reads any text the same in shared, inline and formula cells, long and short, of all planes", async () => {
    for (const text of [
      "é",
      "客群",
      "𠮷野家",
      "a".repeat(95) + "中",
      "中".repeat(40),
      "\u00a0\u3000",
    ]) {
      const row =
        `<c t="s"><v>0</v></c><c t="inlineStr"><is><t>${text}</t></is></c>` +
        `<c t="str"><f>A1</f><v>${text}</v></c>`;
      const strings = `<si><t>${text}</t></si>`;
      expect(await cells(row, { strings })).toEqual([text, text, text]);
    }
  });

  it("keeps the words that name object members", async () => {
    const words = ["__proto__", "constructor", "toString", "valueOf"];
    const row = words.map((word) => `<c t="str"><v>${word}</v></c>`).join("");
    expect(await cells(row)).toEqual(words);
  });
});

describe("numbers (X20)", () => {
  it("are correctly rounded, as Number reads them", async () => {
    const texts = [
      "0",
      "-0",
      "1",
      "-1.5",
      "0.1",
      "123456789.123456",
      "999999999999999",
      "9007199254740993",
      "20230101123456789",
      "1e3",
      "-1.5E-7",
      "1.7976931348623157E+308",
      "0.1234567890123456789",
      "4.35",
      "2.675",
      "1234567.891",
      ".5",
      "5.",
      "+3",
      " 7 ",
    ];
    const found = await cells(texts.map((text) => `<c><v>${text}</v></c>`).join(""));
    expect(found).toEqual(texts.map(Number));
  });

  it("of 16 digits and more stay numbers of at least 10^15, which tells that digits are lost", async () => {
    const [id] = await cells("<c><v>123456789012345678</v></c>");
    expect(id).toBe(123456789012345680);
    expect(Number.isInteger(id) && (id as number) >= 1e15).toBe(true);
  });

  it("that are none become errors, an empty value an empty cell", async () => {
    const row =
      "<c><v>NaN</v></c><c><v>1e999</v></c><c><v></v></c><c><v>0x1F</v></c><c><v>1,5</v></c>";
    expect(await cells(row)).toEqual([
      { error: "NaN" },
      { error: "1e999" },
      null,
      { error: "0x1F" },
      { error: "1,5" },
    ]);
  });

  it("in a format of zeros only are codes with their leading zeros", async () => {
    expect(await shown("00000", 123)).toBe("00123");
    expect(await shown("000000", 1234567)).toBe("1234567");
    expect(await shown("00000", 1.5)).toBe(1.5);
    expect(await shown("0", 7)).toBe(7);
    expect(await shown("0.00", 7)).toBe(7);
  });
});

describe("other cells (X16–X18)", () => {
  it("gives booleans, error texts, ISO dates and the results of formulas", async () => {
    const row =
      '<c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c>' +
      '<c t="d"><v>2024-02-29T13:45:30.5Z</v></c><c t="d"><v>2024-02-30</v></c>' +
      '<c t="d"><v>45000</v></c><c><f>1+1</f><v>2</v></c>';
    expect(await cells(row)).toEqual([
      true,
      false,
      { error: "#N/A" },
      { day: dayFromCivil(2024, 2, 29), seconds: 49530.5 },
      { error: "2024-02-30" },
      { day: dayFromCivil(2023, 3, 15), seconds: 0 },
      2,
    ]);
  });

  it("a formula without a result is an error that shows the formula", async () => {
    expect(await cells("<c><f>SUM(B2:B9)&amp;1</f></c><c><f>A1</f><v/></c>")).toEqual([
      { error: "=SUM(B2:B9)&1" },
      { error: "=A1" },
    ]);
  });

  it("cells and rows without a reference follow the one before; empty ones take no room", async () => {
    const sheet =
      '<row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c><c s="1"/></row><row r="5"/><row/>' +
      '<row><c r="B7"><v>7</v></c><c r="A7"><v>6</v></c></row>';
    const workbook = await openWorkbook(workbookFile({ sheets: [sheet] }));
    const batches = [];
    for await (const { firstRow, rows } of workbook.rows(0, {})) batches.push([firstRow, rows]);
    expect(batches).toEqual([
      [0, [[1, null, null, 4, 5]]],
      [6, [[6, 7]]],
    ]);
  });

  it("lists 300 sheets, hidden ones and names with markup", async () => {
    const names = Array.from({ length: 300 }, (_, index) => `<b>&"${index}`);
    const { sheets } = await openWorkbook(
      workbookFile({ sheets: names.map(() => ""), sheetNames: names }),
    );
    expect(sheets.map((sheet) => sheet.name)).toEqual(names);
  });
});

describe("dates (X13–X15)", () => {
  it("follow the serial rules of the 1900 system to the day", async () => {
    const table: readonly (readonly [number, string])[] = [
      [1, "1900-01-01+0"],
      [59, "1900-02-28+0"],
      [60, "error 1900-02-29"],
      [61, "1900-03-01+0"],
      [36526, "2000-01-01+0"],
      [45657.5, "2024-12-31+43200"],
      [45657.999999999, "2025-01-01+0"],
      [2958465, "9999-12-31+0"],
      [-1, "error serial -1"],
      [0, "error serial 0"],
      [2958466, "error serial 2958466"],
      [2958465.9999999999, "error serial 2958466"],
    ];
    for (const [serial, expected] of table)
      expect(await shown(14, serial), `${serial}`).toBe(expected);
  });

  it("follow the 1904 system when the workbook says so", async () => {
    expect(await shown(14, 0, true)).toBe("1904-01-01+0");
    expect(await shown(14, 60, true)).toBe("1904-03-01+0");
    expect(await shown(14, 45657 - 1462, true)).toBe("2024-12-31+0");
    expect(await shown(14, 2957003, true)).toBe("9999-12-31+0");
    expect(await shown(14, 2957004, true)).toBe("error serial 2957004");
  });

  it("are known by built-in number, the Chinese, Japanese and Korean ones included", async () => {
    const dates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
    for (const id of dates) expect(await shown(id, 45000), `${id}`).toBe("2023-03-15+0");
    const times = [18, 19, 20, 21, 32, 33, 34, 35, 45, 47, 55, 56];
    for (const id of times) expect(await shown(id, 0.5), `${id}`).toMatch(/^12:00(:00)?$/);
    // Where a language has a date under the same number, the serial tells.
    for (const id of times) expect(await shown(id, 45000.5), `${id}`).toBe("2023-03-15+43200");
    for (const id of [0, 1, 2, 3, 4, 9, 10, 11, 12, 13, 37, 40, 44, 48, 49]) {
      expect(await shown(id, 45000), `${id}`).toBe(45000);
    }
  });

  it("are known by format code", async () => {
    const dates = [
      'yyyy"年"m"月"d"日"',
      "[$-804]yyyy\\-mm\\-dd",
      "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
      "m/d",
      "mmm",
      '[DBNum1][$-804]yyyy"年"m"月"d"日";@',
      "yyyy/mm/dd hh:mm:ss",
      "[Red]dd.mm.yyyy",
      "[$-404]e/m/d",
      'm"月"',
      "YYYY-MM-DD",
      "d\\-mmm",
      "aaaa",
      '"订单"d',
      '[$-411]ggge"年"m"月"d"日"',
    ];
    for (const code of dates) expect(await shown(code, 45000), code).toBe("2023-03-15+0");
    const times: readonly (readonly [string, number, string])[] = [
      ["h:mm", 0.25, "6:00"],
      ["hh:mm", 0.25, "06:00"],
      ["hh:mm:ss", 0.25, "06:00:00"],
      ['[$-804]上午/下午h"时"mm"分"', 0.75, "18:00"],
      ["h:mm AM/PM", 0.5, "12:00"],
      ["mm:ss.0", 1 / 86400 / 2, "0:00:00.500"],
      ["[h]:mm", 1.5, "36:00"],
      ["[h]:mm:ss", 100, "2400:00:00"],
      ["[mm]:ss", 1.5, "36:00:00"],
      ["[h]:mm", -0.5, "-12:00"],
    ];
    for (const [code, value, text] of times) expect(await shown(code, value), code).toBe(text);
  });

  it("are not seen in number formats with letters in quotes, colours and conditions", async () => {
    const codes = [
      "General",
      "#,##0.00_ ;[Red]\\-#,##0.00\\ ",
      '0"d"',
      '"yyyy"0',
      "0.00E+00",
      '[>=1000]#,##0,"k";0',
      '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)',
      "@",
      '"日期"0',
      "[$¥-804]#,##0.00",
      "0%",
      "# ?/?",
      "G/通用格式",
      '0"年"',
      "[DBNum2]General",
      "[Magenta]0",
      "[$USD] 0.00",
      "\\d0",
    ];
    for (const code of codes) expect(await shown(code, 45000), code).toBe(45000);
  });
});
