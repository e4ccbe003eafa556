import { dayFromCivil } from "../../src/kernel/base/calendar";
import { demoCsv, type DemoCell, type DemoTable } from "../../src/page/demo/distributor";
import { escapeXml, workbookEntries } from "../../tests/fixtures/workbook-writer";
import { zipBytes } from "../../tests/fixtures/zip-writer";

/** Cell formats of the workbooks below: as it is, date, two decimals, header in bold. */
const DATE = 1;
const MONEY = 2;
const HEADER = 3;
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>';
const DAY_ZERO = dayFromCivil(1899, 12, 30);

/** A further sheet of a workbook, in words: for people, not for the import. */
export interface NotesSheet {
  readonly name: string;
  readonly table: DemoTable;
}

/**
 * The table as the first sheet of a workbook; the header row is bold and stays in view.
 *
 * @param isCompact leaves out the references of cells, which the format allows and which are half of a large file
 * @param notes a second sheet
 */
export function workbookBytes(
  table: DemoTable,
  isCompact = false,
  notes: NotesSheet | null = null,
): Uint8Array<ArrayBuffer> {
  const strings = new Map<string, number>();
  const index = (text: string): number => {
    const known = strings.get(text) ?? strings.size;
    strings.set(text, known);
    return known;
  };
  const cellXml = (cell: DemoCell, name: string, style: number): string => {
    const reference = isCompact ? "" : ` r="${name}"`;
    if (typeof cell === "object") {
      return `<c${reference} s="${DATE}"><v>${cell.day - DAY_ZERO}</v></c>`;
    }
    const shape = style === 0 ? "" : ` s="${style}"`;
    if (typeof cell === "number") return `<c${reference}${shape}><v>${cell}</v></c>`;
    return `<c${reference}${shape} t="s"><v>${index(cell)}</v></c>`;
  };
  const sheetXml = (sheet: DemoTable, width: number): string => {
    const styles = columnStyles(sheet);
    const rowXml = (row: readonly DemoCell[], rowNumber: number): string => {
      const cells = row.map((cell, column) => {
        const style = rowNumber === 1 ? HEADER : (styles[column] ?? 0);
        return cellXml(cell, `${columnName(column)}${rowNumber}`, style);
      });
      return `<row r="${rowNumber}">${cells.join("")}</row>`;
    };
    const rows = [sheet.headers, ...sheet.rows].map((row, at) => rowXml(row, at + 1));
    const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    return (
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${main}">` +
      '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
      `<cols><col min="1" max="${sheet.headers.length}" width="${width}" customWidth="1"/></cols>` +
      `<sheetData>${rows.join("")}</sheetData></worksheet>`
    );
  };
  const sheets = [sheetXml(table, 14), ...(notes === null ? [] : [sheetXml(notes.table, 26)])];
  const sheetNames = ["Sheet1", ...(notes === null ? [] : [notes.name])];
  const texts = [...strings.keys()].map((text) => `<si><t>${escapeXml(text)}</t></si>`);
  return zipBytes(workbookEntries({ sheets, sheetNames, strings: texts.join(""), styles: STYLES }));
}

/** Columns that hold a broken number anywhere show two decimals. */
function columnStyles(table: DemoTable): readonly number[] {
  return table.headers.map((_, column) => {
    const isBroken = table.rows.some((row) => {
      const cell = row[column];
      return typeof cell === "number" && !Number.isInteger(cell);
    });
    return isBroken ? MONEY : 0;
  });
}

function columnName(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnName(Math.floor(column / 26) - 1) + last;
}

/** The table as UTF-8 CSV with the mark by which spreadsheet programs know the encoding. */
export function csvBytes(table: DemoTable): Uint8Array {
  return new TextEncoder().encode(`\ufeff${demoCsv(table)}`);
}
