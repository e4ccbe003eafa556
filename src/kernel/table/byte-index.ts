/** Answer of `find` for bytes that were never added. */
export const UNSEEN = -1;

const FIRST_HEAP_WORDS = 4096;
const FIRST_SLOTS = 512;
/** Words before the bytes of a key in the heap: its code and its length. */
const CODE = 0;
const LENGTH = 1;
const KEY = 2;

/** Bytes, and a view of the same buffer from its start: single bytes are read from the one, words from the other. */
export interface ByteWindow {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly view: DataView<ArrayBuffer>;
}

export function byteWindow(length: number): ByteWindow {
  const bytes = new Uint8Array(length);
  return { bytes, view: new DataView(bytes.buffer) };
}

/**
 * Codes by the bytes of a text: a hash table with open addressing whose keys never become strings.
 *
 * Code, length and key lie beside each other in one heap, so a look-up touches two cache lines: its slot and its key.
 * Hashing and comparing go four bytes at a time. O(length) on average; about 24 bytes an entry beside the keys.
 */
export class ByteIndex {
  #heap = new Int32Array(FIRST_HEAP_WORDS);
  /** Word 0 is nobody's: a slot that says 0 is empty. */
  #heapUsed = 1;
  #size = 0;
  /** Pairs: hash, word of the entry in the heap. */
  #slots = new Int32Array(FIRST_SLOTS);
  /** Of the bytes that were looked for last. */
  #hash = 0;

  /** Number of keys. */
  get size(): number {
    return this.#size;
  }

  /** The code that was added with these bytes, else UNSEEN. */
  find(window: ByteWindow, start: number, end: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    const hash = hashOf(window, start, end);
    this.#hash = hash;
    let slot = (hash << 1) & mask;
    for (;;) {
      const entry = slots[slot + 1]!;
      if (entry === 0) return UNSEEN;
      if (slots[slot] === hash && this.#equals(entry, window, start, end))
        return this.#heap[entry + CODE]!;
      slot = (slot + 2) & mask;
    }
  }

  /**
   * Adds the bytes that `find` was last asked for and did not know.
   *
   * @param code 0 .. 2^31 - 1
   */
  add(window: ByteWindow, start: number, end: number, code: number): void {
    const entry = this.#heapUsed;
    const words = KEY + ((end - start + 3) >>> 2);
    if (entry + words > this.#heap.length) this.#growHeap(words);
    const heap = this.#heap;
    heap[entry + CODE] = code;
    heap[entry + LENGTH] = end - start;
    // word by word: a view of its own for every key would cost more than the key
    let word = entry + KEY;
    let at = start;
    for (; at + 4 <= end; at += 4) heap[word++] = window.view.getInt32(at, true);
    if (at < end) heap[word] = restOf(window.bytes, at, end);
    this.#heapUsed += words;
    this.#place(this.#hash, entry);
    if (++this.#size * 4 > this.#slots.length) this.#growSlots();
  }

  #place(hash: number, entry: number): void {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & mask;
    slots[slot] = hash;
    slots[slot + 1] = entry;
  }

  #growSlots(): void {
    const before = this.#slots;
    this.#slots = new Int32Array(before.length * 2);
    for (let slot = 0; slot < before.length; slot += 2) {
      if (before[slot + 1] !== 0) this.#place(before[slot]!, before[slot + 1]!);
    }
  }

  /** Whether the entry's key is these bytes. No engine runs on a big-endian machine (see `codec`). */
  #equals(entry: number, window: ByteWindow, start: number, end: number): boolean {
    const heap = this.#heap;
    if (heap[entry + LENGTH] !== end - start) return false;
    const view = window.view;
    let word = entry + KEY;
    let at = start;
    for (; at + 4 <= end; at += 4) if (view.getInt32(at, true) !== heap[word++]) return false;
    return at === end || restOf(window.bytes, at, end) === heap[word];
  }

  #growHeap(needed: number): void {
    const larger = new Int32Array(Math.max(this.#heap.length * 2, this.#heapUsed + needed));
    larger.set(this.#heap.subarray(0, this.#heapUsed));
    this.#heap = larger;
  }
}

/** Four bytes at a time, then the rest as one word. */
function hashOf(window: ByteWindow, start: number, end: number): number {
  const view = window.view;
  let hash = end - start;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = mix(hash, view.getInt32(at, true));
  if (at < end) hash = mix(hash, restOf(window.bytes, at, end));
  hash = Math.imul(hash ^ (hash >>> 13), 0x2c1b3c6d);
  return hash ^ (hash >>> 16);
}

/** One to three bytes as they lie in a little-endian word. */
function restOf(bytes: Uint8Array, at: number, end: number): number {
  let word = bytes[at]!;
  if (at + 1 < end) word |= bytes[at + 1]! << 8;
  if (at + 2 < end) word |= bytes[at + 2]! << 16;
  return word;
}

function mix(hash: number, word: number): number {
  const mixed = Math.imul(hash ^ word, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
