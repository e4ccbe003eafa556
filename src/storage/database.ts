import Dexie from "dexie";
import type { SchemaVersion, StorageEnvironment } from "./environment";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import { META, SCHEMA_KEY, type Layout } from "./layout";
import { probe, withPatience, type Probe } from "./probe";
import { get, put, runTransaction, type Body } from "./transaction";

/** Dexie counts versions in tenths. */
const NATIVE_FACTOR = 10;
/** A lost connection is mended this many times before the error is shown (G19). */
const HEALING_ATTEMPTS = 3;

/** Why a connection will not serve any more: a newer build took over, or the database was deleted. */
export type Ending = "replaced" | "deleted";

/**
 * One database: the only place where Dexie opens, and the only way to its stores.
 *
 * Opens when first used, after a native look at what is there. Heals a connection that the browser dropped, but never
 * by creating an empty database in place of one that was there. After a newer build or a deletion asked for the
 * database it stays closed for good (D2).
 */
export class Connection {
  readonly layout: Layout;
  readonly #environment: StorageEnvironment;
  #opening: Promise<Dexie> | null = null;
  #current: Dexie | null = null;
  #wasOpen = false;
  #ending: Ending | null = null;
  readonly #listeners = new Set<(ending: Ending) => void>();

  constructor(environment: StorageEnvironment, layout: Layout) {
    this.#environment = environment;
    this.layout = layout;
  }

  /** Whether the database has been there since this tab started. */
  get wasOpen(): boolean {
    return this.#wasOpen;
  }

  /** Calls back once when the connection has ended for good. */
  onEnded(listener: (ending: Ending) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Runs a body in a read-only transaction. @throws StorageFailure */
  read<T>(body: () => Body<T>): Promise<T> {
    return this.#run("r", body);
  }

  /**
   * Runs a body in a read-write transaction of strict durability over all stores; resolves after `complete` (R3, R4).
   * Refused before anything is written when the data ask for a newer writer than this build (R5). May run the body
   * again after a lost connection, so the body must come to the same end when its writes were already there.
   *
   * @throws StorageFailure; then nothing of the body was written
   */
  write<T>(body: () => Body<T>): Promise<T> {
    const { schema } = this.#environment;
    return this.#run("rw", function* gated(): Body<T> {
      const stored = parseSchema(yield* get(META, SCHEMA_KEY));
      if (stored !== null) admit(stored.minWriter, schema, "write");
      if (stored === null || stored.version < schema.version) yield* put(META, SCHEMA_KEY, schema);
      return yield* body();
    });
  }

  /** What is there, without creating anything. @throws StorageFailure */
  async probe(): Promise<Probe> {
    try {
      return await probe(this.#environment.indexedDB, this.layout.name);
    } catch (error) {
      throw new StorageFailure(classify(error, { step: "open" }));
    }
  }

  /** Lets go of the database; the next use opens it again. */
  close(): void {
    const opening = this.#opening;
    this.#opening = null;
    this.#current = null;
    void opening?.then(shut, () => undefined);
  }

  async #run<T>(mode: "r" | "rw", body: () => Body<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(mode, body);
      } catch (error) {
        const classified = classify(error);
        if (classified.code !== "E_DB_CLOSED" || attempt === HEALING_ATTEMPTS) {
          throw new StorageFailure(classified);
        }
        this.close();
      }
    }
  }

  async #attempt<T>(mode: "r" | "rw", body: () => Body<T>): Promise<T> {
    const opening = this.#open();
    const database = await opening;
    return await runTransaction(database, mode, this.layout.stores, () => {
      // Dexie may have reopened behind our back; a database that we did not look at is not written to (D11).
      if (this.#opening !== opening) throw new StorageFailure(storageError("E_DB_CLOSED"));
      return body();
    });
  }

  #open(): Promise<Dexie> {
    if (this.#ending !== null) {
      const ending = this.#ending;
      return Promise.reject(new StorageFailure(storageError("E_STALE_TAB", { ending }, false)));
    }
    if (this.#opening === null) {
      const opening = this.#openChecked();
      this.#opening = opening;
      opening.catch(() => {
        if (this.#opening === opening) this.#opening = null;
      });
    }
    return this.#opening;
  }

  async #openChecked(): Promise<Dexie> {
    const { schema } = this.#environment;
    const found = await this.probe();
    if (!found.exists && this.#wasOpen) throw new StorageFailure(storageError("E_DB_LOST"));
    if (found.version > schema.version * NATIVE_FACTOR) {
      throw new StorageFailure(tooNew(found, schema));
    }
    if (found.version === schema.version * NATIVE_FACTOR) this.#verify(found.version, found.stores);
    const database = this.#construct();
    try {
      await withPatience(Promise.resolve(database.open()));
      const native = database.backendDB();
      this.#verify(native.version, [...native.objectStoreNames]);
      const stored = parseSchema(
        await runTransaction(database, "r", this.layout.stores, () => get(META, SCHEMA_KEY)),
      );
      if (stored !== null) admit(stored.minReader, schema, "read");
    } catch (error) {
      shut(database);
      throw new StorageFailure(classify(error, { step: "open" }));
    }
    this.#wasOpen = true;
    this.#current = database;
    return database;
  }

  #construct(): Dexie {
    const { indexedDB, IDBKeyRange, schema } = this.#environment;
    const database = new Dexie(this.layout.name, {
      indexedDB: openingOnce(indexedDB),
      IDBKeyRange,
      autoOpen: false,
      cache: "disabled",
      chromeTransactionDurability: "strict",
    });
    database
      .version(schema.version)
      .stores(Object.fromEntries(this.layout.stores.map((store) => [store, ""])));
    database.on("versionchange", (event) => {
      this.#end(database, event.newVersion === null ? "deleted" : "replaced");
      return false;
    });
    database.on("close", () => {
      // Dexie's own way would be to open again at the next call, whatever is there by then.
      if (this.#current === database) this.close();
    });
    return database;
  }

  /** The installed stores are exactly those of the layout (D9, D16). */
  #verify(nativeVersion: number, stores: readonly string[]): void {
    const expected = this.layout.stores.toSorted().join();
    const version = this.#environment.schema.version * NATIVE_FACTOR;
    if (nativeVersion === version && stores.toSorted().join() === expected) return;
    const where = { reason: "stores", version: nativeVersion };
    throw new StorageFailure(storageError("E_DB_CORRUPT", where, false));
  }

  #end(database: Dexie, ending: Ending): void {
    this.#ending ??= ending;
    shut(database);
    for (const listener of this.#listeners) listener(this.#ending);
    this.#listeners.clear();
  }
}

