import { finished } from "../base/finished";
import { sigmoid, softplus } from "./logistic-function";

/** How many of some rows with one score it happened to. All of length n. */
export interface ScoredEvents {
  readonly scores: Float64Array;
  /** share of the rows, 0..1 */
  readonly shares: Float64Array;
  /** rows, above 0; null: one each */
  readonly weights: Float64Array | null;
}

/** Log-odds of an event as a straight line over a score. */
export interface LogisticLine {
  readonly slope: number;
  readonly intercept: number;
}

export interface LogisticLineFit {
  readonly line: LogisticLine;
  readonly logLikelihood: number;
  /** false: scores that are all alike or wholly apart; the line is the best that was met */
  readonly isConverged: boolean;
}

const MOST_STEPS = 100;
const HALVINGS = 40;

/**
 * Logistic regression of events on one score: intercept and slope of log-odds, maximum likelihood.
 *
 * @param events  the mean of `shares` strictly between 0 and 1
 *
 * @yields after every step
 *
 * Newton with halving, two parameters. O(n × steps).
 */
export function* logisticLineSteps(events: ScoredEvents): Generator<void, LogisticLineFit, void> {
  const { scores, shares, weights } = events;
  let [rows, total] = [0, 0];
  for (let i = 0; i < scores.length; i++) {
    const weight = weights === null ? 1 : weights[i]!;
    rows += weight;
    total += weight * shares[i]!;
  }
  const mean = total / rows;
  let line: LogisticLine = { intercept: Math.log(mean / (1 - mean)), slope: 0 };
  let loss = lineLoss(events, line);
  for (let step = 0; step < MOST_STEPS; step++) {
    yield;
    const move = newtonMove(events, line);
    if (move === null) break;
    let length = 1;
    let next = line;
    let nextLoss = Infinity;
    for (let halving = 0; halving < HALVINGS && !(nextLoss <= loss); halving++, length /= 2) {
      next = {
        intercept: line.intercept - length * move.intercept,
        slope: line.slope - length * move.slope,
      };
      nextLoss = lineLoss(events, next);
    }
    if (!(nextLoss <= loss)) return { line, logLikelihood: -loss, isConverged: true };
    line = next;
    const gain = loss - nextLoss;
    loss = nextLoss;
    if (gain < 1e-12 * (1 + loss)) return { line, logLikelihood: -loss, isConverged: true };
  }
  return { line, logLikelihood: -loss, isConverged: false };
}

/** As `logisticLineSteps`, at once. */
export const logisticLine = (events: ScoredEvents): LogisticLineFit =>
  finished(logisticLineSteps(events));

function lineLoss({ scores, shares, weights }: ScoredEvents, line: LogisticLine): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) {
    const odds = line.intercept + line.slope * scores[i]!;
    const loss = softplus(odds) - shares[i]! * odds;
    sum += weights === null ? loss : weights[i]! * loss;
  }
  return sum;
}

function newtonMove(
  { scores, shares, weights }: ScoredEvents,
  line: LogisticLine,
): LogisticLine | null {
  let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
  for (let i = 0; i < scores.length; i++) {
    const score = scores[i]!;
    const weight = weights === null ? 1 : weights[i]!;
    const chance = sigmoid(line.intercept + line.slope * score);
    const off = weight * (chance - shares[i]!);
    const curve = weight * chance * (1 - chance);
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
