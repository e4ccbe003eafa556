import { finished } from "../base/finished";
import type { CategoryFeature, Feature, NumberFeature } from "./feature";

/** What one column of a design says. */
export interface DesignColumn {
  /** index of the feature */
  readonly feature: number;
  /** `value`: the standardised number; `level`: 1 for this level; `missing`: 1 where nothing is known */
  readonly part: "value" | "level" | "missing";
  /** index of the level; −1 otherwise */
  readonly level: number;
}

interface EncodedFeature {
  readonly mean: number;
  /** population standard deviation; 1 for a constant */
  readonly sd: number;
  /** column of the value (numbers); −1 for categories */
  readonly valueColumn: number;
  /** column of the indicator of missing; −1 when nothing was missing in the rows it was learnt from */
  readonly missingColumn: number;
  /** column of each level; −1 for one that was not seen */
  readonly levelColumns: Int32Array;
}

/** How features become columns; learnt from some rows and used on any. */
export interface Encoding {
  readonly features: readonly EncodedFeature[];
  readonly columns: readonly DesignColumn[];
  /** free parameters: a number one, a category its levels less one, an indicator of missing one */
  readonly parameters: number;
}

/**
 * Rows as sparse vectors with exactly one entry a feature: the standardised number, or 1 in the column of the level. Entry
 * k of row i is at i × entries + k; an entry with value 0 says nothing. The columns of a feature come after those of the features
 * before it.
 */
export interface Design {
  readonly rowCount: number;
  readonly width: number;
  readonly entries: number;
  readonly columns: Uint16Array;
  readonly values: Float64Array;
}

/**
 * Learns means, deviations and levels.
 *
 * @param features  as they are for all rows
 * @param rows      the rows to learn from
 * @returns numbers standardised by mean and population deviation, missing ones at the mean with an indicator column; one
 *   column for every level seen (none is dropped: a penalty makes them identifiable), one more for missing
 *
 * O(rows × features).
 */
export const learnEncoding = (features: readonly Feature[], rows: Uint32Array): Encoding =>
  finished(learnEncodingSteps(features, rows));

/** As `learnEncoding`; yields after every feature. */
export function* learnEncodingSteps(
  features: readonly Feature[],
  rows: Uint32Array,
): Generator<void, Encoding, void> {
  const columns: DesignColumn[] = [];
  const encoded: EncodedFeature[] = [];
  let parameters = 0;
  for (const [index, feature] of features.entries()) {
    const from = columns.length;
    const one =
      feature.kind === "number"
        ? learnNumber(feature, rows, columns, index)
        : learnCategory(feature, rows, columns, index);
    const added = columns.length - from;
    parameters += feature.kind === "number" ? added : Math.max(0, added - 1);
    encoded.push(one);
    yield;
  }
  return { features: encoded, columns, parameters };
}

function learnNumber(
  { values }: NumberFeature,
  rows: Uint32Array,
  columns: DesignColumn[],
  feature: number,
): EncodedFeature {
  let [known, sum] = [0, 0];
  for (const row of rows) {
    const value = values[row]!;
    if (value !== value) continue;
    known++;
    sum += value;
  }
  const mean = known === 0 ? 0 : sum / known;
  let squares = 0;
  for (const row of rows) {
    const value = values[row]!;
    if (value === value) squares += (value - mean) ** 2;
  }
  const sd = known === 0 ? 0 : Math.sqrt(squares / known);
  const valueColumn = columns.push({ feature, part: "value", level: -1 }) - 1;
  const missingColumn =
    known < rows.length ? columns.push({ feature, part: "missing", level: -1 }) - 1 : -1;
  return { mean, sd: sd > 0 ? sd : 1, valueColumn, missingColumn, levelColumns: new Int32Array(0) };
}

function learnCategory(
  { codes, levels }: CategoryFeature,
  rows: Uint32Array,
  columns: DesignColumn[],
  feature: number,
): EncodedFeature {
  const seen = new Uint32Array(levels.length);
  let known = 0;
  for (const row of rows) {
    const code = codes[row]!;
    if (code < 0) continue;
    seen[code]!++;
    known++;
  }
  const levelColumns = Int32Array.from(seen, (count, level) =>
    count === 0 ? -1 : columns.push({ feature, part: "level", level }) - 1,
  );
  const missingColumn =
    known < rows.length ? columns.push({ feature, part: "missing", level: -1 }) - 1 : -1;
  return { mean: 0, sd: 1, valueColumn: -1, missingColumn, levelColumns };
}

/** Rows of features in the columns of an encoding; row i of the design is `rows[i]`. O(rows × features). */
export const encodeRows = (
  encoding: Encoding,
  features: readonly Feature[],
  rows: Uint32Array,
): Design => finished(encodeRowsSteps(encoding, features, rows));

/** As `encodeRows`; yields after every feature. */
export function* encodeRowsSteps(
  encoding: Encoding,
  features: readonly Feature[],
  rows: Uint32Array,
): Generator<void, Design, void> {
  const entries = features.length;
  const columns = new Uint16Array(rows.length * entries);
  const values = new Float64Array(rows.length * entries);
  for (const [f, feature] of features.entries()) {
    const code = encoding.features[f]!;
    for (let i = 0, at = f; i < rows.length; i++, at += entries) {
      const row = rows[i]!;
      if (feature.kind === "number") {
        const value = feature.values[row]!;
        if (value === value) {
          columns[at] = code.valueColumn;
          values[at] = (value - code.mean) / code.sd;
          continue;
        }
      } else if (feature.codes[row]! >= 0) {
        const column = code.levelColumns[feature.codes[row]!]!;
        if (column < 0) continue;
        columns[at] = column;
        values[at] = 1;
        continue;
      }
      if (code.missingColumn < 0) continue;
      columns[at] = code.missingColumn;
      values[at] = 1;
    }
    yield;
  }
  return { rowCount: rows.length, width: encoding.columns.length, entries, columns, values };
}
