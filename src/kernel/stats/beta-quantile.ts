import { invariant } from "../base/invariant";
import { incompleteBeta } from "./student-t";

/**
 * Quantile of the beta distribution.
 *
 * @param share  above 0, below 1
 * @param a      above 0
 * @param b      above 0
 * @returns x with I_x(a, b) = share, 0..1; by bisection, so no better than 1e-15 in x. SciPy `beta.ppf` 1e-10.
 */
export function betaQuantile(share: number, a: number, b: number): number {
  invariant(share > 0 && share < 1, `share ${share} is not within 0..1`);
  let low = 0;
  let high = 1;
  for (let step = 0; step < 60 && high - low > 1e-15; step++) {
    const middle = (low + high) / 2;
    if (incompleteBeta(middle, a, b) < share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
