import type { CaseRules } from "../domain/case-rules";
import type { Casework } from "../domain/casework";
import { CASE_MOMENTS } from "../domain/casework";
import type { ColumnMeta, Manifest, TableMeta } from "../domain/manifest";
import { fieldSpec } from "../domain/vocabulary";
import { columnOf, type Column, type DictionaryColumn, type Table } from "../kernel/table/column";
import { lengthened } from "../kernel/table/overlay";
import {
  CASE_IDENTITY,
  caseBook,
  ruledPriorities,
  WORKED_NUMBERS,
  WORKED_TEXTS,
  workedLinks,
  workedNumbers,
  workedTexts,
  type CaseBook,
} from "../measures/casework";
import { customerFinder } from "../measures/merged-customers";
import type { ReadableData } from "./merged-generation";

const NO_TABLE: Table = { rowCount: 0, columns: new Map() };

/**
 * The data with the user's own work on complaints: what was done about them, and the complaints taken here. What is stored is not
 * touched; the data themselves where there is no such work.
 */
export async function caseworkData(base: ReadableData, work: Casework): Promise<ReadableData> {
  const { matrix } = work.rules;
  if (work.done.size === 0 && work.taken.size === 0 && matrix.size === 0) return base;
  const meta = base.manifest.tables.find(({ entity }) => entity === "complaints");
  const identity =
    meta === undefined
      ? NO_TABLE
      : await base.read(base.manifest, "complaints", [...CASE_IDENTITY, ...CASE_MOMENTS, "status"]);
  const book = caseBook(identity, work);
  if (meta === undefined && book.rowCount === 0) return base;
  const customers = await base.read(base.manifest, "customers", [
    "key",
    "customerId",
    "customerName",
  ]);
  const find = customerFinder(customers);
  const links = {
    keys: columnOf(customers, "key", "dictionary")?.dictionary ?? [],
    rowOf: ({ customer }: { readonly customer: Parameters<typeof find>[0] | null }): number =>
      customer === null ? -1 : find(customer),
  };
  return {
    manifest: { ...base.manifest, tables: tablesWith(base.manifest, meta, book) },
    read: async (_asked, entity, ids) => {
      if (entity !== "complaints") return base.read(base.manifest, entity, ids);
      const isRuled = matrix.size > 0 && ids.includes("priority");
      const read = isRuled ? [...new Set([...ids, ...RULED_BY])] : ids;
      const table = meta === undefined ? NO_TABLE : await base.read(base.manifest, entity, read);
      const columns = new Map<string, Column>();
      for (const id of ids) {
        const worked = { table, book, links };
        const column =
          isRuled && id === "priority" ? ruledColumn(worked, work.rules) : workedColumn(id, worked);
        if (column !== undefined) columns.set(id, column);
      }
      return { rowCount: book.rowCount, columns };
    },
  };
}

/** What a rule of priorities looks at. */
const RULED_BY = ["complaintKind", "severity"] as const;

function ruledColumn({ table, book }: Worked, rules: CaseRules): Column {
  const [kinds, severities] = RULED_BY.map((id) =>
    workedTexts(id, columnOf(table, id, "dictionary"), book),
  ) as [DictionaryColumn, DictionaryColumn];
  const column = columnOf(table, "priority", "dictionary");
  return ruledPriorities(column, book, { kinds, severities, rules });
}

interface Worked {
  readonly table: Table;
  readonly book: CaseBook;
  readonly links: Parameters<typeof workedLinks>[2];
}

function workedColumn(id: string, { table, book, links }: Worked): Column | undefined {
  const column = table.columns.get(id);
  if (id === "customer") return workedLinks(columnOf(table, id, "dictionary"), book, links);
  if (WORKED_TEXTS.includes(id) && (column === undefined || column.kind === "dictionary")) {
    return workedTexts(id, column, book);
  }
  if (WORKED_NUMBERS.includes(id) && (column === undefined || column.kind === "float64")) {
    return workedNumbers(id, column, book);
  }
  return column === undefined ? undefined : lengthened(column, book.rowCount);
}

function tablesWith(
  { tables }: Manifest,
  meta: TableMeta | undefined,
  book: CaseBook,
): readonly TableMeta[] {
  const stored = meta === undefined ? [] : meta.columns;
  const added = ["customer", ...WORKED_TEXTS, ...WORKED_NUMBERS].filter(
    (id) => !stored.some((column) => column.id === id),
  );
  const table: TableMeta = {
    ...(meta ?? { entity: "complaints", firstDay: null, lastDay: null, currency: null }),
    rowCount: book.rowCount,
    columns: [...stored, ...added.map((id) => addedColumn(id, book))],
  };
  return [...tables.filter(({ entity }) => entity !== "complaints"), table];
}

function addedColumn(id: string, { rowCount }: CaseBook): ColumnMeta {
  return {
    id,
    kind: WORKED_NUMBERS.includes(id) ? "float64" : "dictionary",
    fieldKind: fieldSpec("complaints", id)?.kind ?? "text",
    label: id,
    missingCount: rowCount,
    distinctCount: null,
    chunks: [],
    dictionaryChunks: [],
  };
}
