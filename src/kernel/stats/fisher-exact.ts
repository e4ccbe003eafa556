import { invariant } from "../base/invariant";
import { logGamma } from "./gamma-function";

/** A group within a whole, and how many of each were hit. */
export interface GroupHits {
  readonly hits: number;
  readonly size: number;
  readonly allHits: number;
  readonly all: number;
}

const logChoose = (n: number, k: number): number =>
  logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1);

/**
 * Fisher's exact test, one-sided: how likely a group of this size has at least so many hits, were they spread by chance.
 *
 * @param group  0 <= hits <= size <= all, hits <= allHits <= all
 * @returns P(X >= hits) of the hypergeometric distribution, 0..1. O(size)
 *
 * R `fisher.test(alternative = "greater")`. Fisher 1935.
 */
export function chanceOfSoMany({ hits, size, allHits, all }: GroupHits): number {
  invariant(hits <= size && size <= all && allHits <= all, "a group larger than the whole");
  const most = Math.min(size, allHits);
  const base = logChoose(all, size);
  let chance = 0;
  for (let k = hits; k <= most; k++) {
    if (size - k > all - allHits) continue;
    chance += Math.exp(logChoose(allHits, k) + logChoose(all - allHits, size - k) - base);
  }
  return Math.min(1, chance);
}
