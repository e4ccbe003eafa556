import type { StorageEnvironment } from "./environment";
import { StorageFailure, storageError } from "./errors";
import type { Workspace } from "./workspace";

const writeLock = (workspace: string): string => `clientele-write:${workspace}`;
const copyLock = (workspace: string): string => `clientele-copy:${workspace}`;
const generationLock = (workspace: string, generation: string): string =>
  `clientele-gen:${workspace}:${generation}`;

/** Proof that this thread is the only writer of the workspace; valid until the function it was given to has returned. */
export interface WriteLease {
  readonly workspace: string;
}

export interface WriteLockOptions {
  readonly signal?: AbortSignal | undefined;
  /** Another tab is writing; this one waits. */
  readonly onWaiting?: (() => void) | undefined;
}

/**
 * Runs `body` while no other tab or worker writes to the workspace. Read, merge and write inside it, so that an import
 * that had to wait builds on what the other one stored. Not re-entrant: hand the lease on instead.
 *
 * Without Web Locks the body runs at once; compare-and-set still lets only one of two writers through (R2, R13).
 */
export async function withWriteLock<T>(
  workspace: Workspace,
  options: WriteLockOptions,
  body: (lease: WriteLease) => Promise<T>,
): Promise<T> {
  const { locks } = workspace.environment;
  const lease: WriteLease = { workspace: workspace.id };
  if (locks === null) return await body(lease);
  const name = writeLock(workspace.id);
  const done: { value: T }[] = [];
  const enter = async (lock: Lock | null): Promise<void> => {
    if (lock !== null) done.push({ value: await body(lease) });
  };
  await locks.request(name, { ifAvailable: true }, enter);
  if (done[0] !== undefined) return done[0].value;
  options.onWaiting?.();
  return await waitForLock(locks, name, options.signal, () => body(lease));
}

async function waitForLock<T>(
  locks: LockManager,
  name: string,
  signal: AbortSignal | undefined,
  body: () => Promise<T>,
): Promise<T> {
  const progress = { entered: false };
  try {
    return await locks.request(name, signal === undefined ? {} : { signal }, async () => {
      progress.entered = true;
      return await body();
    });
  } catch (error) {
    if (progress.entered || signal?.aborted !== true) throw error;
    throw new StorageFailure(storageError("E_CANCELLED"));
  }
}

/** Runs `body` while nobody takes the unfinished copy for one that was killed. */
export async function whileCopying<T>(
  { locks }: StorageEnvironment,
  workspace: string,
  body: () => Promise<T>,
): Promise<T> {
  if (locks === null) return await body();
  return await locks.request(copyLock(workspace), body);
}

/** Runs `body` when no tab is making this copy; null when one is. */
export async function ifNobodyCopies<T>(
  { locks }: StorageEnvironment,
  workspace: string,
  body: () => Promise<T>,
): Promise<T | null> {
  return ifFree(locks, copyLock(workspace), body);
}

/** As `withWriteLock`, but null at once when another one is writing. */
export async function ifNobodyWrites<T>(
  workspace: Workspace,
  body: () => Promise<T>,
): Promise<T | null> {
  return ifFree(workspace.environment.locks, writeLock(workspace.id), body);
}

/** Runs `body` while sweeps leave the chunks of the generation alone. */
export async function whileReading<T>(
  workspace: Workspace,
  generation: string,
  body: () => Promise<T>,
): Promise<T> {
  const { locks } = workspace.environment;
  if (locks === null) return await body();
  return await locks.request(generationLock(workspace.id, generation), { mode: "shared" }, body);
}

/** Runs `body` when nobody reads the generation; null when somebody does. */
export async function ifNobodyReads<T>(
  workspace: Workspace,
  generation: string,
  body: () => Promise<T>,
): Promise<T | null> {
  return ifFree(workspace.environment.locks, generationLock(workspace.id, generation), body);
}

async function ifFree<T>(
  locks: LockManager | null,
  name: string,
  body: () => Promise<T>,
): Promise<T | null> {
  if (locks === null) return await body();
  return await locks.request(name, { ifAvailable: true }, async (lock) =>
    lock === null ? null : await body(),
  );
}
