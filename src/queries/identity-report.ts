import { pairKey, type DistinctCustomers } from "../domain/customer-merge";
import { PROVENANCE } from "../domain/generation";
import type { Needs } from "../domain/readiness";
import { columnOf, MISSING_CODE, textAt, type Table } from "../kernel/table/column";
import { customerRefs } from "../measures/merged-customers";
import type { IdentitySide, IdentityReport } from "./types";
import { DUPLICATE_NEEDS, duplicateCustomers } from "./duplicates/duplicate-customers";

export const IDENTITY_NEEDS: Needs = {
  orders: ["customer", "amount"],
  customers: [...(DUPLICATE_NEEDS.customers ?? []), "provenance"],
};

const PAIRS_LISTED = 200;
const UNLISTED_LISTED = 200;

/**
 * Who may be entered twice, and whose orders belong to nobody in the table of customers.
 *
 * @param orders, customers with what they have of `IDENTITY_NEEDS`
 * O(order lines + customers), see `duplicateCustomers`
 */
export function identityReport(
  { orders, customers }: { readonly orders: Table; readonly customers: Table },
  distinct: readonly DistinctCustomers[],
): IdentityReport {
  const sideOf = sides(orders, customers);
  const known = new Set(distinct.map(({ a, b }) => pairKey(a, b)));
  const pairs = duplicateCustomers(customers, (a, b) => {
    const [one, other] = customerRefs(customers, [a, b]);
    return one !== undefined && other !== undefined && known.has(pairKey(one, other));
  });
  return {
    pairCount: pairs.length,
    pairs: pairs.slice(0, PAIRS_LISTED).map(({ a, b, score, evidence }) => {
      const [one, other] = [sideOf(a), sideOf(b)];
      const isFirst = one.lines >= other.lines;
      return { into: isFirst ? one : other, from: isFirst ? other : one, score, evidence };
    }),
    unlisted: unlistedCustomers(customers, sideOf),
  };
}

function unlistedCustomers(
  customers: Table,
  sideOf: (row: number) => IdentitySide,
): IdentityReport["unlisted"] {
  const marks = columnOf(customers, "provenance", "float64");
  if (marks === undefined) return null;
  const isListed = (row: number): boolean =>
    (marks.values[row]! & PROVENANCE.inCustomerTable) !== 0;
  const rows = Array.from(marks.values.keys());
  if (!rows.some(isListed)) return null;
  const unlisted = rows
    .filter((row) => !isListed(row))
    .map(sideOf)
    .sort((a, b) => b.amount - a.amount);
  return {
    count: unlisted.length,
    lines: unlisted.reduce((sum, { lines }) => sum + lines, 0),
    amount: unlisted.reduce((sum, { amount }) => sum + amount, 0),
    customers: unlisted.slice(0, UNLISTED_LISTED),
  };
}

function sides(orders: Table, customers: Table): (row: number) => IdentitySide {
  const lines = new Uint32Array(customers.rowCount);
  const amounts = new Float64Array(customers.rowCount);
  const codes = columnOf(orders, "customer", "dictionary")?.codes ?? new Uint32Array();
  const values = columnOf(orders, "amount", "float64")?.values ?? new Float64Array();
  codes.forEach((code, line) => {
    if (code === MISSING_CODE) return;
    lines[code]!++;
    amounts[code]! += values[line]!;
  });
  const text = (id: string, row: number): string | null => {
    const column = columnOf(customers, id, "dictionary");
    return column === undefined ? null : textAt(column, row);
  };
  return (row) => {
    const ref = { id: text("customerId", row), name: text("customerName", row) };
    const key = text("key", row) ?? "";
    return {
      ref,
      key,
      name: ref.name ?? key,
      place: text("city", row) ?? text("region", row),
      phone: text("phone", row),
      lines: lines[row]!,
      amount: amounts[row]!,
    };
  };
}
