import type { Manifest } from "../domain/manifest";
import { ok, err, type Result } from "../kernel/base/result";
import { chunkKeysOf, generationRange } from "./chunk-keys";
import { classify, type StorageError } from "./errors";
import { CHUNKS } from "./layout";
import { storedManifest } from "./manifest-record";
import type { Probe } from "./probe";
import { readSentinel, remember } from "./remember";
import { expectsData, type SentinelRecord } from "./sentinel";
import { sweepOrphans } from "./sweep";
import { keysOf, type Body } from "./transaction";
import type { Workspace } from "./workspace";

/** What a workspace turns out to be when it is opened. Only `welcome` and `ready` may be written to. */
export type Boot =
  /** No data, and none expected. `revision` is what the first import must expect. */
  | { readonly kind: "welcome"; readonly revision: number }
  | { readonly kind: "ready"; readonly manifest: Manifest }
  /** Data were here; part or all of them are not. Never followed by an automatic write. */
  | {
      readonly kind: "recovery";
      readonly reason: RecoveryReason;
      readonly sentinel: SentinelRecord | null;
      /** What can still be read, if anything. */
      readonly manifest: Manifest | null;
    }
  | { readonly kind: "newer"; readonly error: StorageError }
  | { readonly kind: "blocked"; readonly error: StorageError }
  | { readonly kind: "failed"; readonly error: StorageError };

export type RecoveryReason =
  /** the browser says that it discarded a damaged database */
  | "discarded"
  /** the sentinel knows of data; there are none */
  | "lost"
  /** the sentinel knows of a later revision than the one found */
  | "rolled-back"
  /** the manifest names chunks that are not there */
  | "chunks-missing"
  /** the database or its manifest cannot be read */
  | "unreadable";

/**
 * The check before any write (R6): looks natively, passes the schema gate, compares with the sentinel, compares the
 * chunk keys with the manifest, then sweeps what killed imports left. Sizes and hashes are checked by `loadTable` when a
 * chunk is first used.
 *
 * An empty database is a first run only when the sentinel knows of none either (R7). Without a sentinel (workers over
 * plain http) a lost database looks like a first run: let the page decide.
 */
export async function bootWorkspace(workspace: Workspace): Promise<Boot> {
  const sentinel = await readSentinel(workspace);
  try {
    const found = await workspace.data.probe();
    if (!found.exists) return absent(found, sentinel, workspace.data.wasOpen);
    const { manifest, missing } = await workspace.data.read(inspect);
    const boot = judge(manifest, missing, sentinel);
    if (boot.kind !== "recovery") await swept(workspace);
    if (boot.kind === "ready") await remember(workspace, boot.manifest);
    return boot;
  } catch (error) {
    return refused(classify(error, { step: "boot" }), sentinel);
  }
}

/** @param wasOpen this tab has seen the database: whoever cleared it cleared the sentinel too */
function absent(found: Probe, sentinel: SentinelRecord | null, wasOpen: boolean): Boot {
  if (found.wasDiscarded) {
    return { kind: "recovery", reason: "discarded", sentinel, manifest: null };
  }
  if (!wasOpen && !expectsData(sentinel)) return { kind: "welcome", revision: 0 };
  return { kind: "recovery", reason: "lost", sentinel, manifest: null };
}

interface Inspection {
  readonly manifest: Manifest | null;
  /** Number of chunks that the manifest names and the database does not have. */
  readonly missing: number;
}

function* inspect(): Body<Inspection> {
  const manifest = yield* storedManifest();
  if (manifest === null) return { manifest, missing: 0 };
  const present = new Set(yield* keysOf(CHUNKS, generationRange(manifest.generation)));
  const missing = chunkKeysOf(manifest).filter((key) => !present.has(key)).length;
  return { manifest, missing };
}

function judge(manifest: Manifest | null, missing: number, sentinel: SentinelRecord | null): Boot {
  const recovery = (reason: RecoveryReason): Boot => ({
    kind: "recovery",
    reason,
    sentinel,
    manifest,
  });
  if (manifest === null) {
    return expectsData(sentinel) ? recovery("lost") : { kind: "welcome", revision: 0 };
  }
  if (sentinel !== null && sentinel.revision > manifest.revision) return recovery("rolled-back");
  if (missing > 0) return recovery("chunks-missing");
  if (manifest.tables.length === 0) return { kind: "welcome", revision: manifest.revision };
  return { kind: "ready", manifest };
}

function refused(error: StorageError, sentinel: SentinelRecord | null): Boot {
  switch (error.code) {
    case "E_DB_NEWER":
      return { kind: "newer", error };
    case "E_DB_BLOCKED":
      return { kind: "blocked", error };
    case "E_DB_CORRUPT":
      return { kind: "recovery", reason: "unreadable", sentinel, manifest: null };
    case "E_DB_LOST":
      return { kind: "recovery", reason: "lost", sentinel, manifest: null };
    default:
      return { kind: "failed", error };
  }
}

async function swept(workspace: Workspace): Promise<void> {
  try {
    await sweepOrphans(workspace);
  } catch {
    // Room that could not be freed now is freed at the next start; it is no reason not to open the data.
  }
}

/** The manifest as it is now, null when the workspace has never had data. */
export async function readManifest(
  workspace: Workspace,
): Promise<Result<Manifest | null, StorageError>> {
  try {
    return ok(await workspace.data.read(() => storedManifest()));
  } catch (error) {
    return err(classify(error, { step: "manifest" }));
  }
}
