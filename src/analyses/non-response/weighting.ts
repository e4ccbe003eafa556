import { choleskyFactor, choleskySolve } from "../../kernel/stats/cholesky";
import { encodeRows, learnEncoding, type Design, type Encoding } from "../../kernel/learn/encoder";
import type { Feature } from "../../kernel/learn/feature";
import { fitLogistic, logOddsOf, type LogisticFit } from "../../kernel/learn/logistic";
import { sigmoid } from "../../kernel/stats/logistic-function";

/** The ridge on standardised columns: a hand of rows, so that a group of which nobody answered has a chance above 0. */
const PENALTY = 1;

/** A logistic regression of having answered. Its rows are places in the frame. */
export function* chancesOf(
  features: readonly Feature[],
  hasAnswered: Uint8Array,
  penalty: number = PENALTY,
): Generator<void, Pick<Weighting, "encoding" | "design" | "fit">, void> {
  const rows = Uint32Array.from(hasAnswered, (_, row) => row);
  const encoding = learnEncoding(features, rows);
  const design = encodeRows(encoding, features, rows);
  const fit = yield* fitLogistic({ design, labels: hasAnswered, rows, penalty });
  return { encoding, design, fit };
}

/** Chances to answer by place in the frame, and the weights made of them. */
export interface Weighting {
  readonly encoding: Encoding;
  readonly design: Design;
  readonly fit: LogisticFit;
  readonly penalty: number;
  /** 0..1, above 0 */
  readonly chances: Float64Array<ArrayBuffer>;
  /** of those that answered: 1 ÷ chance, at most the cap, with mean 1; 0 for the silent */
  readonly weights: Float64Array<ArrayBuffer>;
  /** 1: the weight was cut down to the cap */
  readonly isTrimmed: Uint8Array<ArrayBuffer>;
  readonly trimmed: number;
  /** before trimming, in mean weights */
  readonly largest: number;
}

interface Asked {
  readonly features: readonly Feature[];
  /** 1 = answered, by place in the frame */
  readonly hasAnswered: Uint8Array;
  readonly mostWeight: number;
  readonly penalty?: number;
}

/**
 * Inverse-propensity weights: who answers although few like them do speaks for more.
 *
 * @yields between slices of the fit
 *
 * Weights above `mostWeight` times their mean are cut down to that (Potter 1990), so that no single answer carries the score; what
 * is then left of the difference stays in it. Little & Rubin 2002, section 3.3.
 */
export function* weighting(asked: Asked): Generator<void, Weighting, void> {
  const { features, hasAnswered, mostWeight, penalty = PENALTY } = asked;
  const { encoding, design, fit } = yield* chancesOf(features, hasAnswered, penalty);
  const n = hasAnswered.length;
  const chances = new Float64Array(n);
  const weights = new Float64Array(n);
  let [sum, answered] = [0, 0];
  for (let i = 0; i < n; i++) {
    chances[i] = sigmoid(logOddsOf(design, fit.weights, fit.intercept, i));
    if (hasAnswered[i] === 0) continue;
    weights[i] = 1 / chances[i]!;
    sum += weights[i]!;
    answered++;
  }
  const cap = (mostWeight * sum) / answered;
  const isTrimmed = new Uint8Array(n);
  let [trimmed, kept, largest] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    largest = Math.max(largest, weights[i]!);
    if (weights[i]! > cap) {
      weights[i] = cap;
      isTrimmed[i] = 1;
      trimmed++;
    }
    kept += weights[i]!;
  }
  for (let i = 0; i < n; i++) weights[i]! *= answered / kept;
  const relative = (largest * answered) / sum;
  const made = { encoding, design, fit, penalty, chances, weights, isTrimmed, trimmed };
  return { ...made, largest: relative };
}

/** Both means with their errors. */
export interface WeightedMeans {
  readonly raw: number;
  readonly rawError: number;
  readonly weighted: number;
  readonly weightedError: number;
  /** of raw − weighted */
  readonly differenceError: number;
  /** answers of equal weight that would be as exact: (Σw)² ÷ Σw² (Kish 1965) */
  readonly effective: number;
}

