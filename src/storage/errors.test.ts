import { describe, expect, it } from "vitest";
import { InvariantError } from "../kernel/base/invariant";
import { CodecError } from "../kernel/table/codec";
import { StorageFailure, classify, storageError, type StorageErrorCode } from "./errors";

const named = (name: string, message = "", more: object = {}): unknown =>
  Object.assign(new Error(message), { name }, more);

/** Errors as the engines and Dexie 4.4.7 give them. */
const RECORDED: readonly (readonly [string, unknown, StorageErrorCode])[] = [
  [
    "Dexie, quota met at commit",
    named("AbortError", "Transaction aborted", { inner: named("QuotaExceededError") }),
    "E_QUOTA",
  ],
  [
    "Dexie, quota inside a bulk write",
    named("BulkError", "1 of 9 operations failed", {
      failures: [named("ConstraintError"), named("QuotaExceededError", "The current transaction")],
    }),
    "E_QUOTA",
  ],
  ["Chromium, full", new DOMException("Encountered full disk.", "QuotaExceededError"), "E_QUOTA"],
  ["Firefox, full", new DOMException("", "QuotaExceededError"), "E_QUOTA"],
  ["SQLite back end, full", named("UnknownError", "database or disk is full"), "E_QUOTA"],
  [
    "WebKit, storage process gone",
    named(
      "UnknownError",
      "Connection to Indexed Database server lost. Refresh the page to try again",
    ),
    "E_DB_CLOSED",
  ],
  [
    "Chromium, closing",
    new DOMException("The database connection is closing.", "InvalidStateError"),
    "E_DB_CLOSED",
  ],
  ["Dexie, closed", named("DatabaseClosedError", "Database has been closed"), "E_DB_CLOSED"],
  ["a bare abort", new DOMException("The transaction was aborted", "AbortError"), "E_DB_CLOSED"],
  ["Chromium, newer version", new DOMException("less than existing", "VersionError"), "E_DB_NEWER"],
  [
    "Firefox, private window of older releases",
    named(
      "InvalidStateError",
      "A mutation operation was attempted on a database that did not allow mutations.",
    ),
    "E_PRIVATE_MODE",
  ],
  ["storage blocked by policy", new DOMException("denied", "SecurityError"), "E_PRIVATE_MODE"],
  ["Dexie without IndexedDB", named("MissingAPIError"), "E_PRIVATE_MODE"],
  [
    "Chromium, blob file gone",
    new DOMException("Data lost due to missing file", "NotReadableError"),
    "E_DB_CORRUPT",
  ],
  ["SQLite back end, page damaged", named("UnknownError", "Failed to read"), "E_DB_CORRUPT"],
  [
    "SQLite back end, open of garbage",
    named("OpenFailedError", "", {
      inner: named("UnknownError", "Internal error opening backing store for indexedDB.open."),
    }),
    "E_DB_CORRUPT",
  ],
  ["our codec", new CodecError("cut slots"), "E_DB_CORRUPT"],
  ["allocation", new RangeError("Array buffer allocation failed"), "E_MEMORY"],
  ["Firefox allocation", new RangeError("invalid array length"), "E_MEMORY"],
  ["Dexie timeout", named("TimeoutError"), "E_DB_BLOCKED"],
  ["a store that is not there", named("NotFoundError"), "E_DB_CORRUPT"],
  ["a bug that speaks of quota", new InvariantError("quota of -1"), "E_INTERNAL"],
  ["a bug", new TypeError("x is undefined"), "E_INTERNAL"],
  ["a thrown text", "out of memory", "E_MEMORY"],
  ["nothing", undefined, "E_INTERNAL"],
  ["null", null, "E_INTERNAL"],
];

describe("classify", () => {
  it.each(RECORDED)("names %s", (_what, error, code) => {
    expect(classify(error).code).toBe(code);
  });

  it("unwraps what our own code threw, through any wrapping, and adds the place", () => {
    const failure = new StorageFailure(storageError("E_STALE_TAB", { revision: 3 }, true));
    const wrapped = named("AbortError", "", { inner: named("Error", "", { cause: failure }) });
    expect(classify(wrapped, { step: "store" })).toEqual({
      code: "E_STALE_TAB",
      where: { step: "store", revision: 3 },
      retryable: true,
    });
  });

  it("keeps the innermost name and never the message, which may quote data", () => {
    const error = named("AbortError", "客户甲", { inner: named("QuotaExceededError", "客户乙") });
    const classified = classify(error);
    expect(classified.where).toEqual({ name: "QuotaExceededError" });
    expect(JSON.stringify(classified)).not.toContain("客户");
  });

  it("comes to an end on errors that contain themselves", () => {
    const circle: { name: string; message: string; inner: unknown } = {
      name: "AbortError",
      message: "",
      inner: null,
    };
    circle.inner = { name: "Outer", message: "", inner: circle };
    expect(classify(circle).code).toBe("E_DB_CLOSED");
  });

  it("says which errors are worth another attempt", () => {
    expect(storageError("E_QUOTA").retryable).toBe(true);
    expect(storageError("E_DB_NEWER").retryable).toBe(false);
    expect(storageError("E_DB_CORRUPT").retryable).toBe(false);
  });
});
