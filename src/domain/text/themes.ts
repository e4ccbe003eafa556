import type { OwnWords } from "./own-words";
import themeWords from "./theme-words.json";
import { wordFinder } from "./word-finder";

export const THEMES = [
  "delivery",
  "quality",
  "price",
  "service",
  "reply",
  "after",
  "packing",
  "range",
  "billing",
] as const;
export type Theme = (typeof THEMES)[number];

/** The themes that a clause (in lower case) speaks of, as bits in the order of THEMES. O(letters). */
export type ThemeReader = (clause: string) => number;

export function themeReader(own: OwnWords): ThemeReader {
  const themesAt = wordFinder(themeBits(own));
  return (clause) => {
    let bits = 0;
    for (let at = 0; at < clause.length; at++) {
      const found = themesAt(clause, at);
      if (found !== null) bits |= found.value;
    }
    return bits;
  };
}

/** A word may stand for several themes; the bits of all. */
function themeBits(own: OwnWords): ReadonlyMap<string, number> {
  const bits = new Map<string, number>();
  THEMES.forEach((theme, i) => {
    for (const word of [...themeWords[theme], ...(own.get(theme) ?? [])]) {
      const known = bits.get(word);
      bits.set(word, (known === undefined ? 0 : known) | (1 << i));
    }
  });
  return bits;
}
