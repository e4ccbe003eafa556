import { median } from "../../kernel/stats/quantile";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { Progress } from "../define";
import type { Lines } from "./lines";
import type { NextLine, ThenLine } from "./spec";

const THEN_LISTED = 3;
/** A share of fewer customers says nothing. */
const FEWEST_FOLLOWED = 5;
const NO_PLACE = 255;

/** What each customer bought that was new to it, day by day. */
interface Steps {
  /** first purchases of things, customer by customer and day by day */
  readonly customers: Uint32Array;
  readonly days: Int32Array;
  readonly items: Uint32Array;
}

const STEPS_A_SLICE = 1 << 18;

/** The first purchase of each thing by each customer. O(lines). */
function* firstPurchases(lines: Lines, itemCount: number): Generator<Progress, Steps, void> {
  const { count } = lines;
  const lastOwner = new Uint32Array(itemCount);
  const customers = new Uint32Array(count);
  const days = new Int32Array(count);
  const items = new Uint32Array(count);
  let n = 0;
  for (let from = 0; from < count; from += STEPS_A_SLICE) {
    const end = Math.min(count, from + STEPS_A_SLICE);
    for (let k = from; k < end; k++) {
      const owner = lines.customers[k]! + 1;
      const item = lines.items[k]!;
      if (lastOwner[item] === owner) continue;
      lastOwner[item] = owner;
      customers[n] = owner - 1;
      days[n] = lines.days[k]!;
      items[n++] = item;
    }
    yield { done: 0.8 };
  }
  return {
    customers: customers.subarray(0, n),
    days: days.subarray(0, n),
    items: items.subarray(0, n),
  };
}

/** What follows on what, for some things. */
export interface Followings {
  readonly lines: readonly NextLine[];
  /** customers who bought something new after it, by the thing that came: rows ascending; null for a cell that is not shown */
  readonly then: (from: number, place: number) => Uint32Array | null;
  /** customers who bought nothing new since */
  readonly waiting: (from: number) => Uint32Array | null;
}

interface Tally {
  readonly followed: Uint32Array;
  readonly waiting: number[][];
  readonly gaps: number[][];
  /** customers by thing before (row) and thing after (column) */
  readonly counts: Uint32Array;
  /** steps from anything that brought a thing, and all steps */
  readonly arrivals: Uint32Array;
  readonly steps: number;
}

/** Where each run of one customer and day begins, and the end of all. */
function runsOf({ customers, days }: Steps): Uint32Array {
  const starts = new Uint32Array(customers.length + 1);
  let n = 0;
  for (let k = 0; k < customers.length; k++) {
    if (k > 0 && customers[k] === customers[k - 1] && days[k] === days[k - 1]) continue;
    starts[n++] = k;
  }
  starts[n++] = customers.length;
  return starts.subarray(0, n);
}

function* tally(steps: Steps, places: Uint8Array, width: number): Generator<Progress, Tally, void> {
  const { customers, days, items } = steps;
  const itemCount = places.length;
  const runs = runsOf(steps);
  const followed = new Uint32Array(width);
  const waiting = Array.from({ length: width }, (): number[] => []);
  const gaps = Array.from({ length: width }, (): number[] => []);
  const counts = new Uint32Array(width * itemCount);
  const arrivals = new Uint32Array(itemCount);
  let stepCount = 0;
  let work = 0;
  for (let r = 0; r + 1 < runs.length; r++) {
    if (work > STEPS_A_SLICE) {
      work = 0;
      yield { done: 0.82 };
    }
    const from = runs[r]!;
    const to = runs[r + 1]!;
    const goesOn = r + 2 < runs.length && customers[to] === customers[from];
    const end = goesOn ? runs[r + 2]! : to;
    work += 2 + end - from;
    if (goesOn) {
      stepCount++;
      for (let j = to; j < end; j++) arrivals[items[j]!]!++;
    }
    for (let k = from; k < to; k++) {
      const place = places[items[k]!]!;
      if (place === NO_PLACE) continue;
      if (!goesOn) {
        waiting[place]!.push(customers[k]!);
        continue;
      }
      followed[place]!++;
      work += end - to;
      gaps[place]!.push(days[to]! - days[from]!);
      for (let j = to; j < end; j++) counts[place * itemCount + items[j]!]!++;
    }
  }
  return { followed, waiting, gaps, counts, arrivals, steps: stepCount };
}

