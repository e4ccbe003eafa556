import { invariant } from "../base/invariant";
import { bitset, type Bitset } from "./bitset";
import { MISSING_CODE, type Column, type ColumnKind } from "./column";
import { narrowSlots, widenInto, type Slots } from "./slots";

/**
 * Stored form of a column: chunks of CHUNK_ROWS rows, each one byte string on its own.
 *
 * | offset | type | what |
 * |---|---|---|
 * | 0 | u32 | magic |
 * | 4 | u8 | version |
 * | 5 | u8 | kind: 1 float64, 2 day, 3 dictionary codes, 4 texts |
 * | 6 | u8 | bytes of a slot: 1, 2 or 4 (unsigned), 8 (float64) |
 * | 7 | u8 | flags: 1 = validity words follow the header |
 * | 8 | u32 | rows (texts of a block) |
 * | 12 | u32 | scale: value = (base + slot) / scale; 1 for kinds other than float64 |
 * | 16 | f64 | base |
 * | 24 | u32 | bytes of the payload |
 * | 28 | u32 | 0 |
 * | 32 | | validity words (u32, padded to 8 bytes), then the slots |
 *
 * Little-endian throughout: typed arrays are written as they are, and no engine runs on a big-endian machine.
 * A missing row keeps slot 0 in a narrowed chunk; its sentinel is written back from the validity bits.
 */
export const CHUNK_ROWS = 65536;
const MAGIC = 0x314b4c43;
const VERSION = 1;
const HEADER_BYTES = 32;
const HAS_VALIDITY = 1;
const TEXTS = 4;
const KIND_CODES: Readonly<Record<ColumnKind, number>> = { float64: 1, day: 2, dictionary: 3 };
/** A block closes at this many UTF-16 units, so its UTF-8 is at most about 1 MB unless one text is longer. */
const BLOCK_UNITS = 350_000;

export interface EncodedChunk {
  readonly rowCount: number;
  readonly bytes: ArrayBuffer;
}

/** Number of chunks that hold `rowCount` rows. */
export function chunkCount(rowCount: number): number {
  return Math.ceil(rowCount / CHUNK_ROWS);
}

/**
 * The stored bytes of chunk `index` of a column: its rows from `index * CHUNK_ROWS`, at most CHUNK_ROWS of them.
 *
 * Slots are narrowed without loss: codes and days to the distance from the least one, money and whole numbers to
 * scaled integers where every value survives the way back bit by bit; other floats stay as they are. O(rows).
 */
export function encodeChunk(column: Column, index: number): EncodedChunk {
  const from = index * CHUNK_ROWS;
  const to = Math.min(column.length, from + CHUNK_ROWS);
  invariant(index >= 0 && from < to, `chunk ${index} of a column of ${column.length} rows`);
  const words = missingWords(column.validity, from, to);
  const slots = narrowSlots(column, from, to, words !== null);
  const validityBytes = words === null ? 0 : (words.byteLength + 7) & ~7;
  const start = HEADER_BYTES + validityBytes;
  const bytes = new ArrayBuffer(start + slots.payload.byteLength);
  writeHeader(bytes, {
    kind: KIND_CODES[column.kind],
    slotBytes: slots.payload.BYTES_PER_ELEMENT,
    flags: words === null ? 0 : HAS_VALIDITY,
    rowCount: to - from,
    scale: slots.scale,
    base: slots.base,
    payloadBytes: slots.payload.byteLength,
  });
  if (words !== null) new Uint32Array(bytes, HEADER_BYTES, words.length).set(words);
  new Uint8Array(bytes, start).set(
    new Uint8Array(slots.payload.buffer, slots.payload.byteOffset, slots.payload.byteLength),
  );
  return { rowCount: to - from, bytes };
}

