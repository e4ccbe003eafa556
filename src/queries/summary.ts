import type { Entity } from "../domain/entities";
import { filterKindOf, type FilterKind } from "../domain/filter";
import type { ColumnMeta, Manifest, TableMeta } from "../domain/manifest";
import type { Needs } from "../domain/readiness";
import { parseIsoDay } from "../kernel/base/calendar";
import { requiredColumn, type DictionaryColumn } from "../kernel/table/column";
import type { Tables } from "../measures/order-book";
import type { DataSummary, Facet } from "./types";

const VALUES_LISTED = 200;
/** Made by ingest, or chosen as the period: not something to filter by. */
const HIDDEN = new Set(["lineKind", "customer", "key", "provenance", "orderedOn"]);

interface FacetColumn {
  readonly entity: "customers" | "orders";
  readonly meta: ColumnMeta;
  readonly kind: FilterKind;
}

/** What both tables can be filtered by; of a column that both have, the customer's. */
function facetColumns(manifest: Manifest): FacetColumn[] {
  const found = new Map<string, FacetColumn>();
  for (const entity of ["customers", "orders"] as const) {
    const table = manifest.tables.find((candidate) => candidate.entity === entity);
    for (const meta of table?.columns ?? []) {
      const kind = filterKindOf(meta.fieldKind);
      const isEmpty = table !== undefined && meta.missingCount >= table.rowCount;
      if (kind === null || isEmpty || HIDDEN.has(meta.id) || found.has(meta.id)) continue;
      found.set(meta.id, { entity, meta, kind });
    }
  }
  return [...found.values()];
}

/** Columns that `dataFacets` reads: the categories. */
export function facetNeeds(manifest: Manifest): Needs {
  const columns = facetColumns(manifest).filter(({ kind }) => kind === "values");
  const of = (entity: Entity): string[] =>
    columns.filter((column) => column.entity === entity).map(({ meta }) => meta.id);
  return { orders: of("orders"), customers: of("customers") };
}

function valuesFacet(entity: Entity, meta: ColumnMeta, column: DictionaryColumn): Facet | null {
  const counts = new Uint32Array(column.dictionary.length);
  let missingCount = 0;
  for (const code of column.codes) {
    if (code < counts.length) counts[code]!++;
    else missingCount++;
  }
  const values = column.dictionary
    .map((text, code) => ({ text, count: counts[code]! }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  if (values.length === 0) return null;
  return {
    kind: "values",
    entity,
    column: meta.id,
    label: meta.label,
    values: values.slice(0, VALUES_LISTED),
    distinctCount: values.length,
    missingCount,
  };
}

/**
 * What one can filter by: categories with their most frequent values, and the columns of numbers, days and flags.
 *
 * @param tables  with the columns of `facetNeeds`
 * O(rows × categories); columns of other kinds are not read (`columnExtent` does when asked).
 */
export function dataFacets(tables: Tables, manifest: Manifest): Facet[] {
  return facetColumns(manifest).flatMap(({ entity, meta, kind }): Facet[] => {
    const { id: column, label, fieldKind } = meta;
    if (kind !== "values") return [{ kind, entity, column, label, fieldKind }];
    const facet = valuesFacet(entity, meta, requiredColumn(tables[entity], column, "dictionary"));
    return facet === null ? [] : [facet];
  });
}

/** What the page must know before the first analysis; from the manifest alone, so that no column is read. */
export function dataSummary(manifest: Manifest): DataSummary {
  const table = (entity: Entity): TableMeta | undefined =>
    manifest.tables.find((candidate) => candidate.entity === entity);
  const rows = (meta: TableMeta | undefined): number => (meta === undefined ? 0 : meta.rowCount);
  const orders = table("orders");
  const range = dayRange(manifest, orders);
  return {
    generation: manifest.generation,
    orderCount: rows(orders),
    customerCount: rows(table("customers")),
    ...range,
    currency: orders?.currency ?? null,
    hasProfit: orders?.columns.some(({ id }) => id === "profit") === true,
  };
}

/** The days of the orders; without any, those of all tables together: surveys or exits alone lie in time too. */
function dayRange(
  { tables }: Manifest,
  orders: TableMeta | undefined,
): Pick<DataSummary, "firstDay" | "lastDay"> {
  const dated = typeof orders?.firstDay === "string" ? [orders] : tables;
  const days = dated.flatMap(({ firstDay, lastDay }) =>
    [firstDay, lastDay].flatMap((iso) => (iso === null ? [] : [parseIsoDay(iso)])),
  );
  const known = days.filter((day) => day !== null).sort((one, other) => one - other);
  return { firstDay: known[0] ?? null, lastDay: known.at(-1) ?? null };
}
