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
  const offsets = groupOffsets(keys, groupCount);
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

/** Where the rows of each group begin; length groups + 1. */
function groupOffsets(keys: Uint32Array, groupCount: number): Uint32Array<ArrayBuffer> {
  const offsets = new Uint32Array(groupCount + 1);
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    // tested first: the sentence must not be built for every row
    if (key >= groupCount) invariant(false, `row ${row} has key ${key} of ${groupCount}`);
    offsets[key + 1]!++;
  }
  for (let g = 0; g < groupCount; g++) offsets[g + 1]! += offsets[g]!;
  return offsets;
}

/** Rows by group, in ascending order of a second key. */
export interface OrderedGrouping extends Grouping {
  /** slot k = the second key of `rows[k]` */
  readonly ordered: Int32Array<ArrayBuffer>;
}

/**
 * As `groupRows`, the rows of one group in ascending order of a second whole key (equal keys: ascending rows).
 *
 * @param keys        one a row, each 0..groupCount-1
 * @param groupCount  number of groups, empty ones included
 * @param orderKeys   one a row; their span counts as memory, so they must not lie far apart (days)
 *
 * Two stable counting sorts, the second key first; the first sort carries the group keys along and the second reads the
 * order key off the bucket it walks, so that nothing but the last write is scattered. The first sort is left out when the
 * rows are in order already (most exports are). O(rows + groups + span of the second key). Knuth, TAOCP 3, 5.2.5.
 */
export function groupRowsInOrder(
  keys: Uint32Array,
  groupCount: number,
  orderKeys: Int32Array,
): OrderedGrouping {
  const span = spanOf(orderKeys);
  if (span.ascending) {
    const grouping = groupRows(keys, groupCount);
    return { ...grouping, ordered: keysOf(orderKeys, grouping.rows) };
  }
  const offsets = groupOffsets(keys, groupCount);
  const byOrder = rowsInOrder(keys, orderKeys, span);
  const next = offsets.slice(0, groupCount);
  const rows = new Uint32Array(keys.length);
  const ordered = new Int32Array(keys.length);
  for (let bucket = 0; bucket + 1 < byOrder.offsets.length; bucket++) {
    const orderKey = span.least + bucket;
    const end = byOrder.offsets[bucket + 1]!;
    for (let k = byOrder.offsets[bucket]!; k < end; k++) {
      const key = byOrder.keys[k]!;
      const place = next[key]!;
      next[key] = place + 1;
      rows[place] = byOrder.rows[k]!;
      ordered[place] = orderKey;
    }
  }
  return { offsets, rows, ordered };
}

interface Span {
  readonly least: number;
  readonly most: number;
  readonly ascending: boolean;
}

function spanOf(values: Int32Array): Span {
  let least = values.length > 0 ? values[0]! : 0;
  let most = least;
  let before = least;
  let ascending = true;
  for (let row = 1; row < values.length; row++) {
    const value = values[row]!;
    if (value < before) ascending = false;
    if (value < least) least = value;
    if (value > most) most = value;
    before = value;
  }
  return { least, most, ascending };
}

function keysOf(keys: Int32Array, rows: Uint32Array): Int32Array<ArrayBuffer> {
  const found = new Int32Array(rows.length);
  for (let k = 0; k < rows.length; k++) found[k] = keys[rows[k]!]!;
  return found;
}

/** Rows by order key, each with its group key beside it. */
function rowsInOrder(
  keys: Uint32Array,
  orderKeys: Int32Array,
  { least, most }: Span,
): Grouping & { readonly keys: Uint32Array } {
  const n = orderKeys.length;
  const offsets = new Uint32Array(most - least + 2);
  for (let row = 0; row < n; row++) offsets[orderKeys[row]! - least + 1]!++;
  for (let bucket = 1; bucket < offsets.length; bucket++) offsets[bucket]! += offsets[bucket - 1]!;
  const next = offsets.slice();
  const rows = new Uint32Array(n);
  const carried = new Uint32Array(n);
  for (let row = 0; row < n; row++) {
    const bucket = orderKeys[row]! - least;
    const place = next[bucket]!;
    next[bucket] = place + 1;
    rows[place] = row;
    carried[place] = keys[row]!;
  }
  return { offsets, rows, keys: carried };
}