/** The validity words of rows from..to, or null when none of them is missing. `from` is a multiple of 32. */
function missingWords(validity: Bitset | null, from: number, to: number): Uint32Array | null {
  if (validity === null) return null;
  const words = validity.words.subarray(from >>> 5, (to + 31) >>> 5);
  const tail = to & 31;
  for (let i = 0; i < words.length; i++) {
    const full = i === words.length - 1 && tail !== 0 ? (1 << tail) - 1 : -1;
    if ((words[i]! | 0) !== full) return words;
  }
  return null;
}

/**
 * The texts of a dictionary, in order, as blocks of about 1 MB. Texts must be well-formed UTF-16 (ingest sees to it):
 * a lone surrogate would come back as U+FFFD.
 */
export function encodeTexts(texts: readonly string[]): readonly EncodedChunk[] {
  const blocks: EncodedChunk[] = [];
  let from = 0;
  let units = 0;
  for (let i = 0; i < texts.length; i++) {
    units += texts[i]!.length;
    if (units < BLOCK_UNITS && i < texts.length - 1) continue;
    blocks.push(encodeBlock(texts.slice(from, i + 1)));
    from = i + 1;
    units = 0;
  }
  return blocks;
}

/** Lengths in UTF-16 units come first, so that reading is one decode and then substrings. */
function encodeBlock(texts: readonly string[]): EncodedChunk {
  const utf8 = new TextEncoder().encode(texts.join(""));
  const lengths = new Uint32Array(texts.length);
  for (let i = 0; i < texts.length; i++) lengths[i] = texts[i]!.length;
  const payloadBytes = lengths.byteLength + utf8.length;
  const bytes = new ArrayBuffer(HEADER_BYTES + payloadBytes);
  writeHeader(bytes, {
    kind: TEXTS,
    slotBytes: 4,
    flags: 0,
    rowCount: texts.length,
    scale: 1,
    base: 0,
    payloadBytes,
  });
  new Uint32Array(bytes, HEADER_BYTES, lengths.length).set(lengths);
  new Uint8Array(bytes, HEADER_BYTES + lengths.byteLength).set(utf8);
  return { rowCount: texts.length, bytes };
}

/** Thrown by the decoders for bytes that `encodeChunk` or `encodeTexts` did not write. */
export class CodecError extends Error {
  override readonly name = "CodecError";
}

/**
 * The column that its chunks hold.
 *
 * @param length rows of all chunks together
 * @param dictionary the texts of a dictionary column (see `decodeTexts`), null for the other kinds
 * @throws CodecError when the bytes are not chunks of such a column
 */
export function decodeColumn(
  kind: ColumnKind,
  length: number,
  chunks: readonly ArrayBuffer[],
  dictionary: readonly string[] | null,
): Column {
  const values = emptyValues(kind, length);
  let validity: Bitset | null = null;
  let row = 0;
  for (const bytes of chunks) {
    const header = readHeader(bytes, KIND_CODES[kind]);
    demand(row % CHUNK_ROWS === 0 && row + header.rowCount <= length, "rows do not fit");
    const words = validityWords(bytes, header);
    if (words !== null) validity ??= bitset(length, true);
    widenInto(values, row, readSlots(bytes, header), words);
    if (words !== null) validity?.words.set(words, row >>> 5);
    row += header.rowCount;
  }
  demand(row === length, `${row} rows instead of ${length}`);
  return columnFrom(kind, values, dictionary, validity);
}

type Values = Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>;

function emptyValues(kind: ColumnKind, length: number): Values {
  if (kind === "float64") return new Float64Array(length);
  return kind === "day" ? new Int32Array(length) : new Uint32Array(length);
}

function columnFrom(
  kind: ColumnKind,
  values: Values,
  dictionary: readonly string[] | null,
  validity: Bitset | null,
): Column {
  const length = values.length;
  if (values instanceof Float64Array) return { kind: "float64", length, values, validity };
  if (values instanceof Int32Array) return { kind: "day", length, values, validity };
  demand(dictionary !== null, `a ${kind} column without texts`);
  demand(
    values.every((code) => code < dictionary.length || code === MISSING_CODE),
    "a code past the dictionary",
  );
  return { kind: "dictionary", length, codes: values, dictionary, validity };
}

