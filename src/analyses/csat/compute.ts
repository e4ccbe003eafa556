import type { Period } from "../../domain/scope";
import { FIRST_DAY } from "../../kernel/base/calendar";
import { columnOf, MISSING_CODE } from "../../kernel/table/column";
import { chosenQuestion, ratedQuestions, type RatedQuestion } from "../../measures/rated-questions";
import {
  answersTo,
  customersBehind,
  daysOfAnswers,
  rowsWhere,
  type Answers,
} from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { changeOf, ratingOf, shareOf, type Scale } from "./rating";
import { alongJourney, weakestOf } from "./touchpoints";
import { hasMoved, rowsOfPeriod, trendOf } from "./trend";
import type { CsatParams, CsatQuestion, CsatResult, CsatTrend, RatedPart } from "./spec";

/** Fewer answers than this say nothing at all. */
const LEAST = 5;
const MOST_PARTS = 60;

/**
 * Satisfaction: distribution, top box and top-2 box apart, mean; effort; by dimension and touchpoint.
 *
 * @param input   `surveys`
 * @param params  window, question, least answers: see README
 * @returns the result, or the refusal `no-rating-question` or `too-few-answers`. Members: "all", "csat-top", "csat-top2",
 *   "csat-low", "csat-period:<period>", "csat-score:<step>", "csat-effort:<place>", "csat-dimension:<place>", "csat-touchpoint:<place>" (of the last
 *   three the customers below the middle)
 *
 * O(answers). Method D30.
 */
export default function* csat(
  input: Input,
  params: CsatParams,
  ambient: Ambient,
): Generator<Progress, Answer<CsatResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("no-rating-question", 1, 0);
  const book = yield* surveyBookSteps(surveys);
  const questions = ratedQuestions(book);
  const question = chosenQuestion(questions, params.question, ["csat", "dimension"]);
  if (question === null) return refused("no-rating-question", 1, 0);
  const period = windowOf(ambient.scope, params.window);
  const answers = answersTo(book, question.index, { period, customerRows: ambient.customerRows });
  if (answers.rows.length < LEAST) return refused("too-few-answers", LEAST, answers.rows.length);
  const everything = { fromDay: FIRST_DAY, toDay: ambient.scope.asOfDay };
  const { customerRows } = ambient;
  const history =
    params.window === "all"
      ? answers
      : answersTo(book, question.index, { period: everything, customerRows });
  const sight: Sight = {
    input,
    params,
    ambient,
    book,
    question,
    period,
    answers,
    history,
    known: new Map([[question.index, answers]]),
  };
  yield { done: 0.6 };
  const efforts = yield* partsOf(sight, questions, "ces");
  const dimensions = yield* partsOf(sight, questions, "dimension");
  const { parts: touchpoints, isJourney } = alongJourney(yield* touchpointsOf(sight, questions));
  const parts = { efforts, dimensions, touchpoints, isJourney };
  const asked = questions.map(({ index: _, ...rest }) => rest);
  yield { done: 0.95 };
  const trend = historyOf(sight);
  yield { done: 0.97 };
  const found = { ...parts, trend, steps: stepsOf(sight) };
  yield { done: 0.99 };
  return {
    result: describe(sight, asked, found),
    members: (cell) => membersOf(sight, parts, cell),
  };
}

function refused(code: string, need: number, have: number): Answer<CsatResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

/** Everything that was looked at. */
interface Sight {
  readonly input: Input;
  readonly params: CsatParams;
  readonly ambient: Ambient;
  readonly book: SurveyBook;
  readonly question: RatedQuestion;
  readonly period: Period;
  readonly answers: Answers;
  /** up to the as-of day */
  readonly history: Answers;
  /** those of the window by question, as far as they were asked for */
  readonly known: Map<number, Answers>;
}

/** The answers to a question within the window. */
function answersIn({ book, period, ambient, known }: Sight, question: number): Answers {
  const kept = known.get(question);
  if (kept !== undefined) return kept;
  const found = answersTo(book, question, { period, customerRows: ambient.customerRows });
  known.set(question, found);
  return found;
}

/** A part with the rows of `surveys` whose answers lie below the middle. */
interface Part {
  readonly part: RatedPart;
  readonly low: Uint32Array;
}

interface Parts {
  readonly efforts: readonly Part[];
  readonly dimensions: readonly Part[];
  readonly touchpoints: readonly Part[];
  readonly isJourney: boolean;
}

function partOf(
  { book, params }: Sight,
  label: string,
  scale: Scale,
  { rows, values }: Pick<Answers, "rows" | "values">,
): Part {
  const { scaleMin, scaleMax } = scale;
  const middle = (scaleMin + scaleMax) / 2;
  const low = rowsWhere(rows, (k) => values[k]! < middle);
  const rating = ratingOf(values, scale);
  const lowCustomers = customersBehind(book, low).length;
  const isThin = rating.n < params.minAnswers;
  return { part: { label, scaleMin, scaleMax, rating, lowCustomers, isThin }, low };
}

