/**
 * What a survey question asks for; the dictionary of the derived column `surveys.questionKind`, in this order.
 *
 * - `nps`: would recommend, 0..10
 * - `csat`: satisfied with the whole
 * - `ces`: how much effort it was
 * - `dimension`: satisfied with one part of it
 * - `importance`, `expectation`: how much that part matters, what was expected of it
 * - `text`: an answer in the customer's own words
 */
export const QUESTION_KINDS = [
  "nps",
  "csat",
  "ces",
  "dimension",
  "importance",
  "expectation",
  "text",
] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

/** How the answers to a question are read. */
export interface Question {
  readonly kind: QuestionKind;
  /** Ends of the scale as the file counts; of no meaning for `text`. */
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** A lower score is the better one. */
  readonly isReversed: boolean;
}

/** Scales that people use, by their ends. */
export const SCALES = [
  [0, 10],
  [1, 5],
  [1, 7],
  [1, 10],
  [1, 4],
  [1, 6],
  [0, 100],
] as const satisfies readonly (readonly [number, number])[];
