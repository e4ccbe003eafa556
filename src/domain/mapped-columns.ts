import type { Entity } from "./entities";

/**
 * What a set of mapped columns still lacks, so that its sheet can be imported.
 *
 * @param targets  field and attribute ids that columns of the sheet are matched to; any order
 * @returns one group of field ids for each thing that is missing; one field of the group is enough. Empty: importable.
 *
 * An order line needs a customer, a day and an amount, or quantity and unit price in place of the amount. A customer
 * needs an id or a name.
 */
export function unmatchedGroups(
  entity: Entity,
  targets: readonly string[],
): readonly (readonly string[])[] {
  const mapped = new Set(targets);
  const groups: (readonly string[])[] = [];
  if (!mapped.has("customerName") && !mapped.has("customerId")) {
    groups.push(["customerName", "customerId"]);
  }
  if (entity === "customers") return groups;
  if (!mapped.has("orderedOn")) groups.push(["orderedOn"]);
  const missingAmount = amountGroup(mapped);
  if (missingAmount) groups.push(missingAmount);
  return groups;
}

/** A column that an import will store, by the table it ends in. */
export interface StoredColumn {
  readonly entity: Entity;
  readonly column: string;
}

/**
 * The columns that the data have once a sheet mapped to `targets` is stored; what readiness looks at before the import.
 *
 * Mirrors the build of a generation: customers are made from orders, the amount from quantity × unit price, the profit
 * from amount − cost, and owner, region and channel of a customer from its latest order. Empty for a sheet that lacks
 * what `unmatchedGroups` names.
 */
export function storedColumns(entity: Entity, targets: readonly string[]): readonly StoredColumn[] {
  if (unmatchedGroups(entity, targets).length > 0) return [];
  const own = new Set(targets);
  const customers = new Set(["key"]);
  if (own.has("customerName")) customers.add("customerName");
  if (entity === "customers") {
    for (const target of own) customers.add(target);
    return [...customers].map((column) => ({ entity: "customers", column }));
  }
  for (const shared of ["owner", "region", "channel"]) if (own.has(shared)) customers.add(shared);
  const orders = new Set(["customer", "orderedOn", "amount", "lineKind", ...own]);
  orders.delete("customerId");
  orders.delete("customerName");
  if (own.has("cost")) orders.add("profit");
  return [
    ...[...orders].map((column) => ({ entity: "orders" as const, column })),
    ...[...customers].map((column) => ({ entity: "customers" as const, column })),
  ];
}

function amountGroup(mapped: ReadonlySet<string>): readonly string[] | null {
  if (mapped.has("amount")) return null;
  if (mapped.has("quantity")) return mapped.has("unitPrice") ? null : ["amount", "unitPrice"];
  return mapped.has("unitPrice") ? ["amount", "quantity"] : ["amount"];
}
