import type { ChurnCause } from "../../domain/churn-cause";
import { readExit, reasonTextOf, type ReasonReadings } from "../../domain/exit-reasons";
import { MISSING_CODE, MISSING_DAY } from "../../kernel/table/column";
import { exitWordsReader } from "../../measures/exit-words";
import { saleSlots } from "../../measures/filter";
import { saleEvents } from "../../measures/lifecycle-events";
import { lapseWindow } from "../../measures/lifecycle-stages";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { datedExits } from "../../measures/tenure/dated-exits";
import { hasFewExits } from "../../measures/tenure/tenure-of";
import { tenureFromContracts } from "../../measures/tenure/from-contracts";
import { isSelected } from "../../measures/tenure/tenure";
import type { Ambient, Input, Progress } from "../define";
import type { WinbackParams } from "./spec";

/** Orders within these days of an exit are what was still open, not a return. */
const SETTLING_DAYS = 30;

const LINES_A_SLICE = 1 << 15;

/** One time that a customer broke off. */
export interface Break {
  readonly row: number;
  /** from which on it counts as lost */
  readonly day: number;
  /** the day of its return; MISSING_DAY without one up to the as-of day */
  readonly backOn: number;
  /** the day after which it is not watched: the next break, else the as-of day */
  readonly seenUntil: number;
  /** null where nothing says why */
  readonly cause: ChurnCause | null;
  /** in the words of the exit; "" without any */
  readonly reason: string;
  /** the reason is the price, whoever is to blame for it */
  readonly isPrice: boolean;
}

export interface Breaks {
  readonly source: "contracts" | "silence";
  readonly silenceDays: number | null;
  /** by customer, then by day */
  readonly all: readonly Break[];
}

interface Silences extends Breaks {
  readonly silenceDays: number;
}

/**
 * Every break of every selected customer up to the as-of day.
 *
 * By contracts: whole exits, ended contracts, days of leaving; a return is `wonBackOn`, else the first order more than 30 days
 * after. By silence: the silence reaches the churn window; a return is the next order; exits too few to say who stayed stand in the
 * place of the silence of their customers.
 *
 * @returns null where nothing says when anybody left. O(lines + exits)
 */
export function* breaksOf(
  input: Input,
  params: WinbackParams,
  ambient: Ambient,
): Generator<Progress, Breaks | null, void> {
  const { asOfDay } = ambient.scope;
  const areFew = params.source === "auto" && hasFewExits(input, asOfDay);
  const byContract = params.source === "silence" ? null : contractBreaks(input, ambient);
  if ((byContract !== null && !areFew) || params.source === "contracts") return byContract;
  yield { done: 0.1 };
  const bySilence = yield* silences(input, params.windowDays, ambient);
  if (bySilence === null || !areFew || byContract === null) return bySilence ?? byContract;
  return { ...bySilence, all: insteadOfSilence(bySilence, byContract.all) };
}

/** The exits, and of the silences those that no exit of the same customer speaks of. */
function insteadOfSilence(
  { silenceDays, all }: Silences,
  exits: readonly Break[],
): readonly Break[] {
  const byRow = new Map<number, Break[]>();
  for (const exit of exits) byRow.set(exit.row, [...(byRow.get(exit.row) ?? []), exit]);
  const isUntold = ({ row, day, seenUntil }: Break): boolean =>
    (byRow.get(row) ?? []).every(
      (exit) => seenUntil <= exit.day || day - silenceDays >= exit.seenUntil,
    );
  return [...all.filter(isUntold), ...exits].sort((a, b) => a.row - b.row || a.day - b.day);
}

function* silences(
  input: Input,
  givenDays: number,
  { scope, orderRows, customerRows }: Ambient,
): Generator<Progress, Silences | null, void> {
  if (!input.orders.columns.has("customer")) return null;
  const book = orderBook(input);
  const endDay = scope.asOfDay;
  yield { done: 0.15 };
  const windowDays = givenDays > 0 ? givenDays : yield* companyWindow(book, endDay, orderRows);
  if (windowDays === null) return null;
  const { words } = saleSlots(book, orderRows);
  const all: Break[] = [];
  let pauseAt = LINES_A_SLICE;
  for (let row = 0; row < book.customerCount; row++) {
    if (book.offsets[row]! > pauseAt) {
      pauseAt = book.offsets[row]! + LINES_A_SLICE;
      yield { done: 0.3 + (0.2 * book.offsets[row]!) / book.lineCount };
    }
    if (!isSelected(customerRows, row)) continue;
    let last = MISSING_DAY;
    for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 0) continue;
      const day = book.days[slot]!;
      if (day > endDay) break;
      if (last !== MISSING_DAY && day - last > windowDays) {
        all.push({
          row,
          day: last + windowDays,
          backOn: day,
          seenUntil: day,
          cause: null,
          reason: "",
          isPrice: false,
        });
      }
      last = day;
    }
    if (last === MISSING_DAY || last + windowDays >= endDay) continue;
    const day = last + windowDays;
    all.push({
      row,
      day,
      backOn: MISSING_DAY,
      seenUntil: endDay,
      cause: null,
      reason: "",
      isPrice: false,
    });
  }
  return { source: "silence", silenceDays: windowDays, all };
}

