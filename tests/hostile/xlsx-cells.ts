import { escapeXml, stylesOf, workbookEntries, workbookFile } from "../fixtures/workbook-writer";
import { zipBytes } from "../fixtures/zip-writer";
import { reads, refused, type Family } from "./family";
import { MARKUP_PAYLOADS } from "./markup-payloads";
import { bodyOf, inlineRow, readsBody } from "./xlsx-rows";

const HEAD = inlineRow("id", "a");
const numbers = (values: readonly (string | number)[], format = 0): readonly string[] =>
  values.map((value) => `<c s="${format}"><v>${value}</v></c>`);

/** One cell of each format, all with one serial; 45296.5 is 2024-01-05 12:00. */
const dated = (formats: readonly (string | number)[], serial = 45296.5): File =>
  new File(
    [
      workbookFile({
        sheets: [bodyOf(formats.map((_, i) => `<c s="${i}"><v>${serial}</v></c>`))],
        styles: stylesOf(formats),
      }),
    ],
    "dates.xlsx",
  );

const MOMENT = "2024-01-05 12:00:00";
const BUILT_IN_DATES = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58];
const DATE_CODES = [
  'yyyy"年"m"月"d"日"',
  "[$-804]yyyy/m/d",
  "yyyy-mm-dd hh:mm",
  "[$-409]d-mmm-yy;@",
  "d/m/yyyy",
];

const serials = (values: readonly (string | number)[], is1904 = false): Blob =>
  workbookFile({ sheets: [bodyOf(numbers(values))], styles: stylesOf([14]), is1904 });

const strings = (index: string): Blob =>
  workbookFile({
    sheets: [`${HEAD}<row><c t="s"><v>${index}</v></c></row>`],
    strings: "<si><t>a</t></si>",
  });

const far = (row: string): Blob => workbookFile({ sheets: [HEAD + row] });

