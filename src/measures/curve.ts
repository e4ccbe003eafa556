import { countForShare } from "../kernel/stats/concentration";

/**
 * Ranks at which a cumulative curve is drawn: even steps along both axes, so that steep and flat parts are smooth, and
 * every corner that is spoken of.
 *
 * @param running  sums of the k + 1 largest values, length n >= 1, the last one > 0
 * @param corners  ranks (0..n) that must be among the points
 * @param limit    most points, well above the number of corners
 * @returns ascending distinct ranks with 0 and n; all of them when there are few
 */
export function curveRanks(
  running: Float64Array,
  corners: readonly number[],
  limit: number,
): Uint32Array<ArrayBuffer> {
  const n = running.length;
  if (n < limit) return Uint32Array.from({ length: n + 1 }, (_, k) => k);
  const ranks = new Set<number>([0, n, ...corners]);
  const steps = Math.floor((limit - ranks.size) / 2);
  for (let i = 1; i <= steps; i++) {
    ranks.add(Math.round((n * i) / (steps + 1)));
    ranks.add(countForShare(running, i / (steps + 1)));
  }
  return Uint32Array.from(ranks).sort();
}
