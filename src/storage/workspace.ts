import { Connection, type Ending } from "./database";
import type { StorageEnvironment } from "./environment";
import { dataLayout, workLayout } from "./layout";

/** One set of data with the user's own work on it; each has databases of its own. */
export interface Workspace {
  readonly id: string;
  readonly environment: StorageEnvironment;
  /** Imported tables: manifest and chunks. */
  readonly data: Connection;
  /** The journal of the user's own work. */
  readonly work: Connection;
}

/** A handle on a workspace; opens nothing until used. Ids are made by `createWorkspace`. */
export function openWorkspace(environment: StorageEnvironment, id: string): Workspace {
  return {
    id,
    environment,
    data: new Connection(environment, dataLayout(id)),
    work: new Connection(environment, workLayout(id)),
  };
}

export function closeWorkspace(workspace: Workspace): void {
  workspace.data.close();
  workspace.work.close();
}

/** Calls back when a newer build or a deletion in another tab has ended this handle: it will not write any more. */
export function onWorkspaceEnded(
  workspace: Workspace,
  listener: (ending: Ending) => void,
): () => void {
  const offs = [workspace.data.onEnded(listener), workspace.work.onEnded(listener)];
  return () => {
    for (const off of offs) off();
  };
}
