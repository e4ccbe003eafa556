import { applied, NO_WORK, type WorkChange, type WorkRecords } from "../domain/own-work";
import { err, ok, type Result } from "../kernel/base/result";
import { StorageFailure, storageError, type StorageError } from "./errors";
import {
  appendEntries,
  compactJournal,
  readJournal,
  type Acknowledged,
  type JournalEntry,
} from "./journal";
import { readSentinel, rememberEntries } from "./remember";
import type { Workspace } from "./workspace";

/** The user's own work as the journal has it. */
export interface StoredWork {
  readonly records: WorkRecords;
  /** Number of the last entry; rises with every change. */
  readonly lastSequence: number;
  /** Entries that the sentinel knows of: more than `lastSequence` when some were lost. */
  readonly expected: number;
}

/** A journal of more entries than this is folded when it is read. */
const COMPACT_ABOVE = 1000;

/** All records. @returns E_DB_CORRUPT for an entry that says nothing we know how to read */
export async function readWork(workspace: Workspace): Promise<Result<StoredWork, StorageError>> {
  const journal = await readJournal(workspace);
  if (!journal.ok) return journal;
  const { snapshot, entries, lastSequence } = journal.value;
  const sentinel = await readSentinel(workspace);
  const expected = sentinel === null ? 0 : sentinel.lastEntry;
  try {
    const records = foldWork(snapshot, entries);
    if (expected < lastSequence) await rememberEntries(workspace, lastSequence);
    // A journal that lost entries is left as it is: what may still be found must not be folded away.
    if (entries.length > COMPACT_ABOVE && expected <= lastSequence) await compactWork(workspace);
    return ok({ records, lastSequence, expected });
  } catch (error) {
    if (error instanceof StorageFailure) return err(error.error);
    throw error;
  }
}

/** Writes changes, all or none; `ok` once they are durable. E_INTERNAL: a value is not JSON. */
export async function appendChanges(
  workspace: Workspace,
  changes: readonly WorkChange[],
): Promise<Result<Acknowledged, StorageError>> {
  const { environment } = workspace;
  const atMs = environment.nowMs();
  // A function or undefined would leave its field out, and the entry could not be read again.
  if (changes.some(({ value }) => typeof (JSON.stringify(value) as unknown) !== "string")) {
    return err(storageError("E_INTERNAL", { step: "append" }, false));
  }
  return appendEntries(
    workspace,
    changes.map(({ kind, key, value }) => ({
      id: environment.randomId(),
      atMs,
      kind,
      body: { key, value },
    })),
  );
}

/** Folds the journal into its snapshot. A failure costs room, nothing else: the entries stay. */
export async function compactWork(workspace: Workspace): Promise<void> {
  await compactJournal(workspace, (snapshot, entries) => listed(foldWork(snapshot, entries)));
}

function foldWork(snapshot: unknown, entries: readonly JournalEntry[]): WorkRecords {
  return applied(unlisted(snapshot), entries.map(changeOf));
}

function changeOf({ kind, body }: JournalEntry): WorkChange {
  if (typeof body !== "object" || body === null) throw corrupt("entry");
  const { key, value } = body as Record<string, unknown>;
  if (typeof key !== "string" || value === undefined) throw corrupt("entry");
  return { kind, key, value };
}

/** Pairs, not objects: a key may be any text, `__proto__` too. */
function listed(records: WorkRecords): unknown {
  return [...records].map(([kind, own]) => [kind, [...own]]);
}

function unlisted(snapshot: unknown): WorkRecords {
  if (snapshot === null) return NO_WORK;
  return mapOf(snapshot, (own) => mapOf(own, (value) => value));
}

function mapOf<T>(value: unknown, read: (value: unknown) => T): Map<string, T> {
  if (!Array.isArray(value)) throw corrupt("snapshot");
  return new Map(
    value.map((pair: unknown): [string, T] => {
      if (!Array.isArray(pair) || typeof pair[0] !== "string") throw corrupt("snapshot");
      return [pair[0], read(pair[1])];
    }),
  );
}

function corrupt(record: string): StorageFailure {
  return new StorageFailure(storageError("E_DB_CORRUPT", { record }, false));
}
