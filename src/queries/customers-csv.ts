import { invariant } from "../kernel/base/invariant";
import { formatIsoDay, type EpochDay } from "../kernel/base/calendar";
import { csvText, type CsvCell } from "../export/csv";
import type { Tables } from "../measures/order-book";
import { customerRows, type Narrowing } from "./customer-list";
import type { Sighted } from "./customer-scores";
import type { CustomerQuery, CustomerRow } from "./types";

const isoOf = (day: EpochDay | null): string | null => (day === null ? null : formatIsoDay(day));

/** The columns of the file, in order; the page brings a header for each. */
export const CUSTOMER_CSV_COLUMNS = [
  "key",
  "name",
  "owner",
  "region",
  "sales",
  "salesBefore",
  "profit",
  "returns",
  "orderDays",
  "firstOrderOn",
  "lastOrderOn",
  "recencyDays",
  "usualGapDays",
  "grade",
  "rfm",
  "segment",
  "stage",
] as const satisfies readonly (keyof CustomerRow)[];

function cellsOf(row: CustomerRow): CsvCell[] {
  return CUSTOMER_CSV_COLUMNS.map((column) => {
    if (column === "firstOrderOn" || column === "lastOrderOn") return isoOf(row[column]);
    if (column === "grade") return row.grade === null ? null : row.grade.toUpperCase();
    return row[column];
  });
}

/**
 * The whole customer list of a query as CSV that no spreadsheet program takes for formulas; days as YYYY-MM-DD.
 *
 * @param headers  one title for each of CUSTOMER_CSV_COLUMNS
 */
export function customersCsv(
  tables: Tables,
  sighted: Sighted,
  query: CustomerQuery & { readonly headers: readonly string[] },
  narrowing: Narrowing,
): string {
  const { headers } = query;
  invariant(
    headers.length === CUSTOMER_CSV_COLUMNS.length,
    `${headers.length} headers for ${CUSTOMER_CSV_COLUMNS.length} columns`,
  );
  function* cells(): Generator<CsvCell[], void, void> {
    for (const row of customerRows(tables, sighted, query, narrowing)) yield cellsOf(row);
  }
  return csvText(headers, cells());
}
