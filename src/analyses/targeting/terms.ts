import { hasBit, type Bitset } from "../../kernel/table/bitset";
import { median } from "../../kernel/stats/quantile";
import type { ChurnScores } from "../../measures/churn/churn-scores";
import { saleSlots } from "../../measures/filter";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Input } from "../define";
import {
  CONTACT_SHARE,
  OFFER_SHARE,
  type TargetingParams,
  type TargetingResult,
  type TargetingTerms,
} from "./spec";

const YEAR = 365;
/** Where neither a profit nor a cost says it. */
const ASSUMED_MARGIN = 0.3;
/** Where no money is known at all: the value with which the published defaults reckon. */
const ASSUMED_VALUE = 200;

export interface Priced {
  readonly terms: TargetingTerms;
  /** profit of a year of each of today's customers, in their order */
  readonly values: Float64Array<ArrayBuffer>;
  readonly valueFrom: TargetingResult["valueFrom"];
}

export interface PriceQuestion {
  readonly input: Input;
  readonly scores: ChurnScores;
  readonly params: TargetingParams;
  readonly ambient: Ambient;
}

/**
 * What keeping each of today's customers is worth, and the costs to set against it.
 *
 * The money of a year becomes profit by the customer's own margin where the data have profits, else by one margin for all;
 * customers without money of their own get the median. Offer and contact follow from that median until the reader says them.
 */
export function priced({ input, scores, params, ambient }: PriceQuestion): Priced {
  const { study } = scores;
  const { rows } = study.now;
  const { stakes } = study;
  const own =
    params.margin === 0 && study.stakeFrom === "sales"
      ? yearMargins(input, ambient.scope.asOfDay, ambient.orderRows)
      : null;
  const margin = marginOf(params.margin, own, stakes === null);
  const known = Float64Array.from(rows, (row) => {
    if (stakes === null) return NaN;
    const ownMargin = own === null ? NaN : own.margins[row]!;
    return stakes[row]! * (ownMargin === ownMargin ? ownMargin : margin.value);
  });
  const clv = clvOf(params.clv, known);
  const terms: TargetingTerms = {
    margin: margin.value,
    marginFrom: margin.from,
    clv: clv.value,
    clvFrom: clv.from,
    offer: params.offer < 0 ? OFFER_SHARE * clv.value : params.offer,
    offerFrom: params.offer < 0 ? "assumed" : "given",
    contact: params.contact < 0 ? CONTACT_SHARE * clv.value : params.contact,
    contactFrom: params.contact < 0 ? "assumed" : "given",
  };
  return {
    terms,
    values: known.map((value) => (value === value ? value : clv.value)),
    valueFrom: margin.from === "data" ? "profit" : study.stakeFrom,
  };
}

interface Term {
  readonly value: number;
  readonly from: TargetingTerms["marginFrom"];
}

function marginOf(given: number, own: Margins | null, isWithoutMoney: boolean): Term {
  if (isWithoutMoney) return { value: 1, from: "assumed" };
  if (given > 0) return { value: given, from: "given" };
  return own === null
    ? { value: ASSUMED_MARGIN, from: "assumed" }
    : { value: own.all, from: "data" };
}

/** The median, as money is spread too widely for the mean to be anybody's; never below 0. */
function clvOf(given: number, known: Float64Array): Term {
  if (given > 0) return { value: given, from: "given" };
  const values = known.filter((value) => value === value);
  return values.length === 0
    ? { value: ASSUMED_VALUE, from: "assumed" }
    : { value: Math.max(0, median(values)), from: "data" };
}

interface Margins {
  /** profit ÷ sales of the year of each customer, NaN where unknown */
  readonly margins: Float64Array;
  /** of all together */
  readonly all: number;
}

/** Margins of the sale lines of the 365 days up to a day whose profit is known; null when there is none. O(lines). */
function yearMargins(input: Input, asOfDay: number, orderRows: Bitset | null): Margins | null {
  const book = orderBook(input);
  const { profits, amounts, days, offsets, customerCount } = book;
  if (profits === null) return null;
  const slots = saleSlots(book, orderRows);
  const margins = new Float64Array(customerCount).fill(NaN);
  let [allProfit, allMoney] = [0, 0];
  for (let customer = 0; customer < customerCount; customer++) {
    let [profit, money] = [0, 0];
    for (let slot = offsets[customer]!; slot < offsets[customer + 1]!; slot++) {
      const age = asOfDay - days[slot]!;
      if (age < 0) break;
      if (age >= YEAR || !hasBit(slots, slot)) continue;
      const known = profits[slot]!;
      if (known !== known) continue;
      profit += known;
      money += amounts[slot]!;
    }
    if (!(money > 0)) continue;
    margins[customer] = profit / money;
    allProfit += profit;
    allMoney += money;
  }
  return allMoney > 0 ? { margins, all: allProfit / allMoney } : null;
}
