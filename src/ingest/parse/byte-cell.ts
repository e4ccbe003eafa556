import type { ByteWindow } from "../../kernel/table/byte-index";

/** How the bytes of a file's cells become text. */
export interface CellEncoding {
  readonly isUtf8: boolean;
  /** The text of whole characters. @throws FileError E_ENCODING */
  readonly decode: (bytes: Uint8Array) => string;
}

/**
 * A cell of a text file as its bytes: most cells are read or recognised without ever becoming a string.
 *
 * The reader moves the same object from row to row, so nobody may keep one. What the cell says is asked through
 * `validate/cell`, which answers as for the decoded text.
 */
export class ByteCell {
  /** Holds `start` to `end`. */
  window: ByteWindow;
  start = 0;
  end = 0;
  readonly encoding: CellEncoding;

  constructor(window: ByteWindow, encoding: CellEncoding) {
    this.window = window;
    this.encoding = encoding;
  }

  /** @throws FileError E_ENCODING */
  text(): string {
    return this.start === this.end
      ? ""
      : this.encoding.decode(this.window.bytes.subarray(this.start, this.end));
  }
}
