import { ENTITIES, type Entity } from "../domain/entities";
import { RECORD_LINKS } from "../domain/record-links";
import type { Table } from "../kernel/table/column";
import { lacksCustomers, linkedThroughRecords } from "../measures/record-customers";
import type { ReadColumns } from "./data-cache";

/**
 * Reading, with the customers of rows that name only a record: see RECORD_LINKS. What is stored stays as the files say it, so the
 * order in which tables are imported does not matter.
 */
export function throughRecords(read: ReadColumns): ReadColumns {
  return async (manifest, entity, columns) => {
    const table = await read(manifest, entity, columns);
    if (!lacksCustomers(entity, table)) return table;
    const tables: Partial<Record<Entity, Table>> = {};
    for (const [needed, ids] of linkColumns(entity)) {
      const stored = manifest.tables.find((candidate) => candidate.entity === needed)?.columns;
      const known = (stored ?? []).map(({ id }) => id).filter((id) => ids.has(id));
      if (known.length > 0) tables[needed] = await read(manifest, needed, known);
    }
    const customer = linkedThroughRecords(tables)[entity]?.columns.get("customer");
    if (customer === undefined) return table;
    return { ...table, columns: new Map([...table.columns, ["customer", customer]]) };
  };
}

/** The columns of every table through which rows of this one may find their customer. */
function linkColumns(entity: Entity): ReadonlyMap<Entity, ReadonlySet<string>> {
  const columns = new Map<Entity, Set<string>>([[entity, new Set(["customer"])]]);
  const add = (table: Entity, column: string): void => {
    columns.set(table, (columns.get(table) ?? new Set(["customer"])).add(column));
  };
  // From what names a record back to the records, which may name records themselves.
  for (const at of ENTITIES.toReversed()) {
    if (!columns.has(at)) continue;
    for (const { column, of } of RECORD_LINKS[at] ?? []) {
      add(at, column);
      add(of, column);
    }
  }
  return columns;
}
