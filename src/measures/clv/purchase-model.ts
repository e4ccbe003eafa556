import type { Rng } from "../../kernel/base/rng";
import { minimizeSteps, type Minimum } from "../../kernel/stats/minimize";
import { fitQuality, LOG_LIMIT, type FitQuality } from "./fit-quality";
import { thinned, type PurchaseHistory } from "./purchase-history";

/** Four parameters above 0, in the order of the model's `parameterNames`; times in the unit of the history. */
export type ModelParameters = readonly [number, number, number, number];

/** Sum of the log-likelihood over a history, and its derivatives by the four parameters into `gradient`. */
export type LogLikelihood = (
  parameters: ModelParameters,
  history: PurchaseHistory,
  gradient: Float64Array,
) => number;

/** A model of customers who buy at random, each at its own rate, until they leave unseen ("buy till you die"). */
export interface PurchaseModel {
  readonly id: "bg-nbd" | "mbg-nbd" | "pareto-nbd";
  readonly parameterNames: readonly [string, string, string, string];
  /** which parameters are times: these scale with the unit */
  readonly isTime: readonly [boolean, boolean, boolean, boolean];
  readonly logLikelihood: LogLikelihood;
  /** Probability 0..1 that a customer with x repeats, the last at t_x, is still one at age T. */
  alive(parameters: ModelParameters, x: number, tx: number, age: number): number;
  /** Expected purchases in the next `time` of a customer that is alive at age T with x repeats. */
  expectedIfAlive(parameters: ModelParameters, x: number, age: number, time: number): number;
  /**
   * Expected purchases of such a customer in the next `horizon`, each worth e^(−rate × time until it) of one today.
   * The horizon may be Infinity when the rate is above 0.
   */
  discountedIfAlive(
    parameters: ModelParameters,
    x: number,
    age: number,
    discount: { readonly rate: number; readonly horizon: number },
  ): number;
  /** Probabilities that a new customer makes 0, 1 … `most` repeats in `time`; their sum is at most 1. */
  repeatProbabilities(parameters: ModelParameters, most: number, time: number): Float64Array;
  /** A customer of the model observed for `age`. */
  simulate(parameters: ModelParameters, age: number, rng: Rng): { x: number; tx: number };
}

/** Expected repeat purchases of a new customer in its first `time`. */
export function expectedOfNew(
  model: PurchaseModel,
  parameters: ModelParameters,
  time: number,
): number {
  return model.alive(parameters, 0, 0, 0) * model.expectedIfAlive(parameters, 0, 0, time);
}

export interface ModelFit {
  readonly parameters: ModelParameters;
  readonly logLikelihood: number;
  readonly quality: FitQuality;
  /** starts that ended at this maximum, of how many */
  readonly agreeing: number;
  readonly starts: number;
}

/** On log-parameters, times in mean ages. */
const STARTS: readonly ModelParameters[] = [
  [1, 1, 1, 1],
  [0.3, 0.2, 0.6, 2],
  [3, 0.5, 0.3, 4],
  [0.7, 0.3, 2, 8],
];
/** Log-likelihoods closer than this are the same maximum. */
const SAME = 1e-3;
/** Customers on whom the starts are tried; more would tell the maxima apart no better. */
const MOST_TRIED = 8_000;

/**
 * Maximum likelihood on log-parameters with time in mean ages, from several starts. Of a large base the starts are tried on some of the
 * customers, and the best end is followed to the maximum of all.
 *
 * @param from parameters to begin with, and only with these: for refits near a known maximum
 * @yields between steps of the search: one pass over the history each
 */
export function* fitModel(
  model: PurchaseModel,
  history: PurchaseHistory,
  from: ModelParameters | null = null,
): Generator<void, ModelFit, void> {
  const scale = meanAge(history);
  const scaled: PurchaseHistory = {
    ...history,
    recencies: history.recencies.map((time) => time / scale),
    ages: history.ages.map((time) => time / scale),
  };
  const customers = sum(history.weights);
  const objective = negativeMeanLogLikelihood(model, scaled, customers);
  const starts = from === null ? STARTS : [inUnits(model, from, 1 / scale)];
  const some = from === null ? thinned(scaled, MOST_TRIED) : scaled;
  const tried = some === scaled ? objective : negativeMeanLogLikelihood(model, some, MOST_TRIED);
  const ends: Minimum[] = [];
  for (const start of starts) ends.push(yield* minimizeSteps(tried, start.map(Math.log)));
  const near = ends.reduce((one, other) => (other.value < one.value ? other : one));
  const best = some === scaled ? near : yield* minimizeSteps(objective, near.point);
  return {
    parameters: inUnits(model, asParameters(best.point), scale),
    // the density of x purchases has the unit time^−x
    logLikelihood: -best.value * customers - repeatCount(history) * Math.log(scale),
    quality: fitQuality(best),
    agreeing: ends.filter((end) => (end.value - near.value) * sum(some.weights) < SAME).length,
    starts: ends.length,
  };
}

function negativeMeanLogLikelihood(
  model: PurchaseModel,
  history: PurchaseHistory,
  customers: number,
): (point: Float64Array, gradient: Float64Array) => number {
  return (point, gradient) => {
    if (point.some((log) => Math.abs(log) > LOG_LIMIT)) return Infinity;
    const parameters = asParameters(point);
    const value = model.logLikelihood(parameters, history, gradient);
    for (let i = 0; i < gradient.length; i++) gradient[i]! *= -parameters[i]! / customers;
    return Number.isNaN(value) ? Infinity : -value / customers;
  };
}

function asParameters(point: Float64Array): ModelParameters {
  return [Math.exp(point[0]!), Math.exp(point[1]!), Math.exp(point[2]!), Math.exp(point[3]!)];
}

function inUnits(
  { isTime }: PurchaseModel,
  [a, b, c, d]: ModelParameters,
  scale: number,
): ModelParameters {
  const times = (value: number, i: 0 | 1 | 2 | 3): number => (isTime[i] ? value * scale : value);
  return [times(a, 0), times(b, 1), times(c, 2), times(d, 3)];
}

function meanAge({ ages, weights }: PurchaseHistory): number {
  let total = 0;
  for (let i = 0; i < ages.length; i++) total += ages[i]! * weights[i]!;
  const mean = total / sum(weights);
  // a base whose customers all came on the last day has no time at all
  return mean > 0 ? mean : 1;
}

function repeatCount({ repeats, weights }: PurchaseHistory): number {
  let total = 0;
  for (let i = 0; i < repeats.length; i++) total += repeats[i]! * weights[i]!;
  return total;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
