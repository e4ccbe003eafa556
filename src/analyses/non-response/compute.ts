import { promoterClass } from "../../domain/promoter";
import { withProgress } from "../../kernel/base/with-progress";
import type { Period } from "../../domain/scope";
import type { Feature } from "../../kernel/learn/feature";
import { normalTwoSided } from "../../kernel/stats/normal";
import { median } from "../../kernel/stats/quantile";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { MISSING_DAY } from "../../kernel/table/column";
import { isEverything } from "../../measures/cost-driver";
import { chosenQuestion, ratedQuestions, type RatedQuestion } from "../../measures/rated-questions";
import {
  answersTo,
  customersBehind,
  daysOfAnswers,
  latestAnswers,
  type Answers,
} from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { balanceOf } from "./balance";
import { featuresOf, frameOf, type Frame } from "./frame";
import { reasonOf, responseGroups } from "./groups";
import {
  TRAITS,
  type Estimate,
  type Measure,
  type NonResponseParams,
  type NonResponseResult,
  type Trait,
} from "./spec";
import { chancesOf, weightedMeans, weighting, type Weighting } from "./weighting";

/** Fewer say nothing of what goes with answering. */
const LEAST_ANSWERED = 20;
const LEAST_SILENT = 10;
const LEVEL = 0.05;
const Z_95 = 1.959963984540054;

/**
 * Who is silent, and would the score be another if they had answered?
 *
 * @param input   `surveys` linked to customers, `orders`; `customers` with the column to compare by
 * @param params  window, question, who counts as asked, column, cap of the weights: see README
 * @returns the result, or the refusal `no-question`, `no-customers` (no answer names a customer), `too-few-answered`,
 *   `too-few-silent` or `unsettled`. Members: "all", "voice:answered", "voice:silent", "voice-group:<place>" (answered),
 *   "voice-silent:<place>"
 *
 * O(answers + lines + customers × traits²). Method D40.
 */
export default function* nonResponse(
  input: Input,
  params: NonResponseParams,
  ambient: Ambient,
): Generator<Progress, Answer<NonResponseResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("no-question", 1, 0);
  const book = yield* surveyBookSteps(surveys);
  const questions = ratedQuestions(book);
  const question = chosenQuestion(questions, params.question);
  if (question === null) return refused("no-question", 1, 0);
  const { scope, orderRows, customerRows } = ambient;
  const period = windowOf(scope, params.window);
  const answers = answersTo(book, question.index, { period, customerRows });
  yield { done: 0.3 };
  const linked = answers.rows.length - answers.unlinked;
  if (linked === 0) return refused("no-customers", LEAST_ANSWERED, 0);
  const asked = params.asked === "listed" ? listedIn(book, question, period) : null;
  const sight = { period, scope, orderRows, customerRows, by: params.by };
  yield { done: 0.5 };
  const frame = frameOf(input, sight, asked);
  yield { done: 0.6 };
  const voices = voicesOf({ book, answers, frame, measure: measureOf(question) });
  const silent = frame.customers.length - voices.answered;
  if (voices.answered < LEAST_ANSWERED) {
    return refused("too-few-answered", LEAST_ANSWERED, voices.answered);
  }
  if (silent < LEAST_SILENT) return refused("too-few-silent", LEAST_SILENT, silent);
  const features = featuresOf(frame);
  const { hasAnswered } = voices;
  const { mostWeight } = params;
  const made = yield* withProgress({ done: 0.8 }, weighting({ features, hasAnswered, mostWeight }));
  if (made.fit.quality === "not-converged") return refused("unsettled", 1, 0);
  const traits = yield* withProgress({ done: 0.9 }, traitsOf(features, frame, hasAnswered));
  const days = daysOfAnswers(book, answers, period);
  const seen: Seen = { answers, frame, voices, made, traits, question, questions, days };
  return describe(seen);
}

function refused(code: string, need: number, have: number): Answer<NonResponseResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

const measureOf = ({ kind, scaleMax }: RatedQuestion): Measure =>
  kind === "nps" && scaleMax === 10 ? "nps" : "mean";

/** Customers with a row of the question in the days, answered or not; without a day as `answersTo` takes it. */
function listedIn(book: SurveyBook, question: RatedQuestion, period: Period): Uint32Array {
  const { days, rows, offsets } = book;
  const takesUndated = days === null || isEverything(period);
  const own = rows.subarray(offsets[question.index], offsets[question.index + 1]);
  const listed = own.filter((row) => {
    const day = days === null ? MISSING_DAY : days[row]!;
    if (day === MISSING_DAY) return takesUndated;
    return day >= period.fromDay && day <= period.toDay;
  });
  return customersBehind(book, listed);
}

interface Voices {
  readonly hasAnswered: Uint8Array<ArrayBuffer>;
  /** points of the answer: −100, 0, 100, or the score */
  readonly values: Float64Array<ArrayBuffer>;
  readonly answered: number;
  readonly earlier: number;
  readonly outside: number;
}

function voicesOf(of: {
  readonly book: SurveyBook;
  readonly answers: Answers;
  readonly frame: Frame;
  readonly measure: Measure;
}): Voices {
  const { latest, earlier } = latestAnswers(of.book, of.answers);
  const { customers } = of.frame;
  const hasAnswered = new Uint8Array(customers.length);
  const values = new Float64Array(customers.length).fill(NaN);
  let answered = 0;
  customers.forEach((customer, i) => {
    const place = latest.get(customer);
    if (place === undefined) return;
    const score = of.answers.values[place]!;
    hasAnswered[i] = 1;
    values[i] = of.measure === "nps" ? pointsOf(score) : score;
    answered++;
  });
  return { hasAnswered, values, answered, earlier, outside: latest.size - answered };
}