export const CELL_FAMILIES: readonly Family[] = [
  {
    id: "X08",
    what: "the farthest cell, and those beyond it",
    cases: [
      {
        name: "XFD1048576",
        file: () =>
          far('<row r="1048576"><c r="A1048576"><v>1</v></c><c r="XFD1048576"><v>2</v></c></row>'),
        expected: reads({ rows: [["1", null]], issues: {} }, "workbook"),
        withinMs: 2_000,
      },
      ...[
        ['<row r="4294967295"><c><v>1</v></c></row>', "row 4294967295"],
        ['<row r="1048577"/>', "row 1048577"],
        ['<row r="0"/>', "row 0"],
        ['<row><c r="XFE3"><v>1</v></c></row>', "column XFE"],
      ].map(([row, name]) => ({
        name: name!,
        file: () => far(row!),
        expected: refused("E_LIMIT"),
        withinMs: 2_000,
      })),
      {
        name: "rows that go back",
        file: () => far('<row r="9"/><row r="3"/>'),
        expected: refused("E_XLSX_INVALID"),
      },
      {
        name: "far cells in every row",
        file: () => workbookFile({ sheets: ['<row><c r="XFD1"><v>1</v></c></row>'.repeat(2_000)] }),
        expected: refused("E_LIMIT"),
      },
    ],
  },
  {
    id: "X09",
    what: "a claimed dimension of the whole sheet",
    cases: [
      {
        name: "with one row",
        file: () =>
          workbookFile({
            sheets: [
              `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${bodyOf(numbers([7]))}</sheetData></worksheet>`,
            ],
          }),
        expected: readsBody(["7"]),
        withinMs: 2_000,
      },
    ],
  },
  {
    id: "X10",
    what: "a million merged ranges",
    cases: [
      {
        name: "not expanded",
        file: () =>
          new Blob([
            zipBytes(
              workbookEntries({
                sheets: [
                  `<worksheet><sheetData>${bodyOf(numbers([7]))}</sheetData><mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(1_000_000)}</mergeCells></worksheet>`,
                ],
              }).map((entry) => ({ ...entry, stored: true })),
            ),
          ]),
        expected: readsBody(["7"]),
        withinMs: 5_000,
      },
    ],
  },
  {
    id: "X11",
    what: "shared strings that are not there, counts that lie, too many",
    cases: [
      ...["1", "-1", "4294967296", "x", "0.5"].map((index) => ({
        name: `index ${index} of one`,
        file: () => strings(index),
        expected: refused("E_XLSX_INVALID"),
      })),
      {
        name: "a count of 9,999,999 for one",
        file: () =>
          workbookFile({
            sheets: [bodyOf(['<c t="s"><v>0</v></c>'])],
            strings: '<sst count="9999999" uniqueCount="9999999"><si><t>x</t></si></sst>',
          }),
        expected: readsBody(["x"]),
      },
      {
        name: "10,000,000",
        file: () => workbookFile({ sheets: [HEAD], strings: manyStrings(10_000_000) }),
        expected: refused("E_LIMIT"),
        withinMs: 60_000,
        isLong: true,
      },
    ],
  },
  {
    id: "X12",
    what: "inline texts, rich runs, phonetic readings, escapes, blanks",
    cases: [
      {
        name: "right text, no readings",
        file: () =>
          workbookFile({
            sheets: [
              bodyOf([
                '<c t="s"><v>0</v></c>',
                '<c t="inlineStr"><is><r><t>张</t></r><r><rPr><b/></rPr><t>三</t></r></is></c>',
                '<c t="str"><v>a_x000D_b_x005F_x0041_</v></c>',
                '<c t="str"><v>x_xD800_y</v></c>',
              ]),
            ],
            strings:
              '<si><r><t>東京</t></r><r><t>都</t></r><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
          }),
        expected: readsBody(["東京都", "张三", "a\rb_x0041_", "x\ufffdy"], {
          "replacement-characters": 1,
        }),
      },
    ],
  },
  {
    id: "X13",
    what: "date formats",
    cases: [
      {
        name: "built-in 14–22, 27–36 and 50–58",
        file: () => dated(BUILT_IN_DATES),
        expected: readsBody(BUILT_IN_DATES.map(() => MOMENT)),
      },
      {
        name: "format codes, Chinese ones too",
        file: () => dated(DATE_CODES),
        expected: readsBody(DATE_CODES.map(() => MOMENT)),
      },
      {
        name: "times and durations",
        file: () => dated([20, 21, "[h]:mm", '上午/下午h"时"mm"分"'], 0.5),
        expected: readsBody(["12:00", "12:00:00", "12:00", "12:00"]),
      },
      {
        name: "durations over a day; a time format over a date shows no less than the date",
        file: () => dated([46, "[h]:mm", 20]),
        expected: readsBody(["1087116:00:00", "1087116:00", MOMENT]),
      },
      {
        name: "numbers with letters in their formats",
        file: () => dated([0, '"订单"0', "[Red]0.0", "0.00E+00"]),
        expected: readsBody(["45296.5", "45296.5", "45296.5", "45296.5"]),
      },
    ],
  },
  {
    id: "X14",
    what: "the date system of 1904",
    cases: [
      {
        name: "serials 0, 1, 60, 2957003",
        file: () => serials([0, 1, 60, 2957003], true),
        expected: readsBody(["1904-01-01", "1904-01-02", "1904-03-01", "9999-12-31"]),
      },
    ],
  },
  {
    id: "X15",
    what: "serials at the edges",
    cases: [
      {
        name: "1, 59, 61, 2958465, 45295.9999999999",
        file: () => serials([1, 59, 61, 2958465, "45295.9999999999"]),
        expected: readsBody(["1900-01-01", "1900-02-28", "1900-03-01", "9999-12-31", "2024-01-05"]),
      },
      {
        name: "-1, 60 (the day that never was), 2958466: no value, an issue",
        file: () => serials([-1, 60, 2958466]),
        expected: readsBody([null, null, null], { "cell-error": 3 }),
      },
    ],
  },
  {
    id: "X16",
    what: "ISO dates in cells",
    cases: [
      {
        name: 't="d"',
        file: () =>
          workbookFile({
            sheets: [
              bodyOf(
                ["2024-01-05", "2024-01-05T12:00:00Z", "2024-02-30"].map(
                  (text) => `<c t="d"><v>${text}</v></c>`,
                ),
              ),
            ],
          }),
        expected: readsBody(["2024-01-05", MOMENT, null], { "cell-error": 1 }),
      },
    ],
  },
  {
    id: "X17",
    what: "booleans and error values",
    cases: [
      {
        name: "no value and an issue for each error",
        file: () =>
          workbookFile({
            sheets: [
              bodyOf([
                '<c t="b"><v>1</v></c>',
                '<c t="b"><v>0</v></c>',
                '<c t="e"><v>#N/A</v></c>',
                '<c t="e"><v>#DIV/0!</v></c>',
              ]),
            ],
          }),
        expected: readsBody(["TRUE", "FALSE", null, null], { "cell-error": 2 }),
      },
    ],
  },
  {
    id: "X18",
    what: "formulas",
    cases: [
      {
        name: "the result where it is kept, an issue where it is not",
        file: () =>
          workbookFile({
            sheets: [
              bodyOf([
                "<c><f>1+1</f><v>2</v></c>",
                "<c><f>1+1</f></c>",
                '<c t="str"><f>"x"</f><v>x</v></c>',
              ]),
            ],
          }),
        expected: readsBody(["2", null, "x"], { "cell-error": 1 }),
      },
    ],
  },
  {
    id: "X19",
    what: "hidden sheets, many sheets, names with markup",
    cases: [
      {
        name: "300 sheets, all listed",
        file: () =>
          workbookFile({
            sheets: Array.from({ length: 300 }, () => bodyOf(numbers([7]))),
            sheetNames: Array.from({ length: 300 }, (_, i) => MARKUP_PAYLOADS[i] ?? `Sheet ${i}`),
          }),
        expected: {
          kind: "read",
          sheets: Array.from({ length: 300 }, (_, i) => ({
            name: MARKUP_PAYLOADS[i] ?? `Sheet ${i}`,
            rows: [["1", "7"]],
          })),
        },
      },
      {
        name: "hidden and very hidden ones are listed as hidden",
        file: () => withHiddenSheets(),
        expected: {
          kind: "read",
          sheets: [{ hidden: false }, { hidden: true }, { hidden: true }],
        },
      },
      {
        name: "1,001 sheets",
        file: () => workbookFile({ sheets: Array.from({ length: 1_001 }, () => "") }),
        expected: refused("E_LIMIT", { detail: "sheets" }),
      },
    ],
  },
  {
    id: "X20",
    what: "identity numbers that were stored as numbers",
    cases: [
      {
        name: "18 and 19 digits: the lost digits are noted",
        file: () =>
          workbookFile({
            sheets: [bodyOf(numbers(["110101199001011234", "1234567890123456789", "13800138000"]))],
          }),
        expected: readsBody(["110101199001011232", "1234567890123456768", "13800138000"], {
          "precision-lost": 2,
        }),
      },
    ],
  },
  {
    id: "X26",
    what: "macros, external links, DDE, hyperlinks",
    cases: [
      {
        name: "data only",
        file: () =>
          workbookFile({
            sheets: [
              `<worksheet><sheetData>${bodyOf([
                '<c t="str"><f>DDE("cmd","/c calc","x")</f><v>0</v></c>',
                `<c t="inlineStr"><is><t>${escapeXml('=HYPERLINK("javascript:__pwn=1")')}</t></is></c>`,
              ])}</sheetData><hyperlinks><hyperlink ref="A1" location="javascript:__pwn=1"/></hyperlinks></worksheet>`,
            ],
            more: [
              { name: "xl/vbaProject.bin", content: "x" },
              { name: "xl/externalLinks/externalLink1.xml", content: "<x/>" },
            ],
          }),
        expected: readsBody(["0", '=HYPERLINK("javascript:__pwn=1")']),
      },
    ],
  },
];

/** So many different strings that no ratio of compression gives them away. */
function manyStrings(count: number): string {
  const parts: string[] = [];
  let state = 1;
  for (let i = 0; i < count; i++) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    parts.push(`<si><t>${state.toString(36)}</t></si>`);
  }
  return parts.join("");
}

function withHiddenSheets(): Blob {
  const sheet = (name: string, id: number, state: string): string =>
    `<sheet name="${name}" sheetId="${id}" ${state}r:id="rId${id}"/>`;
  return workbookFile({
    sheets: [1, 2, 3].map(() => bodyOf(numbers([7]))),
    workbookSheets:
      sheet("shown", 1, "") +
      sheet("hidden", 2, 'state="hidden" ') +
      sheet("deep", 3, 'state="veryHidden" '),
  });
}
