import { FileError } from "../plan";
import { readBytes } from "../blob-bytes";
import { crc32 } from "../../kernel/base/crc32";
import {
  MAX_ENTRY_BYTES,
  MAX_FILE_BYTES,
  MAX_RATIO,
  MAX_TOTAL_BYTES,
  RATIO_FREE_BYTES,
} from "./limits";
import { readZipDirectory, type ZipEntry } from "./zip-directory";

/** The inflated bytes of one entry, and how many compressed bytes they took so far (0..compressedSize). */
export interface InflatedPiece {
  readonly bytes: Uint8Array;
  readonly consumed: number;
}

/** A zip file whose entries are inflated one at a time, when asked for. */
export interface ZipArchive {
  readonly file: Blob;
  readonly entries: ReadonlyMap<string, ZipEntry>;
  /** Inflated bytes of each entry read so far; what the total limit counts. */
  readonly inflated: Map<ZipEntry, number>;
}

const LOCAL_SIGNATURE = 0x04034b50;
const LOCAL_HEADER_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const INPUT_PIECE_BYTES = 256 * 1024;

/**
 * Reads the directory of a zip file; inflates nothing.
 *
 * @throws FileError E_FILE_TOO_LARGE, E_ZIP_INVALID, E_ZIP_LIMIT, E_FILE_CHANGED
 */
export async function openZip(file: Blob): Promise<ZipArchive> {
  if (file.size > MAX_FILE_BYTES) throw new FileError("E_FILE_TOO_LARGE");
  return { file, entries: await readZipDirectory(file), inflated: new Map() };
}

/**
 * The content of an entry, piece by piece.
 *
 * Every piece is counted before it is given out, so a bomb stops within one piece of its limit; at the end the length and
 * the CRC-32 must be those of the directory. Stopping early (`return`) frees the stream.
 *
 * @throws FileError E_ZIP_INVALID (damaged), E_ZIP_LIMIT (too much), E_XLSX_ENCRYPTED, E_FILE_CHANGED
 */
export async function* inflateEntry(
  archive: ZipArchive,
  entry: ZipEntry,
): AsyncGenerator<InflatedPiece, void> {
  const start = await contentStart(archive.file, entry);
  const content = archive.file.slice(start, start + entry.compressedSize);
  const progress = { consumed: 0 };
  const source = readPieces(content, progress);
  const pieces = entry.method === STORED ? source : inflate(source, entry.name);
  let size = 0;
  let crc = 0;
  for await (const bytes of pieces) {
    size += bytes.length;
    countBytes(archive, entry, size);
    crc = crc32(bytes, crc);
    yield { bytes, consumed: progress.consumed };
  }
  if (size !== entry.size || crc !== entry.crc) {
    throw new FileError("E_ZIP_INVALID", { detail: `${entry.name}: wrong checksum` });
  }
}

async function contentStart(file: Blob, entry: ZipEntry): Promise<number> {
  const detail = entry.name;
  if (entry.encrypted) throw new FileError("E_XLSX_ENCRYPTED", { detail });
  if (entry.method !== STORED && entry.method !== DEFLATED) {
    throw new FileError("E_ZIP_INVALID", { detail: `${detail}: method ${entry.method}` });
  }
  const header = await readBytes(file, entry.offset, entry.offset + LOCAL_HEADER_BYTES);
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  if (header.length < LOCAL_HEADER_BYTES || view.getUint32(0, true) !== LOCAL_SIGNATURE) {
    throw new FileError("E_ZIP_INVALID", { detail });
  }
  const start =
    entry.offset + LOCAL_HEADER_BYTES + view.getUint16(26, true) + view.getUint16(28, true);
  if (start + entry.compressedSize > file.size) throw new FileError("E_ZIP_INVALID", { detail });
  return start;
}

function countBytes(archive: ZipArchive, entry: ZipEntry, size: number): void {
  const before = archive.inflated.get(entry);
  if (before === undefined || size > before) archive.inflated.set(entry, size);
  let total = 0;
  for (const bytes of archive.inflated.values()) total += bytes;
  const isBomb = size > RATIO_FREE_BYTES && size > MAX_RATIO * entry.compressedSize;
  if (isBomb || size > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES) {
    throw new FileError("E_ZIP_LIMIT", { detail: entry.name });
  }
}

async function* readPieces(
  content: Blob,
  progress: { consumed: number },
): AsyncGenerator<Uint8Array<ArrayBuffer>, void> {
  for (let at = 0; at < content.size; at += INPUT_PIECE_BYTES) {
    const bytes = await readBytes(content, at, at + INPUT_PIECE_BYTES);
    progress.consumed += bytes.length;
    yield bytes;
  }
}

async function* inflate(
  source: AsyncIterable<Uint8Array<ArrayBuffer>>,
  name: string,
): AsyncGenerator<Uint8Array, void> {
  const stream = new DecompressionStream("deflate-raw");
  const reader = stream.readable.getReader();
  const writer = stream.writable.getWriter();
  const failures: FileError[] = [];
  const feeding = (async (): Promise<void> => {
    try {
      for await (const piece of source) await writer.write(piece);
      await writer.close();
    } catch (error) {
      if (error instanceof FileError) failures.push(error);
      // Anything else also fails the reading side, where it is reported.
      await writer.abort(error).catch(() => undefined);
    }
  })();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } catch {
    throw failures[0] ?? new FileError("E_ZIP_INVALID", { detail: `${name}: cannot be inflated` });
  } finally {
    // Cancelling makes a pending write fail, which ends the feeding; both are over before the caller goes on.
    await reader.cancel().catch(() => undefined);
    await feeding;
  }
}
