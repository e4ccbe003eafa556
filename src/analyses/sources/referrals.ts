import { identityForm } from "../../domain/customer-name";
import { compensatedSum } from "../../kernel/stats/sum";
import { columnOf, textAt, type DictionaryColumn, type Table } from "../../kernel/table/column";
import { customerNameOf } from "../../measures/customer-name";
import type { ReferralLine, Referrals } from "./spec";

/** Lines of the trees that are listed. */
const MOST_LINES = 200;
const NOBODY = -1;

/** Who brought whom. */
export interface ReferralTree {
  /** row of the customer that brought each one; −1 = nobody known */
  readonly parent: Int32Array<ArrayBuffer>;
  /** rows that each one brought, ascending */
  readonly children: ReadonlyMap<number, readonly number[]>;
  readonly unknown: number;
  readonly circular: number;
}

/**
 * The tree of referrals: a referrer is found by its id, else by its name, in the form in which names are compared.
 *
 * @param rows  customers that count, ascending; a referrer may be any customer
 * @returns links in the order of rows; one that would make somebody its own referrer, at once or through others, is left out and counted
 * O(customers + links × depth).
 */
export function referralTree(
  customers: Table,
  referredBy: DictionaryColumn,
  rows: Uint32Array,
): ReferralTree {
  const find = finder(customers);
  const parent = new Int32Array(customers.rowCount).fill(NOBODY);
  const children = new Map<number, number[]>();
  let [unknown, circular] = [0, 0];
  for (const row of rows) {
    const text = textAt(referredBy, row);
    if (text === null) continue;
    const by = find(text);
    if (by === NOBODY) {
      unknown++;
      continue;
    }
    let at: number = by;
    while (at !== NOBODY && at !== row) at = parent[at]!;
    if (at === row) {
      circular++;
      continue;
    }
    parent[row] = by;
    const brought = children.get(by);
    if (brought === undefined) children.set(by, [row]);
    else brought.push(row);
  }
  return { parent, children, unknown, circular };
}

function finder(customers: Table): (text: string) => number {
  const rowsBy = (id: string): ReadonlyMap<string, number> => {
    const rows = new Map<string, number>();
    const column = columnOf(customers, id, "dictionary");
    if (column === undefined) return rows;
    for (let row = 0; row < column.length; row++) {
      const text = textAt(column, row);
      if (text !== null && !rows.has(identityForm(text))) rows.set(identityForm(text), row);
    }
    return rows;
  };
  const known = ["customerId", "customerName", "key"].map(rowsBy);
  return (text) => {
    const form = identityForm(text);
    for (const rows of known) {
      const row = rows.get(form);
      if (row !== undefined) return row;
    }
    return NOBODY;
  };
}

/** Everybody that came through a customer, ascending; without itself. */
export function broughtBy({ children }: ReferralTree, row: number): Uint32Array<ArrayBuffer> {
  const found: number[] = [];
  const open = [...(children.get(row) ?? [])];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    found.push(at);
    open.push(...(children.get(at) ?? []));
  }
  return Uint32Array.from(found).sort();
}

/** Rows with a known referrer, ascending. */
export const referredRows = ({ parent }: ReferralTree): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(parent.keys()).filter((row) => parent[row] !== NOBODY);

/** Rows that brought somebody, ascending. */
export const referrerRows = ({ children }: ReferralTree): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(children.keys()).sort();

/** The trees in lines, with the money that came through each customer. @param sales  of every customer row */
export function referralLines(
  tree: ReferralTree,
  customers: Table,
  sales: Float64Array,
): Referrals {
  const referred = referredRows(tree);
  const sumOf = (rows: Uint32Array): number =>
    compensatedSum(Float64Array.from(rows, (row) => sales[row]!));
  const facts = new Map<number, { readonly all: number; readonly brought: number }>();
  const factsOf = (row: number) => {
    const known = facts.get(row);
    if (known !== undefined) return known;
    const rows = broughtBy(tree, row);
    const made = { all: rows.length, brought: sumOf(rows) };
    facts.set(row, made);
    return made;
  };
  const byBrought = (a: number, b: number): number =>
    factsOf(b).brought - factsOf(a).brought || sales[b]! - sales[a]! || a - b;
  const referrers = referrerRows(tree);
  const roots = [...referrers].filter((row) => tree.parent[row] === NOBODY).sort(byBrought);
  const lines: ReferralLine[] = [];
  const add = (row: number, depth: number): void => {
    if (lines.length >= MOST_LINES) return;
    const own = [...(tree.children.get(row) ?? [])].sort(byBrought);
    const name = customerNameOf(customers, row);
    lines.push({ row, name, depth, direct: own.length, ownSales: sales[row]!, ...factsOf(row) });
    for (const child of own) add(child, depth + 1);
  };
  for (const root of roots) add(root, 0);
  return {
    referred: referred.length,
    referrers: referrers.length,
    sales: sumOf(referred),
    unknown: tree.unknown,
    circular: tree.circular,
    lines,
    lineCount: referred.length + roots.length,
  };
}
