/** Names and stores of the databases. Every store has outbound keys, no index, no auto-increment (R15). */
export interface Layout {
  readonly name: string;
  readonly stores: readonly string[];
}

/** One record each under fixed keys; in every database, and part of every write transaction (R5). */
export const META = "meta";
export const SCHEMA_KEY = "schema";

export const CHUNKS = "chunks";
export const MANIFEST_KEY = "manifest";
/** The manifest before the last flip: what undo goes back to. */
export const PREVIOUS_KEY = "previous";

/** What runs of analyses left behind for the run after the next import: derived, a few kilobytes. */
export const RUNS_KEY = "runs";

export const ENTRIES = "entries";
export const SNAPSHOTS = "snapshots";

export const WORKSPACES = "workspaces";
export const SETTINGS = "settings";

export const HOME: Layout = { name: "clientele-home", stores: [META, SETTINGS, WORKSPACES] };

const DATA_PREFIX = "clientele-data-";
const WORK_PREFIX = "clientele-work-";

/** Imported data: may be replaced by another import of the same files. */
export const dataLayout = (workspace: string): Layout => ({
  name: DATA_PREFIX + workspace,
  stores: [CHUNKS, META],
});

/** What the user made here: exists nowhere else. */
export const workLayout = (workspace: string): Layout => ({
  name: WORK_PREFIX + workspace,
  stores: [ENTRIES, META, SNAPSHOTS],
});
