import type { Generation, StoredTable } from "../domain/generation";
import type { KeptRun, RunRecord } from "../domain/run-record";
import type { Entity } from "../domain/entities";
import type { ImportRecord, Manifest } from "../domain/manifest";
import { NO_WORK, parsed } from "../domain/own-work";
import { workInForce, type WorkInForce } from "../domain/work-in-force";
import type { Result } from "../kernel/base/result";
import type { Table } from "../kernel/table/column";
import { readManifest } from "../storage/boot";
import { loadTable } from "../storage/chunks";
import { browserEnvironment, type StorageEnvironment } from "../storage/environment";
import { StorageFailure, type StorageError } from "../storage/errors";
import { writeGeneration } from "../storage/generation-writer";
import { openHome } from "../storage/home";
import { withWriteLock, type WriteLease, type WriteLockOptions } from "../storage/locks";
import { duplicateWorkspace, type CopyOptions } from "../storage/workspace-copy";
import { keepRun, readRuns } from "../storage/run-records";
import { readWork } from "../storage/own-work";
import { openWorkspace, type Workspace } from "../storage/workspace";

/** What a worker does with stored data; tests hand in a store of their own. */
export interface StoredData {
  /** The manifest that readers follow, null for a workspace without data. */
  manifest(workspace: string): Promise<Manifest | null>;
  /** Columns of a table, verified; those that the table does not have are left out. */
  table(
    workspace: string,
    manifest: Manifest,
    entity: Entity,
    columns: readonly string[],
  ): Promise<Table>;
  /** What the user has decided about the data. */
  work(workspace: string): Promise<WorkInForce>;
  /** What earlier runs of analyses left behind. */
  runs(workspace: string): Promise<readonly KeptRun[]>;
  /** Keeps what a run leaves behind; without room for it the next one has nothing to be compared with. */
  keepRun(workspace: string, question: string, record: RunRecord): Promise<void>;
  /** The whole stored generation, verified. */
  generation(workspace: string, manifest: Manifest): Promise<Generation>;
  write(workspace: string, generation: Generation, options: WriteOptions): Promise<Manifest>;
  /** Copies a workspace under another name. @returns the id of the copy */
  duplicate(workspace: string, name: string, options: CopyOptions): Promise<string>;
  /**
   * Runs `body` while no other tab writes to the workspace, after waiting for one that does: what it reads is still true
   * when it writes, so two imports at once come one after the other and none is lost.
   */
  exclusively<T>(workspace: string, options: WriteLockOptions, body: () => Promise<T>): Promise<T>;
}

export interface WriteOptions {
  readonly imports: readonly ImportRecord[];
  readonly lastChange: "import" | "take-back";
  /** Revision of the manifest that the generation was built on; 0 when there was none. */
  readonly expectedRevision: number;
  readonly onProgress: (done: number) => void;
  readonly signal: AbortSignal;
}

/** The storage of this browser. @throws StorageFailure */
export function browserStoredData(): StoredData {
  return storedData(browserEnvironment());
}

/** @throws StorageFailure */
export function storedData(environment: StorageEnvironment): StoredData {
  const opened = new Map<string, Workspace>();
  const leases = new Map<string, WriteLease>();
  const workspaceOf = (id: string): Workspace => {
    const known = opened.get(id) ?? openWorkspace(environment, id);
    opened.set(id, known);
    return known;
  };
  const tableOf = async (id: string, manifest: Manifest, entity: Entity): Promise<StoredTable> => {
    const meta = manifest.tables.find((table) => table.entity === entity);
    const table = valueOf(await loadTable(workspaceOf(id), manifest, entity, "all"));
    const columns = (meta?.columns ?? []).map(({ id: column, fieldKind, label }) => ({
      id: column,
      fieldKind,
      label,
    }));
    return { table, columns, currency: meta?.currency ?? null };
  };
  return {
    manifest: async (id) => valueOf(await readManifest(workspaceOf(id))),
    table: async (id, manifest, entity, columns) =>
      valueOf(await loadTable(workspaceOf(id), manifest, entity, columns)),
    work: async (id) => {
      const work = await readWork(workspaceOf(id));
      // The page says that the user's own work cannot be read; the data without it can.
      const records = work.ok ? work.value.records : NO_WORK;
      return workInForce((kind) => parsed(kind, records.get(kind.name)));
    },
    ...storedRuns(workspaceOf),
    generation: async (id, manifest) => {
      const generation: Partial<Record<Entity, StoredTable>> = {};
      for (const { entity } of manifest.tables) {
        generation[entity] = await tableOf(id, manifest, entity);
      }
      return {
        ...generation,
        orders: generation.orders ?? (await tableOf(id, manifest, "orders")),
        customers: generation.customers ?? (await tableOf(id, manifest, "customers")),
      };
    },
    write: async (id, generation, options) =>
      valueOf(
        await writeGeneration(workspaceOf(id), generation, { ...options, lease: leases.get(id) }),
      ),
    duplicate: async (id, name, options) =>
      valueOf(await duplicateWorkspace(openHome(environment), id, name, options)).id,
    exclusively: (id, options, body) =>
      withWriteLock(workspaceOf(id), options, async (lease) => {
        leases.set(id, lease);
        try {
          return await body();
        } finally {
          leases.delete(id);
        }
      }),
  };
}

/** Runs are told of nothing but change: what cannot be read or kept is not compared. */
function storedRuns(workspaceOf: (id: string) => Workspace): Pick<StoredData, "runs" | "keepRun"> {
  return {
    runs: async (id) => {
      const runs = await readRuns(workspaceOf(id));
      return runs.ok ? runs.value : [];
    },
    keepRun: async (id, question, record) => {
      await keepRun(workspaceOf(id), question, record);
    },
  };
}

function valueOf<T>(result: Result<T, StorageError>): T {
  if (result.ok) return result.value;
  throw new StorageFailure(result.error);
}
