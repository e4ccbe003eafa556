import { hasBit } from "../../kernel/table/bitset";
import { saleSlots } from "../../measures/filter";
import type { OrderBook } from "../../measures/order-book";
import { latestAnswers, type Answers } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import { STRETCHES } from "./spec";

/** Where each customer with an answer stands. */
export interface Standing {
  /** rows of `customers`, ascending */
  readonly customers: Uint32Array<ArrayBuffer>;
  /** latest score, whole steps */
  readonly scores: Float64Array<ArrayBuffer>;
  /** stretches with a sale, 0..12 */
  readonly stretches: Uint8Array<ArrayBuffer>;
  /** sales within the stretches */
  readonly sales: Float64Array<ArrayBuffer>;
  readonly young: number;
  readonly earlier: number;
}

/**
 * Latest score and behaviour of each customer that answered and has bought for as long as is looked at.
 *
 * @param toDay  last day of the last stretch
 * @returns of two answers on one day, or without days, the lower counts: row order must not decide. A customer whose first sale
 *   is after the first day of the stretches had less time than the others and is left out as young. O(answers + their lines)
 */
export function standingOf(
  book: SurveyBook,
  answers: Answers,
  orders: OrderBook,
  { toDay, stretchDays }: { readonly toDay: number; readonly stretchDays: number },
): Standing {
  const { latest, earlier } = latestAnswers(book, answers);
  const fromDay = toDay - STRETCHES * stretchDays + 1;
  const isSale = saleSlots(orders, null);
  const kept: { customer: number; score: number; stretches: number; sales: number }[] = [];
  let young = 0;
  for (const [customer, k] of [...latest].toSorted(([a], [b]) => a - b)) {
    let [first, seen, sales] = [Infinity, 0, 0];
    for (let slot = orders.offsets[customer]!; slot < orders.offsets[customer + 1]!; slot++) {
      const day = orders.days[slot]!;
      if (day > toDay) break;
      if (!hasBit(isSale, slot)) continue;
      first = Math.min(first, day);
      if (day < fromDay) continue;
      seen |= 1 << Math.floor((day - fromDay) / stretchDays);
      sales += orders.amounts[slot]!;
    }
    if (first > fromDay) young++;
    else {
      const score = Math.floor(answers.values[k]!);
      kept.push({ customer, score, stretches: bitsOf(seen), sales });
    }
  }
  return {
    customers: Uint32Array.from(kept, ({ customer }) => customer),
    scores: Float64Array.from(kept, ({ score }) => score),
    stretches: Uint8Array.from(kept, ({ stretches }) => stretches),
    sales: Float64Array.from(kept, ({ sales }) => sales),
    young,
    earlier,
  };
}

function bitsOf(seen: number): number {
  let count = 0;
  for (let left = seen; left !== 0; left &= left - 1) count++;
  return count;
}
