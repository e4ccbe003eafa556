import { digestWith, type Digest } from "./digest";
import type { Sentinel } from "./sentinel";
import type { SpaceEstimate } from "./space";

/** Which data a build understands (R5): it may read at `minReader` and write at `minWriter` or above. */
export interface SchemaVersion {
  /** Version of the database layout, and of the records in it. */
  readonly version: number;
  readonly minReader: number;
  readonly minWriter: number;
}

/**
 * 1: orders and customers. 2: any table of the vocabulary, flags and moments; a build of 1 would take such a manifest for
 * damaged, so it must not read it.
 */
export const SCHEMA: SchemaVersion = { version: 2, minReader: 2, minWriter: 2 };

/** Everything of the outside world that storage touches; tests hand in another one. */
export interface StorageEnvironment {
  readonly indexedDB: IDBFactory;
  readonly IDBKeyRange: typeof IDBKeyRange;
  /** null where the browser has none (plain http): compare-and-set alone protects then. */
  readonly locks: LockManager | null;
  readonly openChannel: ((name: string) => BroadcastChannel) | null;
  /** null in threads that cannot reach one: they cannot tell a lost database from a first run. */
  readonly sentinel: Sentinel | null;
  readonly digest: Digest;
  /** Absent or null where the browser does not tell. */
  readonly estimateSpace?: () => Promise<SpaceEstimate | null>;
  readonly nowMs: () => number;
  readonly randomId: () => string;
  readonly schema: SchemaVersion;
}

/** The environment of this page or worker. The page passes the sentinel, which needs `localStorage`. */
export function browserEnvironment(sentinel: Sentinel | null = null): StorageEnvironment {
  return {
    indexedDB: globalThis.indexedDB,
    IDBKeyRange: globalThis.IDBKeyRange,
    locks: "locks" in navigator ? navigator.locks : null,
    openChannel: "BroadcastChannel" in globalThis ? (name) => new BroadcastChannel(name) : null,
    sentinel,
    // `subtle` is undefined outside secure contexts whatever the types say.
    digest: digestWith("subtle" in crypto ? crypto.subtle : null),
    estimateSpace: browserSpace,
    nowMs: () => Date.now(),
    randomId: randomUuid,
    schema: SCHEMA,
  };
}

async function browserSpace(): Promise<SpaceEstimate | null> {
  // WebKitGTK has no `navigator.storage`, whatever the types say.
  const { storage } = navigator as { readonly storage?: StorageManager };
  const { usage, quota } = (await storage?.estimate()) ?? {};
  if (usage === undefined || quota === undefined) return null;
  return { usedBytes: usage, quotaBytes: quota };
}

/** A version 4 UUID; `crypto.randomUUID` is missing outside secure contexts. */
function randomUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const versioned = bytes.map((byte, i) => {
    if (i === 6) return (byte & 0x0f) | 0x40;
    return i === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = Array.from(versioned, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
