/** What the workbook reader refuses to go beyond. Raising one needs a new test (see `hostile.test.ts`). */

const MIB = 1024 * 1024;

/** The compressed file. */
export const MAX_FILE_BYTES = 300 * MIB;
/** One part of the package, inflated. */
export const MAX_ENTRY_BYTES = 512 * MIB;
/** All parts inflated for one workbook, re-reads of the same sheet not counted twice. */
export const MAX_TOTAL_BYTES = 1024 * MIB;
/** Inflated bytes per compressed byte, checked once a part is larger than RATIO_FREE_BYTES. */
export const MAX_RATIO = 200;
export const RATIO_FREE_BYTES = 10 * MIB;
export const MAX_ENTRIES = 2000;
/** Central directory of a package; 2,000 names of the longest kind stay far below. */
export const MAX_DIRECTORY_BYTES = 16 * MIB;

/** One tag, or the text between two tags, as bytes of XML. */
export const MAX_TOKEN_BYTES = 4 * MIB;
/** One cell's text, in UTF-16 units. */
export const MAX_CELL_LENGTH = MIB;
export const MAX_XML_DEPTH = 256;
export const MAX_ATTRIBUTES = 1000;

/** Rows and columns of a sheet, by the file format. */
export const MAX_SHEET_ROWS = 1048576;
export const MAX_SHEET_COLUMNS = 16384;
/** Empty cells that far cells may make the reader fill in, over a whole sheet. */
export const MAX_FILLED_CELLS = 20_000_000;
export const MAX_SHEETS = 1000;
export const MAX_SHARED_STRINGS = 8_000_000;
/** Cell formats of a workbook; spreadsheet programs stop at 64,000. */
export const MAX_CELL_FORMATS = 65536;
