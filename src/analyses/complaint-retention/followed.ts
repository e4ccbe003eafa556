import { MINUTES_PER_DAY } from "../../domain/moment";
import { hasBit } from "../../kernel/table/bitset";
import type { Table } from "../../kernel/table/column";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { numbersOf } from "../../measures/cost-driver";
import type { OrderBook } from "../../measures/order-book";
import type { Group, RetentionParams } from "./spec";

/** A customer from the day of judging on. */
export interface Followed {
  readonly row: number;
  readonly group: Group;
  /** day of the complaint, or of that of the customer it is like */
  readonly openedOn: number;
  /** days followed, from the day of judging */
  readonly days: number;
  readonly isLost: boolean;
}

export interface FollowSight {
  readonly cases: ComplaintCases;
  readonly table: Table;
  readonly book: OrderBook;
  readonly params: RetentionParams;
  readonly windowDays: number;
  readonly lastDay: number;
}

export interface Complained {
  readonly followed: readonly Followed[];
  /** day of the first complaint of every customer that has one */
  readonly firstDay: ReadonlyMap<number, number>;
  readonly tooNew: number;
  readonly notFollowed: number;
  readonly undated: number;
}

/**
 * Customers from their first complaint, grouped by how it stood `judgeDays` later, and followed from then on.
 *
 * Judged on one day for all: an outcome that takes long would else be one of those who stayed long. O(cases + their lines).
 */
export function complainedOf(sight: FollowSight): Complained {
  const { cases, table, book, params, lastDay } = sight;
  const flags = numbersOf(table, "isSatisfied");
  const first = firstPlaces(cases, flags);
  const firstDay = new Map([...first].map(([row, place]) => [row, dayOf(cases.opened[place]!)]));
  const followed: Followed[] = [];
  const counts = { tooNew: 0, notFollowed: 0, undated: 0 };
  for (const [row, place] of [...first].sort((a, b) => a[0] - b[0])) {
    const openedOn = firstDay.get(row)!;
    if (openedOn + params.judgeDays >= lastDay) counts.tooNew++;
    else if (row >= book.customerCount || lastSale(book, row, openedOn) === null)
      counts.notFollowed++;
    else {
      const flag = flags === null ? NaN : flags[cases.rows[place]!]!;
      const group = outcomeOf(cases, params, { place, flag });
      const stay = group === null ? null : stayOf(sight, row, openedOn);
      if (group === null) counts.undated++;
      else if (stay === null) counts.notFollowed++;
      else followed.push({ row, group, openedOn, ...stay });
    }
  }
  return { followed, firstDay, ...counts };
}

const dayOf = (moment: number): number => Math.floor(moment / MINUTES_PER_DAY);

/** Place of the first complaint of each customer; of several at one moment the one that was solved first, then the satisfied. */
function firstPlaces(
  cases: ComplaintCases,
  flags: Float64Array | null,
): ReadonlyMap<number, number> {
  const late = (moment: number): number => (Number.isNaN(moment) ? Infinity : moment);
  const orderOf = (place: number): readonly number[] => [
    cases.opened[place]!,
    late(cases.resolved[place]!),
    late(cases.closed[place]!),
    flags === null ? Infinity : late(-flags[cases.rows[place]!]!),
  ];
  const isBefore = (a: number, b: number): boolean => {
    const [one, other] = [orderOf(a), orderOf(b)];
    const k = one.findIndex((value, i) => value !== other[i]);
    return k >= 0 && one[k]! < other[k]!;
  };
  const first = new Map<number, number>();
  for (let i = 0; i < cases.n; i++) {
    const row = cases.customers[i]!;
    if (row < 0) continue;
    const known = first.get(row);
    if (known === undefined || isBefore(i, known)) first.set(row, i);
  }
  return first;
}

/** How it stood on the day of judging; null: solved, and nobody knows when or how well. */
function outcomeOf(
  { opened, resolved, closed, isSolved }: ComplaintCases,
  { judgeDays, resolveDays }: RetentionParams,
  { place, flag }: { readonly place: number; readonly flag: number },
): Exclude<Group, "none"> | null {
  if (isSolved[place] === 0) return "open";
  const solved = Number.isNaN(resolved[place]!) ? closed[place]! : resolved[place]!;
  const days = dayOf(solved) - dayOf(opened[place]!);
  if (days > judgeDays) return "open";
  if (!Number.isNaN(flag)) return flag === 1 ? "content" : "poor";
  if (Number.isNaN(days)) return null;
  return days <= resolveDays ? "content" : "poor";
}

/** The last day with a sale up to a day; null without any. */
export function lastSale(book: OrderBook, row: number, day: number): number | null {
  let last: number | null = null;
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    if (book.days[slot]! > day) break;
    if (hasBit(book.saleSlots, slot)) last = book.days[slot]!;
  }
  return last;
}

/**
 * Days from the day of judging to the loss, or to the last day.
 *
 * Lost: no sale for `windowDays`, counted on the day the window is full; the complaint itself is a sign of life. A later return is not
 * looked for: nobody could have known of it. Null: lost before the day of judging.
 */
export function stayOf(
  { book, params, windowDays, lastDay }: Omit<FollowSight, "cases" | "table">,
  row: number,
  openedOn: number,
): { readonly days: number; readonly isLost: boolean } | null {
  const start = openedOn + params.judgeDays;
  let last = openedOn;
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    const day = book.days[slot]!;
    if (day <= last || !hasBit(book.saleSlots, slot)) continue;
    if (day > lastDay || day - last >= windowDays) break;
    last = day;
  }
  const end = last + windowDays;
  if (end <= start) return null;
  return end <= lastDay
    ? { days: end - start, isLost: true }
    : { days: lastDay - start, isLost: false };
}
