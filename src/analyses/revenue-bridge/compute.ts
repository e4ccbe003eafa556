import { addMonths, epochDay, type EpochDay } from "../../kernel/base/calendar";
import type { Period } from "../../domain/scope";
import { descendingOrder } from "../../kernel/stats/rank";
import { activeCustomers, customerLedger } from "../../measures/customer-ledger";
import { customerNameOf } from "../../measures/customer-name";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { COVERED, periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { movesOf, periodFacts, piecesOf, sumOver, type PeriodFacts, type Source } from "./facts";
import { keptLine } from "./kept";
import { pivotFacts, type PivotFacts } from "./pivot";
import { factorsOf, logMeanParts, shapleyParts, wholeCents } from "./shares";
import {
  FACTOR_IDS,
  MOVE_IDS,
  type BridgeParams,
  type BridgePeriod,
  type BridgeResult,
  type FactorId,
  type FactorLine,
  type KeptLine,
  type MoveId,
  type MoveLine,
  type MoverLine,
} from "./spec";

const MOVERS_LISTED = 10;
const PERIODS_LISTED = 6;

/**
 * Why sales changed against the period before: by the factors of sales, by what customers did, and by kind, channel and place.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and order id, quantity and groups as known; `customers`
 * @param params  against, method, rows, columns: see README
 * @param ambient scope, selected rows
 * @returns the result; or a refusal: `no-before` where the data do not reach over nine tenths of the earlier period, `no-sales`
 *   without a sale line in either. Members: "all", "bridge:<move>", "bridge-factor:<factor>", "bridge-period:<i>",
 *   "bridge-row:<row>", "bridge-cell:<row>:<column>"
 *
 * O(lines) a period looked at. Methods D16, D18.
 */
export default function* revenueBridge(
  input: Input,
  params: BridgeParams,
  ambient: Ambient,
): Generator<Progress, Answer<BridgeResult>, void> {
  const book = orderBook(input);
  const source = { tables: input, book, orderRows: ambient.orderRows };
  const period = periodSeen(windowOf(ambient.scope, "period"), book.saleSpan);
  const earlier = earlierOf(period, params.against);
  const refusal = uncovered(earlier, book.saleSpan);
  if (refusal !== null) return { result: refusal, members: () => null };
  yield { done: 0.1 };
  const piecesNow = piecesOf(source, period);
  yield { done: 0.15 };
  const piecesBefore = piecesNow === null ? null : piecesOf(source, earlier);
  const isPieces = piecesNow !== null && piecesBefore !== null;
  yield { done: 0.2 };
  const now = periodFacts(source, period, isPieces ? piecesNow : null);
  yield { done: 0.3 };
  const before = periodFacts(source, earlier, isPieces ? piecesBefore : null);
  yield { done: 0.4 };
  if (now.active.length + before.active.length === 0) {
    const result = { kind: "insufficient", code: "no-sales", need: 1, have: 0 } as const;
    return { result, members: () => null };
  }
  const moves = movesOf(source, before, now);
  yield { done: 0.5 };
  const salesBefore = sumOver(before.active, before.sales);
  const pivot = yield* pivotFacts(source, { before, now }, params, salesBefore);
  yield { done: 0.7 };
  const kept = yield* keptLines(source, { before, now }, params);
  const seen = { input, params, source, before, now, moves, pivot, kept, isPieces };
  return { result: describe(seen), members: (cell) => membersOf(seen, cell) };
}

/**
 * The days that are compared: the period of the page. Where that is all the data, nothing lies before it, and its last twelve
 * months are taken instead, or its later half where that is less.
 */
function periodSeen(period: Period, span: OrderBook["saleSpan"]): Period {
  const { fromDay, toDay } = period;
  if (span === null || fromDay > span.firstDay || toDay <= span.firstDay) return period;
  const half = span.firstDay + Math.ceil((toDay - span.firstDay + 1) / 2);
  return { fromDay: epochDay(Math.max(half, addMonths(toDay, -12) + 1)), toDay };
}

function earlierOf(period: Period, against: BridgeParams["against"]): Period {
  if (against === "before") return periodBefore(period);
  const shifted = (day: EpochDay): EpochDay => epochDay(addMonths(day, -12));
  // Of a period longer than a year, the days before it are all that do not overlap.
  const toDay = Math.min(shifted(period.toDay), period.fromDay - 1) as EpochDay;
  return { fromDay: shifted(period.fromDay), toDay };
}

const daysOf = ({ fromDay, toDay }: Period): number => Math.max(1, toDay - fromDay + 1);

function uncovered(earlier: Period, span: OrderBook["saleSpan"]) {
  const need = Math.ceil(daysOf(earlier) * COVERED);
  const have =
    span === null ? 0 : Math.max(0, earlier.toDay - Math.max(earlier.fromDay, span.firstDay) + 1);
  return have < need ? ({ kind: "insufficient", code: "no-before", need, have } as const) : null;
}

interface Seen {
  readonly input: Input;
  readonly params: BridgeParams;
  readonly source: Source;
  readonly before: PeriodFacts;
  readonly now: PeriodFacts;
  readonly moves: readonly (MoveId | null)[];
  readonly pivot: PivotFacts | null;
  readonly kept: readonly KeptLine[];
  readonly isPieces: boolean;
}

/** Money kept from one period to the next, back as far as the data reach. */
function* keptLines(
  source: Source,
  { before, now }: Pick<Seen, "before" | "now">,
  params: BridgeParams,
): Generator<Progress, KeptLine[], void> {
  const lines: KeptLine[] = [];
  let [later, earlier] = [now, before];
  for (let k = 0; k < PERIODS_LISTED; k++) {
    const line = keptLine(earlier, later);
    if (line !== null) lines.push(line);
    yield { done: 0.7 + k * 0.05 };
    const period = periodBefore(later.period);
    const sooner = earlierOf(period, params.against);
    if (uncovered(sooner, source.book.saleSpan) !== null) break;
    later = params.against === "before" ? earlier : periodFacts(source, period, null);
    earlier = periodFacts(source, sooner, null);
  }
  return lines;
}

const toCents = (money: number): number => Math.round(money * 100);

function periodLine(facts: PeriodFacts): BridgePeriod {
  const { active, sales, orders, items, period } = facts;
  return {
    fromDay: period.fromDay,
    toDay: period.toDay,
    cents: toCents(sumOver(active, sales)),
    customers: active.length,
    orders: sumOver(active, orders),
    items: sumOver(active, items),
  };
}

function factorLines(seen: Seen, before: BridgePeriod, now: BridgePeriod): readonly FactorLine[] {
  const [was, is] = [factorsOf(before.cents / 100, before), factorsOf(now.cents / 100, now)];
  if (was === null || is === null) return [];
  const parts = (seen.params.method === "shapley" ? shapleyParts : logMeanParts)(was, is);
  const cents = wholeCents(parts, now.cents - before.cents);
  return FACTOR_IDS.map((id, k) => ({
    id,
    before: was[k]!,
    now: is[k]!,
    cents: cents[k]!,
    movers: factorMembers(seen, id).length,
  }));
}

/** Customers in whom a factor moved: who came or went, or bought in both periods at another figure. */
function factorMembers({ moves, before, now }: Seen, id: FactorId): Uint32Array {
  const figure = ({ orders, items, sales }: PeriodFacts, row: number): number => {
    if (id === "frequency") return orders[row]!;
    return id === "items" ? items[row]! / orders[row]! : sales[row]! / items[row]!;
  };
  return rowsWhere(moves, (move, row) => {
    const isBoth = move === "up" || move === "down" || move === "same";
    if (id === "customers") return !isBoth;
    if (!isBoth) return false;
    const [was, is] = [figure(before, row), figure(now, row)];
    return Math.abs(is - was) > 1e-9 * Math.max(Math.abs(is), Math.abs(was));
  });
}

function rowsWhere(
  moves: readonly (MoveId | null)[],
  holds: (move: MoveId, row: number) => boolean,
): Uint32Array {
  const rows: number[] = [];
  moves.forEach((move, row) => {
    if (move !== null && holds(move, row)) rows.push(row);
  });
  return Uint32Array.from(rows);
}

/** The customers by what they did; hundredths are rounded so that each column adds up to its period. */
function moveLines(
  { moves, before, now }: Seen,
  totals: readonly [number, number],
): readonly MoveLine[] {
  const members = MOVE_IDS.map((id) => rowsWhere(moves, (move) => move === id));
  const was = wholeCents(
    members.map((rows) => sumOver(rows, before.sales)),
    totals[0],
  );
  const is = wholeCents(
    members.map((rows) => sumOver(rows, now.sales)),
    totals[1],
  );
  return MOVE_IDS.map((id, k) => ({
    id,
    customers: members[k]!.length,
    beforeCents: was[k]!,
    nowCents: is[k]!,
    cents: is[k]! - was[k]!,
  }));
}

function moverLines({ moves, before, now, input }: Seen, sign: 1 | -1): readonly MoverLine[] {
  const change = (row: number): number => sign * (now.sales[row]! - before.sales[row]!);
  const rows = rowsWhere(moves, (_, row) => change(row) > 0);
  const order = descendingOrder(Float64Array.from(rows, change)).subarray(0, MOVERS_LISTED);
  return Array.from(order, (place) => {
    const row = rows[place]!;
    return {
      row,
      name: customerNameOf(input.customers, row),
      move: moves[row]!,
      before: before.sales[row]!,
      now: now.sales[row]!,
    };
  });
}

function describe(seen: Seen): BridgeResult {
  const [before, now] = [periodLine(seen.before), periodLine(seen.now)];
  const factors = factorLines(seen, before, now);
  const moves = moveLines(seen, [before.cents, now.cents]);
  const moved = (id: MoveId): number => moves[MOVE_IDS.indexOf(id)]!.cents / 100;
  const effect = (id: FactorId): number | null => {
    const line = factors.find((factor) => factor.id === id);
    return line === undefined ? null : line.cents / 100;
  };
  // The first line is of the two periods only where the earlier one had money to keep.
  const [first] = seen.kept;
  const kept = first !== undefined && first.fromDay === before.fromDay ? first : null;
  return {
    kind: "answered",
    headline: {
      salesNow: now.cents / 100,
      salesBefore: before.cents / 100,
      change: (now.cents - before.cents) / 100,
      growth: before.cents > 0 ? now.cents / before.cents - 1 : null,
      customersNow: now.customers,
      customersBefore: before.customers,
      customersEffect: effect("customers"),
      frequencyEffect: effect("frequency"),
      itemsEffect: effect("items"),
      priceEffect: effect("price"),
      newMoney: moved("new"),
      wonBackMoney: moved("won-back"),
      upMoney: moved("up"),
      downMoney: moved("down"),
      lostMoney: moved("lost"),
      nrr: kept && kept.nrr,
      grr: kept && kept.grr,
      retention: kept && kept.stayed / kept.customers,
    },
    before,
    now,
    item: seen.isPieces ? "piece" : "line",
    order: seen.source.book.hasOrderIds ? "order" : "order-day",
    method: seen.params.method,
    factors,
    moves,
    kept: seen.kept,
    pivot: seen.pivot === null ? null : seen.pivot.pivot,
    rises: moverLines(seen, 1),
    falls: moverLines(seen, -1),
  };
}

const daysIn = ({ fromDay, toDay }: KeptLine): Period => ({
  fromDay: epochDay(fromDay),
  toDay: epochDay(toDay),
});

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const [kind, first = "", second = ""] = cell.split(":");
  switch (kind) {
    case "all":
      return rowsWhere(seen.moves, () => true);
    case "bridge": {
      const id = MOVE_IDS.find((move) => move === first);
      return id === undefined ? null : rowsWhere(seen.moves, (move) => move === id);
    }
    case "bridge-factor": {
      const id = FACTOR_IDS.find((factor) => factor === first);
      return id === undefined ? null : factorMembers(seen, id);
    }
    case "bridge-period": {
      const line = /^\d$/.test(first) ? seen.kept[Number(first)] : undefined;
      if (line === undefined) return null;
      const { book, orderRows } = seen.source;
      return activeCustomers(customerLedger(book, daysIn(line), orderRows));
    }
    case "bridge-row":
    case "bridge-cell": {
      const isCell = kind === "bridge-cell";
      if (!/^\d{1,2}$/.test(first) || (isCell && !/^\d{1,2}$/.test(second))) return null;
      return seen.pivot?.members(Number(first), isCell ? Number(second) : null) ?? null;
    }
    default:
      return null;
  }
}
