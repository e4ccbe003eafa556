import { StorageFailure, storageError } from "./errors";

/** What the browser says of a database before Dexie, which hides all of it, opens it (F6, D1, D10). */
export interface Probe {
  readonly exists: boolean;
  /** Native version; 0 when it does not exist. */
  readonly version: number;
  /** Chromium's LevelDB back end: it threw the old content away because it was damaged. */
  readonly wasDiscarded: boolean;
  /** Its object stores, sorted. */
  readonly stores: readonly string[];
}

/** A browser that does not answer an open request within this time is not going to (D3). */
const OPEN_PATIENCE_MS = 5000;

/**
 * Opens the database natively, looks and closes it again; creates nothing.
 *
 * @throws whatever the browser gives, or StorageFailure E_DB_BLOCKED when it does not answer
 */
export function probe(indexedDB: IDBFactory, name: string): Promise<Probe> {
  return withPatience(
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      let absent = false;
      let wasDiscarded = false;
      request.onupgradeneeded = (event) => {
        absent = true;
        // Not in the standard; Chromium only.
        wasDiscarded = "dataLoss" in event && event.dataLoss === "total";
        request.transaction?.abort();
      };
      request.onsuccess = () => {
        const database = request.result;
        const stores = [...database.objectStoreNames].sort();
        const { version } = database;
        database.close();
        resolve({ exists: true, version, wasDiscarded, stores });
      };
      request.onerror = (event) => {
        event.preventDefault();
        if (absent) resolve({ exists: false, version: 0, wasDiscarded, stores: [] });
        else reject(request.error ?? new StorageFailure(storageError("E_INTERNAL")));
      };
    }),
  );
}

/** The promise, or E_DB_BLOCKED after OPEN_PATIENCE_MS. */
export async function withPatience<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StorageFailure(storageError("E_DB_BLOCKED", { waitedMs: OPEN_PATIENCE_MS })));
    }, OPEN_PATIENCE_MS);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
