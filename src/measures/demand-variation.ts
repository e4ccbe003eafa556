import type { PeriodDemand } from "./period-demand";

/** Periods below which a spread says nothing. */
const LEAST_PERIODS = 6;

/**
 * Coefficient of variation of what each customer bought by period, from its first period on: standard deviation (n − 1) over mean.
 *
 * @returns one a customer, >= 0; NaN for fewer than six periods or a mean that is not above zero
 *
 * O(customers × periods). Methods D3.
 */
export function demandVariation({
  periods,
  demand,
  begins,
}: PeriodDemand): Float64Array<ArrayBuffer> {
  const variations = new Float64Array(begins.length).fill(NaN);
  for (let customer = 0; customer < begins.length; customer++) {
    const begin = begins[customer]!;
    const n = periods - begin;
    if (n < LEAST_PERIODS) continue;
    const from = customer * periods + begin;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += demand[from + k]!;
    const mean = sum / n;
    if (!(mean > 0)) continue;
    let squares = 0;
    for (let k = 0; k < n; k++) squares += (demand[from + k]! - mean) ** 2;
    variations[customer] = Math.sqrt(squares / (n - 1)) / mean;
  }
  return variations;
}
