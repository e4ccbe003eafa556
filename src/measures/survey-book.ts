import { finished } from "../kernel/base/finished";
import { QUESTION_KINDS, type QuestionKind } from "../domain/question";
import {
  columnOf,
  MISSING_CODE,
  MISSING_DAY,
  requiredColumn,
  type DictionaryColumn,
  type Table,
} from "../kernel/table/column";

/** A question as it was asked on one scale. */
export interface SurveyQuestion {
  readonly name: string;
  /** what it is about; pairs performance with importance and expectation */
  readonly dimension: string;
  readonly kind: QuestionKind;
  /** ends of the scale as the file counts */
  readonly scaleMin: number;
  readonly scaleMax: number;
  /** the file counts down: its answers were turned over, so that more is better everywhere */
  readonly isReversed: boolean;
  /** answers with a score on the scale */
  readonly answers: number;
}

/**
 * Every answer once, by question: the rows of question q are `rows[offsets[q] .. offsets[q + 1]]`, ascending.
 * Everything else is by row of `surveys`.
 */
export interface SurveyBook {
  /** by name, kind and scale */
  readonly questions: readonly SurveyQuestion[];
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly rows: Uint32Array<ArrayBuffer>;
  /** the score, more is better, `scaleMin`..`scaleMax`; NaN: asked and not answered, or not on the scale */
  readonly values: Float64Array<ArrayBuffer>;
  /** questionnaire, 0..responseCount - 1 */
  readonly responses: Uint32Array<ArrayBuffer>;
  readonly responseCount: number;
  /** row of `customers`, MISSING_CODE where nobody is named */
  readonly customers: Uint32Array;
  /** MISSING_DAY where unknown; null when no answer has a day */
  readonly days: Int32Array | null;
  /** scores that lie off the scale of their question: missing */
  readonly offScale: number;
}

const books = new WeakMap<Table, SurveyBook>();
/** Some 20 ms of rows. */
const SLICE = 200_000;
/** How far an analysis is when its answers are sorted. */
const SORTED = 0.2;

/**
 * The survey book of a generation, built on first use and kept as long as its `surveys` table lives.
 *
 * @param surveys       `question`, `questionKind`, `dimension`, `score`, `scaleMin`, `scaleMax`, `isReversed`, `response`; `customer`
 *   and `answeredOn` when the data have them
 *
 * @yields between slices, as the first fifth of an analysis
 *
 * One question name with two scales (two files) is two questions: their scores cannot be averaged. O(rows).
 */
export function* surveyBookSteps(
  surveys: Table,
): Generator<{ readonly done: number }, SurveyBook, void> {
  const known = books.get(surveys);
  if (known !== undefined) return known;
  const asked = new AskedQuestions(surveys);
  const ids = new Uint32Array(surveys.rowCount);
  const values = new Float64Array(surveys.rowCount);
  for (let from = 0; from < ids.length; from += SLICE) {
    const to = Math.min(ids.length, from + SLICE);
    asked.read(ids, values, from, to);
    yield { done: (SORTED * to) / (ids.length + 2 * SLICE) };
  }
  const { questions, places } = asked.sorted();
  const { offsets, rows } = byQuestion(ids, places);
  yield { done: SORTED };
  const book = {
    questions,
    offsets,
    rows,
    values,
    ...responsesOf(surveys),
    customers:
      columnOf(surveys, "customer", "dictionary")?.codes ??
      new Uint32Array(surveys.rowCount).fill(MISSING_CODE),
    days: knownDays(surveys),
    offScale: asked.offScale,
  };
  books.set(surveys, book);
  return book;
}

/** As `surveyBookSteps`, at once. */
export const surveyBook = (surveys: Table): SurveyBook => finished(surveyBookSteps(surveys));

type Variant = Omit<SurveyQuestion, "answers" | "dimension"> & {
  readonly id: number;
  answers: number;
  /** the least of the words that its rows have, so that their order has no part in it */
  dimension: string;
  dimensionCode: number;
};

/** Numbers the questions as they are met. */
class AskedQuestions {
  readonly #names: DictionaryColumn;
  readonly #kinds: DictionaryColumn;
  readonly #dimensions: DictionaryColumn | undefined;
  readonly #scores: Float64Array;
  readonly #mins: Float64Array;
  readonly #maxes: Float64Array;
  readonly #reversed: Float64Array;
  /** by code of the name; the last slot is of rows without one */
  readonly #byName: Variant[][];
  readonly #all: Variant[] = [];
  offScale = 0;

