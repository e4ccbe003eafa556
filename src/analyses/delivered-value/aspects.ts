import { tagsOf, type QuestionTags, type Tagged } from "../../domain/question-tags";
import type { AnswerScope } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import {
  allSlots,
  answeredWithSteps,
  columnMeans,
  scored,
  sheetSteps,
  type Asked,
  type Sheet,
} from "../../measures/survey-sheet";

/** An aspect of fewer answers is not looked at. */
const LEAST_ANSWERS = 10;
const MOST_ASPECTS = 60;

/** The questions about parts that stand on one questionnaire, with their answers and tags. */
export interface AspectBook {
  readonly items: readonly Asked[];
  readonly tags: readonly Tagged[];
  /** one column an item */
  readonly sheet: Sheet;
  readonly means: Float64Array;
  readonly counts: Uint32Array;
}

/**
 * What a survey asks about parts of the offer, effort included: the questions that stand on the questionnaire of the most answered
 * one. Other surveys (ratings after single contacts) would mix other customers in.
 *
 * @returns null without such a question
 *
 * O(answers), yields after each question.
 */
export function* aspectsOf(
  book: SurveyBook,
  laid: QuestionTags,
  scope: AnswerScope,
): Generator<void, AspectBook | null, void> {
  const rated = scored(book).filter(({ kind }) => kind === "dimension" || kind === "ces");
  const [leader] = rated.toSorted(
    (a, b) =>
      Number(a.kind === "ces") - Number(b.kind === "ces") ||
      b.answers - a.answers ||
      a.index - b.index,
  );
  if (leader === undefined) return null;
  const together = yield* answeredWithSteps(book, rated, leader);
  const whole = yield* sheetSteps(book, together, scope);
  const { counts: answers } = columnMeans(whole, allSlots(whole));
  const items = together.filter((_, j) => answers[j]! >= LEAST_ANSWERS).slice(0, MOST_ASPECTS);
  if (items.length === 0) return null;
  const sheet = items.length === together.length ? whole : yield* sheetSteps(book, items, scope);
  return {
    items,
    tags: items.map(({ dimension }) => tagsOf(dimension, laid)),
    sheet,
    ...columnMeans(sheet, allSlots(sheet)),
  };
}

/** The items that pass, by their columns. */
export const columnsWhere = (
  { tags }: Pick<AspectBook, "tags">,
  passes: (tag: Tagged) => boolean,
): readonly number[] => tags.flatMap((tag, column) => (passes(tag) ? [column] : []));

/** Weights that are the same on some columns and 0 elsewhere, adding up to `sum`. */
export function evenWeights(width: number, columns: readonly number[], sum = 1): Float64Array {
  const weights = new Float64Array(width);
  for (const column of columns) weights[column] = sum / columns.length;
  return weights;
}

/** The questionnaires whose own weighted mean over what they answered lies below a bound. */
export function slotsBelow(
  { values, width, n }: Sheet,
  weights: Float64Array,
  bound: number,
): readonly number[] {
  const found: number[] = [];
  for (let slot = 0; slot < n; slot++) {
    let [sum, total] = [0, 0];
    for (let j = 0; j < width; j++) {
      const value = values[slot * width + j]!;
      if (value !== value) continue;
      sum += weights[j]! * value;
      total += weights[j]!;
    }
    if (total > 0 && sum / total < bound) found.push(slot);
  }
  return found;
}
