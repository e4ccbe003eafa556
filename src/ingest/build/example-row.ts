import { isAttribute } from "../../domain/field";
import { exampleRows, type ExampleCell } from "../../domain/template";
import { fieldSpec } from "../../domain/vocabulary";
import { parseIsoDay } from "../../kernel/base/calendar";
import { ByteCell } from "../parse/byte-cell";
import type { Cell, Row } from "../parse/row-source";
import type { ColumnPlan, SheetPlan } from "../plan";
import { minuteOfCell } from "../validate/moment";
import { dayOfCell, isBlankCell, numberOfCell, rawText } from "../validate/cell";

interface Expected {
  readonly index: number;
  readonly fits: (cell: Cell | undefined) => boolean;
}

interface Example {
  readonly mark: { readonly index: number; readonly text: string; readonly firstByte: number };
  readonly cells: readonly Expected[];
}

/** Whether a row is the example row of the table's template as it was shipped. */
export type ExampleTest = (row: Row) => boolean;

/**
 * The test for the example row that a template comes with, which people forget to delete.
 *
 * A row is one when a cell bears the mark of an example and every other cell of a field is that of the example or blank; a
 * row that somebody has written into is data.
 *
 * @returns null when the sheet has no column that is marked. O(1) for nearly every row: one cell, mostly one byte of it
 */
export function exampleTest(plan: SheetPlan): ExampleTest | null {
  const examples = exampleRows(plan.entity).flatMap((example) => exampleOf(plan, example));
  if (examples.length === 0) return null;
  return (row) => {
    for (const { mark, cells } of examples) {
      if (mayBe(row[mark.index], mark.firstByte) && rawText(row[mark.index]).trim() === mark.text) {
        return cells.every(({ index, fits }) => isBlankCell(row[index]) || fits(row[index]));
      }
    }
    return false;
  };
}

/** In UTF-8 the first byte says already that it is another text; other encodings are asked for their text. */
function mayBe(cell: Cell | undefined, firstByte: number): boolean {
  if (!(cell instanceof ByteCell)) return typeof cell === "string";
  if (!cell.encoding.isUtf8) return cell.end > cell.start;
  return cell.window.bytes[cell.start] === firstByte;
}

function exampleOf(plan: SheetPlan, example: ReadonlyMap<string, ExampleCell>): readonly Example[] {
  const cells: Expected[] = [];
  const marks: Example["mark"][] = [];
  for (const column of plan.columns) {
    const { index, target } = column;
    const cell = target === null || isAttribute(target) ? undefined : example.get(target);
    if (cell === undefined) continue;
    if (cell.isMarked) {
      const [firstByte = 0] = new TextEncoder().encode(cell.text);
      marks.push({ index, text: cell.text, firstByte });
    }
    cells.push({ index, fits: fitting(plan, column, cell.text) });
  }
  return marks.map((mark) => ({ mark, cells }));
}

/** Spreadsheet programs write days and numbers in their own way: these are compared by what they say. */
function fitting(plan: SheetPlan, column: ColumnPlan, text: string): Expected["fits"] {
  const kind = column.target === null ? undefined : fieldSpec(plan.entity, column.target)?.kind;
  const isText = (cell: Cell | undefined): boolean => rawText(cell).trim() === text;
  const day = kind === "date" ? parseIsoDay(text) : null;
  if (day !== null) return (cell) => dayOfCell(cell, column.dateOrder) === day;
  if (kind === "moment") {
    const minute = minuteOfCell(text, "ymd");
    return (cell) => isText(cell) || minuteOfCell(cell, column.dateOrder) === minute;
  }
  if (kind === "money" || kind === "number" || kind === "ratio") {
    const value = numberOfCell(text, ".");
    return (cell) => isText(cell) || numberOfCell(cell, column.decimalMark) === value;
  }
  return isText;
}
