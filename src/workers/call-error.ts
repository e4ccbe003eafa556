import type { CallError } from "./protocol";

/** A failed call as the page sees it: the worker's code, or one of the codes of the channel itself. */
export class CallFailure extends Error {
  override readonly name = "CallFailure";
  readonly code: string;
  readonly where: Readonly<Record<string, string | number>>;
  constructor(error: CallError) {
    super(error.message);
    this.code = error.code;
    this.where = error.where;
  }
}

/** Codes that the channel itself raises. */
export const CANCELLED = "E_CANCELLED";
export const WORKER_CRASHED = "E_WORKER_CRASHED";
/** The worker's thread said nothing for too long and was ended. */
export const WORKER_STALLED = "E_WORKER_STALLED";
export const INTERNAL = "E_INTERNAL";
/** An allocation was refused. */
const MEMORY = "E_MEMORY";
/** The worker's code is not of the page's build (R45): nothing is asked of it. */
export const WORKER_BUILD = "E_WORKER_BUILD";

export const cancelled = (): CallFailure =>
  new CallFailure({ code: CANCELLED, message: "cancelled", where: {} });

/** The end of a call whose worker was ended because it did not answer the cancel of another one. */
export const restarted = (): CallFailure =>
  new CallFailure({
    code: WORKER_CRASHED,
    message: "restarted: a cancel was not answered",
    where: { step: "cancel" },
  });

/** Whether a call was lost with its worker through no fault of its own: it can be asked again. */
export function isRestarted(error: unknown): boolean {
  return (
    error instanceof CallFailure &&
    error.code === WORKER_CRASHED &&
    error.where["step"] === "cancel"
  );
}

/** How engines say that there is no room for an array or a text; all of them by a RangeError. */
const NO_ROOM =
  /allocation failed|out of memory|(invalid|out-of-range|out of range).*(length|buffer)|length (out of range|too large)/i;

function isCoded(
  value: unknown,
): value is { code: string; where?: unknown; row?: unknown; detail?: unknown } {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof (value as { code?: unknown }).code === "string"
  );
}

function flatWhere(value: unknown): Record<string, string | number> {
  const where: Record<string, string | number> = {};
  if (typeof value !== "object" || value === null) return where;
  for (const [key, part] of Object.entries(value)) {
    if (typeof part === "string" || typeof part === "number") where[key] = part;
  }
  return where;
}

/**
 * Turns whatever a handler threw into the wire form. Errors of ingest and storage carry a code of their own;
 * anything else is a bug and keeps its message for the report.
 */
export function toCallError(thrown: unknown): CallError {
  if (thrown instanceof DOMException && thrown.name === "AbortError") {
    return { code: CANCELLED, message: "cancelled", where: {} };
  }
  if (thrown instanceof Error && "error" in thrown && isCoded(thrown.error)) {
    // StorageFailure carries its StorageError
    return {
      code: thrown.error.code,
      message: thrown.message,
      where: flatWhere(thrown.error.where),
    };
  }
  if (isCoded(thrown)) {
    const where = {
      ...flatWhere(thrown.where),
      ...flatWhere({ row: thrown.row, detail: thrown.detail }),
    };
    return {
      code: thrown.code,
      message: thrown instanceof Error ? thrown.message : thrown.code,
      where,
    };
  }
  if (thrown instanceof RangeError && NO_ROOM.test(thrown.message)) {
    return { code: MEMORY, message: thrown.message, where: {} };
  }
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return { code: INTERNAL, message, where: {} };
}
