import { invariant } from "../base/invariant";

/** Rows by group: those of group g are `rows[offsets[g] .. offsets[g + 1])`. */
export interface Grouping {
  /** length groups + 1 */
  readonly offsets: Uint32Array<ArrayBuffer>;
  /** a permutation of the rows that were grouped */
  readonly rows: Uint32Array<ArrayBuffer>;
}

/**
 * Stable counting sort of rows by a small whole key.
 *
 * @param keys        one a row, each 0..groupCount-1
 * @param groupCount  number of groups, empty ones included
 * @param order       visit rows in this order (a permutation); null = 0, 1, 2 …
 * @returns the grouping; rows of one group are in the order they were visited
 *
 * O(rows + groups), two sequential reads and one scattered write.
 */
export function groupRows(
  keys: Uint32Array,
  groupCount: number,
  order: Uint32Array | null = null,
): Grouping {
  const n = keys.length;
  const offsets = new Uint32Array(groupCount + 1);
  for (let row = 0; row < n; row++) {
    const key = keys[row]!;
    // tested first: the sentence must not be built for every row
    if (key >= groupCount) invariant(false, `row ${row} has key ${key} of ${groupCount}`);
    offsets[key + 1]!++;
  }
  for (let g = 0; g < groupCount; g++) offsets[g + 1]! += offsets[g]!;
  const next = offsets.slice(0, groupCount);
  const rows = new Uint32Array(n);
  for (let k = 0; k < n; k++) {
    const row = order === null ? k : order[k]!;
    const key = keys[row]!;
    rows[next[key]!] = row;
    next[key]!++;
  }
  return { offsets, rows };
}
