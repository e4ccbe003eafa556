import { Z_95 } from "../../kernel/stats/survival/kaplan-meier";
import { median } from "../../kernel/stats/quantile";
import { MISSING_DAY } from "../../kernel/table/column";
import { numbersOf } from "../../measures/cost-driver";
import { saleSlots } from "../../measures/filter";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Input, Progress } from "../define";
import type { Break } from "./breaks";
import { YEAR_DAYS } from "./recovery";
import {
  CONTACT_SHARE,
  OFFER_SHARE,
  type Term,
  type WinbackParams,
  type WinbackResult,
} from "./spec";

/** Where neither a profit nor a cost says it. */
const ASSUMED_MARGIN = 0.3;
/** With fewer returns whose following year is over, the second life is assumed to be like the first. */
const FEWEST_FOLLOWED = 10;

const BREAKS_A_SLICE = 1024;

/** Money of a customer between two days, both included. */
type MoneyOf = (row: number, fromDay: number, toDay: number) => number;

interface Sales {
  readonly money: MoneyOf;
  readonly profit: MoneyOf;
  /** money of the lines whose profit is known */
  readonly known: MoneyOf;
}

function salesOf(input: Input, { orderRows }: Ambient): Sales | null {
  if (!input.orders.columns.has("customer")) return null;
  const book = orderBook(input);
  const { words } = saleSlots(book, orderRows);
  const { profits } = book;
  const sum =
    (valueAt: (slot: number) => number): MoneyOf =>
    (row, fromDay, toDay) => {
      let total = 0;
      for (let slot = book.offsets[row]!; slot < book.offsets[row + 1]!; slot++) {
        const day = book.days[slot]!;
        if (day > toDay) break;
        if (day >= fromDay && ((words[slot >>> 5]! >>> (slot & 31)) & 1) === 1)
          total += valueAt(slot);
      }
      return total;
    };
  const profitAt = (slot: number): number => (profits === null ? NaN : profits[slot]!);
  return {
    money: sum((slot) => book.amounts[slot]!),
    profit: sum((slot) => (Number.isNaN(profitAt(slot)) ? 0 : profitAt(slot))),
    known: sum((slot) => (Number.isNaN(profitAt(slot)) ? 0 : book.amounts[slot]!)),
  };
}

export interface Worth {
  readonly terms: NonNullable<WinbackResult["terms"]>;
  /** profit of the year after a return, one a lost break; NaN where no money is known */
  readonly values: Float64Array;
}

/**
 * What each lost customer would bring in the year after a return, and the costs to set against it.
 *
 * Money of the year before the break (sales, else twelve monthly fees) × second life × margin. Second life: money of the year
 * after a return ÷ that of the year before its break, over the returns whose following year is over.
 */
export function* worthOf(
  input: Input,
  params: WinbackParams,
  ambient: Ambient,
  { all, lost }: { readonly all: readonly Break[]; readonly lost: readonly Break[] },
): Generator<Progress, Worth, void> {
  const sales = salesOf(input, ambient);
  const fees = numbersOf(input.customers, "monthlyFee");
  const before = new Float64Array(lost.length);
  for (let i = 0; i < lost.length; i++) {
    if (i % BREAKS_A_SLICE === BREAKS_A_SLICE - 1) yield { done: 0.65 };
    const { row, day } = lost[i]!;
    const money = sales === null ? 0 : sales.money(row, day - YEAR_DAYS, day);
    const fee = fees === null ? NaN : fees[row]!;
    before[i] = money > 0 ? money : 12 * (fee > 0 ? fee : NaN);
  }
  const margin = yield* marginOf(params, sales, lost);
  const followed = yield* secondLives(sales, all, ambient.scope.asOfDay);
  const secondLife = secondLifeOf(params, followed);
  const values = before.map((money) => money * secondLife.value * margin.value);
  const known = values.filter((value) => value > 0);
  const usual = known.length === 0 ? 0 : median(known);
  const cost = (given: number, share: number): Term =>
    given < 0 ? { value: share * usual, from: "assumed" } : { value: given, from: "given" };
  return {
    terms: {
      offer: cost(params.offer, OFFER_SHARE),
      contact: cost(params.contact, CONTACT_SHARE),
      margin,
      secondLife,
      secondLifeRange: secondLife.from === "data" ? rangeOf(followed) : null,
      followed: followed.returns,
    },
    values,
  };
}

