import { ascendingOrder } from "../stats/rank";
import { sigmoid, softplus } from "./logistic";

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

export interface Line {
  readonly slope: number;
  readonly intercept: number;
}

/**
 * Logistic regression of events on one score: intercept and slope of log-odds.
 *
 * @param targets  wanted chance of each row, 0..1
 * @returns null when it does not converge (all targets alike, or separated scores)
 *
 * Newton with halving, two parameters. O(n × steps).
 */
export function logisticLine(scores: Float64Array, targets: Float64Array): Line | null {
  let mean = 0;
  for (const target of targets) mean += target / targets.length;
  if (!(mean > 0 && mean < 1)) return null;
  let line: Line = { intercept: Math.log(mean / (1 - mean)), slope: 0 };
  let loss = lineLoss(scores, targets, line);
  for (let step = 0; step < 100; step++) {
    const move = newtonMove(scores, targets, line);
    if (move === null) return null;
    let length = 1;
    let next = line;
    let nextLoss = Infinity;
    for (let halving = 0; halving < 40 && !(nextLoss <= loss); halving++, length /= 2) {
      next = {
        intercept: line.intercept - length * move.intercept,
        slope: line.slope - length * move.slope,
      };
      nextLoss = lineLoss(scores, targets, next);
    }
    if (!(nextLoss <= loss)) return line;
    line = next;
    const gain = loss - nextLoss;
    loss = nextLoss;
    if (gain < 1e-12 * (1 + loss)) return Math.abs(line.slope) < 1e4 ? line : null;
  }
  return null;
}

function lineLoss(scores: Float64Array, targets: Float64Array, line: Line): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const odds = line.intercept + line.slope * scores[i]!;
    sum += softplus(odds) - targets[i]! * odds;
  }
  return sum;
}

function newtonMove(scores: Float64Array, targets: Float64Array, line: Line): Line | null {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    const chance = sigmoid(line.intercept + line.slope * score);
    const off = chance - targets[i]!;
    const curve = chance * (1 - chance);
    g0 += off;
    g1 += off * score;
    h00 += curve;
    h01 += curve * score;
    h11 += curve * score * score;
  }
  const determinant = h00 * h11 - h01 * h01;
  if (!(determinant > 1e-14 * h00 * h11)) return null;
  return {
    intercept: (h11 * g0 - h01 * g1) / determinant,
    slope: (h00 * g1 - h01 * g0) / determinant,
  };
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
  const line = logisticLine(scores, targets);
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
  const lows: number[] = [];
  const highs: number[] = [];
  const sums: number[] = [];
  const counts: number[] = [];
  for (let k = 0; k < order.length;) {
    const score = scores[order[k]!]!;
    let [sum, count] = [0, 0];
    for (; k < order.length && scores[order[k]!] === score; k++) {
      sum += labels[order[k]!]!;
      count++;
    }
    let low = score;
    while (sums.length > 0 && sums.at(-1)! * count >= sum * counts.at(-1)!) {
      sum += sums.pop()!;
      count += counts.pop()!;
      low = lows.pop()!;
      highs.pop();
    }
    lows.push(low);
    highs.push(score);
    sums.push(sum);
    counts.push(count);
  }
  const xs: number[] = [];
  const ys: number[] = [];
  lows.forEach((low, block) => {
    const chance = sums[block]! / counts[block]!;
    xs.push(low);
    ys.push(chance);
    if (highs[block]! > low) {
      xs.push(highs[block]!);
      ys.push(chance);
    }
  });
  return { kind: "isotonic", scores: Float64Array.from(xs), chances: Float64Array.from(ys) };
}
