import type { StoredColumn } from "../../domain/generation";
import spec from "./spec";

/** Columns that name one row each, or that only ingest reads: nobody compares by them. */
const NO_GROUPS: ReadonlySet<string> = new Set([
  "key",
  "customer",
  "customerId",
  "customerName",
  "customerKey",
  "respondent",
  "orderId",
  "question",
  "questionKind",
  "dimension",
  "text",
  "phone",
  "email",
  "address",
  "note",
]);

/** The columns by which a reader may want to compare. */
export const groupColumns = (columns: readonly StoredColumn[]): readonly StoredColumn[] =>
  columns.filter(
    ({ id, fieldKind }) =>
      !NO_GROUPS.has(id) && spec.params.by.accepts.some((kind) => kind === fieldKind),
  );
