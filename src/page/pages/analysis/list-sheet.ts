import type { SheetCell } from "../../../export/sheet";
import type { ListFile } from "../../ui/list-file";

/** Lines that are asked for at once: few enough that the page stays free while they are put into words. */
export const LINES_A_PART = 200;

/** A part of a list from a place on, and how long the whole is. */
export type AskPart<Line> = (
  offset: number,
) => Promise<{ readonly total: number; readonly lines: readonly Line[] }>;

/**
 * A whole list as a workbook, part by part.
 *
 * @param told  is called with the part that is done, 0..1
 * @throws Error where the list changes its length on the way: it was made of other data
 */
export async function listWorkbook<Line>(
  { name, columns }: ListFile<Line>,
  ask: AskPart<Line>,
  told: (done: number) => void,
): Promise<Blob> {
  // Few readers ever save a list: the writer comes when it is wanted.
  const { xlsxBlob } = await import("../../../export/xlsx");
  return xlsxBlob({ name, columns, rows: [] }, parts(columns, ask, told));
}

async function* parts<Line>(
  columns: ListFile<Line>["columns"],
  ask: AskPart<Line>,
  told: (done: number) => void,
): AsyncGenerator<readonly (readonly SheetCell[])[], void, void> {
  let [written, total] = [0, 1];
  while (written < total) {
    const part = await ask(written);
    if ((written > 0 && part.total !== total) || part.lines.length === 0) {
      throw new Error(`a list of ${total} lines ended or changed after ${written}`);
    }
    total = part.total;
    const first = written + 1;
    written += part.lines.length;
    told(written / total);
    yield part.lines.map((line, i) => columns.map(({ cell }) => cell(line, first + i)));
  }
}
