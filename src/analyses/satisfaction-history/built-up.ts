import { median } from "../../kernel/stats/quantile";
import { MISSING_CODE, MISSING_DAY } from "../../kernel/table/column";
import type { Answers } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";

/** Satisfaction after each answer. By row of `surveys`; NaN where the row is no answer with a customer and a day. */
export interface BuiltUp {
  /** mean of the answers of the customer on that day */
  readonly last: Float64Array<ArrayBuffer>;
  /** what has built up to that day, this day included */
  readonly level: Float64Array<ArrayBuffer>;
  /** what had built up before that day; NaN on the first */
  readonly earlier: Float64Array<ArrayBuffer>;
  /** days with an answer up to that one, from 1 */
  readonly visits: Uint32Array<ArrayBuffer>;
  /** one of its rows on its last day, by row of `customers` */
  readonly latest: ReadonlyMap<number, number>;
  /** median days between two days with an answer of one customer; NaN when nobody has two */
  readonly usualDays: number;
  /** answers of named customers without a day */
  readonly undated: number;
}

/**
 * Exponentially weighted mean of each customer's answers, older ones the lighter the longer ago they are.
 *
 * @param newWeight  λ, 0..1: weight of an answer that comes the usual time after the one before; after g days it is
 *   1 − (1 − λ)^(g ÷ usual days)
 * @returns C₁ = s₁, C_t = λ_t s_t + (1 − λ_t) C_{t−1}; several answers on one day count once, with their mean
 *
 * O(answers × log). Roberts, Technometrics 1(3), 1959; Olsen & Johnson, J. Service Research 5(3), 2003. Method D39.
 */
export function builtUpOf(book: SurveyBook, answers: Answers, newWeight: number): BuiltUp {
  const { days, customers } = book;
  const size = customers.length;
  const [last, level] = [new Float64Array(size).fill(NaN), new Float64Array(size).fill(NaN)];
  const earlier = new Float64Array(size).fill(NaN);
  const visits = new Uint32Array(size);
  const latest = new Map<number, number>();
  const { order, undated } = orderOf(book, answers);
  const groups = dayGroups(book, order);
  const gaps = gapsOf(book, order, groups);
  const usualDays = gaps.length === 0 ? NaN : median(gaps);
  let [count, built, beforeDay] = [0, NaN, 0];
  for (let g = 0; g + 1 < groups.length; g++) {
    const rows = order.subarray(groups[g], groups[g + 1]);
    const first = rows[0]!;
    const day = days![first]!;
    const isNew = g === 0 || customers[order[groups[g - 1]!]!] !== customers[first];
    let sum = 0;
    // Ascending scores: the same sum in whatever order the rows came.
    for (const row of rows) sum += book.values[row]!;
    const score = sum / rows.length;
    const weight = isNew ? 1 : 1 - (1 - newWeight) ** ((day - beforeDay) / usualDays);
    const before = isNew ? NaN : built;
    built = isNew ? score : weight * score + (1 - weight) * before;
    count = isNew ? 1 : count + 1;
    beforeDay = day;
    for (const row of rows) {
      last[row] = score;
      level[row] = built;
      earlier[row] = before;
      visits[row] = count;
    }
    latest.set(customers[first]!, first);
  }
  return { last, level, earlier, visits, latest, usualDays, undated };
}

/** Rows of named and dated answers by customer, day and score. */
function orderOf({ days, customers, values }: SurveyBook, { rows }: Answers) {
  let undated = 0;
  const kept = rows.filter((row) => {
    if (customers[row] === MISSING_CODE) return false;
    if (days === null || days[row] === MISSING_DAY) {
      undated++;
      return false;
    }
    return true;
  });
  const order = kept.sort(
    (a, b) => customers[a]! - customers[b]! || days![a]! - days![b]! || values[a]! - values[b]!,
  );
  return { order, undated };
}

/** Where each day of a customer begins in the order, and the end. */
function dayGroups({ days, customers }: SurveyBook, order: Uint32Array): readonly number[] {
  const starts: number[] = [];
  order.forEach((row, k) => {
    const other = order[k - 1];
    const isSame =
      other !== undefined && customers[other] === customers[row] && days![other] === days![row];
    if (!isSame) starts.push(k);
  });
  return [...starts, order.length];
}

function gapsOf(
  { days, customers }: SurveyBook,
  order: Uint32Array,
  groups: readonly number[],
): readonly number[] {
  const gaps: number[] = [];
  for (let g = 1; g + 1 < groups.length; g++) {
    const [row, other] = [order[groups[g]!]!, order[groups[g - 1]!]!];
    if (customers[row] === customers[other]) gaps.push(days![row]! - days![other]!);
  }
  return gaps;
}
