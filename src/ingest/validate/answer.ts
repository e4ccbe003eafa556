import type { Question } from "../../domain/question";
import { readNumber } from "./number";

/** Levels of words, 1 (worst) to 7 (best): a scale of five folds 5 and 6 to 4, and 2 and 3 to 2. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const GOOD =
  "(?:满意|滿意|同意|认同|認同|赞同|贊同|重要|容易|方便|可能|愿意|願意|会推荐|會推薦|符合|清楚|好|快|专业|專業)";
const CHINESE: readonly (readonly [RegExp, Level])[] = [
  [new RegExp(`^(?:非常|十分|极其|極其|极|極|很|完全|特别|特別)不${GOOD}$`), 1],
  [/^(?:非常|很|极|極)差$/, 1],
  [new RegExp(`^(?:不太|不怎么|不怎麼|不大|比较不|比較不|较不|較不|有点不|有點不)${GOOD}$`), 3],
  [new RegExp(`^(?:不${GOOD}|较差|較差|比较差|比較差|差)$`), 2],
  [/^(?:一般|普通|中立|中等|中|尚可|还行|還行|还可以|還可以|说不清|說不清|无所谓|無所謂)$/, 4],
  [new RegExp(`^(?:比较|比較|较|較|还算|還算|基本)${GOOD}$`), 5],
  [new RegExp(`^(?:非常|十分|极其|極其|极|極|很|完全|特别|特別)${GOOD}$`), 7],
  [/^(?:优秀|優秀|优|優|满分|滿分)$/, 7],
  [new RegExp(`^(?:${GOOD}|良好|良)$`), 6],
];
const ENGLISH_GOOD =
  "(?:satisfied|agree|likely|important|good|easy|happy|willing|convenient|pleased)";
const ENGLISH_BAD =
  "(?:dissatisfied|unsatisfied|disagree|unlikely|unimportant|poor|bad|difficult|hard|unhappy)";
const ENGLISH_VERY = "(?:very|extremely|strongly|completely|totally|highly)";
const ENGLISH_RATHER = "(?:somewhat|slightly|fairly|rather|quite|mostly|moderately)";
const ENGLISH: readonly (readonly [RegExp, Level])[] = [
  [new RegExp(`^(?:${ENGLISH_VERY} ${ENGLISH_BAD}|not at all ${ENGLISH_GOOD}|terrible|awful)$`), 1],
  [new RegExp(`^(?:${ENGLISH_RATHER} ${ENGLISH_BAD}|not (?:very|so) ${ENGLISH_GOOD})$`), 3],
  [new RegExp(`^(?:${ENGLISH_BAD}|not ${ENGLISH_GOOD})$`), 2],
  [/^(?:neutral|neither\b.*|average|fair|ok|okay|so so|undecided|unsure)$/, 4],
  [new RegExp(`^${ENGLISH_RATHER} ${ENGLISH_GOOD}$`), 5],
  [new RegExp(`^(?:${ENGLISH_VERY} ${ENGLISH_GOOD}|excellent|outstanding)$`), 7],
  [new RegExp(`^${ENGLISH_GOOD}$`), 6],
];

const LEVELS = [...CHINESE, ...ENGLISH];
/** No word of a scale is longer, "neither … nor …" with its blanks included: prose is not looked at. */
const LONGEST_LEVEL = 60;

/** The level that a word of a text scale stands for (非常满意 … 非常不满意, strongly agree …); null for other text. */
export function levelOf(text: string): Level | null {
  if (text.length > LONGEST_LEVEL || /^\s*[\d.]+\s*$/.test(text)) return null;
  const word = text
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[。.!！]$/, "");
  const found = LEVELS.find(([pattern]) => pattern.test(word));
  return found === undefined ? null : found[1];
}

/** A number with words behind it: "5 非常满意", "10 - extremely likely", "4分", "3星". */
const LEADING = /^\s*(\d{1,3})(?:\s*[-–—.、:：(（]|\s+|\s*[分星])\D*$/;

/** The number that an answer begins with or is; NaN when it has none. */
export function numberOfAnswer(text: string): number {
  const whole = readNumber(text, ".");
  if (!Number.isNaN(whole)) return whole;
  const leading = LEADING.exec(text.normalize("NFKC"));
  return leading === null ? Number.NaN : Number(leading[1]);
}

/**
 * The score of an answer on the scale of its question; NaN when it is neither a number on the scale nor a word of one.
 *
 * Words: on 1..7 their level, on any other scale the five steps spread over it.
 */
export function scoreOfAnswer(text: string, { scaleMin, scaleMax }: Question): number {
  const value = numberOfAnswer(text);
  if (!Number.isNaN(value)) return value >= scaleMin && value <= scaleMax ? value : Number.NaN;
  const level = levelOf(text);
  if (level === null) return Number.NaN;
  if (scaleMin === 1 && scaleMax === 7) return level;
  const step = FIVE[level];
  return scaleMin + ((step - 1) / 4) * (scaleMax - scaleMin);
}

const FIVE: Readonly<Record<Level, number>> = { 1: 1, 2: 2, 3: 2, 4: 3, 5: 4, 6: 4, 7: 5 };
