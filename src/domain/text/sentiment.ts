import type { OwnWords } from "./own-words";
import lexicon from "./sentiment-lexicon.json";
import { wordFinder } from "./word-finder";

/** What a piece of text says for and against. */
export interface Feeling {
  /** above zero for, below against */
  readonly score: number;
  /** words that said so */
  readonly hits: number;
}

type Entry =
  | { readonly kind: "feeling"; readonly value: number }
  | { readonly kind: "negation" }
  /** said by the reader to be no feeling: swallows the words in it */
  | { readonly kind: "nothing" }
  | { readonly kind: "degree"; readonly value: number };

const STRONG = 2;
const DEGREES = { strong: 2, more: 1.5, less: 0.6 } as const;
/** A negation or a degree reaches over so many letters that mean nothing to us. */
const REACH = 4;
/** What is "not bad" is not yet good. */
const DENIED = { positive: -1, negative: -0.5 } as const;

function entries(own: OwnWords): ReadonlyMap<string, Entry> {
  const all = new Map<string, Entry>();
  const add = (words: readonly string[] | undefined, entry: Entry): void => {
    for (const word of words ?? []) if (!all.has(word)) all.set(word, entry);
  };
  const feeling = (value: number): Entry => ({ kind: "feeling", value });
  add(own.get("positive"), feeling(1));
  add(own.get("negative"), feeling(-1));
  add(own.get("neutral"), { kind: "nothing" });
  add(lexicon.positive.plain, feeling(1));
  add(lexicon.positive.strong, feeling(STRONG));
  add(lexicon.negative.plain, feeling(-1));
  add(lexicon.negative.strong, feeling(-STRONG));
  add(lexicon.negations, { kind: "negation" });
  for (const id of ["strong", "more", "less"] as const) {
    add(lexicon.degrees[id], { kind: "degree", value: DEGREES[id] });
  }
  return all;
}

const CLAUSE_ENDS = /[，。！？；、,.!?;\n…~～]+/u;

/** The pieces of a comment that each say one thing, in lower case; the list mark 、 ends one too. */
export const clausesOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(CLAUSE_ENDS)
    .filter((clause) => clause.trim() !== "");

/** For or against, of one clause in lower case without marks of punctuation. */
export type FeelingReader = (clause: string) => Feeling;

/**
 * For or against, of one clause: Σ polarity × degree, turned by negations within reach before the word.
 *
 * @param own  words of the reader's own, which count before ours
 *
 * Words are found by longest match from left to right, in simplified and traditional Chinese and English. O(letters).
 * Rule after 徐琳宏 et al. 2008; the lists of words are our own.
 */
export function feelingReader(own: OwnWords): FeelingReader {
  const entryAt = wordFinder(entries(own));
  return (clause) => {
    let [score, hits] = [0, 0];
    let [degree, isDenied, idle] = [1, false, 0];
    for (let at = 0; at < clause.length;) {
      const found = entryAt(clause, at);
      if (found === null) {
        at++;
        if (++idle > REACH) [degree, isDenied] = [1, false];
        continue;
      }
      const entry = found.value;
      at += found.length;
      idle = 0;
      if (entry.kind === "nothing") continue;
      if (entry.kind === "negation") isDenied = !isDenied;
      else if (entry.kind === "degree") degree = Math.max(degree === 1 ? 0 : degree, entry.value);
      else {
        const denial = entry.value > 0 ? DENIED.positive : DENIED.negative;
        score += entry.value * degree * (isDenied ? denial : 1);
        hits++;
        [degree, isDenied] = [1, false];
      }
    }
    return { score, hits };
  };
}
