import { FileError, type Encoding, type EncodingCandidate } from "../plan";
import { isCommonCharacter } from "./common-characters";
import { decodeStrictly } from "./decoder";
import { LEGACY_ENCODINGS, plausibility } from "./score";

export interface EncodingGuess {
  /** Best first; one only when it is certain. */
  readonly candidates: readonly EncodingCandidate[];
}

/** Below this plausibility no legacy encoding is believed. */
const LEAST_PLAUSIBLE = 0.3;
/** A lead this large over the next candidate, over enough characters, is certainty. */
const CERTAIN_LEAD = 0.3;
const CERTAIN_BYTES = 24;
const PREVIEW_LINES = 5;

/**
 * The encoding of a file from a sample: byte order mark, then NULs at every other byte, then strict UTF-8, then the
 * legacy encodings that decode without error, by how much their text looks like text.
 *
 * @param sample bytes that begin at the start of the file
 * @param foreign a later window around the first non-ASCII byte when `sample` is all ASCII, else null; it begins at a
 *   line start
 * @param whole `sample` (or `foreign`) reaches the end of the file
 * @throws FileError E_BINARY, E_ENCODING, E_ENCODING_TRUNCATED
 */
export function detectEncoding(
  sample: Uint8Array,
  foreign: Uint8Array | null,
  whole: boolean,
): EncodingGuess {
  const marked = markedEncoding(sample);
  if (marked) return certain(marked);
  const wide = wideEncoding(sample);
  if (wide) return certain(wide);
  if (isBinary(sample)) throw new FileError("E_BINARY");
  const bytes = foreign === null ? sample : foreign;
  const firstForeign = bytes.findIndex((byte) => byte >= 0x80);
  if (firstForeign === -1) return certain("utf-8");
  if (decodeStrictly(bytes, "utf-8", whole) !== null) return certain("utf-8");
  const utf8 = countUtf8(bytes);
  if (whole && utf8.good > 1 && decodeStrictly(bytes, "utf-8", false) !== null) {
    throw new FileError("E_ENCODING_TRUNCATED", { detail: `byte ${bytes.length - 1}` });
  }
  // Many valid characters and then a wrong one: damaged or mixed UTF-8, and the strict reader names the place. The
  // characters that a legacy text forms by chance are few.
  if (utf8.good > 8 && utf8.good > utf8.bad * 4) return certain("utf-8");
  return legacyCandidates(bytes, whole);
}

function certain(encoding: Encoding): EncodingGuess {
  return { candidates: [{ encoding, previewLines: [] }] };
}

function markedEncoding(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  // an odd length is a cut end, which the strict reader names
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 without a mark: ASCII delimiters and digits leave NULs on one side of each pair. */
function wideEncoding(bytes: Uint8Array): Encoding | null {
  const pairs = Math.min(bytes.length, 65536) >>> 1;
  if (pairs < 2) return null;
  let evenNuls = 0;
  let oddNuls = 0;
  for (let i = 0; i < pairs; i++) {
    if (bytes[2 * i] === 0) evenNuls++;
    if (bytes[2 * i + 1] === 0) oddNuls++;
  }
  const floor = Math.max(2, pairs * 0.08);
  if (oddNuls >= floor && evenNuls <= oddNuls / 20) return "utf-16le";
  if (evenNuls >= floor && oddNuls <= evenNuls / 20) return "utf-16be";
  return evenNuls + oddNuls >= pairs * LEAST_WIDE_NULS ? wideByText(bytes) : null;
}

/** Delimiters and line ends of Chinese prose leave at least so many NULs a character. */
const LEAST_WIDE_NULS = 0.02;
const LEAST_WIDE_SCORE = 0.6;
const WIDE_LEAD = 0.2;

/** Chinese leaves few NULs, and characters such as 一 (U+4E00) leave them on the other side: the text itself decides. */
function wideByText(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 65536) & ~1);
  // text of single bytes with a few NULs in it
  if (decodeStrictly(sample, "utf-8", false) !== null) return null;
  const little = wideScore(decodeStrictly(sample, "utf-16le", false));
  const big = wideScore(decodeStrictly(sample, "utf-16be", false));
  if (Math.max(little, big) < LEAST_WIDE_SCORE || Math.abs(little - big) < WIDE_LEAD) return null;
  return little > big ? "utf-16le" : "utf-16be";
}

