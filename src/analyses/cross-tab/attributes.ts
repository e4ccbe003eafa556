import type { StoredColumn } from "../../domain/generation";
import spec from "./spec";

/** Columns of the customer table that are no attribute of a customer. */
const NO_ATTRIBUTE: ReadonlySet<string> = new Set([
  "key",
  "provenance",
  "customerId",
  "customerName",
]);

/** The stored columns that customers can be grouped by, in the order of the file. */
export function attributesOf(columns: readonly StoredColumn[]): readonly StoredColumn[] {
  const { accepts } = spec.params.rows;
  return columns.filter(
    ({ id, fieldKind }) => !NO_ATTRIBUTE.has(id) && accepts.includes(fieldKind),
  );
}
