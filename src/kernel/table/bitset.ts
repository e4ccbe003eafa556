import { invariant } from "../base/invariant";

/** One bit per row in 32-bit words, row i in bit i % 32 of word i / 32. Bits past `length` are 0. */
export interface Bitset {
  readonly length: number;
  readonly words: Uint32Array<ArrayBuffer>;
}

/** All bits 0, or all bits 1. */
export function bitset(length: number, filled = false): Bitset {
  const words = new Uint32Array((length + 31) >>> 5);
  if (filled) {
    words.fill(0xffffffff);
    const tail = length & 31;
    if (tail !== 0) words[words.length - 1] = (1 << tail) - 1;
  }
  return { length, words };
}

export function hasBit(set: Bitset, index: number): boolean {
  return ((set.words[index >>> 5]! >>> (index & 31)) & 1) === 1;
}

export function setBit(set: Bitset, index: number): void {
  set.words[index >>> 5]! |= 1 << (index & 31);
}

/** Sets the bits from..to. */
export function setBits(set: Bitset, from: number, to: number): void {
  if (from >= to) return;
  const { words } = set;
  const first = from >>> 5;
  const last = (to - 1) >>> 5;
  const head = -1 << (from & 31);
  const tail = -1 >>> (31 - ((to - 1) & 31));
  if (first === last) {
    words[first]! |= head & tail;
    return;
  }
  words[first]! |= head;
  words.fill(0xffffffff, first + 1, last);
  words[last]! |= tail;
}

export function clearBit(set: Bitset, index: number): void {
  set.words[index >>> 5]! &= ~(1 << (index & 31));
}

/** Number of 1 bits. O(length / 32). */
export function countBits(set: Bitset): number {
  let total = 0;
  for (let i = 0; i < set.words.length; i++) {
    let word = set.words[i]!;
    word -= (word >>> 1) & 0x55555555;
    word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
    total += Math.imul((word + (word >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return total;
}

/** Rows in both sets; both of one length. A new set. */
export function intersect(a: Bitset, b: Bitset): Bitset {
  invariant(a.length === b.length, `sets of ${a.length} and ${b.length} rows`);
  const words = new Uint32Array(a.words.length);
  for (let i = 0; i < words.length; i++) words[i] = a.words[i]! & b.words[i]!;
  return { length: a.length, words };
}

/** Rows in either set; both of one length. A new set. */
export function unite(a: Bitset, b: Bitset): Bitset {
  invariant(a.length === b.length, `sets of ${a.length} and ${b.length} rows`);
  const words = new Uint32Array(a.words.length);
  for (let i = 0; i < words.length; i++) words[i] = a.words[i]! | b.words[i]!;
  return { length: a.length, words };
}

/** Rows of the first set that are not in the second; both of one length. A new set. */
export function without(a: Bitset, b: Bitset): Bitset {
  invariant(a.length === b.length, `sets of ${a.length} and ${b.length} rows`);
  const words = new Uint32Array(a.words.length);
  for (let i = 0; i < words.length; i++) words[i] = a.words[i]! & ~b.words[i]!;
  return { length: a.length, words };
}
