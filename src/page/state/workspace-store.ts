import type { Result } from "../../kernel/base/result";
import { bootWorkspace, readManifest } from "../../storage/boot";
import { lastEntry } from "../../storage/journal";
import { appendChanges, readWork } from "../../storage/own-work";
import { acceptEntries, remember } from "../../storage/remember";
import { browserEnvironment, type StorageEnvironment } from "../../storage/environment";
import { StorageFailure, type StorageError } from "../../storage/errors";
import { onHint } from "../../storage/hints";
import { openHome } from "../../storage/home";
import { cacheSentinel, joinedSentinel, textSentinel } from "../../storage/sentinel";
import { readSettings, saveSetting } from "../../storage/settings";
import { undoImport } from "../../storage/undo";
import { onWorkspaceEnded, openWorkspace, type Workspace } from "../../storage/workspace";
import {
  clearUnfinished,
  createWorkspace,
  deleteWorkspace,
  listWorkspaces,
  renameWorkspace,
} from "../../storage/workspaces";
import { CallFailure } from "../../workers/call-error";
import type { WorkStore } from "./own-work.svelte";
import type { StoreEvent, WorkspaceStore } from "./workspaces.svelte";

/** The storage of this browser as the page uses it: metadata and the journal, never columns. @throws CallFailure */
export function browserWorkspaceStore(): WorkspaceStore & WorkStore {
  const memories = [textSentinel(localStorage)];
  // The Cache API exists in secure contexts only.
  if ("caches" in globalThis) memories.push(cacheSentinel(caches));
  const environment = browserEnvironment(joinedSentinel(memories));
  const home = openHome(environment);
  const opened = new Map<string, Workspace>();
  const listeners = new Set<(event: StoreEvent) => void>();
  const tell = (event: StoreEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const workspaceOf = (id: string): Workspace => {
    const known = opened.get(id);
    if (known !== undefined) return known;
    const workspace = openWorkspace(environment, id);
    opened.set(id, workspace);
    onWorkspaceEnded(workspace, (why) => {
      // A workspace that this very tab deletes is no news.
      if (opened.get(id) === workspace) tell({ kind: "ended", workspace: id, why });
    });
    return workspace;
  };
  onHint(environment, (hint) => {
    if (hint.kind === "manifest") tell({ kind: "changed", workspace: hint.workspace });
    if (hint.kind === "workspaces") tell({ kind: "workspaces", workspace: hint.workspace });
  });
  return {
    manifest: async (id) => valueOf(await readManifest(workspaceOf(id))),
    listen: (heard) => {
      listeners.add(heard);
      return () => listeners.delete(heard);
    },
    boot: (id) => bootWorkspace(workspaceOf(id)),
    list: async () => valueOf(await listWorkspaces(home)),
    create: async (name, kind) => valueOf(await createWorkspace(home, name, kind)),
    rename: async (id, name) => {
      valueOf(await renameWorkspace(home, id, name));
    },
    remove: async (id) => {
      opened.delete(id);
      valueOf(await deleteWorkspace(home, id));
    },
    clearUnfinished: () => clearUnfinished(home),
    active: async () => valueOf(await readSettings(home)).activeWorkspace ?? null,
    setActive: async (id) => {
      valueOf(await saveSetting(home, "activeWorkspace", id));
    },
    undoImport: async (id, revision) => valueOf(await undoImport(workspaceOf(id), revision)),
    remember: (id, manifest) => remember(workspaceOf(id), manifest),
    ...workStore(environment, workspaceOf),
  };
}

function workStore(
  environment: StorageEnvironment,
  workspaceOf: (id: string) => Workspace,
): WorkStore {
  return {
    readWork: async (id) => valueOf(await readWork(workspaceOf(id))),
    appendChanges: async (id, changes) => valueOf(await appendChanges(workspaceOf(id), changes)),
    lastEntry: async (id) => valueOf(await lastEntry(workspaceOf(id))),
    acceptEntries: (id, entries) => acceptEntries(workspaceOf(id), entries),
    listenWork: (heard) =>
      onHint(environment, (hint) => {
        if (hint.kind === "journal") heard(hint.workspace);
      }),
    newId: environment.randomId,
    nowMs: environment.nowMs,
  };
}

function valueOf<T>(result: Result<T, StorageError>): T {
  if (result.ok) return result.value;
  const { code, where } = result.error;
  throw new CallFailure({ code, where, message: new StorageFailure(result.error).message });
}
