import { FIRST_DAY } from "../kernel/base/calendar";
import { hasBit } from "../kernel/table/bitset";
import { MISSING_CODE, MISSING_DAY } from "../kernel/table/column";
import { saleSlots } from "./filter";
import type { OrderBook } from "./order-book";
import { latestAnswers, type Answers } from "./survey-answers";
import type { SurveyBook } from "./survey-book";

/** One answer a customer and what came after it. */
export interface Followed {
  /** rows of `surveys` */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** whole steps */
  readonly scores: Float64Array<ArrayBuffer>;
  readonly hasRepeated: Uint8Array<ArrayBuffer>;
  /** sales of those that came back, within the days followed */
  readonly sales: number;
  readonly young: number;
  readonly earlier: number;
}

interface FollowInput {
  readonly book: SurveyBook;
  readonly answers: Answers;
  readonly orders: OrderBook;
  /** whoever buys within this many days after the answer has come back */
  readonly followDays: number;
  readonly asOfDay: number;
}

/**
 * The latest answer of each customer that could be followed to its end, and the sales after it.
 *
 * An answer is followed when its days end by the as-of day and by the last sale of the data. A sale on the day of the answer
 * came before it for all we know, and does not count. O(answers + lines of these customers).
 */
export function followedOf({ book, answers, orders, followDays, asOfDay }: FollowInput): Followed {
  const { days, customers } = book;
  const lastSeen = Math.min(asOfDay, orders.saleSpan?.lastDay ?? FIRST_DAY);
  let young = 0;
  const isOver = (row: number): boolean => {
    const day = days === null ? MISSING_DAY : days[row]!;
    if (customers[row] === MISSING_CODE || day === MISSING_DAY) return false;
    const isYoung = day + followDays > lastSeen;
    if (isYoung) young++;
    return !isYoung;
  };
  const over = answers.rows.map((row) => (isOver(row) ? 1 : 0));
  const rows = answers.rows.filter((_, k) => over[k] === 1);
  const values = answers.values.filter((_, k) => over[k] === 1);
  const { latest, earlier } = latestAnswers(book, { rows, values });
  const chosenAnswers = [...latest].toSorted(([a], [b]) => a - b);
  const sales = saleSlots(orders, null);
  let money = 0;
  const hasRepeated = Uint8Array.from(chosenAnswers, ([customer, k]) => {
    const day = days![rows[k]!]!;
    let repeats = 0;
    for (let slot = orders.offsets[customer]!; slot < orders.offsets[customer + 1]!; slot++) {
      const on = orders.days[slot]!;
      if (on <= day || on > day + followDays || !hasBit(sales, slot)) continue;
      repeats = 1;
      money += orders.amounts[slot]!;
    }
    return repeats;
  });
  return {
    rows: Uint32Array.from(chosenAnswers, ([, k]) => rows[k]!),
    scores: Float64Array.from(chosenAnswers, ([, k]) => Math.floor(values[k]!)),
    hasRepeated,
    sales: money,
    young,
    earlier,
  };
}
