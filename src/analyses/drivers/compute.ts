import { withProgress } from "../../kernel/base/with-progress";
import type { Period } from "../../domain/scope";
import { inverseOf } from "../../kernel/stats/relative-importance";
import { quantiles } from "../../kernel/stats/quantile";
import { studentTwoSided } from "../../kernel/stats/student-t";
import { chosenQuestion, ratedQuestions, type RatedQuestion } from "../../measures/rated-questions";
import { customersBehind, daysOfAnswers, rowsWhere } from "../../measures/survey-answers";
import { surveyBookSteps, type SurveyBook } from "../../measures/survey-book";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { answerMatrix, type AnswerMatrix } from "./answer-matrix";
import { asymmetries } from "./asymmetry";
import { blockMoments, fitOf, partsOf, summed, type Fit } from "./moments";
import type { AskedAbout, Driver, DriversParams, DriversResult, Quadrant } from "./spec";

/** Beyond this many drivers every order of them is too many: Johnson's weights. */
const MOST_EXACT = 12;
const LEAST = 20;
const LEAST_A_DRIVER = 3;
/** A quadrant that this share of the samples agrees on is decided. */
const DECIDED = 0.95;

/**
 * What drives satisfaction: shares of R², the importance–performance map, penalty and reward.
 *
 * @param input   `surveys` with `response`, so that answers of one questionnaire are known
 * @param params  window, outcome, method, samples: see README
 * @returns the result, or the refusal `no-outcome`, `no-drivers`, `too-few-answers` or `outcome-constant`. Members: "all",
 *   "driver-low:<place>" (below the middle on a driver)
 *
 * O(answers + replicates × (1000 p² + 2^p p²)), p <= 12, else O(p³) a sample. Methods D32–D34.
 */
export default function* drivers(
  input: Input,
  params: DriversParams,
  ambient: Ambient,
): Generator<Progress, Answer<DriversResult>, void> {
  const { surveys } = input;
  if (surveys === undefined || surveys.rowCount === 0) return refused("no-outcome", 1, 0);
  const book = yield* surveyBookSteps(surveys);
  const questions = ratedQuestions(book);
  const outcome = chosenQuestion(questions, params.outcome);
  if (outcome === null) return refused("no-outcome", 1, 0);
  const candidates = questions.filter(
    ({ kind, index }) => kind === "dimension" && index !== outcome.index,
  );
  const period = windowOf(ambient.scope, params.window);
  const { customerRows } = ambient;
  const reading = answerMatrix(book, outcome, candidates, { period, customerRows });
  const answers = yield* withProgress({ done: 0.25 }, reading);
  if (answers.drivers.length === 0) return refused("no-drivers", 1, 0);
  const { n } = answers.matrix;
  const least = Math.max(LEAST, LEAST_A_DRIVER * (answers.drivers.length + 1));
  if (n < least) return refused("too-few-answers", least, n);
  yield { done: 0.3 };
  const centre = columnMeans(answers);
  const [all] = yield* withProgress({ done: 0.3 }, blockMoments(answers.matrix, centre, null));
  const whole = fitOf(all!);
  if (whole.outcome.every((r) => r === 0)) return refused("outcome-constant", 1, 0);
  const method = methodOf(params, answers.drivers.length);
  const samples = yield* sampled(answers, centre, { method, params, ambient });
  yield { done: 0.98 };
  const sight: Sight = {
    book,
    outcome,
    questions,
    period,
    answers,
    centre,
    whole,
    method,
    samples,
  };
  return yield* describe(sight);
}

function refused(code: string, need: number, have: number): Answer<DriversResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

/** Everything that was looked at. */
interface Sight {
  readonly book: SurveyBook;
  readonly outcome: RatedQuestion;
  readonly questions: readonly RatedQuestion[];
  readonly period: Period;
  readonly answers: AnswerMatrix;
  readonly centre: Float64Array;
  readonly whole: Fit;
  readonly method: "shapley" | "johnson";
  readonly samples: readonly Sample[];
}

/** One draw: share and performance of each driver. */
interface Sample {
  readonly shares: Float64Array;
  readonly performances: Float64Array;
}

function methodOf({ method }: DriversParams, count: number): "shapley" | "johnson" {
  return method === "johnson" || count > MOST_EXACT ? "johnson" : "shapley";
}

