import { forceCloseDatabase } from "fake-indexeddb";
import { describe, expect, it } from "vitest";
import { nodeEnvironment } from "../../tests/fault/support/node-environment";
import { Connection } from "./database";
import { SCHEMA } from "./environment";
import { StorageFailure, storageError } from "./errors";
import { get, getAll, getMany, keysOf, put, putMany, removeRange, type Body } from "./transaction";

const LAYOUT = { name: "d", stores: ["meta", "rows"] } as const;

/** A factory that counts opened databases and lets the test take them away, as a browser does. */
function watched(indexedDB: IDBFactory): { factory: IDBFactory; opened: IDBDatabase[] } {
  const opened: IDBDatabase[] = [];
  const factory = {
    open: (name: string, version?: number) => {
      const request = indexedDB.open(name, version);
      request.addEventListener("success", () => opened.push(request.result));
      return request;
    },
    deleteDatabase: (name: string) => indexedDB.deleteDatabase(name),
    databases: () => indexedDB.databases(),
    cmp: (a: unknown, b: unknown) => indexedDB.cmp(a, b),
  };
  return { factory, opened };
}

const forceClose = (database: IDBDatabase | undefined): void => {
  // fake-indexeddb's stand-in for a browser that drops the connection.
  forceCloseDatabase(database as unknown as Parameters<typeof forceCloseDatabase>[0]);
};

describe("a connection", () => {
  it("opens again by itself after the browser dropped it, and loses nothing (G19)", async () => {
    const environment = nodeEnvironment();
    const { factory, opened } = watched(environment.indexedDB);
    const connection = new Connection({ ...environment, indexedDB: factory }, LAYOUT);
    await connection.write(() => put("rows", "a", 1));
    forceClose(opened.at(-1));
    await connection.write(() => put("rows", "b", 2));
    expect(await connection.read(() => keysOf("rows"))).toEqual(["a", "b"]);
  });

  it("never puts an empty database in place of one that was there (D11)", async () => {
    const environment = nodeEnvironment();
    const { factory, opened } = watched(environment.indexedDB);
    const connection = new Connection({ ...environment, indexedDB: factory }, LAYOUT);
    await connection.write(() => put("rows", "a", 1));
    forceClose(opened.at(-1));
    await new Promise((resolve) => {
      environment.indexedDB.deleteDatabase("d").onsuccess = resolve;
    });
    await expect(connection.write(() => put("rows", "b", 2))).rejects.toMatchObject({
      error: { code: "E_DB_LOST" },
    });
    expect((await connection.probe()).exists).toBe(false);
  });

  it("gives up after three attempts", async () => {
    const connection = new Connection(nodeEnvironment(), LAYOUT);
    let attempts = 0;
    const failing = connection.write(function* (): Body<void> {
      attempts++;
      yield* put("rows", "a", 1);
      throw new StorageFailure(storageError("E_DB_CLOSED"));
    });
    await expect(failing).rejects.toMatchObject({ error: { code: "E_DB_CLOSED" } });
    expect(attempts).toBe(3);
    expect(await connection.read(() => keysOf("rows"))).toEqual([]);
  });

  it("refuses stores that are not those of the layout, and does not add its own (D9, D16)", async () => {
    const environment = nodeEnvironment();
    await new Connection(environment, { name: "d", stores: ["meta", "other"] }).write(() =>
      put("other", "a", 1),
    );
    const connection = new Connection(environment, LAYOUT);
    await expect(connection.read(() => keysOf("rows"))).rejects.toMatchObject({
      error: { code: "E_DB_CORRUPT" },
    });
    expect(await connection.probe()).toMatchObject({
      version: SCHEMA.version * 10,
      stores: ["meta", "other"],
    });
  });

  it.each([1, {}, { version: 1 }])("refuses %o as a schema record", async (bad) => {
    const connection = new Connection(nodeEnvironment(), LAYOUT);
    await connection.write(() => put("meta", "schema", bad));
    await expect(connection.write(() => put("rows", "a", 1))).rejects.toMatchObject({
      error: { code: "E_DB_CORRUPT", where: { record: "schema" } },
    });
  });

  it("writes nothing to data that ask for a newer writer, but reads them (R5)", async () => {
    const connection = new Connection(nodeEnvironment(), LAYOUT);
    const schema = { ...SCHEMA, minWriter: SCHEMA.version + 1 };
    await connection.write(() => put("meta", "schema", schema));
    await expect(connection.write(() => put("rows", "a", 1))).rejects.toMatchObject({
      error: { code: "E_DB_NEWER", where: { access: "write" } },
    });
    expect(await connection.read(() => keysOf("rows"))).toEqual([]);
  });

  it("stops listening when asked to", async () => {
    const environment = nodeEnvironment();
    const connection = new Connection(environment, LAYOUT);
    await connection.write(() => put("rows", "a", 1));
    let calls = 0;
    const off = connection.onEnded(() => calls++);
    off();
    const schema = { version: SCHEMA.version + 1, minReader: 3, minWriter: 3 };
    const newer = new Connection({ ...environment, schema }, LAYOUT);
    expect(await newer.read(() => getAll("rows"))).toEqual([1]);
    expect(calls).toBe(0);
    await expect(connection.read(() => getAll("rows"))).rejects.toMatchObject({
      error: { code: "E_STALE_TAB", where: { ending: "replaced" } },
    });
  });
});

describe("the operations of a transaction", () => {
  it("read what was put, in the order of the keys asked for", async () => {
    const connection = new Connection(nodeEnvironment(), LAYOUT);
    const seen = await connection.write(function* () {
      yield* putMany("rows", ["a", "b", "c", "d"], [1, 2, 3, 4]);
      yield* removeRange("rows", { from: "b", to: "c" });
      return [yield* get("rows", "a"), yield* getMany("rows", ["d", "b", "a"])];
    });
    expect(seen).toEqual([1, [4, undefined, 1]]);
  });
});
