import { studentHalfWidth } from "../kernel/stats/student-t";
import type { PeriodDemand } from "./period-demand";

/** Periods below which a line has no error worth the name. */
const LEAST_TREND_PERIODS = 6;

/** A straight line through the periods of each customer; NaN where there are too few. */
export interface OwnTrends {
  /** mean money a period */
  readonly levels: Float64Array<ArrayBuffer>;
  /** change of a year as a share of the mean level: 0.2 = a fifth more each year */
  readonly slopes: Float64Array<ArrayBuffer>;
  /** half width of the 95 % interval of the slope, in the same unit */
  readonly halfWidths: Float64Array<ArrayBuffer>;
  /** customers with a slope */
  readonly judged: number;
}

/**
 * Each customer's own trend: least squares of its money on time, from its first period on.
 *
 * @returns slopes relative to the customer's mean, a year; intervals by Student's t with periods − 2 degrees of freedom. NaN for
 *   fewer than six periods or a mean that is not above zero
 *
 * Periods are taken as independent: orders that come in bursts, every second period say, give honest wide intervals; a slow
 * wave does not. O(customers × periods).
 */
export function ownTrends({ grain, periods, demand, begins }: PeriodDemand): OwnTrends {
  const customers = begins.length;
  const levels = new Float64Array(customers).fill(NaN);
  const slopes = new Float64Array(customers).fill(NaN);
  const halfWidths = new Float64Array(customers).fill(NaN);
  const perYear = grain === "month" ? 12 : 4;
  const widths = Float64Array.from({ length: periods + 1 }, (_, n) =>
    n < LEAST_TREND_PERIODS ? NaN : studentHalfWidth(0.95, n - 2),
  );
  let judged = 0;
  for (let customer = 0; customer < customers; customer++) {
    const begin = begins[customer]!;
    const n = periods - begin;
    if (n < LEAST_TREND_PERIODS) continue;
    const from = customer * periods + begin;
    let sum = 0;
    for (let k = 0; k < n; k++) sum += demand[from + k]!;
    const mean = sum / n;
    if (!(mean > 0)) continue;
    const middle = (n - 1) / 2;
    let cross = 0;
    let squares = 0;
    for (let k = 0; k < n; k++) {
      const off = demand[from + k]! - mean;
      cross += (k - middle) * off;
      squares += off * off;
    }
    const spread = (n * (n * n - 1)) / 12;
    const slope = cross / spread;
    const rest = Math.max(0, squares - slope * cross);
    const error = Math.sqrt(rest / (n - 2) / spread);
    levels[customer] = mean;
    slopes[customer] = (slope * perYear) / mean;
    halfWidths[customer] = (error * widths[n]! * perYear) / mean;
    judged++;
  }
  return { levels, slopes, halfWidths, judged };
}
