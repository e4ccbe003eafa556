import type { Rng } from "../../kernel/base/rng";
import { johnsonParts, shapleyParts, subsetRSquared } from "../../kernel/stats/relative-importance";

/** More questionnaires than this are drawn in groups of some, which costs no time and hardly any accuracy. */
const MOST_BLOCKS = 1000;

/** Complete answers: `width` numbers a questionnaire, the outcome first. */
export interface Matrix {
  readonly values: Float64Array<ArrayBuffer>;
  readonly n: number;
  readonly width: number;
}

/** Sums of some questionnaires: how many, Σ x, Σ x y of all pairs i <= j. */
export interface Moments {
  readonly sums: Float64Array<ArrayBuffer>;
  readonly width: number;
}

const lengthOf = (width: number): number => 1 + width + (width * (width + 1)) / 2;

/** Products between two pauses: some 20 ms. */
const PRODUCTS_PER_SLICE = 1_500_000;

/** Sums about `centre` of each of some blocks; a questionnaire lies in one block, at random. O(n width²), yields between slices. */
export function* blockMoments(
  { values, n, width }: Matrix,
  centre: Float64Array,
  rng: Rng | null,
): Generator<void, readonly Moments[], void> {
  const count = rng === null ? 1 : Math.min(n, MOST_BLOCKS);
  const blocks = Array.from({ length: count }, (): Moments => ({
    sums: new Float64Array(lengthOf(width)),
    width,
  }));
  const order = Uint32Array.from({ length: n }, (_, k) => k);
  if (rng !== null && n > count) {
    for (let k = n - 1; k > 0; k--) {
      const other = rng.below(k + 1);
      const kept = order[k]!;
      order[k] = order[other]!;
      order[other] = kept;
    }
  }
  yield;
  const own = new Float64Array(width);
  const rest = Math.ceil(PRODUCTS_PER_SLICE / lengthOf(width));
  for (let k = 0; k < n; k++) {
    if (k % rest === rest - 1) yield;
    const at = order[k]! * width;
    const { sums } = blocks[k % count]!;
    for (let i = 0; i < width; i++) own[i] = values[at + i]! - centre[i]!;
    sums[0]!++;
    let place = 1;
    for (let i = 0; i < width; i++) sums[place++]! += own[i]!;
    for (let i = 0; i < width; i++) {
      const x = own[i]!;
      for (let j = i; j < width; j++) sums[place++]! += x * own[j]!;
    }
  }
  return blocks;
}

/** Adds some blocks up; `picks` says which, with repeats. */
export function summed(blocks: readonly Moments[], picks: ArrayLike<number>): Moments {
  const { width } = blocks[0]!;
  const sums = new Float64Array(lengthOf(width));
  for (let k = 0; k < picks.length; k++) {
    const other = blocks[picks[k]!]!.sums;
    for (let place = 0; place < sums.length; place++) sums[place]! += other[place]!;
  }
  return { sums, width };
}

export interface Fit {
  readonly means: Float64Array;
  /** correlations among the drivers, and with the outcome */
  readonly correlations: Float64Array<ArrayBuffer>;
  readonly outcome: Float64Array<ArrayBuffer>;
}

/** Means (about the centre) and correlations; a number that never varies correlates with nothing. */
export function fitOf({ sums, width }: Moments): Fit {
  const n = sums[0]!;
  const means = Float64Array.from({ length: width }, (_, i) => sums[1 + i]! / n);
  const covariance = new Float64Array(width * width);
  let place = 1 + width;
  for (let i = 0; i < width; i++) {
    for (let j = i; j < width; j++) {
      const value = sums[place++]! / n - means[i]! * means[j]!;
      covariance[i * width + j] = value;
      covariance[j * width + i] = value;
    }
  }
  const deviation = (i: number): number => Math.sqrt(Math.max(0, covariance[i * width + i]!));
  const correlation = (i: number, j: number): number => {
    const scale = deviation(i) * deviation(j);
    return scale > 1e-12 ? covariance[i * width + j]! / scale : 0;
  };
  const p = width - 1;
  const correlations = new Float64Array(p * p);
  const outcome = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    outcome[i] = correlation(i + 1, 0);
    for (let j = 0; j < p; j++) correlations[i * p + j] = i === j ? 1 : correlation(i + 1, j + 1);
  }
  return { means, correlations, outcome };
}

/** The parts of R² by either method; their sum is R². */
export function partsOf(
  { correlations, outcome }: Fit,
  method: "shapley" | "johnson",
): Float64Array<ArrayBuffer> {
  if (method === "johnson") return johnsonParts(correlations, outcome);
  return shapleyParts(subsetRSquared(correlations, outcome), outcome.length);
}
