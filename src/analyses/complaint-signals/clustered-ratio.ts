import { normalTwoSided } from "../../kernel/stats/normal";
import { Z_95 } from "../../kernel/stats/survival/kaplan-meier";
import type { Counted } from "./spec";

const FEWEST_HITS = 5;

export interface ClusteredRatio {
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** two-sided */
  readonly p: number;
}

/** Trials of some customers; arrays by trial, those of one customer one after another. */
export interface Trials {
  readonly customers: Int32Array;
  readonly isShown: Uint8Array;
  readonly isHit: Uint8Array;
}

export function countsOf({ isShown, isHit }: Trials): {
  readonly shown: Counted;
  readonly others: Counted;
} {
  const n = [0, 0];
  const hits = [0, 0];
  for (let i = 0; i < isShown.length; i++) {
    n[isShown[i]!]!++;
    hits[isShown[i]!]! += isHit[i]!;
  }
  return { shown: { n: n[1]!, hits: hits[1]! }, others: { n: n[0]!, hits: hits[0]! } };
}

/**
 * Ratio of two shares with an interval that knows that trials of one customer are alike.
 *
 * @returns null with fewer than five hits on a side, or a single customer
 *
 * log ratio ± 1.96 SE; the variance sums the influence x(y − p₁)/(n₁p₁) − (1 − x)(y − p₀)/(n₀p₀) of each trial by customer, then squares,
 * times C/(C − 1). With one trial a customer it is that of Katz et al., Biometrics 34, 1978. Liang & Zeger, Biometrika 73, 1986. O(trials).
 */
export function clusteredRatio(trials: Trials): ClusteredRatio | null {
  const { shown, others } = countsOf(trials);
  if (shown.hits < FEWEST_HITS || others.hits < FEWEST_HITS) return null;
  const shares = [others.hits / others.n, shown.hits / shown.n] as const;
  const hits = [others.hits, shown.hits] as const;
  let [variance, own, clusters] = [0, 0, 0];
  for (let i = 0; i < trials.isShown.length; i++) {
    const x = trials.isShown[i] === 1 ? 1 : 0;
    own += ((x === 1 ? 1 : -1) * (trials.isHit[i]! - shares[x])) / hits[x];
    if (i + 1 < trials.isShown.length && trials.customers[i + 1] === trials.customers[i]) continue;
    variance += own * own;
    own = 0;
    clusters++;
  }
  if (clusters < 2) return null;
  const error = Math.sqrt((variance * clusters) / (clusters - 1));
  const log = Math.log(shares[1] / shares[0]);
  if (!(error > 0)) return null;
  return {
    ratio: Math.exp(log),
    low: Math.exp(log - Z_95 * error),
    high: Math.exp(log + Z_95 * error),
    p: normalTwoSided(log / error),
  };
}
