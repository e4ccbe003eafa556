import type { ChunkRef, Manifest } from "../domain/manifest";
import { err, type Result } from "../kernel/base/result";
import { chunksOf } from "./chunk-keys";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import { noFault, type FaultPoint } from "./fault-point";
import type { Home } from "./home";
import { copyJournal } from "./journal";
import { CHUNKS, MANIFEST_KEY, META } from "./layout";
import { whileCopying, whileReading, withWriteLock } from "./locks";
import { storedManifest } from "./manifest-record";
import { remember, rememberEntries } from "./remember";
import { requireSpace } from "./space";
import { getMany, put, putMany } from "./transaction";
import { closeWorkspace, openWorkspace, type Workspace } from "./workspace";
import { deleteWorkspace, finishCopy, registerCopy, type WorkspaceRecord } from "./workspaces";

/** Bytes of one strict transaction: each is one flush (R3). */
const BATCH_BYTES = 16 * 1024 * 1024;

export interface CopyOptions {
  /** 0..1, not decreasing */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly faultPoint?: FaultPoint | undefined;
}

/**
 * Copies a workspace with its data and the user's work in it under another name; the copy is the user's own also when the
 * original is the demo. What could be undone in the original cannot be undone in the copy.
 *
 * The registry lists the copy only once it is whole: a copy that was killed is removed at the next start. Every chunk is
 * checked against its hash on the way, so damage is named and never copied.
 */
export async function duplicateWorkspace(
  home: Home,
  id: string,
  name: string,
  options: CopyOptions = {},
): Promise<Result<WorkspaceRecord, StorageError>> {
  const { environment } = home;
  const record = await registerCopy(home, name);
  if (!record.ok) return record;
  const source = openWorkspace(environment, id);
  const target = openWorkspace(environment, record.value.id);
  try {
    return await whileCopying(environment, target.id, async () => {
      await withWriteLock(source, { signal: options.signal }, () => copy(source, target, options));
      return await finishCopy(home, target.id);
    });
  } catch (error) {
    closeWorkspace(target);
    await deleteWorkspace(home, target.id);
    return err(classify(error, { step: "copy" }));
  } finally {
    closeWorkspace(source);
    closeWorkspace(target);
  }
}

async function copy(source: Workspace, target: Workspace, options: CopyOptions): Promise<void> {
  const faultPoint = options.faultPoint ?? noFault;
  const manifest = await source.data.read(() => storedManifest());
  if (manifest !== null) {
    await whileReading(source, manifest.generation, () =>
      copyChunks(source, target, manifest, options),
    );
  }
  await faultPoint("before:journal");
  const lastEntry = await copyJournal(source, target);
  await faultPoint("before:manifest");
  if (manifest !== null) {
    const copied: Manifest = { ...manifest, previousGeneration: null };
    await target.data.write(() => put(META, MANIFEST_KEY, copied));
    await remember(target, copied);
  }
  if (lastEntry > 0) await rememberEntries(target, lastEntry);
}

async function copyChunks(
  source: Workspace,
  target: Workspace,
  manifest: Manifest,
  { signal, onProgress }: CopyOptions,
): Promise<void> {
  const chunks = chunksOf(manifest);
  const total = chunks.reduce((bytes, chunk) => bytes + chunk.sizeBytes, 0);
  await requireSpace(target.environment, total);
  let done = 0;
  for (const batch of batchesOf(chunks)) {
    if (signal?.aborted === true) throw new StorageFailure(storageError("E_CANCELLED"));
    const keys = batch.map((chunk) => chunk.key);
    const values = await source.data.read(() => getMany(CHUNKS, keys));
    await check(source, batch, values);
    await target.data.write(() => putMany(CHUNKS, keys, values));
    done += batch.reduce((bytes, chunk) => bytes + chunk.sizeBytes, 0);
    onProgress?.(done / total);
  }
}

async function check(
  { environment }: Workspace,
  batch: readonly ChunkRef[],
  values: readonly unknown[],
): Promise<void> {
  const hashes = await Promise.all(
    values.map(async (value) =>
      value instanceof ArrayBuffer ? await environment.digest(value) : null,
    ),
  );
  const bad = batch.find((chunk, i) => chunk.sha256 !== hashes[i]);
  if (bad === undefined) return;
  throw new StorageFailure(storageError("E_DB_CORRUPT", { step: "copy", chunk: bad.key }, false));
}

function* batchesOf(chunks: readonly ChunkRef[]): Generator<readonly ChunkRef[], void> {
  let batch: ChunkRef[] = [];
  let bytes = 0;
  for (const chunk of chunks) {
    batch.push(chunk);
    bytes += chunk.sizeBytes;
    if (bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
