import type { SurveyBook, SurveyQuestion } from "./survey-book";

export type RatedQuestion = SurveyQuestion & { readonly index: number };

/** A scale of more steps than this has too few answers a step. */
const MOST_STEPS = 10;

/** The questions that rate, on a scale of few steps, with answers. */
export const ratedQuestions = ({ questions }: SurveyBook): readonly RatedQuestion[] =>
  questions.flatMap((question, index) => {
    const rates = ["csat", "nps", "dimension", "ces"].includes(question.kind);
    const isStepped = question.scaleMax - question.scaleMin <= MOST_STEPS;
    return rates && isStepped && question.answers > 0 && question.scaleMax > question.scaleMin
      ? [{ ...question, index }]
      : [];
  });

/**
 * The question at a place from 1; at 0 one about the whole, else the recommendation, else a part: the most answered each time.
 *
 * @returns null without any
 */
export function chosenQuestion(
  questions: readonly RatedQuestion[],
  place: number,
): RatedQuestion | null {
  const named = questions[place - 1];
  if (named !== undefined) return named;
  for (const kind of ["csat", "nps", "dimension"] as const) {
    const [first] = questions
      .filter((question) => question.kind === kind)
      .toSorted((a, b) => b.answers - a.answers || a.index - b.index);
    if (first !== undefined) return first;
  }
  return null;
}
