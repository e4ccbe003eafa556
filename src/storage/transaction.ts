import Dexie, { type PromiseExtended, type Transaction } from "dexie";
import { InvariantError, unreachable } from "../kernel/base/invariant";

/** Both ends included. */
export interface KeyRange {
  readonly from: string;
  readonly to: string;
}

type Action =
  | { readonly kind: "get"; readonly store: string; readonly key: string }
  | { readonly kind: "getMany"; readonly store: string; readonly keys: readonly string[] }
  | { readonly kind: "getAll"; readonly store: string }
  | { readonly kind: "keys"; readonly store: string; readonly range: KeyRange | null }
  | { readonly kind: "count"; readonly store: string; readonly range: KeyRange }
  | { readonly kind: "put"; readonly store: string; readonly key: string; readonly value: unknown }
  | {
      readonly kind: "putMany";
      readonly store: string;
      readonly keys: readonly string[];
      readonly values: readonly unknown[];
    }
  | { readonly kind: "remove"; readonly store: string; readonly key: string }
  | { readonly kind: "removeRange"; readonly store: string; readonly range: KeyRange };

/** One request to the database; can only be made here, so nothing else can be waited for in a transaction. */
class Operation {
  readonly action: Action;

  constructor(action: Action) {
    this.action = action;
  }
}

/**
 * The body of a transaction: a generator that yields operations (through `yield*` and the functions below) and nothing
 * else. It cannot `await`, so it cannot let the transaction commit under it: waiting for anything foreign inside an
 * IndexedDB transaction silently destroys atomicity in Firefox and WebKit (reliability F3, D4).
 */
export type Body<T> = Generator<Operation, T, unknown>;

export function* get(store: string, key: string): Body<unknown> {
  return yield new Operation({ kind: "get", store, key });
}

/** Values in the order of the keys; undefined where there is none. */
export function* getMany(store: string, keys: readonly string[]): Body<readonly unknown[]> {
  return (yield new Operation({ kind: "getMany", store, keys })) as readonly unknown[];
}

export function* getAll(store: string): Body<readonly unknown[]> {
  return (yield new Operation({ kind: "getAll", store })) as readonly unknown[];
}

export function* keysOf(store: string, range: KeyRange | null = null): Body<readonly string[]> {
  return (yield new Operation({ kind: "keys", store, range })) as readonly string[];
}

export function* countOf(store: string, range: KeyRange): Body<number> {
  return (yield new Operation({ kind: "count", store, range })) as number;
}

export function* put(store: string, key: string, value: unknown): Body<void> {
  yield new Operation({ kind: "put", store, key, value });
}

export function* putMany(
  store: string,
  keys: readonly string[],
  values: readonly unknown[],
): Body<void> {
  yield new Operation({ kind: "putMany", store, keys, values });
}

export function* remove(store: string, key: string): Body<void> {
  yield new Operation({ kind: "remove", store, key });
}

export function* removeRange(store: string, range: KeyRange): Body<void> {
  yield new Operation({ kind: "removeRange", store, range });
}

/**
 * Runs a body inside one transaction over all of `stores` and resolves after the browser reported `complete`.
 *
 * Anything thrown, by the body or by the database, aborts the transaction: all or nothing. A body that yields something
 * other than an operation, or is not a generator, is refused the same way.
 */
export function runTransaction<T>(
  database: Dexie,
  mode: "r" | "rw",
  stores: readonly string[],
  body: () => Body<T>,
): PromiseExtended<T> {
  let native: IDBTransaction | null = null;
  return database
    .transaction(mode, [...stores], (transaction) => {
      let completed = false;
      // `idbtrans` is Dexie's own handle on the native transaction.
      native = transaction.idbtrans;
      native.addEventListener("complete", () => {
        completed = true;
      });
      const steps = body();
      if (!isGenerator(steps)) {
        throw new InvariantError("the body of a transaction is not a generator");
      }
      return drive(transaction, steps).then((value) => {
        if (completed) throw new InvariantError("the transaction was over before its body");
        return value;
      });
    })
    .catch((error: unknown) => {
      // When the browser aborts between two requests, Dexie reports the second one's refusal; the reason is here.
      throw reasonOf(native) ?? error;
    });
}

/** What the compiler promises, but a cast or plain JavaScript may break. */
function isGenerator(value: unknown): boolean {
  return typeof value === "object" && value !== null && "next" in value && Symbol.iterator in value;
}

function reasonOf(transaction: IDBTransaction | null): DOMException | null {
  return transaction === null ? null : transaction.error;
}

function drive<T>(transaction: Transaction, steps: Body<T>): PromiseExtended<T> {
  const advance = (input: unknown): PromiseExtended<T> => {
    const step = steps.next(input);
    if (step.done === true) return Dexie.Promise.resolve(step.value);
    if (!(step.value instanceof Operation)) {
      throw new InvariantError("a transaction may wait only for its own operations");
    }
    return perform(transaction, step.value.action).then(advance);
  };
  return Dexie.Promise.resolve(undefined).then(advance);
}

function perform(transaction: Transaction, action: Action): PromiseExtended<unknown> {
  const table = transaction.table(action.store);
  switch (action.kind) {
    case "get":
      return table.get(action.key);
    case "getMany":
      return table.bulkGet([...action.keys]);
    case "getAll":
      return table.toArray();
    case "keys":
      return action.range === null
        ? table.toCollection().primaryKeys()
        : table.where(":id").between(action.range.from, action.range.to, true, true).primaryKeys();
    case "count":
      return table.where(":id").between(action.range.from, action.range.to, true, true).count();
    case "put":
      return table.put(action.value, action.key);
    case "putMany":
      return table.bulkPut([...action.values], [...action.keys]);
    case "remove":
      return table.delete(action.key);
    case "removeRange":
      return table.where(":id").between(action.range.from, action.range.to, true, true).delete();
    default:
      return unreachable(action);
  }
}
