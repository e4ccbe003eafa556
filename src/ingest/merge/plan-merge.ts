import { ENTITIES, type Entity } from "../../domain/entities";
import type { Generation, StoredTable } from "../../domain/generation";
import type { ImportMode, Segment } from "../../domain/merge";
import { pickRows } from "../../kernel/table/pick-rows";
import type { LinkedReads } from "../link/link-reads";
import type { SheetRead } from "../plan";
import { ComparedTable } from "./compared-table";
import { linkForComparison, type LinkedImport } from "./linked-tables";

/** Row numbers of the stored rows that stay, ascending, by table; a table without an entry stays whole. */
export type KeptRows = ReadonlyMap<Entity, Uint32Array>;

export interface MergeChoices {
  readonly mode: ImportMode;
  /** Leave out rows that are in the same drop, or (appending) in the data, already. */
  readonly dropsDuplicates: boolean;
  /** Rows of imports that are taken out first: the same file as it was read before. */
  readonly takesOut: ReadonlyMap<Entity, readonly Segment[]>;
}

/** Rows of one sheet that are there already, 0-based among the kept rows of the sheet, ascending. */
export interface SheetDuplicates {
  /** Equal to an earlier row of the same drop. */
  readonly within: Uint32Array;
  /** Equal to a stored row that stays; only asked when rows are added. */
  readonly across: Uint32Array;
}

/** What is decided about every row before a generation is put together. */
export interface MergePlan {
  readonly kept: KeptRows;
  /** The sheets less the rows that are left out; same order. */
  readonly reads: readonly SheetRead[];
  /** By sheet; customers are merged, so nothing of them is a duplicate here. */
  readonly duplicates: readonly SheetDuplicates[];
  /** For each table that is touched its rows in one numbering. */
  readonly compared: ReadonlyMap<Entity, ComparedTable>;
  /** The sheets as `assemble` would link them; null when it has to do so itself: with stored data, or fewer rows. */
  readonly linked: LinkedReads | null;
}

/** Columns whose codes are rows of `customers` or places in a list of the program. */
export const FIXED_CODES: ReadonlySet<string> = new Set(["customer", "lineKind"]);

const NONE: SheetDuplicates = { within: new Uint32Array(), across: new Uint32Array() };

/**
 * Which stored rows stay and which read rows come, for an import in this mode.
 *
 * Laws: appending keeps every stored row; replacing keeps none of the tables among the reads; an upsert of the same reads
 * twice is one upsert. Customers are merged by `assemble`: here they stay or go as a table. O(rows × columns).
 */
export function planMerge(
  previous: Generation | null,
  reads: readonly SheetRead[],
  choices: MergeChoices,
): MergePlan {
  const linked = linkForComparison(previous, reads);
  const kept = new Map<Entity, Uint32Array>();
  const compared = new Map<Entity, ComparedTable>();
  const duplicates = new Map<SheetRead, SheetDuplicates>();
  for (const entity of ENTITIES) {
    const own = reads.filter((read) => read.entity === entity);
    const table = entity === "customers" || own.length === 0 ? null : compare(linked, entity);
    const staying = stayingRows(
      previous?.[entity],
      { entity, isRead: own.length > 0, table },
      choices,
    );
    if (staying !== null) kept.set(entity, staying);
    if (table === null) continue;
    compared.set(entity, table);
    const found = findDuplicates(table, own, staying, choices.mode);
    own.forEach((read, i) => duplicates.set(read, found[i]!));
  }
  const remaining = reads.map((read) =>
    choices.dropsDuplicates ? withoutRows(read, duplicates.get(read) ?? NONE) : read,
  );
  const isWhole = previous === null && remaining.every((read, i) => read === reads[i]);
  return {
    kept,
    compared,
    linked: isWhole ? linked.reads : null,
    duplicates: reads.map((read) => duplicates.get(read) ?? NONE),
    reads: remaining,
  };
}

function compare(linked: LinkedImport, entity: Entity): ComparedTable {
  return new ComparedTable(entity, linked.stored(entity), linked.reads.partsOf(entity));
}

/** A table of the import: whether a sheet of it was read, and, but for customers, its rows side by side. */
interface TableCase {
  readonly entity: Entity;
  readonly isRead: boolean;
  readonly table: ComparedTable | null;
}

/** The stored rows of a table that stay; null: all. */
function stayingRows(
  stored: StoredTable | undefined,
  { entity, isRead, table }: TableCase,
  { mode, takesOut }: MergeChoices,
): Uint32Array | null {
  if (stored === undefined) return null;
  const { rowCount } = stored.table;
  const segments = takesOut.get(entity);
  if (entity === "customers") {
    return (isRead && mode === "replace") || segments !== undefined ? new Uint32Array() : null;
  }
  if (isRead && mode === "replace") return new Uint32Array();
  const stays = new Uint8Array(rowCount).fill(1);
  for (const { from, to } of segments ?? []) stays.fill(0, from, to);
  if (table !== null && mode === "upsert") markSuperseded(table, stays);
  return stays.includes(0) ? rowsWith(stays, 1) : null;
}

/** Takes out the stored rows whose group is among the read rows. */
function markSuperseded(table: ComparedTable, stays: Uint8Array): void {
  const { groups, storedCount } = table;
  // Numbers of groups are below twice the number of rows: keys first, then contents.
  const isRead = new Uint8Array(groups.length * 2);
  for (let row = storedCount; row < groups.length; row++) isRead[groups[row]!] = 1;
  for (let row = 0; row < storedCount; row++) if (isRead[groups[row]!] === 1) stays[row] = 0;
}

function findDuplicates(
  table: ComparedTable,
  reads: readonly SheetRead[],
  staying: Uint32Array | null,
  mode: ImportMode,
): readonly SheetDuplicates[] {
  const { content, storedCount } = table;
  // 0: not seen, 1: seen in a stored row that stays, 2: seen in a read row
  const seen = new Uint8Array(content.length);
  if (mode === "append") {
    if (staying === null) for (let row = 0; row < storedCount; row++) seen[content[row]!] = 1;
    else for (const row of staying) seen[content[row]!] = 1;
  }
  let at = storedCount;
  return reads.map((read) => {
    const within: number[] = [];
    const across: number[] = [];
    for (let row = 0; row < read.table.rowCount; row++, at++) {
      const first = content[at]!;
      if (seen[first] === 1) across.push(row);
      else if (seen[first] === 2) within.push(row);
      else seen[first] = 2;
    }
    return { within: Uint32Array.from(within), across: Uint32Array.from(across) };
  });
}

function withoutRows(read: SheetRead, { within, across }: SheetDuplicates): SheetRead {
  if (within.length + across.length === 0) return read;
  const marks = new Uint8Array(read.table.rowCount);
  for (const row of [...within, ...across]) marks[row] = 1;
  const rows = rowsWith(marks, 0);
  return {
    ...read,
    table: pickRows(read.table, rows, FIXED_CODES),
    rowsKept: rows.length,
    rows: null,
  };
}

/** The slots that hold this mark, ascending. */
function rowsWith(marks: Uint8Array, mark: number): Uint32Array {
  const rows = new Uint32Array(marks.length);
  let count = 0;
  for (let row = 0; row < marks.length; row++) if (marks[row] === mark) rows[count++] = row;
  return rows.slice(0, count);
}
