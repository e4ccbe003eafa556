import type { Tables } from "../domain/generation";
import { columnOf, MISSING_CODE, MISSING_DAY, requiredColumn } from "../kernel/table/column";
import { linkedTable } from "./cost-driver";
import { dueDay, invoiceRows, restAt } from "./payment-standing";

/** How late is late, in days past the due day. */
export interface CreditLimits {
  /** so many days are no lateness yet */
  readonly graceDays: number;
  readonly prepayDays: number;
  readonly legalDays: number;
  /** invoices that fell due longer ago than this do not count in the share of late ones */
  readonly lookBack: number;
}

/** How each customer has paid, at the end of a day of its own; one slot a customer, money of the data. */
export interface CreditRecord {
  /** invoices with a known fate that fell due in the look-back, and more than the grace ago unless paid */
  readonly judged: Uint32Array<ArrayBuffer>;
  /** of them paid, or still unpaid, later than the grace */
  readonly late: Uint32Array<ArrayBuffer>;
  /** all that is unpaid, due or not; NaN without an invoice whose rest is known */
  readonly balances: Float64Array<ArrayBuffer>;
  /** unpaid, past due by more than the grace; without what is in dispute */
  readonly overdue: Float64Array<ArrayBuffer>;
  /** of it past due by more than `prepayDays`, and by more than `legalDays` */
  readonly overduePrepay: Float64Array<ArrayBuffer>;
  readonly overdueLegal: Float64Array<ArrayBuffer>;
  /** past due by more than the grace, and in dispute */
  readonly disputed: Float64Array<ArrayBuffer>;
  /** days past due of the oldest unpaid invoice that is not in dispute; 0 without one */
  readonly oldest: Float64Array<ArrayBuffer>;
}

/**
 * How each customer has paid.
 *
 * @param days  one a customer: as known at the end of it; MISSING_DAY = the customer is left out
 * @returns null without invoices that name customers and say when they are due and whether they were paid. An invoice written
 *   after the day is not seen, one settled after it was unpaid then; one of which nothing says whether it was paid is left out
 *
 * Methods D57. O(rows).
 */
export function creditRecord(
  tables: Tables,
  days: Int32Array,
  limits: CreditLimits,
): CreditRecord | null {
  const invoices = linkedTable(tables.invoices);
  const rows = invoiceRows(tables);
  if (invoices === null || rows === null || (rows.due === null && rows.terms === null)) return null;
  const { codes } = requiredColumn(invoices, "customer", "dictionary");
  const disputes = columnOf(invoices, "isDisputed", "float64")?.values ?? null;
  const record = emptyRecord(days.length);
  for (let row = 0; row < codes.length; row++) {
    const customer = codes[row]!;
    if (customer === MISSING_CODE || customer >= days.length) continue;
    const day = days[customer]!;
    if (day === MISSING_DAY) continue;
    const written = rows.written === null ? MISSING_DAY : rows.written[row]!;
    if (written !== MISSING_DAY && written > day) continue;
    const rest = restAt(rows, row, day);
    if (rest !== rest) continue;
    if (!(record.balances[customer]! >= 0)) record.balances[customer] = 0;
    record.balances[customer]! += rest;
    const due = dueDay(rows, row);
    if (due === MISSING_DAY) continue;
    const paid = rows.settled === null ? MISSING_DAY : rows.settled[row]!;
    const isDisputed = disputes !== null && disputes[row] === 1;
    addInvoice(record, customer, { rest, due, paid, day, isDisputed }, limits);
  }
  return record;
}

interface Invoice {
  readonly rest: number;
  readonly due: number;
  readonly paid: number;
  readonly day: number;
  readonly isDisputed: boolean;
}

function addInvoice(
  record: CreditRecord,
  customer: number,
  { rest, due, paid, day, isDisputed }: Invoice,
  limits: CreditLimits,
): void {
  const past = day - due;
  if (rest > 0 && isDisputed) {
    // What is argued about is a complaint first; nobody is put on a step for it.
    if (past > limits.graceDays) record.disputed[customer]! += rest;
    return;
  }
  if (rest > 0 && past > 0) {
    record.oldest[customer] = Math.max(record.oldest[customer]!, past);
    if (past > limits.graceDays) record.overdue[customer]! += rest;
    if (past > limits.prepayDays) record.overduePrepay[customer]! += rest;
    if (past > limits.legalDays) record.overdueLegal[customer]! += rest;
  }
  if (past > limits.lookBack) return;
  // Paid on a day that nobody knows: not late any more, and nobody can say whether it was.
  const isKnown = rest > 0 ? past > limits.graceDays : paid !== MISSING_DAY;
  if (!isKnown) return;
  record.judged[customer]!++;
  if (rest > 0 || paid - due > limits.graceDays) record.late[customer]!++;
}

function emptyRecord(customers: number): CreditRecord {
  const money = (): Float64Array<ArrayBuffer> => new Float64Array(customers);
  return {
    judged: new Uint32Array(customers),
    late: new Uint32Array(customers),
    balances: money().fill(NaN),
    overdue: money(),
    overduePrepay: money(),
    overdueLegal: money(),
    disputed: money(),
    oldest: money(),
  };
}
