import { FileError } from "../plan";
import type { Cell, RowBatch } from "../parse/row-source";
import { columnOfReference, parseIndex, parseNumber } from "./cell-number";
import { MAX_SHEET_ROWS } from "./limits";
import type { FormatReading } from "./number-format";
import { cellFromSerial } from "./number-cell";
import { RowBatches } from "./row-batches";
import { cellFromIsoText, momentFromSerial } from "./serial-date";
import { checkedCellText } from "./shared-strings";
import { xmlName } from "./xml-name";
import { CLOSE, END, NEED_INPUT, OPEN, type XmlScanner } from "./xml-scanner";

/** What the cells of a sheet refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  readonly formats: readonly FormatReading[];
  readonly is1904: boolean;
}

const WORKSHEET = xmlName("worksheet");
const SHEET_DATA = xmlName("sheetData");
const ROW = xmlName("row");
const C = xmlName("c");
const V = xmlName("v");
const F = xmlName("f");
const IS = xmlName("is");
const T = xmlName("t");
const PHONETIC = xmlName("rPh");
const R_ATTRIBUTE = xmlName("r");
const S_ATTRIBUTE = xmlName("s");
const T_ATTRIBUTE = xmlName("t");

const TYPES = {
  n: xmlName("n"),
  s: xmlName("s"),
  b: xmlName("b"),
  e: xmlName("e"),
  d: xmlName("d"),
  str: xmlName("str"),
  inlineStr: xmlName("inlineStr"),
};

const NUMBER: FormatReading = { kind: "number" };
const MAX_ERROR_LENGTH = 120;

/** Where text belongs at the moment. */
const NOWHERE = 0;
const IN_VALUE = 1;
const IN_FORMULA = 2;
const IN_INLINE = 3;

/**
 * Builds rows from the tokens of a sheet part.
 *
 * Rows and cells without a reference follow the one before. Empty cells, rows without values, the claimed dimension and
 * merged ranges take no room.
 */
export class SheetRows {
  readonly #context: CellContext;
  readonly #batches = new RowBatches();
  #isInData = false;
  /** The end of the cells has been read; nothing after it matters here. */
  isDone = false;
  /** The root element of a worksheet has been seen. */
  isWorksheet = false;

  #column = -1;

