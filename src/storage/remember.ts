import type { Manifest } from "../domain/manifest";
import type { SentinelRecord } from "./sentinel";
import type { Workspace } from "./workspace";

/** Nothing stored yet; what only the user's own work has made. */
const NOTHING: SentinelRecord = {
  generation: "",
  revision: 0,
  root: "",
  rowCount: 0,
  lastEntry: 0,
};

/** What the memory outside IndexedDB says of the workspace; null: nothing was ever stored, or there is no memory. */
export async function readSentinel(workspace: Workspace): Promise<SentinelRecord | null> {
  try {
    return (await workspace.environment.sentinel?.read(workspace.id)) ?? null;
  } catch {
    // A browser that blocks localStorage blocks the memory of it too: the database alone decides then.
    return null;
  }
}

/** Brings the sentinel up to the manifest. Call after every successful import and undo; boot does it as well. */
export async function remember(workspace: Workspace, manifest: Manifest): Promise<void> {
  await update(workspace, (record) => ({
    generation: manifest.generation,
    revision: manifest.revision,
    root: manifest.root,
    rowCount: manifest.tables.reduce((total, table) => total + table.rowCount, 0),
    lastEntry: record.lastEntry,
  }));
}

/** The journal has at least this many entries. */
export async function rememberEntries(workspace: Workspace, lastEntry: number): Promise<void> {
  await update(workspace, (record) => ({
    ...record,
    lastEntry: Math.max(record.lastEntry, lastEntry),
  }));
}

/** The user has been told that entries are missing, and goes on with those that are there. */
export async function acceptEntries(workspace: Workspace, lastEntry: number): Promise<void> {
  await update(workspace, (record) => ({ ...record, lastEntry }));
}

/** Two changes of one workspace in this thread come one after the other: neither takes the other's figure back. */
const updating = new Map<string, Promise<void>>();

async function update(
  workspace: Workspace,
  change: (record: SentinelRecord) => SentinelRecord,
): Promise<void> {
  const { sentinel } = workspace.environment;
  if (sentinel === null) return;
  const write = async (): Promise<void> => {
    try {
      const record = (await sentinel.read(workspace.id)) ?? NOTHING;
      await sentinel.write(workspace.id, change(record));
    } catch {
      // The sentinel is a second memory; the data are safe without it.
    }
  };
  const turn = (updating.get(workspace.id) ?? Promise.resolve()).then(write);
  updating.set(workspace.id, turn);
  await turn;
}
