import { GRADES, type AbcCut } from "../domain/rule-book";
import { countForShare } from "../kernel/stats/concentration";
import { descendingOrder } from "../kernel/stats/rank";
import { runningSums } from "../kernel/stats/sum";

/** Customers from the largest down. */
export interface ValueRanking {
  /** customer rows, largest value first, equal values by row */
  readonly customers: Uint32Array<ArrayBuffer>;
  /** their true values, largest first */
  readonly amounts: Float64Array<ArrayBuffer>;
  /** the same with 0 for what is below zero: the weights of all shares */
  readonly values: Float64Array<ArrayBuffer>;
  /** sums of the first k + 1 values */
  readonly running: Float64Array<ArrayBuffer>;
  /** sum of all values (of the positive ones) */
  readonly total: number;
  /** customers whose value is 0 or less, and the sum of their true values (<= 0) */
  readonly nonPositiveCount: number;
  readonly nonPositiveSum: number;
}

/**
 * Ranks customers by a value.
 *
 * @param customers  rows of the customers to rank, ascending
 * @param amounts    value of every customer by row; no NaN among those to rank
 * @returns the ranking; losses sort below zero but weigh nothing, so that shares stay within 0..1
 *
 * O(n).
 */
export function valueRanking(customers: Uint32Array, amounts: Float64Array): ValueRanking {
  const own = new Float64Array(customers.length);
  for (let i = 0; i < own.length; i++) own[i] = amounts[customers[i]!]!;
  const order = descendingOrder(own);
  const rows = new Uint32Array(order.length);
  const ranked = new Float64Array(order.length);
  const values = new Float64Array(order.length);
  let nonPositiveCount = 0;
  let nonPositiveSum = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    const value = own[i]!;
    rows[k] = customers[i]!;
    ranked[k] = value;
    if (value > 0) {
      values[k] = value;
      continue;
    }
    nonPositiveCount++;
    nonPositiveSum += value;
  }
  const running = runningSums(values);
  const total = running.length === 0 ? 0 : running[running.length - 1]!;
  return {
    customers: rows,
    amounts: ranked,
    values,
    running,
    total,
    nonPositiveCount,
    nonPositiveSum,
  };
}

/** A share of whole customers must not lose one to the last bit: 0.15 × 20 is 3. */
const ROUNDING = 1e-9;

/**
 * Where the grades end in a ranking.
 *
 * @returns [number of A, number of A and B]. By rank: customer k is A when k/n <= first end (methods D1), so very few
 *   customers can have no A. By amount: A goes on until the share is reached, the crossing customer included.
 */
export function gradeEnds(ranking: ValueRanking, cut: AbcCut): readonly [number, number] {
  const n = ranking.values.length;
  const end = (share: number): number => {
    if (cut.reading === "rank") return Math.floor(n * share + ROUNDING);
    return ranking.total > 0 ? countForShare(ranking.running, share) : 0;
  };
  return [end(cut.ends[0]), end(cut.ends[1])];
}

/**
 * Grade of every customer.
 *
 * @returns length `customerCount`: 0 = not ranked, 1 = A, 2 = B, 3 = C
 */
export function gradesOf(
  ranking: ValueRanking,
  cut: AbcCut,
  customerCount: number,
): Uint8Array<ArrayBuffer> {
  const [endA, endB] = gradeEnds(ranking, cut);
  const grades = new Uint8Array(customerCount);
  const { customers } = ranking;
  for (let k = 0; k < endA; k++) grades[customers[k]!] = 1;
  for (let k = endA; k < endB; k++) grades[customers[k]!] = 2;
  for (let k = endB; k < customers.length; k++) grades[customers[k]!] = GRADES.length;
  return grades;
}
