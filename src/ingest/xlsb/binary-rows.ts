import type { Cell, RowBatch } from "../parse/row-source";
import { errorOf, numberOfRk } from "../xls/cell-codes";
import type { FormatReading } from "../xlsx/number-format";
import { cellFromSerial } from "../xlsx/number-cell";
import { RowBatches } from "../xlsx/row-batches";
import type { CellContext } from "../xlsx/sheet-rows";
import { damaged, RECORD, type BinaryRecords } from "./binary-records";

const NUMBER: FormatReading = { kind: "number" };
/** The upper byte has flags. */
const STYLE_BITS = 0xffffff;

/** Builds rows from the records of a sheet. */
export class BinaryRows {
  readonly #context: CellContext;
  readonly #batches = new RowBatches();
  #column = -1;
  #format = NUMBER;
  #isInData = false;
  /** The end of the cells has been read; nothing after it matters here. */
  isDone = false;
  isWorksheet = false;

  constructor(context: CellContext) {
    this.#context = context;
  }

  /** Takes the records that are there. */
  take(records: BinaryRecords): void {
    while (!this.isDone && records.next()) this.#record(records);
  }

  /** The batches completed since the last call. */
  drain(bytesRead: number): RowBatch[] {
    return this.#batches.drain(bytesRead, this.isDone);
  }

  #record(records: BinaryRecords): void {
    switch (records.type) {
      case RECORD.sheet:
        this.isWorksheet = true;
        return;
      case RECORD.sheetData:
        this.#isInData = true;
        return;
      case RECORD.sheetDataEnd:
        this.#batches.endRow();
        this.isDone = true;
        return;
    }
    if (!this.#isInData) return;
    if (records.type === RECORD.row) {
      this.#batches.endRow();
      this.#batches.beginRow(records.u32());
      this.#column = -1;
      return;
    }
    const value = this.#cell(records);
    if (value !== null) this.#batches.put(this.#column, value);
  }

  /** Where the cell stands and how its number is to be read; a short record follows the cell before it. MS-XLSB 2.5.9. */
  #place(records: BinaryRecords): void {
    const isShort = records.type >= RECORD.shortBlank && records.type <= RECORD.shortSharedText;
    this.#column = isShort ? this.#column + 1 : records.u32();
    this.#batches.checkColumn(this.#column);
    this.#format = this.#context.formats[records.u32() & STYLE_BITS] ?? NUMBER;
  }

  /** null: no cell, or none with a value. Of a formula the result that was kept. */
  #cell(records: BinaryRecords): Cell {
    const { type } = records;
    if (type > RECORD.shortSharedText && type !== RECORD.richText) return null;
    this.#place(records);
    switch (type) {
      case RECORD.rk:
      case RECORD.shortRk:
        return this.#number(numberOfRk(records.u32()));
      case RECORD.real:
      case RECORD.shortReal:
      case RECORD.formulaNumber:
        return this.#number(records.f64());
      case RECORD.text:
      case RECORD.shortText:
      case RECORD.formulaText:
        return records.text();
      case RECORD.richText:
        return records.richText();
      case RECORD.sharedText:
      case RECORD.shortSharedText: {
        const text = this.#context.strings[records.u32()];
        if (text === undefined) throw damaged("shared string");
        return text;
      }
      case RECORD.bool:
      case RECORD.shortBool:
      case RECORD.formulaBool:
        return records.u8() !== 0;
      case RECORD.error:
      case RECORD.shortError:
      case RECORD.formulaError:
        return errorOf(records.u8());
      default:
        return null;
    }
  }

  #number(value: number): Cell {
    if (!Number.isFinite(value)) return { error: String(value) };
    return cellFromSerial(value, this.#format, this.#context.is1904);
  }
}
