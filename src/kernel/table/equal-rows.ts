import type { RowSpace, SpaceCells } from "./row-space";

const EMPTY = -1;

/**
 * For each row the first row that equals it in these columns; the row itself where it is the first.
 *
 * @param columnIds columns to compare; those that no table has are equal everywhere
 * @returns length `rowCount`; rows with equal numbers are equal, exactly (hashes only find candidates)
 *
 * Missing equals missing. Expected O(rows × columns): columns are hashed one after the other, then each row is looked
 * up in a table of first rows.
 */
export function firstEqualRows(
  space: RowSpace,
  columnIds: readonly string[],
): Int32Array<ArrayBuffer> {
  const columns = columnIds.flatMap((id) => {
    const cells = space.columns.get(id);
    return cells === undefined ? [] : [cells];
  });
  const hashes = rowHashes(space.rowCount, columns);
  let slotCount = 1024;
  while (slotCount < space.rowCount * 2) slotCount *= 2;
  const slots = new Int32Array(slotCount).fill(EMPTY);
  const mask = slotCount - 1;
  const first = new Int32Array(space.rowCount);
  for (let row = 0; row < space.rowCount; row++) {
    const hash = hashes[row]!;
    let slot = hash & mask;
    let known = slots[slot]!;
    while (known !== EMPTY && !(hashes[known] === hash && areEqual(columns, known, row))) {
      slot = (slot + 1) & mask;
      known = slots[slot]!;
    }
    if (known === EMPTY) slots[slot] = known = row;
    first[row] = known;
  }
  return first;
}

function areEqual(columns: readonly SpaceCells[], a: number, b: number): boolean {
  for (const { values } of columns) {
    const x = values[a]!;
    const y = values[b]!;
    // NaN, the missing number, is the only value that differs from itself
    if (x !== y && (x === x || y === y)) return false;
  }
  return true;
}

/** A hash of each row over all columns; equal rows have equal hashes. */
function rowHashes(rowCount: number, columns: readonly SpaceCells[]): Int32Array {
  const hashes = new Int32Array(rowCount).fill(0x811c9dc5 | 0);
  for (const cells of columns) {
    if (cells.kind === "float64") mixFloats(hashes, cells.values);
    else mixInts(hashes, cells.values);
  }
  for (let row = 0; row < rowCount; row++) hashes[row] = finish(hashes[row]!);
  return hashes;
}

function mixInts(hashes: Int32Array, values: Int32Array): void {
  for (let row = 0; row < hashes.length; row++) {
    hashes[row] = mix(hashes[row]!, values[row]!);
  }
}

function mixFloats(hashes: Int32Array, values: Float64Array<ArrayBuffer>): void {
  const words = new Int32Array(values.buffer, values.byteOffset, values.length * 2);
  for (let row = 0; row < hashes.length; row++) {
    // NaN has many bit patterns
    const isMissing = values[row] !== values[row];
    const low = isMissing ? 1 : words[2 * row]!;
    const high = isMissing ? 1 : words[2 * row + 1]!;
    hashes[row] = mix(mix(hashes[row]!, low), high);
  }
}

/** One round of MurmurHash3's 32-bit variant (Appleby, public domain). */
function mix(hash: number, value: number): number {
  let k = Math.imul(value, 0xcc9e2d51);
  k = (k << 15) | (k >>> 17);
  const h = hash ^ Math.imul(k, 0x1b873593);
  return Math.imul((h << 13) | (h >>> 19), 5) + 0xe6546b64;
}

/** Murmur's final mix: every bit of the row reaches the low bits that choose the slot. */
function finish(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return h ^ (h >>> 16);
}
