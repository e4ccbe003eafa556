import type { CostGap } from "../domain/cost-driver";
import type { Tables } from "../domain/generation";
import { isWrittenOffWord } from "../domain/cost-words";
import type { Period } from "../domain/scope";
import {
  columnOf,
  MISSING_CODE,
  MISSING_DAY,
  requiredColumn,
  textAt,
  type Table,
} from "../kernel/table/column";
import {
  daysOf,
  eachRow,
  emptyTally,
  isEverything,
  linkedTable,
  numbersOf,
  passingCodes,
  type Tally,
} from "./cost-driver";

/** Money below this is open by rounding only. */
export const HALF_A_CENT = 0.005;

/**
 * Days of late payment by customer, of the invoices that fell due within the days.
 *
 * An invoice is settled on its own day of settlement, else by the last payment that names it; one that is still open counts
 * up to `asOfDay`. Where nothing says whether it was paid, it is not counted.
 */
export function lateDays(
  tables: Tables,
  period: Period,
  customers: number,
  asOfDay: number,
): Tally | CostGap {
  const invoices = linkedTable(tables.invoices);
  if (invoices === null) return { entity: "invoices", column: null };
  const dueDays = daysOf(invoices, "dueOn");
  if (dueDays === null) return { entity: "invoices", column: "dueOn" };
  const settled = settledDays(invoices, tables.payments);
  const open = openAmounts(invoices);
  if (settled === null && open === null) return { entity: "invoices", column: "settledOn" };
  const tally = emptyTally(customers);
  eachRow({ table: invoices, days: dueDays, period }, tally, (row, customer) => {
    const due = dueDays[row]!;
    if (due === MISSING_DAY) return;
    const paid = settled === null ? MISSING_DAY : settled[row]!;
    const isOpen = open !== null && open[row]! > HALF_A_CENT;
    if (paid === MISSING_DAY && !isOpen) return;
    const end = isOpen || paid > asOfDay ? asOfDay : paid;
    if (end <= due) return;
    tally.counts[customer]! += end - due;
    tally.unpriced[customer]! += end - due;
  });
  return tally;
}

/**
 * Invoices that are written off, by customer: those whose status says so, with what is still open of them.
 *
 * Placed by the day of the invoice, else its due day.
 */
export function badDebts(tables: Tables, period: Period, customers: number): Tally | CostGap {
  const invoices = linkedTable(tables.invoices);
  if (invoices === null) return { entity: "invoices", column: null };
  const status = columnOf(invoices, "status", "dictionary");
  const isWrittenOff = passingCodes(status, isWrittenOffWord);
  if (status === undefined || isWrittenOff === null)
    return { entity: "invoices", column: "status" };
  const days = daysOf(invoices, "invoicedOn") ?? daysOf(invoices, "dueOn");
  if (days === null && !isEverything(period)) return { entity: "invoices", column: "invoicedOn" };
  const open = openAmounts(invoices);
  const amounts = numbersOf(invoices, "amount");
  const tally = emptyTally(customers);
  eachRow({ table: invoices, days, period }, tally, (row, customer) => {
    const code = status.codes[row]!;
    if (code === MISSING_CODE || isWrittenOff[code] !== 1) return;
    const lost = firstKnown(open, amounts, row);
    if (!(lost > 0)) return;
    tally.counts[customer]! += 1;
    tally.given[customer]! += lost;
  });
  return tally;
}

function firstKnown(one: Float64Array | null, other: Float64Array | null, row: number): number {
  const value = one === null ? NaN : one[row]!;
  return value === value || other === null ? value : other[row]!;
}

/** What is still open of each invoice, NaN where unknown: as given, else the amount less what was paid; null: never known. */
export function openAmounts(invoices: Table): Float64Array | null {
  const open = numbersOf(invoices, "openAmount");
  const amounts = numbersOf(invoices, "amount");
  const paid = numbersOf(invoices, "paidAmount");
  const hasDifference = amounts !== null && paid !== null;
  if (open === null && !hasDifference) return null;
  return Float64Array.from({ length: invoices.rowCount }, (_, row) => {
    const own = open === null ? NaN : open[row]!;
    return own === own || !hasDifference ? own : amounts[row]! - paid[row]!;
  });
}

/** Day on which each invoice was settled, MISSING_DAY where unknown; null: nothing could say. */
export function settledDays(invoices: Table, payments: Table | undefined): Int32Array | null {
  const own = daysOf(invoices, "settledOn");
  const numbers = columnOf(invoices, "invoiceId", "dictionary");
  const lastPaid = numbers === undefined ? null : lastPayments(payments);
  if (lastPaid === null || numbers === undefined) return own;
  return Int32Array.from({ length: invoices.rowCount }, (_, row) => {
    if (own !== null && own[row] !== MISSING_DAY) return own[row]!;
    const number = textAt(numbers, row);
    return (number === null ? undefined : lastPaid.get(number)) ?? MISSING_DAY;
  });
}

/** The last day on which each invoice number was paid; null without payments that name invoices. */
function lastPayments(payments: Table | undefined): ReadonlyMap<string, number> | null {
  const numbers = payments && columnOf(payments, "invoiceId", "dictionary");
  const days = payments && daysOf(payments, "paidOn");
  if (!payments || !numbers || !days) return null;
  const last = new Map<string, number>();
  for (let row = 0; row < payments.rowCount; row++) {
    const number = textAt(numbers, row);
    if (number === null || days[row] === MISSING_DAY) continue;
    last.set(number, Math.max(last.get(number) ?? MISSING_DAY, days[row]!));
  }
  return last;
}

/**
 * For how many days the oldest invoice that was unpaid at the end of a day had been overdue, by customer.
 *
 * @returns 0: invoices, none overdue; NaN: no invoice due by then of which it is known whether it was paid; null: the data
 *   cannot say
 *
 * An invoice settled later was unpaid then. O(rows).
 */
export function overdueInvoiceDays(
  tables: Tables,
  customers: number,
  day: number,
): Float64Array<ArrayBuffer> | null {
  const invoices = linkedTable(tables.invoices);
  const dueDays = invoices === null ? null : daysOf(invoices, "dueOn");
  if (invoices === null || dueDays === null) return null;
  const settled = settledDays(invoices, tables.payments);
  const open = openAmounts(invoices);
  if (settled === null && open === null) return null;
  const { codes } = requiredColumn(invoices, "customer", "dictionary");
  const late = new Float64Array(customers).fill(NaN);
  for (let row = 0; row < codes.length; row++) {
    const [customer, due] = [codes[row]!, dueDays[row]!];
    if (customer === MISSING_CODE || customer >= customers) continue;
    if (due === MISSING_DAY || due > day) continue;
    const paid = settled === null ? MISSING_DAY : settled[row]!;
    const rest = open === null ? NaN : open[row]!;
    if (paid === MISSING_DAY && rest !== rest) continue;
    const isUnpaid = paid === MISSING_DAY ? rest > HALF_A_CENT : paid > day;
    const days = isUnpaid ? day - due : 0;
    if (!(late[customer]! >= days)) late[customer] = days;
  }
  return late;
}
