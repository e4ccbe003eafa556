import { MISSING_CODE, MISSING_DAY, type Column, type Table } from "../../kernel/table/column";

/** One group of customers by a column of theirs. */
export interface CustomerGroup {
  /** the value as the data write it; for a range of numbers its ends */
  readonly kind: "value" | "range" | "rest";
  readonly label: string;
  readonly from: number | null;
  readonly to: number | null;
  /** slots of the customers, ascending */
  readonly slots: Uint32Array;
}

export interface CustomerGroups {
  readonly groups: readonly CustomerGroup[];
  /** customers without a value */
  readonly missing: number;
}

/** Numbers of more values than this are cut into three equal groups. */
const MOST_VALUES = 8;

/**
 * Groups of customers by a column: its values, the largest first; beyond eight groups the rest together. Numbers of more than
 * eight values in three groups of about equal size.
 *
 * @param customers rows of the customer table, slot i = customers[i]
 * @returns null when the column is not there or nobody has a value
 *
 * O(customers log customers).
 */
export function groupCustomers(
  table: Table,
  id: string,
  customers: Uint32Array,
): CustomerGroups | null {
  const column = table.columns.get(id);
  if (column === undefined) return null;
  const values = valuesOf(column, customers);
  const distinct = new Set(values);
  distinct.delete(null);
  if (distinct.size === 0) return null;
  const missing = values.filter((value) => value === null).length;
  const isNumeric = column.kind === "float64" && distinct.size > MOST_VALUES;
  const groups = isNumeric ? thirds(values as (number | null)[]) : byValue(values);
  return { groups, missing };
}

function valuesOf(column: Column, customers: Uint32Array): (string | number | null)[] {
  return Array.from(customers, (row) => {
    switch (column.kind) {
      case "dictionary": {
        const code = column.codes[row]!;
        return code === MISSING_CODE ? null : column.dictionary[code]!;
      }
      case "float64":
        return Number.isNaN(column.values[row]!) ? null : column.values[row]!;
      case "day":
        return column.values[row] === MISSING_DAY ? null : column.values[row]!;
    }
  });
}

function byValue(values: readonly (string | number | null)[]): CustomerGroup[] {
  const found = new Map<string | number, number[]>();
  values.forEach((value, slot) => {
    if (value === null) return;
    const slots = found.get(value);
    if (slots === undefined) found.set(value, [slot]);
    else slots.push(slot);
  });
  // Numbers keep their order, words go by size; equal sizes by the word, so that row order does not matter.
  const sorted = [...found].sort(([a, x], [b, y]) =>
    typeof a === "number" && typeof b === "number"
      ? a - b
      : y.length - x.length || (String(a) < String(b) ? -1 : 1),
  );
  const own = sorted.length > MOST_VALUES ? MOST_VALUES - 1 : sorted.length;
  const groups = sorted.slice(0, own).map(([value, slots]) => group("value", String(value), slots));
  const rest = sorted.slice(own).flatMap(([, slots]) => slots);
  if (rest.length > 0)
    groups.push(
      group(
        "rest",
        "",
        rest.sort((a, b) => a - b),
      ),
    );
  return groups;
}

function group(kind: "value" | "rest", label: string, slots: readonly number[]): CustomerGroup {
  return { kind, label, from: null, to: null, slots: Uint32Array.from(slots) };
}

/** Equal values stay together. */
function thirds(values: readonly (number | null)[]): CustomerGroup[] {
  const known = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  const cuts = [known[Math.floor(known.length / 3)]!, known[Math.floor((2 * known.length) / 3)]!];
  const parts: number[][] = [[], [], []];
  values.forEach((value, slot) => {
    if (value === null) return;
    parts[cuts.reduce((sum, cut) => sum + (value >= cut ? 1 : 0), 0)]!.push(slot);
  });
  return parts.flatMap((slots): CustomerGroup[] => {
    if (slots.length === 0) return [];
    const own = slots.map((slot) => values[slot]!);
    const from = own.reduce((least, value) => Math.min(least, value));
    const to = own.reduce((most, value) => Math.max(most, value));
    return [{ kind: "range", label: "", from, to, slots: Uint32Array.from(slots) }];
  });
}
