import { FileError } from "../plan";

/** MS-CFB 2.2: sizes and places of the header. */
const HEADER_BYTES = 512;
const DIFAT_SLOTS = 109;
const ENTRY_BYTES = 128;
const END_OF_CHAIN = 0xfffffffa;
const STREAM = 2;
const ROOT = 5;

interface StreamEntry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly size: number;
}

/** The streams of a compound (OLE) file. */
export interface CompoundStorage {
  /** Names of all streams, those of inner storages too. */
  readonly names: readonly string[];
  /** The content of the first stream of this name, or null. @throws FileError E_XLSX_INVALID */
  stream(name: string): Uint8Array | null;
}

/**
 * Reads the tables of a compound file. Chains are followed over at most as many sectors as the file has, so that one that
 * bites its tail is an error. MS-CFB 2.3–2.6.
 *
 * @throws FileError E_XLSX_INVALID when a chain leads out of the file or does not end
 */
export function openCompound(bytes: Uint8Array): CompoundStorage {
  const file = new CompoundReader(bytes);
  const entries = file.entries();
  const root = entries.find(({ type }) => type === ROOT);
  const streams = entries.filter(({ type }) => type === STREAM);
  let miniStream: Uint8Array | null = null;
  return {
    names: streams.map(({ name }) => name),
    stream(name) {
      const entry = streams.find((one) => one.name === name);
      if (!entry) return null;
      if (entry.size >= file.miniLimit) return file.chain(entry.start).subarray(0, entry.size);
      miniStream ??= root ? file.chain(root.start) : new Uint8Array(0);
      return file.miniChain(miniStream, entry);
    },
  };
}

class CompoundReader {
  readonly miniLimit: number;
  readonly #bytes: Uint8Array;
  readonly #header: DataView;
  readonly #sectorBytes: number;
  readonly #miniSectorBytes: number;
  readonly #nextSector: Uint32Array;
  #nextMini: Uint32Array | null = null;

  constructor(bytes: Uint8Array) {
    if (bytes.length < HEADER_BYTES) throw damaged("header");
    this.#bytes = bytes;
    this.#header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES);
    this.#sectorBytes = this.#header.getUint16(30, true) === 12 ? 4096 : 512;
    this.#miniSectorBytes = 64;
    this.miniLimit = 4096;
    this.#nextSector = this.#allocationTable();
  }

  entries(): readonly StreamEntry[] {
    const directory = this.chain(this.#header.getUint32(48, true));
    const entries: StreamEntry[] = [];
    const decoder = new TextDecoder("utf-16le");
    for (let at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
      const view = new DataView(directory.buffer, directory.byteOffset + at, ENTRY_BYTES);
      const nameBytes = Math.min(64, Math.max(2, view.getUint16(64, true))) - 2;
      entries.push({
        name: decoder.decode(directory.subarray(at, at + nameBytes)),
        type: view.getUint8(66),
        start: view.getUint32(116, true),
        size: view.getUint32(120, true),
      });
    }
    return entries;
  }

  /** All sectors of a chain, joined. */
  chain(start: number): Uint8Array {
    const sectors = follow(start, this.#nextSector);
    const joined = new Uint8Array(sectors.length * this.#sectorBytes);
    sectors.forEach((sector, i) => {
      joined.set(this.#sector(sector), i * this.#sectorBytes);
    });
    return joined;
  }

  miniChain(stream: Uint8Array, { start, size }: StreamEntry): Uint8Array {
    this.#nextMini ??= words(this.chain(this.#header.getUint32(60, true)));
    const width = this.#miniSectorBytes;
    const sectors = size === 0 ? [] : follow(start, this.#nextMini);
    const joined = new Uint8Array(sectors.length * width);
    sectors.forEach((sector, i) => {
      joined.set(stream.subarray(sector * width, (sector + 1) * width), i * width);
    });
    return joined.subarray(0, size);
  }

  /** The last sector of a file may be cut. */
  #sector(index: number): Uint8Array {
    const start = (index + 1) * this.#sectorBytes;
    if (start >= this.#bytes.length) throw damaged("sector");
    return this.#bytes.subarray(start, start + this.#sectorBytes);
  }

  /** The next sector of each sector: 109 parts are named in the header, more in sectors that follow one another. */
  #allocationTable(): Uint32Array {
    const view = this.#header;
    const parts: number[] = [];
    for (let i = 0; i < DIFAT_SLOTS; i++) parts.push(view.getUint32(76 + 4 * i, true));
    const slots = this.#sectorBytes / 4 - 1;
    const most = Math.ceil(this.#bytes.length / this.#sectorBytes);
    let more = view.getUint32(68, true);
    for (let count = 0; more < END_OF_CHAIN; count++) {
      if (count > most) throw damaged("allocation table");
      const table = words(this.#sector(more));
      parts.push(...table.subarray(0, slots));
      const next = table[slots];
      if (next === undefined) throw damaged("allocation table");
      more = next;
    }
    const used = parts.filter((part) => part < END_OF_CHAIN);
    const joined = new Uint8Array(used.length * this.#sectorBytes);
    used.forEach((part, i) => {
      joined.set(this.#sector(part), i * this.#sectorBytes);
    });
    return words(joined);
  }
}

function follow(start: number, next: Uint32Array): readonly number[] {
  const sectors: number[] = [];
  for (let sector = start; sector < END_OF_CHAIN;) {
    const following = next[sector];
    if (following === undefined || sectors.length > next.length) throw damaged("chain");
    sectors.push(sector);
    sector = following;
  }
  return sectors;
}

function words(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length >>> 2 }, (_, i) => view.getUint32(4 * i, true));
}

function damaged(detail: string): FileError {
  return new FileError("E_XLSX_INVALID", { detail: `compound file: ${detail}` });
}
