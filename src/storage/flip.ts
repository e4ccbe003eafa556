import type { Manifest } from "../domain/manifest";
import { chunkKeysOf, generationRange } from "./chunk-keys";
import { StorageFailure, storageError } from "./errors";
import type { FaultPoint } from "./fault-point";
import { CHUNKS, MANIFEST_KEY, META, PREVIOUS_KEY } from "./layout";
import { storedManifest } from "./manifest-record";
import { countOf, put, remove, type Body } from "./transaction";

/**
 * Compare-and-set of the manifest (R2): the body of the one transaction that makes a generation current.
 *
 * Comes to the same end when it was committed already (a retry after a lost connection). The chunks are counted in the
 * same transaction, so a sweep that ran without locks cannot leave a manifest that names nothing.
 *
 * @throws StorageFailure E_STALE_TAB when the revision is not the expected one
 */
export function* flip(
  next: Manifest,
  expectedRevision: number,
  faultPoint: FaultPoint,
): Body<Manifest> {
  const current = yield* storedManifest();
  if (current?.generation === next.generation) return current;
  checkRevision(current, expectedRevision);
  const keys = chunkKeysOf(next);
  const present = yield* countOf(CHUNKS, generationRange(next.generation));
  if (present !== keys.length) {
    const where = { reason: "chunks-lost", expected: keys.length, present };
    throw new StorageFailure(storageError("E_STALE_TAB", where, true));
  }
  const flipped = { ...next, previousGeneration: current?.generation ?? null };
  yield* current === null ? remove(META, PREVIOUS_KEY) : put(META, PREVIOUS_KEY, current);
  void faultPoint("inside:flip");
  yield* put(META, MANIFEST_KEY, flipped);
  return flipped;
}

/** @throws StorageFailure E_STALE_TAB: somebody else has changed the data since they were read */
export function checkRevision(current: Manifest | null, expected: number): void {
  const revision = current === null ? 0 : current.revision;
  if (revision === expected) return;
  throw new StorageFailure(storageError("E_STALE_TAB", { expected, revision }, true));
}
