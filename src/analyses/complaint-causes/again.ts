import { MINUTES_PER_DAY } from "../../domain/moment";
import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { columnOf, type Table } from "../../kernel/table/column";
import { chanceOfSoMany } from "../../kernel/stats/fisher-exact";
import { kaplanMeier, stepAt, type SurvivalCurve } from "../../kernel/stats/survival/kaplan-meier";
import { lifetimes } from "../../kernel/stats/survival/lifetimes";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { numbersOf } from "../../measures/cost-driver";
import { customerNameOf } from "../../measures/customer-name";
import type { OrderBook } from "../../measures/order-book";
import type { Period } from "../../domain/scope";
import { causeAt, placesBy, type Coding } from "./coding";
import { OUTCOMES, type AfterLine, type CausesResult, type Outcome, type RepeatLine } from "./spec";

const LISTED = 20;
const CURVE_POINTS = 150;

/** Places of the cases of each customer, by time. */
export function casesByCustomer(cases: ComplaintCases): ReadonlyMap<number, readonly number[]> {
  const places = placesBy(cases.n, (i) => (cases.customers[i]! < 0 ? null : cases.customers[i]!));
  return new Map(
    [...places].map(([row, own]) => [
      row,
      own.toSorted((a, b) => cases.opened[a]! - cases.opened[b]! || a - b),
    ]),
  );
}

/** Days from each complaint to the next of the same customer; the last of each is still waiting. */
export function gapsOf(
  cases: ComplaintCases,
  byCustomer: ReadonlyMap<number, readonly number[]>,
): SurvivalCurve {
  const durations: number[] = [];
  const observed: number[] = [];
  for (const places of byCustomer.values()) {
    places.forEach((place, k) => {
      const next = places[k + 1];
      const until = next === undefined ? cases.end : cases.opened[next]!;
      durations.push((until - cases.opened[place]!) / MINUTES_PER_DAY);
      observed.push(next === undefined ? 0 : 1);
    });
  }
  return kaplanMeier(
    lifetimes({
      durations: Float64Array.from(durations),
      outcomes: Uint8Array.from(observed),
      entries: null,
    }),
  );
}

export function againCurve({ times, survival }: SurvivalCurve): CausesResult["again"] {
  const stride = Math.max(1, Math.ceil(times.length / CURVE_POINTS));
  const kept = Array.from(times.keys()).filter((i) => i % stride === 0 || i === times.length - 1);
  return {
    days: Float64Array.from(kept, (i) => times[i]!),
    shares: Float64Array.from(kept, (i) => 1 - survival[i]!),
  };
}

/** Share of complaints that another has followed within so many days; null without any complaint that names a customer. */
export function againWithin(gaps: SurvivalCurve, days: number, n: number): number | null {
  if (n === 0) return null;
  const step = stepAt(gaps, days);
  return step < 0 ? 0 : 1 - gaps.survival[step]!;
}

/** The customers who complained most often, and of what. */
export function repeatLines(
  byCustomer: ReadonlyMap<number, readonly number[]>,
  coding: Coding,
  customers: Table,
): readonly RepeatLine[] {
  return [...byCustomer]
    .filter(([, places]) => places.length > 1)
    .sort((a, b) => b[1].length - a[1].length || a[0] - b[0])
    .slice(0, LISTED)
    .map(([row, places]) => {
      const causes = [...placesBy(places.length, (k) => causeAt(coding, places[k]!))].sort(
        (a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1),
      );
      const [first] = causes;
      return {
        row,
        name: customerNameOf(customers, row),
        cases: places.length,
        cause: first === undefined ? null : first[0],
        sameCause: first === undefined ? 0 : first[1].length,
      };
    });
}

interface AfterSight {
  readonly cases: ComplaintCases;
  readonly table: Table;
  readonly book: OrderBook;
  readonly byCustomer: ReadonlyMap<number, readonly number[]>;
  readonly period: Period;
  readonly customerRows: Bitset | null;
  readonly followDays: number;
  readonly resolveDays: number;
}

/** Customers that can be followed for the whole time, by what became of their first complaint; and who of them bought again. */
export interface Followed {
  readonly outcome: Outcome;
  readonly row: number;
  readonly hasBought: boolean;
}

