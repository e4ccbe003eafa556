import { readBytes } from "../blob-bytes";

const MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] as const;
const HEADER_BYTES = 512;
const DIRECTORY_ENTRY_BYTES = 128;
const FIRST_DIFAT_OFFSET = 76;
const DIFAT_SLOTS = 109;
const MAX_DIRECTORY_SECTORS = 64;
const ENCRYPTED_STREAM = "EncryptedPackage";

/** `encrypted`: a workbook behind a password. `other`: an .xls, .doc or .msg. Null: not a compound file. */
export type CompoundKind = "encrypted" | "other";

/**
 * Tells an encrypted workbook from other compound (OLE) files by the names in its directory.
 *
 * Reads the header and at most MAX_DIRECTORY_SECTORS sectors. MS-CFB 2.2, 2.6; MS-OFFCRYPTO 1.3.2.
 */
export async function compoundKind(file: Blob): Promise<CompoundKind | null> {
  const header = await readBytes(file, 0, HEADER_BYTES);
  if (header.length < HEADER_BYTES || MAGIC.some((byte, at) => header[at] !== byte)) return null;
  const view = new DataView(header.buffer, header.byteOffset, header.length);
  const sectorBytes = view.getUint16(30, true) === 12 ? 4096 : 512;
  let sector = view.getUint32(48, true);
  for (let count = 0; count < MAX_DIRECTORY_SECTORS; count++) {
    const start = (sector + 1) * sectorBytes;
    const bytes = await readBytes(file, start, start + sectorBytes);
    if (bytes.length < sectorBytes) break;
    if (hasEntry(bytes, ENCRYPTED_STREAM)) return "encrypted";
    const next = await nextSector(file, view, sector, sectorBytes);
    if (next === null) break;
    sector = next;
  }
  return "other";
}

function hasEntry(sector: Uint8Array, name: string): boolean {
  const decoder = new TextDecoder("utf-16le");
  for (let at = 0; at + DIRECTORY_ENTRY_BYTES <= sector.length; at += DIRECTORY_ENTRY_BYTES) {
    if (decoder.decode(sector.subarray(at, at + 2 * name.length)) === name) return true;
  }
  return false;
}

async function nextSector(
  file: Blob,
  header: DataView,
  sector: number,
  sectorBytes: number,
): Promise<number | null> {
  const perSector = sectorBytes / 4;
  const slot = Math.floor(sector / perSector);
  if (slot >= DIFAT_SLOTS) return null;
  const tableSector = header.getUint32(FIRST_DIFAT_OFFSET + 4 * slot, true);
  const at = (tableSector + 1) * sectorBytes + 4 * (sector % perSector);
  const bytes = await readBytes(file, at, at + 4);
  if (bytes.length < 4) return null;
  const next = new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0, true);
  return next >= 0xfffffffa ? null : next;
}