/** Profit ÷ money of the lost customers' last years together, over lines whose profit is known. */
function* marginOf(
  { margin }: WinbackParams,
  sales: Sales | null,
  lost: readonly Break[],
): Generator<Progress, Term, void> {
  if (margin > 0) return { value: margin, from: "given" };
  let [profit, money] = [0, 0];
  if (sales !== null) {
    for (let i = 0; i < lost.length; i++) {
      if (i % BREAKS_A_SLICE === BREAKS_A_SLICE - 1) yield { done: 0.7 };
      const { row, day } = lost[i]!;
      profit += sales.profit(row, day - YEAR_DAYS, day);
      money += sales.known(row, day - YEAR_DAYS, day);
    }
  }
  return money > 0
    ? { value: profit / money, from: "data" }
    : { value: ASSUMED_MARGIN, from: "assumed" };
}

/** Returns whose following year is over: money of the year before their breaks, and of that year. */
interface SecondLives {
  readonly returns: number;
  readonly before: number;
  readonly after: number;
  /** sums of products, for the interval */
  readonly beforeSquares: number;
  readonly afterSquares: number;
  readonly products: number;
}

function* secondLives(
  sales: Sales | null,
  all: readonly Break[],
  asOfDay: number,
): Generator<Progress, SecondLives, void> {
  let [returns, before, after] = [0, 0, 0];
  let [beforeSquares, afterSquares, products] = [0, 0, 0];
  for (let i = 0; sales !== null && i < all.length; i++) {
    if (i % BREAKS_A_SLICE === BREAKS_A_SLICE - 1) yield { done: 0.75 + (0.1 * i) / all.length };
    const { row, day, backOn } = all[i]!;
    if (backOn === MISSING_DAY || backOn + YEAR_DAYS - 1 > asOfDay) continue;
    const money = sales.money(row, day - YEAR_DAYS, day);
    if (!(money > 0)) continue;
    const second = sales.money(row, backOn, backOn + YEAR_DAYS - 1);
    returns++;
    before += money;
    after += second;
    beforeSquares += money * money;
    afterSquares += second * second;
    products += money * second;
  }
  return { returns, before, after, beforeSquares, afterSquares, products };
}

/**
 * 95 % of a ratio of two sums over the same returns, on the logarithm: ln R ± 1.96 s ÷ (R B), s² = n ÷ (n − 1) Σ (after − R before)²
 * (Cochran, Sampling Techniques, 3rd ed., 6.3); null where nothing was bought after any return.
 */
function rangeOf(lives: SecondLives): { readonly low: number; readonly high: number } | null {
  const { returns: n, before, after, beforeSquares, afterSquares, products } = lives;
  const ratio = after / before;
  if (!(ratio > 0)) return null;
  // Rounding may leave a little less than nothing where all are alike.
  const squares = Math.max(0, afterSquares - 2 * ratio * products + ratio * ratio * beforeSquares);
  const half = (Z_95 * Math.sqrt((n / (n - 1)) * squares)) / after;
  return { low: ratio * Math.exp(-half), high: ratio * Math.exp(half) };
}

function secondLifeOf({ secondLife }: WinbackParams, followed: SecondLives): Term {
  if (secondLife > 0) return { value: secondLife, from: "given" };
  return followed.returns >= FEWEST_FOLLOWED
    ? { value: followed.after / followed.before, from: "data" }
    : { value: 1, from: "assumed" };
}
