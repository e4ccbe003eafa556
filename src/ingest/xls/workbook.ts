import { readBytes } from "../blob-bytes";
import { trueWindows1252 } from "../decode/decoder";
import { FileError, unsupported, type ForeignType } from "../plan";
import type { Cell, RowBatch, Workbook, WorkbookSheet } from "../parse/row-source";
import { MAX_CELL_FORMATS, MAX_SHARED_STRINGS, MAX_SHEETS } from "../xlsx/limits";
import { readingOf, type FormatReading } from "../xlsx/number-format";
import { cellFromSerial } from "../xlsx/number-cell";
import { BIFF, BiffReader, biffRecords, damaged, type BiffRecord } from "./biff-records";
import { errorOf, numberOfRk, wellFormed } from "./cell-codes";
import { openCompound } from "./compound-storage";

/** Larger files of 65,536 rows a sheet do not exist; the whole file is held in memory. */
const MAX_FILE_BYTES = 200 * 1024 * 1024;
const BIFF8 = 0x0600;
const BATCH_ROWS = 1024;
const WORKSHEET = 0;

interface Globals {
  readonly sheets: readonly (WorkbookSheet & { readonly offset: number })[];
  readonly strings: readonly string[];
  readonly formats: readonly FormatReading[];
  readonly is1904: boolean;
  readonly isBiff8: boolean;
  /** Bytes of the code page as text; used by BIFF 5. */
  readonly decode: (bytes: Uint8Array) => string;
}

/**
 * Opens an .xls file (Excel 5.0 to 2003, BIFF 5 and 8; WPS .et files are the same): sheets in tab order, hidden ones too;
 * values as the reader of .xlsx gives them. MS-XLS; OpenOffice.org's documentation of the Excel file format for BIFF 5.
 *
 * @throws FileError E_FILE_TOO_LARGE, E_FILE_CHANGED, E_XLSX_INVALID, E_XLSX_ENCRYPTED, E_XLSX_NO_SHEETS, E_LIMIT,
 *   E_UNSUPPORTED_TYPE (other documents in the same container), E_CANCELLED
 */
export async function openXls(file: Blob): Promise<Workbook> {
  if (file.size > MAX_FILE_BYTES) throw new FileError("E_FILE_TOO_LARGE");
  const stream = workbookStream(await readBytes(file, 0, file.size));
  const globals = readGlobals(stream);
  if (globals.sheets.length === 0) throw new FileError("E_XLSX_NO_SHEETS");
  return {
    sheets: globals.sheets.map(({ name, hidden, index }) => ({ name, hidden, index })),
    // eslint-disable-next-line @typescript-eslint/require-await -- the stream is in memory; the interface is that of all workbooks
    async *rows(sheetIndex, { signal } = {}) {
      const sheet = globals.sheets[sheetIndex];
      if (!sheet) throw damaged(`no sheet ${sheetIndex}`);
      for (const batch of batchesOf(readSheetCells(stream, sheet.offset, globals), file.size)) {
        if (signal?.aborted) throw new FileError("E_CANCELLED");
        yield batch;
      }
    },
  };
}

/** The stream of records in its container, or the whole file: some exporters leave the container out. */
function workbookStream(bytes: Uint8Array): Uint8Array {
  if (bytes[0] === 0x09) return bytes;
  const storage = openCompound(bytes);
  // old writers spell the names as they like
  const name = storage.names.find((one) => /^(?:workbook|book)$/i.test(one));
  const stream = name === undefined ? null : storage.stream(name);
  if (stream === null) throw otherDocument(storage.names);
  return stream;
}

function otherDocument(names: readonly string[]): FileError {
  if (names.includes("EncryptedPackage")) return new FileError("E_XLSX_ENCRYPTED");
  const known: readonly (readonly [string, ForeignType])[] = [
    ["WordDocument", "docx"],
    ["PowerPoint Document", "pptx"],
    ["__properties_version1.0", "mail"],
  ];
  const found = known.find(([name]) => names.includes(name));
  return unsupported(found ? found[1] : "office");
}

