import type { BinnedRows, Binning } from "./bins";
import { sigmoid, softplus } from "../stats/logistic-function";
import { bestSplit, SUMS, type Split, type SplitRule, type Sums } from "./split";
import { addTree, BINS, type Forest, type Tree } from "./tree";

export interface BoostRule extends SplitRule {
  readonly trees: number;
  readonly leaves: number;
  /** share of each tree that is kept */
  readonly rate: number;
  /** a tree is grown on at most so many rows: the next ones in their order, from the first again after the last */
  readonly rowsPerTree: number;
  /** stop after so many trees without a better validation loss */
  readonly patience: number;
}

export interface BoostTask {
  readonly binning: Binning;
  readonly bins: BinnedRows;
  /** 1 = event; one a row of `bins` */
  readonly labels: Uint8Array;
  /** rows to learn from */
  readonly rows: Uint32Array;
  /** rows that only watch; empty = all trees are grown */
  readonly watched: Uint32Array;
  readonly rule: BoostRule;
}

export interface Boosted {
  readonly forest: Forest;
  /** mean log-loss of the watched rows after each tree, from none */
  readonly losses: Float64Array;
}

/**
 * Gradient-boosted trees for a chance: Newton steps on the log-loss, each tree grown leaf by leaf where it gains most.
 *
 * @param task  see `BoostTask`; nothing is drawn at random, so the same rows in the same order give the same trees
 * @returns the trees and how the watched rows fared; growth stops early when they no longer gain
 * @yields after every split
 *
 * The rows should come in no order that means anything. Histograms of 256 bins, the larger sibling by subtraction. O(trees × rows × features × log leaves). Friedman, Ann. Stat.
 * 29(5), 2001; Chen & Guestrin, KDD 2016; Ke et al., NIPS 2017.
 */
export function* boost(task: BoostTask): Generator<void, Boosted, void> {
  const { labels, rows, watched, rule } = task;
  const grower = growerOf(task);
  let events = 0;
  for (const row of rows) events += labels[row]!;
  const base = Math.log((events + 0.5) / (rows.length - events + 0.5));
  const margins = new Float64Array(labels.length).fill(base);
  const trees: Tree[] = [];
  const losses = [lossOf(margins, labels, watched)];
  let best = 0;
  for (let t = 0; t < rule.trees; t++) {
    const tree = yield* growTree(grower, margins, t);
    trees.push(tree);
    tellOthers(grower, tree, margins, t);
    losses.push(lossOf(margins, labels, watched));
    if (losses[t + 1]! < losses[best]!) best = t + 1;
    else if (watched.length > 0 && t + 1 - best >= rule.patience) break;
    yield;
  }
  return { forest: { base, trees }, losses: Float64Array.from(losses) };
}

function lossOf(margins: Float64Array, labels: Uint8Array, rows: Uint32Array): number {
  let sum = 0;
  for (let k = 0; k < rows.length; k++) {
    const margin = margins[rows[k]!]!;
    sum += softplus(margin) - labels[rows[k]!]! * margin;
  }
  return rows.length === 0 ? 0 : sum / rows.length;
}

interface Grower {
  readonly task: BoostTask;
  /** first bin of each feature among all bins */
  readonly offsets: Uint32Array;
  readonly totalBins: number;
  /** bins of a row among all bins, side by side: a histogram reads them together */
  readonly places: Uint16Array | Uint32Array;
  readonly gradients: Float64Array;
  readonly curvatures: Float64Array;
  /** rows, those of a leaf side by side */
  readonly order: Uint32Array;
  readonly spare: Uint32Array;
  /** histograms that no leaf needs any more */
  readonly free: Float64Array[];
}

function growerOf(task: BoostTask): Grower {
  const offsets = new Uint32Array(task.binning.features.length);
  let totalBins = 0;
  task.binning.features.forEach(({ count }, f) => {
    offsets[f] = totalBins;
    totalBins += count;
  });
  const n = task.labels.length;
  const size = Math.min(task.rows.length, task.rule.rowsPerTree);
  return {
    task,
    offsets,
    totalBins,
    places: placesOf(task, offsets, totalBins),
    gradients: new Float64Array(n),
    curvatures: new Float64Array(n),
    order: task.rows.slice(0, size),
    spare: new Uint32Array(size),
    free: [],
  };
}

/** Bins that two bytes tell apart. */
const SHORT = 2 ** 16;

function placesOf(
  { bins, labels }: BoostTask,
  offsets: Uint32Array,
  totalBins: number,
): Grower["places"] {
  const width = bins.length;
  const size = width * labels.length;
  const places = totalBins > SHORT ? new Uint32Array(size) : new Uint16Array(size);
  for (const [f, own] of bins.entries()) {
    const start = offsets[f]!;
    for (let row = 0; row < own.length; row++) places[row * width + f] = start + own[row]!;
  }
  return places;
}

/** A leaf that may still be parted. */
interface Leaf {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly whole: Sums;
  readonly histogram: Float64Array;
  readonly feature: number;
  readonly split: Split | null;
}

