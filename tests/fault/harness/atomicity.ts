import Dexie from "dexie";
import { Connection } from "../../../src/storage/database";
import { browserEnvironment } from "../../../src/storage/environment";
import { keysOf, put, type Body } from "../../../src/storage/transaction";

const STORE = "rows";

/** What was left of two writes around a foreign wait that ended in a throw; 0 is atomic. */
export interface AtomicityReport {
  /** Our wrapper, body throws after both writes. */
  readonly ownThrow: number;
  /** Our wrapper, body yields `crypto.subtle.digest(...)` between the writes. */
  readonly ownForeignDigest: number;
  /** Our wrapper, body yields `fetch(...)` between the writes. */
  readonly ownForeignFetch: number;
  /** Our wrapper given an async function in place of a generator. */
  readonly ownAsyncBody: number;
  /** Name of the error that each of the four rejected with. */
  readonly errors: readonly string[];
  /** Rows of a body that ends well. */
  readonly ownKept: number;
  /** `durability` of the native transaction. */
  readonly durability: string;
  /** The usual way with Dexie: `await crypto.subtle.digest`, for comparison. */
  readonly plainForeignDigest: number;
  readonly plainForeignFetch: number;
}

type Writing = (tag: string) => () => Body<void>;

const foreign = {
  digest: () => crypto.subtle.digest("SHA-256", new Uint8Array(1 << 20)),
  fetch: () => fetch("/"),
};

function* throwing(tag: string): Body<void> {
  yield* put(STORE, `${tag}-1`, 1);
  yield* put(STORE, `${tag}-2`, 2);
  throw new Error("after both writes");
}

/** What a colleague who does not know better would write; only a cast gets it past the compiler. */
function waiting(tag: string, wait: () => Promise<unknown>): Body<void> {
  function* body(): Generator<unknown, void> {
    yield* put(STORE, `${tag}-1`, 1);
    yield wait();
    yield* put(STORE, `${tag}-2`, 2);
    throw new Error("after both writes");
  }
  return body() as unknown as Body<void>;
}

async function asyncBody(): Promise<void> {
  await foreign.digest();
}

export async function atomicity(): Promise<AtomicityReport> {
  const name = `atomicity-${performance.now()}`;
  const connection = new Connection(browserEnvironment(), { name, stores: ["meta", STORE] });
  const errors: string[] = [];
  const rowsAfter = async (tag: string, write: ReturnType<Writing>): Promise<number> => {
    try {
      await connection.write(write);
      errors.push("none");
    } catch (error) {
      errors.push(error instanceof Error ? error.message : String(error));
    }
    return (await connection.read(() => keysOf(STORE))).filter((key) => key.startsWith(tag)).length;
  };
  const ownThrow = await rowsAfter("throw", () => throwing("throw"));
  const ownForeignDigest = await rowsAfter("digest", () => waiting("digest", foreign.digest));
  const ownForeignFetch = await rowsAfter("fetch", () => waiting("fetch", foreign.fetch));
  const ownAsyncBody = await rowsAfter("async", asyncBody as unknown as () => Body<void>);
  await connection.write(function* () {
    yield* put(STORE, "kept-1", 1);
    yield* put(STORE, "kept-2", 2);
  });
  const kept = await connection.read(() => keysOf(STORE));
  connection.close();
  return {
    ownThrow,
    ownForeignDigest,
    ownForeignFetch,
    ownAsyncBody,
    errors,
    ownKept: kept.filter((key) => key.startsWith("kept")).length,
    durability: await durabilityOf(),
    plainForeignDigest: await plain(foreign.digest),
    plainForeignFetch: await plain(foreign.fetch),
  };
}

/** What the browser says of a transaction made the way `Connection` makes them; "" where it does not say. */
async function durabilityOf(): Promise<string> {
  const seen: string[] = [];
  const seeing = new Proxy(Reflect.get(IDBDatabase.prototype, "transaction"), {
    apply: (original, self, parameters): IDBTransaction => {
      const transaction = Reflect.apply(original, self, parameters) as IDBTransaction;
      seen.push(`${transaction.mode}:${transaction.durability}`);
      return transaction;
    },
  });
  const kept = Object.getOwnPropertyDescriptor(IDBDatabase.prototype, "transaction");
  IDBDatabase.prototype.transaction = seeing;
  try {
    const name = `durability-${performance.now()}`;
    const connection = new Connection(browserEnvironment(), { name, stores: ["meta", STORE] });
    await connection.write(() => put(STORE, "a", 1));
    connection.close();
  } finally {
    if (kept !== undefined) Object.defineProperty(IDBDatabase.prototype, "transaction", kept);
  }
  return seen.filter((text) => text.startsWith("readwrite")).join();
}

async function plain(wait: () => Promise<unknown>): Promise<number> {
  const database = new Dexie(`plain-${performance.now()}`);
  database.version(1).stores({ [STORE]: "" });
  const table = database.table(STORE);
  await database
    .transaction("rw", table, async () => {
      await table.put(1, "1");
      await wait();
      await table.put(2, "2");
      throw new Error("after both writes");
    })
    .catch(() => undefined);
  const rows = await table.count();
  await database.delete();
  return rows;
}
