import { readBytes } from "../blob-bytes";
import { FileError, type Encoding } from "../plan";
import type { CellEncoding } from "../parse/byte-cell";
import { filePieces } from "./file-pieces";

/** Bytes read at a time: one slice is decoded, cut into cells and dropped before the next is asked for. */
const PIECE_BYTES = 256 * 1024;

export interface TextPiece {
  readonly text: string;
  /** Bytes of the file consumed, this piece included. */
  readonly bytesRead: number;
}

/** A decoder of bytes in pieces; wrong bytes throw FileError with their offset in the file. */
export interface StrictDecoder {
  decode(bytes: Uint8Array): string;
  /** Ends the text. @throws FileError E_ENCODING_TRUNCATED when the last character is not whole */
  end(): string;
}

/**
 * Decodes without replacing anything: a byte that the encoding does not have is an error, never U+FFFD.
 *
 * A byte order mark at the start is dropped. How the bytes are cut into pieces makes no difference.
 *
 * @throws FileError E_ENCODING with `detail` "byte N" (0-based) from `decode`; the good text before the wrong byte is
 *   lost, so a caller that wants it decodes the piece again up to there (see `goodPrefix`)
 */
function strictDecoder(encoding: Encoding): StrictDecoder {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let consumed = 0;
  return {
    decode(bytes) {
      const text = attempt(() => decoder.decode(bytes, { stream: true }));
      if (text === null) throw new FileError("E_ENCODING", { detail: `byte ${consumed}` });
      consumed += bytes.length;
      return encoding === "windows-1252" ? trueWindows1252(text) : text;
    },
    end() {
      const text = attempt(() => decoder.decode());
      if (text === null)
        throw new FileError("E_ENCODING_TRUNCATED", { detail: `byte ${consumed}` });
      return text;
    },
  };
}

/** The only failure of `TextDecoder.decode` in fatal mode is a TypeError about the bytes. */
function attempt(decode: () => string): string | null {
  try {
    return decode();
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

const WINDOWS_1252 =
  "\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f" +
  "\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178";

/** Node 20 takes windows-1252 for Latin-1; browsers do not, and for them nothing is left to replace. */
export function trueWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (char) => WINDOWS_1252[char.charCodeAt(0) - 0x80]!);
}

/**
 * The texts of single cells: whole characters, nothing dropped, not even a mark at the start.
 *
 * @throws FileError E_ENCODING; where in the file, only the reader of the whole text knows
 */
export function cellEncoding(encoding: Encoding): CellEncoding {
  const decode = cellDecoder(encoding);
  return {
    isUtf8: encoding === "utf-8",
    decode: encoding === "windows-1252" ? (bytes) => trueWindows1252(decode(bytes)) : decode,
  };
}

function cellDecoder(encoding: Encoding): (bytes: Uint8Array) => string {
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  return (bytes) => {
    const text = attempt(() => decoder.decode(bytes));
    if (text === null) throw new FileError("E_ENCODING");
    return text;
  };
}

/** The bytes as text, or null when they are not text of this encoding. `whole`: nothing follows them. */
export function decodeStrictly(
  bytes: Uint8Array,
  encoding: Encoding,
  whole: boolean,
): string | null {
  const decoder = strictDecoder(encoding);
  try {
    const text = decoder.decode(bytes);
    return whole ? text + decoder.end() : text;
  } catch (error) {
    if (error instanceof FileError) return null;
    throw error;
  }
}

/**
 * The text of a file in pieces of about PIECE_BYTES bytes.
 *
 * @throws FileError E_ENCODING, E_ENCODING_MIXED, E_ENCODING_TRUNCATED after all text before the wrong byte was given;
 *   E_FILE_CHANGED when the file can no longer be read; E_CANCELLED by the signal
 */
