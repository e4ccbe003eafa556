import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { chanceOfSoMany } from "../../kernel/stats/fisher-exact";
import { risingBlocks } from "../../kernel/stats/isotonic";
import { sigmoid } from "../../kernel/stats/logistic-function";
import { logisticLine } from "../../kernel/stats/logistic-line";
import { normalTwoSided } from "../../kernel/stats/normal";
import { shareDifference } from "../../kernel/stats/share-difference";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { STEP_HOURS, type Border, type StepLine } from "./spec";

/** Each side of a border needs so many, and a trend so many in all. */
const FEWEST_A_SIDE = 10;
const FEWEST_OF_TREND = 20;
const FALSE_DISCOVERY = 0.05;
const Z_95 = 1.959963984540054;
/** Shorter waits count as this: nobody feels the difference, and the logarithm would. */
const SHORTEST_HOURS = 0.25;

/** Waits in hours, ascending, and what came of each; of one length. */
export interface Doses {
  readonly hours: Float64Array;
  readonly hits: Uint8Array;
}

/** Place of the step of a wait: the first whose end it does not pass. */
export function stepOf(hours: number): number {
  const place = STEP_HOURS.findIndex((end) => hours <= end);
  return place < 0 ? STEP_HOURS.length : place;
}

export const stepId = (place: number): string => {
  const end = STEP_HOURS[place];
  return end === undefined ? "more" : String(end);
};

/** The steps that anybody waited, with the falling fit over them. */
export function stepLines({ hours, hits }: Doses): readonly StepLine[] {
  const n = new Float64Array(STEP_HOURS.length + 1);
  const kept = new Float64Array(STEP_HOURS.length + 1);
  hours.forEach((wait, i) => {
    n[stepOf(wait)]!++;
    kept[stepOf(wait)]! += hits[i]!;
  });
  const places = [...n.keys()].filter((place) => n[place]! > 0);
  const falling = fallingShares(
    places.map((place) => kept[place]!),
    places.map((place) => n[place]!),
  );
  return places.map((place, k): StepLine => {
    const end = STEP_HOURS[place];
    return {
      id: stepId(place),
      fromHours: place === 0 ? 0 : STEP_HOURS[place - 1]!,
      toHours: end === undefined ? null : end,
      n: n[place]!,
      hits: kept[place]!,
      share: kept[place]! / n[place]!,
      ...wilsonInterval(kept[place]!, n[place]!),
      falling: falling[k]!,
    };
  });
}

/** Pool adjacent violators from the longest wait on. */
function fallingShares(sums: readonly number[], weights: readonly number[]): readonly number[] {
  const blocks = risingBlocks(
    Float64Array.from(sums.toReversed()),
    Float64Array.from(weights.toReversed()),
  );
  return blocks
    .flatMap(({ from, to, mean }) => Array.from({ length: to - from }, () => mean))
    .toReversed();
}

/** Odds of the outcome with each doubling of the wait. */
export interface DoublingEffect {
  readonly odds: number;
  readonly low: number;
  readonly high: number;
  /** likelihood-ratio test of no relation */
  readonly pValue: number;
}

/**
 * Logistic regression of the outcome on log₂ of the wait; Wald interval, likelihood-ratio test.
 *
 * @returns null with fewer than 20, or where all outcomes or all waits are alike
 */
export function doublingEffect({ hours, hits }: Doses): DoublingEffect | null {
  const n = hours.length;
  const all = hits.reduce((sum, hit) => sum + hit, 0);
  if (n < FEWEST_OF_TREND || all === 0 || all === n) return null;
  const scores = hours.map((wait) => Math.log2(Math.max(wait, SHORTEST_HOURS)));
  const { line, logLikelihood, isConverged } = logisticLine({
    scores,
    shares: Float64Array.from(hits),
    weights: null,
  });
  const error = slopeError(scores, line);
  if (!isConverged || error === null) return null;
  const share = all / n;
  const flat = all * Math.log(share) + (n - all) * Math.log(1 - share);
  const ratio = Math.max(0, 2 * (logLikelihood - flat));
  return {
    odds: Math.exp(line.slope),
    low: Math.exp(line.slope - Z_95 * error),
    high: Math.exp(line.slope + Z_95 * error),
    pValue: normalTwoSided(Math.sqrt(ratio)),
  };
}

/** Standard error of the slope from the expected information; null when the scores are all alike. */
function slopeError(
  scores: Float64Array,
  { slope, intercept }: { readonly slope: number; readonly intercept: number },
): number | null {
  let [h00, h01, h11] = [0, 0, 0];
  for (const score of scores) {
    const chance = sigmoid(intercept + slope * score);
    const curve = chance * (1 - chance);
    h00 += curve;
    h01 += curve * score;
    h11 += curve * score * score;
  }
  const determinant = h00 * h11 - h01 * h01;
  return determinant > 1e-12 * h00 * h11 ? Math.sqrt(h00 / determinant) : null;
}

/**
 * The border that divides best: within it clearly more than beyond it.
 *
 * @returns of the ends of steps with at least 10 on each side and a false-discovery rate of Fisher's one-sided exact test of at
 *   most 5 %, the one with the smallest chance; null without any
 */
export function clearBorder(doses: Doses): Border | null {
  const borders = STEP_HOURS.flatMap((hours) => {
    const size = doses.hours.filter((wait) => wait <= hours).length;
    const rest = doses.hours.length - size;
    if (size < FEWEST_A_SIDE || rest < FEWEST_A_SIDE) return [];
    const within = { n: size, hits: sum(doses.hits.subarray(0, size)) };
    const beyond = { n: rest, hits: sum(doses.hits.subarray(size)) };
    return [{ hours, within, beyond, chance: chanceAt(within, beyond) }];
  });
  const rates = falseDiscoveryRates(borders.map(({ chance }) => chance));
  const clear = borders
    .map((border, i) => ({ ...border, qValue: rates[i]! }))
    .filter(({ qValue }) => qValue <= FALSE_DISCOVERY)
    .sort((a, b) => a.chance - b.chance)[0];
  if (clear === undefined) return null;
  const { hours, within, beyond, qValue } = clear;
  const inner = doublingEffect({
    hours: doses.hours.subarray(0, within.n),
    hits: doses.hits.subarray(0, within.n),
  });
  return {
    hours,
    within,
    beyond,
    difference: shareDifference(
      { hits: within.hits, size: within.n },
      { hits: beyond.hits, size: beyond.n },
    ),
    qValue,
    withinP: inner === null ? null : inner.pValue,
  };
}

const sum = (hits: Uint8Array): number => hits.reduce((all, hit) => all + hit, 0);

const chanceAt = (within: Border["within"], beyond: Border["beyond"]): number =>
  chanceOfSoMany({
    hits: within.hits,
    size: within.n,
    allHits: within.hits + beyond.hits,
    all: within.n + beyond.n,
  });
