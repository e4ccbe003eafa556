import { betaQuantile } from "./beta-quantile";
import { binomialLowerTail, binomialUpperTail } from "./binomial";

/** Events in an amount of time under observation. */
export interface EventRate {
  /** whole, >= 0 */
  readonly events: number;
  /** above 0; both rates in one unit */
  readonly exposure: number;
}

export interface RateRatio {
  /** rate of the first ÷ rate of the second; infinite when only the second has no event */
  readonly ratio: number;
  /** exact 95 % interval */
  readonly low: number;
  readonly high: number;
  /** two-sided: twice the smaller tail, at most 1; below 0.05 exactly when the interval leaves 1 out */
  readonly p: number;
}

/** Half of what the interval leaves out. */
const TAIL = 0.025;

/**
 * The ratio of two rates with its exact interval: given all events, those of the first are binomial.
 *
 * @returns null without an event or without exposure
 *
 * Clopper–Pearson for the share of the events, carried over to the ratio; the interval is that of R poisson.test. Assumes events independent
 * of each other. O(events). Przyborowski & Wilenski, Biometrika 31, 1940.
 */
export function rateRatio(first: EventRate, second: EventRate): RateRatio | null {
  const [a, b] = [first.events, second.events];
  const n = a + b;
  if (n === 0 || !(first.exposure > 0) || !(second.exposure > 0)) return null;
  const times = second.exposure / first.exposure;
  const ratioOf = (share: number): number => (share / (1 - share)) * times;
  const expected = first.exposure / (first.exposure + second.exposure);
  const tail = Math.min(binomialLowerTail(a, n, expected), binomialUpperTail(a, n, expected));
  return {
    ratio: b === 0 ? Number.POSITIVE_INFINITY : (a / b) * times,
    low: a === 0 ? 0 : ratioOf(betaQuantile(TAIL, a, b + 1)),
    high: b === 0 ? Number.POSITIVE_INFINITY : ratioOf(betaQuantile(1 - TAIL, a + 1, b)),
    p: Math.min(1, 2 * tail),
  };
}
