import { readBytes } from "./blob-bytes";
import { SheetBuilder, sheetOf, type SheetPart } from "./build/sheet-builder";
import { cellEncoding } from "./decode/decoder";
import { filePieces } from "./decode/file-pieces";
import { MAX_ROWS } from "./limits";
import type { ByteCell, CellEncoding } from "./parse/byte-cell";
import { ByteRecords } from "./parse/byte-records";
import { FileError, type SheetPlan, type SheetRead, type TextFormat } from "./plan";
import type { ReadOptions } from "./read";
import { columnsToShare, SHARED_BYTES, type SecondReader } from "./share-columns";

/** As large as a piece of the fingerprint, which then need not be put together. */
const PIECE_BYTES = 4 * 1024 * 1024;
/** Bytes of cells that nobody looked at, decoded at a time to see that they can be. */
const CHECK_BYTES = 64 * 1024;
const LF_BYTE = 10;
const MARK = [0xef, 0xbb, 0xbf];
const HEAD_BYTES = 64;

export interface PlainOptions extends ReadOptions {
  /** Positions of the columns to be read, beside those of the gate; absent: all. */
  readonly only?: ReadonlySet<number>;
  readonly pieceBytes?: number;
  /** Smallest file that is shared with the second reader. */
  readonly sharedBytes?: number;
}

/**
 * Reads a text file by a plan without making strings of its cells: `readSheet` for files that are plain.
 *
 * @returns the same as reading the text would give, or null when the file is not plain (see `ByteRecords`) or has wrong
 *   bytes: then the text has to be read, which also knows how to name the fault
 * @throws FileError E_CANCELLED, E_FILE_CHANGED, E_TOO_MANY_ROWS, E_NO_ROWS
 */
export async function readPlainSheet(
  file: Blob,
  plan: SheetPlan,
  options: PlainOptions = {},
): Promise<SheetRead | null> {
  const isLarge = file.size >= (options.sharedBytes ?? SHARED_BYTES);
  const shared = options.second !== undefined && isLarge ? columnsToShare(plan) : null;
  const parts =
    options.second === undefined || shared === null
      ? [await readPlainPart(file, plan, options)]
      : await readTogether(file, plan, { ...options, second: options.second, shared });
  const [first, ...others] = parts.flatMap((part) => (part === null ? [] : [part]));
  if (first === undefined || others.length + 1 < parts.length) return null;
  try {
    return sheetOf(plan, [first, ...others]);
  } catch (error) {
    return nullIfWrongBytes(error);
  }
}

/** One part here and one by the second reader. What that one cannot do is done here. */
async function readTogether(
  file: Blob,
  plan: SheetPlan,
  options: PlainOptions & { readonly second: SecondReader; readonly shared: readonly number[] },
): Promise<readonly (SheetPart | null)[]> {
  const shared = new Set(options.shared);
  const own = new Set(plan.columns.map(({ index }) => index).filter((index) => !shared.has(index)));
  const reading = options.second.start(file, plan, options.shared);
  // a thread that fails is no loss but of time: its columns are read again below
  const theirs = reading.part.catch(() => null);
  try {
    const ours = await readPlainPart(file, plan, { ...options, only: own });
    if (ours === null) return [null];
    const given = reading.isRunning() ? await theirs : null;
    if (given !== null) return [ours, given];
    const { onBytes: _, ...again } = options;
    return [ours, await readPlainPart(file, plan, { ...again, only: shared })];
  } finally {
    reading.stop();
  }
}

/**
 * Some columns of the sheet, or all.
 *
 * @returns null as `readPlainSheet`
 */
export async function readPlainPart(
  file: Blob,
  plan: SheetPlan,
  options: PlainOptions = {},
): Promise<SheetPart | null> {
  if (plan.format === null || !isCutByBytes(plan.format)) return null;
  const head = await readBytes(file, 0, HEAD_BYTES);
  const marked = plan.format.encoding === "utf-8" && MARK.every((byte, i) => head[i] === byte);
  const skipped = marked ? MARK.length : 0;
  if (mayBeSepLine(head.subarray(skipped))) return null;
  const reader = new PlainReader(plan, plan.format, options.only ?? null);
  const pieces = filePieces(file, options.pieceBytes ?? PIECE_BYTES, options.signal);
  try {
    for await (const { bytes, offset } of pieces) {
      options.onBytes?.(bytes);
      if (!reader.push(bytes.subarray(Math.max(0, skipped - offset)))) return null;
      const bytesRead = offset + bytes.length;
      options.onProgress?.({ bytesRead, bytesTotal: file.size, rowsRead: reader.rowsRead });
    }
    return reader.finish();
  } catch (error) {
    return nullIfWrongBytes(error);
  }
}

