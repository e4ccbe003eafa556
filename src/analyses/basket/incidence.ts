import type { Progress } from "../define";

/** Lines between two pauses, less one. */
const PAUSE_MASK = (1 << 19) - 1;

/** Which things are in which sets (orders, or customers): the sets of item i are `sets[offsets[i] .. offsets[i + 1])`. */
export interface Incidence {
  /** numbers of sets are below this */
  readonly setCount: number;
  /** sets with anything in them: the whole that shares are of */
  readonly units: number;
  readonly itemCount: number;
  /** length items + 1 */
  readonly offsets: Uint32Array;
  /** each set once an item, in the order in which the lines name them */
  readonly sets: Uint32Array;
  /** money of the item in that set, beside `sets` */
  readonly money: Float64Array;
}

/** One thing of one set a line. */
export interface SetLines {
  readonly items: Uint32Array;
  readonly sets: Uint32Array;
  readonly amounts: Float64Array;
  readonly setCount: number;
  readonly itemCount: number;
}

/** O(lines + items + sets): a counting sort by item, each set of an item kept once. */
export function* incidenceOf(lines: SetLines): Generator<Progress, Incidence, void> {
  const { items, sets, amounts, setCount, itemCount } = lines;
  const n = items.length;
  const starts = new Uint32Array(itemCount + 1);
  for (let k = 0; k < n; k++) starts[items[k]! + 1]!++;
  for (let i = 0; i < itemCount; i++) starts[i + 1]! += starts[i]!;
  const next = starts.slice(0, itemCount);
  const sorted = new Uint32Array(n);
  const paid = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    const place = next[items[k]!]!++;
    sorted[place] = sets[k]!;
    paid[place] = amounts[k]!;
    if ((k & PAUSE_MASK) === PAUSE_MASK) yield { done: 0.1 };
  }
  const offsets = new Uint32Array(itemCount + 1);
  const own = new Uint32Array(n);
  const money = new Float64Array(n);
  // Place of the set among those of the item at hand, plus one.
  const placeOf = new Uint32Array(setCount);
  let count = 0;
  let pauseAt = PAUSE_MASK;
  for (let item = 0; item < itemCount; item++) {
    const first = count;
    if (starts[item]! > pauseAt) {
      pauseAt = starts[item]! + PAUSE_MASK;
      yield { done: 0.1 };
    }
    for (let k = starts[item]!; k < starts[item + 1]!; k++) {
      const set = sorted[k]!;
      const place = placeOf[set]!;
      if (place > first) {
        money[place - 1]! += paid[k]!;
        continue;
      }
      own[count] = set;
      money[count] = paid[k]!;
      placeOf[set] = ++count;
    }
    offsets[item + 1] = count;
  }
  let units = 0;
  for (let set = 0; set < setCount; set++) if (placeOf[set]! > 0) units++;
  return {
    setCount,
    units,
    itemCount,
    offsets,
    sets: own.subarray(0, count),
    money: money.subarray(0, count),
  };
}

/** Number of sets with an item. */
export const countOf = ({ offsets }: Incidence, item: number): number =>
  offsets[item + 1]! - offsets[item]!;

/** The sets with an item, in their order. */
export const setsOf = ({ offsets, sets }: Incidence, item: number): Uint32Array =>
  sets.subarray(offsets[item], offsets[item + 1]);
