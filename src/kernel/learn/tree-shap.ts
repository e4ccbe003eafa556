import type { BinnedRows } from "./bins";
import { BINS, type Forest, type Tree } from "./tree";

/** What each feature adds to the log-odds of one row. */
export interface Parts {
  /** expected log-odds of the training rows */
  readonly base: number;
  /** one a feature; with the base they sum to the row's log-odds */
  readonly parts: Float64Array<ArrayBuffer>;
}

/**
 * Features on the way to a node, with the shares of the ways that lead there without and with knowing them. Each depth has
 * a stretch of its own, so that going back up needs no copy.
 */
interface Paths {
  readonly stride: number;
  readonly features: Int16Array;
  readonly zeros: Float64Array;
  readonly ones: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Exact Shapley values of a row's log-odds, unknown features averaged along the training rows of each node.
 *
 * @param bins  binned rows; `row` is the one explained
 *
 * O(trees × leaves × depth²). Lundberg, Erion & Lee, arXiv:1802.03888, 2018, algorithm 2.
 */
export function treeShap(forest: Forest, bins: BinnedRows, row: number): Parts {
  const parts = new Float64Array(bins.length);
  let base = forest.base;
  const deepest = Math.max(0, ...forest.trees.map((tree) => tree.features.length >> 1));
  const paths = emptyPaths(deepest + 2);
  for (const tree of forest.trees) {
    base += meanValue(tree);
    explainTree({ tree, bins, row, paths, parts }, 0, 0, ROOT);
  }
  return { base, parts };
}

/** Mean of the leaves by their training rows. */
function meanValue({ features, values, covers }: Tree): number {
  let sum = 0;
  for (let node = 0; node < features.length; node++) {
    if (features[node]! < 0) sum += covers[node]! * values[node]!;
  }
  return covers[0] === 0 ? 0 : sum / covers[0]!;
}

function emptyPaths(stride: number): Paths {
  const size = stride * stride;
  return {
    stride,
    features: new Int16Array(size),
    zeros: new Float64Array(size),
    ones: new Float64Array(size),
    weights: new Float64Array(size),
  };
}

interface Walk {
  readonly tree: Tree;
  readonly bins: BinnedRows;
  readonly row: number;
  readonly paths: Paths;
  readonly parts: Float64Array;
}

/** What the way to a node adds to the path. */
interface Step {
  readonly feature: number;
  readonly zero: number;
  readonly one: number;
  readonly depth: number;
}

const ROOT: Step = { feature: -1, zero: 1, one: 1, depth: 0 };

/** Walks down from a node; `length` features are on the path of the depth above. */
function explainTree(walk: Walk, node: number, length: number, step: Step): void {
  const { tree, bins, row, paths, parts } = walk;
  const { features, lefts, values, covers, goesLeft } = tree;
  const from = step.depth * paths.stride;
  if (step.depth > 0) copyDown(paths, from, length);
  extend(paths, from, length, step);
  let end = length + 1;
  const feature = features[node]!;
  if (feature < 0) {
    for (let i = 1; i < end; i++) {
      const weight = unwoundSum(paths, from, end, i);
      const at = from + i;
      parts[paths.features[at]!]! += weight * (paths.ones[at]! - paths.zeros[at]!) * values[node]!;
    }
    return;
  }
  const isLeft = goesLeft[node * BINS + bins[feature]![row]!] === 1;
  const left = lefts[node]!;
  const hot = isLeft ? left : left + 1;
  const cold = isLeft ? left + 1 : left;
  let [zero, one] = [1, 1];
  for (let i = 1; i < end; i++) {
    if (paths.features[from + i] !== feature) continue;
    zero = paths.zeros[from + i]!;
    one = paths.ones[from + i]!;
    unwind(paths, from, end, i);
    end--;
    break;
  }
  const whole = covers[node]!;
  const depth = step.depth + 1;
  explainTree(walk, hot, end, { feature, zero: (zero * covers[hot]!) / whole, one, depth });
  explainTree(walk, cold, end, { feature, zero: (zero * covers[cold]!) / whole, one: 0, depth });
}

function copyDown({ stride, features, zeros, ones, weights }: Paths, to: number, length: number) {
  for (let i = 0; i < length; i++) {
    const [source, target] = [to - stride + i, to + i];
    features[target] = features[source]!;
    zeros[target] = zeros[source]!;
    ones[target] = ones[source]!;
    weights[target] = weights[source]!;
  }
}

function extend(
  { features, zeros, ones, weights }: Paths,
  from: number,
  length: number,
  step: Step,
): void {
  features[from + length] = step.feature;
  zeros[from + length] = step.zero;
  ones[from + length] = step.one;
  weights[from + length] = length === 0 ? 1 : 0;
  for (let i = length - 1; i >= 0; i--) {
    const at = from + i;
    weights[at + 1]! += (step.one * weights[at]! * (i + 1)) / (length + 1);
    weights[at] = (step.zero * weights[at]! * (length - i)) / (length + 1);
  }
}

function unwind(
  { features, zeros, ones, weights }: Paths,
  from: number,
  length: number,
  index: number,
): void {
  const last = length - 1;
  const [one, zero] = [ones[from + index]!, zeros[from + index]!];
  let next = weights[from + last]!;
  for (let i = last - 1; i >= 0; i--) {
    const at = from + i;
    if (one !== 0) {
      const kept = weights[at]!;
      weights[at] = (next * length) / ((i + 1) * one);
      next = kept - (weights[at] * zero * (last - i)) / length;
    } else weights[at] = (weights[at]! * length) / (zero * (last - i));
  }
  for (let at = from + index; at < from + last; at++) {
    features[at] = features[at + 1]!;
    zeros[at] = zeros[at + 1]!;
    ones[at] = ones[at + 1]!;
  }
}

function unwoundSum(
  { zeros, ones, weights }: Paths,
  from: number,
  length: number,
  index: number,
): number {
  const last = length - 1;
  const [one, zero] = [ones[from + index]!, zeros[from + index]!];
  let next = weights[from + last]!;
  let sum = 0;
  for (let i = last - 1; i >= 0; i--) {
    const kept = weights[from + i]!;
    if (one !== 0) {
      const weight = (next * length) / ((i + 1) * one);
      sum += weight;
      next = kept - (weight * zero * (last - i)) / length;
    } else if (zero !== 0) sum += (kept * length) / (zero * (last - i));
  }
  return sum;
}
