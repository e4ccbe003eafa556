import { ENTITIES, type Entity } from "../domain/entities";
import { FIELD_KINDS } from "../domain/field";
import type { ChunkRef, ColumnMeta, ImportRecord, Manifest, TableMeta } from "../domain/manifest";
import { IMPORT_MODES } from "../domain/merge";
import type { ColumnKind } from "../kernel/table/column";
import { StorageFailure, storageError } from "./errors";
import { MANIFEST_KEY, META } from "./layout";
import { get, type Body } from "./transaction";

const COLUMN_KINDS: readonly ColumnKind[] = ["float64", "day", "dictionary"];

/** The manifest under this key, null when there is none. @throws StorageFailure E_DB_CORRUPT when it is none */
export function* storedManifest(key = MANIFEST_KEY): Body<Manifest | null> {
  const value = yield* get(META, key);
  return value === undefined ? null : parseManifest(value);
}

/** A stored record as a manifest. @throws StorageFailure E_DB_CORRUPT when its shape is wrong anywhere */
function parseManifest(value: unknown): Manifest {
  const record = objectOf(value);
  return {
    generation: textOf(record["generation"]),
    previousGeneration: textOrNull(record["previousGeneration"]),
    revision: countOf(record["revision"]),
    root: textOf(record["root"]),
    tables: listOf(record["tables"]).map(parseTable),
    imports: listOf(record["imports"]).map(parseImport),
    lastChange: record["lastChange"] === "take-back" ? "take-back" : "import",
  };
}

function parseTable(value: unknown): TableMeta {
  const record = objectOf(value);
  return {
    entity: oneOf<Entity>(ENTITIES, record["entity"]),
    rowCount: countOf(record["rowCount"]),
    columns: listOf(record["columns"]).map(parseColumn),
    firstDay: textOrNull(record["firstDay"]),
    lastDay: textOrNull(record["lastDay"]),
    currency: textOrNull(record["currency"]),
  };
}

function parseColumn(value: unknown): ColumnMeta {
  const record = objectOf(value);
  return {
    id: textOf(record["id"]),
    kind: oneOf(COLUMN_KINDS, record["kind"]),
    fieldKind: oneOf(FIELD_KINDS, record["fieldKind"]),
    label: textOf(record["label"]),
    missingCount: countOf(record["missingCount"]),
    distinctCount: record["distinctCount"] === null ? null : countOf(record["distinctCount"]),
    chunks: listOf(record["chunks"]).map(parseChunk),
    dictionaryChunks: listOf(record["dictionaryChunks"]).map(parseChunk),
  };
}

function parseChunk(value: unknown): ChunkRef {
  const record = objectOf(value);
  return {
    key: textOf(record["key"]),
    sizeBytes: countOf(record["sizeBytes"]),
    rowCount: countOf(record["rowCount"]),
    sha256: textOf(record["sha256"]),
  };
}

function parseImport(value: unknown): ImportRecord {
  const record = objectOf(value);
  return {
    importId: textOf(record["importId"]),
    fileName: textOf(record["fileName"]),
    sheetName: textOrNull(record["sheetName"]),
    // Builds before these were noted left them out.
    sheetIndex: countOr(record["sheetIndex"], null),
    batch: countOr(record["batch"], 0),
    mode: record["mode"] === undefined ? "append" : oneOf(IMPORT_MODES, record["mode"]),
    fileSha256: textOf(record["fileSha256"]),
    planSha256: textOf(record["planSha256"]),
    entity: oneOf<Entity>(ENTITIES, record["entity"]),
    rowsRead: countOf(record["rowsRead"]),
    rowsKept: countOf(record["rowsKept"]),
    rowsStored: countOr(record["rowsStored"], null),
    rowsReplaced: countOr(record["rowsReplaced"], 0),
    importedAtMs: countOf(record["importedAtMs"]),
  };
}

function corrupt(): StorageFailure {
  return new StorageFailure(storageError("E_DB_CORRUPT", { record: MANIFEST_KEY }, false));
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null) throw corrupt();
  return value as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw corrupt();
  return value;
}

function textOf(value: unknown): string {
  if (typeof value !== "string") throw corrupt();
  return value;
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : textOf(value);
}

function countOf(value: unknown): number {
  if (typeof value !== "number" || !Number.isSafeInteger(value) || value < 0) throw corrupt();
  return value;
}

function countOr<T>(value: unknown, absent: T): number | T {
  return value === undefined || value === null ? absent : countOf(value);
}

function oneOf<T extends string>(words: readonly T[], value: unknown): T {
  const found = words.find((word) => word === value);
  if (found === undefined) throw corrupt();
  return found;
}
