import type { Clustering } from "./k-means";
import type { Points } from "./points";

/** Points whose distances to all others are summed between two pauses. */
const SLICE = 200;

/**
 * Silhouette of each point, for several clusterings of the same points at once: s = (b − a) / max(a, b), a the mean distance to the
 * others of its cluster, b the smallest mean distance to another cluster; 0 for a point alone in its cluster.
 *
 * @param clusterings  each of 2 or more clusters
 * @returns one array a clustering, -1..1, length n
 *
 * O(n² × (dimensions + clusterings)). Rousseeuw, J. Comput. Appl. Math. 20, 1987. Yields every few points.
 */
export function* silhouettes(
  { n, dimensions, values }: Points,
  clusterings: readonly Pick<Clustering, "k" | "labels">[],
): Generator<void, readonly Float64Array<ArrayBuffer>[], void> {
  const results = clusterings.map(() => new Float64Array(n));
  const sizes = clusterings.map(({ k, labels }) => {
    const counts = new Uint32Array(k);
    for (const label of labels) counts[label]!++;
    return counts;
  });
  const distances = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++) {
        const off = values[i * dimensions + d]! - values[j * dimensions + d]!;
        sum += off * off;
      }
      distances[j] = Math.sqrt(sum);
    }
    clusterings.forEach(({ labels }, c) => {
      results[c]![i] = silhouetteOf(i, distances, labels, sizes[c]!);
    });
    if (i % SLICE === SLICE - 1) yield;
  }
  return results;
}

function silhouetteOf(
  point: number,
  distances: Float64Array,
  labels: Uint8Array,
  sizes: Uint32Array,
): number {
  const sums = new Float64Array(sizes.length);
  for (let j = 0; j < distances.length; j++) sums[labels[j]!]! += distances[j]!;
  const own = labels[point]!;
  if (sizes[own] === 1) return 0;
  const within = sums[own]! / (sizes[own]! - 1);
  let between = Infinity;
  for (let c = 0; c < sizes.length; c++) {
    if (c !== own && sizes[c]! > 0) between = Math.min(between, sums[c]! / sizes[c]!);
  }
  const larger = Math.max(within, between);
  return larger > 0 && between < Infinity ? (between - within) / larger : 0;
}