/** 100 a promoter, 0 a passive, −100 a detractor: their mean is the net promoter score. */
const pointsOf = (score: number): number => 100 * (promoterClass(score) - 1);

interface Seen {
  readonly answers: Answers;
  readonly frame: Frame;
  readonly voices: Voices;
  readonly made: Weighting;
  readonly traits: readonly Trait[];
  readonly question: RatedQuestion;
  readonly questions: readonly RatedQuestion[];
  readonly days: { readonly fromDay: number; readonly toDay: number };
}

function describe(seen: Seen): Answer<NonResponseResult> {
  const { answers, frame, voices, made, traits, question, questions, days } = seen;
  const { hasAnswered, values, answered } = voices;
  const means = weightedMeans(made, hasAnswered, values);
  const measure = measureOf(question);
  const scale = scaleOf(question, measure);
  const difference = means.raw - means.weighted;
  const spread = Z_95 * means.differenceError;
  const pValue = pValueOf(difference, means.differenceError);
  const raw = estimateOf(means.raw, means.rawError, scale);
  const weighted = estimateOf(means.weighted, means.weightedError, scale);
  const { shown, hidden } = responseGroups(frame.groups, { ...voices, weights: made.weights });
  const groups = shown.map(({ line }) => line);
  const asked = frame.customers.length;
  const result: NonResponseResult = {
    kind: "answered",
    headline: {
      asked,
      answered,
      raw: means.raw,
      weighted: means.weighted,
      low: weighted.low,
      high: weighted.high,
      difference,
      differenceLow: difference - spread,
      differenceHigh: difference + spread,
      differenceP: pValue,
      effective: means.effective,
      trimmed: made.trimmed,
    },
    ...days,
    measure,
    scale,
    question: { id: question.id, name: question.name },
    questions: questions.map(({ id, name }) => ({ id, name })),
    verdict: verdictOf(difference, pValue),
    raw,
    weighted,
    response: { value: answered / asked, ...wilsonInterval(answered, asked) },
    reason: pValue < LEVEL ? reasonOf(groups, means.raw, difference) : null,
    groupSource: frame.groups.source,
    groups,
    hidden,
    traits,
    balance: balanceOf(made, hasAnswered),
    largestWeight: made.largest,
    missing: {
      earlier: voices.earlier,
      outside: voices.outside,
      unlinked: answers.unlinked,
      undated: answers.undated,
    },
  };
  return { result, members: (cell) => membersOf(seen, shown, cell) };
}

const scaleOf = (question: RatedQuestion, measure: Measure): readonly [number, number] =>
  measure === "nps" ? [-100, 100] : [question.scaleMin, question.scaleMax];

const estimateOf = (value: number, error: number, [least, most]: readonly [number, number]) => ({
  value,
  low: Math.max(least, value - Z_95 * error),
  high: Math.min(most, value + Z_95 * error),
});

/** Everybody said the same: there is no spread, and no difference either. */
const pValueOf = (difference: number, error: number): number =>
  error > 0 ? normalTwoSided(difference / error) : 1;

function verdictOf(difference: number, pValue: number): NonResponseResult["verdict"] {
  if (pValue >= LEVEL) return "none";
  return difference > 0 ? "kind" : "harsh";
}

function* traitsOf(
  features: readonly Feature[],
  frame: Frame,
  hasAnswered: Uint8Array,
): Generator<void, readonly Trait[], void> {
  const traits: Trait[] = [];
  for (const id of TRAITS) {
    const values = frame.traits[id];
    const middle = (isIn: (place: number) => boolean): number | null => {
      const known = values.filter((value, place) => !Number.isNaN(value) && isIn(place));
      return known.length === 0 ? null : median(known);
    };
    const own = features.filter((feature) => feature.id === id);
    // By itself: beside the others, which say much the same, its odds would be the reverse as often as not.
    const { fit, encoding } = yield* chancesOf(own, hasAnswered);
    const column = encoding.features[0]!.valueColumn;
    const weight = fit.weights[column]!;
    const error = fit.errors[column]!;
    const isConstant = weight === 0;
    traits.push({
      id,
      asked: middle(() => true),
      answered: middle((place) => hasAnswered[place] === 1),
      silent: middle((place) => hasAnswered[place] === 0),
      odds: isConstant ? null : oddsOf(weight, error),
      pValue: isConstant ? null : normalTwoSided(weight / error),
    });
  }
  return traits;
}

const oddsOf = (weight: number, error: number): Estimate => ({
  value: Math.exp(weight),
  low: Math.exp(weight - Z_95 * error),
  high: Math.exp(weight + Z_95 * error),
});

function membersOf(
  { frame, voices }: Seen,
  groups: readonly { readonly code: number }[],
  cell: string,
): Uint32Array | null {
  const { customers } = frame;
  const those = (isIn: (place: number) => boolean): Uint32Array =>
    customers.filter((_, place) => isIn(place));
  const has = (place: number): boolean => voices.hasAnswered[place] === 1;
  if (cell === "all") return customers;
  if (cell === "voice:answered") return those(has);
  if (cell === "voice:silent") return those((place) => !has(place));
  const match = /^voice-(group|silent):(\d+)$/.exec(cell);
  const group = groups[Number(match?.[2])];
  if (match === null || group === undefined) return null;
  const wanted = match[1] === "group";
  return those((place) => frame.groups.codes[place] === group.code && has(place) === wanted);
}
