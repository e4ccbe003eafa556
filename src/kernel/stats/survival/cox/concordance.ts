import type { CoxFit } from "./fit";

/** Pairs of subjects of one stratum of which one is known to have left first. */
export interface Concordance {
  /** the one that left first had the higher risk, the lower, the same */
  readonly concordant: number;
  readonly discordant: number;
  readonly tied: number;
  /** (concordant + tied ÷ 2) ÷ all; null without a pair */
  readonly value: number | null;
}

/**
 * Harrell's concordance of the linear predictor of a fit with the times.
 *
 * A pair counts when the earlier time is an event and both were in sight at it; two events at one time do not count, an event and a
 * censoring at one time do. Strata are never compared with each other. O(n log n) by counts in a binary indexed tree.
 * Against R survival 3.5-3 concordance, exact counts. Harrell et al. 1982; Therneau & Watson 2015.
 */
export function concordance({ sample, scaledCoefficients }: CoxFit): Concordance {
  const { n, width, scaled, bounds, ends, isEvent, entries, byEntry } = sample;
  const risks = new Float64Array(n);
  for (let place = 0; place < n; place++) {
    for (let j = 0; j < width; j++) {
      risks[place]! += scaledCoefficients[j]! * scaled[place * width + j]!;
    }
  }
  const sorted = risks.slice().sort();
  const ranks = Uint32Array.from(risks, (risk) => firstOf(sorted, risk));
  const pairs = { below: 0, above: 0, same: 0 };
  for (let s = 0; s + 1 < bounds.length; s++) {
    const [start, end] = [bounds[s]!, bounds[s + 1]!];
    const tree = new CountTree(n);
    let removed = start;
    for (let place = start; place < end;) {
      let next = place;
      while (next < end && ends[next] === ends[place]) next++;
      if (byEntry !== null && entries !== null) {
        while (removed < end && entries[byEntry[removed]!]! >= ends[place]!)
          tree.add(ranks[byEntry[removed++]!]!, -1);
      }
      // who is last seen now outlasts who leaves now
      for (let i = place; i < next; i++) if (isEvent[i] === 0) tree.add(ranks[i]!, 1);
      for (let i = place; i < next; i++) if (isEvent[i] !== 0) countPairs(tree, ranks[i]!, pairs);
      for (let i = place; i < next; i++) if (isEvent[i] !== 0) tree.add(ranks[i]!, 1);
      place = next;
    }
  }
  const all = pairs.below + pairs.above + pairs.same;
  return {
    concordant: pairs.below,
    discordant: pairs.above,
    tied: pairs.same,
    value: all === 0 ? null : (pairs.below + pairs.same / 2) / all,
  };
}

function countPairs(
  tree: CountTree,
  rank: number,
  pairs: { below: number; above: number; same: number },
): void {
  const below = tree.below(rank);
  const upTo = tree.below(rank + 1);
  pairs.below += below;
  pairs.same += upTo - below;
  pairs.above += tree.total - upTo;
}

/** Index of the first of equal values in an ascending list. */
function firstOf(sorted: Float64Array, value: number): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Counts by rank with running sums. Fenwick 1994. */
class CountTree {
  readonly #sums: Float64Array;
  total = 0;

  constructor(size: number) {
    this.#sums = new Float64Array(size + 1);
  }

  add(rank: number, count: number): void {
    this.total += count;
    for (let i = rank + 1; i < this.#sums.length; i += i & -i) this.#sums[i]! += count;
  }

  /** how many have a rank below this one */
  below(rank: number): number {
    let sum = 0;
    for (let i = rank; i > 0; i -= i & -i) sum += this.#sums[i]!;
    return sum;
  }
}