/** Worst first; parts with few answers last. */
const sorted = (parts: readonly Part[]): readonly Part[] =>
  parts
    .toSorted(
      (a, b) =>
        Number(a.part.isThin) - Number(b.part.isThin) ||
        a.part.rating.index - b.part.rating.index ||
        (a.part.label < b.part.label ? -1 : 1),
    )
    .slice(0, MOST_PARTS);

function* partsOf(
  sight: Sight,
  questions: readonly RatedQuestion[],
  kind: "ces" | "dimension",
): Generator<Progress, readonly Part[], void> {
  const parts: Part[] = [];
  for (const asked of questions) {
    if (asked.kind !== kind) continue;
    const answers = answersIn(sight, asked.index);
    if (answers.rows.length > 0) parts.push(partOf(sight, asked.dimension, asked, answers));
    yield { done: 0.7 };
  }
  return sorted(parts);
}

/** Answers about the whole and its parts by touchpoint, on the scale that most of them have. Yields after each. */
function* touchpointsOf(
  sight: Sight,
  questions: readonly RatedQuestion[],
): Generator<Progress, readonly Part[], void> {
  const { input, book } = sight;
  const column = input.surveys && columnOf(input.surveys, "touchpoint", "dictionary");
  if (column === undefined) return [];
  const rated = questions.filter(({ kind }) => kind === "csat" || kind === "dimension");
  const scale = commonestScale(rated);
  if (scale === null) return [];
  const own: Uint32Array[] = [];
  const counts = new Uint32Array(column.dictionary.length);
  for (const asked of rated) {
    if (asked.scaleMin !== scale.scaleMin || asked.scaleMax !== scale.scaleMax) continue;
    const { rows } = answersIn(sight, asked.index);
    own.push(rows);
    for (const row of rows) if (column.codes[row] !== MISSING_CODE) counts[column.codes[row]!]!++;
    yield { done: 0.8 };
  }
  const byTouchpoint = Array.from(counts, (count) => new Uint32Array(count));
  const filled = new Uint32Array(counts.length);
  for (const rows of own) {
    for (const row of rows) {
      const code = column.codes[row]!;
      if (code !== MISSING_CODE) byTouchpoint[code]![filled[code]!++] = row;
    }
    yield { done: 0.85 };
  }
  const parts: Part[] = [];
  for (const [code, rows] of byTouchpoint.entries()) {
    if (rows.length === 0) continue;
    rows.sort();
    const values = new Float64Array(rows.length);
    for (let k = 0; k < rows.length; k++) values[k] = book.values[rows[k]!]!;
    yield { done: 0.9 };
    parts.push(partOf(sight, column.dictionary[code] ?? "", scale, { rows, values }));
    yield { done: 0.9 };
  }
  return sorted(parts);
}

function commonestScale(questions: readonly RatedQuestion[]): Scale | null {
  const answers = new Map<string, { readonly scale: Scale; count: number }>();
  for (const { scaleMin, scaleMax, answers: count } of questions) {
    const key = `${scaleMin}-${scaleMax}`;
    const known = answers.get(key) ?? { scale: { scaleMin, scaleMax }, count: 0 };
    known.count += count;
    answers.set(key, known);
  }
  const [first] = [...answers.values()].toSorted(
    (a, b) => b.count - a.count || a.scale.scaleMax - b.scale.scaleMax,
  );
  return first?.scale ?? null;
}

function beforeOf(sight: Sight, now: CsatResult["rating"]): CsatResult["before"] {
  const { book, period, params, ambient, question } = sight;
  if (params.window === "all" || book.days === null) return null;
  const { values } = answersTo(book, question.index, {
    period: periodBefore(period),
    customerRows: ambient.customerRows,
  });
  if (values.length < LEAST) return null;
  const rating = ratingOf(values, question);
  return {
    rating,
    topBox: changeOf(now.topBox, rating.topBox, now.n, rating.n),
    top2Box: changeOf(now.top2Box, rating.top2Box, now.n, rating.n),
  };
}

/** Ease of all effort questions together, 0..100, each answer once. */
function easeOf(efforts: readonly Part[]): number | null {
  const n = efforts.reduce((sum, { part }) => sum + part.rating.n, 0);
  if (n === 0) return null;
  return efforts.reduce((sum, { part }) => sum + part.rating.index * part.rating.n, 0) / n;
}

