import type { Question, QuestionKind } from "../../domain/question";
import { isMissingWord } from "../validate/number";
import { levelOf, numberOfAnswer } from "../validate/answer";
import { normalForm } from "./normal-form";

/** What the answers in one column look like; shares are of the answers given. */
export interface AnswerFacts {
  readonly filled: number;
  readonly distinct: number;
  /** Least and greatest of the answers that are 0..10; codes such as 99 for "refused" are no part of a scale. */
  readonly least: number;
  readonly most: number;
  /** Answers that are whole or half numbers 0..10, alone or before words. */
  readonly numberShare: number;
  /** Answers that are words of a text scale. */
  readonly wordShare: number;
  /** Words tell "满意" from "比较满意": seven steps. */
  readonly hasSevenSteps: boolean;
  readonly meanLength: number;
}

/** O(answers); each different answer is looked at once. */
export function answerFacts(answers: readonly string[]): AnswerFacts {
  const given = new Map<string, number>();
  let filled = 0;
  let units = 0;
  for (const answer of answers) {
    const known = given.get(answer);
    if (known === undefined && isMissingWord(answer)) continue;
    given.set(answer, known === undefined ? 1 : known + 1);
    filled++;
    units += answer.length;
  }
  const share = (count: number): number => (filled === 0 ? 0 : count / filled);
  const levels = new Set<number>();
  let [numbers, words, least, most] = [0, 0, Infinity, -Infinity];
  for (const [answer, count] of given) {
    const value = numberOfAnswer(answer);
    if (value >= 0 && value <= 10 && Number.isInteger(value * 2)) {
      numbers += count;
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    const level = levelOf(answer);
    if (level === null) continue;
    words += count;
    levels.add(level);
  }
  return {
    filled,
    distinct: given.size,
    least,
    most,
    numberShare: share(numbers),
    wordShare: share(words),
    hasSevenSteps: (levels.has(6) && levels.has(5)) || (levels.has(2) && levels.has(3)),
    meanLength: share(units),
  };
}

const TEXT =
  /意见|意見|建议|建議|原因|为什么|為什麼|为何|為何|说明|說明|评价内容|評價內容|评论|評論|留言|反馈|回饋|why|comment|suggest|feedback|review|verbatim|improve|anything else|other remarks|describe|words/;
const NPS = /推荐|推薦|recommend|\bnps\b|净推荐|淨推薦/;
const EFFORT =
  /费力|費力|费劲|費勁|省力|容易|轻松|輕鬆|\beffort\b|\beasy\b|\bease\b|\bces\b|difficult/;
const HARD = /费力|費力|费劲|費勁|\beffort\b|difficult/;
const IMPORTANCE = /重要性|重要程度|重要|importance|important/;
const EXPECTATION = /期望值|期望|期待|预期|預期|expectation|expected/;
const OVERALL =
  /总体|總體|整体|整體|总的来说|總的來說|综合|綜合|总评|總評|^满意度$|^滿意度$|^评分$|^評分$|\bcsat\b|overall|^satisfaction$|^rating$|^score$|^star$|^stars$|^cusa/;
/** Words and forms that a question has and a fact about the customer hardly ever. */
const ASKS =
  /[?？]|^q\s?\d+|^第?\s?\d+\s?[、.题題]|满意|滿意|评分|評分|打分|satisf|how (?:likely|would|much|easy)|\brat(?:e|ing)\b|\bstars?\b|\bscore\b/;

/** Whether a header asks for something, by its words. */
export function asksByHeader(header: string): boolean {
  const raw = header.normalize("NFKC").toLowerCase().trim();
  return [ASKS, NPS, EFFORT, IMPORTANCE, EXPECTATION, OVERALL].some((words) => words.test(raw));
}

/** Whether the answers lie on a scale: words of one, or whole numbers up to ten that are not only yes and no. */
function isOnScale({ filled, distinct, most, ...facts }: AnswerFacts): boolean {
  if (filled === 0) return false;
  if (facts.wordShare + facts.numberShare >= 0.8 && facts.wordShare >= 0.3) return true;
  return facts.numberShare >= 0.95 && most >= 4 && distinct <= 21;
}

/**
 * How the answers of a column are read, or null when the column asks nothing.
 *
 * @param usualMost the scale maximum that most columns of the sheet have, or null
 */
export function proposeQuestion(
  header: string,
  facts: AnswerFacts,
  usualMost: number | null,
): Question | null {
  const words = normalForm(header);
  const raw = header.normalize("NFKC").toLowerCase();
  const asks = asksByHeader(header) && !TEXT.test(words);
  const isMostlyOnScale = facts.filled === 0 || facts.numberShare + facts.wordShare >= 0.6;
  if (isOnScale(facts) || (asks && isMostlyOnScale)) {
    const scale = scaleOf(raw, facts, usualMost);
    const kind = kindOf(words, raw, scale[1], facts);
    const [scaleMin, scaleMax] = kind === "nps" && facts.wordShare < 0.3 ? NPS_SCALE : scale;
    return { kind, scaleMin, scaleMax, isReversed: kind === "ces" && HARD.test(raw) };
  }
  const isProse = facts.numberShare < 0.2 && facts.meanLength >= 12 && facts.distinct > 20;
  if (!TEXT.test(words) && !(isProse && /[?？]/.test(header))) return null;
  if (facts.filled > 0 && facts.numberShare > 0.5) return null;
  return { kind: "text", scaleMin: 1, scaleMax: 5, isReversed: false };
}

const NPS_SCALE: readonly [number, number] = [0, 10];

function kindOf(words: string, raw: string, most: number, facts: AnswerFacts): QuestionKind {
  // a "recommend" question on five points is no NPS
  if (NPS.test(raw) && (most === 10 || facts.filled < 30)) return "nps";
  if (IMPORTANCE.test(raw)) return "importance";
  if (EXPECTATION.test(raw)) return "expectation";
  if (EFFORT.test(raw)) return "ces";
  return OVERALL.test(raw) || OVERALL.test(words) ? "csat" : "dimension";
}

const RANGE = /(?<!\d)([01])\s*(?:-|–|~|～|至|到|to)\s*(4|5|6|7|10|100)(?!\d)/;

/** The ends of the scale: what the header says, else the least usual scale that holds all answers. */
function scaleOf(
  header: string,
  facts: AnswerFacts,
  usualMost: number | null,
): readonly [number, number] {
  const said = RANGE.exec(header);
  if (said) return [Number(said[1]), Number(said[2])];
  if (facts.wordShare >= 0.3 && facts.numberShare < 0.3)
    return facts.hasSevenSteps ? [1, 7] : [1, 5];
  const own = facts.most <= 5 ? 5 : leastScale(facts.most);
  const most = usualMost !== null && usualMost > own ? usualMost : own;
  return [facts.least < 1 ? 0 : 1, most];
}

function leastScale(most: number): number {
  return most <= 7 ? 7 : 10;
}

/** The scale maximum that at least seven in ten of the columns on a scale have by themselves. */
export function usualScaleMost(columns: readonly AnswerFacts[]): number | null {
  const mosts = columns
    .filter((facts) => isOnScale(facts) && facts.numberShare >= 0.95)
    .map(({ most }) => (most <= 5 ? 5 : leastScale(most)));
  const greatest = Math.max(...mosts);
  const share = mosts.filter((most) => most === greatest).length / mosts.length;
  return mosts.length >= 3 && share >= 0.7 ? greatest : null;
}

const NUMBERING = /^\s*(?:q\s?\d+|第?\s?\d+\s?[、.．题題:：)）])\s*[、.．:：_-]?\s*/i;

