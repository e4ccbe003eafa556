import { placedForms } from "../../domain/customer-name";
import type { Identity } from "./evidence";

/** Customers that share one key, at most; a larger block says nothing of its members. */
const MOST_IN_BLOCK = 40;
/** Names longer than this are compared by their whole and by telephone only. */
const LONGEST_NEAR = 40;

/**
 * The pairs that are worth a look: those that share a name form, a telephone number, a name but for one letter, or a
 * name but for its place. Everything else is never compared, so the work grows with the customers, not their square.
 *
 * @returns slots 2 i and 2 i + 1 hold the rows of a pair, the lower first; each pair once, in order
 */
export function candidatePairs(customers: readonly Identity[]): Float64Array {
  const keys = new KeyList(customers.length * 8);
  customers.forEach((customer, row) => {
    addKeys(keys, customer, row);
  });
  const pairs = new Set<number>();
  keys.forEachBlock((rows) => {
    for (let i = 0; i < rows.length; i++) {
      for (let j = i + 1; j < rows.length; j++) {
        const a = Math.min(rows[i]!, rows[j]!);
        const b = Math.max(rows[i]!, rows[j]!);
        if (a !== b) pairs.add(a * customers.length + b);
      }
    }
  });
  const sorted = Float64Array.from(pairs).sort();
  const rows = new Float64Array(sorted.length * 2);
  sorted.forEach((pair, i) => {
    rows[2 * i] = Math.floor(pair / customers.length);
    rows[2 * i + 1] = pair % customers.length;
  });
  return rows;
}

/** A name's own key and the keys of the name with each one letter left out: one edit apart means one key in common. */
function addKeys(keys: KeyList, customer: Identity, row: number): void {
  const { form, phone, isPhoneShared } = customer;
  if (phone !== "" && !isPhoneShared) keys.add(hashOf(phone, -1, 0x50), row);
  if (form === "") return;
  keys.add(hashOf(form, -1, 0), row);
  for (const placed of placedForms(form, customer.city)) keys.add(hashOf(placed, -1, 0), row);
  if (form.length > LONGEST_NEAR || form.length < 3) return;
  for (let skip = 0; skip < form.length; skip++) keys.add(hashOf(form, skip, 0), row);
}

/** FNV-1a over the units of a text but one. */
function hashOf(text: string, skip: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let i = 0; i < text.length; i++) {
    if (i !== skip) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  return hash >>> 0;
}

/** Hashed keys with their rows; a sort brings equal keys together. A rare collision makes a pair that then fails. */
class KeyList {
  #entries: Float64Array;
  #length = 0;

  constructor(expected: number) {
    this.#entries = new Float64Array(Math.max(64, expected));
  }

  /** @param key 32 bits  @param row below ROW_SPAN: both fit the 53 bits of a number */
  add(key: number, row: number): void {
    if (this.#length === this.#entries.length) {
      const longer = new Float64Array(this.#length * 2);
      longer.set(this.#entries);
      this.#entries = longer;
    }
    this.#entries[this.#length++] = key * ROW_SPAN + row;
  }

  forEachBlock(visit: (rows: readonly number[]) => void): void {
    const sorted = this.#entries.subarray(0, this.#length).sort();
    let from = 0;
    for (let at = 1; at <= sorted.length; at++) {
      const isEnd = at === sorted.length || keyOf(sorted[at]!) !== keyOf(sorted[from]!);
      if (!isEnd) continue;
      const size = at - from;
      if (size > 1 && size <= MOST_IN_BLOCK) {
        visit(Array.from(sorted.subarray(from, at), (entry) => entry % ROW_SPAN));
      }
      from = at;
    }
  }
}

/** 32 bits of key and 21 of row make 53. */
const ROW_SPAN = 2 ** 21;

function keyOf(entry: number): number {
  return Math.floor(entry / ROW_SPAN);
}
