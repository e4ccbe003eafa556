/**
 * What the user makes here (notes, tags, segments, merges, recipes, grades by hand), kept apart from imported data and
 * never touched by an import. Each thing is a record under a key of its own within its kind; the journal says, entry by
 * entry, what a record has become.
 */

/** One kind of records. */
export interface WorkKind<T> {
  /** Stored with every entry: never changes, and is never used for another shape. */
  readonly name: string;
  /** null: not of this shape, e.g. written by another build; such a record stays stored and is not shown. */
  readonly parse: (value: unknown) => T | null;
}

/** The record under `key` is now `value` (JSON); null: it is gone. */
export interface WorkChange {
  readonly kind: string;
  readonly key: string;
  readonly value: unknown;
}

/** Records by key, by name of the kind; a kind without records has no map. */
export type WorkRecords = ReadonlyMap<string, ReadonlyMap<string, unknown>>;

export const NO_WORK: WorkRecords = new Map();

/** A change that keeps `value` under `key`. */
export function kept<T>(kind: WorkKind<T>, key: string, value: T): WorkChange {
  return { kind: kind.name, key, value };
}

/** A change that removes what is under `key`. */
export function removed(kind: WorkKind<unknown>, key: string): WorkChange {
  return { kind: kind.name, key, value: null };
}

/** The records of one kind by key, in the order in which they were first kept. */
export function parsed<T>(
  kind: WorkKind<T>,
  stored: ReadonlyMap<string, unknown> | undefined,
): ReadonlyMap<string, T> {
  const records = new Map<string, T>();
  for (const [key, value] of stored ?? []) {
    const record = kind.parse(value);
    if (record !== null) records.set(key, record);
  }
  return records;
}

/** The records after these changes, oldest first; kinds that no change names keep their very map. */
export function applied(records: WorkRecords, changes: readonly WorkChange[]): WorkRecords {
  if (changes.length === 0) return records;
  const next = new Map(records);
  const touched = new Map<string, Map<string, unknown>>();
  for (const { kind, key, value } of changes) {
    const own = touched.get(kind) ?? new Map(records.get(kind));
    touched.set(kind, own);
    if (value === null) own.delete(key);
    else own.set(key, value);
  }
  for (const [kind, own] of touched) {
    if (own.size === 0) next.delete(kind);
    else next.set(kind, own);
  }
  return next;
}

/** The changes that bring back what these changes replace, given the records before them. */
export function inverse(
  before: WorkRecords,
  changes: readonly WorkChange[],
): readonly WorkChange[] {
  return changes.toReversed().map(({ kind, key }) => {
    const value = before.get(kind)?.get(key);
    return { kind, key, value: value === undefined ? null : value };
  });
}
