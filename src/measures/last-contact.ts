import type { Tables } from "../domain/generation";
import { MISSING_CODE, MISSING_DAY, requiredColumn } from "../kernel/table/column";
import { daysOf, linkedTable } from "./cost-driver";

export interface LastContacts {
  /** last day of a contact of each customer, not after the day asked for; MISSING_DAY: none on record */
  readonly days: Int32Array<ArrayBuffer>;
  /** first day that the table has anything of: before it nobody can say who was not contacted */
  readonly fromDay: number;
}

/**
 * When each customer was last contacted, as known at the end of a day.
 *
 * @returns null without contacts that name a customer and have a day up to then. O(rows)
 */
export function lastContacts(tables: Tables, customers: number, day: number): LastContacts | null {
  const table = linkedTable(tables.contacts);
  const moments = table === null ? null : daysOf(table, "contactedAt");
  if (table === null || moments === null) return null;
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const days = new Int32Array(customers).fill(MISSING_DAY);
  let fromDay = Infinity;
  for (let row = 0; row < codes.length; row++) {
    const at = moments[row]!;
    if (at === MISSING_DAY || at > day) continue;
    if (at < fromDay) fromDay = at;
    const customer = codes[row]!;
    if (customer === MISSING_CODE || customer >= customers) continue;
    if (at > days[customer]!) days[customer] = at;
  }
  return fromDay === Infinity ? null : { days, fromDay };
}
