import { identityForm } from "../../domain/customer-name";
import { columnOf, MISSING_CODE, type DictionaryColumn } from "../../kernel/table/column";
import type { SheetRead } from "../plan";

/** Something that a sheet says twice in two ways. */
export interface IdentityIssue {
  readonly code: "customer-name-conflict" | "customer-duplicate";
  readonly count: number;
  /** One case in the sheet's own words. */
  readonly sample: string;
}

/**
 * Ids that stand beside more than one name, and, in a table of customers, rows beyond the first of one customer.
 * O(rows + distinct texts).
 */
export function identityIssues(read: SheetRead): readonly IdentityIssue[] {
  const ids = columnOf(read.table, "customerId", "dictionary");
  const names = columnOf(read.table, "customerName", "dictionary");
  return [
    ...(ids !== undefined && names !== undefined ? nameConflicts(ids, names) : []),
    ...(read.entity === "customers" ? repeatedCustomers(read.table.rowCount, ids, names) : []),
  ];
}

function nameConflicts(ids: DictionaryColumn, names: DictionaryColumn): readonly IdentityIssue[] {
  const firstName = new Int32Array(ids.dictionary.length).fill(-1);
  const forms = names.dictionary.map(identityForm);
  const conflicts = new Map<number, number>();
  for (let row = 0; row < ids.length; row++) {
    const id = ids.codes[row]!;
    const name = names.codes[row]!;
    if (id === MISSING_CODE || name === MISSING_CODE) continue;
    const first = firstName[id]!;
    if (first === -1) firstName[id] = name;
    else if (first !== name && forms[first] !== forms[name]) conflicts.set(id, name);
  }
  const [example] = conflicts;
  if (example === undefined) return [];
  const [id, other] = example;
  const sample = `${ids.dictionary[id]!}: ${names.dictionary[firstName[id]!]!} / ${names.dictionary[other]!}`;
  return [{ code: "customer-name-conflict", count: conflicts.size, sample }];
}

function repeatedCustomers(
  rowCount: number,
  ids: DictionaryColumn | undefined,
  names: DictionaryColumn | undefined,
): readonly IdentityIssue[] {
  const seen = new Set<string>();
  let count = 0;
  let sample = "";
  for (let row = 0; row < rowCount; row++) {
    const text = textOf(ids, row) ?? textOf(names, row);
    if (text === null) continue;
    const key = `${textOf(ids, row) === null ? "name" : "id"} ${identityForm(text)}`;
    if (!seen.has(key)) seen.add(key);
    else if (count++ === 0) sample = text;
  }
  return count === 0 ? [] : [{ code: "customer-duplicate", count, sample }];
}

function textOf(column: DictionaryColumn | undefined, row: number): string | null {
  if (column === undefined) return null;
  const code = column.codes[row]!;
  return code === MISSING_CODE ? null : column.dictionary[code]!;
}
