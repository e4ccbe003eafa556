import { IDBObjectStore } from "fake-indexeddb";

/** `at-once`: the call throws. `at-commit`: the request succeeds, then the transaction aborts, as browsers do (F9). */
export type FailureMode = "at-once" | "at-commit";

type Method = (this: IDBObjectStore, ...parameters: unknown[]) => IDBRequest;
const METHODS = ["put", "add", "delete", "clear"] as const;

/** fake-indexeddb's own way to abort with an error that is not the caller's. */
interface Abortable {
  _abort(name: string): void;
}

/**
 * Makes the `failAt`-th write request (1-based; puts and deletes alike) of everything that `body` does run out of room,
 * and only that one. Counts all of them.
 */
export async function withFailingWrite<T>(
  failAt: number,
  mode: FailureMode,
  body: () => Promise<T>,
): Promise<{
  readonly value: T;
  readonly writes: number;
  /** The method that failed; null when there were fewer writes than that. */
  readonly failed: string | null;
}> {
  const prototype = IDBObjectStore.prototype as unknown as Record<string, Method>;
  const originals = METHODS.map((name) => [name, prototype[name]!] as const);
  let writes = 0;
  let failed: string | null = null;
  for (const [name, original] of originals) {
    prototype[name] = function (this: IDBObjectStore, ...parameters: unknown[]): IDBRequest {
      writes++;
      if (writes !== failAt) return original.apply(this, parameters);
      failed = name;
      if (mode === "at-once") throw new DOMException("full", "QuotaExceededError");
      const request = original.apply(this, parameters);
      request.addEventListener("success", () => {
        (this.transaction as unknown as Abortable)._abort("QuotaExceededError");
      });
      return request;
    };
  }
  try {
    return { value: await body(), writes, failed };
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
}
