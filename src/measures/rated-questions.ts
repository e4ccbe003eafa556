import type { QuestionKind } from "../domain/question";
import type { SurveyBook, SurveyQuestion } from "./survey-book";

export type RatedQuestion = SurveyQuestion & {
  /** place in the survey book */
  readonly index: number;
  /** stays the same when other questions come and go */
  readonly id: string;
};

/** A scale of more steps than this has too few answers a step. */
const MOST_STEPS = 10;

const idOf = ({ kind, scaleMin, scaleMax, isReversed, name }: SurveyQuestion): string =>
  [kind, scaleMin, isReversed ? `${scaleMax}r` : scaleMax, name].join(":");

/** The questions that rate, with answers, in the order of their names; those about importance and expectation rate nothing. */
export const ratedQuestions = ({ questions }: SurveyBook): readonly RatedQuestion[] =>
  questions.flatMap((question, index) => {
    const rates = ["csat", "nps", "dimension", "ces"].includes(question.kind);
    return rates && question.answers > 0 && question.scaleMax > question.scaleMin
      ? [{ ...question, index, id: idOf(question) }]
      : [];
  });

/** The rated questions on a scale of few steps. */
export const steppedQuestions = (book: SurveyBook): readonly RatedQuestion[] =>
  ratedQuestions(book).filter(({ scaleMin, scaleMax }) => scaleMax - scaleMin <= MOST_STEPS);

/** The question with the most answers; of equals the first. */
export const mostAnswered = (questions: readonly RatedQuestion[]): RatedQuestion | null =>
  questions.toSorted((a, b) => b.answers - a.answers || a.index - b.index)[0] ?? null;

/**
 * The question that is asked for.
 *
 * @param wanted  an id, or the very words of a question; empty, or of none of these: the most answered of the first kind that is there
 * @param kinds   in the order of preference; by default about the whole, else the recommendation, else a part
 * @returns null without any
 */
export function chosenQuestion(
  questions: readonly RatedQuestion[],
  wanted: string,
  kinds: readonly QuestionKind[] = ["csat", "nps", "dimension"],
): RatedQuestion | null {
  const named =
    questions.find(({ id }) => id === wanted) ?? questions.find(({ name }) => name === wanted);
  if (named !== undefined) return named;
  for (const kind of kinds) {
    const first = mostAnswered(questions.filter((question) => question.kind === kind));
    if (first !== null) return first;
  }
  return null;
}
