/** A column of a list that is saved as a table of typed cells. */
export interface ListColumn<Line> {
  readonly header: string;
  /** How its cells are shown by spreadsheets; a day is its number. */
  readonly kind: "text" | "day" | "count" | "number" | "money";
  /** @param rank  1 = the first of the list; null is an empty cell */
  readonly cell: (line: Line, rank: number) => string | number | null;
}

/** A whole list in its order, as a view would have it saved. */
export interface ListFile<Line> {
  /** Of the sheet, and with the day of the data of the file. */
  readonly name: string;
  readonly columns: readonly ListColumn<Line>[];
}

/**
 * Saves the list of which a view shows the top; what it was saved from, and the file itself, are the page's business.
 *
 * @param told  is called with the part that is done, 0..1
 */
export type SaveList = <Line>(file: ListFile<Line>, told: (done: number) => void) => Promise<void>;
