import type { Generation } from "../domain/generation";
import type { ChunkRef, ImportRecord, Manifest } from "../domain/manifest";
import { err, ok, type Result } from "../kernel/base/result";
import { generationRange } from "./chunk-keys";
import { rootOf, type Digest } from "./digest";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import { noFault, type FaultPoint } from "./fault-point";
import { checkRevision, flip } from "./flip";
import { piecesOf, rowChunkCount, tablesOf, type Piece } from "./generation-pieces";
import { announce } from "./hints";
import { CHUNKS } from "./layout";
import { withWriteLock, type WriteLease } from "./locks";
import { storedManifest } from "./manifest-record";
import { generationBytes, requireSpace, withSpace } from "./space";
import { sweepWithLease } from "./sweep";
import { getMany, putMany, removeRange } from "./transaction";
import type { Workspace } from "./workspace";

/** Bytes of one strict transaction, unless the caller says otherwise: each is one flush (R3). */
const BATCH_BYTES = 16 * 1024 * 1024;
/** Of the whole, writing takes this share of the time; reading back the rest. */
const WRITING_SHARE = 0.7;

export interface WriteOptions {
  /** All imports that the new generation is made of, oldest first. */
  readonly imports: readonly ImportRecord[];
  /** `import` unless said otherwise. */
  readonly lastChange?: "import" | "take-back" | undefined;
  /** Revision of the manifest that the content was built on; 0 when there was none. */
  readonly expectedRevision: number;
  /** Given when the caller holds the write lock already; otherwise it is taken here. */
  readonly lease?: WriteLease | undefined;
  /** 0..1, not decreasing */
  readonly onProgress?: ((done: number) => void) | undefined;
  readonly onWaiting?: (() => void) | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly batchBytes?: number | undefined;
  readonly faultPoint?: FaultPoint | undefined;
}

interface Job extends WriteOptions {
  readonly workspace: Workspace;
  readonly generation: string;
  readonly content: Generation;
  readonly batchBytes: number;
  readonly faultPoint: FaultPoint;
}

/**
 * Stores `content` as a new generation and makes it the current one: all or nothing (R1-R4).
 *
 * Chunks go in by strict transactions under a new generation's keys, are read back and compared by hash, then one
 * transaction checks the revision and replaces the manifest. Until that one is complete readers see the old data; a
 * failure or kill anywhere leaves only chunks that nothing names, removed here or by the next start's sweep. The
 * manifest before is kept for `undoImport`.
 *
 * @returns the new manifest; the caller then updates the sentinel. E_STALE_TAB: the revision moved, read again and
 *   rebuild. E_QUOTA: no room, nothing changed. E_CANCELLED: the signal came before the flip.
 */
export async function writeGeneration(
  workspace: Workspace,
  content: Generation,
  options: WriteOptions,
): Promise<Result<Manifest, StorageError>> {
  const job: Job = {
    ...options,
    workspace,
    content,
    generation: workspace.environment.randomId(),
    batchBytes: options.batchBytes ?? BATCH_BYTES,
    faultPoint: options.faultPoint ?? noFault,
  };
  const { lease, signal, onWaiting } = options;
  try {
    const manifest =
      lease === undefined
        ? await withWriteLock(workspace, { signal, onWaiting }, (own) => store(job, own))
        : await store(job, lease);
    announce(workspace.environment, { kind: "manifest", workspace: workspace.id });
    return ok(manifest);
  } catch (error) {
    const failure = classify(error, { step: "store" });
    return err(await withSpace(failure, workspace.environment, generationBytes(content)));
  }
}

async function store(job: Job, lease: WriteLease): Promise<Manifest> {
  let manifest: Manifest;
  try {
    const staged = await stage(job);
    await job.faultPoint("before:flip");
    const { expectedRevision, faultPoint } = job;
    manifest = await job.workspace.data.write(() => flip(staged, expectedRevision, faultPoint));
    await job.faultPoint("after:flip");
  } catch (error) {
    await discard(job);
    throw error;
  }
  // The import is safe by now: what the sweep cannot do, the next one does.
  await sweepWithLease(job.workspace, lease, job.faultPoint);
  job.onProgress?.(1);
  return manifest;
}

