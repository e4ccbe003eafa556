import type { StoredColumn } from "../../domain/generation";
import { floatColumn } from "../../kernel/table/builder";
import { columnOf, requiredColumn, type Column, type Table } from "../../kernel/table/column";
import { lineKindColumn } from "./line-kinds";

/** Adds what follows from the other columns of order lines: the line kind, and the profit when the cost is known. */
export function deriveOrderColumns(
  columns: Map<string, Column>,
  meta: StoredColumn[],
  rowCount: number,
): void {
  const table: Table = { rowCount, columns };
  const amounts = requiredColumn(table, "amount", "float64").values;
  const lineKind = lineKindColumn({
    rowCount,
    amounts,
    quantity: orNull(columnOf(table, "quantity", "float64")),
    unitPrice: orNull(columnOf(table, "unitPrice", "float64")),
    orderId: orNull(columnOf(table, "orderId", "dictionary")),
    status: orNull(columnOf(table, "status", "dictionary")),
  });
  columns.set("lineKind", lineKind);
  meta.unshift({ id: "lineKind", fieldKind: "category", label: "lineKind" });
  const cost = columnOf(table, "cost", "float64");
  if (cost === undefined || columns.has("profit")) return;
  const profits = new Float64Array(rowCount);
  // a missing cost is NaN and makes the profit missing
  for (let row = 0; row < rowCount; row++) profits[row] = amounts[row]! - cost.values[row]!;
  columns.set("profit", floatColumn(profits));
  meta.push({ id: "profit", fieldKind: "money", label: "profit" });
}

function orNull<T>(value: T | undefined): T | null {
  return value === undefined ? null : value;
}
