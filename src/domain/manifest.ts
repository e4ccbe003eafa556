import type { ColumnKind } from "../kernel/table/column";
import type { Entity } from "./entities";
import type { ImportMode } from "./merge";
import type { FieldKind } from "./field";

/** One stored chunk: an immutable byte string. */
export interface ChunkRef {
  /** `generation/entity/column/part/sequence` */
  readonly key: string;
  readonly sizeBytes: number;
  readonly rowCount: number;
  /** lower-case hex SHA-256 of the bytes */
  readonly sha256: string;
}

export interface ColumnMeta {
  readonly id: string;
  readonly kind: ColumnKind;
  readonly fieldKind: FieldKind;
  /** Header text in the file; the field id for derived columns. */
  readonly label: string;
  readonly missingCount: number;
  /** Number of distinct texts of a dictionary column; null for the other kinds. */
  readonly distinctCount: number | null;
  readonly chunks: readonly ChunkRef[];
  readonly dictionaryChunks: readonly ChunkRef[];
}

export interface TableMeta {
  readonly entity: Entity;
  readonly rowCount: number;
  readonly columns: readonly ColumnMeta[];
  /** First and last civil day (ISO) of the table's main date field, null when it has none or no row. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** ISO 4217 code or null when the file does not say. */
  readonly currency: string | null;
}

/** One imported sheet, kept for the import history and to recognise the same file again. */
export interface ImportRecord {
  readonly importId: string;
  readonly fileName: string;
  readonly sheetName: string | null;
  /** 0-based sheet of the file; null where an older build did not note it. */
  readonly sheetIndex: number | null;
  /** Sheets stored together have one number; it rises with every import. */
  readonly batch: number;
  readonly mode: ImportMode;
  /** SHA-256 over the SHA-256 of each 4 MiB piece of the file: the same file is known again without holding it. */
  readonly fileSha256: string;
  /** Hash of the mapping and reading options, so the same file read another way is another import. */
  readonly planSha256: string;
  readonly entity: Entity;
  readonly rowsRead: number;
  readonly rowsKept: number;
  /**
   * Its rows that are in the table now; rows of imports lie one after the other, in the order of `imports`. Null where an
   * older build did not keep count.
   */
  readonly rowsStored: number | null;
  /** Rows of earlier imports whose place it took. */
  readonly rowsReplaced: number;
  readonly importedAtMs: number;
}

/** The one record that readers follow. A generation never changes; an import makes the next. */
export interface Manifest {
  readonly generation: string;
  readonly previousGeneration: string | null;
  /** Rises by one with every flip; compare-and-set. */
  readonly revision: number;
  /** SHA-256 over the sorted list of chunk hashes. */
  readonly root: string;
  readonly tables: readonly TableMeta[];
  readonly imports: readonly ImportRecord[];
  /** What made this generation: an import (also where it is absent), or an earlier import taken out again. */
  readonly lastChange?: "import" | "take-back";
}

/** Whether the last import can be undone: the data before it are kept, or there were none before it. */
export function canUndo(manifest: Manifest): boolean {
  return manifest.previousGeneration !== null || manifest.revision === 1;
}
