import {
  johnsonParts,
  shapleyParts,
  subsetRSquared,
  symmetricEigen,
} from "../../kernel/stats/relative-importance";
import type { AnswerScope } from "../../measures/survey-answers";
import type { SurveyBook } from "../../measures/survey-book";
import { normalised, statedWeights } from "../../measures/stated-weights";
import {
  answeredWithSteps,
  covarianceSteps,
  scored,
  sheetSteps,
  type Asked,
  type CompleteCovariances,
} from "../../measures/survey-sheet";
import type { Block } from "./blocks";
import type { Scheme } from "./spec";

/** Weights are not learnt from fewer complete questionnaires. */
const LEAST = 20;
/** Beyond this many items every order of them is too many: Johnson's weights. */
const MOST_EXACT = 12;

type Weights = Float64Array<ArrayBuffer> | null;

/** The weights of each scheme, adding up to 1; null where the data do not have what it takes. */
export interface WeightBook {
  readonly weights: Readonly<Record<Scheme, Weights>>;
  /** the question whose score the derived weights explain */
  readonly outcome: Asked | null;
}

/**
 * Four ways to weigh the items of a block.
 *
 * - equal: 1 / k
 * - stated: mean importance of the part as its share of the greatest answer, when every item has such a question
 * - derived: Shapley (LMG) shares of R² of the question about the whole, else of the recommendation, on complete questionnaires
 * - component: loadings on the first principal component of the correlations; null when one is negative
 *
 * @param among  of the sheet of the items
 *
 * Methods D31, D33. O(questionnaires × items²), yields between slices.
 */
export function* weightBook(
  book: SurveyBook,
  block: Block,
  among: CompleteCovariances,
  scope: AnswerScope,
): Generator<void, WeightBook, void> {
  const { items } = block;
  const outcome = yield* outcomeOf(book, block);
  const dimensions = items.map(({ dimension }) => dimension);
  return {
    weights: {
      equal: new Float64Array(items.length).fill(1 / items.length),
      stated: yield* statedWeights(book, dimensions, scope),
      derived: outcome === null ? null : yield* derivedWeights(book, items, outcome, scope),
      component: componentWeights(among, items.length),
    },
    outcome,
  };
}

/** The question about the whole that is answered beside the items, else the recommendation. */
function* outcomeOf(book: SurveyBook, { items }: Block): Generator<void, Asked | null, void> {
  const inBlock = new Set(items.map(({ index }) => index));
  const byAnswers = (a: Asked, b: Asked): number => b.answers - a.answers || a.index - b.index;
  const [leader] = items.toSorted(byAnswers);
  if (leader === undefined) return null;
  for (const kind of ["csat", "nps"] as const) {
    const others = scored(book).filter(
      (question) => question.kind === kind && !inBlock.has(question.index),
    );
    const found = yield* answeredWithSteps(book, others, leader);
    const [most] = found.toSorted(byAnswers);
    if (most !== undefined) return most;
  }
  return null;
}

function* derivedWeights(
  book: SurveyBook,
  items: readonly Asked[],
  outcome: Asked,
  scope: AnswerScope,
): Generator<void, Weights, void> {
  const sheet = yield* sheetSteps(book, [...items, outcome], scope);
  const complete = yield* covarianceSteps(sheet);
  const p = items.length;
  if (complete.n < Math.max(LEAST, 3 * (p + 1))) return null;
  const correlations = correlationsOf(complete.values, p + 1);
  if (correlations === null) return null;
  yield;
  const among = new Float64Array(p * p);
  const beside = new Float64Array(p);
  for (let i = 0; i < p; i++) {
    beside[i] = correlations[i * (p + 1) + p]!;
    for (let j = 0; j < p; j++) among[i * p + j] = correlations[i * (p + 1) + j]!;
  }
  return normalised(
    p > MOST_EXACT
      ? johnsonParts(among, beside)
      : shapleyParts(subsetRSquared(among, beside), p).map((part) => Math.max(0, part)),
  );
}

/** null when a column never varies. */
function correlationsOf(
  covariance: Float64Array<ArrayBuffer>,
  width: number,
): Float64Array<ArrayBuffer> | null {
  const deviations = Float64Array.from({ length: width }, (_, i) =>
    Math.sqrt(covariance[i * width + i]!),
  );
  if (deviations.some((deviation) => !(deviation > 1e-9))) return null;
  return covariance.map(
    (value, at) => value / (deviations[Math.floor(at / width)]! * deviations[at % width]!),
  );
}

export function componentWeights({ n, values: covariance }: CompleteCovariances, width: number) {
  if (n < LEAST) return null;
  const correlations = correlationsOf(covariance, width);
  if (correlations === null) return null;
  const { values, vectors } = symmetricEigen(correlations, width);
  const first = values.indexOf(Math.max(...values));
  const loadings = Float64Array.from({ length: width }, (_, i) => vectors[i * width + first]!);
  const isTurned = loadings.reduce((sum, loading) => sum + loading, 0) < 0;
  return normalised(isTurned ? loadings.map((loading) => -loading) : loadings);
}

/**
 * Cronbach's alpha of the columns over the complete questionnaires: k / (k − 1) · (1 − Σ var_j / var of the sum).
 *
 * @returns at most 1, may be negative; null with too few questionnaires or without variation. Cronbach, Psychometrika 16(3), 1951.
 */
export function cronbachAlpha({ n, values }: CompleteCovariances, width: number): number | null {
  if (n < LEAST || width < 2) return null;
  const total = values.reduce((sum, value) => sum + value, 0);
  let own = 0;
  for (let j = 0; j < width; j++) own += values[j * width + j]!;
  return total > 1e-9 ? (width / (width - 1)) * (1 - own / total) : null;
}
