import { finished } from "../base/finished";
import { risingBlocks } from "../stats/isotonic";
import { sigmoid } from "../stats/logistic-function";
import { logisticLineSteps, type LogisticLine } from "../stats/logistic-line";
import { ascendingOrder } from "../stats/rank";

/** Turns a log-odds score into a chance. */
export type Calibration =
  | { readonly kind: "none" }
  | { readonly kind: "platt"; readonly slope: number; readonly intercept: number }
  | { readonly kind: "isotonic"; readonly scores: Float64Array; readonly chances: Float64Array };

/** The chance that a calibration gives to a score, 0..1. O(log knots). */
export function calibrated(calibration: Calibration, score: number): number {
  switch (calibration.kind) {
    case "none":
      return sigmoid(score);
    case "platt":
      return sigmoid(calibration.intercept + calibration.slope * score);
    case "isotonic":
      return interpolated(calibration.scores, calibration.chances, score);
  }
}

function interpolated(xs: Float64Array, ys: Float64Array, x: number): number {
  const last = xs.length - 1;
  if (last < 0) return sigmoid(x);
  if (x <= xs[0]!) return ys[0]!;
  if (x >= xs[last]!) return ys[last]!;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (xs[middle]! <= x) low = middle;
    else high = middle;
  }
  const part = (x - xs[low]!) / (xs[high]! - xs[low]!);
  return ys[low]! + part * (ys[high]! - ys[low]!);
}

/** Slopes beyond this are those of scores that the events part wholly. */
const STEEPEST = 1e4;

/**
 * Logistic regression of events on one score: intercept and slope of log-odds.
 *
 * @param targets  wanted chance of each row, 0..1
 * @returns null when it does not converge (all targets alike, or separated scores)
 * @yields after every step
 */
export function* calibrationLineSteps(
  scores: Float64Array,
  targets: Float64Array,
): Generator<void, LogisticLine | null, void> {
  let mean = 0;
  for (const target of targets) mean += target / targets.length;
  if (!(mean > 0 && mean < 1)) return null;
  const { line, isConverged } = yield* logisticLineSteps({
    scores,
    shares: targets,
    weights: null,
  });
  return isConverged && Math.abs(line.slope) < STEEPEST ? line : null;
}

/**
 * Platt's calibration: a line through the log-odds, fitted to targets drawn in a little from 0 and 1.
 *
 * @param scores  log-odds of rows that the model was not fitted on
 * @returns `none` when no line can be fitted or it would turn the ranking round
 *
 * Platt, in *Advances in Large Margin Classifiers*, 1999; Lin, Lin & Weng, Machine Learning 68, 2007.
 */
export function plattCalibration(scores: Float64Array, labels: Uint8Array): Calibration {
  let events = 0;
  for (const label of labels) events += label;
  const others = labels.length - events;
  const targets = Float64Array.from(labels, (label) =>
    label === 1 ? (events + 1) / (events + 2) : 1 / (others + 2),
  );
  const line = finished(calibrationLineSteps(scores, targets));
  return line === null || !(line.slope > 0) ? { kind: "none" } : { kind: "platt", ...line };
}

/**
 * Isotonic calibration: the rising step function nearest to the labels (pool adjacent violators), straight between blocks.
 *
 * @param scores  log-odds of rows that the model was not fitted on; equal scores are pooled first
 *
 * O(n log n). Ayer et al., Ann. Math. Stat. 26, 1955; Zadrozny & Elkan, KDD 2002. Makes ties: the ranking within a block is lost.
 */
export function isotonicCalibration(scores: Float64Array, labels: Uint8Array): Calibration {
  const order = ascendingOrder(scores);
  const distinct = new Float64Array(order.length);
  const sums = new Float64Array(order.length);
  const counts = new Float64Array(order.length);
  let groups = 0;
  for (const row of order) {
    const score = scores[row]!;
    if (groups === 0 || distinct[groups - 1] !== score) distinct[groups++] = score;
    sums[groups - 1]! += labels[row]!;
    counts[groups - 1]!++;
  }
  const xs: number[] = [];
  const ys: number[] = [];
  for (const { from, to, mean } of risingBlocks(
    sums.subarray(0, groups),
    counts.subarray(0, groups),
  )) {
    xs.push(distinct[from]!);
    ys.push(mean);
    if (to - from < 2) continue;
    xs.push(distinct[to - 1]!);
    ys.push(mean);
  }
  return { kind: "isotonic", scores: Float64Array.from(xs), chances: Float64Array.from(ys) };
}
