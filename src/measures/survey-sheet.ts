import { answersTo, type Answers, type AnswerScope } from "./survey-answers";
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

/** Of some questions those that at least half of those who answered one, the leader, answered beside it. Yields after each. */
export function* answeredWithSteps<Q extends Asked>(
  book: SurveyBook,
  questions: readonly Q[],
  leader: Asked,
): Generator<void, readonly Q[], void> {
  // 0: has not answered the leader; else 1 + the number of the question that counted it last
  const seen = new Uint32Array(book.responseCount);
  let asked = 0;
  const beside = (question: Asked, number: number): number => {
    let both = 0;
    for (let at = book.offsets[question.index]!; at < book.offsets[question.index + 1]!; at++) {
      const row = book.rows[at]!;
      const response = book.responses[row]!;
      if (seen[response] === 0 || seen[response] === number) continue;
      if (Number.isNaN(book.values[row]!)) continue;
      seen[response] = number;
      both++;
    }
    return both;
  };
  for (let at = book.offsets[leader.index]!; at < book.offsets[leader.index + 1]!; at++) {
    const row = book.rows[at]!;
    const response = book.responses[row]!;
    if (seen[response] !== 0 || Number.isNaN(book.values[row]!)) continue;
    seen[response] = 1;
    asked++;
  }
  const found: Q[] = [];
  for (const [place, question] of questions.entries()) {
    yield;
    if (question.index === leader.index || beside(question, place + 2) >= LEAST_SHARE * asked)
      found.push(question);
  }
  return found;
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
 * O(answers), yields after each question.
 */
export function* sheetSteps(
  book: SurveyBook,
  questions: readonly Asked[],
  scope: AnswerScope,
): Generator<void, Sheet, void> {
  const width = questions.length;
  const answers: Answers[] = [];
  const slots = new Int32Array(book.responseCount).fill(-1);
  const first = new Uint32Array(book.responseCount);
  let n = 0;
  for (const { index } of questions) {
    const own = answersTo(book, index, scope);
    answers.push(own);
    for (let k = 0; k < own.rows.length; k++) {
      const response = book.responses[own.rows[k]!]!;
      if (slots[response] !== -1) continue;
      slots[response] = n;
      first[n] = own.rows[k]!;
      n++;
    }
    yield;
  }
  const sums = new Float64Array(n * width);
  const counts = new Uint32Array(n * width);
  for (const [j, { rows, values }] of answers.entries()) {
    const { scaleMin, scaleMax } = questions[j]!;
    const scale = 100 / (scaleMax - scaleMin);
    for (let k = 0; k < rows.length; k++) {
      const at = slots[book.responses[rows[k]!]!]! * width + j;
      sums[at]! += (values[k]! - scaleMin) * scale;
      counts[at]!++;
    }
    yield;
  }
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
function completeSlots({ values, n, width }: Sheet): Uint32Array {
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

/** Covariances of the columns of a sheet over its complete questionnaires, with n − 1; row by row. */
export interface CompleteCovariances {
  readonly n: number;
  readonly values: Float64Array<ArrayBuffer>;
}

/** Products between two pauses: some 20 ms. */
const PRODUCTS_PER_SLICE = 1_500_000;

/** O(questionnaires × columns²), yields between slices. */
export function* covarianceSteps(sheet: Sheet): Generator<void, CompleteCovariances, void> {
  const { width } = sheet;
  const slots = completeSlots(sheet);
  const { means } = columnMeans(sheet, slots);
  yield;
  const sums = new Float64Array(width * width);
  const own = new Float64Array(width);
  const rest = Math.ceil((2 * PRODUCTS_PER_SLICE) / (width * width));
  for (let k = 0; k < slots.length; k++) {
    if (k % rest === rest - 1) yield;
    const at = slots[k]! * width;
    for (let i = 0; i < width; i++) own[i] = sheet.values[at + i]! - means[i]!;
    for (let i = 0; i < width; i++) {
      for (let j = 0; j <= i; j++) sums[i * width + j]! += own[i]! * own[j]!;
    }
  }
  const values = new Float64Array(width * width);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      const value = sums[i * width + j]! / (slots.length - 1);
      values[i * width + j] = value;
      values[j * width + i] = value;
    }
  }
  return { n: slots.length, values };
}
