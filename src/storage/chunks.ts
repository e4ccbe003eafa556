import type { Entity } from "../domain/entities";
import type { ChunkRef, ColumnMeta, Manifest } from "../domain/manifest";
import { err, ok, type Result } from "../kernel/base/result";
import { CHUNK_ROWS, decodeColumn, decodeTexts } from "../kernel/table/codec";
import type { Column, Table } from "../kernel/table/column";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import { CHUNKS, PREVIOUS_KEY } from "./layout";
import { whileReading } from "./locks";
import { storedManifest } from "./manifest-record";
import { get, getMany } from "./transaction";
import type { Workspace } from "./workspace";

/**
 * Reads columns of the generation that `manifest` names; every chunk's SHA-256 is checked before a value is used (R12).
 *
 * @param columnIds ids to read; those that the table does not have are left out. "all" reads every column
 * @returns E_DB_CORRUPT with entity, column (its header), first and last row (1-based) of the first damaged chunk, or of
 *   the dictionary: the other columns can still be read. E_STALE_TAB: the generation was replaced meanwhile, read the
 *   manifest again
 */
export async function loadTable(
  workspace: Workspace,
  manifest: Manifest,
  entity: Entity,
  columnIds: readonly string[] | "all",
): Promise<Result<Table, StorageError>> {
  const meta = manifest.tables.find((table) => table.entity === entity);
  if (meta === undefined) return ok({ rowCount: 0, columns: new Map() });
  const wanted = meta.columns.filter(
    (column) => columnIds === "all" || columnIds.includes(column.id),
  );
  try {
    const columns = await whileReading(workspace, manifest.generation, () =>
      Promise.all(
        wanted.map(
          async (column) =>
            [column.id, await loadColumn(workspace, entity, meta.rowCount, column)] as const,
        ),
      ),
    );
    return ok({ rowCount: meta.rowCount, columns: new Map(columns) });
  } catch (error) {
    const classified = classify(error, { step: "load" });
    if (classified.code !== "E_DB_CORRUPT") return err(classified);
    return err((await replacedMeanwhile(workspace, manifest)) ?? classified);
  }
}

/** Chunks of a generation that nobody names any more are not damaged but swept. */
async function replacedMeanwhile(
  workspace: Workspace,
  manifest: Manifest,
): Promise<StorageError | null> {
  try {
    const kept = await workspace.data.read(function* () {
      return [yield* storedManifest(), yield* storedManifest(PREVIOUS_KEY)];
    });
    if (kept.some((one) => one?.generation === manifest.generation)) return null;
    return storageError("E_STALE_TAB", { reason: "generation-replaced" }, true);
  } catch {
    // The damage itself is the better answer when the manifest cannot be read either.
    return null;
  }
}

/** Where a column is, for the words of an error. */
interface Place {
  readonly entity: Entity;
  readonly column: ColumnMeta;
}

async function loadColumn(
  workspace: Workspace,
  entity: Entity,
  rowCount: number,
  column: ColumnMeta,
): Promise<Column> {
  const place: Place = { entity, column };
  const references = [...column.chunks, ...column.dictionaryChunks];
  const values = await readValues(workspace, place, references);
  const bytes = await Promise.all(
    references.map((reference, i) => checked(workspace, place, reference, values[i])),
  );
  const chunks = bytes.slice(0, column.chunks.length);
  try {
    const texts = bytes.slice(column.chunks.length);
    const dictionary = column.kind === "dictionary" ? decodeTexts(texts) : null;
    return decodeColumn(column.kind, rowCount, chunks, dictionary);
  } catch (error) {
    // Right bytes that do not decode were written by another version of the codec.
    throw new StorageFailure(
      classify(error, { entity, column: column.label, damage: "undecodable" }),
    );
  }
}

/** All values by one request; one by one when that fails, to find out which chunk it is. */
async function readValues(
  workspace: Workspace,
  place: Place,
  references: readonly ChunkRef[],
): Promise<readonly unknown[]> {
  const keys = references.map((reference) => reference.key);
  try {
    return await workspace.data.read(() => getMany(CHUNKS, keys));
  } catch (error) {
    if (classify(error).code !== "E_DB_CORRUPT") throw error;
  }
  const values: unknown[] = [];
  for (const reference of references) {
    try {
      values.push(await workspace.data.read(() => get(CHUNKS, reference.key)));
    } catch (error) {
      if (classify(error).code !== "E_DB_CORRUPT") throw error;
      throw damaged(place, reference, "unreadable");
    }
  }
  return values;
}

async function checked(
  workspace: Workspace,
  place: Place,
  reference: ChunkRef,
  value: unknown,
): Promise<ArrayBuffer> {
  if (value === undefined) throw damaged(place, reference, "missing");
  if (!(value instanceof ArrayBuffer)) throw damaged(place, reference, "changed");
  if (value.byteLength !== reference.sizeBytes) throw damaged(place, reference, "cut");
  const sha256 = await workspace.environment.digest(value);
  if (sha256 !== reference.sha256) throw damaged(place, reference, "changed");
  return value;
}

type Damage = "missing" | "cut" | "changed" | "unreadable";

function damaged({ entity, column }: Place, reference: ChunkRef, damage: Damage): StorageFailure {
  const index = column.chunks.indexOf(reference);
  const rows =
    index < 0
      ? { part: "texts" }
      : {
          part: "rows",
          fromRow: index * CHUNK_ROWS + 1,
          toRow: index * CHUNK_ROWS + reference.rowCount,
        };
  const where = { entity, column: column.label, columnId: column.id, damage, ...rows };
  return new StorageFailure(storageError("E_DB_CORRUPT", where, false));
}
