import type { TenureGap } from "../../domain/tenure";
import { finished } from "../../kernel/base/finished";
import { epochDay, firstDayOfMonth, monthIndex } from "../../kernel/base/calendar";
import { MISSING_CODE, MISSING_DAY, requiredColumn, type Table } from "../../kernel/table/column";
import { daysOf, linkedTable, numbersOf } from "../cost-driver";
import { orderBook, type Tables } from "../order-book";
import { datedExits } from "./dated-exits";
import { orderSpans, type TenureSight } from "./from-orders";
import { addDays, emptyDraft, finishedTenure, isSelected, type Tenure } from "./tenure";

/** Days after a contract has run out in which it may still be renewed: nobody is lost yet. */
const RENEWAL_GRACE_DAYS = 30;

/** Where the cover of a customer ends: never, as far as anybody knows. */
const OPEN_END = 0x7fffffff;

/** The day on which each customer left by the exits table; MISSING_DAY for those that did not, or came back. */
export interface ExitDays {
  readonly days: Int32Array;
  /** row of `exits` of that day; −1 without one */
  readonly rows: Int32Array;
  /** the first day that the table has at all; MISSING_DAY without a row */
  readonly firstDay: number;
  readonly partialExits: number;
  readonly wonBack: number;
}

/**
 * The exits that count: whole ones up to the as-of day that were not won back by then; the latest of each customer.
 *
 * @param isPreferred  which of two rows of one day counts; without it the first
 *
 * O(rows of exits).
 */
export function exitDays(
  tables: Tables,
  asOfDay: number,
  isPreferred: (row: number, other: number) => boolean = () => false,
): ExitDays | null {
  const exits = datedExits(tables.exits);
  if (exits === null) return null;
  const count = tables.customers.rowCount;
  const days = new Int32Array(count).fill(MISSING_DAY);
  const rows = new Int32Array(count).fill(-1);
  let [firstDay, partialExits, wonBack] = [MISSING_DAY, 0, 0];
  for (let row = 0; row < exits.days.length; row++) {
    const [customer, day] = [exits.customers[row]!, exits.days[row]!];
    if (customer === MISSING_CODE || customer >= count) continue;
    if (day === MISSING_DAY || day > asOfDay) continue;
    if (firstDay === MISSING_DAY || day < firstDay) firstDay = day;
    const back = exits.backOn(row);
    if (exits.isPartial(row)) partialExits++;
    else if (back !== MISSING_DAY && back <= asOfDay) wonBack++;
    else if (
      day > days[customer]! ||
      (day === days[customer]! && isPreferred(row, rows[customer]!))
    ) {
      days[customer] = day;
      rows[customer] = row;
    }
  }
  return { days, rows, firstDay, partialExits, wonBack };
}

/** From when to when the contracts of each customer run; MISSING_DAY starts for those without one. */
interface Cover {
  readonly starts: Int32Array;
  /** the last day that is covered; OPEN_END when it goes on */
  readonly ends: Int32Array;
  /** 1 when the last cover was ended before its time */
  readonly cancelled: Uint8Array;
}

function coverOf(tables: Tables): Cover | null {
  const table = linkedTable(tables.contracts);
  const startsOn = table === null ? null : daysOf(table, "startsOn");
  if (table === null || startsOn === null) return null;
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const count = tables.customers.rowCount;
  const cover: Cover = {
    starts: new Int32Array(count).fill(MISSING_DAY),
    ends: new Int32Array(count).fill(MISSING_DAY),
    cancelled: new Uint8Array(count),
  };
  const endOf = endReader(table);
  for (let row = 0; row < codes.length; row++) {
    const [customer, start] = [codes[row]!, startsOn[row]!];
    if (customer === MISSING_CODE || customer >= count || start === MISSING_DAY) continue;
    const known = cover.starts[customer]!;
    if (known === MISSING_DAY || start < known) cover.starts[customer] = start;
    const { end, isCancelled } = endOf(row);
    if (end <= cover.ends[customer]!) continue;
    cover.ends[customer] = end;
    cover.cancelled[customer] = isCancelled ? 1 : 0;
  }
  return cover;
}

function endReader(table: Table): (row: number) => { end: number; isCancelled: boolean } {
  const endsOn = daysOf(table, "endsOn");
  const cancelledOn = daysOf(table, "cancelledOn");
  const renewed = numbersOf(table, "isRenewed");
  const renewsByItself = numbersOf(table, "renewsByItself");
  return (row) => {
    const cancelled = cancelledOn === null ? MISSING_DAY : cancelledOn[row]!;
    if (cancelled !== MISSING_DAY) return { end: cancelled, isCancelled: true };
    const end = endsOn === null ? MISSING_DAY : endsOn[row]!;
    const goesOn = renewed?.[row] === 1 || renewsByItself?.[row] === 1;
    return { end: end === MISSING_DAY || goesOn ? OPEN_END : end, isCancelled: false };
  };
}

