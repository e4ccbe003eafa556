/** What must be in the database according to the last time this browser saw it. No personal data. */
export interface SentinelRecord {
  readonly generation: string;
  readonly revision: number;
  readonly root: string;
  readonly rowCount: number;
  /** Number of acknowledged journal entries, as far as known. */
  readonly lastEntry: number;
}

/**
 * Whether imported data must be there. Not when only the user's own work was ever stored; a record that says nothing
 * (a damaged memory) still proves that something was.
 */
export function expectsData(record: SentinelRecord | null): boolean {
  return record !== null && (record.revision > 0 || record.lastEntry === 0);
}

/** Memory outside IndexedDB (R7): tells a lost database from a first run. */
export interface Sentinel {
  read(workspace: string): Promise<SentinelRecord | null>;
  write(workspace: string, record: SentinelRecord): Promise<void>;
  remove(workspace: string): Promise<void>;
  /** Ids of all workspaces that had data. */
  workspaces(): Promise<readonly string[]>;
}

/** The part of `localStorage` that is used; workers do not have it. */
export interface TextStore {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const PREFIX = "clientele-had:";

/** Keeps the record in `localStorage`. */
export function textSentinel(store: TextStore): Sentinel {
  return {
    read: (workspace) => Promise.resolve(parseRecord(store.getItem(PREFIX + workspace))),
    write: (workspace, record) => {
      store.setItem(PREFIX + workspace, JSON.stringify(record));
      return Promise.resolve();
    },
    remove: (workspace) => {
      store.removeItem(PREFIX + workspace);
      return Promise.resolve();
    },
    workspaces: () => {
      const keys = Array.from({ length: store.length }, (_, i) => store.key(i));
      return Promise.resolve(
        keys.flatMap((key) => (key?.startsWith(PREFIX) ? [key.slice(PREFIX.length)] : [])),
      );
    },
  };
}

const CACHE = "clientele-had";
const CACHE_PATH = "/clientele-had/";

/** Keeps the record in the Cache API, which also workers reach; secure contexts only. */
export function cacheSentinel(caches: CacheStorage): Sentinel {
  const urlOf = (workspace: string): string => CACHE_PATH + encodeURIComponent(workspace);
  return {
    read: async (workspace) => {
      const response = await (await caches.open(CACHE)).match(urlOf(workspace));
      return parseRecord(response === undefined ? null : await response.text());
    },
    write: async (workspace, record) => {
      await (await caches.open(CACHE)).put(urlOf(workspace), new Response(JSON.stringify(record)));
    },
    remove: async (workspace) => {
      await (await caches.open(CACHE)).delete(urlOf(workspace));
    },
    workspaces: async () => {
      const requests = await (await caches.open(CACHE)).keys();
      return requests.map((request) => {
        const path = new URL(request.url).pathname;
        return decodeURIComponent(path.slice(path.lastIndexOf("/") + 1));
      });
    },
  };
}

/**
 * Several memories as one: a record survives while one of them keeps it, and the highest counts are believed. A memory
 * that fails (blocked, full) is passed over: the others still answer.
 */
export function joinedSentinel(memories: readonly Sentinel[]): Sentinel {
  const ask = async <T>(question: (memory: Sentinel) => Promise<T>): Promise<readonly T[]> => {
    const answers = await Promise.allSettled(memories.map(async (memory) => question(memory)));
    return answers.flatMap((answer) => (answer.status === "fulfilled" ? [answer.value] : []));
  };
  return {
    read: async (workspace) => {
      const records = await ask((memory) => memory.read(workspace));
      return records.reduce((best, record) => {
        if (best === null || record === null) return best ?? record;
        const lastEntry = Math.max(best.lastEntry, record.lastEntry);
        return { ...(record.revision > best.revision ? record : best), lastEntry };
      }, null);
    },
    write: async (workspace, record) => {
      await ask((memory) => memory.write(workspace, record));
    },
    remove: async (workspace) => {
      await ask((memory) => memory.remove(workspace));
    },
    workspaces: async () => [...new Set((await ask((memory) => memory.workspaces())).flat())],
  };
}

/** A text that is no record counts as one of which nothing is known: something was here. */
function parseRecord(text: string | null): SentinelRecord | null {
  if (text === null) return null;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // A damaged memory still proves that there were data; it only cannot say which.
    value = {};
  }
  const field = (name: string): unknown =>
    typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
  const textOf = (name: string): string => {
    const found = field(name);
    return typeof found === "string" ? found : "";
  };
  const countOf = (name: string): number => {
    const found = field(name);
    return typeof found === "number" && Number.isSafeInteger(found) ? found : 0;
  };
  return {
    generation: textOf("generation"),
    revision: countOf("revision"),
    root: textOf("root"),
    rowCount: countOf("rowCount"),
    lastEntry: countOf("lastEntry"),
  };
}