/** The churn window of the company, see `lapse-rule`; null where no gap between orders ever ended. */
function* companyWindow(
  book: OrderBook,
  endDay: number,
  orderRows: Ambient["orderRows"],
): Generator<Progress, number | null, void> {
  if (book.saleSpan === null) return null;
  const events = saleEvents(book, endDay, orderRows);
  yield { done: 0.25 };
  const { days, source } = lapseWindow(events, endDay, book.saleSpan.firstDay);
  yield { done: 0.3 };
  return source === "default" ? null : days;
}

interface Leaving {
  readonly row: number;
  readonly day: number;
  readonly wonBackOn: number;
  readonly cause: ChurnCause | null;
  readonly reason: string;
  readonly isPrice: boolean;
}

function contractBreaks(input: Input, ambient: Ambient): Breaks | null {
  const { scope, orderRows, customerRows, reasonReadings } = ambient;
  const { asOfDay } = scope;
  const leavings = exitsIn(input, asOfDay, reasonReadings);
  const tenure = tenureFromContracts(input, { asOfDay, orderRows, customerRows });
  if (leavings === null && typeof tenure === "string") return null;
  const byRow = new Map<number, Leaving[]>();
  for (const one of leavings ?? []) {
    if (!isSelected(customerRows, one.row)) continue;
    byRow.set(one.row, [...(byRow.get(one.row) ?? []), one]);
  }
  if (typeof tenure !== "string") {
    tenure.customers.forEach((row, slot) => {
      // Lost, and no exit says so: the contract ended.
      if (tenure.seen.outcomes[slot] === 0 || byRow.has(row)) return;
      const day = tenure.endDays[slot]!;
      byRow.set(row, [
        { row, day, wonBackOn: MISSING_DAY, cause: null, reason: "", isPrice: false },
      ]);
    });
  }
  const backAfter = returnFinder(input, ambient);
  const all = [...byRow]
    .sort(([a], [b]) => a - b)
    .flatMap(([, own]) =>
      breaksOfOne(
        own.toSorted((a, b) => a.day - b.day),
        asOfDay,
        backAfter,
      ),
    );
  return { source: "contracts", silenceDays: null, all };
}

function breaksOfOne(
  own: readonly Leaving[],
  asOfDay: number,
  backAfter: (row: number, day: number) => number,
): readonly Break[] {
  return own.flatMap(({ row, day, wonBackOn, ...why }, i): Break[] => {
    const until = own[i + 1]?.day ?? asOfDay;
    // Of two exits on one day the later row says no more than the first.
    if (i > 0 && own[i - 1]!.day === day) return [];
    const told = wonBackOn !== MISSING_DAY && wonBackOn >= day ? wonBackOn : backAfter(row, day);
    const isBack = told !== MISSING_DAY && told <= until;
    return [
      {
        row,
        day,
        backOn: isBack ? told : MISSING_DAY,
        seenUntil: isBack ? told : until,
        cause: why.cause,
        reason: why.reason,
        isPrice: why.isPrice,
      },
    ];
  });
}

/** The first order more than 30 days after a day; MISSING_DAY without one up to the as-of day. */
function returnFinder(
  input: Input,
  { scope, orderRows }: Ambient,
): (row: number, day: number) => number {
  if (!input.orders.columns.has("customer")) return () => MISSING_DAY;
  const book = orderBook(input);
  const { words } = saleSlots(book, orderRows);
  return (row, day) => {
    for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
      const on = book.days[slot]!;
      if (on > scope.asOfDay) break;
      if (on <= day + SETTLING_DAYS) continue;
      if (((words[slot >>> 5]! >>> (slot & 31)) & 1) === 1) return on;
    }
    return MISSING_DAY;
  };
}

/** Whole exits up to a day; null without a table that dates them. */
function exitsIn(
  input: Input,
  asOfDay: number,
  readings: ReasonReadings,
): readonly Leaving[] | null {
  const exits = datedExits(input.exits);
  if (exits === null) return null;
  const wordsOf = exitWordsReader(exits.table);
  const found: Leaving[] = [];
  for (let i = 0; i < exits.days.length; i++) {
    const [row, day] = [exits.customers[i]!, exits.days[i]!];
    if (row === MISSING_CODE || row >= input.customers.rowCount) continue;
    if (day === MISSING_DAY || day > asOfDay || exits.isPartial(i)) continue;
    const words = wordsOf(i);
    const { cause, switching } = readExit(words, readings);
    found.push({
      row,
      day,
      wonBackOn: exits.backOn(i),
      cause: cause === "unknown" ? null : cause,
      reason: reasonTextOf(words),
      isPrice: switching === "pricing",
    });
  }
  return found;
}
