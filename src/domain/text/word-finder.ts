/** A word that begins at a place of a text, and what it stands for. */
export interface Found<T> {
  readonly length: number;
  readonly value: T;
}

interface Entry<T> {
  readonly word: string;
  readonly found: Found<T>;
}

/** As many as a unit of UTF-16 has values. */
const LETTERS = 65_536;

const isLatin = (code: number): boolean => code >= 97 && code <= 122;

/**
 * Finds the longest of some words that begins at a place. A Latin word must stand alone: "not" is not in "note".
 *
 * @param words  in lower case; of equal words the last counts
 * @returns a function of a text in lower case and a place in it; null where no word begins. O(words of those first two letters)
 */
export function wordFinder<T>(
  words: Iterable<readonly [word: string, value: T]>,
): (text: string, at: number) => Found<T> | null {
  const starts = new Uint8Array(LETTERS);
  const single = new Map<number, Entry<T>>();
  const byPair = new Map<number, Entry<T>[]>();
  for (const [word, value] of new Map(words)) {
    if (word === "") continue;
    const entry = { word, found: { length: word.length, value } };
    const first = word.charCodeAt(0);
    starts[first] = 1;
    if (word.length === 1) {
      single.set(first, entry);
      continue;
    }
    const pair = first * LETTERS + word.charCodeAt(1);
    const known = byPair.get(pair);
    if (known === undefined) byPair.set(pair, [entry]);
    else known.push(entry);
  }
  for (const entries of byPair.values()) entries.sort((a, b) => b.word.length - a.word.length);
  return (text, at) => {
    const first = text.charCodeAt(at);
    if (starts[first] !== 1) return null;
    const entries =
      at + 1 < text.length ? byPair.get(first * LETTERS + text.charCodeAt(at + 1)) : undefined;
    if (entries !== undefined) {
      for (const { word, found } of entries) {
        if (text.startsWith(word, at) && standsAlone(text, at, word.length)) return found;
      }
    }
    const alone = single.get(first);
    return alone !== undefined && standsAlone(text, at, 1) ? alone.found : null;
  };
}

/** A Chinese word may begin and end anywhere. */
function standsAlone(text: string, at: number, length: number): boolean {
  if (!isLatin(text.charCodeAt(at))) return true;
  return !isLatin(text.charCodeAt(at - 1)) && !isLatin(text.charCodeAt(at + length));
}
