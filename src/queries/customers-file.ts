import type { StoredColumn } from "../domain/generation";
import type { Sheet, SheetCell, SheetKind } from "../export/sheet";
import { isMissing, type Column } from "../kernel/table/column";
import type { Tables } from "../measures/order-book";
import { customerRows, type Narrowing } from "./customer-list";
import type { Sighted } from "./customer-scores";
import {
  CUSTOMER_FILE_COLUMNS,
  type CustomerFileColumn,
  type CustomerFileQuery,
  type CustomerFileWords,
  type CustomerRow,
} from "./types";

type Read = (row: CustomerRow, words: CustomerFileWords) => SheetCell;

interface FileColumn {
  readonly kind: SheetKind;
  readonly read: Read;
}

const word = (words: Readonly<Record<string, string>>, id: string | null): string | null =>
  id === null ? null : (words[id] ?? id);

/** How each column is read; their order is that of CUSTOMER_FILE_COLUMNS and never changes. */
const COLUMNS: Readonly<Record<CustomerFileColumn, FileColumn>> = {
  key: { kind: "text", read: ({ key }) => key },
  name: { kind: "text", read: ({ name }) => name },
  owner: { kind: "text", read: ({ owner }) => owner },
  region: { kind: "text", read: ({ region }) => region },
  sales: { kind: "money", read: ({ sales }) => sales },
  salesBefore: { kind: "money", read: ({ salesBefore }) => salesBefore },
  salesChange: {
    kind: "money",
    read: ({ sales, salesBefore }) =>
      sales === null || salesBefore === null ? null : cents(sales - salesBefore),
  },
  profit: { kind: "money", read: ({ profit }) => profit },
  returns: { kind: "money", read: ({ returns }) => returns },
  orderDays: { kind: "count", read: ({ orderDays }) => orderDays },
  firstOrderOn: { kind: "day", read: ({ firstOrderOn }) => firstOrderOn },
  lastOrderOn: { kind: "day", read: ({ lastOrderOn }) => lastOrderOn },
  recencyDays: { kind: "count", read: ({ recencyDays }) => recencyDays },
  usualGapDays: { kind: "number", read: ({ usualGapDays }) => usualGapDays },
  grade: { kind: "text", read: ({ grade }) => (grade === null ? null : grade.toUpperCase()) },
  recencyScore: { kind: "count", read: ({ rfm }) => scoreAt(rfm, 0) },
  frequencyScore: { kind: "count", read: ({ rfm }) => scoreAt(rfm, 1) },
  moneyScore: { kind: "count", read: ({ rfm }) => scoreAt(rfm, 2) },
  segment: { kind: "text", read: (row, { segments }) => word(segments, row.segment) },
  stage: { kind: "text", read: (row, { stages }) => word(stages, row.stage) },
};

/** Without the noise of a difference of binary fractions. */
const cents = (money: number): number => Math.round(money * 100) / 100;

const scoreAt = (rfm: string | null, place: number): number | null =>
  rfm === null ? null : Number(rfm.charAt(place));

/** What of the customer table the columns above hold already, or what is no property of a customer. */
const HELD: ReadonlySet<string> = new Set(["key", "customerName", "owner", "region", "provenance"]);

/** The columns of the customer table that come after those of the list. */
const furtherColumns = (stored: readonly StoredColumn[]): readonly StoredColumn[] =>
  stored.filter(({ id }) => !HELD.has(id));

/**
 * The whole customer list of a query as a table of typed cells: every score, then every further column of the customer table.
 *
 * @param stored  the columns of the customer table; those that `tables` holds no values of are left out
 * @param query   offset and limit are ignored
 */
export function customersSheet(
  {
    tables,
    sighted,
    narrowing,
  }: {
    readonly tables: Tables;
    readonly sighted: Sighted;
    readonly narrowing: Narrowing;
  },
  stored: readonly StoredColumn[],
  query: CustomerFileQuery,
): Sheet {
  const { headers, words } = query;
  const further = furtherColumns(stored).flatMap((meta) => {
    const column = tables.customers.columns.get(meta.id);
    return column === undefined ? [] : [{ ...meta, column }];
  });
  const readers = CUSTOMER_FILE_COLUMNS.map((id) => COLUMNS[id]);
  function* rows(): Generator<SheetCell[], void, void> {
    for (const row of customerRows(tables, sighted, query, narrowing)) {
      const own = readers.map(({ read }) => read(row, words));
      for (const { column, fieldKind } of further) {
        own.push(cellOf(column, row.row, fieldKind === "flag" ? words : null));
      }
      yield own;
    }
  }
  return {
    name: query.sheetName,
    columns: [
      ...CUSTOMER_FILE_COLUMNS.map((id) => ({ header: headers[id], kind: COLUMNS[id].kind })),
      ...further.map(({ id, label, column, fieldKind }) => ({
        header: headers[id] ?? label,
        kind: kindOf(column, fieldKind),
      })),
    ],
    rows: rows(),
  };
}

function kindOf(column: Column, fieldKind: StoredColumn["fieldKind"]): SheetKind {
  if (column.kind === "dictionary" || fieldKind === "flag") return "text";
  if (column.kind === "day") return "day";
  return fieldKind === "money" ? "money" : "number";
}

function cellOf(column: Column, row: number, flagWords: CustomerFileWords | null): SheetCell {
  if (isMissing(column, row)) return null;
  if (column.kind === "dictionary") return column.dictionary[column.codes[row]!]!;
  const value = column.values[row]!;
  if (flagWords === null) return value;
  return value === 1 ? flagWords.yes : flagWords.no;
}