  constructor(surveys: Table) {
    this.#names = requiredColumn(surveys, "question", "dictionary");
    this.#kinds = requiredColumn(surveys, "questionKind", "dictionary");
    this.#dimensions = columnOf(surveys, "dimension", "dictionary");
    this.#scores = requiredColumn(surveys, "score", "float64").values;
    this.#mins = requiredColumn(surveys, "scaleMin", "float64").values;
    this.#maxes = requiredColumn(surveys, "scaleMax", "float64").values;
    this.#reversed = requiredColumn(surveys, "isReversed", "float64").values;
    this.#byName = Array.from({ length: this.#names.dictionary.length + 1 }, () => []);
  }

  read(ids: Uint32Array, values: Float64Array, from: number, to: number): void {
    const scores = this.#scores;
    for (let row = from; row < to; row++) {
      const question = this.#questionOf(row);
      ids[row] = question.id;
      const about = this.#dimensions?.codes[row] ?? MISSING_CODE;
      if (about !== question.dimensionCode && about !== MISSING_CODE) this.#rename(question, about);
      const score = scores[row]!;
      if (score >= question.scaleMin && score <= question.scaleMax) {
        values[row] = question.isReversed ? question.scaleMin + question.scaleMax - score : score;
        question.answers++;
      } else {
        values[row] = NaN;
        if (score === score) this.offScale++;
      }
    }
  }

  #questionOf(row: number): Variant {
    const names = this.#names;
    const code = names.codes[row]!;
    const variants = this.#byName[code === MISSING_CODE ? names.dictionary.length : code]!;
    const kind = this.#kinds.codes[row]!;
    const scaleMin = this.#mins[row]!;
    const scaleMax = this.#maxes[row]!;
    const isReversed = this.#reversed[row] === 1;
    for (const known of variants) {
      if (
        Object.is(known.scaleMax, scaleMax) &&
        Object.is(known.scaleMin, scaleMin) &&
        known.isReversed === isReversed &&
        known.kind === this.#kindOf(kind)
      ) {
        return known;
      }
    }
    const name = names.dictionary[code] ?? "";
    const made: Variant = {
      id: this.#all.length,
      name,
      dimension: name,
      dimensionCode: MISSING_CODE,
      kind: this.#kindOf(kind),
      scaleMin,
      scaleMax,
      isReversed,
      answers: 0,
    };
    variants.push(made);
    this.#all.push(made);
    return made;
  }

  #rename(question: Variant, code: number): void {
    const word = this.#dimensions?.dictionary[code];
    if (word === undefined) return;
    if (question.dimensionCode !== MISSING_CODE && word >= question.dimension) return;
    question.dimension = word;
    question.dimensionCode = code;
  }

  #kindOf(code: number): QuestionKind {
    const word = this.#kinds.dictionary[code];
    return QUESTION_KINDS.find((kind) => kind === word) ?? "text";
  }

  /** The questions in an order that rows have no part in, and the place of each number in it. */
  sorted(): { readonly questions: readonly SurveyQuestion[]; readonly places: Uint32Array } {
    const key = (asked: Variant): string =>
      `${asked.name}\u0000${asked.kind}\u0000${asked.scaleMin}\u0000${asked.scaleMax}\u0000${asked.isReversed}`;
    const order = this.#all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
    const places = new Uint32Array(order.length);
    order.forEach((asked, place) => {
      places[asked.id] = place;
    });
    return {
      questions: order.map(({ id: _id, dimensionCode: _code, ...question }) => question),
      places,
    };
  }
}

/** Stable counting sort of the rows by the place of their question. */
function byQuestion(ids: Uint32Array, places: Uint32Array) {
  const offsets = new Uint32Array(places.length + 1);
  for (let row = 0; row < ids.length; row++) offsets[places[ids[row]!]! + 1]!++;
  for (let q = 0; q < places.length; q++) offsets[q + 1]! += offsets[q]!;
  const next = offsets.slice();
  const rows = new Uint32Array(ids.length);
  for (let row = 0; row < ids.length; row++) {
    const place = places[ids[row]!]!;
    rows[next[place]!] = row;
    next[place]!++;
  }
  return { offsets, rows };
}

function responsesOf(surveys: Table): Pick<SurveyBook, "responses" | "responseCount"> {
  const given = columnOf(surveys, "response", "float64")?.values;
  const responses = new Uint32Array(surveys.rowCount);
  let most = -1;
  for (let row = 0; row < responses.length; row++) {
    const response = given?.[row] ?? row;
    responses[row] = response === response ? response : row;
    if (responses[row]! > most) most = responses[row]!;
  }
  return { responses, responseCount: most + 1 };
}

function knownDays(surveys: Table): Int32Array | null {
  const days = columnOf(surveys, "answeredOn", "day")?.values;
  return days?.some((day) => day !== MISSING_DAY) === true ? days : null;
}