function describe(
  sight: Sight,
  questions: readonly CsatQuestion[],
  {
    efforts,
    dimensions,
    touchpoints,
    isJourney,
    ...found
  }: Parts & Pick<CsatResult, "trend" | "steps">,
): CsatResult {
  const { book, answers } = sight;
  const { index: _, ...question } = sight.question;
  const rating = ratingOf(answers.values, question);
  const before = beforeOf(sight, rating);
  const { rows: _rows, values: _values, ...missing } = answers;
  const count = (cell: string): number => customersBehind(book, rowsOfCell(sight, cell)!).length;
  return {
    kind: "answered",
    isQuiet: !hasMoved(before, found.trend, sight.params),
    headline: {
      topBox: rating.topBox.ratio,
      top2Box: rating.top2Box.ratio,
      mean: rating.mean,
      n: rating.n,
      topBoxLow: rating.topBox.low,
      topBoxHigh: rating.topBox.high,
      top2BoxLow: rating.top2Box.low,
      top2BoxHigh: rating.top2Box.high,
      meanLow: rating.meanLow,
      meanHigh: rating.meanHigh,
      index: rating.index,
      topBoxChange: before && before.topBox.difference,
      top2BoxChange: before && before.top2Box.difference,
      topBoxChangeP: before && before.topBox.pValue,
      top2BoxChangeP: before && before.top2Box.pValue,
      ces: easeOf(efforts),
    },
    ...daysOfAnswers(book, answers, sight.period),
    isUndated: book.days === null,
    question,
    questions,
    rating,
    customers: count("all"),
    topCustomers: count("csat-top"),
    top2Customers: count("csat-top2"),
    lowCustomers: count("csat-low"),
    missing: { ...missing, offScale: book.offScale },
    before,
    ...found,
    efforts: efforts.map(({ part }) => part),
    dimensions: dimensions.map(({ part }) => part),
    touchpoints: touchpoints.map(({ part }) => part),
    isJourney,
    weakest: weakestOf(touchpoints.map(({ part }) => part)),
  };
}

function historyOf({ book, history, params, question, period, ambient }: Sight): CsatTrend | null {
  if (period.toDay < period.fromDay) return null;
  const from = question.scaleMax - (params.box === "top" ? 0 : 1);
  return trendOf(book, history, from, ambient.scope.asOfDay);
}

/** Whole steps; on scales longer than eleven steps tenths of the scale. A score between two steps belongs to the lower. */
function stepsOf(sight: Sight): CsatResult["steps"] {
  const { answers, book } = sight;
  const n = answers.values.length;
  return stepStarts(sight.question).map((score) => {
    const rows = rowsOfCell(sight, `csat-score:${score}`)!;
    let atLeast = 0;
    for (const value of answers.values) if (value >= score) atLeast++;
    return {
      score,
      share: shareOf(rows.length, n),
      atLeast: shareOf(atLeast, n),
      customers: customersBehind(book, rows).length,
    };
  });
}

const LONG_SCALE = 11;

function stepStarts({ scaleMin, scaleMax }: Scale): readonly number[] {
  const span = scaleMax - scaleMin;
  const width = span + 1 > LONG_SCALE ? span / 10 : 1;
  return Array.from({ length: Math.floor(span / width) + 1 }, (_, k) => scaleMin + k * width);
}

function membersOf(sight: Sight, parts: Parts, cell: string): Uint32Array | null {
  const rows = rowsOfCell(sight, cell) ?? rowsOfPart(parts, cell);
  return rows === null ? null : customersBehind(sight.book, rows);
}

function rowsOfCell(sight: Sight, cell: string): Uint32Array | null {
  const { answers, question } = sight;
  const { rows, values } = answers;
  const { scaleMin, scaleMax } = question;
  switch (cell) {
    case "all":
      return rows;
    case "csat-top":
      return rowsWhere(rows, (k) => values[k]! >= scaleMax);
    case "csat-top2":
      return rowsWhere(rows, (k) => values[k]! >= scaleMax - 1);
    case "csat-low":
      return rowsWhere(rows, (k) => values[k]! < (scaleMin + scaleMax) / 2);
    default: {
      const [kind, score = "", ...rest] = cell.split(":");
      if (kind === "csat-period" && rest.length === 0)
        return rowsOfPeriod(sight.book, sight.history, score);
      const starts = stepStarts(question);
      const place = starts.findIndex((start) => String(start) === score);
      if (kind !== "csat-score" || place < 0 || rest.length > 0) return null;
      const next = starts[place + 1] ?? Infinity;
      return rowsWhere(rows, (k) => values[k]! >= starts[place]! && values[k]! < next);
    }
  }
}

function rowsOfPart({ efforts, dimensions, touchpoints }: Parts, cell: string): Uint32Array | null {
  const [kind, place = "", ...rest] = cell.split(":");
  if (!/^\d+$/.test(place) || rest.length > 0) return null;
  switch (kind) {
    case "csat-effort":
      return efforts[Number(place)]?.low ?? null;
    case "csat-dimension":
      return dimensions[Number(place)]?.low ?? null;
    case "csat-touchpoint":
      return touchpoints[Number(place)]?.low ?? null;
    default:
      return null;
  }
}
