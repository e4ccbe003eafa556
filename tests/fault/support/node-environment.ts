import { webcrypto } from "node:crypto";
import { IDBFactory, IDBKeyRange } from "fake-indexeddb";
import { digestWith } from "../../../src/storage/digest";
import { SCHEMA, type StorageEnvironment } from "../../../src/storage/environment";
import { textSentinel, type Sentinel, type TextStore } from "../../../src/storage/sentinel";
import { memoryLocks } from "./memory-locks";

/** `localStorage` in memory. */
export function memoryTextStore(): TextStore {
  const entries = new Map<string, string>();
  return {
    get length() {
      return entries.size;
    },
    key: (index) => [...entries.keys()][index] ?? null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => void entries.set(key, value),
    removeItem: (key) => void entries.delete(key),
  };
}

/** A browser of its own: empty databases, locks, a sentinel; ids and times count up. */
export function nodeEnvironment(
  changes: Partial<StorageEnvironment> = {},
): StorageEnvironment & { readonly sentinel: Sentinel } {
  let ids = 0;
  let clockMs = 1_700_000_000_000;
  const environment = {
    indexedDB: new IDBFactory(),
    IDBKeyRange,
    locks: memoryLocks(),
    openChannel: null,
    digest: digestWith(webcrypto.subtle as SubtleCrypto),
    nowMs: () => ++clockMs,
    randomId: () => `id-${String(++ids).padStart(4, "0")}`,
    schema: SCHEMA,
    ...changes,
  };
  return { ...environment, sentinel: changes.sentinel ?? textSentinel(memoryTextStore()) };
}
