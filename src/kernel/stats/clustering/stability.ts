import type { Rng } from "../../base/rng";
import { kMeans, type Clustering } from "./k-means";
import { pointsAt, type Points } from "./points";

/**
 * How well each cluster is found again: points are drawn with replacement and clustered anew; a cluster's likeness is the largest
 * Jaccard index (common ÷ either) with a new one, among the points drawn; the mean over the draws.
 *
 * @returns 0..1 a cluster; NaN for one that was never drawn. 0.75 and above is called stable
 *
 * Yields after each start. Hennig, Comput. Stat. Data Anal. 52(1), 2007.
 */
export function* clusterStability(
  points: Points,
  { k, labels }: Pick<Clustering, "k" | "labels">,
  { draws, starts, rng }: { readonly draws: number; readonly starts: number; readonly rng: Rng },
): Generator<void, Float64Array<ArrayBuffer>, void> {
  const sums = new Float64Array(k);
  const counts = new Uint32Array(k);
  const places = new Uint32Array(points.n);
  for (let draw = 0; draw < draws; draw++) {
    for (let i = 0; i < places.length; i++) places[i] = rng.below(points.n);
    const again = yield* kMeans(pointsAt(points, places), k, { starts, rng });
    const likeness = jaccard(labels, again.labels, places, k);
    for (let c = 0; c < k; c++) {
      if (Number.isNaN(likeness[c]!)) continue;
      sums[c]! += likeness[c]!;
      counts[c]!++;
    }
  }
  return sums.map((sum, c) => sum / counts[c]!);
}

/** Each point that was drawn counts once, however often it was drawn. */
function jaccard(
  labels: Uint8Array,
  again: Uint8Array,
  places: Uint32Array,
  k: number,
): Float64Array {
  const both = new Uint32Array(k * k);
  const before = new Uint32Array(k);
  const after = new Uint32Array(k);
  const seen = new Uint8Array(labels.length);
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    if (seen[place] === 1) continue;
    seen[place] = 1;
    before[labels[place]!]!++;
    after[again[i]!]!++;
    both[labels[place]! * k + again[i]!]!++;
  }
  return Float64Array.from(before, (count, c) => {
    if (count === 0) return NaN;
    let most = 0;
    for (let other = 0; other < k; other++) {
      const common = both[c * k + other]!;
      most = Math.max(most, common / (count + after[other]! - common));
    }
    return most;
  });
}
