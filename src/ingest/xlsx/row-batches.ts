import { FileError } from "../plan";
import type { Cell, RowBatch } from "../parse/row-source";
import { MAX_FILLED_CELLS, MAX_SHEET_COLUMNS, MAX_SHEET_ROWS } from "./limits";

const BATCH_ROWS = 1024;
const BATCH_CELLS = 65_536;

/**
 * Gathers the cells of a sheet into rows and batches. A row ends at its last value; a gap of rows begins a new batch. Rows come
 * in ascending order, as the formats demand, the cells of a row in any order.
 */
export class RowBatches {
  #batches: RowBatch[] = [];
  #rows: Cell[][] = [];
  #firstRow = 0;
  #batchCells = 0;
  #filledCells = 0;
  #row: Cell[] = [];
  #rowNumber = -1;

  /** 0-based sheet row of the row that is being read, or of the last one; -1 before the first. */
  get rowNumber(): number {
    return this.#rowNumber;
  }

  /** @throws FileError E_LIMIT, E_XLSX_INVALID when rows are out of order */
  beginRow(row: number): void {
    if (row < 0 || row >= MAX_SHEET_ROWS) throw new FileError("E_LIMIT", { detail: "row number" });
    if (row <= this.#rowNumber) {
      throw new FileError("E_XLSX_INVALID", { row: row + 1, detail: "rows out of order" });
    }
    this.#rowNumber = row;
    this.#row = [];
  }

  /** @throws FileError E_LIMIT for a column that no sheet has */
  checkColumn(column: number): void {
    if (column < 0 || column >= MAX_SHEET_COLUMNS) {
      throw new FileError("E_LIMIT", { row: this.#rowNumber + 1, detail: "column" });
    }
  }

  /** A value at a column that was checked. @throws FileError E_XLSX_INVALID, E_LIMIT */
  put(column: number, value: Cell): void {
    const row = this.#row;
    if (column < row.length) {
      if (row[column] !== null) {
        const detail = "two cells in one place";
        throw new FileError("E_XLSX_INVALID", { row: this.#rowNumber + 1, detail });
      }
      row[column] = value;
      return;
    }
    const gap = column - row.length;
    if (gap > 0) {
      this.#filledCells += gap;
      if (this.#filledCells > MAX_FILLED_CELLS) throw new FileError("E_LIMIT", { detail: "gaps" });
      while (row.length < column) row.push(null);
    }
    row.push(value);
  }

  endRow(): void {
    if (this.#row.length === 0) return;
    const isNext = this.#rows.length > 0 && this.#firstRow + this.#rows.length === this.#rowNumber;
    const isFull = this.#rows.length >= BATCH_ROWS || this.#batchCells >= BATCH_CELLS;
    if (!isNext || isFull) {
      this.#endBatch();
      this.#firstRow = this.#rowNumber;
    }
    this.#rows.push(this.#row);
    this.#batchCells += this.#row.length;
  }

  /** The batches completed since the last call; at the end of the sheet the one that is begun, too. */
  drain(bytesRead: number, isDone: boolean): RowBatch[] {
    if (isDone) this.#endBatch();
    return this.#batches.splice(0).map((batch) => ({ ...batch, bytesRead }));
  }

  #endBatch(): void {
    if (this.#rows.length === 0) return;
    this.#batches.push({ firstRow: this.#firstRow, rows: this.#rows, bytesRead: 0 });
    this.#rows = [];
    this.#batchCells = 0;
  }
}
