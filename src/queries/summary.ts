import type { Entity } from "../domain/entities";
import type { ColumnMeta, Manifest, TableMeta } from "../domain/manifest";
import type { Needs } from "../domain/readiness";
import { invariant } from "../kernel/base/invariant";
import { parseIsoDay, type EpochDay } from "../kernel/base/calendar";
import { requiredColumn, type DictionaryColumn } from "../kernel/table/column";
import type { Tables } from "../measures/order-book";
import type { DataSummary, Facet } from "./types";

const VALUES_LISTED = 200;
/** Made by ingest; not something to filter by. */
const HIDDEN = new Set(["lineKind", "customer", "key"]);

/** Categories of both tables; of a column that both have, the customer's counts. */
function facetColumns(manifest: Manifest): { entity: Entity; meta: ColumnMeta }[] {
  const found = new Map<string, { entity: Entity; meta: ColumnMeta }>();
  for (const entity of ["customers", "orders"] as const) {
    const table = manifest.tables.find((candidate) => candidate.entity === entity);
    for (const meta of table?.columns ?? []) {
      if (meta.fieldKind !== "category" || meta.kind !== "dictionary" || HIDDEN.has(meta.id))
        continue;
      if (!found.has(meta.id)) found.set(meta.id, { entity, meta });
    }
  }
  return [...found.values()];
}

/** Columns that `dataFacets` reads. */
export function facetNeeds(manifest: Manifest): Needs {
  const columns = facetColumns(manifest);
  const of = (entity: Entity): string[] =>
    columns.filter((column) => column.entity === entity).map(({ meta }) => meta.id);
  return { orders: of("orders"), customers: of("customers") };
}

function facetOf(entity: Entity, meta: ColumnMeta, column: DictionaryColumn): Facet | null {
  const counts = new Uint32Array(column.dictionary.length);
  for (const code of column.codes) if (code < counts.length) counts[code]!++;
  const values = column.dictionary
    .map((text, code) => ({ text, count: counts[code]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  if (values.length === 0) return null;
  return {
    entity,
    column: meta.id,
    label: meta.label,
    values: values.slice(0, VALUES_LISTED),
    distinctCount: values.length,
  };
}

/**
 * The categories one can filter by, with their most frequent values.
 *
 * @param tables  with the columns of `facetNeeds`
 * O(rows × categories).
 */
export function dataFacets(tables: Tables, manifest: Manifest): Facet[] {
  return facetColumns(manifest).flatMap(({ entity, meta }) => {
    const table = tables[entity];
    invariant(table !== undefined, `facets of ${entity} without its table`);
    const facet = facetOf(entity, meta, requiredColumn(table, meta.id, "dictionary"));
    return facet === null ? [] : [facet];
  });
}

/** What the page must know before the first analysis; from the manifest alone, so that no column is read. */
export function dataSummary(manifest: Manifest): DataSummary {
  const table = (entity: Entity): TableMeta | undefined =>
    manifest.tables.find((candidate) => candidate.entity === entity);
  const day = (iso: string | null | undefined): EpochDay | null =>
    typeof iso === "string" ? parseIsoDay(iso) : null;
  const rows = (meta: TableMeta | undefined): number => (meta === undefined ? 0 : meta.rowCount);
  const orders = table("orders");
  return {
    generation: manifest.generation,
    orderCount: rows(orders),
    customerCount: rows(table("customers")),
    firstDay: day(orders?.firstDay),
    lastDay: day(orders?.lastDay),
    currency: orders?.currency ?? null,
    hasProfit: orders?.columns.some(({ id }) => id === "profit") === true,
  };
}
