import { wilsonInterval } from "./wilson";

/** How many of a group it happened to. */
export interface Share {
  /** 0..size */
  readonly hits: number;
  /** at least 1 */
  readonly size: number;
}

export interface ShareDifference {
  /** first share − second share, −1..1 */
  readonly value: number;
  /** 95 % */
  readonly low: number;
  readonly high: number;
}

/**
 * Difference of two independent shares with its 95 % interval.
 *
 * Squares of the distances to the ends of both Wilson intervals are added: never beyond −1..1 and honest in small groups.
 * Newcombe, Statistics in Medicine 17, 1998, method 10.
 */
export function shareDifference(one: Share, other: Share): ShareDifference {
  const [p, q] = [one.hits / one.size, other.hits / other.size];
  const [a, b] = [wilsonInterval(one.hits, one.size), wilsonInterval(other.hits, other.size)];
  const value = p - q;
  return {
    value,
    low: value - Math.hypot(p - a.low, b.high - q),
    high: value + Math.hypot(a.high - p, q - b.low),
  };
}
