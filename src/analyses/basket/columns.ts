import type { StoredColumn } from "../../domain/generation";
import spec from "./spec";

/** Columns that name one row or one customer, that are offered already, or that only ingest reads. */
const NO_ITEMS: ReadonlySet<string> = new Set([
  "customer",
  "customerId",
  "customerName",
  "orderId",
  "productId",
  "productName",
  "productKind",
  "lineKind",
  "status",
  "currency",
  "provenance",
  "batch",
  "owner",
]);

/** The columns of orders by which a reader may tell apart what was bought. */
export const itemColumns = (columns: readonly StoredColumn[]): readonly StoredColumn[] =>
  columns.filter(
    ({ id, fieldKind }) =>
      !NO_ITEMS.has(id) && spec.params.itemColumn.accepts.some((kind) => kind === fieldKind),
  );

const NO_SEGMENTS: ReadonlySet<string> = new Set([
  "key",
  "customer",
  "customerId",
  "customerName",
  "customerKey",
  "phone",
  "email",
  "address",
  "note",
  "provenance",
]);

/** The columns of customers by which a reader may group them. */
export const segmentColumns = (columns: readonly StoredColumn[]): readonly StoredColumn[] =>
  columns.filter(
    ({ id, fieldKind }) =>
      !NO_SEGMENTS.has(id) && spec.params.by.accepts.some((kind) => kind === fieldKind),
  );
