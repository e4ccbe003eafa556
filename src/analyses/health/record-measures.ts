import type { Tables } from "../../domain/generation";
import { MINUTES_PER_DAY } from "../../domain/moment";
import type { Scope } from "../../domain/scope";
import { epochDay, FIRST_DAY } from "../../kernel/base/calendar";
import { median } from "../../kernel/stats/quantile";
import { MISSING_CODE, MISSING_DAY, requiredColumn } from "../../kernel/table/column";
import { complaintCases } from "../../measures/complaint-cases";
import { daysOf, linkedTable, numbersOf } from "../../measures/cost-driver";
import { overdueInvoiceDays } from "../../measures/payment-delay";
import { emptyMeasure, overdueScore, scale, type Measured } from "./measure";

/** A complaint that was solved within the window still weighs something. */
const SOLVED_SCORE = 60;
/** An invoice so many days overdue is the worst. */
const WORST_ARREARS_DAYS = 60;
/** From so many days before its end a contract counts. */
const CONTRACT_SIGHT_DAYS = 90;

/** What is looked at: all tables, as they were known at the end of `day`. */
export interface RecordSight {
  readonly tables: Tables;
  readonly scope: Scope;
  readonly customers: number;
  readonly day: number;
  readonly windowDays: number;
}

/** Open complaints 0; solved ones of the window 60; none 100. Null without the table. O(rows). */
export function complaintMeasure(sight: RecordSight): Measured | null {
  const table = linkedTable(sight.tables.complaints);
  if (table === null || !table.columns.has("openedAt")) return null;
  const { day, windowDays, customers } = sight;
  const cases = complaintCases(table, {
    scope: { ...sight.scope, asOfDay: epochDay(day) },
    period: { fromDay: FIRST_DAY, toDay: epochDay(day) },
    customerRows: null,
  });
  const found = emptyMeasure("complaint", customers);
  if (cases.n === 0) return found;
  found.scores.fill(100);
  found.facts.fill(0);
  const since = (day - windowDays) * MINUTES_PER_DAY;
  for (let i = 0; i < cases.n; i++) {
    const customer = cases.customers[i]!;
    if (customer < 0 || customer >= customers) continue;
    if (cases.isSolved[i] === 0 && cases.isOver[i] === 0) {
      found.scores[customer] = 0;
      found.facts[customer]! += 1;
    } else if (cases.opened[i]! >= since && found.scores[customer] === 100) {
      found.scores[customer] = SOLVED_SCORE;
    }
  }
  return found;
}

/** Days that the oldest unpaid invoice is overdue: 0 is 100, 60 is 0; missing without an invoice. Null without the table. */
export function arrearsMeasure(sight: RecordSight): Measured | null {
  const late = overdueInvoiceDays(sight.tables, sight.customers, sight.day);
  if (late === null) return null;
  const found = emptyMeasure("arrears", sight.customers);
  for (let customer = 0; customer < late.length; customer++) {
    const days = late[customer]!;
    if (days !== days) continue;
    found.scores[customer] = scale(days, WORST_ARREARS_DAYS, 0);
    found.facts[customer] = days;
  }
  return found;
}

/** Days since the last contact against the customer's own gap; missing for those never contacted. Null without the table. */
export function contactMeasure(sight: RecordSight): Measured | null {
  const table = linkedTable(sight.tables.contacts);
  const days = table === null ? null : daysOf(table, "contactedAt");
  if (table === null || days === null) return null;
  const { customers, day, windowDays } = sight;
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const first = new Int32Array(customers).fill(MISSING_DAY);
  const last = new Int32Array(customers).fill(MISSING_DAY);
  const times = new Uint32Array(customers);
  /** each day of a customer once */
  const known = new Set<string>();
  for (let row = 0; row < codes.length; row++) {
    const [customer, at] = [codes[row]!, days[row]!];
    if (customer === MISSING_CODE || customer >= customers) continue;
    if (at === MISSING_DAY || at > day) continue;
    const key = `${customer} ${at}`;
    if (known.has(key)) continue;
    known.add(key);
    if (times[customer] === 0 || at < first[customer]!) first[customer] = at;
    if (times[customer] === 0 || at > last[customer]!) last[customer] = at;
    times[customer]!++;
  }
  const gaps: number[] = [];
  for (let customer = 0; customer < customers; customer++) {
    const n = times[customer]!;
    if (n > 1) gaps.push((last[customer]! - first[customer]!) / (n - 1));
  }
  const common = gaps.length === 0 ? windowDays : median(gaps);
  const found = emptyMeasure("contact", customers);
  for (let customer = 0; customer < customers; customer++) {
    const n = times[customer]!;
    if (n === 0) continue;
    const waited = day - last[customer]!;
    const span = last[customer]! - first[customer]!;
    const [score, gap] = overdueScore({ span, gaps: n - 1, waited, common });
    found.scores[customer] = score;
    found.facts[customer] = waited;
    found.usual[customer] = gap;
  }
  return found;
}

/**
 * Days until the last contract known on the day ends: 90 is 100, 0 and past is 0; one that renews by itself 100; missing
 * without a contract. A contract is known from the day it was signed, else from its start. Null without the table.
 */
export function contractMeasure(sight: RecordSight): Measured | null {
  const table = linkedTable(sight.tables.contracts);
  const ends = table === null ? null : daysOf(table, "endsOn");
  if (table === null || ends === null) return null;
  const { customers, day } = sight;
  const { codes } = requiredColumn(table, "customer", "dictionary");
  const signed = daysOf(table, "signedOn");
  const starts = daysOf(table, "startsOn");
  const cancelled = daysOf(table, "cancelledOn");
  const renews = numbersOf(table, "renewsByItself");
  const latest = new Float64Array(customers).fill(NaN);
  const dayAt = (days: Int32Array | null, row: number): number =>
    days === null ? MISSING_DAY : days[row]!;
  for (let row = 0; row < codes.length; row++) {
    const customer = codes[row]!;
    if (customer === MISSING_CODE || customer >= customers) continue;
    const signedOn = dayAt(signed, row);
    const from = signedOn === MISSING_DAY ? dayAt(starts, row) : signedOn;
    if (from !== MISSING_DAY && from > day) continue;
    const cancelledOn = dayAt(cancelled, row);
    const isCancelled = cancelledOn !== MISSING_DAY && cancelledOn <= day;
    let end: number = ends[row]!;
    if (renews !== null && renews[row]! === 1 && !isCancelled) end = Infinity;
    else if (end === MISSING_DAY) continue;
    if (isCancelled && cancelledOn < end) end = cancelledOn;
    if (!(latest[customer]! >= end)) latest[customer] = end;
  }
  const found = emptyMeasure("contract", customers);
  for (let customer = 0; customer < customers; customer++) {
    const end = latest[customer]!;
    if (end !== end) continue;
    const left = end - day;
    found.scores[customer] = left === Infinity ? 100 : scale(left, 0, CONTRACT_SIGHT_DAYS);
    found.facts[customer] = left;
  }
  return found;
}