function columnMeans({ matrix }: AnswerMatrix): Float64Array {
  const { values, n, width } = matrix;
  const sums = new Float64Array(width);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < width; i++) sums[i]! += values[k * width + i]!;
  }
  return sums.map((sum) => sum / n);
}

const indexOf = (mean: number, { scaleMin, scaleMax }: RatedQuestion): number =>
  (100 * (mean - scaleMin)) / (scaleMax - scaleMin);

function sampleOf(
  fit: Fit,
  { centre, answers, method }: Pick<Sight, "centre" | "answers" | "method">,
): Sample {
  const parts = partsOf(fit, method);
  const total = parts.reduce((sum, part) => sum + part, 0);
  return {
    shares: total > 0 ? parts.map((part) => part / total) : parts,
    performances: Float64Array.from(answers.drivers, (driver, j) =>
      indexOf(centre[j + 1]! + fit.means[j + 1]!, driver),
    ),
  };
}

function* sampled(
  answers: AnswerMatrix,
  centre: Float64Array,
  {
    method,
    params,
    ambient,
  }: Pick<Sight, "method"> & { readonly params: DriversParams; readonly ambient: Ambient },
): Generator<Progress, readonly Sample[], void> {
  const { rng } = ambient;
  const samples: Sample[] = [];
  if (params.replicates === 0) return samples;
  const blocks = yield* withProgress({ done: 0.3 }, blockMoments(answers.matrix, centre, rng));
  for (let sample = 0; sample < params.replicates; sample++) {
    const picks = Uint32Array.from(blocks, () => rng.below(blocks.length));
    const fit = fitOf(summed(blocks, picks));
    samples.push(sampleOf(fit, { centre, answers, method }));
    if (sample % 8 === 7) yield { done: 0.3 + (0.65 * sample) / params.replicates };
  }
  return samples;
}

function quadrantOf(sample: Sample, j: number): Quadrant {
  const p = sample.shares.length;
  const cut = sample.performances.reduce((sum, value) => sum + value, 0) / p;
  const isImportant = sample.shares[j]! >= 1 / p;
  const isGood = sample.performances[j]! >= cut;
  if (isImportant) return isGood ? "keep" : "concentrate";
  return isGood ? "overkill" : "low";
}

/** The drivers, largest share first, each with the rows of those below the middle on it. */
function* driversOf(sight: Sight) {
  const { answers, whole, book } = sight;
  const { n } = answers.matrix;
  const p = answers.drivers.length;
  const parts = partsOf(whole, sight.method);
  const r2 = parts.reduce((sum, part) => sum + part, 0);
  const point = sampleOf(whole, sight);
  const inverse = inverseOf(whole.correlations, p);
  const effects = yield* withProgress({ done: 0.98 }, asymmetries(answers.matrix, answers.drivers));
  const names = distinctNames(answers.drivers);
  const found: { readonly driver: Driver; readonly low: Uint32Array }[] = [];
  for (const [j, asked] of answers.drivers.entries()) {
    yield { done: 0.98 };
    const low = lowRows(sight, j);
    const driver: Driver = {
      name: names[j]!,
      question: asked.name,
      part: parts[j]!,
      ...shareSpread(point, sight.samples, j),
      ...coefficientOf({ whole, inverse, n, r2 }, j),
      correlation: whole.outcome[j]!,
      mean: sight.centre[j + 1]! + whole.means[j + 1]!,
      asymmetry: effects[j]!,
      lowCustomers: customersBehind(book, low).length,
    };
    found.push({ driver, low });
  }
  const sorted = found.toSorted(
    (a, b) => b.driver.share - a.driver.share || (a.driver.name < b.driver.name ? -1 : 1),
  );
  return { sorted, point, r2 };
}

function* describe(sight: Sight): Generator<Progress, Answer<DriversResult>, void> {
  const { answers, book, outcome, questions, period } = sight;
  const { n } = answers.matrix;
  const p = answers.drivers.length;
  const { sorted, point, r2 } = yield* driversOf(sight);
  const about = (question: RatedQuestion): AskedAbout => ({
    id: question.id,
    name: question.name,
    kind: question.kind,
    answers: question.answers,
  });
  const adjustedR2 = n > p + 1 ? 1 - ((1 - r2) * (n - 1)) / (n - p - 1) : null;
  const result: DriversResult = {
    kind: "answered",
    headline: {
      r2,
      adjustedR2,
      n,
      drivers: p,
      ...Object.fromEntries(sorted.map(({ driver }) => [`share:${driver.name}`, driver.share])),
    },
    ...daysOfAnswers(book, { rows: answers.rows }, period),
    isUndated: book.days === null,
    outcome: about(outcome),
    questions: questions.map(about),
    method: sight.method,
    r2,
    adjustedR2,
    n,
    asked: answers.asked,
    customers: customersBehind(book, answers.rows).length,
    replicates: sight.samples.length,
    drivers: sorted.map(({ driver }) => driver),
    cut: {
      performance: point.performances.reduce((sum, value) => sum + value, 0) / p,
      share: 1 / p,
    },
    left: answers.left,
  };
  return {
    result,
    members: (cell) =>
      membersOf(
        sight,
        sorted.map(({ low }) => low),
        cell,
      ),
  };
}

