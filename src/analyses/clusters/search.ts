import type { Rng } from "../../kernel/base/rng";
import { gapChoice, gapStatistic } from "../../kernel/stats/clustering/gap";
import {
  assign,
  kMeans,
  lloyd,
  lloydSteps,
  type Clustering,
} from "../../kernel/stats/clustering/k-means";
import { pointsAt, type Points } from "../../kernel/stats/clustering/points";
import { silhouettes } from "../../kernel/stats/clustering/silhouette";
import { clusterStability } from "../../kernel/stats/clustering/stability";
import type { ClusterChoice } from "./spec";

const STARTS = 20;
/** Customers that the number of groups is chosen on, at most; silhouettes take the square of it. */
const MOST_POINTS = 5000;
/** Customers that the gap and the stability are measured on, at most. */
const MOST_REPEATED = 1500;
const DRAWS = 20;
const REFERENCES = 10;
const FEW_STARTS = 4;
/** Hennig 2007: below this a group is a pattern of chance. */
const STABLE = 0.75;

export interface Search {
  readonly choices: readonly ClusterChoice[];
  readonly bestK: number;
  readonly isStable: boolean;
  readonly gapK: number;
  /** the groups of all points for the k that was asked for, else for the best */
  readonly clustering: Clustering;
  /** likeness of each of these groups */
  readonly stability: Float64Array;
  readonly silhouette: number;
  readonly sampled: number | null;
}

/**
 * The clusterings of 2 to 8 groups with the figures that speak for each, and the one that is shown.
 *
 * @param wanted  number of groups; below 2: the largest silhouette among the stable ones, among all when none is stable
 * @param most    groups that are tried at most, 2 or more; not more than different points
 * Yields the share that is done.
 */
export function* search(
  points: Points,
  { wanted, most, rng }: { readonly wanted: number; readonly most: number; readonly rng: Rng },
): Generator<number, Search, void> {
  const sample = sampled(points, MOST_POINTS, rng);
  const one = lloyd(sample, new Float64Array(points.dimensions));
  const found: Clustering[] = [];
  for (let k = 2; k <= most; k++) {
    const fit = kMeans(sample, k, { starts: STARTS, rng });
    found.push(yield* share(fit, still(((k - 2) / (most - 1)) * 0.4)));
  }
  yield 0.4;
  const pauses = Math.max(1, sample.n / 200);
  const widths = yield* share(silhouettes(sample, found), { from: 0.4, width: 0.2, steps: pauses });
  const few = sampled(sample, MOST_REPEATED, rng);
  const again = few === sample ? found : found.map((each) => placed(few, each));
  const stable: Float64Array[] = [];
  for (const [place, each] of again.entries()) {
    const work = clusterStability(few, each, { draws: DRAWS, starts: FEW_STARTS, rng });
    const from = 0.6 + (0.2 * place) / again.length;
    stable.push(yield* share(work, still(from)));
  }
  const oneOfFew = few === sample ? one : lloyd(few, new Float64Array(points.dimensions));
  const inertias = [oneOfFew, ...again].map(({ inertia }) => inertia);
  const gapWork = gapStatistic(few, inertias, { references: REFERENCES, starts: FEW_STARTS, rng });
  const steps = REFERENCES * (1 + FEW_STARTS * (most - 1));
  const gaps = yield* share(gapWork, { from: 0.8, width: 0.18, steps });
  const choices = found.map(({ k, inertia }, place): ClusterChoice => {
    const { gap } = gaps[place + 1]!;
    return {
      k,
      inertia,
      silhouette: mean(widths[place]!),
      gap: Number.isNaN(gap) ? null : gap,
      stability: mean(stable[place]!.filter((likeness) => !Number.isNaN(likeness))),
    };
  });
  const steady = choices.filter(({ stability }) => stability >= STABLE);
  const best = (steady.length > 0 ? steady : choices).reduce((first, other) =>
    other.silhouette > first.silhouette ? other : first,
  );
  const shown = wanted < 2 ? best.k : Math.min(wanted, most);
  const clustering =
    sample === points
      ? found[shown - 2]!
      : yield* share(lloydSteps(points, found[shown - 2]!.centres), still(0.98));
  return {
    choices,
    bestK: best.k,
    isStable: steady.length > 0,
    gapK: gapChoice(gaps),
    clustering,
    stability: stable[shown - 2]!,
    silhouette: choices[shown - 2]!.silhouette,
    sampled: sample === points ? null : sample.n,
  };
}

const mean = (values: Float64Array): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Other points in the groups of a clustering. */
function placed(points: Points, { k, centres }: Clustering): Clustering {
  const labels = new Uint8Array(points.n);
  const { inertia } = assign(points, centres, labels);
  return { k, centres, labels, inertia, converged: true };
}

/** Some of the points without repetition; the points themselves when there are not more than that. */
function sampled(points: Points, most: number, rng: Rng): Points {
  if (points.n <= most) return points;
  const places = Uint32Array.from({ length: points.n }, (_, place) => place);
  for (let i = 0; i < most; i++) {
    const j = i + rng.below(points.n - i);
    [places[i], places[j]] = [places[j]!, places[i]!];
  }
  return pointsAt(points, places.subarray(0, most).sort());
}

/** A place in all that is done where work does not tell how far it is. */
const still = (from: number) => ({ from, width: 0, steps: 1 });

/** Work as a share of all that is done. */
function* share<T>(
  work: Generator<void, T, void>,
  { from, width, steps }: { readonly from: number; readonly width: number; readonly steps: number },
): Generator<number, T, void> {
  let seen = 0;
  let step = work.next();
  for (; step.done !== true; step = work.next()) {
    seen++;
    yield from + width * Math.min(1, seen / steps);
  }
  return step.value;
}
