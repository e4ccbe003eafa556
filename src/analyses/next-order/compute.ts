import { quantileOfSorted } from "../../kernel/stats/quantile";
import { customerNameOf } from "../../measures/customer-name";
import { eventSpan, saleEvents, type SaleEvents } from "../../measures/lifecycle-events";
import { lapseWindow } from "../../measures/lifecycle-stages";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Answer, Input, Progress } from "../define";
import { gapQuantiles, gapsOf, paceOf, type Gaps, type QuantileId } from "./rhythm";
import {
  STATE_IDS,
  type DueLine,
  type NextOrderParams,
  type NextOrderResult,
  type StateId,
  type WeekLine,
} from "./spec";

/** Gaps from which a customer has a rhythm of its own. */
const FEWEST_GAPS = 2;
/** Customers with a rhythm from which one can speak of all. */
const FEWEST_CUSTOMERS = 10;
/** Usual gaps of silence before a customer can be gone: a very regular one is not given up after one order missed. */
const GONE_GAPS = 3;
const LISTED = 50;
/** Order days whose money says what the next one brings. */
const DAYS_READ = 5;
const FURTHEST_WEEK = 8;
/** Customers that are reckoned before others may have a turn. */
const CUSTOMERS_A_SLICE = 5000;

/**
 * Expected next order of each customer with a rhythm, and who is due or overdue by its own measure.
 *
 * Sale lines up to the as-of day, all history. The README states every rule. O(lines). Methods D21, D60.
 */
export default function* nextOrder(
  input: Input,
  { ahead }: NextOrderParams,
  ambient: Ambient,
): Generator<Progress, Answer<NextOrderResult>, void> {
  const { asOfDay } = ambient.scope;
  const events = saleEvents(orderBook(input), asOfDay, ambient.orderRows);
  yield { done: 0.1 };
  const gaps = gapsOf(events);
  yield { done: 0.2 };
  const pace = paceOf(gaps);
  yield { done: 0.4 };
  const customers = rhythmic(gaps);
  const span = eventSpan(events);
  if (pace === null || span === null || customers.length < FEWEST_CUSTOMERS) {
    return fewRhythms(customers.length);
  }
  const churn = lapseWindow(events, asOfDay, span.firstDay);
  const quantile = gapQuantiles(pace);
  const outlook = yield* outlookOf({ events, gaps, customers, quantile });
  const seen: Seen = { ...outlook, asOfDay, ahead, churnDays: churn.days };
  const states = statesOf(seen);
  const weeks = weeksOf(seen);
  yield { done: 0.8 };
  const list = listOf({ seen, states, gaps }, input.customers);
  yield { done: 0.9 };
  const test = testOf(gaps, quantile);
  const lines = STATE_IDS.map((state, code) => ({
    state,
    ...tally(seen, (k) => states[k] === code),
  }));
  const [, soon, due, overdue, gone] = lines;
  const result: NextOrderResult = {
    kind: "answered",
    headline: {
      customers: span.customers,
      withRhythm: customers.length,
      soon: soon!.customers,
      due: due!.customers,
      overdue: overdue!.customers,
      gone: gone!.customers,
      soonMoney: soon!.money,
      dueMoney: due!.money,
      overdueMoney: overdue!.money,
      churnWindow: churn.days,
      regularity: pace.shape,
      medianGap: quantileOfSorted(Float64Array.from(seen.usual).sort(), 0.5),
      coverage: test.all === 0 ? null : test.inside / test.all,
    },
    states: lines,
    weeks: weekLines(seen, states, weeks),
    list,
    churn: { days: churn.days, source: churn.source },
    tested: test.all,
    ahead,
  };
  return { result, members: (cell) => membersOf(cell, { customers, states, weeks }) };
}

function fewRhythms(have: number): Answer<NextOrderResult> {
  const refusal = {
    kind: "insufficient",
    code: "few-rhythms",
    need: FEWEST_CUSTOMERS,
    have,
  } as const;
  return { result: refusal, members: () => null };
}

