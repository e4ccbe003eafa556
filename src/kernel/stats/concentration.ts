import { compensatedSum } from "./sum";

/**
 * Gini coefficient of values sorted from the largest down.
 *
 * @param descending  length n, >= 0, largest first
 * @returns G = Σ (n + 1 − 2k) v_k / (n Σ v), 0 (all equal) .. (n − 1)/n (one has all); NaN when the sum is 0
 *
 * The population form; times n/(n − 1) for the small-sample form. O(n), compensated. Gini 1912.
 */
export function gini(descending: Float64Array): number {
  const n = descending.length;
  const weighted = new Float64Array(n);
  for (let k = 0; k < n; k++) weighted[k] = (n - 1 - 2 * k) * descending[k]!;
  return compensatedSum(weighted) / (n * compensatedSum(descending));
}

/**
 * Number of equally large members that would be as concentrated: the reciprocal of the Herfindahl–Hirschman index.
 *
 * @param values  >= 0, any order
 * @returns (Σ v)² / Σ v², 1..n; NaN when the sum is 0
 */
export function effectiveNumber(values: Float64Array): number {
  const squares = new Float64Array(values.length);
  for (let i = 0; i < squares.length; i++) squares[i] = values[i]! * values[i]!;
  return compensatedSum(values) ** 2 / compensatedSum(squares);
}

/**
 * Lorenz curve at equal steps of the population.
 *
 * @param running  sums of the k + 1 largest values (see `runningSums`), length n >= 1, the last one > 0
 * @param steps    number of steps, e.g. 10
 * @returns length steps + 1, slot i = share held by the smallest round(n i / steps) members (halves to even, as Python
 *   rounds), from 0 to 1
 */
export function lorenz(running: Float64Array, steps: number): Float64Array<ArrayBuffer> {
  const n = running.length;
  const total = running[n - 1]!;
  const shares = new Float64Array(steps + 1);
  for (let step = 1; step <= steps; step++) {
    const smallest = roundHalfEven((n * step) / steps);
    shares[step] = smallest === n ? 1 : (total - running[n - smallest - 1]!) / total;
  }
  return shares;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest === 0.5) return floor % 2 === 0 ? floor : floor + 1;
  return rest > 0.5 ? floor + 1 : floor;
}

/** Two sums that differ by less than this share are one and the same: a cut must not depend on the last bit. */
const ROUNDING = 1e-12;

/**
 * How many of the largest members reach a share of the total, the one that crosses it included.
 *
 * @param running  sums of the k + 1 largest values, not falling, the last one > 0
 * @param share    0..1
 * @returns 0 for a share of 0, else the smallest k with v_1 + … + v_k >= share × total
 */
export function countForShare(running: Float64Array, share: number): number {
  const n = running.length;
  const goal = share * running[n - 1]! * (1 - ROUNDING);
  if (goal <= 0) return 0;
  let low = 0;
  let high = n - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (running[middle]! >= goal) high = middle;
    else low = middle + 1;
  }
  return low + 1;
}
