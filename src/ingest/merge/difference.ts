import {
  EXAMPLES_OF_KIND,
  type ChangedRow,
  type PlainCell,
  type TableDifference,
} from "../../domain/difference";
import { ENTITIES, type Entity } from "../../domain/entities";
import type { Generation, StoredColumn, StoredTable } from "../../domain/generation";
import { compensatedSum } from "../../kernel/stats/sum";
import { floatColumn } from "../../kernel/table/builder";
import { columnOf, isMissing, MISSING_CODE, textAt, type Table } from "../../kernel/table/column";
import { firstEqualRows } from "../../kernel/table/equal-rows";
import { matchRows, type RowMatch } from "../../kernel/table/row-match";
import { rowSpace } from "../../kernel/table/row-space";
import { CustomerDirectory } from "../link/customer-directory";
import { restoreCustomers } from "../link/customer-table";
import type { SheetRead } from "../plan";
import type { MergePlan } from "./plan-merge";

/** A difference with all of its rows, for the report and for its download. */
export interface FullDifference {
  readonly report: TableDifference;
  /** Every row that changes: changed, then new, then gone. */
  rows(): Generator<ChangedRow, void>;
}

/** Where the cells of a row of a match are: a table and a row number in it. */
type Locate = (row: number) => readonly [table: StoredTable, row: number];

/**
 * What an import does to each table that it touches.
 *
 * @param reads the sheets of the plan, before rows were left out (their numbering is that of `plan.compared`)
 * @param next the generation that the import makes
 */
export function differencesOf(
  previous: Generation,
  next: Generation,
  reads: readonly SheetRead[],
  plan: MergePlan,
): readonly FullDifference[] {
  return ENTITIES.flatMap((entity) => {
    const before = previous[entity];
    const after = next[entity];
    if (entity === "customers") return [customersDifference(previous.customers, next.customers)];
    const isTouched = plan.compared.has(entity) || plan.kept.has(entity);
    if (!isTouched) return [];
    const customers = previous.customers.table;
    return [tableDifference({ entity, before, after, reads, plan, customers })];
  });
}

interface TableCase {
  readonly entity: Entity;
  readonly before: StoredTable | undefined;
  readonly after: StoredTable | undefined;
  readonly reads: readonly SheetRead[];
  readonly plan: MergePlan;
  /** Whom the stored rows name. */
  readonly customers: Table;
}

function tableDifference({
  entity,
  before,
  after,
  reads,
  plan,
  customers,
}: TableCase): FullDifference {
  const storedCount = before === undefined ? 0 : before.table.rowCount;
  const kept = plan.kept.get(entity);
  const dropped = kept === undefined ? new Uint32Array() : othersThan(kept, storedCount);
  const added = rowsTaken(entity, reads, plan, storedCount);
  const compared = plan.compared.get(entity);
  const match: RowMatch =
    compared === undefined
      ? { unchanged: 0, changed: new Uint32Array(), added, gone: dropped }
      : matchRows(dropped, added, compared.content, compared.lines);
  const own = reads.filter((read) => read.entity === entity);
  const locate: Locate = (row) => {
    if (before !== undefined && row < storedCount) return [before, row];
    let at = row - storedCount;
    for (const { table, meta, currency } of own) {
      if (at < table.rowCount) return [{ table, columns: meta, currency }, at];
      at -= table.rowCount;
    }
    throw new RangeError(`row ${row} of no sheet`);
  };
  const untouched = storedCount - dropped.length;
  return fullDifference({
    entity,
    before,
    after,
    match: { ...match, unchanged: match.unchanged + untouched },
    locate,
    customers,
    columns: columnsOf([...own.map((read) => read.meta), ...(before ? [before.columns] : [])]),
  });
}

/** Row numbers, in the numbering of the comparison, of the read rows that come in. */
function rowsTaken(
  entity: Entity,
  reads: readonly SheetRead[],
  plan: MergePlan,
  storedCount: number,
): Uint32Array<ArrayBuffer> {
  const rows: number[] = [];
  let at = storedCount;
  reads.forEach((read, i) => {
    if (read.entity !== entity) return;
    const isWhole = plan.reads[i] === read;
    const { within, across } = plan.duplicates[i]!;
    const left = isWhole ? new Set<number>() : new Set([...within, ...across]);
    for (let row = 0; row < read.table.rowCount; row++, at++) if (!left.has(row)) rows.push(at);
  });
  return Uint32Array.from(rows);
}

function othersThan(kept: Uint32Array, rowCount: number): Uint32Array<ArrayBuffer> {
  const others = new Uint32Array(rowCount - kept.length);
  let count = 0;
  let next = 0;
  for (let row = 0; row < rowCount; row++) {
    if (kept[next] === row) next++;
    else others[count++] = row;
  }
  return others;
}

/** Columns of customers that say where a row comes from, not what it is. */
const UNSEEN: ReadonlySet<string> = new Set(["key", "provenance", "lineKind", "customer"]);

