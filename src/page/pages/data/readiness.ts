import type { AnalysisSpec } from "../../../analyses/define";
import { storedColumns, type StoredColumn } from "../../../domain/mapped-columns";
import type { Manifest } from "../../../domain/manifest";
import type { MissingColumn, Needs } from "../../../domain/readiness";
import type { Entity } from "../../../domain/entities";

/** Whether an analysis can run, and what it lacks. */
export interface Readiness {
  readonly analysis: string;
  /** Needed columns that are not there; empty = it can run. */
  readonly missing: readonly MissingColumn[];
  /** Columns of tables that are there that would make it say more; tables that are not there stand in `betterTables`. */
  readonly better: readonly MissingColumn[];
  readonly betterTables: readonly Entity[];
}

export type ReadySpec = Pick<AnalysisSpec, "id" | "needs" | "uses">;

/** Readiness of every analysis on a set of columns; in the order of `specs`. */
export function readinessOf(
  specs: readonly ReadySpec[],
  columns: readonly StoredColumn[],
): readonly Readiness[] {
  const present = new Set(columns.map(({ entity, column }) => `${entity}.${column}`));
  const lacking = (needs: Needs): MissingColumn[] =>
    (Object.entries(needs) as [Entity, readonly string[]][]).flatMap(([entity, ids]) =>
      ids
        .filter((column) => !present.has(`${entity}.${column}`))
        .map((column) => ({ entity, column })),
    );
  const tables = new Set(columns.map(({ entity }) => entity));
  return specs.map((spec) => {
    const uses = lacking(spec.uses);
    const elsewhere = uses.filter(({ entity }) => !tables.has(entity));
    return {
      analysis: spec.id,
      missing: lacking(spec.needs),
      better: uses.filter(({ entity }) => tables.has(entity)),
      betterTables: [...new Set(elsewhere.map(({ entity }) => entity))],
    };
  });
}

export function manifestColumns(manifest: Manifest | null): readonly StoredColumn[] {
  if (manifest === null) return [];
  // orders exist without rows as soon as anything is imported
  const filled = manifest.tables.filter(({ rowCount }) => rowCount > 0);
  return filled.flatMap((table) =>
    table.columns.map((column) => ({ entity: table.entity, column: column.id })),
  );
}

/** A sheet of the coming import as readiness sees it. */
export interface PlannedSheet {
  readonly entity: Entity | null;
  readonly columns: readonly { readonly target: string | null }[];
}

/**
 * The columns that the data will have after the import of these sheets, on top of those that stay.
 *
 * @param kept columns of the data that the import is added to; empty when it replaces them
 */
export function plannedColumns(
  sheets: readonly PlannedSheet[],
  kept: readonly StoredColumn[],
): readonly StoredColumn[] {
  const planned = sheets.flatMap((sheet) => {
    if (sheet.entity === null) return [];
    const targets = sheet.columns.flatMap(({ target }) => (target === null ? [] : [target]));
    return storedColumns(sheet.entity, targets);
  });
  return [...kept, ...planned];
}

/** What an import lacks, in the terms of a file: no derived column is asked for, each name once. */
export function askedColumns(missing: readonly MissingColumn[]): readonly MissingColumn[] {
  const asked = new Map<string, MissingColumn>();
  for (const { entity, column } of missing) {
    const inFile = FILE_COLUMN[`${entity}.${column}`] ?? { entity, column };
    asked.set(`${inFile.entity}.${inFile.column}`, inFile);
  }
  return [...asked.values()];
}

const FILE_COLUMN: Readonly<Record<string, MissingColumn>> = {
  "orders.customer": { entity: "orders", column: "customerName" },
  "customers.key": { entity: "orders", column: "customerName" },
  "customers.customerName": { entity: "orders", column: "customerName" },
  "orders.lineKind": { entity: "orders", column: "amount" },
};
