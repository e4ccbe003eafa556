/** Texts and their codes in order of first appearance: the dictionary of a column while it grows. */
export interface DictionaryEncoder {
  /** The code of this text, a new one when it was not seen before. O(1) on average. */
  encode(text: string): number;
  /** The code of this text, or -1. */
  find(text: string): number;
  /** Entry i is the text of code i; grows with `encode`. */
  readonly entries: readonly string[];
}

/** @param initial distinct texts that already have the codes 0, 1, … */
export function dictionaryEncoder(initial: readonly string[] = []): DictionaryEncoder {
  const entries = [...initial];
  const codes = new Map<string, number>();
  for (let code = 0; code < entries.length; code++) codes.set(entries[code]!, code);
  return {
    entries,
    encode(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      const code = entries.length;
      entries.push(text);
      codes.set(text, code);
      return code;
    },
    find(text) {
      const known = codes.get(text);
      return known === undefined ? -1 : known;
    },
  };
}
