import type { StoredColumn } from "../../domain/generation";
import spec from "./spec";

/** Columns that name one row or one customer, or that only ingest reads. */
const NO_GROUPS: ReadonlySet<string> = new Set([
  "customer",
  "customerId",
  "customerName",
  "orderId",
  "lineKind",
  "currency",
  "provenance",
  "batch",
]);

/** The columns of orders by which sales may be told apart. */
export const groupingColumns = (columns: readonly StoredColumn[]): readonly StoredColumn[] =>
  columns.filter(
    ({ id, fieldKind }) =>
      !NO_GROUPS.has(id) && spec.params.rows.accepts.some((kind) => kind === fieldKind),
  );
