import type { StoredColumn } from "../../domain/generation";
import { dictionaryColumn } from "../../kernel/table/builder";
import type { Column } from "../../kernel/table/column";
import { sheetRowOf, type RowRuns } from "./row-runs";

/**
 * Gives every row of a sheet of customers a number of its own, `<name> #<row of the sheet>`: for files that say much of each
 * customer but not who it is. The same file gives the same numbers again.
 */
export function addRowNames(
  columns: Map<string, Column>,
  meta: Pick<StoredColumn, "id" | "fieldKind" | "label">[],
  {
    name,
    rows,
    rowCount,
  }: { readonly name: string; readonly rows: RowRuns; readonly rowCount: number },
): void {
  const texts = Array.from({ length: rowCount }, (_, row) => `${name} #${sheetRowOf(rows, row)}`);
  columns.set("customerId", dictionaryColumn(Uint32Array.from(texts.keys()), texts));
  meta.unshift({ id: "customerId", fieldKind: "text", label: "#" });
}
