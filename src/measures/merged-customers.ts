import type { CustomerMerge, CustomerRef } from "../domain/customer-merge";
import { identityForm } from "../domain/customer-name";
import { dictionaryColumn, floatColumn } from "../kernel/table/builder";
import { columnOf, isMissing, MISSING_CODE, textAt } from "../kernel/table/column";
import type { Column, DictionaryColumn, FloatColumn, Table } from "../kernel/table/column";
import { pickRows } from "../kernel/table/pick-rows";

/** Which stored rows of `customers` are one customer. */
export interface MergedCustomers {
  /** The row of each stored row after merging. */
  readonly rowOf: Uint32Array;
  /** The stored row whose name, id and cells count, for each row after merging; ascending. */
  readonly survivors: Uint32Array;
  /** Merges that found both of their customers; the others wait until the data have them. */
  readonly applied: readonly CustomerMerge[];
}

/**
 * The merges applied to a table of customers.
 *
 * @param customers with `customerId` and `customerName`, as far as it has them
 * @returns null when no merge finds its customers: nothing has to be done
 *
 * A customer is found by id, else by name in identity form. Chains end at the last `into`; a circle is cut where it would
 * close. O(customers + merges).
 */
export function mergedCustomers(
  customers: Table,
  merges: readonly CustomerMerge[],
): MergedCustomers | null {
  if (merges.length === 0) return null;
  const find = customerFinder(customers);
  const parent = Int32Array.from({ length: customers.rowCount }, (_, row) => row);
  const rootOf = (row: number): number => {
    let at = row;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  const applied = merges.filter(({ from, into }) => {
    const [child, head] = [find(from), find(into)];
    if (child === -1 || head === -1 || child === head) return false;
    if (rootOf(child) !== rootOf(head)) parent[rootOf(child)] = rootOf(head);
    return true;
  });
  if (applied.length === 0) return null;
  const survivors = Uint32Array.from(parent.keys()).filter((row) => parent[row] === row);
  const position = new Uint32Array(customers.rowCount);
  survivors.forEach((row, i) => (position[row] = i));
  return {
    rowOf: Uint32Array.from(parent, (_, row) => position[rootOf(row)]!),
    survivors,
    applied,
  };
}

/** The row that a ref means, -1 when the data do not have it. */
export function customerFinder(customers: Table): (ref: CustomerRef) => number {
  const ids = columnOf(customers, "customerId", "dictionary");
  const names = columnOf(customers, "customerName", "dictionary");
  const byId = rowsByForm(ids);
  const byName = rowsByForm(names);
  return ({ id, name }) => {
    const known = id === null ? undefined : byId.get(identityForm(id));
    if (known !== undefined) return known;
    const named = name === null ? undefined : byName.get(identityForm(name));
    if (named === undefined) return -1;
    // Another id under the same name is another customer.
    const isOther = id !== null && ids !== undefined && !isMissing(ids, named);
    return isOther ? -1 : named;
  };
}

function rowsByForm(column: DictionaryColumn | undefined): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  if (column === undefined) return rows;
  for (let row = 0; row < column.length; row++) {
    const text = textAt(column, row);
    const form = text === null ? null : identityForm(text);
    if (form !== null && !rows.has(form)) rows.set(form, row);
  }
  return rows;
}

/** The refs of all rows: how the user's own work names them. */
export function customerRefs(customers: Table, rows: Iterable<number>): readonly CustomerRef[] {
  const ids = columnOf(customers, "customerId", "dictionary");
  const names = columnOf(customers, "customerName", "dictionary");
  return Array.from(rows, (row) => ({
    id: ids === undefined ? null : textAt(ids, row),
    name: names === undefined ? null : textAt(names, row),
  }));
}

/** A column of `customers` after merging: the survivor's cell, else the first that a merged row has. O(rows). */
export function mergedColumn(column: Column, { rowOf, survivors }: MergedCustomers): Column {
  const from = Uint32Array.from(survivors);
  for (let row = 0; row < rowOf.length; row++) {
    const at = rowOf[row]!;
    if (isMissing(column, from[at]!) && !isMissing(column, row)) from[at] = row;
  }
  const table = { rowCount: column.length, columns: new Map([["column", column]]) };
  return pickRows(table, from).columns.get("column")!;
}

/** Whole numbers whose bits are marks, e.g. `provenance`: a merged customer has every mark that one of its rows has. */
export function mergedMarks(column: FloatColumn, { rowOf, survivors }: MergedCustomers): Column {
  const marks = new Float64Array(survivors.length);
  for (let row = 0; row < rowOf.length; row++) marks[rowOf[row]!]! |= column.values[row]!;
  return floatColumn(marks);
}

/**
 * A column `customer` of any table after merging: its codes are rows of the merged customers.
 *
 * @param keys `customers.key` after merging
 */
export function mergedLinks(
  links: DictionaryColumn,
  { rowOf }: MergedCustomers,
  keys: readonly string[],
): DictionaryColumn {
  const codes = links.codes.map((code) => (code === MISSING_CODE ? MISSING_CODE : rowOf[code]!));
  return dictionaryColumn(codes, keys);
}
