import { firstDayOfMonth, monthIndex, type EpochDay } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import { LAST_DAY, type Agreement } from "./agreements";
import type { DemoCustomer } from "./customers";
import type { DemoExit } from "./exits";
import type { DemoLine } from "./orders";

/** What a customer with a contract owes for one month. */
export interface DemoInvoice {
  readonly customer: DemoCustomer;
  readonly invoicedOn: EpochDay;
  readonly dueOn: EpochDay;
  readonly cents: number;
  /** null: not paid by the last day */
  readonly settledOn: EpochDay | null;
}

export const TERM_DAYS = 30;
/** Months before an involuntary exit in which the money comes later and later; the last ones never. */
const SLIDING_MONTHS = 8;
const UNPAID_MONTHS = 2;
const DAYS_LATER_A_MONTH = 11;

/** One a month and customer with a contract, at the end of the month; who is to be cut off pays ever later before. */
export function makeInvoices(
  rng: Rng,
  agreements: readonly Agreement[],
  exits: readonly DemoExit[],
  lines: readonly DemoLine[],
): readonly DemoInvoice[] {
  const cutOff = new Map(
    exits
      .filter(({ cause, wonBackOn }) => cause === "involuntary" && wonBackOn === null)
      .map(({ customer, day }) => [customer.id, monthIndex(day)]),
  );
  const signed = new Set(agreements.map(({ customer }) => customer.id));
  return monthsOf(lines.filter(({ customer }) => signed.has(customer.id))).map(
    ({ customer, month, cents }) => {
      const invoicedOn = (firstDayOfMonth(month + 1) - 1) as EpochDay;
      const dueOn = (invoicedOn + TERM_DAYS) as EpochDay;
      const usual = Math.floor(14 * rng.next()) - 7;
      const cut = cutOff.get(customer.id);
      const before = cut === undefined ? Infinity : cut - month;
      const slide = Math.max(0, SLIDING_MONTHS - before) * DAYS_LATER_A_MONTH;
      const settledOn = (dueOn + usual + slide) as EpochDay;
      const isUnpaid = before <= UNPAID_MONTHS || settledOn > LAST_DAY;
      return { customer, invoicedOn, dueOn, cents, settledOn: isUnpaid ? null : settledOn };
    },
  );
}

interface MonthOfCustomer {
  readonly customer: DemoCustomer;
  readonly month: number;
  cents: number;
}

/** What was delivered less what came back; months with nothing to pay have no invoice. By month, then by customer. */
function monthsOf(lines: readonly DemoLine[]): readonly MonthOfCustomer[] {
  const months = new Map<string, MonthOfCustomer>();
  for (const { customer, day, amountCents } of lines) {
    const month = monthIndex(day);
    const key = `${month}/${customer.id}`;
    const known = months.get(key);
    if (known === undefined) months.set(key, { customer, month, cents: amountCents });
    else known.cents += amountCents;
  }
  return [...months.values()]
    .filter(({ cents }) => cents > 0)
    .sort((a, b) => a.month - b.month || (a.customer.id < b.customer.id ? -1 : 1));
}
