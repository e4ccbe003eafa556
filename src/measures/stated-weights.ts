import type { AnswerScope } from "./survey-answers";
import type { SurveyBook } from "./survey-book";
import { allSlots, columnMeans, scored, sheetSteps } from "./survey-sheet";

/** Adding up to 1; null where the data do not have what it takes. */
type StatedWeights = Float64Array<ArrayBuffer> | null;

/** Values as shares of their sum; null when one is negative, or nothing is above 0. */
export function normalised(values: Float64Array<ArrayBuffer>): StatedWeights {
  const sum = values.reduce((total, value) => total + value, 0);
  const isSound = sum > 0 && values.every((value) => value >= 0);
  return isSound ? values.map((value) => value / sum) : null;
}

/** Mean stated importance of each of some parts, as weights; null unless every part was asked about and answered. Yields. */
export function* statedWeights(
  book: SurveyBook,
  dimensions: readonly string[],
  scope: AnswerScope,
): Generator<void, StatedWeights, void> {
  const asked = scored(book).filter(({ kind }) => kind === "importance");
  const own = dimensions.map((name) => asked.filter(({ dimension }) => dimension === name));
  if (own.some((questions) => questions.length === 0)) return null;
  const importance: number[] = [];
  for (const questions of own) {
    const sheet = yield* sheetSteps(book, questions, scope);
    const { means, counts } = columnMeans(sheet, allSlots(sheet));
    let [sum, answers] = [0, 0];
    questions.forEach(({ scaleMin, scaleMax }, j) => {
      if (counts[j] === 0) return;
      const mean = scaleMin + (means[j]! / 100) * (scaleMax - scaleMin);
      sum += (mean / scaleMax) * counts[j]!;
      answers += counts[j]!;
    });
    importance.push(sum / answers);
  }
  return importance.some(Number.isNaN) ? null : normalised(Float64Array.from(importance));
}
