import { ByteIndex, byteWindow, UNSEEN, type ByteWindow } from "./byte-index";
import { dictionaryColumn } from "./builder";
import { MISSING_CODE, type DictionaryColumn } from "./column";

const FIRST_ROWS = 1024;
const FIRST_BYTES = 16_384;
/** Between two texts; no text holds it. */
const SEPARATOR = 0;
/** Bytes decoded at a time, about. */
const DECODE_BYTES = 1024 * 1024;
/** What the index says of cells that stand for no text; no column has so many entries. */
const NO_TEXT = 0x7fffffff;
/** A UTF-16 unit becomes at most so many bytes of UTF-8. */
const BYTES_OF_UNIT = 3;

/** A dictionary column that moves between threads without its strings: the texts in UTF-8, each followed by a zero byte. */
export interface PackedTexts {
  readonly kind: "texts";
  readonly codes: Uint32Array<ArrayBuffer>;
  readonly utf8: Uint8Array<ArrayBuffer>;
}

/**
 * Grows a dictionary column from cells as bytes: a cell that was seen before costs one look-up of its bytes, and the texts
 * are decoded together at the end. Codes are given in order of first appearance, as `DictionaryBuilder` does.
 *
 * Texts must not hold U+0000.
 */
export class ByteDictionaryBuilder {
  #codes = new Uint32Array(FIRST_ROWS);
  #length = 0;
  /** The texts in UTF-8, each followed by SEPARATOR. */
  #utf8 = new Uint8Array(FIRST_BYTES);
  #utf8Length = 0;
  #entries = 0;
  /** Codes by the UTF-8 of every text of the dictionary. */
  readonly #texts = new ByteIndex();
  /** Codes by cells as they are in the file; in a UTF-8 file one index can do both. */
  readonly #cells: ByteIndex;
  readonly #encoder = new TextEncoder();
  #scratch = byteWindow(256);

  constructor(cellsAreUtf8: boolean) {
    this.#cells = cellsAreUtf8 ? this.#texts : new ByteIndex();
  }

  /** Number of texts so far. */
  get entries(): number {
    return this.#entries;
  }

  /** Pushes the code of a cell that `pushSame`, `pushText` or `remember` has met; false when none has. */
  pushKnown(cell: ByteWindow, start: number, end: number): boolean {
    const code = this.#cells.find(cell, start, end);
    if (code === UNSEEN) return false;
    this.#push(code === NO_TEXT ? MISSING_CODE : code);
    return true;
  }

  /** Pushes, and remembers, a cell that `pushKnown` does not know and whose text is its bytes in UTF-8. */
  pushSame(cell: ByteWindow, start: number, end: number): void {
    if (this.#cells === this.#texts) {
      this.#push(this.#add(cell, start, end));
      return;
    }
    const code = this.#codeOf(cell, start, end);
    this.#push(code);
    this.#cells.add(cell, start, end, code);
  }

  /** Pushes a text that is not the bytes of its cell. */
  pushText(text: string): void {
    const needed = text.length * BYTES_OF_UNIT;
    if (this.#scratch.bytes.length < needed) this.#scratch = byteWindow(needed);
    const { written } = this.#encoder.encodeInto(text, this.#scratch.bytes);
    this.#push(this.#codeOf(this.#scratch, 0, written));
  }

  pushMissing(): void {
    this.#push(MISSING_CODE);
  }

  /** From now on `pushKnown` gives cells of these bytes what was pushed last. */
  remember(cell: ByteWindow, start: number, end: number): void {
    if (this.#cells.find(cell, start, end) !== UNSEEN) return;
    const last = this.#codes[this.#length - 1]!;
    this.#cells.add(cell, start, end, last === MISSING_CODE ? NO_TEXT : last);
  }

  finish(): PackedTexts {
    return {
      kind: "texts",
      codes: this.#codes.slice(0, this.#length),
      utf8: this.#utf8.slice(0, this.#utf8Length),
    };
  }

  /** The code of a text, a new one when it was not seen. */
  #codeOf(utf8: ByteWindow, start: number, end: number): number {
    const known = this.#texts.find(utf8, start, end);
    return known === UNSEEN ? this.#add(utf8, start, end) : known;
  }

  #add(utf8: ByteWindow, start: number, end: number): number {
    const code = this.#entries++;
    this.#texts.add(utf8, start, end, code);
    const needed = this.#utf8Length + end - start + 1;
    if (needed > this.#utf8.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(this.#utf8.subarray(0, this.#utf8Length));
      this.#utf8 = larger;
    }
    const into = this.#utf8;
    let to = this.#utf8Length;
    for (let at = start; at < end; at++) into[to++] = utf8.bytes[at]!;
    this.#utf8Length = needed;
    return code;
  }

  #push(code: number): void {
    if (this.#length === this.#codes.length) {
      const larger = new Uint32Array(this.#length * 2);
      larger.set(this.#codes);
      this.#codes = larger;
    }
    this.#codes[this.#length++] = code;
  }
}

/**
 * The column of its packed form.
 *
 * @param decode makes a string of UTF-8 and throws when it is none
 */
export function unpackTexts(
  { codes, utf8 }: PackedTexts,
  decode: (utf8: Uint8Array) => string,
): DictionaryColumn {
  const texts: string[] = [];
  for (let start = 0; start < utf8.length;) {
    const end = utf8.indexOf(SEPARATOR, Math.min(start + DECODE_BYTES, utf8.length - 1));
    for (const text of decode(utf8.subarray(start, end)).split("\0")) texts.push(text);
    start = end + 1;
  }
  return dictionaryColumn(codes, texts);
}
