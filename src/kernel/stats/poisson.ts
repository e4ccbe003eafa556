import { invariant } from "../base/invariant";
import { logGamma } from "./gamma-function";
import type { Interval } from "./wilson";

/** P(X >= count) for a Poisson variable of this mean. O(count). */
export function poissonTail(count: number, mean: number): number {
  invariant(mean >= 0, `a Poisson mean of ${mean}`);
  if (count <= 0) return 1;
  if (mean === 0) return 0;
  let below = 0;
  for (let k = 0; k < count; k++) below += Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
  return Math.max(0, 1 - below);
}

const HALF_OF_5_PERCENT = 0.025;
const HALVINGS = 60;

/**
 * Exact 95 % interval of the mean behind a Poisson count: the means at which so many, or so few, are a chance of 2.5 %.
 *
 * @param count  a whole number >= 0
 *
 * Found by halving, to fourteen digits. O(count). R `poisson.test`. Garwood, Biometrika 28, 1936.
 */
export function poissonInterval(count: number): Interval {
  const most = count + 10 * Math.sqrt(count + 1) + 10;
  const low =
    count === 0 ? 0 : crossing((mean) => poissonTail(count, mean) >= HALF_OF_5_PERCENT, most);
  const high = crossing((mean) => 1 - poissonTail(count + 1, mean) <= HALF_OF_5_PERCENT, most);
  return { low, high };
}

/** The smallest mean for which a condition holds that stays true from there on. */
function crossing(holds: (mean: number) => boolean, most: number): number {
  let [low, high] = [0, most];
  for (let i = 0; i < HALVINGS; i++) {
    const middle = (low + high) / 2;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
