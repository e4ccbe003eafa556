import { finished } from "../base/finished";
import type { Feature, NumberFeature } from "./feature";

/** Bin 0 of every feature is "missing". */
export const MISSING_BIN = 0;
/** Bins of a feature besides the missing one. */
const MOST_BINS = 254;
/** Values looked at for the cuts of a number. */
const SAMPLE = 50_000;

interface FeatureBins {
  /** numbers: ascending upper ends of all bins but the last; a value above k of them is in bin k + 1 */
  readonly cuts: Float64Array;
  /** categories: bin of each level; null for numbers */
  readonly binOfLevel: Uint8Array | null;
  /** bins in use, the missing one included */
  readonly count: number;
}

/** How features become small whole numbers; learnt from some rows and used on any. */
export interface Binning {
  readonly features: readonly FeatureBins[];
}

/** Bins of all rows: `bins[feature][row]`. */
export type BinnedRows = readonly Uint8Array[];

/**
 * Learns the bins: numbers at quantiles (every distinct value its own while there are few), categories one a level.
 *
 * @param rows  the rows to learn from
 *
 * Levels beyond the 254th most frequent, and levels not seen, count as missing. O(rows × features).
 */
export const learnBins = (features: readonly Feature[], rows: Uint32Array): Binning =>
  finished(learnBinsSteps(features, rows));

/** As `learnBins`; yields after every feature. */
export function* learnBinsSteps(
  features: readonly Feature[],
  rows: Uint32Array,
): Generator<void, Binning, void> {
  const learnt: FeatureBins[] = [];
  for (const feature of features) {
    learnt.push(binsOf(feature, rows));
    yield;
  }
  return { features: learnt };
}

function binsOf(feature: Feature, rows: Uint32Array): FeatureBins {
  if (feature.kind === "number") {
    const cuts = cutsOf(feature, rows);
    return { cuts, binOfLevel: null, count: cuts.length + 2 };
  }
  const seen = new Uint32Array(feature.levels.length);
  for (const row of rows) if (feature.codes[row]! >= 0) seen[feature.codes[row]!]!++;
  const kept = Array.from(seen.keys())
    .filter((level) => seen[level]! > 0)
    .sort((a, b) => seen[b]! - seen[a]! || a - b)
    .slice(0, MOST_BINS)
    .sort((a, b) => a - b);
  const binOfLevel = new Uint8Array(feature.levels.length);
  kept.forEach((level, i) => (binOfLevel[level] = i + 1));
  return { cuts: new Float64Array(0), binOfLevel, count: kept.length + 1 };
}

function cutsOf({ values }: NumberFeature, rows: Uint32Array): Float64Array {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const known: number[] = [];
  for (let i = 0; i < rows.length; i += step) {
    const value = values[rows[i]!]!;
    if (value === value) known.push(value);
  }
  const sorted = Float64Array.from(known).sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= MOST_BINS) {
    return Float64Array.from({ length: Math.max(0, distinct.length - 1) }, (_, i) =>
      middle(distinct[i]!, distinct[i + 1]!),
    );
  }
  const cuts: number[] = [];
  for (let bin = 1; bin < MOST_BINS; bin++) {
    const at = Math.floor((sorted.length * bin) / MOST_BINS);
    const [below, above] = [sorted[at - 1]!, sorted[at]!];
    const cut = below === above ? above : middle(below, above);
    if (cut !== cuts.at(-1) && cut < sorted.at(-1)!) cuts.push(cut);
  }
  return Float64Array.from(cuts);
}

/** Between two different numbers, never above the larger though they be neighbours. */
function middle(below: number, above: number): number {
  const between = below + (above - below) / 2;
  return between < above ? between : below;
}

/** Bins of rows of features: entry i of each array is row `rows[i]`. O(rows × features × log bins). */
export const binRows = (
  binning: Binning,
  features: readonly Feature[],
  rows: Uint32Array,
): BinnedRows => finished(binRowsSteps(binning, features, rows));

/** As `binRows`; yields after every feature. */
export function* binRowsSteps(
  { features: learnt }: Binning,
  features: readonly Feature[],
  rows: Uint32Array,
): Generator<void, BinnedRows, void> {
  const binned: Uint8Array[] = [];
  for (const [f, feature] of features.entries()) {
    const { cuts, binOfLevel } = learnt[f]!;
    const bins = new Uint8Array(rows.length);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (feature.kind === "number") bins[i] = binOfNumber(cuts, feature.values[row]!);
      else {
        const code = feature.codes[row]!;
        bins[i] = code < 0 || binOfLevel === null ? MISSING_BIN : binOfLevel[code]!;
      }
    }
    binned.push(bins);
    yield;
  }
  return binned;
}

function binOfNumber(cuts: Float64Array, value: number): number {
  if (value !== value) return MISSING_BIN;
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const at = (low + high) >> 1;
    if (value <= cuts[at]!) high = at;
    else low = at + 1;
  }
  return low + 1;
}