/** -1 (noise) .. 1 (ordinary text): ASCII, common Chinese, kana and full-width signs count for; other Chinese half. */
function wideScore(text: string | null): number {
  if (text === null || text === "") return -1;
  let score = 0;
  for (const char of text) {
    if (/[\t\n\r -~\u3000-\u30ff\uff01-\uff5e]/.test(char) || isCommonCharacter(char)) score++;
    else if (/[\u4e00-\u9fff\uac00-\ud7a3\u0400-\u04ff\u{10000}-\u{3ffff}]/u.test(char))
      score += 0.5;
    else score--;
  }
  return score / text.length;
}

/** A tenth of the bytes are control characters that no text file holds. */
function isBinary(bytes: Uint8Array): boolean {
  const length = Math.min(bytes.length, 65536);
  let odd = 0;
  for (let i = 0; i < length; i++) {
    const byte = bytes[i]!;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) odd++;
  }
  return odd > length / 10;
}

interface Utf8Count {
  good: number;
  bad: number;
}

function countUtf8(bytes: Uint8Array): Utf8Count {
  const count: Utf8Count = { good: 0, bad: 0 };
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i]! < 0x80) continue;
    const length = sequenceLength(bytes, i);
    if (length === 0) count.bad++;
    else {
      count.good++;
      i += length - 1;
    }
  }
  return count;
}

function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 0;
  let length = 2;
  if (lead >= 0xe0) length = lead >= 0xf0 ? 4 : 3;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return 0;
  }
  return length;
}

function legacyCandidates(bytes: Uint8Array, whole: boolean): EncodingGuess {
  const lastByteCut = whole && bytes[bytes.length - 1]! >= 0x80;
  const scored: { encoding: Encoding; score: number; text: string }[] = [];
  for (const encoding of LEGACY_ENCODINGS) {
    const text = decodeStrictly(bytes, encoding, whole);
    if (text === null) continue;
    scored.push({ encoding, score: plausibility(encoding, bytes, text), text });
  }
  scored.sort((a, b) => b.score - a.score);
  const best = scored[0];
  if (lastByteCut && isTruncated(bytes, best ? best.score : 0)) {
    throw new FileError("E_ENCODING_TRUNCATED", { detail: `byte ${bytes.length - 1}` });
  }
  if (!best || best.score < LEAST_PLAUSIBLE) throw wrongUtf8(bytes, whole);
  const second = scored[1];
  const foreignBytes = bytes.reduce((sum, byte) => sum + (byte >= 0x80 ? 1 : 0), 0);
  const lead = second ? best.score - second.score : 1;
  const isCertain = foreignBytes >= CERTAIN_BYTES && lead >= CERTAIN_LEAD;
  const shown = isCertain ? [best] : scored.filter((one) => one === best || one.score > 0.1);
  return {
    candidates: shown.map(({ encoding, text }) => ({
      encoding,
      previewLines: foreignLines(text),
    })),
  };
}

/** The file is text of a multi-byte encoding but for its last byte, and better so than any whole reading. */
function isTruncated(bytes: Uint8Array, bestScore: number): boolean {
  const shorter = bytes.subarray(0, bytes.length - 1);
  for (const encoding of ["gb18030", "big5", "shift_jis"] as const) {
    if (decodeStrictly(bytes, encoding, true) !== null) continue;
    const text = decodeStrictly(shorter, encoding, true);
    if (text === null) continue;
    if (plausibility(encoding, shorter, text) > bestScore + CERTAIN_LEAD) return true;
  }
  return false;
}

function wrongUtf8(bytes: Uint8Array, whole: boolean): FileError {
  if (whole && decodeStrictly(bytes, "utf-8", false) !== null) {
    return new FileError("E_ENCODING_TRUNCATED", { detail: `byte ${bytes.length - 1}` });
  }
  let good = 0;
  while (good < bytes.length) {
    const length = bytes[good]! < 0x80 ? 1 : sequenceLength(bytes, good);
    if (length === 0) break;
    good += length;
  }
  let row = 1;
  for (let i = 0; i < good; i++) if (bytes[i] === 0x0a) row++;
  return new FileError("E_ENCODING", { row, detail: `byte ${good}` });
}

function foreignLines(text: string): string[] {
  const lines: string[] = [];
  for (const line of text.split(/\r\n|\n|\r/, 5000)) {
    if (!/[^\0-\x7f]/.test(line)) continue;
    lines.push(line.slice(0, 200));
    if (lines.length === PREVIEW_LINES) break;
  }
  return lines;
}
