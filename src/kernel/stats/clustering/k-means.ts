import { finished } from "../../base/finished";
import type { Rng } from "../../base/rng";
import { squaredDistance, type Points } from "./points";

export interface Clustering {
  readonly k: number;
  /** cluster of each point, 0..k-1 */
  readonly labels: Uint8Array<ArrayBuffer>;
  /** length k × dimensions */
  readonly centres: Float64Array<ArrayBuffer>;
  /** Σ squared distance to the own centre */
  readonly inertia: number;
  /** no point changed its cluster in the last round */
  readonly converged: boolean;
}

const MOST_ROUNDS = 300;
/** Distances between two pauses of one start: some 20 ms. */
const DISTANCES_PER_SLICE = 2_000_000;

/**
 * The best of several k-means clusterings, each begun by k-means++.
 *
 * @param points  at least k different ones
 * @param k       1..255
 * @param options.starts  beginnings that are tried; a start more never makes the answer worse
 * @param options.rng     the only source of chance
 *
 * Yields after each start, and within long ones. O(starts × rounds × n × k). Lloyd, IEEE Trans. Inf. Theory 28(2), 1982; Arthur & Vassilvitskii, SODA 2007.
 */
export function* kMeans(
  points: Points,
  k: number,
  { starts, rng }: { readonly starts: number; readonly rng: Rng },
): Generator<void, Clustering, void> {
  let best = yield* lloydSteps(points, spreadStart(points, k, rng));
  yield;
  for (let start = 1; start < starts; start++) {
    const found = yield* lloydSteps(points, spreadStart(points, k, rng));
    if (found.inertia < best.inertia) best = found;
    yield;
  }
  return best;
}

/** Centres far from each other: each next one is a point drawn by its squared distance from those before (k-means++). */
function spreadStart(points: Points, k: number, rng: Rng): Float64Array<ArrayBuffer> {
  const { n, dimensions, values } = points;
  const centres = new Float64Array(k * dimensions);
  const nearest = new Float64Array(n).fill(Infinity);
  let chosen = rng.below(n);
  for (let c = 0; c < k; c++) {
    for (let d = 0; d < dimensions; d++)
      centres[c * dimensions + d] = values[chosen * dimensions + d]!;
    let total = 0;
    for (let i = 0; i < n; i++) {
      const distance = squaredDistance(points, i, centres, c);
      if (distance < nearest[i]!) nearest[i] = distance;
      total += nearest[i]!;
    }
    let left = rng.next() * total;
    chosen = 0;
    // Rounding may leave a rest at the end: the last point that is no centre yet is taken then.
    for (let i = 0; i < n && left >= 0; i++) {
      if (nearest[i]! === 0) continue;
      chosen = i;
      left -= nearest[i]!;
    }
  }
  return centres;
}

/** Rounds of assigning and averaging until nothing changes. A cluster that loses all its points restarts at the worst placed one. */
export function* lloydSteps(
  points: Points,
  start: Float64Array<ArrayBuffer>,
  mostRounds = MOST_ROUNDS,
): Generator<void, Clustering, void> {
  const k = start.length / points.dimensions;
  let centres = start;
  const labels = new Uint8Array(points.n).fill(k);
  let distances = 0;
  for (let round = 0; round < mostRounds; round++) {
    distances += points.n * k;
    if (distances > DISTANCES_PER_SLICE) {
      yield;
      distances = 0;
    }
    const { changes, inertia } = assign(points, centres, labels);
    if (changes === 0) return { k, labels, centres, inertia, converged: true };
    centres = means(points, labels, centres);
  }
  const { inertia } = assign(points, centres, labels);
  return { k, labels, centres, inertia, converged: false };
}

/** As `lloydSteps`, at once. */
export const lloyd = (points: Points, start: Float64Array<ArrayBuffer>): Clustering =>
  finished(lloydSteps(points, start));

/** The nearest centre of each point, into `labels`; of equals the first. */
export function assign(
  { n, dimensions, values }: Points,
  centres: Float64Array,
  labels: Uint8Array,
): { readonly changes: number; readonly inertia: number } {
  const k = centres.length / dimensions;
  let changes = 0;
  let inertia = 0;
  for (let i = 0; i < n; i++) {
    let nearest = Infinity;
    let label = 0;
    const from = i * dimensions;
    for (let c = 0; c < k; c++) {
      let sum = 0;
      for (let d = 0; d < dimensions; d++) {
        const off = values[from + d]! - centres[c * dimensions + d]!;
        sum += off * off;
      }
      if (sum < nearest) {
        nearest = sum;
        label = c;
      }
    }
    inertia += nearest;
    if (labels[i] === label) continue;
    labels[i] = label;
    changes++;
  }
  return { changes, inertia };
}

function means(
  points: Points,
  labels: Uint8Array,
  before: Float64Array,
): Float64Array<ArrayBuffer> {
  const { n, dimensions, values } = points;
  const centres = new Float64Array(before.length);
  const counts = new Uint32Array(before.length / dimensions);
  for (let i = 0; i < n; i++) {
    const c = labels[i]!;
    counts[c]!++;
    for (let d = 0; d < dimensions; d++)
      centres[c * dimensions + d]! += values[i * dimensions + d]!;
  }
  for (let c = 0; c < counts.length; c++) {
    const lonely = counts[c] === 0 ? worstPlaced(points, labels, before) : -1;
    for (let d = 0; d < dimensions; d++) {
      const place = c * dimensions + d;
      centres[place] = lonely < 0 ? centres[place]! / counts[c]! : values[lonely * dimensions + d]!;
    }
  }
  return centres;
}

function worstPlaced(points: Points, labels: Uint8Array, centres: Float64Array): number {
  let [worst, furthest] = [0, -1];
  for (let i = 0; i < points.n; i++) {
    const distance = squaredDistance(points, i, centres, labels[i]!);
    if (distance > furthest) [worst, furthest] = [i, distance];
  }
  return worst;
}
