import type { Tables } from "../domain/generation";
import { columnOf, MISSING_CODE, MISSING_DAY, requiredColumn } from "../kernel/table/column";
import { daysOf, linkedTable, numbersOf } from "./cost-driver";
import { HALF_A_CENT, openAmounts, settledDays } from "./payment-delay";

/** How each customer pays, as known at the end of a day; one slot a customer. */
export interface PaymentStanding {
  /** invoices that fell due in the days looked at and of which it is known whether they were paid */
  readonly dueInvoices: Uint32Array<ArrayBuffer>;
  /** 0..1: money of these that is still unpaid; NaN without any */
  readonly overdueShares: Float64Array<ArrayBuffer>;
  /** days from the due day to the payment, or to now, weighted by money; paid before it is due counts 0. NaN without any */
  readonly lateDays: Float64Array<ArrayBuffer>;
  /** money of all unpaid invoices; NaN: no invoice whose rest is known */
  readonly balances: Float64Array<ArrayBuffer>;
  /** age of the oldest unpaid invoice from its own day; 0 when none is unpaid, NaN when nothing is known */
  readonly oldestDays: Float64Array<ArrayBuffer>;
  /** customers with an invoice that says anything */
  readonly known: number;
}

/** What is looked at: invoices that fell due in the `lookBack` days up to `day`; balances are of all of them. */
export interface PaymentSight {
  readonly tables: Tables;
  readonly customers: number;
  readonly day: number;
  readonly lookBack: number;
}

/**
 * Arrears and balance of each customer.
 *
 * @returns null without invoices that name customers and say whether they were paid. An invoice written after the day is not
 *   seen, one settled after it was unpaid then. Where nothing says whether it was paid, it is left out
 *
 * Methods D57. O(rows).
 */
export function paymentStanding(sight: PaymentSight): PaymentStanding | null {
  const { tables, customers, day } = sight;
  const invoices = linkedTable(tables.invoices);
  const rows = invoiceRows(tables);
  if (invoices === null || rows === null) return null;
  const { codes } = requiredColumn(invoices, "customer", "dictionary");
  const tally = emptyTally(customers);
  for (let row = 0; row < codes.length; row++) {
    const customer = codes[row]!;
    if (customer === MISSING_CODE || customer >= customers) continue;
    const written = rows.written === null ? MISSING_DAY : rows.written[row]!;
    if (written !== MISSING_DAY && written > day) continue;
    const rest = restAt(rows, row, day);
    if (rest !== rest) continue;
    addBalance(tally, customer, rest, written === MISSING_DAY ? NaN : day - written);
    const due = dueDay(rows, row);
    if (due === MISSING_DAY || due >= day || due < day - sight.lookBack) continue;
    addDue(tally, customer, { rows, row, rest, due, day });
  }
  return finished(tally);
}

/** The columns of invoices that say what is owed and when; null where the table has none. */
export interface InvoiceRows {
  readonly amounts: Float64Array | null;
  readonly written: Int32Array | null;
  readonly due: Int32Array | null;
  readonly terms: Float64Array | null;
  readonly settled: Int32Array | null;
  readonly open: Float64Array | null;
}

/** What the invoices say of payment; null without invoices that name customers and say whether they were paid. O(rows). */
export function invoiceRows(tables: Tables): InvoiceRows | null {
  const invoices = linkedTable(tables.invoices);
  if (invoices === null) return null;
  const settled = settledDays(invoices, tables.payments);
  const open = openAmounts(invoices);
  if (settled === null && open === null) return null;
  return {
    amounts: numbersOf(invoices, "amount"),
    written: daysOf(invoices, "invoicedOn"),
    due: daysOf(invoices, "dueOn"),
    terms: columnOf(invoices, "termDays", "float64")?.values ?? null,
    settled,
    open,
  };
}

/** What is unpaid of an invoice at the end of a day; NaN when nothing says. */
export function restAt({ settled, open, amounts }: InvoiceRows, row: number, day: number): number {
  const paid = settled === null ? MISSING_DAY : settled[row]!;
  if (paid !== MISSING_DAY) {
    if (paid <= day) return 0;
    return amounts === null ? NaN : amounts[row]!;
  }
  const rest = open === null ? NaN : open[row]!;
  return rest > HALF_A_CENT || rest !== rest ? rest : 0;
}

/** The day it is due: as given, else its own day and its term. */
export function dueDay({ due, written, terms }: InvoiceRows, row: number): number {
  const given = due === null ? MISSING_DAY : due[row]!;
  if (given !== MISSING_DAY || written === null || terms === null) return given;
  const term = terms[row]!;
  return written[row] === MISSING_DAY || term !== term ? MISSING_DAY : written[row]! + term;
}

interface Tally {
  readonly dueInvoices: Uint32Array<ArrayBuffer>;
  readonly dueMoney: Float64Array<ArrayBuffer>;
  readonly overdue: Float64Array<ArrayBuffer>;
  readonly lateMoney: Float64Array<ArrayBuffer>;
  readonly balances: Float64Array<ArrayBuffer>;
  readonly oldestDays: Float64Array<ArrayBuffer>;
}

function emptyTally(customers: number): Tally {
  return {
    dueInvoices: new Uint32Array(customers),
    dueMoney: new Float64Array(customers),
    overdue: new Float64Array(customers),
    lateMoney: new Float64Array(customers),
    balances: new Float64Array(customers).fill(NaN),
    oldestDays: new Float64Array(customers).fill(NaN),
  };
}

/** @param age  days since the invoice was written; NaN: unknown */
function addBalance({ balances, oldestDays }: Tally, customer: number, rest: number, age: number) {
  balances[customer] = (balances[customer]! >= 0 ? balances[customer]! : 0) + rest;
  const waiting = rest > 0 ? age : 0;
  if (waiting === waiting && !(oldestDays[customer]! >= waiting)) oldestDays[customer] = waiting;
}

interface DueInvoice {
  readonly rows: InvoiceRows;
  readonly row: number;
  readonly rest: number;
  readonly due: number;
  readonly day: number;
}

function addDue(tally: Tally, customer: number, { rows, row, rest, due, day }: DueInvoice): void {
  const amount = rows.amounts === null ? rest : rows.amounts[row]!;
  if (!(amount > 0)) return;
  tally.dueInvoices[customer]!++;
  tally.dueMoney[customer]! += amount;
  tally.overdue[customer]! += Math.min(rest, amount);
  const paid = rows.settled === null ? MISSING_DAY : rows.settled[row]!;
  // Paid on an unknown day: it is not late any more, and nobody can say how late it was.
  let late = 0;
  if (rest > 0) late = day - due;
  else if (paid !== MISSING_DAY) late = Math.max(0, paid - due);
  tally.lateMoney[customer]! += late * amount;
}

function finished(tally: Tally): PaymentStanding {
  const { dueInvoices, dueMoney, overdue, lateMoney, balances, oldestDays } = tally;
  let known = 0;
  for (const balance of balances) if (balance === balance) known++;
  const shareOf = (parts: Float64Array): Float64Array<ArrayBuffer> => {
    const shares = new Float64Array(parts.length);
    for (let i = 0; i < parts.length; i++)
      shares[i] = dueMoney[i]! > 0 ? parts[i]! / dueMoney[i]! : NaN;
    return shares;
  };
  return {
    dueInvoices,
    overdueShares: shareOf(overdue),
    lateDays: shareOf(lateMoney),
    balances,
    oldestDays,
    known,
  };
}
