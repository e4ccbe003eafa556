import type { Entity } from "./entities";
import type { Manifest } from "./manifest";

/** Columns by entity that an analysis reads. */
export type Needs = Readonly<Partial<Record<Entity, readonly string[]>>>;

export interface MissingColumn {
  readonly entity: Entity;
  readonly column: string;
}

/**
 * The needed columns that the data do not have; empty when the analysis can run. A table without rows has none: orders exist
 * without rows as soon as anything is imported.
 */
export function missingColumns(needs: Needs, manifest: Manifest | null): readonly MissingColumn[] {
  const missing: MissingColumn[] = [];
  for (const entity of Object.keys(needs) as Entity[]) {
    const table = manifest?.tables.find(
      (candidate) => candidate.entity === entity && candidate.rowCount > 0,
    );
    for (const column of needs[entity] ?? []) {
      if (!table?.columns.some((candidate) => candidate.id === column)) {
        missing.push({ entity, column });
      }
    }
  }
  return missing;
}