export async function* decodeFile(
  file: Blob,
  encoding: Encoding,
  options: { readonly signal?: AbortSignal | undefined; readonly pieceBytes?: number } = {},
): AsyncGenerator<TextPiece, void> {
  const pieceBytes = options.pieceBytes === undefined ? PIECE_BYTES : options.pieceBytes;
  const decoder = strictDecoder(encoding);
  let sawForeign = false;
  for await (const { bytes, offset } of filePieces(file, pieceBytes, options.signal)) {
    let text: string;
    try {
      text = decoder.decode(bytes);
    } catch (error) {
      yield* explainWrongByte({ file, encoding, offset, bytes, sawForeign }, error);
      return;
    }
    sawForeign ||= /[^\0-\x7f]/.test(text);
    yield { text, bytesRead: offset + bytes.length };
  }
  yield { text: decoder.end(), bytesRead: file.size };
}

/** Longest character of all encodings, so that a piece may be decoded again from before its start. */
const LONGEST_CHARACTER = 4;

/** The piece of a file that could not be decoded. */
interface WrongPiece {
  readonly file: Blob;
  readonly encoding: Encoding;
  /** of `bytes` in the file */
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** The text before it had more than ASCII. */
  readonly sawForeign: boolean;
}

async function* explainWrongByte(
  { file, encoding, offset, bytes, sawForeign }: WrongPiece,
  error: unknown,
): AsyncGenerator<TextPiece, void> {
  if (!(error instanceof FileError)) throw error;
  const good = goodPrefix(bytes, encoding, await openTail(file, encoding, offset));
  const wrongAt = offset + good.length;
  if (good.text !== "") yield { text: good.text, bytesRead: wrongAt };
  const isMixed =
    encoding === "utf-8" &&
    (sawForeign || /[^\0-\x7f]/.test(good.text)) &&
    isLegacyLine(bytes.subarray(good.length));
  const code = isMixed ? "E_ENCODING_MIXED" : "E_ENCODING";
  throw new FileError(code, { detail: `byte ${wrongAt}` });
}

/** Bytes of a character that began before this offset and was not whole there. */
async function openTail(file: Blob, encoding: Encoding, offset: number): Promise<Uint8Array> {
  const before = await readBytes(file, Math.max(0, offset - LONGEST_CHARACTER), offset);
  if (encoding !== "utf-8") return new Uint8Array(0);
  for (let length = 1; length < LONGEST_CHARACTER && length <= before.length; length++) {
    const byte = before[before.length - length]!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const needed = utf8Length(byte);
    return needed > length ? before.subarray(before.length - length) : new Uint8Array(0);
  }
  return new Uint8Array(0);
}

/** The longest run of whole, valid characters at the start of `bytes`, by bisection. O(n log n), once per failure. */
function goodPrefix(
  bytes: Uint8Array,
  encoding: Encoding,
  tail: Uint8Array,
): { readonly text: string; readonly length: number } {
  const joined = new Uint8Array(tail.length + bytes.length);
  joined.set(tail);
  joined.set(bytes, tail.length);
  let low = 0;
  let high = joined.length;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (decodeStrictly(joined.subarray(0, middle), encoding, false) === null) high = middle - 1;
    else low = middle;
  }
  // an unfinished character at the end is the wrong one
  while (low > 0 && decodeStrictly(joined.subarray(0, low), encoding, true) === null) low--;
  const text = decodeStrictly(joined.subarray(0, low), encoding, true);
  return { text: text === null ? "" : text, length: Math.max(0, low - tail.length) };
}

/** Whether the rest of this line is text of the encodings that Chinese programs mix into UTF-8 files. */
function isLegacyLine(bytes: Uint8Array): boolean {
  const end = bytes.indexOf(0x0a);
  const line = end === -1 ? bytes.subarray(0, 400) : bytes.subarray(0, end);
  return decodeStrictly(line, "gb18030", end !== -1) !== null;
}

function utf8Length(lead: number): number {
  if (lead >= 0xf0) return 4;
  return lead >= 0xe0 ? 3 : 2;
}
