import { invariant } from "../base/invariant";
import { logBeta } from "./gamma-function";

const MOST_TERMS = 500;
const TINY = 1e-300;
const ROUNDING = 1e-16;

/**
 * Regularised incomplete beta function I_x(a, b).
 *
 * @param x 0..1
 * @param a above 0
 * @param b above 0
 * @returns 0..1
 *
 * Continued fraction by the modified Lentz method, on the side where it converges quickly (Numerical Recipes, 3rd ed., 6.4).
 * Relative error below 1e-13 against SciPy betainc for a and b up to 5000.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b));
  if (x < (a + 1) / (a + b + 2)) return (front * betaFraction(x, a, b)) / a;
  return 1 - (front * betaFraction(1 - x, b, a)) / b;
}

function betaFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = safe(1 - ((a + b) * x) / (a + 1));
  let fraction = 1 / d;
  d = fraction;
  for (let m = 1; m <= MOST_TERMS; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    fraction *= d * c;
    if (Math.abs(d * c - 1) < ROUNDING) break;
  }
  return fraction;
}

const safe = (value: number): number => (Math.abs(value) < TINY ? TINY : value);

/**
 * Two-sided p-value of a t statistic: P(|T| >= |t|).
 *
 * @param t   any number
 * @param df  degrees of freedom, above 0
 * @returns 0..1; NaN for NaN
 */
export function studentTwoSided(t: number, df: number): number {
  invariant(df > 0, `${df} degrees of freedom`);
  if (Number.isNaN(t)) return NaN;
  return incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/**
 * The t with P(|T| <= t) = `share`: half width of a two-sided interval in standard errors.
 *
 * @param share  above 0, below 1
 * @param df     degrees of freedom, above 0
 * @returns above 0; by bisection, to the last digits. R `qt((1 + share) / 2, df)`
 */
export function studentHalfWidth(share: number, df: number): number {
  invariant(share > 0 && share < 1, `share ${share} is not within 0..1`);
  let low = 0;
  let high = 2;
  while (studentTwoSided(high, df) > 1 - share && high < 1e150) high *= 2;
  for (let step = 0; step < 200 && high - low > 1e-15 * high; step++) {
    const middle = (low + high) / 2;
    if (studentTwoSided(middle, df) > 1 - share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
