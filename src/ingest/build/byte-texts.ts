import {
  ByteDictionaryBuilder,
  unpackTexts,
  type PackedTexts,
} from "../../kernel/table/byte-dictionary";
import type { DictionaryColumn } from "../../kernel/table/column";
import { cellEncoding } from "../decode/decoder";
import type { ByteCell } from "../parse/byte-cell";
import { isPlainText } from "../validate/byte-values";
import type { TextReading } from "./text-reading";

/** The column of cells that come as bytes: only cells that are new, and not plain, are read as text. */
export class ByteTexts {
  readonly #builder: ByteDictionaryBuilder;
  readonly #reading: TextReading;

  constructor(first: ByteCell, reading: TextReading) {
    this.#builder = new ByteDictionaryBuilder(first.encoding.isUtf8);
    this.#reading = reading;
  }

  /** @throws FileError E_ENCODING */
  take(cell: ByteCell, row: number): void {
    const builder = this.#builder;
    const { window, start, end } = cell;
    if (builder.pushKnown(window, start, end)) return;
    const countsPointZero = this.#reading.countsPointZero;
    if (isPlainText(cell) && !(countsPointZero && endsWithPointZero(cell))) {
      builder.pushSame(window, start, end);
      return;
    }
    this.#takeText(cell, row);
  }

  /** For a row that is too short to have this cell. */
  takeMissing(): void {
    this.#builder.pushMissing();
  }

  finish(): PackedTexts {
    return this.#builder.finish();
  }

  #takeText(cell: ByteCell, row: number): void {
    const { window, start, end } = cell;
    const builder = this.#builder;
    const text = this.#reading.textOf(cell);
    if (text === null) {
      builder.pushMissing();
      if (this.#reading.noteMissing(cell, row)) return;
    } else {
      const before = builder.entries;
      builder.pushText(text);
      if (builder.entries !== before) this.#reading.noteText(cell, row, text);
      // each of them counts
      if (this.#reading.countsPointZero && endsWithPointZero(cell)) return;
    }
    builder.remember(window, start, end);
  }
}

/** @throws FileError E_ENCODING when the texts are no UTF-8 */
export function columnOfTexts(packed: PackedTexts): DictionaryColumn {
  return unpackTexts(packed, cellEncoding("utf-8").decode);
}

function endsWithPointZero({ window, end, start }: ByteCell): boolean {
  return end - start > 1 && window.bytes[end - 1] === 48 && window.bytes[end - 2] === 46;
}
