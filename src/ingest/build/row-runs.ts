/**
 * Where the kept rows of a sheet stand in it: runs of rows that follow each other. Run k begins with kept row `kept[k]`
 * (0-based), which is row `sheet[k]` of the sheet (1-based, as a spreadsheet program counts).
 */
export interface RowRuns {
  readonly kept: Uint32Array<ArrayBuffer>;
  readonly sheet: Uint32Array<ArrayBuffer>;
}

/** Takes the rows that are kept, in order; a sheet without gaps is one run. */
export class RowRunsBuilder {
  readonly #kept: number[] = [];
  readonly #sheet: number[] = [];
  #next = 0;

  /** @param keptRow 0-based; @param rowNumber 1-based row of the sheet */
  add(keptRow: number, rowNumber: number): void {
    if (rowNumber !== this.#next) {
      this.#kept.push(keptRow);
      this.#sheet.push(rowNumber);
    }
    this.#next = rowNumber + 1;
  }

  finish(): RowRuns {
    return { kept: Uint32Array.from(this.#kept), sheet: Uint32Array.from(this.#sheet) };
  }
}

/** The row of the sheet (1-based) of a kept row. O(log runs). */
export function sheetRowOf({ kept, sheet }: RowRuns, keptRow: number): number {
  let low = 0;
  let high = kept.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (kept[middle]! <= keptRow) low = middle;
    else high = middle - 1;
  }
  return sheet[low]! + keptRow - kept[low]!;
}
