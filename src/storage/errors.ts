/** What can go wrong between the app and the browser's storage. Words for them are in `i18n`. */
export type StorageErrorCode =
  /** no room for this write; nothing was changed */
  | "E_QUOTA"
  /** the disk is full already when opening */
  | "E_DISK_FULL_OPEN"
  /** data that were here are gone */
  | "E_DB_LOST"
  /** the workspace does not exist (any more) */
  | "E_DB_MISSING"
  /** stored bytes are not what was written; `where` names table, column and rows */
  | "E_DB_CORRUPT"
  /** written by a newer build than this one */
  | "E_DB_NEWER"
  /** another tab holds an old version open, or the browser does not answer */
  | "E_DB_BLOCKED"
  /** the browser closed the connection */
  | "E_DB_CLOSED"
  /** the browser refuses storage here (private window, blocked by policy) */
  | "E_PRIVATE_MODE"
  /** another tab is writing */
  | "E_LOCKED_BY_TAB"
  /** another tab changed the data, or replaced this build */
  | "E_STALE_TAB"
  /** the caller's signal stopped the work; nothing was changed */
  | "E_CANCELLED"
  | "E_MEMORY"
  /** a bug */
  | "E_INTERNAL";

/** Where it happened: names of steps, tables and columns, counts and offsets; never cell text. */
export type ErrorPlace = Readonly<Record<string, string | number>>;

export interface StorageError {
  readonly code: StorageErrorCode;
  readonly where: ErrorPlace;
  /** The same call may succeed when repeated, after what the code names is remedied (space freed, data re-read). */
  readonly retryable: boolean;
}

const RETRYABLE: readonly StorageErrorCode[] = [
  "E_QUOTA",
  "E_DISK_FULL_OPEN",
  "E_DB_BLOCKED",
  "E_DB_CLOSED",
  "E_LOCKED_BY_TAB",
  "E_CANCELLED",
  "E_MEMORY",
];

export function storageError(
  code: StorageErrorCode,
  where: ErrorPlace = {},
  retryable = RETRYABLE.includes(code),
): StorageError {
  return { code, where, retryable };
}

/** A StorageError on its way up through code that can only throw (transaction bodies). */
export class StorageFailure extends Error {
  override readonly name = "StorageFailure";
  readonly error: StorageError;

  constructor(error: StorageError) {
    super(`${error.code} ${JSON.stringify(error.where)}`);
    this.error = error;
  }
}

/** By name of a DOMException or Dexie error; the order is the order of trust when several are nested. */
const BY_NAME: readonly (readonly [RegExp, StorageErrorCode])[] = [
  [/^QuotaExceededError$/, "E_QUOTA"],
  [/^VersionError$/, "E_DB_NEWER"],
  [/^(SecurityError|MissingAPIError|MissingApiError)$/, "E_PRIVATE_MODE"],
  [/^(NotReadableError|DataError|CodecError|ReadError)$/, "E_DB_CORRUPT"],
  [
    /^(InvalidStateError|DatabaseClosedError|DatabaseClosed|TransactionInactiveError)$/,
    "E_DB_CLOSED",
  ],
  [/^(TimeoutError)$/, "E_DB_BLOCKED"],
  [/^NotFoundError$/, "E_DB_CORRUPT"],
];

/** By message, for engines that say it in words only; tried before the names, which those engines misuse. */
const BY_MESSAGE: readonly (readonly [RegExp, StorageErrorCode])[] = [
  // WebKit reports a crashed or suspended storage process as UnknownError.
  [
    /connection to indexed database server lost|connection is closing|database connection is clos/i,
    "E_DB_CLOSED",
  ],
  [
    /attempt to (open|get|iterate|delete|store|put).*(closed|without an in-progress)/i,
    "E_DB_CLOSED",
  ],
  // Firefox in a private window of older releases.
  [/did not allow mutations/i, "E_PRIVATE_MODE"],
  [/quota|QuotaExceeded/i, "E_QUOTA"],
  [/no space left|disk (is )?full|not enough (disk )?space|FILE_ERROR_NO_SPACE/i, "E_QUOTA"],
  [/array buffer allocation|out of memory|invalid (typed )?array (buffer )?length/i, "E_MEMORY"],
];

/**
 * The one place where whatever the browser or Dexie threw becomes a StorageError.
 *
 * Looks through Dexie's `inner`, `BulkError.failures` and `cause`, since a full disk arrives as an AbortError around a
 * QuotaExceededError; then at messages (WebKit says in words what others say by name), then at names. Anything unknown is
 * E_INTERNAL with the name in `where`; messages are not kept, they may quote data.
 */
export function classify(error: unknown, where: ErrorPlace = {}): StorageError {
  const layers = layersOf(error);
  for (const layer of layers) {
    if (layer instanceof StorageFailure) {
      return { ...layer.error, where: { ...where, ...layer.error.where } };
    }
  }
  const named = layers.map((layer) => ({ name: nameOf(layer), message: messageOf(layer) }));
  const name = named.at(-1)?.name ?? "none";
  for (const [pattern, code] of BY_MESSAGE) {
    if (named.some((layer) => pattern.test(layer.message) && layer.name !== "InvariantError")) {
      return storageError(code, { ...where, name });
    }
  }
  for (const [pattern, code] of BY_NAME) {
    if (named.some((layer) => pattern.test(layer.name)))
      return storageError(code, { ...where, name });
  }
  return storageError(lastResort(named.map((layer) => layer.name)), { ...where, name });
}

/** Names that say little: a bare abort is the browser going away; UnknownError is a file that cannot be read. */
function lastResort(names: readonly string[]): StorageErrorCode {
  if (names.includes("UnknownError")) return "E_DB_CORRUPT";
  if (names.includes("AbortError")) return "E_DB_CLOSED";
  return "E_INTERNAL";
}

const DEEPEST = 6;

function layersOf(error: unknown, depth = 0): readonly unknown[] {
  if (error === null || error === undefined || depth > DEEPEST) return [];
  if (typeof error !== "object") return [error];
  const nested: unknown[] = [];
  if ("inner" in error) nested.push(error.inner);
  if ("cause" in error) nested.push(error.cause);
  if ("failures" in error && Array.isArray(error.failures)) {
    const failures: readonly unknown[] = error.failures;
    nested.push(...failures.slice(0, 8));
  }
  return [error, ...nested.flatMap((inner) => (inner === error ? [] : layersOf(inner, depth + 1)))];
}

function nameOf(layer: unknown): string {
  if (typeof layer === "object" && layer !== null && "name" in layer) return String(layer.name);
  return typeof layer;
}

function messageOf(layer: unknown): string {
  if (typeof layer === "string") return layer;
  if (typeof layer === "object" && layer !== null && "message" in layer)
    return String(layer.message);
  return "";
}