interface Placed {
  readonly customers: Uint32Array;
  readonly states: Uint8Array;
  readonly weeks: Int8Array;
}

/** Cells: "all", "next:<state>", "next-week:<k>". */
function membersOf(cell: string, { customers, states, weeks }: Placed): Uint32Array | null {
  if (cell === "all") return customers.slice();
  const [kind, name = ""] = cell.split(":");
  const state = STATE_IDS.findIndex((id) => id === name);
  if (kind === "next" && state >= 0) return customers.filter((_, k) => states[k] === state);
  const week = kind === "next-week" && /^-?\d$/.test(name) ? Number(name) : null;
  if (week === null || Math.abs(week) > FURTHEST_WEEK) return null;
  return customers.filter((_, k) => states[k] !== GONE && weeks[k] === week);
}

const GONE = STATE_IDS.indexOf("gone");

function rhythmic({ offsets }: Gaps): Uint32Array {
  const found: number[] = [];
  for (let c = 0; c + 1 < offsets.length; c++)
    if (offsets[c + 1]! - offsets[c]! >= FEWEST_GAPS) found.push(c);
  return Uint32Array.from(found);
}

type Quantile = (n: number, total: number, id: QuantileId) => number;

interface Source {
  readonly events: SaleEvents;
  readonly gaps: Gaps;
  readonly customers: Uint32Array;
  readonly quantile: Quantile;
}

/** What is expected; one slot a customer with a rhythm. */
interface Outlook {
  readonly customers: Uint32Array;
  readonly lastDays: Int32Array;
  /** own median gap */
  readonly usual: Float64Array;
  readonly money: Float64Array;
  /** days from the last order */
  readonly after: Readonly<Record<QuantileId, Float64Array>>;
}

function* outlookOf({
  events,
  gaps,
  customers,
  quantile,
}: Source): Generator<Progress, Outlook, void> {
  const n = customers.length;
  const after = {
    low: new Float64Array(n),
    middle: new Float64Array(n),
    late: new Float64Array(n),
    high: new Float64Array(n),
    gone: new Float64Array(n),
  };
  const lastDays = new Int32Array(n);
  const usual = new Float64Array(n);
  const money = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    if (k % CUSTOMERS_A_SLICE === 0) yield { done: 0.4 + (0.4 * k) / n };
    const customer = customers[k]!;
    const own = gaps.gaps.slice(gaps.offsets[customer], gaps.offsets[customer + 1]).sort();
    let total = 0;
    for (let i = 0; i < own.length; i++) total += own[i]!;
    after.low[k] = quantile(own.length, total, "low");
    after.middle[k] = quantile(own.length, total, "middle");
    after.late[k] = quantile(own.length, total, "late");
    after.high[k] = quantile(own.length, total, "high");
    after.gone[k] = quantile(own.length, total, "gone");
    usual[k] = quantileOfSorted(own, 0.5);
    lastDays[k] = events.days[events.offsets[customer + 1]! - 1]!;
    money[k] = usualMoney(events, customer);
  }
  return { customers, lastDays, usual, money, after };
}

/** Median money of the last order days. */
function usualMoney({ offsets, days, amounts }: SaleEvents, customer: number): number {
  const sums: number[] = [];
  let day = NaN;
  for (let k = offsets[customer + 1]! - 1; k >= offsets[customer]!; k--) {
    if (days[k] !== day) {
      if (sums.length === DAYS_READ) break;
      day = days[k]!;
      sums.push(0);
    }
    sums[sums.length - 1]! += amounts[k]!;
  }
  return quantileOfSorted(Float64Array.from(sums).sort(), 0.5);
}

interface Seen extends Outlook {
  readonly asOfDay: number;
  readonly ahead: number;
  readonly churnDays: number;
}

/** Index into STATE_IDS of each customer with a rhythm. */
function statesOf(seen: Seen): Uint8Array {
  const codes: Record<StateId, number> = { later: 0, soon: 1, due: 2, overdue: 3, gone: 4 };
  return Uint8Array.from(seen.customers, (_, k) => codes[stateOf(seen, k)]);
}