/**
 * Raw and weighted mean of the answers.
 *
 * @param values       by place in the frame; read where `hasAnswered` is 1
 * @param hasAnswered  1 = answered
 * @returns standard errors by linearisation of the stacked equations of the logistic fit and the weighted mean, so that the weights
 *   being estimated counts; a trimmed weight is taken as given. The error of the difference is that of the two together.
 *
 * ψᵢ = (n ÷ Σw) [rᵢwᵢ(yᵢ − θ) + d·xᵢ(rᵢ − pᵢ)], d = H⁻¹ ∂(Σ r w (y − θ))/∂β. O(n × entries² + columns³). Agrees with a bootstrap of the
 * whole procedure (test). Lunceford & Davidian, Stat. Med. 23, 2004; Wooldridge, J. Econometrics 141, 2007.
 */
export function weightedMeans(
  made: Weighting,
  hasAnswered: Uint8Array,
  values: Float64Array,
): WeightedMeans {
  const { weights } = made;
  const n = hasAnswered.length;
  let [answered, sum, total, weightedSum, squares] = [0, 0, 0, 0, 0];
  for (let i = 0; i < n; i++) {
    if (hasAnswered[i] === 0) continue;
    answered++;
    sum += values[i]!;
    total += weights[i]!;
    weightedSum += weights[i]! * values[i]!;
    squares += weights[i]! ** 2;
  }
  const raw = sum / answered;
  const weighted = weightedSum / total;
  const direction = directionOf(made, hasAnswered, values, weighted);
  let [rawVar, weightedVar, differenceVar] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const has = hasAnswered[i]!;
    const off = has - made.chances[i]!;
    const along = logOddsOf(made.design, direction, direction[made.design.width]!, i) * off;
    const own = has === 0 ? 0 : weights[i]! * (values[i]! - weighted);
    const ofWeighted = (own + along) / total;
    const ofRaw = has === 0 ? 0 : (values[i]! - raw) / answered;
    rawVar += ofRaw ** 2;
    weightedVar += ofWeighted ** 2;
    differenceVar += (ofRaw - ofWeighted) ** 2;
  }
  return {
    raw,
    rawError: Math.sqrt(rawVar),
    weighted,
    weightedError: Math.sqrt(weightedVar),
    differenceError: Math.sqrt(differenceVar),
    effective: (total * total) / squares,
  };
}

/** d of `weightedMeans`; the last entry belongs to the intercept. */
function directionOf(
  { design, chances, weights, isTrimmed, penalty }: Weighting,
  hasAnswered: Uint8Array,
  values: Float64Array,
  weighted: number,
): Float64Array {
  const { width, entries, columns, values: cells } = design;
  const size = width + 1;
  const hessian = new Float64Array(size * size);
  const slope = new Float64Array(size);
  const at = new Uint32Array(entries + 1).fill(width);
  const x = new Float64Array(entries + 1).fill(1);
  for (let i = 0; i < chances.length; i++) {
    for (let k = 0; k < entries; k++) {
      at[k] = columns[i * entries + k]!;
      x[k] = cells[i * entries + k]!;
    }
    const chance = chances[i]!;
    const curve = chance * (1 - chance);
    // w = 1/p falls by (1 − p)/p for each unit of x; the scale of w to mean 1 cancels in d ÷ Σw.
    const isMoved = hasAnswered[i] === 1 && isTrimmed[i] === 0;
    const pull = isMoved ? -weights[i]! * (1 - chance) * (values[i]! - weighted) : 0;
    for (let a = 0; a <= entries; a++) {
      slope[at[a]!]! += pull * x[a]!;
      for (let b = 0; b <= entries; b++) {
        if (at[b]! <= at[a]!) hessian[at[a]! * size + at[b]!]! += curve * x[a]! * x[b]!;
      }
    }
  }
  for (let column = 0; column < width; column++) hessian[column * size + column]! += penalty;
  if (!choleskyFactor(hessian, size)) return new Float64Array(size);
  choleskySolve(hessian, size, slope);
  return slope;
}
