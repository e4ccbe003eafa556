import { err, ok, type Result } from "../kernel/base/result";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import type { StorageEnvironment } from "./environment";
import { announce } from "./hints";
import type { Home } from "./home";
import { ifNobodyCopies } from "./locks";
import { WORKSPACES, dataLayout, workLayout } from "./layout";
import { probe, withPatience } from "./probe";
import { get, getAll, put, remove, type Body } from "./transaction";

export interface WorkspaceRecord {
  readonly id: string;
  /** Empty when the registry was lost and only the sentinel remembers the workspace. */
  readonly name: string;
  readonly kind: "own" | "demo";
  readonly createdAtMs: number;
}

/**
 * As stored: `copying` until the copy is whole, `deleting` from the moment that its end was asked for. Only whole ones are
 * listed; the others are cleared away at the next start.
 */
interface StoredRecord extends WorkspaceRecord {
  readonly status: "whole" | "copying" | "deleting";
}

/**
 * All workspaces, oldest first: those of the registry and those that only the sentinel remembers. None at all is a first
 * run; a registry that lost its content never looks like one (R7).
 */
export async function listWorkspaces(
  home: Home,
): Promise<Result<readonly WorkspaceRecord[], StorageError>> {
  try {
    const stored = (await home.database.read(() => getAll(WORKSPACES))).map(parseRecord);
    const records = stored.flatMap(({ status, ...record }) => (status === "whole" ? [record] : []));
    const known = new Set(stored.map((record) => record.id));
    const remembered = await rememberedIds(home.environment);
    const lost = remembered.filter((id) => !known.has(id)).map(forgotten);
    return ok([...records, ...lost].toSorted((a, b) => a.createdAtMs - b.createdAtMs));
  } catch (error) {
    return err(classify(error, { step: "workspaces" }));
  }
}

export async function createWorkspace(
  home: Home,
  name: string,
  kind: WorkspaceRecord["kind"],
): Promise<Result<WorkspaceRecord, StorageError>> {
  return save(home, { ...fresh(home, name), kind, status: "whole" });
}

/** A workspace that is going to be a copy: not listed before `finishCopy`. */
export async function registerCopy(
  home: Home,
  name: string,
): Promise<Result<WorkspaceRecord, StorageError>> {
  return save(home, { ...fresh(home, name), kind: "own", status: "copying" });
}

/** The copy is whole. */
export async function finishCopy(
  home: Home,
  id: string,
): Promise<Result<WorkspaceRecord, StorageError>> {
  return mark(home, id, "whole");
}

/**
 * Clears away what was begun and not ended: copies that were killed, deletions that were killed or that another tab held
 * up. Call at start; what cannot be cleared now stays unlisted, and is tried again next time.
 */
export async function clearUnfinished(home: Home): Promise<void> {
  try {
    const stored = (await home.database.read(() => getAll(WORKSPACES))).map(parseRecord);
    for (const { id, status } of stored) {
      if (status === "whole") continue;
      await ifNobodyCopies(home.environment, id, () => deleteWorkspace(home, id));
    }
  } catch {
    // The list says what is wrong with the registry; room that could not be freed now is freed at the next start.
  }
}

/** Gives the workspace another name; one that the registry had lost is in it again afterwards. */
export async function renameWorkspace(
  home: Home,
  id: string,
  name: string,
): Promise<Result<WorkspaceRecord, StorageError>> {
  try {
    return await save(home, { ...(await recordOf(home, id)), name });
  } catch (error) {
    return err(classify(error, { step: "rename" }));
  }
}

/**
 * Deletes a workspace with its data and the user's work in it, in the order of R36: first the decision is made durable,
 * so that a deletion killed half-way is finished and never taken for a loss; then the databases go, the work last; sentinel
 * and registry forget only after both were seen to be gone (D15). Other tabs lose their handle (`onWorkspaceEnded`).
 *
 * @returns E_DB_BLOCKED when another tab does not let go: the browser deletes as soon as it does, and the next start looks
 */
export async function deleteWorkspace(home: Home, id: string): Promise<Result<null, StorageError>> {
  const { environment } = home;
  try {
    // Not waited on to succeed: a full disk may refuse even this, and must not keep anybody from making room.
    await mark(home, id, "deleting");
    for (const { name } of [dataLayout(id), workLayout(id)]) {
      await withPatience(deleteDatabase(environment.indexedDB, name));
      const left = await probe(environment.indexedDB, name);
      if (left.exists) throw new StorageFailure(storageError("E_DB_BLOCKED", { step: "delete" }));
    }
    await environment.sentinel?.remove(id);
    await home.database.write(() => remove(WORKSPACES, id));
    announce(environment, { kind: "workspaces", workspace: id });
    return ok(null);
  } catch (error) {
    return err(classify(error, { step: "delete" }));
  }
}

function fresh({ environment }: Home, name: string): Omit<WorkspaceRecord, "kind"> {
  return { id: environment.randomId(), name, createdAtMs: environment.nowMs() };
}

async function recordOf(home: Home, id: string): Promise<StoredRecord> {
  const stored = await home.database.read(() => get(WORKSPACES, id));
  return stored === undefined ? forgotten(id) : parseRecord(stored);
}

async function mark(
  home: Home,
  id: string,
  status: StoredRecord["status"],
): Promise<Result<WorkspaceRecord, StorageError>> {
  try {
    return await save(home, { ...(await recordOf(home, id)), status });
  } catch (error) {
    return err(classify(error, { step: "workspaces" }));
  }
}

async function save(
  home: Home,
  { status, ...record }: StoredRecord,
): Promise<Result<WorkspaceRecord, StorageError>> {
  try {
    await home.database.write(function* (): Body<void> {
      yield* put(WORKSPACES, record.id, { ...record, status });
    });
    announce(home.environment, { kind: "workspaces", workspace: record.id });
    return ok(record);
  } catch (error) {
    return err(classify(error, { step: "workspaces" }));
  }
}

function deleteDatabase(indexedDB: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new StorageFailure(storageError("E_INTERNAL")));
    };
  });
}

async function rememberedIds(environment: StorageEnvironment): Promise<readonly string[]> {
  try {
    return (await environment.sentinel?.workspaces()) ?? [];
  } catch {
    // A browser that blocks localStorage has no second memory; the registry alone counts.
    return [];
  }
}

function forgotten(id: string): StoredRecord {
  return { id, name: "", kind: "own", createdAtMs: 0, status: "whole" };
}

function parseRecord(value: unknown): StoredRecord {
  const corrupt = new StorageFailure(storageError("E_DB_CORRUPT", { record: "workspace" }, false));
  if (typeof value !== "object" || value === null) throw corrupt;
  const { id, name, kind, createdAtMs, status = "whole" } = value as Record<string, unknown>;
  if (typeof id !== "string" || typeof name !== "string") throw corrupt;
  if ((kind !== "own" && kind !== "demo") || typeof createdAtMs !== "number") throw corrupt;
  if (status !== "whole" && status !== "copying" && status !== "deleting") throw corrupt;
  return { id, name, kind, createdAtMs, status };
}