/**
 * What customers buy next: first-order transitions between the first purchases of things.
 *
 * @param lines  customer by customer, by day
 * @param items  the things from which steps are told, at most 12; `names` of all things
 * @returns of the customers who bought something new on a later day, the share that bought each thing then. Things first
 *   bought on one day are one step. O(lines + Σ steps × things that came with them)
 */
export function* followings(
  lines: Lines,
  items: readonly number[],
  names: readonly string[],
): Generator<Progress, Followings, void> {
  const itemCount = names.length;
  const steps = yield* firstPurchases(lines, itemCount);
  const places = new Uint8Array(itemCount).fill(NO_PLACE);
  items.forEach((item, place) => (places[item] = place));
  const found = yield* tally(steps, places, items.length);
  const tops = items.map((_, place) => topsOf(found, place, names));
  return {
    lines: items.map((item, place) =>
      lineOf(found, place, tops[place]!, { name: names[item]!, names }),
    ),
    then: (from, place) => {
      const [item, to] = [items[from], tops[from]?.[place]];
      return item === undefined || to === undefined ? null : whoWent(steps, item, to);
    },
    waiting: (from) => (items[from] === undefined ? null : Uint32Array.from(found.waiting[from]!)),
  };
}

/** The things that come most often after another one. */
function topsOf(found: Tally, place: number, names: readonly string[]): readonly number[] {
  const itemCount = names.length;
  if (found.followed[place]! < FEWEST_FOLLOWED) return [];
  const of = (item: number): number => found.counts[place * itemCount + item]!;
  const tops: number[] = [];
  for (let item = 0; item < itemCount; item++) {
    if (of(item) === 0) continue;
    const last = tops[THEN_LISTED - 1];
    if (last !== undefined && of(item) < of(last)) continue;
    tops.push(item);
    tops.sort((a, b) => of(b) - of(a) || (names[a]! < names[b]! ? -1 : 1));
    tops.length = Math.min(tops.length, THEN_LISTED);
  }
  return tops;
}

function lineOf(
  found: Tally,
  place: number,
  tops: readonly number[],
  { name, names }: { readonly name: string; readonly names: readonly string[] },
): NextLine {
  const followed = found.followed[place]!;
  const waiting = found.waiting[place]!.length;
  return {
    name,
    customers: followed + waiting,
    followed,
    waiting,
    medianDays: followed === 0 ? null : median(found.gaps[place]!),
    then: tops.map((item): ThenLine => {
      const customers = found.counts[place * names.length + item]!;
      const share = customers / followed;
      return {
        name: names[item]!,
        customers,
        share,
        ...wilsonInterval(customers, followed),
        lift: share / (found.arrivals[item]! / found.steps),
      };
    }),
  };
}

/** Ascending customers whose step after the first purchase of one thing brought another. */
function whoWent(steps: Steps, item: number, to: number): Uint32Array {
  const { customers, items } = steps;
  const runs = runsOf(steps);
  const holds = (r: number, wanted: number): boolean =>
    items.subarray(runs[r], runs[r + 1]).includes(wanted);
  const rows: number[] = [];
  for (let r = 0; r + 2 < runs.length; r++) {
    const customer = customers[runs[r]!]!;
    if (customers[runs[r + 1]!] !== customer) continue;
    if (holds(r, item) && holds(r + 1, to)) rows.push(customer);
  }
  return Uint32Array.from(rows);
}
