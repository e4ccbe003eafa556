import { dayFromCivil, formatIsoDay, type EpochDay } from "../kernel/base/calendar";
import type { Sheet, SheetCell, SheetKind } from "./sheet";
import { zipBlob, type ZipEntry } from "./zip";

/** Day 0 of spreadsheets; right from 1900-03-01 on, which is what days of orders need. */
const DAY_ZERO = dayFromCivil(1899, 12, 30);
/** Spreadsheets know no day before this one: such a day is written as text. */
const FIRST_SHOWN = dayFromCivil(1900, 3, 1);
/** A cell of a workbook holds no more, a sheet no more rows, a name no more letters. */
const LONGEST_TEXT = 32_767;
const MOST_ROWS = 1_048_576;
const LONGEST_NAME = 31;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** Index of the cell format in STYLES. */
const STYLE: Readonly<Record<SheetKind | "header", number>> = {
  text: 0,
  day: 1,
  money: 2,
  count: 3,
  number: 0,
  header: 4,
};
const WIDTH: Readonly<Record<SheetKind, number>> = {
  text: 18,
  day: 12,
  money: 14,
  count: 10,
  number: 12,
};
const font = (bold: string): string => `<font>${bold}<sz val="11"/><name val="Calibri"/></font>`;
const format = (id: number, more: string): string =>
  `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0"${more}/>`;
const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  `<fonts count="2">${font("")}${font("<b/>")}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="5">${format(0, "")}${format(164, ' applyNumberFormat="1"')}${format(4, ' applyNumberFormat="1"')}` +
  `${format(3, ' applyNumberFormat="1"')}<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/**
 * A workbook of one sheet: header in bold and in view, a filter on every column, cells of their kinds. A text is a text, whatever it
 * looks like: numbers of customers keep their zeros, and nothing is a formula.
 *
 * @param pieces  the rows in pieces; those beyond what a sheet can hold are refused
 * @throws RangeError with more rows than a sheet can hold
 *
 * Office Open XML, ECMA-376 part 1; texts stand in their cells (`inlineStr`), so that nothing is kept until the end. O(total length).
 */
export function xlsxBlob(
  sheet: Sheet,
  pieces: AsyncIterable<readonly (readonly SheetCell[])[]>,
): Promise<Blob> {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${DOC}/${type}" Target="${target}"/>`;
  const relations = (list: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;
  const plain = (name: string, content: string): ZipEntry => ({ name, pieces: [content] });
  return zipBlob([
    plain("[Content_Types].xml", contentTypes()),
    plain("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))),
    plain("xl/workbook.xml", workbookPart(sheet.name)),
    plain(
      "xl/_rels/workbook.xml.rels",
      relations(
        relation("rId1", "worksheet", "worksheets/sheet1.xml") +
          relation("rId2", "styles", "styles.xml"),
      ),
    ),
    plain("xl/styles.xml", STYLES),
    { name: "xl/worksheets/sheet1.xml", pieces: sheetPart(sheet, pieces) },
  ]);
}

function contentTypes(): string {
  const kind = "application/vnd.openxmlformats-officedocument.spreadsheetml";
  const override = (part: string, type: string): string =>
    `<Override PartName="/xl/${part}" ContentType="${kind}.${type}+xml"/>`;
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${override("workbook.xml", "sheet.main")}${override("worksheets/sheet1.xml", "worksheet")}` +
    `${override("styles.xml", "styles")}</Types>`
  );
}

function workbookPart(name: string): string {
  const allowed = name
    .replace(/[\\/?*[\]:']/gu, " ")
    .trim()
    .slice(0, LONGEST_NAME);
  return (
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${DOC}"><sheets>` +
    `<sheet name="${xmlText(allowed === "" ? "Sheet1" : allowed)}" sheetId="1" r:id="rId1"/></sheets></workbook>`
  );
}

async function* sheetPart(
  { columns }: Sheet,
  pieces: AsyncIterable<readonly (readonly SheetCell[])[]>,
): AsyncGenerator<string, void, void> {
  const widths = columns.map(
    ({ kind }, k) => `<col min="${k + 1}" max="${k + 1}" width="${WIDTH[kind]}" customWidth="1"/>`,
  );
  const titles = columns.map(({ header }) => textCell(STYLE.header, header));
  yield (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join("")}</cols><sheetData><row r="1">${titles.join("")}</row>`
  );
  let row = 1;
  for await (const piece of pieces) {
    let lines = "";
    for (const cells of piece) {
      row++;
      if (row > MOST_ROWS) throw new RangeError(`a sheet holds no more than ${MOST_ROWS} rows`);
      lines += `<row r="${row}">`;
      for (const [k, cell] of cells.entries()) lines += cellXml(cell, columns[k]?.kind ?? "text");
      lines += "</row>";
    }
    yield lines;
  }
  const last = columnName(Math.max(0, columns.length - 1));
  yield `</sheetData><autoFilter ref="A1:${last}${row}"/></worksheet>`;
}

/** Cells stand in the order of their columns and need no name of their own, which would be half of a large file. */
function cellXml(cell: SheetCell, kind: SheetKind): string {
  if (cell === null || (typeof cell === "number" && !Number.isFinite(cell))) return "<c/>";
  if (typeof cell === "string") return textCell(STYLE.text, cell);
  if (kind === "text") return textCell(STYLE.text, String(cell));
  if (kind === "day" && cell < FIRST_SHOWN) {
    return textCell(STYLE.text, formatIsoDay(cell as EpochDay));
  }
  const value = kind === "day" ? cell - DAY_ZERO : cell;
  const style = STYLE[kind] === 0 ? "" : ` s="${STYLE[kind]}"`;
  return `<c${style}><v>${value}</v></c>`;
}

function textCell(style: number, text: string): string {
  const shape = style === 0 ? "" : ` s="${style}"`;
  const space = /^\s|\s$/u.test(text) ? ' xml:space="preserve"' : "";
  const shown = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  return `<c${shape} t="inlineStr"><is><t${space}>${xmlText(shown)}</t></is></c>`;
}

/** Characters that XML 1.0 cannot hold, halves of pairs among them. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;
/** Most texts hold nothing that has to be written otherwise. */
const SPECIAL = /[\u0000-\u001f&<>"_\ud800-\udfff\ufffe\uffff]/;

/** Text between tags or in quotes; what spreadsheets read as a code (_x000D_) keeps its letters. */
function xmlText(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(FORBIDDEN, "")
    .replace(/_(?=x[0-9a-f]{4}_)/giu, "_x005F_")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}
