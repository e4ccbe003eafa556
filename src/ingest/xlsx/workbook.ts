import { FileError, unsupported, type ForeignType } from "../plan";
import type { RowBatch, Workbook, WorkbookSheet } from "../parse/row-source";
import { compoundKind } from "./compound-file";
import { MAX_SHEETS } from "./limits";
import type { FormatReading } from "./number-format";
import {
  missingPart,
  openXmlPart,
  readRelationships,
  visitXmlPart,
  type Relationship,
} from "./package-parts";
import { readSharedStrings } from "./shared-strings";
import { SheetRows, type CellContext } from "./sheet-rows";
import { readCellFormats } from "./styles";
import { xmlName } from "./xml-name";
import { OPEN } from "./xml-scanner";
import { openZip, type ZipArchive } from "./zip-archive";

const SHEET = xmlName("sheet");
const WORKBOOK_PROPERTIES = xmlName("workbookPr");
const NAME = xmlName("name");
const STATE = xmlName("state");
const DATE_1904 = xmlName("date1904");
const LOCAL_ID = xmlName("id");

interface SheetPart extends WorkbookSheet {
  readonly partName: string;
}

interface WorkbookPart {
  readonly sheets: readonly SheetPart[];
  readonly is1904: boolean;
}

/**
 * Opens an .xlsx or .xlsm file: reads its directory, relationships and list of sheets; cells are read by `rows`.
 *
 * `sheets` lists worksheets in tab order, hidden ones too; chart and macro sheets are left out. `rows` streams one
 * sheet: cached results of formulas, dates as civil moments, times and durations as text, numbers in an all-zeros format
 * (`00000`) as the padded text. Shared strings and formats are read once, by the first call. `bytesRead` rises from 0 to the
 * size of the file over one sheet.
 *
 * @throws FileError E_FILE_EMPTY, E_FILE_TOO_LARGE, E_FILE_CHANGED, E_ZIP_INVALID, E_ZIP_LIMIT, E_XML_FORBIDDEN,
 *   E_XLSX_INVALID, E_XLSX_ENCRYPTED, E_XLSX_NO_SHEETS, E_UNSUPPORTED_TYPE (detail: `xls`, `ods` …), E_LIMIT,
 *   E_FIELD_TOO_LONG, E_CANCELLED
 */
export async function openWorkbook(file: Blob): Promise<Workbook> {
  if (file.size === 0) throw new FileError("E_FILE_EMPTY");
  const compound = await compoundKind(file);
  if (compound === "encrypted") throw new FileError("E_XLSX_ENCRYPTED");
  if (compound === "other") throw unsupported("xls");
  const archive = await openZip(file);
  const workbookName = await findWorkbook(archive);
  const relationships = await readRelationships(archive, workbookName);
  const { sheets, is1904 } = await readWorkbookPart(archive, workbookName, relationships);
  if (sheets.length === 0) throw new FileError("E_XLSX_NO_SHEETS");
  let context: Promise<CellContext> | null = null;
  const readContext = async (): Promise<CellContext> => ({
    strings: await readSharedStrings(archive, partOfType(relationships, "sharedStrings")),
    formats: await readFormats(archive, relationships),
    is1904,
  });
  return {
    sheets: sheets.map(({ name, hidden, index }) => ({ name, hidden, index })),
    async *rows(sheetIndex, { signal } = {}) {
      const sheet = sheets[sheetIndex];
      if (!sheet) throw missingPart(`of sheet ${sheetIndex}`);
      context ??= readContext();
      yield* readSheet(archive, sheet.partName, await context, signal);
    },
  };
}

async function readFormats(
  archive: ZipArchive,
  relationships: readonly Relationship[],
): Promise<readonly FormatReading[]> {
  return readCellFormats(archive, partOfType(relationships, "styles"));
}

/** Name of the first part of this type; a name that no package has when there is none. */
function partOfType(relationships: readonly Relationship[], type: string): string {
  return relationships.find((relationship) => relationship.type === type)?.target ?? "";
}

async function findWorkbook(archive: ZipArchive): Promise<string> {
  const { entries } = archive;
  const named = partOfType(await readRelationships(archive, ""), "officeDocument");
  const name = entries.has(named) ? named : "xl/workbook.xml";
  if (entries.has(name) && !/^(word|ppt)\//.test(name)) return name;
  const others: readonly (readonly [string, ForeignType])[] = [
    ["content.xml", "office"],
    ["word/document.xml", "docx"],
    ["ppt/presentation.xml", "pptx"],
    ["index/document.iwa", "numbers"],
    ["index.zip", "numbers"],
  ];
  for (const [part, type] of others) {
    if (entries.has(part)) throw unsupported(type);
  }
  // every workbook lists the types of its parts; an archive of other files does not
  if (entries.size > 0 && !entries.has("[content_types].xml")) {
    throw unsupported("archive");
  }
  throw missingPart("xl/workbook.xml");
}

async function readWorkbookPart(
  archive: ZipArchive,
  partName: string,
  relationships: readonly Relationship[],
): Promise<WorkbookPart> {
  const targets = new Map(relationships.map((each) => [each.id, each]));
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await visitXmlPart(archive, partName, (scanner) => (token) => {
    if (token !== OPEN) return;
    if (scanner.name === WORKBOOK_PROPERTIES) {
      // Extensions repeat the element under the same local name without the attribute.
      is1904 ||= /^(1|true|on)$/.test(scanner.attributeText(DATE_1904) ?? "");
    } else if (scanner.name === SHEET) {
      const name = scanner.attributeText(NAME) ?? "";
      const state = scanner.attributeText(STATE);
      const id = scanner.prefixedAttributeText(LOCAL_ID);
      const target = id === null ? undefined : targets.get(id);
      // Chart, dialog and macro sheets have other types and no cells.
      if (target && target.type !== "worksheet") return;
      if (sheets.length >= MAX_SHEETS) throw new FileError("E_LIMIT", { detail: "sheets" });
      const hidden = state === "hidden" || state === "veryHidden";
      sheets.push({ name, hidden, index: sheets.length, partName: target?.target ?? "" });
    }
  });
  return { sheets, is1904 };
}

async function* readSheet(
  archive: ZipArchive,
  partName: string,
  context: CellContext,
  signal: AbortSignal | undefined,
): AsyncGenerator<RowBatch, void> {
  const entry = archive.entries.get(partName);
  const pieces = openXmlPart(archive, partName);
  if (!pieces || !entry) throw missingPart(partName);
  const rows = new SheetRows(context);
  const scale = archive.file.size / Math.max(1, entry.compressedSize);
  const stopIfAsked = (): void => {
    if (signal?.aborted) throw new FileError("E_CANCELLED");
  };
  stopIfAsked();
  for await (const { scanner, consumed } of pieces) {
    stopIfAsked();
    // After the cells come merges, validations and the like: inflated to check the part, not read.
    if (rows.isDone) continue;
    rows.take(scanner);
    for (const batch of rows.drain(Math.round(consumed * scale))) {
      yield batch;
      stopIfAsked();
    }
  }
  if (!rows.isWorksheet) throw new FileError("E_XLSX_INVALID", { detail: "not a worksheet" });
}
