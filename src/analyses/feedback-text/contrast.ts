import type { OwnWords } from "../../domain/text/own-words";
import { saysWord, tellingWords, wordCutter } from "../../domain/text/words";
import { wordLogOdds } from "../../kernel/stats/word-log-odds";
import type { Progress } from "../define";
import { customersOfComments, sideOf, type Comments } from "./comments";
import type { FeedbackResult, WordLine } from "./spec";

const LISTED = 12;
const FEWEST_COMMENTS = 20;
/** A word of fewer comments is not shown, however one-sided. */
const FEWEST_OF_A_WORD = 3;
/** Cutting is the slow part; so many comments, or letters, of a side, evenly taken, say as much. */
const MOST_COMMENTS = 6000;
const MOST_LETTERS = 300_000;
const SLICE = 250;
const Z_95 = 1.959963984540054;

/** The words that high and low scores use more, each counted once a comment; null when a side is too thin. */
export function* contrastOf(
  comments: Comments,
  own: OwnWords,
): Generator<Progress, FeedbackResult["contrast"], void> {
  const [highs, lows] = [placesOf(comments, 1), placesOf(comments, -1)];
  if (highs.length < FEWEST_COMMENTS || lows.length < FEWEST_COMMENTS) return null;
  const [high, low] = [evenly(comments, highs), evenly(comments, lows)];
  const counted = yield* countWords(comments, { high, low, own });
  const sure = sureWords(counted);
  const lines: WordLine[] = [];
  for (const sign of [1, -1]) {
    for (const word of sure.filter(({ z }) => sign * z > 0).slice(0, LISTED)) {
      const { z: _, error, ...line } = word;
      const reach = Z_95 * error;
      lines.push({
        ...line,
        customers: customersOfWord(comments, line.word).length,
        low: line.logOdds - reach,
        high: line.logOdds + reach,
      });
      yield { done: 0.97 };
    }
  }
  return {
    highs: high.length,
    lows: low.length,
    high: lines.filter(({ logOdds }) => logOdds > 0),
    low: lines.filter(({ logOdds }) => logOdds < 0),
  };
}

/** By word, the comments with high and with low scores that have it. */
type Counted = ReadonlyMap<string, readonly [highs: number, lows: number]>;

/** Words whose interval leaves out zero, the surest first. */
function sureWords(counted: Counted) {
  const words = [...counted.keys()];
  const of = (side: 0 | 1): Float64Array =>
    Float64Array.from(words, (word) => counted.get(word)![side]);
  const [highs, lows] = [of(0), of(1)];
  const { values, errors } = wordLogOdds(highs, lows);
  return words
    .map((word, w) => ({
      word,
      highs: highs[w]!,
      lows: lows[w]!,
      logOdds: values[w]!,
      error: errors[w]!,
      z: values[w]! / errors[w]!,
    }))
    .filter((line) => line.highs + line.lows >= FEWEST_OF_A_WORD && Math.abs(line.z) > Z_95)
    .sort((a, b) => Math.abs(b.z) - Math.abs(a.z) || (a.word < b.word ? -1 : 1));
}

function placesOf(comments: Comments, side: 1 | -1): readonly number[] {
  const places: number[] = [];
  for (let i = 0; i < comments.n; i++) if (sideOf(comments, i) === side) places.push(i);
  return places;
}

function evenly({ codes, lowered }: Comments, places: readonly number[]): readonly number[] {
  let letters = 0;
  for (const place of places) letters += lowered[codes[place]!]!.length;
  const most = Math.min(MOST_COMMENTS, Math.floor((places.length * MOST_LETTERS) / letters));
  if (places.length <= most) return places;
  const count = Math.max(FEWEST_COMMENTS, most);
  const stride = places.length / count;
  return Array.from({ length: count }, (_, k) => places[Math.floor(k * stride)]!);
}

interface Sides {
  readonly high: readonly number[];
  readonly low: readonly number[];
  readonly own: OwnWords;
}

/** Each text is cut once, however many comments have it. */
function* countWords(
  { codes, lowered }: Comments,
  { high, low, own }: Sides,
): Generator<Progress, Counted, void> {
  const [cut, isTelling] = [wordCutter(own), tellingWords(own)];
  const texts = new Map<number, [number, number]>();
  for (const [side, places] of [high, low].entries()) {
    for (const place of places) {
      const code = codes[place]!;
      let counts = texts.get(code);
      if (counts === undefined) texts.set(code, (counts = [0, 0]));
      counts[side as 0 | 1]++;
    }
  }
  const counted = new Map<string, [number, number]>();
  let k = 0;
  for (const [code, [highs, lows]] of texts) {
    if (++k % SLICE === 0) yield { done: 0.5 + (0.45 * k) / texts.size };
    for (const word of new Set(cut(lowered[code]!))) {
      if (!isTelling(word)) continue;
      let counts = counted.get(word);
      if (counts === undefined) counted.set(word, (counts = [0, 0]));
      counts[0] += highs;
      counts[1] += lows;
    }
  }
  return counted;
}

/** Rows of the customers whose comments have a word, in longer words too, ascending. O(letters). */
export function customersOfWord(comments: Comments, word: string): Uint32Array {
  const { codes, lowered } = comments;
  // by text: 0 not looked at, 1 has it, 2 has not
  const known = new Uint8Array(lowered.length);
  return customersOfComments(comments, (i) => {
    const code = codes[i]!;
    if (known[code] === 0) known[code] = saysWord(lowered[code]!, word) ? 1 : 2;
    return known[code] === 1;
  });
}
