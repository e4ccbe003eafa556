import { studentHalfWidth } from "../../kernel/stats/student-t";
import { compensatedSum } from "../../kernel/stats/sum";
import { wilsonInterval } from "../../kernel/stats/wilson";
import type { CellSize, CrossCell, Outcome } from "./spec";

/** Below: nothing to go by. */
export const TINY = 5;
/** Below: an interval too wide to compare by. */
const THIN = 30;

/** Sums of the customers that share a code. */
export interface Tally {
  readonly counts: Float64Array<ArrayBuffer>;
  readonly sums: Float64Array<ArrayBuffer>;
  /** squared deviations from the mean of the group */
  readonly squares: Float64Array<ArrayBuffer>;
  readonly medians: Float64Array<ArrayBuffer>;
}

/**
 * Sums, spread and middle of the values of each group.
 *
 * @param order  `ascendingOrder(values)`: values are added in this order, so the order of the file does not matter
 * @returns arrays of length `groups`; a median of NaN in an empty group
 *
 * Two passes, as the spread of large values far from zero needs. O(n + groups).
 */
export function tally(
  values: Float64Array,
  order: Uint32Array,
  codes: Int32Array,
  groups: number,
): Tally {
  const counts = new Float64Array(groups);
  const sums = new Float64Array(groups);
  const rests = new Float64Array(groups);
  for (const k of order) {
    const group = codes[k]!;
    const value = values[k]!;
    const before = sums[group]!;
    const sum = before + value;
    rests[group]! +=
      Math.abs(before) >= Math.abs(value) ? before - sum + value : value - sum + before;
    sums[group] = sum;
    counts[group]!++;
  }
  for (let group = 0; group < groups; group++) sums[group]! += rests[group]!;
  const squares = new Float64Array(groups);
  const medians = new Float64Array(groups).fill(NaN);
  const seen = new Float64Array(groups);
  for (const k of order) {
    const group = codes[k]!;
    const value = values[k]!;
    const n = counts[group]!;
    const excess = value - sums[group]! / n;
    squares[group]! += excess * excess;
    const place = seen[group]!++;
    if (place === (n - 1) >> 1) medians[group] = value;
    if (n % 2 === 0 && place === n >> 1) medians[group] = (medians[group]! + value) / 2;
  }
  return { counts, sums, squares, medians };
}

function sizeOf(customers: number, outcome: Outcome): CellSize {
  if (customers === 0) return "empty";
  if (customers < TINY) return "tiny";
  return customers < THIN && outcome !== "customers" ? "thin" : "enough";
}

/** What a cell is a share of. */
export interface Whole {
  readonly customers: number;
  readonly money: number;
}

/** The whole that the shares of a tally are of. */
export const wholeOf = ({ counts, sums }: Tally): Whole => ({
  customers: compensatedSum(counts),
  money: compensatedSum(sums),
});

/** A cell of the table in the words of its outcome. */
export function cellOf(
  { counts, sums, squares, medians }: Tally,
  group: number,
  outcome: Outcome,
  whole: Whole,
): CrossCell {
  const n = counts[group]!;
  const size = sizeOf(n, outcome);
  const none = { low: null, high: null, median: null, share: null, z: null };
  if (n === 0) return { customers: 0, value: null, ...none, size };
  const sum = sums[group]!;
  if (outcome === "customers") {
    const { low, high } = wilsonInterval(n, whole.customers);
    return { ...none, customers: n, value: n, low, high, share: n / whole.customers, size };
  }
  if (outcome === "retention") {
    const { low, high } = wilsonInterval(sum, n);
    return { ...none, customers: n, value: sum / n, low, high, share: n / whole.customers, size };
  }
  const share = whole.money > 0 ? sum / whole.money : null;
  const median = medians[group]!;
  if (outcome !== "mean") {
    return { ...none, customers: n, value: sum, median, share, size };
  }
  const mean = sum / n;
  const half =
    n > 1 ? studentHalfWidth(0.95, n - 1) * Math.sqrt(squares[group]! / (n - 1) / n) : null;
  return {
    ...none,
    customers: n,
    value: mean,
    low: half === null ? null : mean - half,
    high: half === null ? null : mean + half,
    median,
    share,
    size,
  };
}
