import { answersTo, type AnswerScope } from "./survey-answers";
import type { SurveyBook, SurveyQuestion } from "./survey-book";

/** A question stands on the questionnaire of another when this share of those who answered that one answered it too. */
const LEAST_SHARE = 0.5;

/** A question with its place in the survey book. */
export type Asked = SurveyQuestion & { readonly index: number };

/** Questions with answers on a scale. */
export const scored = ({ questions }: SurveyBook): readonly Asked[] =>
  questions.flatMap((question, index) =>
    question.kind !== "text" && question.answers > 0 && question.scaleMax > question.scaleMin
      ? [{ ...question, index }]
      : [],
  );

/** Whether at least half of those who answered one question answered another beside it. */
export function isAnsweredWith(book: SurveyBook, item: Asked, leader: Asked): boolean {
  if (item.index === leader.index) return true;
  const seen = new Uint8Array(book.responseCount);
  const answered = (question: Asked, visit: (response: number) => void): void => {
    for (let at = book.offsets[question.index]!; at < book.offsets[question.index + 1]!; at++) {
      const row = book.rows[at]!;
      if (!Number.isNaN(book.values[row]!)) visit(book.responses[row]!);
    }
  };
  let [asked, both] = [0, 0];
  answered(leader, (response) => {
    if (seen[response] === 0) asked++;
    seen[response] = 1;
  });
  answered(item, (response) => {
    if (seen[response] === 1) both++;
    if (seen[response] === 1) seen[response] = 2;
  });
  return both >= LEAST_SHARE * asked;
}

/** Questionnaires against questions: `width` numbers a questionnaire. */
export interface Sheet {
  /** 0–100; NaN: not answered */
  readonly values: Float64Array<ArrayBuffer>;
  /** a row of `surveys` of each questionnaire: its customer and day */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly n: number;
  readonly width: number;
}

/**
 * The answers to some questions within a scope, on one scale from 0 to 100.
 *
 * @returns one line a questionnaire with at least one of them; a question answered twice in one counts with its mean
 *
 * O(answers).
 */
export function sheetOf(book: SurveyBook, questions: readonly Asked[], scope: AnswerScope): Sheet {
  const width = questions.length;
  const answers = questions.map(({ index }) => answersTo(book, index, scope));
  const slots = new Int32Array(book.responseCount).fill(-1);
  const total = answers.reduce((sum, { rows }) => sum + rows.length, 0);
  const first = new Uint32Array(total);
  let n = 0;
  for (const { rows } of answers) {
    for (let k = 0; k < rows.length; k++) {
      const response = book.responses[rows[k]!]!;
      if (slots[response] !== -1) continue;
      slots[response] = n;
      first[n] = rows[k]!;
      n++;
    }
  }
  const sums = new Float64Array(n * width);
  const counts = new Uint32Array(n * width);
  answers.forEach(({ rows, values }, j) => {
    const { scaleMin, scaleMax } = questions[j]!;
    const scale = 100 / (scaleMax - scaleMin);
    for (let k = 0; k < rows.length; k++) {
      const at = slots[book.responses[rows[k]!]!]! * width + j;
      sums[at]! += (values[k]! - scaleMin) * scale;
      counts[at]!++;
    }
  });
  // 0 ÷ 0 is NaN: not answered
  for (let at = 0; at < sums.length; at++) sums[at]! /= counts[at]!;
  return { values: sums, rows: first.slice(0, n), n, width };
}

/** Mean of each column over those who answered, and how many they are; NaN without any. */
export function columnMeans({ values, width }: Sheet, slots: Uint32Array) {
  const means = new Float64Array(width);
  const counts = new Uint32Array(width);
  for (const slot of slots) {
    for (let j = 0; j < width; j++) {
      const value = values[slot * width + j]!;
      if (value !== value) continue;
      means[j]! += value;
      counts[j]!++;
    }
  }
  return { means: means.map((sum, j) => sum / counts[j]!), counts };
}

export function allSlots({ n }: Pick<Sheet, "n">): Uint32Array<ArrayBuffer> {
  const slots = new Uint32Array(n);
  for (let k = 0; k < n; k++) slots[k] = k;
  return slots;
}

/** The questionnaires with every answer. */
export function completeSlots({ values, n, width }: Sheet): Uint32Array {
  const slots = new Uint32Array(n);
  let count = 0;
  for (let slot = 0; slot < n; slot++) {
    let j = 0;
    while (j < width && !Number.isNaN(values[slot * width + j]!)) j++;
    if (j < width) continue;
    slots[count] = slot;
    count++;
  }
  return slots.slice(0, count);
}

/** Covariances of the columns over some complete questionnaires, with n − 1; row by row. */
export function covariances(sheet: Sheet, slots: Uint32Array): Float64Array<ArrayBuffer> {
  const { values, width } = sheet;
  const { means } = columnMeans(sheet, slots);
  const sums = new Float64Array(width * width);
  for (const slot of slots) {
    for (let i = 0; i < width; i++) {
      const own = values[slot * width + i]! - means[i]!;
      for (let j = 0; j <= i; j++) {
        sums[i * width + j]! += own * (values[slot * width + j]! - means[j]!);
      }
    }
  }
  const covariance = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      const value = sums[i * width + j]! / (slots.length - 1);
      covariance[i * width + j] = value;
      covariance[j * width + i] = value;
    }
  }
  return covariance;
}
