import { FileError } from "../plan";
import { readBytes } from "../blob-bytes";
import { MAX_DIRECTORY_BYTES, MAX_ENTRIES } from "./limits";

/** One file of the package as its directory describes it: claims, checked again when the entry is opened. */
export interface ZipEntry {
  /** With `/` between folders and without a leading one, as written otherwise. */
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly compressedSize: number;
  readonly size: number;
  readonly crc: number;
  /** Where its local header begins in the file. */
  readonly offset: number;
}

const END_SIGNATURE = 0x06054b50;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const END_BYTES = 22;
const LOCATOR_BYTES = 20;
const ENTRY_BYTES = 46;
const LOCAL_HEADER_BYTES = 30;
const MAX_COMMENT = 0xffff;
const U32_MAX = 0xffffffff;

const damaged = (detail: string): FileError => new FileError("E_ZIP_INVALID", { detail });

interface DirectoryPlace {
  readonly offset: number;
  readonly size: number;
  readonly count: number;
  /** Bytes before the archive: every offset in it is short by this much. */
  readonly shift: number;
}

/**
 * The entries of a zip file by lower-case name: end record, ZIP64 record when there is one, central directory.
 *
 * Refused: no end record (`E_ZIP_INVALID`: not a zip, or cut off), more than MAX_ENTRIES entries (`E_ZIP_LIMIT`), an
 * entry outside the file, two entries that share bytes or a name. Directory entries (names that end in `/`) are left out.
 * Cost: the last 64 KiB of the file and the directory. PKWARE APPNOTE 6.3.10, 4.3.
 */
export async function readZipDirectory(file: Blob): Promise<ReadonlyMap<string, ZipEntry>> {
  const place = await findDirectory(file);
  if (place.count > MAX_ENTRIES || place.size > MAX_DIRECTORY_BYTES) {
    throw new FileError("E_ZIP_LIMIT", { detail: `${place.count} entries` });
  }
  const bytes = await readBytes(file, place.offset, place.offset + place.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + ENTRY_BYTES <= bytes.length && view.getUint32(at, true) === ENTRY_SIGNATURE) {
    if (entries.length >= MAX_ENTRIES) throw new FileError("E_ZIP_LIMIT", { detail: "entries" });
    const [entry, length] = readEntry(view, at, place.shift);
    entries.push(entry);
    at += length;
  }
  if (entries.length !== place.count) throw damaged("the directory does not hold what it says");
  refuseOverlaps(entries, place.offset);
  return byName(entries);
}

async function findDirectory(file: Blob): Promise<DirectoryPlace> {
  const tailStart = Math.max(0, file.size - END_BYTES - MAX_COMMENT - LOCATOR_BYTES);
  const bytes = await readBytes(file, tailStart, file.size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let end = bytes.length - END_BYTES;
  while (end >= 0 && !isEndRecord(view, end)) end--;
  if (end < 0) throw damaged("no end record");
  const locator = end - LOCATOR_BYTES;
  if (locator >= 0 && view.getUint32(locator, true) === ZIP64_LOCATOR_SIGNATURE) {
    return findZip64Directory(file, safeU64(view, locator + 8));
  }
  const size = view.getUint32(end + 12, true);
  const claimed = view.getUint32(end + 16, true);
  // Some programs write a stub before the archive; the directory always ends where the end record begins.
  const offset = tailStart + end - size;
  if (offset < claimed) throw damaged("the directory is outside the file");
  return { offset, size, count: view.getUint16(end + 10, true), shift: offset - claimed };
}

function isEndRecord(view: DataView, at: number): boolean {
  return (
    view.getUint32(at, true) === END_SIGNATURE &&
    at + END_BYTES + view.getUint16(at + 20, true) <= view.byteLength
  );
}

async function findZip64Directory(file: Blob, at: number): Promise<DirectoryPlace> {
  const bytes = await readBytes(file, at, at + 56);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 56 || view.getUint32(0, true) !== ZIP64_END_SIGNATURE) {
    throw damaged("no ZIP64 end record");
  }
  const size = safeU64(view, 40);
  const offset = safeU64(view, 48);
  if (offset + size > file.size) throw damaged("the directory is outside the file");
  return { offset, size, count: safeU64(view, 32), shift: 0 };
}

function readEntry(view: DataView, at: number, shift: number): readonly [ZipEntry, number] {
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const length = ENTRY_BYTES + nameLength + extraLength + view.getUint16(at + 32, true);
  if (at + length > view.byteLength) throw damaged("the directory is cut off");
  const flags = view.getUint16(at + 8, true);
  const sizes = zip64Sizes(view, at, nameLength, extraLength);
  return [
    {
      name: entryName(view, at + ENTRY_BYTES, nameLength),
      method: view.getUint16(at + 10, true),
      encrypted: (flags & 1) === 1,
      compressedSize: sizes.compressedSize,
      size: sizes.size,
      crc: view.getUint32(at + 16, true),
      offset: sizes.offset + shift,
    },
    length,
  ];
}

/** Names that matter here are ASCII; bytes above 127 are only kept apart, not interpreted by code page. */
function entryName(view: DataView, at: number, length: number): string {
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length);
  return new TextDecoder().decode(bytes).replaceAll("\\", "/").replace(/^\/+/, "");
}

function zip64Sizes(
  view: DataView,
  at: number,
  nameLength: number,
  extraLength: number,
): Pick<ZipEntry, "size" | "compressedSize" | "offset"> {
  const plain = [
    view.getUint32(at + 24, true),
    view.getUint32(at + 20, true),
    view.getUint32(at + 42, true),
  ];
  let extra = at + ENTRY_BYTES + nameLength;
  const extraEnd = extra + extraLength;
  while (extra + 4 <= extraEnd) {
    const id = view.getUint16(extra, true);
    const fieldEnd = extra + 4 + view.getUint16(extra + 2, true);
    if (fieldEnd > extraEnd) break;
    let value = extra + 4;
    // The ZIP64 field holds, in this order, only those of the three that did not fit.
    for (let slot = 0; id === 1 && slot < 3; slot++) {
      if (plain[slot] !== U32_MAX) continue;
      if (value + 8 > fieldEnd) throw damaged("ZIP64 field too short");
      plain[slot] = safeU64(view, value);
      value += 8;
    }
    extra = fieldEnd;
  }
  const [size, compressedSize, offset] = plain as [number, number, number];
  return { size, compressedSize, offset };
}

function safeU64(view: DataView, at: number): number {
  const value = view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true);
  if (!Number.isSafeInteger(value)) throw damaged("a size beyond 2^53");
  return value;
}

/** Entries that share bytes are how a small zip promises more than its own length. Fifield 2019. */
function refuseOverlaps(entries: readonly ZipEntry[], directoryOffset: number): void {
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  let previousEnd = 0;
  for (const entry of inOrder) {
    if (entry.offset < previousEnd) throw damaged("entries overlap");
    previousEnd = entry.offset + LOCAL_HEADER_BYTES + entry.compressedSize;
    if (previousEnd > directoryOffset) throw damaged("an entry is outside the file");
  }
}

function byName(entries: readonly ZipEntry[]): ReadonlyMap<string, ZipEntry> {
  const map = new Map<string, ZipEntry>();
  for (const entry of entries) {
    if (entry.name.endsWith("/")) continue;
    const key = entry.name.toLowerCase();
    if (map.has(key)) throw damaged("two entries have the same name");
    map.set(key, entry);
  }
  return map;
}
