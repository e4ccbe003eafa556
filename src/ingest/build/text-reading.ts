import type { Cell } from "../parse/row-source";
import type { ColumnPlan } from "../plan";
import { hasLostDigits, isErrorLike, textOfCell } from "../validate/cell";
import { oddity, withoutPointZero } from "../validate/text";
import type { IssueLog } from "./issue-log";

/** What the cells of one text column say, and what is worth telling about them. */
export class TextReading {
  readonly #plan: ColumnPlan;
  readonly #issues: IssueLog;
  #dropped = 0;
  #droppedSample = "";

  constructor(plan: ColumnPlan, issues: IssueLog) {
    this.#plan = plan;
    this.#issues = issues;
  }

  /** Cells that end with ".0" are counted one by one. */
  get countsPointZero(): boolean {
    return this.#plan.dropPointZero === true;
  }

  /** The text of a cell, null when it has none. */
  textOf(cell: Cell | undefined): string | null {
    const text = textOfCell(cell);
    if (text === null || !this.countsPointZero) return text;
    const whole = withoutPointZero(text);
    if (whole !== text && this.#dropped++ === 0) this.#droppedSample = text;
    return whole;
  }

  /** For every cell without a text; answers whether it was counted. */
  noteMissing(cell: Cell | undefined, row: number): boolean {
    if (!isErrorLike(cell)) return false;
    this.#issues.add("cell-error", "missing", { row, column: this.#plan.header, cell });
    return true;
  }

  /** For the first cell of each distinct text. */
  noteText(cell: Cell | undefined, row: number, text: string): void {
    const place = { row, column: this.#plan.header, cell };
    if (hasLostDigits(cell)) this.#issues.add("precision-lost", "note", place);
    const odd = oddity(text);
    if (odd) this.#issues.add(odd, "note", place);
  }

  finish(): void {
    if (this.#dropped === 0) return;
    this.#issues.addCounted("id-point-zero", this.#plan.header, this.#dropped, this.#droppedSample);
  }
}
