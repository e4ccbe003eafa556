import type { BinnedRows } from "./bins";

export const BINS = 256;

/** A binary tree; node 0 is the root. All arrays have one slot a node. */
export interface Tree {
  /** feature that a node asks for; −1 for a leaf */
  readonly features: Int16Array;
  /** the right child is the node after the left one */
  readonly lefts: Int16Array;
  /** what a leaf adds to the log-odds */
  readonly values: Float64Array;
  /** training rows that came by */
  readonly covers: Float64Array;
  /** whether a bin goes left: slot node × 256 + bin */
  readonly goesLeft: Uint8Array;
}

/** Trees that are added up; what they say of a row are log-odds. */
export interface Forest {
  /** log-odds before any tree */
  readonly base: number;
  readonly trees: readonly Tree[];
}

/** Adds what a tree says of some rows to their `margins`. O(rows × depth). */
export function addTree(
  { features, lefts, values, goesLeft }: Tree,
  bins: BinnedRows,
  margins: Float64Array,
  rows: Uint32Array,
): void {
  for (let k = 0; k < rows.length; k++) {
    const row = rows[k]!;
    let node = 0;
    for (let feature = features[0]!; feature >= 0; feature = features[node]!) {
      // By sum, not by a branch: which way a row goes cannot be foreseen.
      node = lefts[node]! + 1 - goesLeft[node * BINS + bins[feature]![row]!]!;
    }
    margins[row] = margins[row]! + values[node]!;
  }
}

/** Rows, each asked of one tree, between two yields. */
const ROWS_PER_SLICE = 250_000;

/**
 * Log-odds of every row.
 *
 * @param bins   binned as the forest's training rows were
 * @param count  rows
 * @param trees  how many of the trees, from the first; all by default
 */
export function* forestMargins(
  forest: Forest,
  bins: BinnedRows,
  count: number,
  trees: number = forest.trees.length,
): Generator<void, Float64Array<ArrayBuffer>, void> {
  const margins = new Float64Array(count).fill(forest.base);
  const rows = Uint32Array.from(margins.keys());
  const rest = Math.max(1, Math.floor(ROWS_PER_SLICE / Math.max(1, count)));
  for (let t = 0; t < trees; t++) {
    addTree(forest.trees[t]!, bins, margins, rows);
    if (t % rest === rest - 1) yield;
  }
  return margins;
}
