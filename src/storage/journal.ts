import { err, ok, type Result } from "../kernel/base/result";
import { StorageFailure, classify, storageError, type StorageError } from "./errors";
import { announce } from "./hints";
import { ENTRIES, META, SNAPSHOTS } from "./layout";
import { withWriteLock } from "./locks";
import { rememberEntries } from "./remember";
import { get, getAll, put, putMany, removeRange, type Body } from "./transaction";
import type { Workspace } from "./workspace";

/** One thing the user did here: a mapping kept, a segment made, a note written. */
export interface JournalEntry {
  /** Made by the caller (UUID): appending the same id again changes nothing. */
  readonly id: string;
  readonly atMs: number;
  /** What the body is; whoever reads it knows. */
  readonly kind: string;
  /** JSON values only; stored as text, so a state proxy does no harm. */
  readonly body: unknown;
}

export interface Acknowledged {
  /** Position in the journal, from 1, without gaps. */
  readonly sequence: number;
}

export interface Journal {
  /** What compaction made of the entries before; null before the first one. */
  readonly snapshot: unknown;
  /** Entries since, oldest first. */
  readonly entries: readonly JournalEntry[];
  /** Number of the last entry ever appended; 0 for an empty journal. */
  readonly lastSequence: number;
}

const LAST_KEY = "last-sequence";
const SNAPSHOT_KEY = "snapshot";
const EVERY_ENTRY = { from: "", to: "\uffff" } as const;

/** As `appendEntries`, for one. */
export async function appendEntry(
  workspace: Workspace,
  entry: JournalEntry,
): Promise<Result<Acknowledged, StorageError>> {
  return appendEntries(workspace, [entry]);
}

/**
 * Writes entries, all or none. Resolves with `ok` only after the browser reported the strict transaction complete (R4):
 * what is acknowledged survives a kill at that very moment. The sentinel then knows how many there are (R7).
 *
 * @returns the position of the last of them
 */
export async function appendEntries(
  workspace: Workspace,
  entries: readonly JournalEntry[],
): Promise<Result<Acknowledged, StorageError>> {
  try {
    const stored = entries.map((entry) => ({ ...entry, body: jsonOf(entry.body) }));
    const sequence = await workspace.work.write(function* (): Body<number> {
      let last = lastOf(yield* get(META, LAST_KEY));
      for (const entry of stored) last = yield* append(entry);
      return last;
    });
    await rememberEntries(workspace, sequence);
    announce(workspace.environment, { kind: "journal", workspace: workspace.id });
    return ok({ sequence });
  } catch (error) {
    return err(classify(error, { step: "append" }));
  }
}

/** Number of the last entry ever appended: what to compare before reading everything again. */
export async function lastEntry(workspace: Workspace): Promise<Result<number, StorageError>> {
  try {
    return ok(
      await workspace.work.read(function* (): Body<number> {
        return lastOf(yield* get(META, LAST_KEY));
      }),
    );
  } catch (error) {
    return err(classify(error, { step: "journal" }));
  }
}

/** The whole journal, oldest entry first. */
export async function readJournal(workspace: Workspace): Promise<Result<Journal, StorageError>> {
  try {
    return ok(await workspace.work.read(readAll));
  } catch (error) {
    return err(classify(error, { step: "journal" }));
  }
}

/**
 * Replaces all entries by one snapshot, in one strict transaction under the write lock (R11).
 *
 * @param fold the snapshot before (null at first) and all entries since, to the new snapshot (JSON); synchronous, since
 *   it runs inside the transaction
 */
export async function compactJournal(
  workspace: Workspace,
  fold: (snapshot: unknown, entries: readonly JournalEntry[]) => unknown,
): Promise<Result<Journal, StorageError>> {
  try {
    const journal = await withWriteLock(workspace, {}, () =>
      workspace.work.write(function* (): Body<Journal> {
        const before = yield* readAll();
        if (before.entries.length === 0) return before;
        const snapshot = fold(before.snapshot, before.entries);
        yield* put(SNAPSHOTS, SNAPSHOT_KEY, jsonOf(snapshot));
        yield* removeRange(ENTRIES, EVERY_ENTRY);
        return { snapshot, entries: [], lastSequence: before.lastSequence };
      }),
    );
    return ok(journal);
  } catch (error) {
    return err(classify(error, { step: "compact" }));
  }
}

