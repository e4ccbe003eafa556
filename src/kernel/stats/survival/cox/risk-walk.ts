import type { CoxSample } from "./sample";

/** How events at the same time are reckoned. */
export type CoxTies = "efron" | "breslow";

/** What one time with events adds, in standardised units. Valid until the next step. */
export interface EventTime {
  readonly stratum: number;
  time: number;
  events: number;
  /** part of the log-likelihood */
  logLikelihood: number;
  /** what the baseline hazard rises by, for a subject at the means */
  hazard: number;
  /** part of the score, and of the information (row by row, lower triangle) */
  readonly score: Float64Array;
  readonly information: Float64Array;
}

/** Rows that are walked between two yields, times their columns squared. */
const WORK_A_SLICE = 250_000;

/** Σ of weights, of weighted columns, and of their products (lower triangle). */
interface WeightedSums {
  total: number;
  readonly columns: Float64Array;
  readonly products: Float64Array;
}

/** Over who is at risk, and over who leaves now. */
interface Sums {
  readonly risk: WeightedSums;
  readonly left: WeightedSums;
}

/**
 * Walks the times with events of every stratum from the last to the first.
 *
 * @param sample  from `coxSample`
 * @param beta    coefficients of the standardised columns
 * @param visit   called for each time with its parts of the partial likelihood
 * @yields now and then, so that the caller can report
 *
 * At risk at t is who entered before t and was seen at t or later. Efron: the l-th of m tied events is taken out of sums that lack
 * l/m of the tied ones; Breslow: out of the full sums. O(n × width²). Cox 1972; Efron 1977; Breslow 1974.
 */
export function* riskWalk(
  sample: CoxSample,
  beta: Float64Array,
  ties: CoxTies,
  visit: (at: EventTime) => void,
): Generator<void, void, void> {
  const { bounds, width } = sample;
  const weights = riskWeights(sample, beta);
  yield;
  let work = 0;
  for (let stratum = 0; stratum + 1 < bounds.length; stratum++) {
    const walk = { sample, weights, ties, visit };
    const sums: Sums = { risk: emptySums(width), left: emptySums(width) };
    const at: EventTime = {
      stratum,
      time: 0,
      events: 0,
      logLikelihood: 0,
      hazard: 0,
      score: new Float64Array(width),
      information: new Float64Array(width * width),
    };
    const end = bounds[stratum + 1]!;
    let removed = bounds[stratum]!;
    for (let place = bounds[stratum]!; place < end;) {
      const from = place;
      place = tiedEnd(sample.ends, place, end);
      removed = leaveEarly(walk, sums, removed, { time: sample.ends[from]!, end });
      takeIn(walk, sums, at, { from, to: place });
      if (at.events > 0) visit(at);
      work += (place - from + 1) * (width * width + 4);
      if (work > WORK_A_SLICE) {
        work = 0;
        yield;
      }
    }
  }
}

interface Walk {
  readonly sample: CoxSample;
  readonly weights: Float64Array;
  readonly ties: CoxTies;
}

const emptySums = (width: number): WeightedSums => ({
  total: 0,
  columns: new Float64Array(width),
  products: new Float64Array(width * width),
});

/** exp of the linear predictor, by place. */
function riskWeights({ n, width, scaled }: CoxSample, beta: Float64Array): Float64Array {
  const weights = new Float64Array(n);
  for (let place = 0; place < n; place++) {
    let sum = 0;
    for (let j = 0; j < width; j++) sum += beta[j]! * scaled[place * width + j]!;
    weights[place] = Math.exp(sum);
  }
  return weights;
}

function tiedEnd(ends: Float64Array, from: number, end: number): number {
  let to = from + 1;
  while (to < end && ends[to] === ends[from]) to++;
  return to;
}

/** Takes out who was not yet in sight at the time. */
function leaveEarly(
  { sample, weights }: Walk,
  sums: Sums,
  from: number,
  { time, end }: { readonly time: number; readonly end: number },
): number {
  const { byEntry, entries } = sample;
  if (byEntry === null || entries === null) return from;
  let next = from;
  while (next < end && entries[byEntry[next]!]! >= time) {
    const place = byEntry[next++]!;
    addRow(sample, place, -weights[place]!, sums.risk);
  }
  return next;
}

function addRow(
  { width, scaled }: CoxSample,
  place: number,
  weight: number,
  sums: WeightedSums,
): void {
  const { columns, products } = sums;
  const at = place * width;
  sums.total += weight;
  for (let j = 0; j < width; j++) {
    const value = weight * scaled[at + j]!;
    columns[j]! += value;
    for (let k = 0; k <= j; k++) products[j * width + k]! += value * scaled[at + k]!;
  }
}

/** Adds the subjects whose sight ends at a time, and reckons its events. */
function takeIn(
  walk: Walk,
  sums: Sums,
  at: EventTime,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  const { sample, weights } = walk;
  const { isEvent, ends, scaled, width } = sample;
  at.time = ends[from]!;
  at.events = 0;
  at.logLikelihood = 0;
  at.hazard = 0;
  at.score.fill(0);
  at.information.fill(0);
  sums.left.total = 0;
  sums.left.columns.fill(0);
  sums.left.products.fill(0);
  for (let place = from; place < to; place++) {
    const weight = weights[place]!;
    addRow(sample, place, weight, sums.risk);
    if (isEvent[place] === 0) continue;
    at.events++;
    at.logLikelihood += Math.log(weight);
    addRow(sample, place, weight, sums.left);
    for (let j = 0; j < width; j++) at.score[j]! += scaled[place * width + j]!;
  }
  for (let l = 0; l < at.events; l++) {
    addEvent(sums, at, walk.ties === "efron" ? l / at.events : 0);
  }
}

/** One event out of the sums, less a share of those who leave now. */
function addEvent({ risk, left }: Sums, at: EventTime, share: number): void {
  const { score, information } = at;
  const width = score.length;
  const total = risk.total - share * left.total;
  at.logLikelihood -= Math.log(total);
  at.hazard += 1 / total;
  for (let j = 0; j < width; j++) {
    const mean = (risk.columns[j]! - share * left.columns[j]!) / total;
    score[j]! -= mean;
    for (let k = 0; k <= j; k++) {
      const cell = j * width + k;
      const other = (risk.columns[k]! - share * left.columns[k]!) / total;
      const product = risk.products[cell]! - share * left.products[cell]!;
      information[cell]! += product / total - mean * other;
    }
  }
}