function stateOf({ after, usual, lastDays, asOfDay, ahead, churnDays }: Seen, k: number): StateId {
  const silence = asOfDay - lastDays[k]!;
  const lost = Math.max(after.gone[k]!, churnDays, GONE_GAPS * usual[k]!);
  if (silence > lost) return "gone";
  if (silence > after.late[k]!) return "overdue";
  if (silence >= Math.round(after.middle[k]!)) return "due";
  return silence + ahead >= Math.round(after.middle[k]!) ? "soon" : "later";
}

function weeksOf({ after, lastDays, asOfDay }: Seen): Int8Array {
  return Int8Array.from(lastDays, (lastDay, k) => {
    const days = lastDay + Math.round(after.middle[k]!) - asOfDay;
    const week = Math.floor((days - 1) / 7);
    return Math.min(FURTHEST_WEEK, Math.max(-FURTHEST_WEEK, week));
  });
}

function tally({ customers, money }: Seen, has: (k: number) => boolean) {
  let [count, sum] = [0, 0];
  for (let k = 0; k < customers.length; k++) {
    if (!has(k)) continue;
    count++;
    sum += money[k]!;
  }
  return { customers: count, money: sum };
}

function weekLines(seen: Seen, states: Uint8Array, weeks: Int8Array): readonly WeekLine[] {
  return Array.from({ length: 2 * FURTHEST_WEEK + 1 }, (_, place): WeekLine => {
    const week = place - FURTHEST_WEEK;
    return { week, ...tally(seen, (k) => states[k] !== GONE && weeks[k] === week) };
  });
}

interface ListSource {
  readonly seen: Seen;
  readonly states: Uint8Array;
  readonly gaps: Gaps;
}

function listOf({ seen, states, gaps }: ListSource, customers: Input["customers"]): DueLine[] {
  const { money, lastDays, usual, after, asOfDay } = seen;
  const isListed = (k: number): boolean => {
    const state = STATE_IDS[states[k]!];
    return state === "due" || state === "overdue";
  };
  const places = Array.from(money, (_, k) => k)
    .filter(isListed)
    .sort((one, other) => money[other]! - money[one]! || one - other)
    .slice(0, LISTED);
  return places.map((k) => {
    const row = seen.customers[k]!;
    const lastDay = lastDays[k]!;
    const dayOf = (id: QuantileId): number => lastDay + Math.round(after[id][k]!);
    return {
      row,
      name: customerNameOf(customers, row),
      state: STATE_IDS[states[k]!] === "due" ? "due" : "overdue",
      lastDay,
      expectedDay: dayOf("middle"),
      lowDay: dayOf("low"),
      highDay: dayOf("high"),
      silenceDays: asOfDay - lastDay,
      usualGapDays: usual[k]!,
      overdueIndex: (asOfDay - lastDay) / usual[k]!,
      variation: variationOf(gaps.gaps.subarray(gaps.offsets[row], gaps.offsets[row + 1])),
      money: money[k]!,
    };
  });
}

function variationOf(gaps: Int32Array): number {
  let [sum, squares] = [0, 0];
  for (const gap of gaps) sum += gap;
  const mean = sum / gaps.length;
  for (const gap of gaps) squares += (gap - mean) ** 2;
  return Math.sqrt(squares / (gaps.length - 1)) / mean;
}

/** The last finished gap of each customer with three or more, against the interval from those before. */
function testOf({ offsets, gaps }: Gaps, quantile: Quantile) {
  let [inside, all] = [0, 0];
  for (let c = 0; c + 1 < offsets.length; c++) {
    const n = offsets[c + 1]! - offsets[c]! - 1;
    if (n < FEWEST_GAPS) continue;
    let total = 0;
    for (let k = offsets[c]!; k < offsets[c]! + n; k++) total += gaps[k]!;
    const last = gaps[offsets[c + 1]! - 1]!;
    const isInside = last >= quantile(n, total, "low") && last <= quantile(n, total, "high");
    if (isInside) inside++;
    all++;
  }
  return { inside, all };
}
