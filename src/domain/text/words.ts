import type { OwnWords } from "./own-words";
import lexicon from "./sentiment-lexicon.json";
import stopWords from "./stop-words.json";
import themeWords from "./theme-words.json";
import { wordFinder } from "./word-finder";

const LETTER_OF_LATIN = /[a-z]/u;
const CHINESE = /[\u3400-\u9fff]/u;
/** These turn the word after them: 不及时 is no 及时. */
const DENIALS: ReadonlySet<string> = new Set(["不", "没", "沒", "未"]);

/** Cuts a text in lower case into words. */
export type Cutter = (text: string) => readonly string[];

/** Whether the engine can cut Chinese by a dictionary. */
export const hasDictionary = (): boolean =>
  // eslint-disable-next-line no-restricted-globals -- whether it is there, nothing else
  typeof Intl.Segmenter === "function";

/**
 * Cuts by the engine's dictionary where it has one, else into every two neighbouring Chinese letters and every Latin word. Words of the
 * lists (the reader's own and ours) stay whole where one begins at a cut, longest first. A denial and the word right after it
 * are one.
 */
export function wordCutter(own: OwnWords): Cutter {
  if (!hasDictionary()) return (text) => denialsJoined(pairs(text));
  const wordAt = wordFinder(wholeWords(own));
  // eslint-disable-next-line no-restricted-globals -- the language is fixed: nothing of the reader's locale comes in
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  return (text) => {
    const words: string[] = [];
    let from = 0;
    for (const { index, segment, isWordLike } of segmenter.segment(text)) {
      const end = index + segment.length;
      // A word of ours may have taken the beginning of this piece, or all of it.
      while (from < end) {
        const found = isWordLike === true ? wordAt(text, from) : null;
        if (found === null) {
          if (isWordLike === true) words.push(text.slice(from, end));
          from = end;
          continue;
        }
        words.push(text.slice(from, from + found.length));
        from += found.length;
      }
    }
    return denialsJoined(words);
  };
}

function wholeWords(own: OwnWords): ReadonlyMap<string, true> {
  const lists = [
    ...Object.values(themeWords),
    ...Object.values(lexicon.positive),
    ...Object.values(lexicon.negative),
    stopWords,
    ...own.values(),
  ];
  return new Map(
    lists.flatMap((list) => list.filter((word) => word.length > 1).map((word) => [word, true])),
  );
}

function pairs(text: string): readonly string[] {
  const runs = text.match(/[\u3400-\u9fff]+|[a-z']+/gu) ?? [];
  return runs.flatMap((run) => {
    if (!CHINESE.test(run)) return [run];
    return Array.from({ length: Math.max(1, run.length - 1) }, (_, i) => run.slice(i, i + 2));
  });
}

function denialsJoined(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const before = joined.at(-1);
    const isDenied = before !== undefined && DENIALS.has(before);
    if (isDenied && word.length > 1 && CHINESE.test(word))
      joined[joined.length - 1] = before + word;
    else joined.push(word);
  }
  return joined;
}

/** Whether a text in lower case has a word, in other words too, but neither denied nor, in Latin letters, inside another. */
export function saysWord(text: string, word: string): boolean {
  const isLatin = LETTER_OF_LATIN.test(word.charAt(0));
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + word.length)];
    if (
      isLatin ? !LETTER_OF_LATIN.test(before) && !LETTER_OF_LATIN.test(after) : !DENIALS.has(before)
    ) {
      return true;
    }
  }
  return false;
}

/** Whether a word says anything by itself: no single letters, numbers, or words that stand in every sentence. */
export function tellingWords(own: OwnWords): (word: string) => boolean {
  const stop: ReadonlySet<string> = new Set([...stopWords, ...(own.get("stop") ?? [])]);
  return (word) => {
    if (stop.has(word)) return false;
    if (!CHINESE.test(word)) return word.length >= 3 && LETTER_OF_LATIN.test(word);
    // A denied word that tells nothing tells nothing either: 不然后.
    return word.length >= 2 && !(DENIALS.has(word.charAt(0)) && stop.has(word.slice(1)));
  };
}
