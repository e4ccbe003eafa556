import { readBytes } from "../blob-bytes";
import { detectDelimiter, sepLine } from "../parse/delimiter";
import { FileError, type Encoding, type EncodingCandidate, type TextFormat } from "../plan";
import { decodeFile } from "./decoder";
import { detectEncoding } from "./detect-encoding";

const SAMPLE_BYTES = 1024 * 1024;
const SCAN_BYTES = 4 * 1024 * 1024;
/** Text that decides the delimiter. */
const DELIMITER_TEXT = 256 * 1024;

export interface DetectedFormat {
  readonly format: TextFormat;
  readonly candidates: readonly EncodingCandidate[];
}

/**
 * How a text file is written: encoding from its first mebibyte, or from the stretch around its first non-ASCII byte
 * when that comes later; delimiter from a `sep=` line or the first rows.
 *
 * @param known what the reader has chosen; the rest is detected
 * @throws FileError E_FILE_EMPTY, E_BINARY, E_ENCODING, E_ENCODING_TRUNCATED
 */
export async function detectFormat(
  file: Blob,
  known: Partial<TextFormat> = {},
): Promise<DetectedFormat> {
  const candidates = await encodingCandidates(file);
  const first = candidates[0];
  const encoding: Encoding = known.encoding ?? (first ? first.encoding : "utf-8");
  const delimiter = known.delimiter ?? (await delimiterOf(file, encoding));
  return { format: { encoding, delimiter }, candidates };
}

async function delimiterOf(file: Blob, encoding: Encoding): Promise<TextFormat["delimiter"]> {
  const text = await startOf(file, encoding);
  if (text === "") throw new FileError("E_FILE_EMPTY");
  const chosen = sepLine(text);
  return chosen ? chosen.delimiter : detectDelimiter(text.slice(0, DELIMITER_TEXT));
}

/** The first text of the file, up to a wrong byte: the reader of the rows knows better where that is. */
async function startOf(file: Blob, encoding: Encoding): Promise<string> {
  let text = "";
  try {
    for await (const piece of decodeFile(file, encoding)) {
      text += piece.text;
      if (text.length >= DELIMITER_TEXT) break;
    }
  } catch (error) {
    const isLater =
      error instanceof FileError && error.code.startsWith("E_ENCODING") && text !== "";
    if (!isLater) throw error;
  }
  return text;
}

async function encodingCandidates(file: Blob): Promise<readonly EncodingCandidate[]> {
  const sample = await readBytes(file, 0, SAMPLE_BYTES);
  const isWhole = file.size <= SAMPLE_BYTES;
  if (isWhole || sample.some((byte) => byte >= 0x80)) {
    return detectEncoding(sample, null, isWhole).candidates;
  }
  const at = await firstForeignByte(file, SAMPLE_BYTES);
  if (at === -1) return detectEncoding(sample, null, true).candidates;
  const from = Math.max(0, at - 64);
  const foreign = await readBytes(file, from, from + SAMPLE_BYTES);
  // ASCII before the first foreign byte cannot be the second half of a character
  const isEnd = from + SAMPLE_BYTES >= file.size;
  try {
    return detectEncoding(sample, foreign, isEnd).candidates;
  } catch (error) {
    throw inFile(error, from);
  }
}

/** An error about a byte of a window, about that byte of the file. */
function inFile(error: unknown, windowStart: number): unknown {
  const at = error instanceof FileError ? /^byte (\d+)$/.exec(error.detail ?? "")?.[1] : undefined;
  if (!(error instanceof FileError) || at === undefined) return error;
  return new FileError(error.code, { detail: `byte ${windowStart + Number(at)}` });
}

async function firstForeignByte(file: Blob, from: number): Promise<number> {
  for (let at = from; at < file.size; at += SCAN_BYTES) {
    const found = foreignByteIn(await readBytes(file, at, at + SCAN_BYTES));
    if (found !== -1) return at + found;
  }
  return -1;
}

/** Index of the first byte beyond ASCII, or -1; four bytes at a time, since a file may be 2 GB of ASCII. */
function foreignByteIn(bytes: Uint8Array): number {
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >>> 2);
  let word = 0;
  while (word < words.length && (words[word]! & 0x80808080) === 0) word++;
  for (let at = word * 4; at < bytes.length; at++) if (bytes[at]! >= 0x80) return at;
  return -1;
}