function shut(database: Dexie): void {
  database.close({ disableAutoOpen: true });
}

/**
 * Dexie opens a second time on its own when a version is newer (and then writes to it), when stores differ (and then
 * changes them) and after some errors (D1, D9, D11). Each instance gets one open request; another one is for us to make.
 */
function openingOnce(indexedDB: IDBFactory): IDBFactory {
  let opened = false;
  return {
    open: (name: string, version?: number) => {
      if (opened) throw new DOMException("opened once already", "InvalidStateError");
      opened = true;
      return indexedDB.open(name, version);
    },
    deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (first: unknown, second: unknown) => indexedDB.cmp(first, second),
  };
}

function tooNew(found: Probe, schema: SchemaVersion): StorageError {
  return storageError("E_DB_NEWER", {
    dataVersion: found.version / NATIVE_FACTOR,
    ownVersion: schema.version,
  });
}

function admit(needed: number, schema: SchemaVersion, access: "read" | "write"): void {
  if (schema.version >= needed) return;
  const where = { dataVersion: needed, ownVersion: schema.version, access };
  throw new StorageFailure(storageError("E_DB_NEWER", where));
}

function parseSchema(value: unknown): SchemaVersion | null {
  if (value === undefined) return null;
  if (typeof value === "object" && value !== null) {
    const { version, minReader, minWriter } = value as Record<string, unknown>;
    if (
      typeof version === "number" &&
      typeof minReader === "number" &&
      typeof minWriter === "number"
    ) {
      return { version, minReader, minWriter };
    }
  }
  throw new StorageFailure(storageError("E_DB_CORRUPT", { record: SCHEMA_KEY }, false));
}
