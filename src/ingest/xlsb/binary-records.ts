import { FileError } from "../plan";
import { MAX_CELL_LENGTH, MAX_TOKEN_BYTES } from "../xlsx/limits";
import { wellFormed } from "../xls/cell-codes";

/** Numbers of the records that are read. MS-XLSB 2.3.1. */
export const RECORD = {
  row: 0,
  blank: 1,
  rk: 2,
  error: 3,
  bool: 4,
  real: 5,
  text: 6,
  sharedText: 7,
  formulaText: 8,
  formulaNumber: 9,
  formulaBool: 10,
  formulaError: 11,
  shortBlank: 12,
  shortRk: 13,
  shortError: 14,
  shortBool: 15,
  shortReal: 16,
  shortText: 17,
  shortSharedText: 18,
  sharedItem: 19,
  format: 44,
  cellFormat: 47,
  richText: 62,
  sheet: 129,
  sheetData: 145,
  sheetDataEnd: 146,
  workbookProperties: 153,
  bundledSheet: 156,
  cellFormats: 617,
  cellFormatsEnd: 618,
} as const;

/** In the place of a length: there is no text at all. */
const NO_TEXT = 0xffffffff;
const UTF16 = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Records of a part that comes in pieces. After `next` the fields of the record are read in their order. MS-XLSB 2.1.4. */
export class BinaryRecords {
  #bytes = new Uint8Array(0);
  #view = new DataView(this.#bytes.buffer);
  /** Where the next record begins. */
  #next = 0;
  #at = 0;
  #end = 0;
  /** Number of the record that `next` has found. */
  type = -1;

  /** Takes in the next bytes of the part. */
  push(bytes: Uint8Array): void {
    const rest = this.#bytes.subarray(this.#next);
    const joined = new Uint8Array(rest.length + bytes.length);
    joined.set(rest);
    joined.set(bytes, rest.length);
    this.#bytes = joined;
    this.#view = new DataView(joined.buffer);
    this.#next = 0;
  }

  /** Goes to the next record; false when its bytes are not all there. @throws FileError E_LIMIT */
  next(): boolean {
    this.#at = this.#next;
    this.#end = this.#bytes.length;
    const type = this.#varying(2);
    if (type === null) return false;
    const size = this.#varying(4);
    if (size === null) return false;
    if (size > MAX_TOKEN_BYTES) throw new FileError("E_LIMIT", { detail: "record" });
    if (this.#at + size > this.#bytes.length) return false;
    this.type = type;
    this.#end = this.#at + size;
    this.#next = this.#end;
    return true;
  }

  /** The part has ended. @throws FileError E_XLSX_INVALID within a record */
  finish(): void {
    if (this.#next < this.#bytes.length) throw damaged("record");
  }

  u8(): number {
    return this.#view.getUint8(this.#field(1));
  }

  u16(): number {
    return this.#view.getUint16(this.#field(2), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#field(4), true);
  }

  f64(): number {
    return this.#view.getFloat64(this.#field(8), true);
  }

  /** A text behind its length; null where the file says that there is none. MS-XLSB 2.5.166 (XLNullableWideString). */
  text(): string | null {
    const length = this.u32();
    if (length === NO_TEXT) return null;
    if (length > MAX_CELL_LENGTH) throw new FileError("E_FIELD_TOO_LONG");
    const start = this.#field(length * 2);
    return wellFormed(UTF16.decode(this.#bytes.subarray(start, start + length * 2)));
  }

  /** A text that may carry formats and readings, which are left out. MS-XLSB 2.5.121 (RichStr). */
  richText(): string {
    this.u8();
    return this.text() ?? "";
  }

  /** Where a field begins that has so many bytes; the next one is behind it. */
  #field(length: number): number {
    const start = this.#at;
    if (start + length > this.#end) throw damaged("field");
    this.#at = start + length;
    return start;
  }

  /** A number of seven bits a byte, lowest first; null where the bytes end before it. */
  #varying(mostBytes: number): number | null {
    let value = 0;
    for (let i = 0; i < mostBytes; i++) {
      if (this.#at >= this.#bytes.length) return null;
      const byte = this.#bytes[this.#at++]!;
      value |= (byte & 0x7f) << (7 * i);
      if (byte < 0x80) break;
    }
    return value;
  }
}

export function damaged(detail: string): FileError {
  return new FileError("E_XLSX_INVALID", { detail: `xlsb: ${detail}` });
}