/** Two questions about one thing are told apart by their words. */
function distinctNames(drivers: readonly RatedQuestion[]): readonly string[] {
  const count = (name: string): number =>
    drivers.filter(({ dimension }) => dimension === name).length;
  return drivers.map(({ dimension, name }) => (count(dimension) > 1 ? name : dimension));
}

function shareSpread(point: Sample, samples: readonly Sample[], j: number) {
  const share = point.shares[j]!;
  const performance = point.performances[j]!;
  const quadrant = quadrantOf(point, j);
  const frame = { share, performance, quadrant };
  if (samples.length === 0) {
    return {
      ...frame,
      shareLow: null,
      shareHigh: null,
      support: null,
      isUndecided: true,
      spread: null,
    };
  }
  const shares = Float64Array.from(samples, (sample) => sample.shares[j]!);
  const performances = Float64Array.from(samples, (sample) => sample.performances[j]!);
  const [shareLow, shareHigh] = quantiles(shares, [0.025, 0.975]);
  const agreeing = samples.filter((sample) => quadrantOf(sample, j) === quadrant).length;
  const support = agreeing / samples.length;
  return {
    ...frame,
    shareLow: shareLow!,
    shareHigh: shareHigh!,
    support,
    isUndecided: support < DECIDED,
    spread: spreadOf(performances, shares),
  };
}

function spreadOf(xs: Float64Array, ys: Float64Array): Driver["spread"] {
  const n = xs.length;
  const mean = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0) / n;
  const [cx, cy] = [mean(xs), mean(ys)];
  let [xx, yy, xy] = [0, 0, 0];
  for (let k = 0; k < n; k++) {
    xx += (xs[k]! - cx) ** 2;
    yy += (ys[k]! - cy) ** 2;
    xy += (xs[k]! - cx) * (ys[k]! - cy);
  }
  const scale = Math.sqrt(xx * yy);
  return { x: Math.sqrt(xx / n), y: Math.sqrt(yy / n), correlation: scale > 0 ? xy / scale : 0 };
}

function coefficientOf(
  {
    whole,
    inverse,
    n,
    r2,
  }: {
    readonly whole: Fit;
    readonly inverse: Float64Array | null;
    readonly n: number;
    readonly r2: number;
  },
  j: number,
): Pick<Driver, "beta" | "betaP" | "inflation"> {
  const p = whole.outcome.length;
  const df = n - p - 1;
  if (inverse === null || df < 1) return { beta: null, betaP: null, inflation: null };
  let beta = 0;
  for (let k = 0; k < p; k++) beta += inverse[j * p + k]! * whole.outcome[k]!;
  const inflation = inverse[j * p + j]!;
  const error = Math.sqrt((Math.max(0, 1 - r2) * inflation) / df);
  return { beta, betaP: error > 0 ? studentTwoSided(beta / error, df) : null, inflation };
}

/** The rows (of the outcome) of the questionnaires that are below the middle on a driver. */
function lowRows({ answers }: Sight, j: number): Uint32Array<ArrayBuffer> {
  const { values, width } = answers.matrix;
  const { scaleMin, scaleMax } = answers.drivers[j]!;
  const middle = (scaleMin + scaleMax) / 2;
  return rowsWhere(answers.rows, (k) => values[k * width + 1 + j]! < middle);
}

function membersOf(
  { book, answers }: Sight,
  low: readonly Uint32Array[],
  cell: string,
): Uint32Array | null {
  if (cell === "all") return customersBehind(book, answers.rows);
  const place = /^driver-low:(\d+)$/.exec(cell)?.[1];
  const rows = place === undefined ? undefined : low[Number(place)];
  return rows === undefined ? null : customersBehind(book, rows);
}
