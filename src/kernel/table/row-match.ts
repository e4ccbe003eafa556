/** How the rows of two sides of a row space belong together. Rows are numbers of the space, in order. */
export interface RowMatch {
  /** Pairs of equal rows are only counted. */
  readonly unchanged: number;
  /** Rows with one key and other content: slots 2 i and 2 i + 1 hold the row before and the row after. */
  readonly changed: Uint32Array<ArrayBuffer>;
  readonly added: Uint32Array<ArrayBuffer>;
  readonly gone: Uint32Array<ArrayBuffer>;
}

/**
 * Which rows of `after` were in `before`, which changed, which are new, which are gone.
 *
 * Equal rows are paired first, one to one: of three equal rows before and two after, one is gone. Of the rest, rows with
 * one key are pairs of a changed row, in order of the rows. Without a key nothing is "changed": a row differs or not.
 *
 * @param content for each row of the space the first row with equal content (`firstEqualRows`)
 * @param key the same for the key, and whether a row has one; null when the table has no key
 * @returns unchanged + changed + gone = rows before, unchanged + changed + added = rows after. O(rows)
 */
export function matchRows(
  before: Uint32Array,
  after: Uint32Array,
  content: Int32Array,
  key: RowKeys | null,
): RowMatch {
  const equal = pairUp(before, after, content, null);
  const unchanged = equal.pairs.length / 2;
  if (key === null) {
    return { unchanged, changed: new Uint32Array(), added: equal.after, gone: equal.before };
  }
  const keyed = pairUp(equal.before, equal.after, key.first, key.isKeyed);
  return { unchanged, changed: keyed.pairs, added: keyed.after, gone: keyed.before };
}

/** The key of each row: the first row of the space with an equal one, and 1 where the row has a key at all. */
export interface RowKeys {
  readonly first: Int32Array;
  readonly isKeyed: Uint8Array;
}

interface Pairing {
  readonly pairs: Uint32Array<ArrayBuffer>;
  /** What found no partner, in order. */
  readonly before: Uint32Array<ArrayBuffer>;
  readonly after: Uint32Array<ArrayBuffer>;
}

/** Pairs rows of one class in order of appearance: the first before with the first after. */
function pairUp(
  before: Uint32Array,
  after: Uint32Array,
  classOf: Int32Array,
  takesPart: Uint8Array | null,
): Pairing {
  // Rows before of one class as a chain: the head by class, then the next row of each.
  const head = new Int32Array(classOf.length).fill(-1);
  const next = new Int32Array(before.length).fill(-1);
  for (let i = before.length - 1; i >= 0; i--) {
    const row = before[i]!;
    if (takesPart !== null && takesPart[row] === 0) continue;
    next[i] = head[classOf[row]!]!;
    head[classOf[row]!] = i;
  }
  const isPaired = new Uint8Array(before.length);
  const pairs = new Uint32Array(2 * Math.min(before.length, after.length));
  const left = new Uint32Array(after.length);
  let pairCount = 0;
  let leftCount = 0;
  for (const row of after) {
    const found = takesPart !== null && takesPart[row] === 0 ? -1 : head[classOf[row]!]!;
    if (found === -1) {
      left[leftCount++] = row;
      continue;
    }
    head[classOf[row]!] = next[found]!;
    isPaired[found] = 1;
    pairs[2 * pairCount] = before[found]!;
    pairs[2 * pairCount + 1] = row;
    pairCount++;
  }
  return {
    pairs: pairs.slice(0, 2 * pairCount),
    before: Uint32Array.from(before.filter((_, i) => isPaired[i] === 0)),
    after: left.slice(0, leftCount),
  };
}
