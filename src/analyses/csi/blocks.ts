import type { SurveyBook } from "../../measures/survey-book";
import { answeredWithSteps, scored, type Asked } from "../../measures/survey-sheet";
import type { BlockLine } from "./spec";

const LEAST_ITEMS = 2;
const MOST_ITEMS = 40;

/** Questions that belong into one index. */
export interface Block {
  readonly kind: BlockLine["kind"];
  readonly name: string;
  readonly items: readonly Asked[];
}

/**
 * The indices that a survey has questions for.
 *
 * @returns the questions about the whole when there are two or more of one questionnaire, as the national indices are made;
 *   all parts; and the parts that share what they are about, or a name but for its number (IMAG1, IMAG2, …)
 *
 * O(answers), yields after each question.
 */
export function* blocksOf(book: SurveyBook): Generator<void, readonly Block[], void> {
  const questions = scored(book);
  const whole = yield* together(book, questions, "csat");
  const parts = yield* together(book, questions, "dimension");
  const blocks: Block[] = [];
  if (whole.length >= LEAST_ITEMS) blocks.push({ kind: "whole", name: "", items: whole });
  if (parts.length < LEAST_ITEMS) return blocks;
  blocks.push({ kind: "parts", name: "", items: parts });
  for (const [name, items] of grouped(parts)) {
    const isOwn = items.length >= LEAST_ITEMS && items.length < parts.length;
    if (isOwn) blocks.push({ kind: "group", name, items });
  }
  return blocks;
}

/** The questions of a kind that are answered on the questionnaires of the most answered one. */
function* together(
  book: SurveyBook,
  questions: readonly Asked[],
  kind: "csat" | "dimension",
): Generator<void, readonly Asked[], void> {
  const own = questions.filter((question) => question.kind === kind);
  const [leader] = own.toSorted((a, b) => b.answers - a.answers || a.index - b.index);
  if (leader === undefined) return [];
  const found = yield* answeredWithSteps(book, own, leader);
  return found.slice(0, MOST_ITEMS);
}

const NUMBER_AT_END = /[\s_.:：\-–—]*\d+$/u;

function grouped(parts: readonly Asked[]): ReadonlyMap<string, readonly Asked[]> {
  const shared = new Map<string, number>();
  for (const { dimension } of parts) {
    const known = shared.get(dimension);
    shared.set(dimension, known === undefined ? 1 : known + 1);
  }
  const groups = new Map<string, Asked[]>();
  for (const item of parts) {
    const isShared = (shared.get(item.dimension) ?? 1) > 1;
    const name = isShared ? item.dimension : item.name.replace(NUMBER_AT_END, "");
    if (name === "" || (!isShared && name === item.name)) continue;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [item]);
    else known.push(item);
  }
  return new Map([...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
