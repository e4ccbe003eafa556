import { FileError } from "../plan";
import type { RowBatch, Workbook, WorkbookSheet } from "../parse/row-source";
import { MAX_SHEETS } from "../xlsx/limits";
import { missingPart, openXmlPart, visitXmlPart } from "../xlsx/package-parts";
import { xmlName } from "../xlsx/xml-name";
import { OPEN } from "../xlsx/xml-scanner";
import { openZip, type ZipArchive } from "../xlsx/zip-archive";
import { OdsRows } from "./ods-rows";

const CONTENT = "content.xml";
const TABLE = xmlName("table");
const STYLE = xmlName("style");
const TABLE_PROPERTIES = xmlName("table-properties");
const ENCRYPTION = xmlName("encryption-data");
const STYLE_NAME = xmlName("style:name");
const TABLE_NAME = xmlName("table:name");
const TABLE_STYLE = xmlName("table:style-name");
const DISPLAY = xmlName("table:display");

/**
 * Opens an OpenDocument spreadsheet (.ods): tables in order, hidden ones too; values by their types, never by how they look.
 * All tables are in one part, which is read once for the list and once for each table. OpenDocument 1.3 part 3, 9 and 19.
 *
 * @throws FileError as `openWorkbook` of .xlsx files
 */
export async function openOds(file: Blob): Promise<Workbook> {
  const archive = await openZip(file);
  if (await isEncrypted(archive)) throw new FileError("E_XLSX_ENCRYPTED");
  const sheets = await readSheets(archive);
  if (sheets.length === 0) throw new FileError("E_XLSX_NO_SHEETS");
  return {
    sheets,
    rows: (sheetIndex, { signal }) => readTable(archive, sheetIndex, signal),
  };
}

async function isEncrypted(archive: ZipArchive): Promise<boolean> {
  let found = false;
  await visitXmlPart(archive, "meta-inf/manifest.xml", (scanner) => (token) => {
    if (token === OPEN && scanner.name === ENCRYPTION) found = true;
  });
  return found;
}

async function readSheets(archive: ZipArchive): Promise<readonly WorkbookSheet[]> {
  const sheets: WorkbookSheet[] = [];
  const hiddenStyles = new Set<string>();
  let style = "";
  const hasContent = await visitXmlPart(archive, CONTENT, (scanner) => (token) => {
    if (token !== OPEN) return;
    if (scanner.name === STYLE) {
      style = scanner.attributeText(STYLE_NAME) ?? "";
    } else if (scanner.name === TABLE_PROPERTIES) {
      if (scanner.attributeText(DISPLAY) === "false") hiddenStyles.add(style);
    } else if (scanner.name === TABLE) {
      if (sheets.length >= MAX_SHEETS) throw new FileError("E_LIMIT", { detail: "sheets" });
      const name = scanner.attributeText(TABLE_NAME) ?? "";
      const hidden = hiddenStyles.has(scanner.attributeText(TABLE_STYLE) ?? "");
      sheets.push({ name, hidden, index: sheets.length });
    }
  });
  if (!hasContent) throw missingPart(CONTENT);
  return sheets;
}

async function* readTable(
  archive: ZipArchive,
  tableIndex: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<RowBatch, void> {
  const entry = archive.entries.get(CONTENT);
  const pieces = openXmlPart(archive, CONTENT);
  if (!pieces || !entry) throw missingPart(CONTENT);
  const rows = new OdsRows(tableIndex);
  const scale = archive.file.size / Math.max(1, entry.compressedSize);
  for await (const { scanner, consumed } of pieces) {
    if (signal?.aborted) throw new FileError("E_CANCELLED");
    // the tables behind are inflated to check the part, not read
    if (rows.isDone) continue;
    rows.take(scanner);
    for (const batch of rows.drain(Math.round(consumed * scale))) yield batch;
  }
}
