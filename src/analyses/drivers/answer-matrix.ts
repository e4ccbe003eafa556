import type { Period } from "../../domain/scope";
import { answersTo } from "../../measures/survey-answers";
import type { SurveyBook, SurveyQuestion } from "../../measures/survey-book";
import type { Ambient } from "../define";
import type { Matrix } from "./moments";
import type { DriversResult } from "./spec";

/** A driver must be answered by this share of those who answered for the whole, or most of these would be lost. */
const LEAST_SHARE = 0.5;
const MOST_DRIVERS = 40;

export type Asked = SurveyQuestion & { readonly index: number };

/** Questionnaires with an answer for the whole and for every driver. */
export interface AnswerMatrix {
  /** the outcome as an index 0–100, then the scores of the drivers as they are counted */
  readonly matrix: Matrix;
  readonly drivers: readonly Asked[];
  /** the row of `surveys` with the outcome of each questionnaire */
  readonly rows: Uint32Array<ArrayBuffer>;
  readonly asked: number;
  readonly left: DriversResult["left"];
}

/**
 * The complete questionnaires of a window.
 *
 * @param candidates  questions that may be drivers
 * A question answered twice in one questionnaire counts with its mean. O(answers).
 */
export function answerMatrix(
  book: SurveyBook,
  outcome: Asked,
  candidates: readonly Asked[],
  {
    period,
    customerRows,
  }: { readonly period: Period; readonly customerRows: Ambient["customerRows"] },
): AnswerMatrix {
  const { rows, values } = answersTo(book, outcome.index, { period, customerRows });
  const { slots, first, asked, whole } = outcomes(book, rows, values);
  const seen = candidates.map((driver) => {
    const scores = means(asked);
    for (
      let place = book.offsets[driver.index]!;
      place < book.offsets[driver.index + 1]!;
      place++
    ) {
      const row = book.rows[place]!;
      const slot = slots[book.responses[row]!]!;
      const value = book.values[row]!;
      if (slot >= 0 && value === value) scores.add(slot, value);
    }
    return { driver, scores, reason: reasonAgainst(scores, asked) };
  });
  const kept = seen
    .filter(({ reason, scores }) => reason === null && scores.filled() > 0)
    .slice(0, MOST_DRIVERS);
  const left = seen.flatMap(({ driver, reason }) =>
    reason === null || reason === "absent" ? [] : [{ name: driver.name, reason }],
  );
  const complete: number[] = [];
  for (let slot = 0; slot < asked; slot++) {
    if (kept.every(({ scores }) => scores.counts[slot]! > 0)) complete.push(slot);
  }
  const width = kept.length + 1;
  const table = new Float64Array(complete.length * width);
  const span = outcome.scaleMax - outcome.scaleMin;
  complete.forEach((slot, k) => {
    table[k * width] = (100 * (whole.at(slot) - outcome.scaleMin)) / span;
    kept.forEach(({ scores }, j) => {
      table[k * width + 1 + j] = scores.at(slot);
    });
  });
  return {
    matrix: { values: table, n: complete.length, width },
    drivers: kept.map(({ driver }) => driver),
    rows: Uint32Array.from(complete, (slot) => first[slot]!),
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
    whole.add(slots[response]!, values[k]!);
  }
  return { slots, first, asked, whole };
}

interface Means {
  readonly counts: Uint32Array;
  readonly add: (slot: number, value: number) => void;
  readonly at: (slot: number) => number;
  readonly filled: () => number;
}

function means(length: number): Means {
  const counts = new Uint32Array(length);
  const sums = new Float64Array(length);
  return {
    counts,
    add: (slot, value) => {
      counts[slot]!++;
      sums[slot]! += value;
    },
    at: (slot) => sums[slot]! / counts[slot]!,
    filled: () => counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
  };
}

/** `absent`: asked in another survey altogether, which is nothing to report. */
function reasonAgainst(scores: Means, asked: number): "few" | "constant" | "absent" | null {
  const filled = scores.filled();
  if (filled === 0) return "absent";
  if (filled < LEAST_SHARE * asked) return "few";
  let [least, most] = [Infinity, -Infinity];
  for (let slot = 0; slot < asked; slot++) {
    if (scores.counts[slot] === 0) continue;
    least = Math.min(least, scores.at(slot));
    most = Math.max(most, scores.at(slot));
  }
  return most > least ? null : "constant";
}
