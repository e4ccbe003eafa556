import { err, ok, type Result } from "../kernel/base/result";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import type { StorageEnvironment } from "./environment";
import { announce } from "./hints";
import type { Home } from "./home";
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
 * All workspaces, oldest first: those of the registry and those that only the sentinel remembers. None at all is a first
 * run; a registry that lost its content never looks like one (R7).
 */
export async function listWorkspaces(
  home: Home,
): Promise<Result<readonly WorkspaceRecord[], StorageError>> {
  try {
    const stored = await home.database.read(() => getAll(WORKSPACES));
    const records = stored.map(parseRecord);
    const known = new Set(records.map((record) => record.id));
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
  const { environment } = home;
  const record = { id: environment.randomId(), name, kind, createdAtMs: environment.nowMs() };
  return save(home, record);
}

/** Gives the workspace another name; one that the registry had lost is in it again afterwards. */
export async function renameWorkspace(
  home: Home,
  id: string,
  name: string,
): Promise<Result<WorkspaceRecord, StorageError>> {
  try {
    const stored = await home.database.read(() => get(WORKSPACES, id));
    const record = stored === undefined ? forgotten(id) : parseRecord(stored);
    return await save(home, { ...record, name });
  } catch (error) {
    return err(classify(error, { step: "rename" }));
  }
}

/**
 * Deletes a workspace with its data and the user's work in it. The registry and the sentinel forget it only after both
 * databases were seen to be gone (D15). Other tabs lose their handle (`onWorkspaceEnded`).
 *
 * @returns E_DB_BLOCKED when another tab does not let go: nothing is forgotten then, and it can be tried again
 */
export async function deleteWorkspace(home: Home, id: string): Promise<Result<null, StorageError>> {
  const { environment } = home;
  try {
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

async function save(
  home: Home,
  record: WorkspaceRecord,
): Promise<Result<WorkspaceRecord, StorageError>> {
  try {
    await home.database.write(function* (): Body<void> {
      yield* put(WORKSPACES, record.id, record);
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

function forgotten(id: string): WorkspaceRecord {
  return { id, name: "", kind: "own", createdAtMs: 0 };
}

function parseRecord(value: unknown): WorkspaceRecord {
  const corrupt = new StorageFailure(storageError("E_DB_CORRUPT", { record: "workspace" }, false));
  if (typeof value !== "object" || value === null) throw corrupt;
  const { id, name, kind, createdAtMs } = value as Record<string, unknown>;
  if (typeof id !== "string" || typeof name !== "string") throw corrupt;
  if ((kind !== "own" && kind !== "demo") || typeof createdAtMs !== "number") throw corrupt;
  return { id, name, kind, createdAtMs };
}
