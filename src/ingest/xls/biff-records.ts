import { FileError } from "../plan";

/** Numbers of the records that are read. MS-XLS 2.3. */
export const BIFF = {
  formula: 0x0006,
  eof: 0x000a,
  dateMode: 0x0022,
  filePass: 0x002f,
  continued: 0x003c,
  codePage: 0x0042,
  boundSheet: 0x0085,
  mulRk: 0x00bd,
  rString: 0x00d6,
  xf: 0x00e0,
  sst: 0x00fc,
  labelSst: 0x00fd,
  number: 0x0203,
  label: 0x0204,
  boolErr: 0x0205,
  string: 0x0207,
  rk: 0x027e,
  format: 0x041e,
  bof: 0x0809,
} as const;

/** One record with the records that continue it. */
export interface BiffRecord {
  readonly type: number;
  readonly segments: readonly Uint8Array[];
}

/** The records of a stream from an offset on. @throws FileError E_XLSX_INVALID when one is cut */
export function* biffRecords(stream: Uint8Array, start: number): Generator<BiffRecord, void> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.length);
  let at = start;
  const segment = (): Uint8Array => {
    const length = view.getUint16(at + 2, true);
    if (at + 4 + length > stream.length) throw damaged("record");
    const bytes = stream.subarray(at + 4, at + 4 + length);
    at += 4 + length;
    return bytes;
  };
  while (at + 4 <= stream.length) {
    const type = view.getUint16(at, true);
    const segments = [segment()];
    while (at + 4 <= stream.length && view.getUint16(at, true) === BIFF.continued) {
      segments.push(segment());
    }
    yield { type, segments };
  }
}

/** Reads the fields of a record over the edges of its segments. */
export class BiffReader {
  readonly #segments: readonly Uint8Array[];
  #index = 0;
  #bytes: Uint8Array;
  #at = 0;

  constructor({ segments }: BiffRecord) {
    this.#segments = segments;
    this.#bytes = segments[0] ?? new Uint8Array(0);
  }

  /** Whether any byte is left. */
  get hasMore(): boolean {
    return this.#at < this.#bytes.length || this.#index + 1 < this.#segments.length;
  }

  u8(): number {
    while (this.#at >= this.#bytes.length) this.#nextSegment();
    return this.#bytes[this.#at++]!;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return (this.u16() | (this.u16() << 16)) >>> 0;
  }

  f64(): number {
    const bytes = Uint8Array.from({ length: 8 }, () => this.u8());
    return new DataView(bytes.buffer).getFloat64(0, true);
  }

  skip(count: number): void {
    let left = count;
    while (left > 0) {
      if (this.#at >= this.#bytes.length) this.#nextSegment();
      const step = Math.min(left, this.#bytes.length - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** Bytes in a code page, as BIFF 5 and 7 write text. */
  narrowText(length: number, decode: (bytes: Uint8Array) => string): string {
    return decode(Uint8Array.from({ length }, () => this.u8()));
  }

  /** A text of BIFF 8 behind its length: flags, characters, and behind them what is not text. MS-XLS 2.5.293. */
  wideText(length: number): string {
    const flags = this.u8();
    const runs = (flags & 8) === 0 ? 0 : this.u16();
    const extension = (flags & 4) === 0 ? 0 : this.u32();
    const text = this.#characters(length, (flags & 1) === 1);
    this.skip(runs * 4 + extension);
    return text;
  }

  /** Characters that go on in the next segment begin there with a new flag of their width. */
  #characters(length: number, isWideAtFirst: boolean): string {
    let isWide = isWideAtFirst;
    let text = "";
    while (text.length < length) {
      if (this.#at >= this.#bytes.length) {
        this.#nextSegment();
        isWide = (this.u8() & 1) === 1;
      }
      const width = isWide ? 2 : 1;
      const here = Math.min(
        length - text.length,
        Math.floor((this.#bytes.length - this.#at) / width),
      );
      if (here === 0) throw damaged("text");
      const part = this.#bytes.subarray(this.#at, this.#at + here * width);
      text += (isWide ? UTF16 : LATIN1).decode(part);
      this.#at += here * width;
    }
    return text;
  }

  #nextSegment(): void {
    const next = this.#segments[++this.#index];
    if (next === undefined) throw damaged("record");
    this.#bytes = next;
    this.#at = 0;
  }
}

const UTF16 = new TextDecoder("utf-16le", { ignoreBOM: true });
/** "latin1" means windows-1252 to a decoder; compressed characters are the first 256 of Unicode. */
const LATIN1 = {
  decode: (bytes: Uint8Array): string => {
    let text = "";
    for (let at = 0; at < bytes.length; at += 8192) {
      text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    }
    return text;
  },
};

export function damaged(detail: string): FileError {
  return new FileError("E_XLSX_INVALID", { detail: `xls: ${detail}` });
}