function readGlobals(stream: Uint8Array): Globals {
  const sheets: (WorkbookSheet & { offset: number })[] = [];
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let strings: readonly string[] = [];
  let is1904 = false;
  let isBiff8 = true;
  let decode = codePageDecoder(1252);
  let isFirst = true;
  for (const record of biffRecords(stream, 0)) {
    const reader = new BiffReader(record);
    if (isFirst) {
      if (record.type !== BIFF.bof) throw damaged("no workbook");
      isBiff8 = reader.u16() === BIFF8;
      isFirst = false;
    }
    switch (record.type) {
      case BIFF.filePass:
        throw new FileError("E_XLSX_ENCRYPTED");
      case BIFF.codePage:
        decode = codePageDecoder(reader.u16());
        break;
      case BIFF.dateMode:
        is1904 = reader.u16() === 1;
        break;
      case BIFF.format:
        codes.set(
          reader.u16(),
          isBiff8 ? reader.wideText(reader.u16()) : reader.narrowText(reader.u8(), decode),
        );
        break;
      case BIFF.xf:
        if (formatIds.length >= MAX_CELL_FORMATS) throw limit("cell formats");
        reader.skip(2);
        formatIds.push(reader.u16());
        break;
      case BIFF.boundSheet: {
        const offset = reader.u32();
        const hidden = (reader.u8() & 3) !== 0;
        const isWorksheet = reader.u8() === WORKSHEET;
        const length = reader.u8();
        const name = isBiff8 ? reader.wideText(length) : reader.narrowText(length, decode);
        if (!isWorksheet) break;
        if (sheets.length >= MAX_SHEETS) throw limit("sheets");
        sheets.push({ name, hidden, index: sheets.length, offset });
        break;
      }
      case BIFF.sst:
        strings = readStrings(reader);
        break;
    }
    if (record.type === BIFF.eof) break;
  }
  const formats = formatIds.map((id) => readingOf(id, codes.get(id)));
  return { sheets, strings, formats, is1904, isBiff8, decode };
}

/** The counts that the table claims are not trusted: it ends where its bytes end. */
function readStrings(reader: BiffReader): readonly string[] {
  const strings: string[] = [];
  reader.skip(4);
  const count = reader.u32();
  if (count > MAX_SHARED_STRINGS) throw limit("shared strings");
  while (strings.length < count && reader.hasMore) strings.push(reader.wideText(reader.u16()));
  return strings;
}

/** Cells of a sheet by row; rows without cells are holes. */
type SheetCells = Cell[][];

function readSheetCells(stream: Uint8Array, offset: number, globals: Globals): SheetCells {
  const cells: SheetCells = [];
  let depth = 0;
  let awaited: { row: number; column: number } | null = null;
  const put = (row: number, column: number, cell: Cell): void => {
    const cellsOfRow = (cells[row] ??= []);
    while (cellsOfRow.length < column) cellsOfRow.push(null);
    cellsOfRow[column] = cell;
  };
  for (const record of biffRecords(stream, offset)) {
    if (record.type === BIFF.bof) depth++;
    else if (record.type === BIFF.eof && --depth <= 0) return cells;
    // charts inside the sheet have cells of their own
    if (depth !== 1) {
      if (depth === 0) throw damaged("no sheet");
      continue;
    }
    if (record.type === BIFF.string && awaited !== null) {
      const reader = new BiffReader(record);
      put(awaited.row, awaited.column, textOf(reader, globals));
      awaited = null;
      continue;
    }
    awaited = readCell(record, globals, put) ?? awaited;
  }
  throw damaged("sheet without end");
}

type Put = (row: number, column: number, cell: Cell) => void;

/** Puts the cells of a record; returns the place of a formula whose text is in the next record. */
function readCell(
  record: BiffRecord,
  globals: Globals,
  put: Put,
): { row: number; column: number } | null {
  const { type } = record;
  if (!CELL_RECORDS.has(type)) return null;
  const reader = new BiffReader(record);
  const [row, column] = [reader.u16(), reader.u16()];
  if (type === BIFF.mulRk) {
    readMulRk(reader, record, (index, format, value) => {
      put(row, column + index, cellFromSerial(value, formatAt(globals, format), globals.is1904));
    });
    return null;
  }
  const format = formatAt(globals, reader.u16());
  const number = (value: number): Cell => cellFromSerial(value, format, globals.is1904);
  switch (type) {
    case BIFF.number:
      put(row, column, number(reader.f64()));
      break;
    case BIFF.rk:
      put(row, column, number(numberOfRk(reader.u32())));
      break;
    case BIFF.labelSst: {
      const text = globals.strings[reader.u32()];
      if (text === undefined) throw damaged("shared string");
      put(row, column, wellFormed(text));
      break;
    }
    case BIFF.label:
    case BIFF.rString:
      put(row, column, textOf(reader, globals));
      break;
    case BIFF.boolErr: {
      const value = reader.u8();
      put(row, column, reader.u8() === 0 ? value !== 0 : errorOf(value));
      break;
    }
    case BIFF.formula:
      return readFormula(reader, { row, column }, number, put);
  }
  return null;
}

