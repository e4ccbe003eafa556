import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drained } from "../../../tests/support/drained";
import { seededRng } from "../base/rng";
import { binRows, learnBins, type BinnedRows } from "./bins";
import { boost } from "./boost";
import type { Feature } from "./feature";
import { BINS, forestMargins, type Forest, type Tree } from "./tree";
import { treeShap } from "./tree-shap";

interface Made {
  readonly forest: Forest;
  readonly bins: BinnedRows;
  readonly features: readonly Feature[];
}

function made(seed: number, n = 300): Made {
  const rng = seededRng(seed);
  const features: Feature[] = [
    {
      kind: "number",
      id: "a",
      values: Float64Array.from({ length: n }, () => (rng.next() < 0.1 ? NaN : rng.next())),
    },
    { kind: "number", id: "b", values: Float64Array.from({ length: n }, () => rng.below(5)) },
    {
      kind: "category",
      id: "c",
      levels: ["x", "y", "z"],
      codes: Int32Array.from({ length: n }, () => rng.below(4) - 1),
    },
  ];
  const [a, b, c] = features as [
    Feature & { values: Float64Array },
    Feature & { values: Float64Array },
    Feature & { codes: Int32Array },
  ];
  const labels = Uint8Array.from({ length: n }, (_, i) => {
    const odds = (a.values[i]! > 0.5 ? 2 : -1) + b.values[i]! * 0.4 - (c.codes[i] === 1 ? 2 : 0);
    return rng.next() < 1 / (1 + Math.exp(-odds)) ? 1 : 0;
  });
  const rows = Uint32Array.from({ length: n }, (_, i) => i);
  const binning = learnBins(features, rows);
  const bins = binRows(binning, features, rows);
  const rule = {
    trees: 4,
    leaves: 7,
    rate: 0.3,
    leastRows: 5,
    ridge: 1,
    patience: 9,
    rowsPerTree: 20_000,
  };
  const watched = new Uint32Array(0);
  return {
    features,
    bins,
    forest: drained(boost({ binning, bins, labels, rows, watched, rule })).forest,
  };
}

/** Expected value of a tree when only some features are known, by the definition. */
function expectation(
  tree: Tree,
  bins: BinnedRows,
  row: number,
  known: ReadonlySet<number>,
): number {
  const at = (node: number): number => {
    const feature = tree.features[node]!;
    if (feature < 0) return tree.values[node]!;
    const [left, right] = [tree.lefts[node]!, tree.lefts[node]! + 1];
    if (known.has(feature)) {
      return at(tree.goesLeft[node * BINS + bins[feature]![row]!] === 1 ? left : right);
    }
    return (tree.covers[left]! * at(left) + tree.covers[right]! * at(right)) / tree.covers[node]!;
  };
  return at(0);
}

const factorial = (k: number): number => (k <= 1 ? 1 : k * factorial(k - 1));

function bruteForce({ forest, bins }: Made, row: number, feature: number): number {
  const count = bins.length;
  let sum = 0;
  for (let subset = 0; subset < 1 << count; subset++) {
    if ((subset >> feature) & 1) continue;
    const known = new Set([...Array(count).keys()].filter((f) => (subset >> f) & 1));
    const weight = (factorial(known.size) * factorial(count - known.size - 1)) / factorial(count);
    for (const tree of forest.trees) {
      const without = expectation(tree, bins, row, known);
      sum += weight * (expectation(tree, bins, row, new Set([...known, feature])) - without);
    }
  }
  return sum;
}

describe("treeShap", () => {
  it("adds up to the log-odds of the row", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 0, max: 299 }),
        (seed, row) => {
          const { forest, bins } = made(seed);
          const { base, parts } = treeShap(forest, bins, row);
          const margin = drained(forestMargins(forest, bins, 300))[row]!;
          const sum = parts.reduce((one, other) => one + other, base);
          expect(Math.abs(sum - margin)).toBeLessThan(1e-10);
        },
      ),
      { numRuns: 25 },
    );
  });

  it("is the Shapley value by its definition, over all subsets", () => {
    for (const seed of [1, 2, 3]) {
      const one = made(seed);
      for (const row of [0, 7, 63, 210]) {
        const { parts } = treeShap(one.forest, one.bins, row);
        for (const feature of [0, 1, 2]) {
          expect(Math.abs(parts[feature]! - bruteForce(one, row, feature))).toBeLessThan(1e-10);
        }
      }
    }
  });
});
