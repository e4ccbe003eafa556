import { ruleOf, type GradeBook } from "../domain/grade-book";
import type { PolicyCheck } from "../domain/grade-facts";
import { GRADES } from "../domain/rule-book";
import { columnOf, MISSING_DAY, type Table } from "../kernel/table/column";
import type { LastContacts } from "./last-contact";
import type { PaymentStanding } from "./payment-standing";

/** One customer against one check: by how much it is beyond the policy; 0 or less: within. */
export interface PolicyFact {
  /** NaN: laid down, and no table can say */
  readonly beyond: number;
  /** days since the last contact, balance, or age of the oldest unpaid invoice; NaN as `beyond` */
  readonly value: number;
  /** days, money, days that are allowed */
  readonly allowed: number;
}

/** What is known of the treatment of customers. */
export interface PolicySight {
  readonly book: GradeBook;
  readonly day: number;
  readonly contacts: LastContacts | null;
  readonly standing: PaymentStanding | null;
  /** limits of the customer table; null without the column */
  readonly ownLimits: Float64Array | null;
}

export const ownLimitsOf = (customers: Table): Float64Array | null =>
  columnOf(customers, "creditLimit", "float64")?.values ?? null;

/**
 * A customer of a grade held against a check of its policy.
 *
 * @param grade  1 = A, 2 = B, 3 = C
 * @returns null when the policy lays nothing down
 *
 * - contact: days since the last contact of any kind; who has none on record is late by the days since the table begins, as far as
 *   that is long enough to prove it, and unknown before
 * - limit: what is unpaid against the customer's own limit, else that of the grade
 * - terms: age of the oldest unpaid invoice against the days from invoice to payment
 */
export function policyFact(
  sight: PolicySight,
  check: PolicyCheck,
  grade: number,
  row: number,
): PolicyFact | null {
  const rule = ruleOf(sight.book, GRADES[grade - 1]!);
  switch (check) {
    case "contact":
      return rule.visitDays === null ? null : contactFact(sight, rule.visitDays, row);
    case "limit": {
      const own = sight.ownLimits === null ? NaN : sight.ownLimits[row]!;
      const allowed = own === own ? own : rule.creditLimit;
      if (allowed === null) return null;
      return fact(sight.standing === null ? NaN : sight.standing.balances[row]!, allowed);
    }
    default:
      if (rule.termDays === null) return null;
      return fact(sight.standing === null ? NaN : sight.standing.oldestDays[row]!, rule.termDays);
  }
}

const fact = (value: number, allowed: number): PolicyFact => ({
  value,
  allowed,
  beyond: value - allowed,
});

function contactFact({ contacts, day }: PolicySight, allowed: number, row: number): PolicyFact {
  if (contacts === null) return fact(NaN, allowed);
  const last = contacts.days[row]!;
  if (last !== MISSING_DAY) return fact(day - last, allowed);
  const since = day - contacts.fromDay;
  return fact(since > allowed ? since : NaN, allowed);
}
