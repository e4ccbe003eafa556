import type { ColumnMeta, Manifest, TableMeta } from "../domain/manifest";
import { OWN_EXIT_TEXTS, type OwnExit } from "../domain/own-exit";
import { fieldSpec } from "../domain/vocabulary";
import { dayColumn } from "../kernel/table/builder";
import { columnOf, MISSING_DAY, type Column, type Table } from "../kernel/table/column";
import { lengthened, linksOver, textsOver } from "../kernel/table/overlay";
import { customerFinder } from "../measures/merged-customers";
import type { ReadableData } from "./merged-generation";

const NO_TABLE: Table = { rowCount: 0, columns: new Map() };
const FILLED = ["customer", "exitedOn", ...OWN_EXIT_TEXTS] as const;

/**
 * The data with the lost customers that were written down here, as further rows of `exits`. What is stored is not touched; the data
 * themselves where nothing was written down.
 */
export async function exitsData(
  base: ReadableData,
  written: ReadonlyMap<string, OwnExit>,
): Promise<ReadableData> {
  const meta = base.manifest.tables.find(({ entity }) => entity === "exits");
  if (written.size === 0) return base;
  const customers = await base.read(base.manifest, "customers", [
    "key",
    "customerId",
    "customerName",
  ]);
  const find = customerFinder(customers);
  const stored = meta === undefined ? 0 : meta.rowCount;
  const book: ExitBook = {
    stored,
    rowCount: stored + written.size,
    own: [...written.values()],
    keys: columnOf(customers, "key", "dictionary")?.dictionary ?? [],
    rows: [...written.values()].map(({ customer }) => find(customer)),
  };
  return {
    manifest: { ...base.manifest, tables: tablesWith(base.manifest, meta, book) },
    read: async (_asked, entity, ids) => {
      if (entity !== "exits") return base.read(base.manifest, entity, ids);
      const table = meta === undefined ? NO_TABLE : await base.read(base.manifest, entity, ids);
      const columns = new Map<string, Column>();
      for (const id of ids) {
        const column = columnWith(id, table, book);
        if (column !== undefined) columns.set(id, column);
      }
      return { rowCount: book.rowCount, columns };
    },
  };
}

interface ExitBook {
  /** rows of the data; those written down here follow */
  readonly stored: number;
  readonly rowCount: number;
  readonly own: readonly OwnExit[];
  /** of the customers, and the row of each own exit's there; −1 for one that the data do not have */
  readonly keys: readonly string[];
  readonly rows: readonly number[];
}

function columnWith(id: string, table: Table, book: ExitBook): Column | undefined {
  const { stored, rowCount, own, keys, rows } = book;
  const column = table.columns.get(id);
  if (id === "customer") {
    const given = rows.map((row, k) => [stored + k, row] as const);
    return linksOver(columnOf(table, id, "dictionary"), { rowCount, keys }, given);
  }
  if (id === "exitedOn") {
    const values = new Int32Array(rowCount).fill(MISSING_DAY);
    if (column?.kind === "day") values.set(column.values);
    own.forEach(({ exitedOn }, k) => {
      values[stored + k] = exitedOn;
    });
    return dayColumn(values);
  }
  const text = OWN_EXIT_TEXTS.find((each) => each === id);
  if (text !== undefined && (column === undefined || column.kind === "dictionary")) {
    const given = own.flatMap((one, k) => {
      const word = one[text];
      return word === undefined ? [] : [[stored + k, word] as const];
    });
    return textsOver(column, rowCount, given);
  }
  return column === undefined ? undefined : lengthened(column, rowCount);
}

function tablesWith(
  { tables }: Manifest,
  meta: TableMeta | undefined,
  { rowCount }: ExitBook,
): readonly TableMeta[] {
  const stored = meta === undefined ? [] : meta.columns;
  const added = FILLED.filter((id) => !stored.some((column) => column.id === id));
  const table: TableMeta = {
    ...(meta ?? { entity: "exits", firstDay: null, lastDay: null, currency: null }),
    rowCount,
    columns: [...stored, ...added.map((id) => addedColumn(id, rowCount))],
  };
  return [...tables.filter(({ entity }) => entity !== "exits"), table];
}

function addedColumn(id: string, rowCount: number): ColumnMeta {
  return {
    id,
    kind: id === "exitedOn" ? "day" : "dictionary",
    fieldKind: fieldSpec("exits", id)?.kind ?? "text",
    label: id,
    missingCount: rowCount,
    distinctCount: null,
    chunks: [],
    dictionaryChunks: [],
  };
}
