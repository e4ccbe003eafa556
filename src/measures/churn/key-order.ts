import { ascendingOrder } from "../../kernel/stats/rank";
import { requiredColumn, type Table } from "../../kernel/table/column";

/**
 * Rows of `customers` in an order drawn from their keys and a seed: the same customers come in the same order, however the
 * file was sorted.
 *
 * @param rows  any order
 * FNV-1a of the key, ties by the key itself. O(n).
 */
export function keyOrder(
  customers: Table,
  rows: Uint32Array,
  seed: number,
): Uint32Array<ArrayBuffer> {
  const { codes, dictionary } = requiredColumn(customers, "key", "dictionary");
  const keyOf = (row: number): string => dictionary[codes[row]!] ?? "";
  const hashes = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) hashes[i] = hashOf(keyOf(rows[i]!), seed);
  const places = ascendingOrder(hashes);
  const ordered = Uint32Array.from(places, (place) => rows[place]!);
  for (let from = 0; from < ordered.length;) {
    let to = from + 1;
    while (to < ordered.length && hashes[places[to]!] === hashes[places[from]!]) to++;
    if (to > from + 1) ordered.subarray(from, to).sort(byKey(keyOf));
    from = to;
  }
  return ordered;
}

const byKey =
  (keyOf: (row: number) => string) =>
  (a: number, b: number): number => {
    const [one, other] = [keyOf(a), keyOf(b)];
    if (one === other) return a - b;
    return one < other ? -1 : 1;
  };

function hashOf(text: string, seed: number): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  // the last letters alone would decide the low bits
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}