/** All chunks written and verified; the manifest that will name them. */
async function stage(job: Job): Promise<Manifest> {
  const { workspace, generation, content } = job;
  // Fail early: the flip would find out, but only after everything was written.
  checkRevision(await workspace.data.read(() => storedManifest()), job.expectedRevision);
  await requireSpace(workspace.environment, generationBytes(content));
  const references = new Map<string, ChunkRef>();
  await writeChunks(job, references);
  await job.faultPoint("before:verify");
  await verifyChunks(job, [...references.values()]);
  await job.faultPoint("after:verify");
  const hashes = [...references.values()].map((chunk) => chunk.sha256);
  return {
    generation,
    previousGeneration: null,
    revision: job.expectedRevision + 1,
    root: await rootOf(workspace.environment.digest, hashes),
    tables: tablesOf(generation, content, references),
    imports: job.imports,
    lastChange: job.lastChange ?? "import",
  };
}

interface Hashed extends Piece {
  readonly sha256: Promise<string>;
}

/** Encodes and hashes a batch while the one before is being written. */
async function writeChunks(job: Job, references: Map<string, ChunkRef>): Promise<void> {
  const { digest } = job.workspace.environment;
  const total = rowChunkCount(job.content);
  let encoded = 0;
  let writing: Promise<void> = Promise.resolve();
  let number = 0;
  const send = async (batch: readonly Hashed[]): Promise<void> => {
    for (const { key, rowCount, bytes, sha256 } of batch) {
      references.set(key, { key, rowCount, sizeBytes: bytes.byteLength, sha256: await sha256 });
    }
    await writing;
    stopIfCancelled(job);
    writing = writeBatch(job, batch, ++number);
    // A rejection is met at the next `await writing`; until then it must not count as unhandled.
    writing.catch(() => undefined);
    job.onProgress?.(total === 0 ? WRITING_SHARE : (WRITING_SHARE * encoded) / total);
  };
  let batch: Hashed[] = [];
  let bytes = 0;
  for (const piece of piecesOf(job.generation, job.content)) {
    batch.push({ ...piece, sha256: digest(piece.bytes) });
    bytes += piece.bytes.byteLength;
    if (piece.key.includes("/rows/")) encoded++;
    if (bytes < job.batchBytes) continue;
    await send(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) await send(batch);
  await writing;
}

async function writeBatch(job: Job, batch: readonly Piece[], number: number): Promise<void> {
  await job.faultPoint(`before:batch:${number}`);
  const keys = batch.map((piece) => piece.key);
  const values = batch.map((piece) => piece.bytes);
  await job.workspace.data.write(() => putMany(CHUNKS, keys, values));
  await job.faultPoint(`after:batch:${number}`);
}

/** Reads every chunk back from the database and compares its hash (R1, R12). */
async function verifyChunks(job: Job, chunks: readonly ChunkRef[]): Promise<void> {
  const { digest } = job.workspace.environment;
  let done = 0;
  for (const batch of batchesOf(chunks, job.batchBytes)) {
    stopIfCancelled(job);
    const keys = batch.map((chunk) => chunk.key);
    const values = await job.workspace.data.read(() => getMany(CHUNKS, keys));
    const hashes = await Promise.all(values.map(async (bytes) => hashOf(digest, bytes)));
    const bad = batch.findIndex((chunk, i) => chunk.sha256 !== hashes[i]);
    if (bad >= 0) {
      throw new StorageFailure(storageError("E_DB_CORRUPT", { step: "verify", chunk: bad }, true));
    }
    done += batch.length;
    job.onProgress?.(WRITING_SHARE + ((1 - WRITING_SHARE) * done) / chunks.length);
  }
}

async function hashOf(digest: Digest, value: unknown): Promise<string | null> {
  return value instanceof ArrayBuffer ? await digest(value) : null;
}

function* batchesOf(
  chunks: readonly ChunkRef[],
  batchBytes: number,
): Generator<readonly ChunkRef[], void> {
  let batch: ChunkRef[] = [];
  let bytes = 0;
  for (const chunk of chunks) {
    batch.push(chunk);
    bytes += chunk.sizeBytes;
    if (bytes < batchBytes) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}

function stopIfCancelled(job: Job): void {
  if (job.signal?.aborted === true) throw new StorageFailure(storageError("E_CANCELLED"));
}

/** Gives the room of an unfinished generation back. */
async function discard(job: Job): Promise<void> {
  const { workspace, generation } = job;
  try {
    const current = await workspace.data.read(() => storedManifest());
    if (current?.generation === generation) return;
    await workspace.data.write(() => removeRange(CHUNKS, generationRange(generation)));
  } catch {
    // The first error is the one to report; these chunks are named by nothing and go with the next sweep.
  }
}
