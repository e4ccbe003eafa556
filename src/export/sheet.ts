/** What a column holds: texts (numbers of customers among them), days, whole numbers, money or other numbers. */
export type SheetKind = "text" | "day" | "count" | "number" | "money";

export interface SheetColumn {
  readonly header: string;
  readonly kind: SheetKind;
}

/** Of the kind of its column: a day is its number; null is an empty cell. */
export type SheetCell = string | number | null;

export interface Sheet {
  /** of the page in the workbook */
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly SheetCell[]>;
}

export type SheetFormat = "csv" | "xlsx";