function nullIfWrongBytes(error: unknown): null {
  if (error instanceof FileError && error.code === "E_ENCODING") return null;
  throw error;
}

/** Whether delimiters, quotes and line ends are bytes that no other character of the encoding contains. */
function isCutByBytes({ encoding, delimiter }: TextFormat): boolean {
  switch (encoding) {
    case "utf-8":
    case "windows-1252":
      return delimiter !== "blanks";
    case "gb18030":
    case "big5":
    case "shift_jis":
      // the second byte of a character may be "|"
      return delimiter !== "blanks" && delimiter !== "|";
    case "utf-16le":
    case "utf-16be":
      return false;
  }
}

function mayBeSepLine(head: Uint8Array): boolean {
  return /^"?sep=/i.test(String.fromCharCode(...head));
}

class PlainReader {
  readonly #builder: SheetBuilder;
  readonly #records: ByteRecords;
  readonly #check: CellCheck;
  /** Columns of the plan that nothing reads, and those of the gate. */
  readonly #unread: readonly number[];
  readonly #width: number;
  #rows = 0;

  constructor(
    plan: SheetPlan,
    { encoding, delimiter }: TextFormat,
    only: ReadonlySet<number> | null,
  ) {
    const cells = cellEncoding(encoding);
    this.#builder = new SheetBuilder(plan, only);
    this.#check = new CellCheck(cells);
    const read = this.#builder.columnsRead;
    this.#width = plan.columns.length;
    this.#unread = plan.columns
      .map((column) => column.index)
      .filter((index) => !read.has(index) && (only === null || only.has(index)));
    this.#records = new ByteRecords(delimiter, cells, (row) => {
      this.#take(row);
    });
  }

  get rowsRead(): number {
    return this.#builder.rowsRead;
  }

  push(bytes: Uint8Array): boolean {
    return this.#records.push(bytes);
  }

  finish(): SheetPart | null {
    if (!this.#records.finish()) return null;
    this.#check.finish();
    if (this.#builder.rowsRead === 0) throw new FileError("E_NO_ROWS");
    return this.#builder.finish();
  }

  #take(row: readonly ByteCell[]): void {
    if (++this.#rows > MAX_ROWS) throw new FileError("E_TOO_MANY_ROWS", { row: MAX_ROWS + 1 });
    const isKept = this.#builder.addRow(row, this.#rows);
    if (!isKept || row.length > this.#width) {
      for (const cell of row) this.#check.add(cell);
      return;
    }
    for (let i = 0; i < this.#unread.length; i++) {
      const cell = row[this.#unread[i]!];
      if (cell !== undefined) this.#check.add(cell);
    }
  }
}

/** Sees to it that cells are text of the encoding though nobody asked for their text. */
class CellCheck {
  readonly #encoding: CellEncoding;
  readonly #held = new Uint8Array(CHECK_BYTES);
  #length = 0;

  constructor(encoding: CellEncoding) {
    this.#encoding = encoding;
  }

  /** @throws FileError E_ENCODING, of this cell or one before */
  add(cell: ByteCell): void {
    const bytes = cell.window.bytes;
    let at = cell.start;
    while (at < cell.end && bytes[at]! < 0x80) at++;
    if (at === cell.end) return;
    const length = cell.end - cell.start;
    if (this.#length + length >= CHECK_BYTES) this.finish();
    if (length >= CHECK_BYTES) {
      cell.text();
      return;
    }
    this.#held.set(bytes.subarray(cell.start, cell.end), this.#length);
    this.#length += length;
    // a line end is part of no character, so no cell is completed by the next one
    this.#held[this.#length++] = LF_BYTE;
  }

  finish(): void {
    this.#encoding.decode(this.#held.subarray(0, this.#length));
    this.#length = 0;
  }
}