/**
 * Copies the whole journal into a workspace that has none.
 *
 * @returns the number of the last entry
 * @throws StorageFailure
 */
export async function copyJournal(source: Workspace, target: Workspace): Promise<number> {
  const { entries, snapshot, last } = await source.work.read(function* () {
    // Damage is named here, not carried on.
    yield* readAll();
    return {
      entries: yield* getAll(ENTRIES),
      snapshot: yield* get(SNAPSHOTS, SNAPSHOT_KEY),
      last: lastOf(yield* get(META, LAST_KEY)),
    };
  });
  if (last === 0) return 0;
  await target.work.write(function* (): Body<void> {
    yield* putMany(ENTRIES, entries.map(idOf), entries);
    if (snapshot !== undefined) yield* put(SNAPSHOTS, SNAPSHOT_KEY, snapshot);
    yield* put(META, LAST_KEY, last);
  });
  return last;
}

/** A JournalEntry as stored: its body as JSON text. */
interface StoredEntry {
  readonly id: string;
  readonly atMs: number;
  readonly kind: string;
  readonly body: string;
}

function* append({ id, atMs, kind, body }: StoredEntry): Body<number> {
  const stored = yield* get(ENTRIES, id);
  if (stored !== undefined) return sequenceOf(stored);
  const sequence = lastOf(yield* get(META, LAST_KEY)) + 1;
  yield* put(ENTRIES, id, { id, atMs, kind, body, sequence });
  yield* put(META, LAST_KEY, sequence);
  return sequence;
}

function* readAll(): Body<Journal> {
  const stored = yield* getAll(ENTRIES);
  const text = yield* get(SNAPSHOTS, SNAPSHOT_KEY);
  const lastSequence = lastOf(yield* get(META, LAST_KEY));
  const entries = stored
    .toSorted((a, b) => sequenceOf(a) - sequenceOf(b))
    .map((value) => parseEntry(value));
  return { snapshot: text === undefined ? null : parseJson(text), entries, lastSequence };
}

function jsonOf(value: unknown): string {
  // Undefined for what has no JSON, whatever the type of `stringify` says.
  const text: unknown = JSON.stringify(value);
  if (typeof text !== "string") throw new TypeError("not JSON");
  return text;
}

function corrupt(record: string): StorageFailure {
  return new StorageFailure(storageError("E_DB_CORRUPT", { record }, false));
}

function idOf(value: unknown): string {
  const id: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, "id") : undefined;
  if (typeof id !== "string") throw corrupt("entry");
  return id;
}

function sequenceOf(value: unknown): number {
  const sequence: unknown =
    typeof value === "object" && value !== null ? Reflect.get(value, "sequence") : undefined;
  if (typeof sequence !== "number") throw corrupt("entry");
  return sequence;
}

function lastOf(value: unknown): number {
  if (value === undefined) return 0;
  if (typeof value !== "number" || !Number.isSafeInteger(value)) throw corrupt(LAST_KEY);
  return value;
}

function parseEntry(value: unknown): JournalEntry {
  if (typeof value !== "object" || value === null) throw corrupt("entry");
  const { id, atMs, kind, body } = value as Record<string, unknown>;
  if (typeof id !== "string" || typeof atMs !== "number" || typeof kind !== "string") {
    throw corrupt("entry");
  }
  return { id, atMs, kind, body: parseJson(body) };
}

function parseJson(text: unknown): unknown {
  if (typeof text !== "string") throw corrupt("entry");
  try {
    return JSON.parse(text);
  } catch {
    throw corrupt("entry");
  }
}
