import { IDBDatabase, IDBFactory, IDBObjectStore } from "fake-indexeddb";

type Call = (this: object, ...parameters: unknown[]) => unknown;

/** Every call of the page into its database. */
const CALLS: readonly (readonly [object, readonly string[]])[] = [
  [IDBFactory.prototype, ["open"]],
  [IDBDatabase.prototype, ["transaction"]],
  [
    IDBObjectStore.prototype,
    ["get", "getAll", "getAllKeys", "openCursor", "openKeyCursor", "count", "put", "add", "delete"],
  ],
];

/**
 * Makes the `failAt`-th call (1-based) into any database throw what `failure` gives while `body` runs, and with `until` all
 * calls from there up to that one.
 *
 * @returns what the body gave, how many calls there were, and which one failed first; null when there were fewer
 */
export async function withFailingCall<T>(
  { failAt, until = failAt }: { readonly failAt: number; readonly until?: number },
  failure: () => unknown,
  body: () => Promise<T>,
): Promise<{ readonly value: T; readonly calls: number; readonly failed: string | null }> {
  let calls = 0;
  let failed: string | null = null;
  const undo: (() => void)[] = [];
  for (const [prototype, names] of CALLS) {
    const methods = prototype as Record<string, Call>;
    for (const name of names) {
      const original = methods[name]!;
      undo.push(() => (methods[name] = original));
      methods[name] = function (this: object, ...parameters: unknown[]): unknown {
        calls++;
        if (calls < failAt || calls > until) return original.apply(this, parameters);
        failed ??= name;
        throw failure();
      };
    }
  }
  try {
    return { value: await body(), calls, failed };
  } finally {
    for (const back of undo) back();
  }
}
