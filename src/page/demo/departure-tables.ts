import { civilFromDay, type EpochDay } from "../../kernel/base/calendar";
import { seededRng } from "../../kernel/base/rng";
import { LAST_DAY, makeAgreements, type Agreement } from "./agreements";
import type { DemoCustomer } from "./customers";
import departures from "./departure-words.json";
import type { DemoCell, DemoTable } from "./distributor";
import { makeExits, type DemoExit } from "./exits";
import { makeInvoices, TERM_DAYS, type DemoInvoice } from "./invoices";
import type { DemoLine } from "./orders";
import words from "./words.json";

const BLANK = "";

/** Contracts by the year, who left and why, and the monthly invoices of those with a contract. */
export function departureTables(
  customers: readonly DemoCustomer[],
  lines: readonly DemoLine[],
): { readonly contracts: DemoTable; readonly exits: DemoTable; readonly invoices: DemoTable } {
  // Their own draws: the tables before them stay what they were.
  const agreements = makeAgreements(seededRng(20251203), customers);
  const exits = makeExits(seededRng(20251204), agreements, customers, lines);
  const invoices = makeInvoices(seededRng(20251205), agreements, exits, lines);
  return {
    contracts: { headers: departures.contractHeaders, rows: contractRows(agreements) },
    exits: { headers: departures.exitHeaders, rows: exits.map(exitRow) },
    invoices: { headers: departures.invoiceHeaders, rows: invoices.map(invoiceRow) },
  };
}

const dated = (day: EpochDay | null): DemoCell => (day === null ? BLANK : { day });

function contractRows(agreements: readonly Agreement[]): DemoCell[][] {
  const signed = agreements
    .flatMap(({ customer, terms }) => terms.map((term, year) => ({ customer, term, year })))
    .sort((a, b) => a.term.startsOn - b.term.startsOn || (a.customer.id < b.customer.id ? -1 : 1));
  return signed.map(({ customer, term, year }, index) => {
    const { startsOn, endsOn, isRenewed, cancelledOn } = term;
    const { year: civil } = civilFromDay(startsOn);
    // Every renewal is for a little more.
    const yearly = customer.monthlyOrders * customer.orderCents * 12 * 1.02 ** year;
    const known = isRenewed === true ? words.yes : words.no;
    return [
      `HT${civil}-${String(index + 1).padStart(4, "0")}`,
      customer.id,
      customer.name,
      departures.plan,
      { day: (startsOn - 7) as EpochDay },
      { day: startsOn },
      { day: endsOn },
      12,
      Math.round(yearly / 100_000) * 1000,
      isRenewed === null ? BLANK : known,
      dated(cancelledOn),
      customer.owner,
    ];
  });
}

function exitRow(exit: DemoExit): DemoCell[] {
  const { customer, cause, isMalicious } = exit;
  const isOurs = cause === "involuntary";
  const { wishes, intents, scopes, reasons } = departures;
  const intent = isMalicious ? intents.malicious : intents.benign;
  return [
    customer.id,
    customer.name,
    { day: exit.day },
    reasons[cause].group,
    exit.reason,
    exit.text,
    isOurs ? wishes.ours : wishes.theirs,
    isOurs ? intent : BLANK,
    exit.rival,
    exit.isPartial ? scopes.part : scopes.whole,
    exit.productKind,
    exit.lostCents / 100,
    dated(exit.wonBackOn),
    customer.owner,
  ];
}

function invoiceRow(invoice: DemoInvoice, index: number): DemoCell[] {
  const { customer, invoicedOn, dueOn, cents, settledOn } = invoice;
  const { paid, due, late } = departures.invoiceStates;
  const open = dueOn >= LAST_DAY ? due : late;
  return [
    `FP${String(index + 1).padStart(6, "0")}`,
    customer.id,
    customer.name,
    { day: invoicedOn },
    { day: dueOn },
    cents / 100,
    settledOn === null ? 0 : cents / 100,
    settledOn === null ? cents / 100 : 0,
    dated(settledOn),
    TERM_DAYS,
    settledOn === null ? open : paid,
    customer.owner,
  ];
}