/** Each column once, as first described. */
function columnsOf(described: readonly (readonly StoredColumn[])[]): readonly StoredColumn[] {
  const columns = new Map<string, StoredColumn>();
  for (const column of described.flat()) {
    if (!UNSEEN.has(column.id) && !columns.has(column.id)) columns.set(column.id, column);
  }
  return [...columns.values()];
}

/** Customers are compared by who they are: a row is the same customer when `CustomerDirectory` says so. */
function customersDifference(before: StoredTable, after: StoredTable): FullDifference {
  const everybody = (stored: StoredTable): Uint8Array =>
    new Uint8Array(stored.table.rowCount).fill(1);
  const directory = new CustomerDirectory();
  const afterRows = restoreCustomers(directory, after, true, everybody(after));
  const beforeRows = restoreCustomers(directory, before, true, everybody(before));
  const columns = columnsOf([after.columns, before.columns]);
  const ids = columns.map(({ id }) => id);
  const space = rowSpace(
    [identified(before, beforeRows), identified(after, afterRows)],
    [...ids, IDENTITY],
  );
  const count = before.table.rowCount;
  const match = matchRows(
    Uint32Array.from(beforeRows, (_, row) => row),
    Uint32Array.from(afterRows, (_, row) => count + row),
    firstEqualRows(space, [...ids, IDENTITY]),
    {
      first: firstEqualRows(space, [IDENTITY]),
      isKeyed: new Uint8Array(space.rowCount).fill(1),
    },
  );
  const locate: Locate = (row) => (row < count ? [before, row] : [after, row - count]);
  const customers = before.table;
  return fullDifference({ entity: "customers", before, after, match, locate, columns, customers });
}

const IDENTITY = "identity";

function identified(stored: StoredTable, rows: Int32Array): Table {
  const identity = floatColumn(Float64Array.from(rows));
  return {
    rowCount: stored.table.rowCount,
    columns: new Map([...stored.table.columns, [IDENTITY, identity]]),
  };
}

interface Facts {
  readonly entity: Entity;
  readonly before: StoredTable | undefined;
  readonly after: StoredTable | undefined;
  readonly match: RowMatch;
  readonly locate: Locate;
  readonly columns: readonly StoredColumn[];
  readonly customers: Table;
}

function fullDifference(facts: Facts): FullDifference {
  const { entity, before, after, match, locate, columns, customers } = facts;
  /** A stored row knows its customer by number only; a read row by id and name. */
  const named = (table: Table, id: string, row: number): PlainCell => {
    if (id !== "customerName" && id !== "customerId") return null;
    const code = columnOf(table, "customer", "dictionary")?.codes[row] ?? MISSING_CODE;
    return code === MISSING_CODE ? null : plainCell(customers, id, code);
  };
  const cells = (row: number): readonly PlainCell[] => {
    const [stored, at] = locate(row);
    return columns.map(({ id }) => plainCell(stored.table, id, at) ?? named(stored.table, id, at));
  };
  const pair = (i: number): ChangedRow => ({
    before: cells(match.changed[2 * i]!),
    after: cells(match.changed[2 * i + 1]!),
  });
  const come = (row: number): ChangedRow => ({ before: null, after: cells(row) });
  const go = (row: number): ChangedRow => ({ before: cells(row), after: null });
  const changed = match.changed.length / 2;
  const firstPairs = Array.from({ length: Math.min(changed, EXAMPLES_OF_KIND) }, (_, i) => pair(i));
  return {
    report: {
      entity,
      rowsBefore: rowsOf(before),
      rowsAfter: rowsOf(after),
      unchanged: match.unchanged,
      changed,
      added: match.added.length,
      gone: match.gone.length,
      amountBefore: amountOf(before),
      amountAfter: amountOf(after),
      currency: after?.currency ?? before?.currency ?? null,
      columns,
      examples: [
        ...firstPairs,
        ...Array.from(match.added.subarray(0, EXAMPLES_OF_KIND), come),
        ...Array.from(match.gone.subarray(0, EXAMPLES_OF_KIND), go),
      ],
    },
    *rows() {
      for (let i = 0; i < changed; i++) yield pair(i);
      for (const row of match.added) yield come(row);
      for (const row of match.gone) yield go(row);
    },
  };
}

function rowsOf(stored: StoredTable | undefined): number {
  return stored === undefined ? 0 : stored.table.rowCount;
}

function amountOf(stored: StoredTable | undefined): number | null {
  const column = stored?.table.columns.get("amount");
  if (column?.kind !== "float64") return null;
  return compensatedSum(column.values.filter((value) => value === value));
}

/** A cell of a table by row; null when it is missing or there is no such column. */
export function plainCell(table: Table, id: string, row: number): PlainCell {
  const column = table.columns.get(id);
  if (column === undefined || isMissing(column, row)) return null;
  return column.kind === "dictionary" ? textAt(column, row) : column.values[row]!;
}
