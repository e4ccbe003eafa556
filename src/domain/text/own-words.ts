import { sha256 } from "../../kernel/base/sha256";
import type { WorkKind } from "../own-work";
import { THEMES } from "./themes";

/**
 * Lists of words of the reader's own, which overrule those that come with the program.
 *
 * - `positive`, `negative`: speak for, against; `neutral`: speak neither for nor against, whatever our list says
 * - `whole`: words that must not be cut; `stop`: words that tell nothing
 * - a theme: words that speak of it, beside ours
 */
export const WORD_LISTS = ["positive", "negative", "neutral", "whole", "stop", ...THEMES] as const;
export type WordListId = (typeof WORD_LISTS)[number];

/** Words in lower case; a list that nobody has written is not there. */
export type OwnWords = ReadonlyMap<WordListId, readonly string[]>;

export const NO_OWN_WORDS: OwnWords = new Map();

/** One list a record; the key is its WordListId. Part of the user's own work. */
export const OWN_WORDS: WorkKind<readonly string[]> = { name: "text-words", parse: parseWords };

const WORDS_OF_A_LIST = 500;
const LONGEST_WORD = 30;

/**
 * Words as people type them into one field: one a line, or apart by commas and the like; blanks part Chinese words only, since
 * "on time" is one.
 *
 * @returns each once, in lower case and NFKC, at most WORDS_OF_A_LIST; longer ones than LONGEST_WORD are left out
 */
export function readWordList(text: string): readonly string[] {
  const pieces = text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[\n,、;|]+|(?<=[\u3400-\u9fff])[ \t]+(?=[\u3400-\u9fff])/u)
    .map((piece) => piece.trim().replaceAll(/\s+/gu, " "))
    .filter((piece) => piece !== "" && piece.length <= LONGEST_WORD);
  return [...new Set(pieces)].slice(0, WORDS_OF_A_LIST);
}

/** The lists among records; keys that are no list are left out. */
export function ownWordsOf(records: ReadonlyMap<string, readonly string[]>): OwnWords {
  return new Map(
    WORD_LISTS.flatMap((id) => {
      const words = records.get(id);
      return words === undefined || words.length === 0 ? [] : [[id, words] as const];
    }),
  );
}

/** Names a set of lists: empty for none, another text for any other set. */
export function ownWordsDigest(words: OwnWords): string {
  if (words.size === 0) return "";
  return `~${sha256(new TextEncoder().encode(JSON.stringify([...words]))).slice(0, 16)}`;
}

/** How many words there are in all lists. */
export function ownWordCount(words: OwnWords): number {
  return [...words.values()].reduce((sum, list) => sum + list.length, 0);
}

function parseWords(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  return value.every((word): word is string => typeof word === "string") ? value : null;
}