/**
 * Who buys again after a complaint.
 *
 * The first complaint of each customer in the window, followed for `followDays`; buyers without a complaint are followed from the
 * middle one of their days of purchase in the window. Only those of whom the whole time has passed are counted.
 */
export function followedAfter(sight: AfterSight): readonly Followed[] {
  const { cases, book, byCustomer, followDays, customerRows, period } = sight;
  const lastDay = cases.end / MINUTES_PER_DAY - 1;
  const complained = [...byCustomer].flatMap(([row, places]): Followed[] => {
    const first = places[0]!;
    const day = Math.floor(cases.opened[first]! / MINUTES_PER_DAY);
    if (day + followDays > lastDay || row >= book.customerCount) return [];
    const hasBought = buysWithin(book, row, day, followDays);
    return [{ outcome: outcomeOf(sight, first), row, hasBought }];
  });
  const others: Followed[] = [];
  for (let row = 0; row < book.customerCount; row++) {
    if (byCustomer.has(row) || (customerRows !== null && !hasBit(customerRows, row))) continue;
    const day = middleDay(book, row, period);
    if (day === null || day + followDays > lastDay) continue;
    others.push({ outcome: "none", row, hasBought: buysWithin(book, row, day, followDays) });
  }
  return [...complained, ...others];
}

function outcomeOf({ cases, table, resolveDays }: AfterSight, place: number): Outcome {
  if (cases.isSolved[place] === 0) return "open";
  const flags = numbersOf(table, "isSatisfied");
  const flag = flags === null ? NaN : flags[cases.rows[place]!]!;
  if (!Number.isNaN(flag)) return flag === 1 ? "good" : "poor";
  const days = (cases.resolved[place]! - cases.opened[place]!) / MINUTES_PER_DAY;
  return days <= resolveDays ? "good" : "poor";
}

function buysWithin(book: OrderBook, row: number, day: number, followDays: number): boolean {
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    const bought = book.days[slot]!;
    if (bought > day + followDays) return false;
    if (bought > day && hasBit(book.saleSlots, slot)) return true;
  }
  return false;
}

function middleDay(book: OrderBook, row: number, period: Period): number | null {
  const days: number[] = [];
  for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
    const day = book.days[slot]!;
    if (day < period.fromDay || day > period.toDay || !hasBit(book.saleSlots, slot)) continue;
    if (days.at(-1) !== day) days.push(day);
  }
  return days.length === 0 ? null : days[Math.floor((days.length - 1) / 2)]!;
}

export function afterLines(followed: readonly Followed[]): readonly AfterLine[] {
  return OUTCOMES.map((outcome) => {
    const own = followed.filter((each) => each.outcome === outcome);
    const bought = own.filter(({ hasBought }) => hasBought).length;
    if (own.length === 0) {
      return { outcome, followed: 0, bought: 0, share: null, low: null, high: null };
    }
    const { low, high } = wilsonInterval(bought, own.length);
    return { outcome, followed: own.length, bought, share: bought / own.length, low, high };
  });
}

const FEWEST_FOLLOWED = 10;

/** Good against poor and open together, Fisher's exact test one-sided; null with fewer than ten on a side. */
export function afterChance(lines: readonly AfterLine[]): number | null {
  const sum = (ids: readonly Outcome[], of: (line: AfterLine) => number): number =>
    lines.filter(({ outcome }) => ids.includes(outcome)).reduce((all, line) => all + of(line), 0);
  const size = sum(["good"], (line) => line.followed);
  const bad = sum(["poor", "open"], (line) => line.followed);
  if (size < FEWEST_FOLLOWED || bad < FEWEST_FOLLOWED) return null;
  const hits = sum(["good"], (line) => line.bought);
  const allHits = sum(["good", "poor", "open"], (line) => line.bought);
  return chanceOfSoMany({ hits, size, allHits, all: size + bad });
}

/** Whether the order table can say who bought when. */
export const isOrdersReadable = (orders: Table): boolean =>
  orders.rowCount > 0 &&
  columnOf(orders, "orderedOn", "day") !== undefined &&
  ["customer", "amount", "lineKind"].every((id) => orders.columns.has(id));
