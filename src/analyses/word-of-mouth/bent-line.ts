import { sigmoid, softplus } from "../../kernel/stats/logistic-function";
import { choleskyFactor, choleskySolve } from "../../kernel/stats/cholesky";

/** Customers at a score, and of how many it is true. */
export interface Group {
  readonly score: number;
  readonly n: number;
  readonly events: number;
}

export interface LineFit {
  /** of 1, the score, and the score beyond each knot */
  readonly weights: Float64Array<ArrayBuffer>;
  readonly knots: readonly number[];
  readonly logLikelihood: number;
}

/** Keeps slopes finite where nobody or everybody at an end did it; too small to be seen elsewhere. */
const RIDGE = 1e-4;
const MOST_STEPS = 50;

/**
 * Logistic regression on the score, bent at some knots: log odds = a + b s + Σ c_k (s − k)₊, continuous.
 *
 * @param groups  n >= 1 each, any order
 * @param knots   ascending, between the scores; none: the straight line
 * @returns the fit by Newton's method with halving; concave, so the start does not matter. O(steps × groups × (2 + knots)²)
 */
export function fitLine(groups: readonly Group[], knots: readonly number[]): LineFit {
  const size = 2 + knots.length;
  let [total, events] = [0, 0];
  for (const group of groups) {
    total += group.n;
    events += group.events;
  }
  const rows = groups.map(({ score }) => termsAt(score, knots));
  let weights = new Float64Array(size);
  weights[0] = Math.log((events + 0.5) / (total - events + 0.5));
  let value = penalised(groups, rows, weights);
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  for (let step = 0; step < MOST_STEPS; step++) {
    slopesAt({ groups, rows, weights, gradient, hessian });
    if (!choleskyFactor(hessian, size)) break;
    choleskySolve(hessian, size, gradient);
    const found = halved(groups, rows, { weights, step: gradient, value });
    if (found === null) break;
    const gain = found.value - value;
    ({ weights, value } = found);
    if (gain < 1e-10) break;
  }
  return { weights, knots, logLikelihood: likelihood(groups, rows, weights) };
}

/** Share at a score, 0..1. */
export function shareAt({ weights, knots }: LineFit, score: number): number {
  return sigmoid(product(weights, termsAt(score, knots)));
}

/** Akaike's criterion; each knot that was looked for counts as a parameter. */
export const aicOf = ({ weights, knots, logLikelihood }: LineFit): number =>
  2 * (weights.length + knots.length) - 2 * logLikelihood;

function termsAt(score: number, knots: readonly number[]): readonly number[] {
  return [1, score, ...knots.map((knot) => Math.max(0, score - knot))];
}

function product(weights: Float64Array, terms: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < terms.length; i++) sum += weights[i]! * terms[i]!;
  return sum;
}

type Rows = readonly (readonly number[])[];

function likelihood(groups: readonly Group[], rows: Rows, weights: Float64Array): number {
  let sum = 0;
  groups.forEach(({ n, events }, i) => {
    const odds = product(weights, rows[i]!);
    sum += events * odds - n * softplus(odds);
  });
  return sum;
}

function penalised(groups: readonly Group[], rows: Rows, weights: Float64Array): number {
  let squares = 0;
  for (let i = 1; i < weights.length; i++) squares += weights[i]! ** 2;
  return likelihood(groups, rows, weights) - 0.5 * RIDGE * squares;
}

function halved(
  groups: readonly Group[],
  rows: Rows,
  from: {
    readonly weights: Float64Array<ArrayBuffer>;
    readonly step: Float64Array;
    readonly value: number;
  },
) {
  for (let length = 1; length > 1e-6; length /= 2) {
    const weights = from.weights.map((at, i) => at + length * from.step[i]!);
    const value = penalised(groups, rows, weights);
    if (value >= from.value) return { weights, value };
  }
  return null;
}

function slopesAt(at: {
  readonly groups: readonly Group[];
  readonly rows: Rows;
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
  readonly hessian: Float64Array;
}): void {
  const { groups, rows, weights, gradient, hessian } = at;
  const size = weights.length;
  gradient.fill(0);
  hessian.fill(0);
  groups.forEach(({ n, events }, g) => {
    const terms = rows[g]!;
    const share = sigmoid(product(weights, terms));
    const curve = n * share * (1 - share);
    for (let i = 0; i < size; i++) {
      gradient[i]! += (events - n * share) * terms[i]!;
      for (let j = 0; j <= i; j++) hessian[i * size + j]! += curve * terms[i]! * terms[j]!;
    }
  });
  for (let i = 1; i < size; i++) {
    gradient[i]! -= RIDGE * weights[i]!;
    hessian[i * size + i]! += RIDGE;
  }
}