/** Grows a tree on its rows and adds it to their margins. */
function* growTree(
  grower: Grower,
  margins: Float64Array,
  turn: number,
): Generator<void, Tree, void> {
  const { task, gradients, curvatures, order, free } = grower;
  const { rule, labels } = task;
  order.set(stretchOf(task.rows, turn * order.length, order.length));
  for (let k = 0; k < order.length; k++) {
    const row = order[k]!;
    const chance = sigmoid(margins[row]!);
    gradients[row] = chance - labels[row]!;
    curvatures[row] = chance * (1 - chance);
  }
  const tree = emptyTree(2 * rule.leaves - 1);
  const root = histogramOf(grower, 0, order.length);
  const leaves = [leafOf(grower, { node: 0, from: 0, to: order.length }, root)];
  let nodes = 1;
  while (leaves.length < rule.leaves) {
    yield;
    const at = bestLeaf(leaves);
    if (at < 0) break;
    const [parted] = leaves.splice(at, 1) as [Leaf];
    const [left, right] = part(grower, tree, parted, nodes);
    nodes += 2;
    leaves.push(left, right);
  }
  for (const leaf of leaves) {
    const { gradient, curvature } = leaf.whole;
    tree.values[leaf.node] = (-rule.rate * gradient) / (curvature + rule.ridge);
    tree.covers[leaf.node] = leaf.to - leaf.from;
    const value = tree.values[leaf.node]!;
    for (let k = leaf.from; k < leaf.to; k++) margins[order[k]!] = margins[order[k]!]! + value;
    free.push(leaf.histogram);
  }
  return tree;
}

/** Adds the tree to the margins of the rows that it was not grown on. */
function tellOthers({ task, order }: Grower, tree: Tree, margins: Float64Array, turn: number) {
  const { rows, watched, bins } = task;
  const grown = order.length;
  addTree(tree, bins, margins, stretchOf(rows, (turn + 1) * grown, rows.length - grown));
  addTree(tree, bins, margins, watched);
}

/** So many rows from a place on, from the first again after the last. */
function stretchOf(rows: Uint32Array, place: number, size: number): Uint32Array {
  const from = place % rows.length;
  const end = rows.subarray(from, from + size);
  if (end.length === size) return end;
  const whole = new Uint32Array(size);
  whole.set(end);
  whole.set(rows.subarray(0, size - end.length), end.length);
  return whole;
}

const emptyTree = (nodes: number): Tree => ({
  features: new Int16Array(nodes).fill(-1),
  lefts: new Int16Array(nodes),
  values: new Float64Array(nodes),
  covers: new Float64Array(nodes),
  goesLeft: new Uint8Array(nodes * BINS),
});

function bestLeaf(leaves: readonly Leaf[]): number {
  let [best, gain] = [-1, 0];
  leaves.forEach(({ split }, i) => {
    if (split !== null && split.gain > gain) [best, gain] = [i, split.gain];
  });
  return best;
}

function leafOf(
  { task, offsets }: Grower,
  place: Pick<Leaf, "node" | "from" | "to">,
  histogram: Float64Array,
): Leaf {
  const { features } = task.binning;
  let [gradient, curvature, rows] = [0, 0, 0];
  // every row is in one bin of the first feature
  for (let bin = 0; bin < features[0]!.count; bin++) {
    gradient += histogram[bin * SUMS]!;
    curvature += histogram[bin * SUMS + 1]!;
    rows += histogram[bin * SUMS + 2]!;
  }
  const whole = { gradient, curvature, rows };
  let split: Split | null = null;
  let feature = -1;
  if (rows >= 2 * task.rule.leastRows) {
    for (const [f, { count, binOfLevel }] of features.entries()) {
      const one = {
        sums: histogram,
        from: offsets[f]!,
        bins: count,
        isCategory: binOfLevel !== null,
      };
      const found = bestSplit(one, whole, task.rule, split === null ? 0 : split.gain);
      if (found === null) continue;
      split = found;
      feature = f;
    }
  }
  return { ...place, whole, histogram, feature, split };
}

/** Parts a leaf in two; its histogram becomes that of the larger part. */
function part(grower: Grower, tree: Tree, leaf: Leaf, node: number): readonly [Leaf, Leaf] {
  const split = leaf.split as Split;
  const middle = partition(grower, leaf, split.goesLeft);
  tree.features[leaf.node] = leaf.feature;
  tree.lefts[leaf.node] = node;
  tree.covers[leaf.node] = leaf.to - leaf.from;
  tree.goesLeft.set(split.goesLeft, leaf.node * BINS);
  const isLeftSmall = middle - leaf.from <= leaf.to - middle;
  const small = isLeftSmall
    ? histogramOf(grower, leaf.from, middle)
    : histogramOf(grower, middle, leaf.to);
  const large = leaf.histogram;
  for (let i = 0; i < large.length; i++) large[i]! -= small[i]!;
  const [left, right] = isLeftSmall ? [small, large] : [large, small];
  return [
    leafOf(grower, { node, from: leaf.from, to: middle }, left),
    leafOf(grower, { node: node + 1, from: middle, to: leaf.to }, right),
  ];
}

/** Puts the rows that go left first, both parts in their order; where the right part begins. */
function partition({ task, order, spare }: Grower, leaf: Leaf, goesLeft: Uint8Array): number {
  const bins = task.bins[leaf.feature]!;
  let [left, right] = [leaf.from, 0];
  for (let k = leaf.from; k < leaf.to; k++) {
    const row = order[k]!;
    if (goesLeft[bins[row]!] === 1) order[left++] = row;
    else spare[right++] = row;
  }
  order.set(spare.subarray(0, right), left);
  return left;
}

function histogramOf(grower: Grower, from: number, to: number): Float64Array {
  const { task, totalBins, places, gradients, curvatures, order, free } = grower;
  const histogram = free.pop() ?? new Float64Array(totalBins * SUMS);
  histogram.fill(0);
  const features = task.bins.length;
  for (let k = from; k < to; k++) {
    const row = order[k]!;
    const slope = gradients[row]!;
    const curve = curvatures[row]!;
    const end = (row + 1) * features;
    for (let i = row * features; i < end; i++) {
      const at = places[i]! * SUMS;
      histogram[at] = histogram[at]! + slope;
      histogram[at + 1] = histogram[at + 1]! + curve;
      histogram[at + 2] = histogram[at + 2]! + 1;
    }
  }
  return histogram;
}
