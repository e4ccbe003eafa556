import { canUndo, type Manifest } from "../domain/manifest";
import { err, ok, type Result } from "../kernel/base/result";
import { chunkKeysOf, generationRange } from "./chunk-keys";
import { rootOf } from "./digest";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import { checkRevision } from "./flip";
import { announce } from "./hints";
import { CHUNKS, MANIFEST_KEY, META, PREVIOUS_KEY } from "./layout";
import { withWriteLock } from "./locks";
import { storedManifest } from "./manifest-record";
import { countOf, put, remove, type Body } from "./transaction";
import type { Workspace } from "./workspace";

/**
 * Goes back to the data before the last import, in one strict transaction; the revision rises by one.
 *
 * Undoing the first import leaves a manifest without tables. There is one step back: after it, `previousGeneration` is
 * null and the undone chunks go with the next sweep. The caller then updates the sentinel.
 *
 * @returns the manifest now in force; E_STALE_TAB when the revision moved, or when there is nothing to undo
 */
export async function undoImport(
  workspace: Workspace,
  expectedRevision: number,
): Promise<Result<Manifest, StorageError>> {
  const { environment } = workspace;
  try {
    const empty: Manifest = {
      generation: environment.randomId(),
      previousGeneration: null,
      revision: 0,
      root: await rootOf(environment.digest, []),
      tables: [],
      imports: [],
    };
    const manifest = await withWriteLock(workspace, {}, () =>
      workspace.data.write(() => flipBack(empty, expectedRevision)),
    );
    announce(environment, { kind: "manifest", workspace: workspace.id });
    return ok(manifest);
  } catch (error) {
    return err(classify(error, { step: "undo" }));
  }
}

function* flipBack(empty: Manifest, expectedRevision: number): Body<Manifest> {
  const current = yield* storedManifest();
  checkRevision(current, expectedRevision);
  const previous = yield* storedManifest(PREVIOUS_KEY);
  if (current === null || !canUndo(current)) throw nothingToUndo(expectedRevision);
  const target = previous ?? empty;
  const keys = chunkKeysOf(target);
  const present = yield* countOf(CHUNKS, generationRange(target.generation));
  if (present !== keys.length) {
    const where = { reason: "missing", expected: keys.length, present };
    throw new StorageFailure(storageError("E_DB_CORRUPT", where, false));
  }
  const manifest = { ...target, revision: expectedRevision + 1, previousGeneration: null };
  yield* remove(META, PREVIOUS_KEY);
  yield* put(META, MANIFEST_KEY, manifest);
  return manifest;
}

function nothingToUndo(revision: number): StorageFailure {
  return new StorageFailure(
    storageError("E_STALE_TAB", { reason: "nothing-to-undo", revision }, false),
  );
}
