import type { Period } from "../../domain/scope";
import type { RatedQuestion } from "../../measures/rated-questions";
import { answersTo } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import type { Ambient } from "../define";
import type { Matrix } from "./moments";
import type { DriversResult } from "./spec";

/** A driver must be answered by this share of those who answered for the whole, or most of these would be lost. */
const LEAST_SHARE = 0.5;
const MOST_DRIVERS = 40;

/** Questionnaires with an answer for the whole and for every driver. */
export interface AnswerMatrix {
  /** the outcome as an index 0–100, then the scores of the drivers as they are counted */
  readonly matrix: Matrix;
  readonly drivers: readonly RatedQuestion[];
  /** the row of `surveys` with the outcome of each questionnaire */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly asked: number;
  readonly left: DriversResult["left"];
}

/** Questionnaires between two pauses. */
const SLICE = 50_000;

/**
 * The complete questionnaires of a window.
 *
 * @param candidates  questions that may be drivers
 * @yields after every driver, and between slices
 *
 * A question answered twice in one questionnaire counts with its mean. O(answers).
 */
export function* answerMatrix(
  book: SurveyBook,
  outcome: RatedQuestion,
  candidates: readonly RatedQuestion[],
  {
    period,
    customerRows,
  }: { readonly period: Period; readonly customerRows: Ambient["customerRows"] },
): Generator<void, AnswerMatrix, void> {
  const { rows, values } = answersTo(book, outcome.index, { period, customerRows });
  const { slots, first, asked, whole } = outcomes(book, rows, values);
  const seen: Candidate[] = [];
  for (const driver of candidates) {
    yield;
    const scores = scoresOf(book, driver, slots, asked);
    seen.push({ driver, scores, reason: reasonAgainst(scores) });
  }
  const kept = seen.filter(({ reason }) => reason === null).slice(0, MOST_DRIVERS);
  const left = seen.flatMap(({ driver, reason }) =>
    reason === null || reason === "absent" ? [] : [{ name: driver.name, reason }],
  );
  yield;
  const complete = slotsWithAll(kept, asked);
  const width = kept.length + 1;
  const n = complete.length;
  const table = new Float64Array(n * width);
  const ownRows = new Uint32Array(n);
  const span = outcome.scaleMax - outcome.scaleMin;
  for (let k = 0; k < n; k++) {
    const slot = complete[k]!;
    ownRows[k] = first[slot]!;
    table[k * width] = (100 * (meanAt(whole, slot) - outcome.scaleMin)) / span;
  }
  for (const [j, { scores }] of kept.entries()) {
    if ((j * n) % SLICE < n) yield;
    for (let k = 0, at = 1 + j; k < n; k++, at += width) table[at] = meanAt(scores, complete[k]!);
  }
  return {
    matrix: { values: table, n, width },
    drivers: kept.map(({ driver }) => driver),
    rows: ownRows,
    asked,
    left,
  };
}

/** The outcome of each questionnaire, in the order in which they are met. */
function outcomes(book: SurveyBook, rows: Uint32Array, values: Float64Array) {
  const slots = new Int32Array(book.responseCount).fill(-1);
  const first = new Uint32Array(rows.length);
  let asked = 0;
  const whole = means(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const response = book.responses[rows[k]!]!;
    if (slots[response] === -1) {
      first[asked] = rows[k]!;
      slots[response] = asked;
      asked++;
    }
    addTo(whole, slots[response]!, values[k]!);
  }
  return { slots, first, asked, whole };
}

/** What one question says of each questionnaire: answers and their sum. */
interface Means {
  readonly counts: Uint32Array;
  readonly sums: Float64Array;
}

const means = (length: number): Means => ({
  counts: new Uint32Array(length),
  sums: new Float64Array(length),
});

function addTo({ counts, sums }: Means, slot: number, value: number): void {
  counts[slot]!++;
  sums[slot]! += value;
}

const meanAt = ({ counts, sums }: Means, slot: number): number => sums[slot]! / counts[slot]!;

interface Candidate {
  readonly driver: RatedQuestion;
  readonly scores: Means;
  readonly reason: ReturnType<typeof reasonAgainst>;
}

function scoresOf(
  book: SurveyBook,
  driver: RatedQuestion,
  slots: Int32Array,
  asked: number,
): Means {
  const { offsets, rows, responses, values } = book;
  const scores = means(asked);
  const end = offsets[driver.index + 1]!;
  for (let place = offsets[driver.index]!; place < end; place++) {
    const row = rows[place]!;
    const slot = slots[responses[row]!]!;
    const value = values[row]!;
    if (slot >= 0 && value === value) addTo(scores, slot, value);
  }
  return scores;
}

/** The questionnaires with an answer to every question. */
function slotsWithAll(kept: readonly Candidate[], asked: number): Uint32Array {
  const answered = new Uint32Array(asked);
  for (const { scores } of kept) {
    for (let slot = 0; slot < asked; slot++) if (scores.counts[slot]! > 0) answered[slot]!++;
  }
  const slots = Uint32Array.from(answered.keys());
  return slots.filter((slot) => answered[slot] === kept.length);
}

/** `absent`: asked in another survey altogether, which is nothing to report. */
function reasonAgainst(scores: Means): "few" | "constant" | "absent" | null {
  const { counts } = scores;
  let filled = 0;
  let [least, most] = [Infinity, -Infinity];
  for (let slot = 0; slot < counts.length; slot++) {
    if (counts[slot] === 0) continue;
    filled++;
    const mean = meanAt(scores, slot);
    if (mean < least) least = mean;
    if (mean > most) most = mean;
  }
  if (filled === 0) return "absent";
  if (filled < LEAST_SHARE * counts.length) return "few";
  return most > least ? null : "constant";
}
