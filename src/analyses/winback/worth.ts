import { median } from "../../kernel/stats/quantile";
import { MISSING_DAY } from "../../kernel/table/column";
import { numbersOf } from "../../measures/cost-driver";
import { saleSlots } from "../../measures/filter";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Input } from "../define";
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
export function worthOf(
  input: Input,
  params: WinbackParams,
  ambient: Ambient,
  { all, lost }: { readonly all: readonly Break[]; readonly lost: readonly Break[] },
): Worth {
  const sales = salesOf(input, ambient);
  const fees = numbersOf(input.customers, "monthlyFee");
  const before = lost.map(({ row, day }) => {
    const money = sales === null ? 0 : sales.money(row, day - YEAR_DAYS, day);
    if (money > 0) return money;
    const fee = fees === null ? NaN : fees[row]!;
    return fee > 0 ? 12 * fee : NaN;
  });
  const margin = marginOf(params, sales, lost);
  const { secondLife, followed } = secondLifeOf(params, sales, all, ambient.scope.asOfDay);
  const values = Float64Array.from(before, (money) => money * secondLife.value * margin.value);
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
      followed,
    },
    values,
  };
}

/** Profit ÷ money of the lost customers' last years together, over lines whose profit is known. */
function marginOf({ margin }: WinbackParams, sales: Sales | null, lost: readonly Break[]): Term {
  if (margin > 0) return { value: margin, from: "given" };
  let [profit, money] = [0, 0];
  if (sales !== null) {
    for (const { row, day } of lost) {
      profit += sales.profit(row, day - YEAR_DAYS, day);
      money += sales.known(row, day - YEAR_DAYS, day);
    }
  }
  return money > 0
    ? { value: profit / money, from: "data" }
    : { value: ASSUMED_MARGIN, from: "assumed" };
}

function secondLifeOf(
  params: WinbackParams,
  sales: Sales | null,
  all: readonly Break[],
  asOfDay: number,
): { readonly secondLife: Term; readonly followed: number } {
  let [followed, first, second] = [0, 0, 0];
  for (const { row, day, backOn } of all) {
    if (sales === null || backOn === MISSING_DAY || backOn + YEAR_DAYS - 1 > asOfDay) continue;
    const money = sales.money(row, day - YEAR_DAYS, day);
    if (!(money > 0)) continue;
    followed++;
    first += money;
    second += sales.money(row, backOn, backOn + YEAR_DAYS - 1);
  }
  if (params.secondLife > 0)
    return { secondLife: { value: params.secondLife, from: "given" }, followed };
  const isKnown = followed >= FEWEST_FOLLOWED;
  const value = isKnown ? second / first : 1;
  return { secondLife: { value, from: isKnown ? "data" : "assumed" }, followed };
}
