import { formatIsoDay, type EpochDay } from "../../kernel/base/calendar";
import { seededRng } from "../../kernel/base/rng";
import { makeCatalogue } from "./catalogue";
import { batchOf, makeComplaints, momentText, type DemoComplaint } from "./complaints";
import { makeCustomers, type DemoCustomer } from "./customers";
import { makeDeliveries, type DemoDelivery } from "./deliveries";
import { departureTables } from "./departure-tables";
import { makeLines, type DemoLine } from "./orders";
import { makeReferrals } from "./referrals";
import { makeServiceCosts, type DemoEffort } from "./service-costs";
import { surveyTables } from "./survey-tables";
import words from "./words.json";

/** A cell as the demo's files write it; a day is a date cell in the workbook and ISO text in the CSV. */
export type DemoCell = string | number | { readonly day: EpochDay };

export interface DemoTable {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly DemoCell[])[];
}

/**
 * An invented distributor of building and electrical materials in East China: 600 customers, three years of orders up to
 * 2025-11-30, about 30,000 lines, when and how they were delivered, who sent whom, what it spent on deliveries and visits, who
 * complained, what its customers answered, who has a contract, who left and why, and who pays late. The same for ever: fixed seeds, whole cents, no clock.
 */
export function makeDistributor(): {
  readonly orders: DemoTable;
  readonly customers: DemoTable;
  readonly serviceCosts: DemoTable;
  readonly complaints: DemoTable;
  readonly surveys: DemoTable;
  readonly ratings: DemoTable;
  readonly contracts: DemoTable;
  readonly exits: DemoTable;
  readonly invoices: DemoTable;
} {
  const rng = seededRng(20251130);
  const customers = makeCustomers(rng);
  const lines = makeLines(rng, customers, makeCatalogue());
  // Its own draws, as for all that came after the orders: they stay what they were before.
  const complaints = makeComplaints(seededRng(20251202), lines);
  const deliveryOf = makeDeliveries(seededRng(20251207), lines, complaints);
  return {
    orders: {
      headers: words.orderHeaders,
      rows: lines.map((line) => orderRow(line, deliveryOf(line))),
    },
    customers: customerTable(customers),
    serviceCosts: {
      headers: words.serviceHeaders,
      rows: makeServiceCosts(seededRng(20251201), lines).map(effortRow),
    },
    complaints: {
      headers: words.complaintHeaders,
      rows: complaints.map(complaintRow),
    },
    ...surveyTables(customers, lines),
    ...departureTables(customers, lines),
  };
}

function orderRow(line: DemoLine, delivery: DemoDelivery | null): readonly DemoCell[] {
  const dated = (day: EpochDay | null): DemoCell => (day === null ? "" : { day });
  return [
    { day: line.day },
    line.document,
    line.customer.id,
    line.customer.name,
    line.product.id,
    line.product.name,
    line.product.kind,
    line.quantity,
    line.priceCents / 100,
    line.amountCents / 100,
    line.costCents / 100,
    line.customer.owner,
    line.customer.region,
    line.customer.channel,
    words.documents[line.kind],
    ...(delivery === null
      ? ["", "", "", ""]
      : [
          batchOf(line),
          dated(delivery.promised),
          dated(delivery.delivered),
          delivery.delivered === null ? "" : delivery.quantity,
        ]),
  ];
}

function customerTable(customers: readonly DemoCustomer[]): DemoTable {
  const referrals = makeReferrals(seededRng(20251206), customers);
  return {
    headers: words.customerHeaders,
    rows: customers.map((customer) => [
      customer.id,
      customer.name,
      customer.kind,
      customer.region,
      customer.city,
      customer.channel,
      customer.owner,
      { day: customer.since },
      referrals.get(customer.id)?.name ?? "",
    ]),
  };
}

function effortRow({ day, customer, kind, times, unitCents }: DemoEffort): readonly DemoCell[] {
  return [
    { day },
    customer.id,
    customer.name,
    words.serviceKinds[kind],
    times,
    unitCents / 100,
    (times * unitCents) / 100,
    customer.owner,
  ];
}

function complaintRow(complaint: DemoComplaint): readonly DemoCell[] {
  const { line, cause, isUnexplained, resolved, closed } = complaint;
  const moment = (at: number | null): string => (at === null ? "" : momentText(at));
  const flag = (value: boolean | null): string => {
    if (value === null) return "";
    return value ? words.yes : words.no;
  };
  const known = (text: string): string => (isUnexplained ? "" : text);
  const { open, solved, closed: over } = words.complaintStates;
  const stateSoFar = resolved === null ? open : solved;
  return [
    complaint.id,
    line.customer.id,
    line.customer.name,
    moment(complaint.opened),
    cause.kind,
    complaint.text,
    complaint.severity,
    complaint.channel,
    line.product.id,
    line.product.name,
    complaint.batch,
    line.document,
    moment(complaint.responded),
    known(cause.group),
    known(cause.name),
    known(cause.side),
    moment(resolved),
    resolved === null ? "" : (cause.results[line.quantity % cause.results.length] ?? ""),
    complaint.lossCents / 100,
    flag(complaint.isEscalated),
    flag(complaint.isSatisfied),
    moment(closed),
    closed === null ? stateSoFar : over,
    line.customer.owner,
  ];
}

/** The table as CSV. No cell of the demo holds a comma, a quote or a line break. */
export function demoCsv(table: DemoTable): string {
  const text = (cell: DemoCell): string =>
    typeof cell === "object" ? formatIsoDay(cell.day) : String(cell);
  const lines = [table.headers.join(","), ...table.rows.map((row) => row.map(text).join(","))];
  return `${lines.join("\r\n")}\r\n`;
}
