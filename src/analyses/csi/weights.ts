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
  completeSlots,
  covariances,
  isAnsweredWith,
  scored,
  sheetOf,
  type Asked,
  type Sheet,
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
 * Methods D31, D33. O(questionnaires × items²).
 */
export function weightBook(
  book: SurveyBook,
  block: Block,
  sheet: Sheet,
  scope: AnswerScope,
): WeightBook {
  const { items } = block;
  const outcome = outcomeOf(book, block);
  return {
    weights: {
      equal: new Float64Array(items.length).fill(1 / items.length),
      stated: statedWeights(
        book,
        items.map(({ dimension }) => dimension),
        scope,
      ),
      derived: outcome === null ? null : derivedWeights(book, items, outcome, scope),
      component: componentWeights(sheet),
    },
    outcome,
  };
}

/** The question about the whole that is answered beside the items, else the recommendation. */
function outcomeOf(book: SurveyBook, { items }: Block): Asked | null {
  const inBlock = new Set(items.map(({ index }) => index));
  const [leader] = items.toSorted((a, b) => b.answers - a.answers || a.index - b.index);
  for (const kind of ["csat", "nps"] as const) {
    const found = scored(book)
      .filter((question) => question.kind === kind && !inBlock.has(question.index))
      .filter((question) => leader !== undefined && isAnsweredWith(book, question, leader))
      .toSorted((a, b) => b.answers - a.answers || a.index - b.index);
    if (found[0] !== undefined) return found[0];
  }
  return null;
}

function derivedWeights(
  book: SurveyBook,
  items: readonly Asked[],
  outcome: Asked,
  scope: AnswerScope,
): Weights {
  const sheet = sheetOf(book, [...items, outcome], scope);
  const complete = completeSlots(sheet);
  const p = items.length;
  if (complete.length < Math.max(LEAST, 3 * (p + 1))) return null;
  const correlations = correlationsOf(covariances(sheet, complete), p + 1);
  if (correlations === null) return null;
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

export function componentWeights(sheet: Sheet): Weights {
  const complete = completeSlots(sheet);
  if (complete.length < LEAST) return null;
  const { width } = sheet;
  const correlations = correlationsOf(covariances(sheet, complete), width);
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
export function cronbachAlpha(sheet: Sheet): number | null {
  const complete = completeSlots(sheet);
  const { width } = sheet;
  if (complete.length < LEAST || width < 2) return null;
  const covariance = covariances(sheet, complete);
  const total = covariance.reduce((sum, value) => sum + value, 0);
  let own = 0;
  for (let j = 0; j < width; j++) own += covariance[j * width + j]!;
  return total > 1e-9 ? (width / (width - 1)) * (1 - own / total) : null;
}
