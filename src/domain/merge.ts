import type { Entity } from "./entities";
import type { ImportRecord, Manifest } from "./manifest";

/**
 * How an import meets the data that are there.
 *
 * - `append`: rows are added below those that are there
 * - `upsert`: rows with a key that is there (order number, invoice number …) take the place of all rows with that key;
 *   others are added; a row without a key is added unless the very same is there
 * - `replace`: what was imported into the same tables before is taken out
 */
export const IMPORT_MODES = ["append", "upsert", "replace"] as const;
export type ImportMode = (typeof IMPORT_MODES)[number];

/** Rows of a table that one import put there and that are still there; rows of imports lie one after the other. */
export interface Segment {
  readonly importId: string;
  readonly from: number;
  /** One past the last row. */
  readonly to: number;
}

/**
 * Where the rows of each import lie in a table; null when that cannot be said: in the table of customers, whose rows are
 * merged from all tables, and in data of builds that did not keep count.
 */
export function segmentsOf(manifest: Manifest, entity: Entity): readonly Segment[] | null {
  if (entity === "customers") return null;
  const segments: Segment[] = [];
  let at = 0;
  for (const { importId, entity: own, rowsStored } of manifest.imports) {
    if (own !== entity) continue;
    if (rowsStored === null) return null;
    segments.push({ importId, from: at, to: at + rowsStored });
    at += rowsStored;
  }
  const table = manifest.tables.find((candidate) => candidate.entity === entity);
  const rowCount = table === undefined ? 0 : table.rowCount;
  return at === rowCount ? segments : null;
}

/**
 * How an import can be taken back.
 *
 * - `step`: it is the last change; the data before it are kept whole
 * - `rows`: its rows can be told from all others and are taken out
 */
export type TakeBackWay = "step" | "rows";
/**
 * Why it cannot: it took the place of rows that are no longer kept (`replaced`), its cells are merged with those of other
 * customer tables (`merged`), or an older build did not note its rows (`unmarked`).
 */
export type TakeBackBar = "replaced" | "merged" | "unmarked";

export type TakeBack =
  | { readonly kind: "can"; readonly way: TakeBackWay }
  | { readonly kind: "cannot"; readonly why: TakeBackBar };

/** Whether and how an import of the history can be taken back without touching any other. */
export function takeBackOf(manifest: Manifest, record: ImportRecord): TakeBack {
  if (isLastStep(manifest, record)) return { kind: "can", way: "step" };
  const others = manifest.imports.filter(({ importId }) => importId !== record.importId);
  if (record.entity === "customers") {
    const isOnly = others.every(({ entity }) => entity !== "customers");
    return isOnly ? { kind: "can", way: "rows" } : { kind: "cannot", why: "merged" };
  }
  if (segmentsOf(manifest, record.entity) === null) return { kind: "cannot", why: "unmarked" };
  if (record.rowsReplaced > 0) return { kind: "cannot", why: "replaced" };
  return { kind: "can", way: "rows" };
}

/** The record alone is what the last step did, and the data before are kept. */
function isLastStep(manifest: Manifest, record: ImportRecord): boolean {
  if (manifest.lastChange === "take-back") return false;
  if (manifest.previousGeneration === null && manifest.revision !== 1) return false;
  const last = Math.max(...manifest.imports.map(({ batch }) => batch));
  const ofLast = manifest.imports.filter(({ batch }) => batch === last);
  return ofLast.length === 1 && ofLast[0]?.importId === record.importId;
}

/** Imports of the same file that were read in another way: importing it again beside them would double its rows. */
export function earlierReadings(
  imports: readonly ImportRecord[],
  read: Pick<ImportRecord, "fileSha256" | "planSha256" | "entity" | "sheetIndex">,
): readonly ImportRecord[] {
  return imports.filter(
    ({ fileSha256, planSha256, sheetIndex }) =>
      fileSha256 === read.fileSha256 &&
      planSha256 !== read.planSha256 &&
      (sheetIndex === null || sheetIndex === read.sheetIndex),
  );
}