const CELL_RECORDS: ReadonlySet<number> = new Set([
  BIFF.number,
  BIFF.rk,
  BIFF.mulRk,
  BIFF.labelSst,
  BIFF.label,
  BIFF.rString,
  BIFF.boolErr,
  BIFF.formula,
]);

/** The kept result of a formula: a number, or a kind behind the mark 0xffff. MS-XLS 2.5.133. */
function readFormula(
  reader: BiffReader,
  place: { row: number; column: number },
  number: (value: number) => Cell,
  put: Put,
): { row: number; column: number } | null {
  const bytes = Uint8Array.from({ length: 8 }, () => reader.u8());
  const view = new DataView(bytes.buffer);
  if (view.getUint16(6, true) !== 0xffff) {
    put(place.row, place.column, number(view.getFloat64(0, true)));
    return null;
  }
  const [kind, , value] = bytes;
  if (kind === 0) return place;
  if (kind === 1) put(place.row, place.column, value !== 0);
  else if (kind === 2) put(place.row, place.column, errorOf(value!));
  else put(place.row, place.column, "");
  return null;
}

function readMulRk(
  reader: BiffReader,
  { segments }: BiffRecord,
  take: (index: number, format: number, value: number) => void,
): void {
  const bytes = segments.reduce((sum, segment) => sum + segment.length, 0);
  const count = Math.floor((bytes - 6) / 6);
  for (let i = 0; i < count; i++) take(i, reader.u16(), numberOfRk(reader.u32()));
}

function textOf(reader: BiffReader, { isBiff8, decode }: Globals): string {
  const length = reader.u16();
  const text = isBiff8 ? reader.wideText(length) : reader.narrowText(length, decode);
  return wellFormed(text);
}

const NUMBER: FormatReading = { kind: "number" };

function formatAt({ formats }: Globals, index: number): FormatReading {
  return formats[index] ?? NUMBER;
}

function* batchesOf(cells: SheetCells, bytesTotal: number): Generator<RowBatch, void> {
  let firstRow = 0;
  let rows: Cell[][] = [];
  const batch = (): RowBatch => ({
    firstRow,
    rows,
    bytesRead: Math.round((bytesTotal * (firstRow + rows.length)) / cells.length),
  });
  for (let row = 0; row < cells.length; row++) {
    const found = cells[row];
    const isGap = found === undefined;
    if (rows.length > 0 && (isGap || rows.length >= BATCH_ROWS)) {
      yield batch();
      rows = [];
    }
    if (isGap) continue;
    if (rows.length === 0) firstRow = row;
    rows.push(found);
  }
  if (rows.length > 0) yield batch();
}

function codePageDecoder(codePage: number): (bytes: Uint8Array) => string {
  const label = labelOfCodePage(codePage);
  const decoder = new TextDecoder(label);
  return label === "windows-1252"
    ? (bytes) => trueWindows1252(decoder.decode(bytes))
    : (bytes) => decoder.decode(bytes);
}

/** Code pages of Windows and old Macintosh systems by the names that decoders know. */
function labelOfCodePage(codePage: number): string {
  const labels: Readonly<Record<number, string>> = {
    874: "windows-874",
    932: "shift_jis",
    936: "gb18030",
    949: "euc-kr",
    950: "big5",
    10000: "macintosh",
    54936: "gb18030",
    0x8000: "macintosh",
  };
  const known = labels[codePage];
  if (known !== undefined) return known;
  return codePage >= 1250 && codePage <= 1258 ? `windows-${codePage}` : "windows-1252";
}

function limit(detail: string): FileError {
  return new FileError("E_LIMIT", { detail });
}
