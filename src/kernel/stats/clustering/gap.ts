import type { Rng } from "../../base/rng";
import { kMeans } from "./k-means";
import type { Points } from "./points";

export interface Gap {
  /** E*[log W(k)] − log W(k): how much tighter the clusters are than those of points without any */
  readonly gap: number;
  /** standard error of the expectation, √(1 + 1/references) included */
  readonly error: number;
}

/**
 * Gap statistic against points spread evenly over the box that holds the data.
 *
 * @param inertias  Σ squared distance for k = 1, 2 …, of these points
 * @returns one gap a k; a k whose clusters are points has a gap of NaN
 *
 * Yields after each start. Tibshirani, Walther & Hastie, JRSS B 63(2), 2001.
 */
export function* gapStatistic(
  points: Points,
  inertias: readonly number[],
  options: { readonly references: number; readonly starts: number; readonly rng: Rng },
): Generator<void, readonly Gap[], void> {
  const { references, starts, rng } = options;
  const logs = inertias.map(() => new Float64Array(references));
  const box = boxOf(points);
  for (let r = 0; r < references; r++) {
    const even = evenPoints(points, box, rng);
    for (let k = 1; k <= inertias.length; k++) {
      const { inertia } = yield* kMeans(even, k, { starts: k === 1 ? 1 : starts, rng });
      logs[k - 1]![r] = Math.log(inertia);
    }
  }
  return inertias.map((inertia, place) => {
    const values = logs[place]!;
    const mean = values.reduce((sum, value) => sum + value, 0) / references;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / references;
    return {
      gap: inertia > 0 ? mean - Math.log(inertia) : NaN,
      error: Math.sqrt(variance * (1 + 1 / references)),
    };
  });
}

/** The smallest k whose gap is at least that of k + 1 less its error; the last k when none is. */
export function gapChoice(gaps: readonly Gap[]): number {
  for (let place = 0; place + 1 < gaps.length; place++) {
    const next = gaps[place + 1]!;
    if (gaps[place]!.gap >= next.gap - next.error) return place + 1;
  }
  return gaps.length;
}

function boxOf({ n, dimensions, values }: Points) {
  const low = new Float64Array(dimensions).fill(Infinity);
  const high = new Float64Array(dimensions).fill(-Infinity);
  for (let i = 0; i < n * dimensions; i++) {
    const d = i % dimensions;
    low[d] = Math.min(low[d]!, values[i]!);
    high[d] = Math.max(high[d]!, values[i]!);
  }
  return { low, high };
}

function evenPoints(
  { n, dimensions }: Points,
  { low, high }: { low: Float64Array; high: Float64Array },
  rng: Rng,
): Points {
  const values = new Float64Array(n * dimensions);
  for (let i = 0; i < values.length; i++) {
    const d = i % dimensions;
    values[i] = low[d]! + (high[d]! - low[d]!) * rng.next();
  }
  return { n, dimensions, values };
}