/** The texts of dictionary blocks, in order. @throws CodecError when the bytes are not such blocks */
export function decodeTexts(blocks: readonly ArrayBuffer[]): readonly string[] {
  const texts: string[] = [];
  // `ignoreBOM` keeps a leading U+FEFF: without it the first text of a block would lose a character.
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  for (const bytes of blocks) {
    const header = readHeader(bytes, TEXTS);
    demand(header.payloadBytes >= header.rowCount * 4, "text lengths are cut");
    const lengths = new Uint32Array(bytes, HEADER_BYTES, header.rowCount);
    const joined = decoder.decode(new Uint8Array(bytes, HEADER_BYTES + lengths.byteLength));
    let at = 0;
    for (let i = 0; i < lengths.length; i++) {
      const end = at + lengths[i]!;
      texts.push(joined.substring(at, end));
      at = end;
    }
    demand(at === joined.length, "text lengths do not add up");
  }
  return texts;
}

interface Header {
  readonly kind: number;
  readonly slotBytes: number;
  readonly flags: number;
  readonly rowCount: number;
  readonly scale: number;
  readonly base: number;
  readonly payloadBytes: number;
}

function writeHeader(bytes: ArrayBuffer, header: Header): void {
  const view = new DataView(bytes);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, VERSION);
  view.setUint8(5, header.kind);
  view.setUint8(6, header.slotBytes);
  view.setUint8(7, header.flags);
  view.setUint32(8, header.rowCount, true);
  view.setUint32(12, header.scale, true);
  view.setFloat64(16, header.base, true);
  view.setUint32(24, header.payloadBytes, true);
}

function readHeader(bytes: ArrayBuffer, kind: number): Header {
  demand(bytes.byteLength >= HEADER_BYTES, "shorter than a header");
  const view = new DataView(bytes);
  demand(view.getUint32(0, true) === MAGIC, "not a chunk");
  demand(view.getUint8(4) === VERSION, `chunk version ${view.getUint8(4)}`);
  demand(view.getUint8(5) === kind, `chunk of kind ${view.getUint8(5)} instead of ${kind}`);
  const header = {
    kind,
    slotBytes: view.getUint8(6),
    flags: view.getUint8(7),
    rowCount: view.getUint32(8, true),
    scale: view.getUint32(12, true),
    base: view.getFloat64(16, true),
    payloadBytes: view.getUint32(24, true),
  };
  demand(bytes.byteLength === payloadStart(header) + header.payloadBytes, "wrong size");
  demand(kind === TEXTS || header.payloadBytes === header.rowCount * header.slotBytes, "cut slots");
  return header;
}

function payloadStart(header: Header): number {
  if ((header.flags & HAS_VALIDITY) === 0) return HEADER_BYTES;
  return HEADER_BYTES + ((((header.rowCount + 31) >>> 5) * 4 + 7) & ~7);
}

function validityWords(bytes: ArrayBuffer, header: Header): Uint32Array | null {
  if ((header.flags & HAS_VALIDITY) === 0) return null;
  return new Uint32Array(bytes, HEADER_BYTES, (header.rowCount + 31) >>> 5);
}

function readSlots(bytes: ArrayBuffer, header: Header): Slots {
  const { scale, base, rowCount } = header;
  const start = payloadStart(header);
  switch (header.slotBytes) {
    case 1:
      return { scale, base, payload: new Uint8Array(bytes, start, rowCount) };
    case 2:
      return { scale, base, payload: new Uint16Array(bytes, start, rowCount) };
    case 4:
      return { scale, base, payload: new Uint32Array(bytes, start, rowCount) };
    case 8:
      return { scale, base, payload: new Float64Array(bytes, start, rowCount) };
    default:
      throw new CodecError(`slots of ${header.slotBytes} bytes`);
  }
}

function demand(condition: boolean, message: string): asserts condition {
  if (!condition) throw new CodecError(message);
}
