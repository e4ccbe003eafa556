import { FileError } from "../plan";
import type { RowBatch, Workbook, WorkbookSheet } from "../parse/row-source";
import { MAX_CELL_FORMATS, MAX_SHARED_STRINGS, MAX_SHEETS } from "../xlsx/limits";
import { readingOf, type FormatReading } from "../xlsx/number-format";
import { missingPart, readRelationships, type Relationship } from "../xlsx/package-parts";
import type { CellContext } from "../xlsx/sheet-rows";
import { inflateEntry, openZip, type ZipArchive } from "../xlsx/zip-archive";
import { BinaryRecords, damaged, RECORD } from "./binary-records";
import { BinaryRows } from "./binary-rows";

const BINARY_WORKBOOK = "xl/workbook.bin";

const DATE_1904 = 1;
const HIDDEN_STATES: readonly number[] = [1, 2];

interface SheetPart extends WorkbookSheet {
  readonly partName: string;
}

/**
 * Opens an .xlsb file, the package of .xlsx files with parts of records instead of XML. Sheets and values are those that the
 * reader of .xlsx would give. MS-XLSB.
 *
 * @throws FileError as `openWorkbook` of .xlsx files
 */
export async function openXlsb(file: Blob): Promise<Workbook> {
  const archive = await openZip(file);
  const relationships = await readRelationships(archive, BINARY_WORKBOOK);
  const { sheets, is1904 } = await readWorkbookPart(archive, relationships);
  if (sheets.length === 0) throw new FileError("E_XLSX_NO_SHEETS");
  let context: Promise<CellContext> | null = null;
  const readContext = async (): Promise<CellContext> => ({
    strings: await readStrings(archive, partOfType(relationships, "sharedStrings")),
    formats: await readFormats(archive, partOfType(relationships, "styles")),
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

function partOfType(relationships: readonly Relationship[], type: string): string | null {
  return relationships.find((relationship) => relationship.type === type)?.target ?? null;
}

/** Runs through a part that is read as a whole; a package without it has nothing to visit. */
async function visitRecords(
  archive: ZipArchive,
  partName: string | null,
  visit: (records: BinaryRecords) => void,
): Promise<void> {
  const entry = partName === null ? undefined : archive.entries.get(partName);
  if (entry === undefined) return;
  const records = new BinaryRecords();
  for await (const { bytes } of inflateEntry(archive, entry)) {
    records.push(bytes);
    while (records.next()) visit(records);
  }
  records.finish();
}

async function readWorkbookPart(
  archive: ZipArchive,
  relationships: readonly Relationship[],
): Promise<{ readonly sheets: readonly SheetPart[]; readonly is1904: boolean }> {
  const targets = new Map(relationships.map((each) => [each.id, each]));
  const sheets: SheetPart[] = [];
  let is1904 = false;
  await visitRecords(archive, BINARY_WORKBOOK, (records) => {
    if (records.type === RECORD.workbookProperties) is1904 = (records.u32() & DATE_1904) !== 0;
    if (records.type !== RECORD.bundledSheet) return;
    const hidden = HIDDEN_STATES.includes(records.u32());
    records.u32();
    const target = targets.get(records.text() ?? "");
    const name = records.text() ?? "";
    // Chart, dialog and macro sheets have other types and no cells.
    if (target && target.type !== "worksheet") return;
    if (sheets.length >= MAX_SHEETS) throw new FileError("E_LIMIT", { detail: "sheets" });
    sheets.push({ name, hidden, index: sheets.length, partName: target?.target ?? "" });
  });
  return { sheets, is1904 };
}

async function readStrings(
  archive: ZipArchive,
  partName: string | null,
): Promise<readonly string[]> {
  const strings: string[] = [];
  await visitRecords(archive, partName, (records) => {
    if (records.type !== RECORD.sharedItem) return;
    if (strings.length >= MAX_SHARED_STRINGS) {
      throw new FileError("E_LIMIT", { detail: "shared strings" });
    }
    strings.push(records.richText());
  });
  return strings;
}

/** How cells of each cell format are to be read, in order. */
async function readFormats(
  archive: ZipArchive,
  partName: string | null,
): Promise<readonly FormatReading[]> {
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let isInCellFormats = false;
  await visitRecords(archive, partName, (records) => {
    switch (records.type) {
      case RECORD.cellFormats:
        isInCellFormats = true;
        break;
      case RECORD.cellFormatsEnd:
        isInCellFormats = false;
        break;
      case RECORD.format: {
        const id = records.u16();
        const code = records.text();
        if (code !== null) codes.set(id, code);
        break;
      }
      case RECORD.cellFormat:
        if (!isInCellFormats) break;
        if (formatIds.length >= MAX_CELL_FORMATS) {
          throw new FileError("E_LIMIT", { detail: "cell formats" });
        }
        // the format that it is derived from
        records.u16();
        formatIds.push(records.u16());
        break;
    }
  });
  return formatIds.map((id) => readingOf(id, codes.get(id)));
}

async function* readSheet(
  archive: ZipArchive,
  partName: string,
  context: CellContext,
  signal: AbortSignal | undefined,
): AsyncGenerator<RowBatch, void> {
  const entry = archive.entries.get(partName);
  if (!entry) throw missingPart(partName);
  const rows = new BinaryRows(context);
  const records = new BinaryRecords();
  const scale = archive.file.size / Math.max(1, entry.compressedSize);
  for await (const { bytes, consumed } of inflateEntry(archive, entry)) {
    if (signal?.aborted) throw new FileError("E_CANCELLED");
    // What follows the cells is inflated to check the part, not read.
    if (rows.isDone) continue;
    records.push(bytes);
    rows.take(records);
    for (const batch of rows.drain(Math.round(consumed * scale))) yield batch;
  }
  if (!rows.isWorksheet) throw damaged("not a worksheet");
  if (!rows.isDone) throw damaged("sheet without end");
}