  #type = TYPES.n;
  #format: FormatReading = NUMBER;
  #value: Cell = null;
  #hasValue = false;
  #place = NOWHERE;
  #inline = "";
  #isInline = false;
  #phoneticDepth = 0;
  #formula: string | null = null;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** Takes the tokens that the scanner has; true when it needs input, false at the end of the part. */
  take(scanner: XmlScanner): boolean {
    for (;;) {
      const token = scanner.next();
      if (token === NEED_INPUT) return true;
      if (token === END) return false;
      if (token === OPEN) this.#open(scanner);
      else if (token === CLOSE) this.#close(scanner.name);
      else if (this.#place !== NOWHERE) this.#text(scanner);
      if (this.isDone) return false;
    }
  }

  /** The batches completed since the last call. */
  drain(bytesRead: number): RowBatch[] {
    return this.#batches.drain(bytesRead, this.isDone);
  }

  #open(scanner: XmlScanner): void {
    switch (scanner.name) {
      case C:
        if (this.#isInData) this.#openCell(scanner);
        break;
      case V:
        this.#place = IN_VALUE;
        break;
      case ROW:
        if (this.#isInData) this.#openRow(scanner);
        break;
      case F:
        this.#place = IN_FORMULA;
        this.#formula = "";
        break;
      case IS:
        this.#isInline = true;
        break;
      case T:
        if (this.#isInline && this.#phoneticDepth === 0) this.#place = IN_INLINE;
        break;
      case PHONETIC:
        this.#phoneticDepth++;
        break;
      case SHEET_DATA:
        this.#isInData = true;
        break;
      case WORKSHEET:
        this.isWorksheet = true;
        break;
    }
  }

  #close(name: number): void {
    switch (name) {
      case V:
      case F:
      case T:
        this.#place = NOWHERE;
        break;
      case C:
        if (this.#isInData) this.#closeCell();
        break;
      case ROW:
        if (this.#isInData) this.#batches.endRow();
        break;
      case IS:
        this.#isInline = false;
        break;
      case PHONETIC:
        this.#phoneticDepth--;
        break;
      case SHEET_DATA:
        this.isDone = true;
        break;
    }
  }

  #openRow(scanner: XmlScanner): void {
    let row = this.#batches.rowNumber + 1;
    if (scanner.attribute(R_ATTRIBUTE)) {
      const reference = parseIndex(scanner.bytes, scanner.start, scanner.end);
      if (reference < 1 || reference > MAX_SHEET_ROWS) {
        throw new FileError("E_LIMIT", { detail: "row number" });
      }
      row = reference - 1;
    }
    this.#batches.beginRow(row);
    this.#column = -1;
  }

  #openCell(scanner: XmlScanner): void {
    const { bytes } = scanner;
    let column = this.#column + 1;
    if (scanner.attribute(R_ATTRIBUTE)) {
      column = columnOfReference(bytes, scanner.start, scanner.end);
    }
    this.#batches.checkColumn(column);
    this.#column = column;
    this.#format = NUMBER;
    if (scanner.attribute(S_ATTRIBUTE)) {
      const format = this.#context.formats[parseIndex(bytes, scanner.start, scanner.end)];
      if (format) this.#format = format;
    }
    this.#type = TYPES.n;
    if (scanner.attribute(T_ATTRIBUTE)) {
      let hash = 0;
      for (let at = scanner.start; at < scanner.end; at++) {
        hash = (Math.imul(hash, 31) + bytes[at]!) | 0;
      }
      this.#type = hash;
    }
    this.#value = null;
    this.#hasValue = false;
    this.#inline = "";
    this.#formula = null;
  }

  #text(scanner: XmlScanner): void {
    if (this.#place === IN_INLINE) {
      this.#inline = this.#inline === "" ? scanner.text() : this.#inline + scanner.text();
    } else if (this.#place === IN_FORMULA) {
      // Only shown when the formula has no result; most have one, and decoding them all would cost.
      if (scanner.end - scanner.start < 4 * MAX_ERROR_LENGTH) this.#formula = scanner.text();
    } else {
      this.#hasValue = true;
      this.#value = this.#cellValue(scanner);
    }
  }

  #cellValue(scanner: XmlScanner): Cell {
    const { bytes, start, end } = scanner;
    switch (this.#type) {
      case TYPES.s: {
        const text = this.#context.strings[parseIndex(bytes, start, end)];
        return text ?? this.#stringOfOddIndex(scanner);
      }
      case TYPES.n:
        return this.#numberCell(scanner);
      case TYPES.str:
      case TYPES.inlineStr:
        return checkedCellText(scanner.text(), this.#batches.rowNumber + 1);
      case TYPES.b: {
        const text = scanner.text().trim();
        return text === "1" || text === "true";
      }
      case TYPES.e:
        return { error: scanner.text().trim().slice(0, MAX_ERROR_LENGTH) };
      case TYPES.d:
        return this.#isoCell(scanner);
      default:
        throw this.#invalid("cell type");
    }
  }

  #stringOfOddIndex(scanner: XmlScanner): string {
    const text = this.#context.strings[Number(scanner.text().trim() || "-1")];
    if (text === undefined) throw this.#invalid("shared string");
    return text;
  }

  #invalid(detail: string): FileError {
    return new FileError("E_XLSX_INVALID", { row: this.#batches.rowNumber + 1, detail });
  }

  #numberCell(scanner: XmlScanner): Cell {
    const value = scanner.isPlain
      ? parseNumber(scanner.bytes, scanner.start, scanner.end)
      : Number(scanner.text().trim() || "NaN");
    if (!Number.isFinite(value)) {
      const raw = scanner.text().trim().slice(0, MAX_ERROR_LENGTH);
      return raw === "" ? null : { error: raw };
    }
    return this.#format.kind === "number"
      ? value
      : cellFromSerial(value, this.#format, this.#context.is1904);
  }

  /** Some writers put serial numbers into cells of type `d`. */
  #isoCell(scanner: XmlScanner): Cell {
    const cell = cellFromIsoText(scanner.text());
    if (typeof cell !== "string") return cell;
    const value = parseNumber(scanner.bytes, scanner.start, scanner.end);
    if (Number.isNaN(value)) return cell;
    return momentFromSerial(value, this.#context.is1904);
  }

  #closeCell(): void {
    let value = this.#value;
    if (!this.#hasValue) {
      if (this.#type === TYPES.inlineStr) {
        value = checkedCellText(this.#inline, this.#batches.rowNumber + 1);
      } else if (this.#formula !== null && this.#type !== TYPES.str) {
        value = { error: `=${this.#formula}`.slice(0, MAX_ERROR_LENGTH) };
      } else if (this.#type === TYPES.str) {
        value = "";
      }
    }
    this.#place = NOWHERE;
    if (value !== null) this.#batches.put(this.#column, value);
  }
}
