import { crc32 } from "../kernel/base/crc32";

/** One file of an archive. */
export interface ZipEntry {
  /** ASCII */
  readonly name: string;
  /** UTF-8 text, in pieces */
  readonly pieces: Iterable<string> | AsyncIterable<string>;
}

/** Version 2.0: deflate. */
const VERSION = 20;
const DEFLATE = 8;
/** 1980-01-01 00:00, so that the same content gives the same bytes. */
const DOS_DATE = 0x21;

interface Written {
  readonly name: Uint8Array<ArrayBuffer>;
  readonly crc: number;
  readonly size: number;
  readonly compressedSize: number;
  readonly offset: number;
}

/**
 * A ZIP archive of texts, compressed piece by piece: only the compressed bytes are kept.
 *
 * @param entries  names are distinct; less than 4 GB each and together
 *
 * APPNOTE 6.3.10, without ZIP64. O(total length).
 */
export async function zipBlob(entries: Iterable<ZipEntry>): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: Written[] = [];
  let offset = 0;
  for (const { name, pieces } of entries) {
    const body = await deflated(pieces);
    const written = { ...body, name: new TextEncoder().encode(name), offset };
    const head = localHeader(written);
    parts.push(head, body.bytes);
    directory.push(written);
    offset += head.byteLength + body.compressedSize;
  }
  const records = directory.map(centralRecord);
  const length = records.reduce((sum, record) => sum + record.byteLength, 0);
  parts.push(...records, endRecord(directory.length, length, offset));
  return new Blob(parts);
}

async function deflated(pieces: ZipEntry["pieces"]) {
  const stream = new CompressionStream("deflate-raw");
  const compressed = new Response(stream.readable).blob();
  const writer = stream.writable.getWriter();
  const utf8 = new TextEncoder();
  let [crc, size] = [0, 0];
  for await (const piece of pieces) {
    const bytes = utf8.encode(piece);
    crc = crc32(bytes, crc);
    size += bytes.length;
    await writer.write(bytes);
  }
  await writer.close();
  const bytes = await compressed;
  return { bytes, crc, size, compressedSize: bytes.size };
}

type Field = readonly [bytes: 2 | 4, value: number];

function record(fields: readonly Field[], name: Uint8Array = new Uint8Array()) {
  const length = fields.reduce((sum, [width]) => sum + width, 0);
  const bytes = new Uint8Array(length + name.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += width;
  }
  bytes.set(name, at);
  return bytes;
}

/** What the local header and the directory say alike. */
const facts = ({ name, crc, size, compressedSize }: Written): readonly Field[] => [
  [2, VERSION],
  [2, 0],
  [2, DEFLATE],
  [2, 0],
  [2, DOS_DATE],
  [4, crc],
  [4, compressedSize],
  [4, size],
  [2, name.length],
  [2, 0],
];

const localHeader = (entry: Written) => record([[4, 0x04034b50], ...facts(entry)], entry.name);

const centralRecord = (entry: Written) =>
  record(
    [
      [4, 0x02014b50],
      [2, VERSION],
      ...facts(entry),
      [2, 0],
      [2, 0],
      [2, 0],
      [4, 0],
      [4, entry.offset],
    ],
    entry.name,
  );

const endRecord = (count: number, length: number, offset: number) =>
  record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, length],
    [4, offset],
    [2, 0],
  ]);
