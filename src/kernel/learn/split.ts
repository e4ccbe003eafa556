import { MISSING_BIN } from "./bins";
import { BINS } from "./tree";

/** Sums of a bin: gradient, curvature and rows, one after the other. */
export const SUMS = 3;

/** Shrinks the mean slope of a rare level when levels are put in order. */
const LEVEL_SMOOTHING = 10;
const LEAST_GAIN = 1e-9;
const LEAST_CURVATURE = 1e-3;

export interface SplitRule {
  readonly leastRows: number;
  /** ridge on the values of leaves */
  readonly ridge: number;
}

export interface Sums {
  readonly gradient: number;
  readonly curvature: number;
  readonly rows: number;
}

export interface FeatureHistogram {
  readonly sums: Float64Array;
  /** where the feature's bins begin, in numbers */
  readonly from: number;
  readonly bins: number;
  readonly isCategory: boolean;
}

export interface Split {
  readonly gain: number;
  /** 1 for the bins that go left */
  readonly goesLeft: Uint8Array;
  readonly left: Sums;
}

const scoreOf = (gradient: number, curvature: number, ridge: number): number =>
  (gradient * gradient) / (curvature + ridge);

/**
 * The best way to part a node's rows by one feature; null when none gains more than `least`.
 *
 * Numbers part at a value, the missing on the side that gains more (with none missing, with the larger side). Categories are
 * put in order of their mean slope and part in it (Fisher, JASA 53, 1958), missing as a level of its own. O(bins log bins).
 */
export function bestSplit(
  histogram: FeatureHistogram,
  whole: Sums,
  rule: SplitRule,
  least: number,
): Split | null {
  const enough = Math.max(LEAST_GAIN, least);
  return histogram.isCategory
    ? categorySplit(histogram, whole, rule, enough)
    : numberSplit(histogram, whole, rule, enough);
}

interface Side {
  gradient: number;
  curvature: number;
  rows: number;
}

const add = (side: Side, sums: Float64Array, at: number): void => {
  side.gradient += sums[at]!;
  side.curvature += sums[at + 1]!;
  side.rows += sums[at + 2]!;
};

const keep = (kept: Side, side: Side): void => {
  kept.gradient = side.gradient;
  kept.curvature = side.curvature;
  kept.rows = side.rows;
};

/** Gain of a side against the rest; −Infinity when one of them is too small. */
function gainOf(side: Side, whole: Sums, { leastRows, ridge }: SplitRule): number {
  const rows = whole.rows - side.rows;
  const curvature = whole.curvature - side.curvature;
  if (side.rows < leastRows || rows < leastRows) return -Infinity;
  if (side.curvature < LEAST_CURVATURE || curvature < LEAST_CURVATURE) return -Infinity;
  return (
    scoreOf(side.gradient, side.curvature, ridge) +
    scoreOf(whole.gradient - side.gradient, curvature, ridge) -
    scoreOf(whole.gradient, whole.curvature, ridge)
  );
}

// One loop over plain numbers: it runs for every feature of every leaf of every tree.
function numberSplit(
  { sums, from, bins }: FeatureHistogram,
  whole: Sums,
  { leastRows, ridge }: SplitRule,
  least: number,
): Split | null {
  const base = scoreOf(whole.gradient, whole.curvature, ridge);
  const start = (from + MISSING_BIN) * SUMS;
  const missing = sums[start + 2]!;
  let best = least;
  let bestBin = -1;
  let missingLeft = false;
  let [bestGradient, bestCurvature, bestRows] = [0, 0, 0];
  for (let way = 0; way < (missing > 0 ? 2 : 1); way++) {
    let gradient = way === 1 ? sums[start]! : 0;
    let curvature = way === 1 ? sums[start + 1]! : 0;
    let rows = way === 1 ? missing : 0;
    for (let bin = 1; bin < bins; bin++) {
      const at = (from + bin) * SUMS;
      const own = sums[at + 2]!;
      if (own === 0) continue;
      gradient += sums[at]!;
      curvature += sums[at + 1]!;
      rows += own;
      if (rows < leastRows) continue;
      if (whole.rows - rows < leastRows) break;
      const rest = whole.curvature - curvature;
      if (curvature < LEAST_CURVATURE || rest < LEAST_CURVATURE) continue;
      const other = whole.gradient - gradient;
      const gain =
        (gradient * gradient) / (curvature + ridge) + (other * other) / (rest + ridge) - base;
      if (gain <= best) continue;
      best = gain;
      bestBin = bin;
      missingLeft = way === 1;
      bestGradient = gradient;
      bestCurvature = curvature;
      bestRows = rows;
    }
  }
  if (bestBin < 0) return null;
  const left = { gradient: bestGradient, curvature: bestCurvature, rows: bestRows };
  if (missing === 0) missingLeft = bestRows * 2 > whole.rows;
  const goesLeft = new Uint8Array(BINS).fill(1, 1, bestBin + 1);
  goesLeft[MISSING_BIN] = missingLeft ? 1 : 0;
  return { gain: best, goesLeft, left };
}

function categorySplit(
  { sums, from, bins }: FeatureHistogram,
  whole: Sums,
  rule: SplitRule,
  least: number,
): Split | null {
  const present: number[] = [];
  for (let bin = 0; bin < bins; bin++) if (sums[(from + bin) * SUMS + 2]! > 0) present.push(bin);
  const slope = (bin: number): number => {
    const at = (from + bin) * SUMS;
    return sums[at]! / (sums[at + 1]! + LEVEL_SMOOTHING);
  };
  present.sort((a, b) => slope(a) - slope(b) || a - b);
  const side: Side = { gradient: 0, curvature: 0, rows: 0 };
  let best = least;
  let bestCount = 0;
  const bestSide: Side = { gradient: 0, curvature: 0, rows: 0 };
  for (let k = 0; k + 1 < present.length; k++) {
    add(side, sums, (from + present[k]!) * SUMS);
    const gain = gainOf(side, whole, rule);
    if (gain <= best) continue;
    best = gain;
    bestCount = k + 1;
    keep(bestSide, side);
  }
  if (bestCount === 0) return null;
  // levels that did not come by here go with the larger side
  const goesLeft = new Uint8Array(BINS).fill(bestSide.rows * 2 > whole.rows ? 1 : 0);
  present.forEach((bin, k) => (goesLeft[bin] = k < bestCount ? 1 : 0));
  return { gain: best, goesLeft, left: bestSide };
}
