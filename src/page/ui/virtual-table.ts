import type { Snippet } from "svelte";

export interface VirtualColumn<Row> {
  readonly id: string;
  readonly label: string;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  /** What the column means; shown when the pointer rests on its header. */
  readonly hint?: string;
  /** CSS grid track: "minmax(10rem, 2fr)", "7rem". */
  readonly width: string;
  readonly text: (row: Row) => string;
  readonly cell?: Snippet<[Row]>;
  /** On the phone: first line, one of the figures of the second line, or left out. */
  readonly narrow?: "title" | "detail" | "hidden";
}

export interface SortOrder {
  readonly column: string;
  readonly descending: boolean;
}

/** The row at a place, or null while it is not loaded yet. */
export type RowAt<Row> = (index: number) => Row | null;

/** Where a key moves the active row to, or null when the key is not for the table. */
export function steppedRow(
  key: string,
  { active, page, count }: { active: number; page: number; count: number },
): number | null {
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + page,
    PageUp: active - page,
    Home: 0,
    End: count - 1,
  };
  const target = targets[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), count - 1);
}
