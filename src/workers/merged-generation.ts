import { mergesDigest, type CustomerMerge } from "../domain/customer-merge";
import type { Manifest } from "../domain/manifest";
import type { Column, Table } from "../kernel/table/column";
import {
  mergedColumn,
  mergedCustomers,
  mergedLinks,
  mergedMarks,
  type MergedCustomers,
} from "../measures/merged-customers";
import type { ReadColumns } from "./data-cache";

/** Stored data as everybody who reads them sees them: with the user's merges of customers applied. */
export interface ReadableData {
  /** As stored, but for the number of customers and a name of its own for the generation. */
  readonly manifest: Manifest;
  readonly read: ReadColumns;
}

const IDENTITY = ["key", "customerId", "customerName"];

/**
 * The data with these merges; the data themselves when no merge finds its customers. What is stored is not touched, so a
 * merge that is taken back leaves no trace.
 */
export async function mergedData(
  manifest: Manifest,
  read: ReadColumns,
  merges: readonly CustomerMerge[],
): Promise<ReadableData> {
  const generation = readGeneration(manifest, merges);
  if (generation === manifest.generation) return { manifest, read };
  const customers = await read(manifest, "customers", IDENTITY);
  const merged = mergedCustomers(customers, merges);
  if (merged === null) return { manifest: { ...manifest, generation }, read };
  const keys = dictionaryOf(customers, merged);
  const tables = manifest.tables.map((table) =>
    table.entity === "customers" ? { ...table, rowCount: merged.survivors.length } : table,
  );
  return {
    manifest: { ...manifest, generation, tables },
    read: async (_asked, entity, columns) => {
      const table = await read(manifest, entity, columns);
      return entity === "customers" ? mergedTable(table, merged) : relinked(table, merged, keys);
    },
  };
}

/** The name of the data as read: another one for each set of merges. */
export function readGeneration(manifest: Manifest, merges: readonly CustomerMerge[]): string {
  return manifest.generation + mergesDigest(merges);
}

function dictionaryOf(customers: Table, merged: MergedCustomers): readonly string[] {
  const key = customers.columns.get("key");
  const column = key === undefined ? undefined : mergedColumn(key, merged);
  return column?.kind === "dictionary" ? column.dictionary : [];
}

function mergedTable(table: Table, merged: MergedCustomers): Table {
  const columns = new Map<string, Column>();
  for (const [id, column] of table.columns) {
    const isMarks = id === "provenance" && column.kind === "float64";
    columns.set(id, isMarks ? mergedMarks(column, merged) : mergedColumn(column, merged));
  }
  return { rowCount: merged.survivors.length, columns };
}

function relinked(table: Table, merged: MergedCustomers, keys: readonly string[]): Table {
  const links = table.columns.get("customer");
  if (links?.kind !== "dictionary") return table;
  const columns = new Map(table.columns);
  columns.set("customer", mergedLinks(links, merged, keys));
  return { ...table, columns };
}
