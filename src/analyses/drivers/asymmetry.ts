import { inverseOf } from "../../kernel/stats/relative-importance";
import { studentTwoSided } from "../../kernel/stats/student-t";
import type { Matrix } from "./moments";
import type { Asymmetry } from "./spec";

/** A low or a high score of fewer questionnaires than this, or than this share, says nothing about its effect. */
const FEWEST = 20;
const SMALLEST_SHARE = 0.03;
const LEVEL = 0.05;
/** From this many steps on the two highest count as high. */
const LONG_SCALE = 8;
/** Questionnaires between two pauses. */
const SLICE = 20_000;

export interface Ends {
  readonly scaleMin: number;
  readonly scaleMax: number;
}

/**
 * Penalty and reward of each driver: how much lower the outcome is with a low score than with a middling one, how much higher with
 * a high one; all drivers together.
 *
 * @param matrix  outcome as an index 0–100 first, then scores of the drivers
 * @param ends    of the scales of the drivers
 * @returns one a driver; null where low or high scores are too few, or drivers go along with each other exactly
 *
 * outcome = b₀ + Σ (penalty_j [low_j] + reward_j [high_j]); low: below the middle of the scale, high: the highest step, of long
 * scales the two highest. Yields between slices. Sizes are compared by the t test of penalty + reward = 0. O(n p² + p³).
 * Brandt 1987; Mikulić & Prebežac, Managing Service Quality 18(6), 2008.
 */
export function* asymmetries(
  matrix: Matrix,
  ends: readonly Ends[],
): Generator<void, readonly (Asymmetry | null)[], void> {
  const { n, width, values } = matrix;
  const levels = ends.map(({ scaleMin, scaleMax }) => ({
    middle: (scaleMin + scaleMax) / 2,
    high: scaleMax - scaleMin + 1 >= LONG_SCALE ? scaleMax - 1 : scaleMax,
  }));
  const used: number[] = [];
  for (const [j, { middle, high }] of levels.entries()) {
    if (j % 4 === 3) yield;
    let [lows, highs] = [0, 0];
    for (let row = 0, at = 1 + j; row < n; row++, at += width) {
      const value = values[at]!;
      if (value >= high) highs++;
      else if (value < middle) lows++;
    }
    const least = Math.max(FEWEST, SMALLEST_SHARE * n);
    // Without a middling answer there is nothing to be lower or higher than.
    if (lows >= least && highs >= least && n - lows - highs >= least) used.push(j);
  }
  const fit = yield* dummyFit(matrix, used, levels);
  return levels.map((_, j) => {
    const place = used.indexOf(j);
    return fit === null || place < 0 ? null : asymmetryOf(fit, place);
  });
}

interface DummyFit {
  readonly coefficients: Float64Array;
  /** of the coefficients */
  readonly covariance: (i: number, j: number) => number;
  readonly df: number;
}

/** From where on a score is high, and below which it is low. */
interface Level {
  readonly middle: number;
  readonly high: number;
}

function* dummyFit(
  { n, width, values }: Matrix,
  used: readonly number[],
  levels: readonly Level[],
): Generator<void, DummyFit | null, void> {
  const size = 1 + 2 * used.length;
  const df = n - size;
  if (used.length === 0 || df < 1) return null;
  const cross = new Float64Array(size * size);
  const right = new Float64Array(size);
  const set = new Int32Array(used.length + 1);
  let squares = 0;
  const middles = Float64Array.from(used, (j) => levels[j]!.middle);
  const highs = Float64Array.from(used, (j) => levels[j]!.high);
  for (let row = 0; row < n; row++) {
    if (row % SLICE === SLICE - 1) yield;
    const y = values[row * width]!;
    squares += y * y;
    let count = 1;
    for (let k = 0; k < used.length; k++) {
      const value = values[row * width + 1 + used[k]!]!;
      if (value >= highs[k]!) set[count++] = 2 + 2 * k;
      else if (value < middles[k]!) set[count++] = 1 + 2 * k;
    }
    for (let a = 0; a < count; a++) {
      right[set[a]!]! += y;
      for (let b = 0; b < count; b++) cross[set[a]! * size + set[b]!]!++;
    }
  }
  const inverse = inverseOf(cross, size);
  if (inverse === null) return null;
  const coefficients = new Float64Array(size);
  let explained = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) coefficients[i]! += inverse[i * size + j]! * right[j]!;
    explained += coefficients[i]! * right[i]!;
  }
  const variance = Math.max(0, squares - explained) / df;
  return { coefficients, covariance: (i, j) => variance * inverse[i * size + j]!, df };
}

function asymmetryOf({ coefficients, covariance, df }: DummyFit, place: number): Asymmetry {
  const [low, high] = [1 + 2 * place, 2 + 2 * place];
  const pOf = (value: number, variance: number): number =>
    variance > 0 ? studentTwoSided(value / Math.sqrt(variance), df) : 1;
  const penalty = coefficients[low]!;
  const reward = coefficients[high]!;
  const spread = covariance(low, low) + covariance(high, high) + 2 * covariance(low, high);
  const found = {
    penalty,
    penaltyP: pOf(penalty, covariance(low, low)),
    reward,
    rewardP: pOf(reward, covariance(high, high)),
    pValue: pOf(penalty + reward, spread),
  };
  return { ...found, kind: kindOf(found) };
}

function kindOf(found: Omit<Asymmetry, "kind">): Asymmetry["kind"] {
  const { penalty, penaltyP, reward, rewardP, pValue } = found;
  const hurts = penaltyP < LEVEL && penalty < 0;
  const helps = rewardP < LEVEL && reward > 0;
  if (!hurts && !helps) return "none";
  if (pValue >= LEVEL) return "linear";
  return -penalty > reward ? "must-be" : "delight";
}
