import { byteWindow, type ByteWindow } from "../../kernel/table/byte-index";
import { MAX_COLUMNS, MAX_FIELD_LENGTH } from "../limits";
import { ByteCell, type CellEncoding } from "./byte-cell";

const PLAIN = 0;
const DELIMITER = 1;
const LINE_FEED = 2;
const CARRIAGE_RETURN = 3;
const QUOTE = 4;
/** NUL is shown as another character: only the reader of text does that. */
const NUL = 5;

const LF_BYTE = 10;
const CR_BYTE = 13;
const SPACE_BYTE = 32;
const QUOTE_BYTE = 34;

/** Answers that are no position: the bytes end too early to say; not to be cut by these rules. */
const UNFINISHED = -1;
const ODD = -2;

/** Takes a record; its cells are moved to the next record as soon as this returns. */
export type TakeRecord = (cells: readonly ByteCell[]) => void;

/**
 * Cuts bytes into records where that is plain: delimiters, the three line ends, and quoted fields as RFC 4180 has them
 * (blanks behind the closing quote allowed). `push` answers false as soon as anything else comes (quotes that nobody
 * doubled, NUL, limits): then `recordSplitter` has to read the file from its start. Until then both give the same records.
 *
 * Delimiter, quotes and line ends must be bytes that are no part of another character in the file's encoding.
 * How the bytes are cut into pieces makes no difference.
 */
export class ByteRecords {
  readonly #kinds = new Uint8Array(256);
  readonly #cells: ByteCell[] = [];
  /** The first n cells, for records of n fields. */
  readonly #rows: (readonly ByteCell[])[] = [];
  readonly #take: TakeRecord;
  readonly #encoding: CellEncoding;
  /** Begins with the record that is not finished. */
  #window: ByteWindow = byteWindow(0);
  #length = 0;
  #fields = 0;
  /** Fields of the record with doubled quotes: undone once the record is whole. */
  #doubled: number[] = [];

  constructor(delimiter: string, encoding: CellEncoding, take: TakeRecord) {
    this.#kinds[delimiter.charCodeAt(0)] = DELIMITER;
    this.#kinds[LF_BYTE] = LINE_FEED;
    this.#kinds[CR_BYTE] = CARRIAGE_RETURN;
    this.#kinds[QUOTE_BYTE] = QUOTE;
    this.#kinds[0] = NUL;
    this.#encoding = encoding;
    this.#take = take;
  }

  /** Cuts the next bytes of the file; an unfinished record waits for the next call. */
  push(bytes: Uint8Array): boolean {
    this.#append(bytes);
    return this.#cut(false);
  }

  /** Ends the last record. */
  finish(): boolean {
    return this.#cut(true);
  }

  #append(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#window.bytes.length) {
      const larger = byteWindow(needed + (needed >>> 2));
      larger.bytes.set(this.#window.bytes.subarray(0, this.#length));
      this.#window = larger;
      for (const cell of this.#cells) cell.window = larger;
    }
    this.#window.bytes.set(bytes, this.#length);
    this.#length = needed;
  }

  #cut(isLast: boolean): boolean {
    let start = 0;
    while (start < this.#length) {
      const end = this.#record(start, isLast);
      if (end === UNFINISHED) break;
      // a record within the limit of a field has no field beyond it
      if (end === ODD || end - start > MAX_FIELD_LENGTH) return false;
      if (this.#doubled.length > 0) this.#undouble();
      this.#take(this.#row(this.#fields));
      start = end;
    }
    this.#window.bytes.copyWithin(0, start, this.#length);
    this.#length -= start;
    return isLast ? this.#length === 0 : this.#length <= MAX_FIELD_LENGTH;
  }

  /** Moves the cells to the fields of the record at `start`. Answers where the next record begins, UNFINISHED or ODD. */
  #record(start: number, isLast: boolean): number {
    const bytes = this.#window.bytes;
    const kinds = this.#kinds;
    const length = this.#length;
    let from = start;
    this.#fields = 0;
    if (this.#doubled.length > 0) this.#doubled = [];
    for (;;) {
      let at = from;
      while (at < length && kinds[bytes[at]!] === PLAIN) at++;
      if (at < length && kinds[bytes[at]!]! >= QUOTE) {
        at = this.#fieldWithQuote(from, at, isLast);
        if (at < 0) return at;
      } else this.#field(from, at);
      if (this.#fields > MAX_COLUMNS) return ODD;
      if (at === length) return isLast ? length : UNFINISHED;
      const kind = kinds[bytes[at]!];
      if (kind === DELIMITER) {
        from = at + 1;
        continue;
      }
      if (kind === LINE_FEED) return at + 1;
      if (at + 1 < length) return bytes[at + 1] === LF_BYTE ? at + 2 : at + 1;
      return isLast ? length : UNFINISHED;
    }
  }

  #field(start: number, end: number): void {
    const known = this.#cells[this.#fields++];
    const cell = known === undefined ? this.#addCell() : known;
    cell.start = start;
    cell.end = end;
  }

  #addCell(): ByteCell {
    const cell = new ByteCell(this.#window, this.#encoding);
    this.#cells.push(cell);
    return cell;
  }

  #row(fields: number): readonly ByteCell[] {
    const known = this.#rows[fields];
    if (known !== undefined) return known;
    const made = this.#cells.slice(0, fields);
    this.#rows[fields] = made;
    return made;
  }

  /** A field from `from` on whose first quote or NUL is at `at`. Answers where it ends, UNFINISHED or ODD. */
  #fieldWithQuote(from: number, at: number, isLast: boolean): number {
    const bytes = this.#window.bytes;
    const kinds = this.#kinds;
    if (kinds[bytes[at]!] === NUL) return ODD;
    if (at === from) return this.#quoted(from, isLast);
    // behind blanks alone a quote may open a field; behind anything else it is text
    let blank = from;
    while (bytes[blank] === SPACE_BYTE) blank++;
    if (blank === at) return ODD;
    let end = at + 1;
    while (end < this.#length) {
      const kind = kinds[bytes[end]!];
      if (kind === NUL) return ODD;
      if (kind !== PLAIN && kind !== QUOTE) break;
      end++;
    }
    this.#field(from, end);
    return end;
  }

  #quoted(open: number, isLast: boolean): number {
    const bytes = this.#window.bytes;
    const length = this.#length;
    let close = open + 1;
    let hasDoubled = false;
    for (;;) {
      while (close < length && bytes[close] !== QUOTE_BYTE) {
        if (bytes[close++] === 0) return ODD;
      }
      if (close === length) return isLast ? ODD : UNFINISHED;
      if (close + 1 === length || bytes[close + 1] !== QUOTE_BYTE) break;
      hasDoubled = true;
      close += 2;
    }
    let end = close + 1;
    while (end < length && bytes[end] === SPACE_BYTE) end++;
    if (end === length && !isLast) return UNFINISHED;
    if (end < length && !this.#endsField(bytes[end]!)) return ODD;
    if (hasDoubled) this.#doubled.push(this.#fields);
    this.#field(open + 1, close);
    return end;
  }

  #endsField(byte: number): boolean {
    const kind = this.#kinds[byte]!;
    return kind !== PLAIN && kind < QUOTE;
  }

  #undouble(): void {
    const bytes = this.#window.bytes;
    for (const field of this.#doubled) {
      const cell = this.#cells[field]!;
      let to = cell.start;
      for (let at = cell.start; at < cell.end; at++) {
        if (bytes[at] === QUOTE_BYTE) at++;
        bytes[to++] = bytes[at]!;
      }
      cell.end = to;
    }
  }
}
