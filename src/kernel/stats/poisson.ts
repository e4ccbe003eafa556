import { invariant } from "../base/invariant";
import { logGamma } from "./gamma-function";
import type { Interval } from "./wilson";

/** A chance of this part of the sum, and all that lie beyond it, no longer change it. */
const NOTHING = 1e-19;

/** P(X >= count) for a Poisson variable of this mean. Chances are added from the largest outwards, each from its neighbour. O(√mean). */
export function poissonTail(count: number, mean: number): number {
  invariant(mean >= 0, `a Poisson mean of ${mean}`);
  if (count <= 0) return 1;
  if (mean === 0) return 0;
  const middle = Math.min(count - 1, Math.floor(mean));
  const largest = Math.exp(middle * Math.log(mean) - mean - logGamma(middle + 1));
  let below = largest;
  let chance = largest;
  for (let k = middle; k > 0 && chance > below * NOTHING; k--) {
    chance *= k / mean;
    below += chance;
  }
  chance = largest;
  for (let k = middle + 1; k < count && chance > below * NOTHING; k++) {
    chance *= mean / k;
    below += chance;
  }
  return Math.max(0, 1 - below);
}

const HALF_OF_5_PERCENT = 0.025;
const HALVINGS = 60;

/**
 * Exact 95 % interval of the mean behind a Poisson count: the means at which so many, or so few, are a chance of 2.5 %.
 *
 * @param count  a whole number >= 0
 *
 * Found by halving, to fourteen digits. O(√count). R `poisson.test`. Garwood, Biometrika 28, 1936.
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
