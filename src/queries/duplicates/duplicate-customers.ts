import { companyForm, phoneForm } from "../../domain/customer-name";
import type { Needs } from "../../domain/readiness";
import { columnOf, textAt, type Table } from "../../kernel/table/column";
import { candidatePairs } from "./blocks";
import type { Evidence } from "../../domain/customer-merge";
import { LEAST_SCORE, scorePair, type Identity } from "./evidence";

export const DUPLICATE_NEEDS: Needs = {
  customers: ["key", "customerId", "customerName", "phone", "city", "region"],
};

/** Two customers that may be one; `a` is the lower row. */
export interface DuplicatePair {
  readonly a: number;
  readonly b: number;
  /** 0..1 */
  readonly score: number;
  readonly evidence: readonly Evidence[];
}

/** A telephone number that more customers have is nobody's own. */
const MOST_WITH_PHONE = 4;

/**
 * Customers that may have been entered twice, most probable first.
 *
 * @param customers the table with what it has of `DUPLICATE_NEEDS`
 * @param isDistinct pairs that somebody has looked at and found to be two
 *
 * Only pairs that share a key are compared (`candidatePairs`): 100,000 customers take about a second. Two rows with
 * different legal forms of one name are proposed, not merged: a group may have a 有限公司 beside a 股份有限公司.
 */
export function duplicateCustomers(
  customers: Table,
  isDistinct: (a: number, b: number) => boolean = () => false,
): readonly DuplicatePair[] {
  const identities = identitiesOf(customers);
  const pairs = candidatePairs(identities);
  const found: DuplicatePair[] = [];
  for (let i = 0; i < pairs.length; i += 2) {
    const a = pairs[i]!;
    const b = pairs[i + 1]!;
    const scored = scorePair(identities[a]!, identities[b]!);
    if (scored === null || scored.score < LEAST_SCORE || isDistinct(a, b)) continue;
    found.push({ a, b, ...scored });
  }
  return found.sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b);
}

function identitiesOf(customers: Table): readonly Identity[] {
  const text = (id: string): ((row: number) => string | null) => {
    const column = columnOf(customers, id, "dictionary");
    return column === undefined ? () => null : (row) => textAt(column, row);
  };
  const [id, name, phone] = [text("customerId"), text("customerName"), text("phone")];
  const [city, region] = [text("city"), text("region")];
  const phones = Array.from({ length: customers.rowCount }, (_, row) =>
    phoneForm(phone(row) ?? ""),
  );
  const uses = new Map<string, number>();
  for (const number of phones) uses.set(number, (uses.get(number) ?? 0) + 1);
  return phones.map((number, row): Identity => {
    const written = name(row);
    return {
      id: id(row),
      form: written === null ? "" : companyForm(written),
      phone: number,
      isPhoneShared: uses.get(number)! > MOST_WITH_PHONE,
      city: city(row) ?? region(row),
    };
  });
}