/**
 * One observation a customer from contracts, exits and the day of leaving in the customer table.
 *
 * @param tables  `contracts` (startsOn, endsOn, cancelledOn, isRenewed, renewsByItself), `exits` (exitedOn, scope, wonBackOn),
 *   `customers` (since, churnedOn), `orders`; what is not there is done without
 * @returns the tenure in days, or `no-contracts`
 *
 * A customer begins with its first contract, else on `since`, else with its first order. It is lost on the day of its exit; without
 * one when its last contract was cancelled, or ran out more than 30 days ago without a renewal. Where only exits say who left, customers
 * that began before the first exit was written down are in sight only from that month on (late entry). O(rows).
 */
export const tenureFromContracts = (tables: Tables, sight: TenureSight): Tenure | TenureGap =>
  finished(contractTenureSteps(tables, sight));

/** As `tenureFromContracts`. @yields between its parts */
export function* contractTenureSteps(
  tables: Tables,
  sight: TenureSight,
): Generator<void, Tenure | TenureGap, void> {
  const { asOfDay, customerRows } = sight;
  const exits = exitDays(tables, asOfDay);
  yield;
  const cover = coverOf(tables);
  yield;
  if (tables.orders.columns.has("customer")) orderBook(tables);
  yield;
  const churnedOn = daysOf(tables.customers, "churnedOn");
  if (exits === null && cover === null && churnedOn === null) return "no-contracts";
  const starts = startsOf(tables, cover, sight);
  yield;
  // Without contracts nothing is known of those who left before leaving was written down.
  const sightFrom = cover === null && exits !== null ? monthBefore(exits.firstDay) : MISSING_DAY;
  const draft = emptyDraft();
  const counts = { withContract: 0, withExit: 0, withChurnDay: 0, pending: 0, lateEntries: 0 };
  for (let customer = 0; customer < tables.customers.rowCount; customer++) {
    if (!isSelected(customerRows, customer)) continue;
    const hasContract = cover !== null && cover.starts[customer] !== MISSING_DAY;
    const exit = exits === null ? MISSING_DAY : exits.days[customer]!;
    const left = churnedOn === null ? MISSING_DAY : churnedOn[customer]!;
    const hasLeft = left !== MISSING_DAY && left <= asOfDay;
    if (hasContract) counts.withContract++;
    if (exit !== MISSING_DAY) counts.withExit++;
    if (hasLeft) counts.withChurnDay++;
    // With contracts in the data, who has none and did not leave is no contract customer.
    if (cover !== null && !hasContract && exit === MISSING_DAY && !hasLeft) continue;
    const start = starts[customer]!;
    if (start === MISSING_DAY) {
      draft.noStart++;
      continue;
    }
    const said = exit === MISSING_DAY && hasLeft ? left : exit;
    const end =
      said === MISSING_DAY ? endOfCover(cover, customer, asOfDay) : { day: said, lost: true };
    if (end.isPending) counts.pending++;
    const entry = sightFrom === MISSING_DAY ? start : Math.max(start, sightFrom);
    if (entry > start) counts.lateEntries++;
    addDays(draft, customer, { start, entry, end: end.day }, end.lost ? 1 : 0);
  }
  if (draft.customers.length === 0) return "no-contracts";
  yield;
  return finishedTenure(draft, "day", {
    kind: "contracts",
    ...counts,
    partialExits: exits === null ? 0 : exits.partialExits,
    wonBack: exits === null ? 0 : exits.wonBack,
  });
}

interface End {
  readonly day: number;
  readonly lost: boolean;
  readonly isPending?: boolean;
}

function endOfCover(cover: Cover | null, customer: number, asOfDay: number): End {
  const end = cover === null ? MISSING_DAY : cover.ends[customer]!;
  if (cover === null || end === MISSING_DAY || end >= asOfDay) return { day: asOfDay, lost: false };
  const isPending = cover.cancelled[customer] === 0 && end + RENEWAL_GRACE_DAYS >= asOfDay;
  return { day: end, lost: !isPending, isPending };
}

/** The last day of the month before, so that who left on the first day of the log was there. */
function monthBefore(day: number): number {
  return day === MISSING_DAY ? MISSING_DAY : firstDayOfMonth(monthIndex(epochDay(day))) - 1;
}

function startsOf(tables: Tables, cover: Cover | null, sight: TenureSight): Int32Array {
  const since = daysOf(tables.customers, "since");
  const hasOrders = tables.orders.columns.has("customer");
  const firstOrders = hasOrders ? orderSpans(orderBook(tables), sight).first : null;
  const starts = new Int32Array(tables.customers.rowCount).fill(MISSING_DAY);
  for (let customer = 0; customer < starts.length; customer++) {
    for (const known of [cover?.starts, since, firstOrders]) {
      if (known === undefined || known === null || known[customer] === MISSING_DAY) continue;
      starts[customer] = known[customer]!;
      break;
    }
  }
  return starts;
}
