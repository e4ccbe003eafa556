import { invariant } from "../base/invariant";

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % point of the normal distribution. */
const Z_95 = 1.959963984540054;

/**
 * Wilson score interval of a proportion.
 *
 * @param successes  0..trials
 * @param trials     n >= 0
 * @param z          normal quantile, default for 95 %
 * @returns (p̂ + z²/2n ± z√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n), within 0..1; {0, 1} when n = 0: nothing is known
 *
 * The ends touch 0 and 1 exactly at p̂ = 0 and 1. Wilson, JASA 22, 1927. Coverage is for independent trials.
 */
export function wilsonInterval(successes: number, trials: number, z: number = Z_95): Interval {
  invariant(
    successes >= 0 && successes <= trials,
    `${successes} successes of ${trials} trials is no proportion`,
  );
  if (trials === 0) return { low: 0, high: 1 };
  const share = successes / trials;
  const z2 = z * z;
  const centre = share + z2 / (2 * trials);
  const spread = z * Math.sqrt((share * (1 - share)) / trials + z2 / (4 * trials * trials));
  const scale = 1 + z2 / trials;
  return {
    low: successes === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: successes === trials ? 1 : Math.min(1, (centre + spread) / scale),
  };
}
