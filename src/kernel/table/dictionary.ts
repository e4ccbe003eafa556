/** Texts and their codes in order of first appearance: the dictionary of a column while it grows. */
export interface DictionaryEncoder {
  /** The code of this text, a new one when it was not seen before. O(length) on average. */
  encode(text: string): number;
  /** The code of this text, or -1. */
  find(text: string): number;
  /** Entry i is the text of code i; grows with `encode`. */
  readonly entries: readonly string[];
}

const FIRST_SLOTS = 1024;
const EMPTY = -1;

/**
 * A hash table with open addressing over typed arrays. A `Map` needs twice the time for cells that were just cut from a
 * file: it asks the runtime for the hash of every new string object, and moves its entries whenever it grows.
 *
 * @param initial distinct texts that already have the codes 0, 1, …
 */
export function dictionaryEncoder(initial: readonly string[] = []): DictionaryEncoder {
  const table = new TextTable();
  for (const text of initial) table.encode(text);
  return table;
}

class TextTable implements DictionaryEncoder {
  readonly entries: string[] = [];
  #hashes = new Int32Array(FIRST_SLOTS);
  #slots = new Int32Array(FIRST_SLOTS).fill(EMPTY);

  encode(text: string): number {
    const hash = hashOf(text);
    const slot = this.#slotOf(text, hash);
    const known = this.#slots[slot]!;
    if (known !== EMPTY) return known;
    const code = this.entries.push(text) - 1;
    if (code === this.#hashes.length) {
      const longer = new Int32Array(code * 2);
      longer.set(this.#hashes);
      this.#hashes = longer;
    }
    this.#hashes[code] = hash;
    this.#slots[slot] = code;
    if (this.entries.length * 2 > this.#slots.length) this.#grow();
    return code;
  }

  find(text: string): number {
    return this.#slots[this.#slotOf(text, hashOf(text))]!;
  }

  /** The slot that holds the text, or the empty one where it belongs. */
  #slotOf(text: string, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const code = slots[slot]!;
      if (code === EMPTY) return slot;
      if (this.#hashes[code] === hash && this.entries[code] === text) return slot;
      slot = (slot + 1) & mask;
    }
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(EMPTY);
    const mask = slots.length - 1;
    for (let code = 0; code < this.entries.length; code++) {
      let slot = this.#hashes[code]! & mask;
      while (slots[slot] !== EMPTY) slot = (slot + 1) & mask;
      slots[slot] = code;
    }
    this.#slots = slots;
  }
}

/** FNV-1a over the UTF-16 units, with a final mix so that the low bits depend on all of them. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  }
  hash ^= hash >>> 15;
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12);
}