/** What a question is about, without its number, scale and the word for importance or expectation; pairs those three. */
export function dimensionOf(question: string, kind: QuestionKind): string {
  let text = question.normalize("NFKC").trim();
  const bare = text
    .replace(NUMBERING, "")
    .replace(/[([【].*?[)\]】]/g, "")
    .trim();
  if (bare !== "") text = bare;
  if (kind !== "importance" && kind !== "expectation" && kind !== "dimension") return text;
  const cut = text
    .replace(
      /的?(?:重要性|重要程度|期望值|期望|期待|预期|預期|满意度|滿意度|评分|評分|得分|表现|表現)|\b(?:importance|expectations?|expected|satisfaction|performance|rating|score)\b(?:\s+of\b)?/gi,
      "",
    )
    .replace(/^[\s_:：\-–—/]+|[\s_:：\-–—/]+$/g, "")
    .trim();
  return cut === "" ? text : cut;
}

const KIND_WORDS: readonly (readonly [RegExp, QuestionKind])[] = [
  [NPS, "nps"],
  [IMPORTANCE, "importance"],
  [EXPECTATION, "expectation"],
  [EFFORT, "ces"],
  [/dimension|维度|構面|分项|分項|单项|單項/, "dimension"],
  [/csat|满意|滿意|satisf/, "csat"],
  [/text|open|文字|开放|開放|填空/, "text"],
];

/** The kind of question that a cell of a "question kind" column names; null for other words. */
export function kindOfWord(text: string | null): QuestionKind | null {
  const word = text === null ? "" : text.normalize("NFKC").toLowerCase();
  const found = KIND_WORDS.find(([pattern]) => pattern.test(word));
  return found === undefined ? null : found[1];
}
