import type { CategoryFeature, Feature, NumberFeature } from "./feature";

/**
 * How one property is spread over some rows, small enough to be kept: counts by bin. The last bin holds the rows without a value, of
 * words the one before it all words without a bin of their own.
 */
export type Profile =
  | {
      readonly kind: "number";
      /** ascending upper ends of all bins but the last; a value at an end is below it */
      readonly cuts: readonly number[];
      readonly counts: readonly number[];
    }
  | {
      readonly kind: "category";
      /** the most frequent first */
      readonly levels: readonly string[];
      readonly counts: readonly number[];
    };

const BINS = 10;
/** Rows looked at for the ends of the bins of a number; all are counted in them. */
const SAMPLE = 20_000;

/**
 * The spread of a property over some rows, in bins made for it: tenths of the rows of a number, the ten most frequent words.
 *
 * O(rows log rows).
 */
export function profileOf(feature: Feature, rows: Uint32Array): Profile {
  if (feature.kind === "number") {
    const cuts = tenths(feature, rows);
    return { kind: "number", cuts, counts: numberCounts(cuts, feature, rows) };
  }
  const seen = new Float64Array(feature.levels.length);
  for (let i = 0; i < rows.length; i++) {
    const code = feature.codes[rows[i]!]!;
    if (code >= 0) seen[code]!++;
  }
  const levels = Array.from(seen.keys())
    .filter((level) => seen[level]! > 0)
    .sort((a, b) => seen[b]! - seen[a]! || (feature.levels[a]! < feature.levels[b]! ? -1 : 1))
    .slice(0, BINS)
    .map((level) => feature.levels[level]!);
  return { kind: "category", levels, counts: levelCounts(levels, feature, rows) };
}

/** Counts of other rows in the bins of a profile; null where the property has become one of another kind. O(rows). */
export function countsIn(
  profile: Profile,
  feature: Feature,
  rows: Uint32Array,
): readonly number[] | null {
  if (profile.kind === "number") {
    return feature.kind === "number" ? numberCounts(profile.cuts, feature, rows) : null;
  }
  return feature.kind === "category" ? levelCounts(profile.levels, feature, rows) : null;
}

function tenths({ values }: NumberFeature, rows: Uint32Array): number[] {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  const known = new Float64Array(Math.ceil(rows.length / step));
  let count = 0;
  for (let i = 0; i < rows.length; i += step) {
    const value = values[rows[i]!]!;
    if (value === value) known[count++] = value;
  }
  const sorted = known.subarray(0, count).sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS && count > 0; bin++) {
    const cut = sorted[Math.ceil((count * bin) / BINS) - 1]!;
    if (cut !== cuts.at(-1) && cut < sorted[count - 1]!) cuts.push(cut);
  }
  return cuts;
}

function numberCounts(
  cuts: readonly number[],
  { values }: NumberFeature,
  rows: Uint32Array,
): number[] {
  const counts = new Array<number>(cuts.length + 2).fill(0);
  const missing = counts.length - 1;
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]!]!;
    let bin = missing;
    if (value === value) for (bin = 0; bin < cuts.length && value > cuts[bin]!;) bin++;
    counts[bin]!++;
  }
  return counts;
}

function levelCounts(
  levels: readonly string[],
  { codes, levels: words }: CategoryFeature,
  rows: Uint32Array,
): number[] {
  const counts = new Array<number>(levels.length + 2).fill(0);
  const [others, missing] = [levels.length, levels.length + 1];
  const binOfCode = Int32Array.from(words, (word) => {
    const at = levels.indexOf(word);
    return at < 0 ? others : at;
  });
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]!]!;
    counts[code < 0 ? missing : binOfCode[code]!]!++;
  }
  return counts;
}
