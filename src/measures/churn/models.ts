import { range } from "../../kernel/base/range";
import { withProgress } from "../../kernel/base/with-progress";
import {
  binRowsSteps,
  learnBinsSteps,
  type BinnedRows,
  type Binning,
} from "../../kernel/learn/bins";
import { boost } from "../../kernel/learn/boost";
import {
  calibrated,
  isotonicCalibration,
  plattCalibration,
  type Calibration,
} from "../../kernel/learn/calibration";
import { aucOf, type Auc } from "../../kernel/learn/discrimination";
import { encodeRowsSteps, type Design, type Encoding } from "../../kernel/learn/encoder";
import { fitLogistic, logOddsOf, type LogisticFit } from "../../kernel/learn/logistic";
import { softplus } from "../../kernel/stats/logistic-function";
import {
  probabilityQualitySteps,
  type ProbabilityQuality,
} from "../../kernel/learn/probability-quality";
import { forestMargins, type Forest } from "../../kernel/learn/tree";
import { BOOST_RULE } from "./boost-rule";
import type { Work } from "./stages";
import type { Sample, Study } from "./study";

export type ModelKind = "logistic" | "trees";
export type CalibrationKind = Calibration["kind"];

/** Customers among whom rounds of cross-validation are run; more would only take longer. */
const MOST_VALIDATED = 12_000;

export interface LearningRule {
  readonly penalty: number;
  readonly folds: number;
  readonly calibration: CalibrationKind;
}

/** How a model did on customers that it had not seen. */
export interface Tested extends ProbabilityQuality {
  readonly auc: Auc;
  /** chances after calibration; one a row of the test sample */
  readonly chances: Float64Array<ArrayBuffer>;
}

interface Learnt {
  /** mean log-loss in cross-validation, before calibration */
  readonly validationLoss: number;
  readonly calibration: Calibration;
  readonly tested: Tested;
  /** log-odds before calibration of each row of the sample of today */
  readonly nowScores: Float64Array<ArrayBuffer>;
}

export interface LearntLogistic extends Learnt {
  readonly kind: "logistic";
  readonly fit: LogisticFit;
  readonly encoding: Encoding;
  /** of today's customers */
  readonly design: Design;
  /** mean part of the log-odds of each feature among the customers that it learnt from */
  readonly meanParts: Float64Array;
}

export interface LearntTrees extends Learnt {
  readonly kind: "trees";
  readonly forest: Forest;
  readonly bins: BinnedRows;
}

export type LearntModel = LearntLogistic | LearntTrees;

/** The labels of a sample's rows, in their order. */
export const labelsOf = ({ rows, labels }: Sample): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(rows, (row) => labels[row]!);

/** Rows of a fold and the rest; every `folds`-th row, the order being drawn already. */
function foldsOf(n: number, folds: number): { fit: Uint32Array; held: Uint32Array }[] {
  const rows = range(Math.min(n, MOST_VALIDATED));
  return Array.from({ length: folds }, (_, fold) => ({
    fit: rows.filter((i) => i % folds !== fold),
    held: rows.filter((i) => i % folds === fold),
  }));
}

function meanLoss(scores: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < scores.length; i++) sum += softplus(scores[i]!) - labels[i]! * scores[i]!;
  return sum / scores.length;
}

function calibrationOf(
  kind: CalibrationKind,
  scores: Float64Array,
  labels: Uint8Array,
): Calibration {
  switch (kind) {
    case "none":
      return { kind };
    case "platt":
      return plattCalibration(scores, labels);
    case "isotonic":
      return isotonicCalibration(scores, labels);
  }
}

function* testedOf(
  scores: Float64Array,
  calibration: Calibration,
  labels: Uint8Array,
): Generator<void, Tested | null, void> {
  const chances = chancesOf(scores, calibration);
  yield;
  // ties that isotonic steps make would hide the ranking, so it is judged by the scores
  const auc = aucOf(scores, labels);
  if (auc === null) return null;
  yield;
  const quality = yield* probabilityQualitySteps(chances, labels);
  return { ...quality, auc, chances };
}

/** The chances that a calibration gives to scores. */
export function chancesOf(
  scores: Float64Array,
  calibration: Calibration,
): Float64Array<ArrayBuffer> {
  const chances = new Float64Array(scores.length);
  for (let i = 0; i < scores.length; i++) chances[i] = calibrated(calibration, scores[i]!);
  return chances;
}

/**
 * Ridge logistic regression of a study.
 *
 * Cross-validated in the sample to learn from (of at most 12,000 of it); what it says there of customers it has not seen is
 * what the calibration learns from. Then fitted on all of the sample, tested, and asked of today.
 * @returns null when the test sample holds no event, or only events
 * @yields 0..1
 */
export function* learnLogistic(
  { train, test, now }: Study,
  encoding: Encoding,
  rule: LearningRule,
): Work<LearntLogistic | null> {
  const design = yield* withProgress(0.02, encodeRowsSteps(encoding, train.features, train.rows));
  const labels = labelsOf(train);
  const seen = range(labels.length).subarray(0, Math.min(labels.length, MOST_VALIDATED));
  const unseen = new Float64Array(seen.length);
  const { penalty, folds } = rule;
  const parts = foldsOf(labels.length, folds);
  let start: LogisticFit | undefined;
  for (const [f, { fit: rows, held }] of parts.entries()) {
    const task = { design, labels, rows, penalty, ...(start && { start }) };
    const one = yield* withProgress((0.5 * f) / folds, fitLogistic(task));
    if (one.quality === "exact") start = one;
    for (const row of held) unseen[row] = logOddsOf(design, one.weights, one.intercept, row);
  }
  const ownLabels = labels.subarray(0, seen.length);
  const calibration = calibrationOf(rule.calibration, unseen, ownLabels);
  const everyone = { design, labels, rows: range(labels.length), penalty };
  const fit = yield* withProgress(0.6, fitLogistic({ ...everyone, ...(start && { start }) }));
  const scoresOf = (its: Design): Float64Array<ArrayBuffer> => {
    const scores = new Float64Array(its.rowCount);
    for (let i = 0; i < scores.length; i++) {
      scores[i] = logOddsOf(its, fit.weights, fit.intercept, i);
    }
    return scores;
  };
  const meanParts = meanPartsOf(design, fit.weights);
  yield 0.88;
  const testDesign = yield* withProgress(0.88, encodeRowsSteps(encoding, test.features, test.rows));
  const testScores = scoresOf(testDesign);
  yield 0.9;
  const nowDesign = yield* withProgress(0.9, encodeRowsSteps(encoding, now.features, now.rows));
  const tested = yield* withProgress(0.94, testedOf(testScores, calibration, labelsOf(test)));
  if (tested === null) return null;
  yield 0.98;
  return {
    kind: "logistic",
    validationLoss: meanLoss(unseen, ownLabels),
    calibration,
    tested,
    nowScores: scoresOf(nowDesign),
    fit,
    encoding,
    design: nowDesign,
    meanParts,
  };
}

function meanPartsOf({ rowCount, entries, columns, values }: Design, weights: Float64Array) {
  const means = new Float64Array(entries);
  for (let i = 0, at = 0; i < rowCount; i++) {
    for (let f = 0; f < entries; f++, at++) {
      means[f] = means[f]! + (weights[columns[at]!]! * values[at]!) / rowCount;
    }
  }
  return means;
}

/** As `learnLogistic`, with gradient-boosted trees; cross-validation also says how many trees are enough. */
export function* learnTrees(study: Study, rule: LearningRule): Work<LearntTrees | null> {
  const { train, test, now } = study;
  const binning = yield* withProgress(0.01, learnBinsSteps(train.features, train.rows));
  const bins = yield* withProgress(0.02, binRowsSteps(binning, train.features, train.rows));
  const labels = labelsOf(train);
  const { rounds, unseen } = yield* validateTrees({ binning, bins, labels }, rule.folds);
  const ownLabels = labels.subarray(0, unseen.length);
  const calibration = calibrationOf(rule.calibration, unseen, ownLabels);
  const { forest } = yield* withProgress(
    0.6,
    boost({
      binning,
      bins,
      labels,
      rows: range(labels.length),
      watched: new Uint32Array(0),
      rule: { ...BOOST_RULE, trees: rounds },
    }),
  );
  const testBins = yield* withProgress(0.88, binRowsSteps(binning, test.features, test.rows));
  const testScores = yield* withProgress(0.9, forestMargins(forest, testBins, test.rows.length));
  const nowBins = yield* withProgress(0.92, binRowsSteps(binning, now.features, now.rows));
  const nowScores = yield* withProgress(0.95, forestMargins(forest, nowBins, now.rows.length));
  const tested = yield* withProgress(0.98, testedOf(testScores, calibration, labelsOf(test)));
  if (tested === null) return null;
  const validationLoss = meanLoss(unseen, ownLabels);
  return {
    kind: "trees",
    validationLoss,
    calibration,
    tested,
    nowScores,
    forest,
    bins: nowBins,
  };
}

interface Binned {
  readonly binning: Binning;
  readonly bins: BinnedRows;
  readonly labels: Uint8Array;
}

function* validateTrees(
  binned: Binned,
  folds: number,
): Work<{ readonly rounds: number; readonly unseen: Float64Array }> {
  const { labels } = binned;
  const parts = foldsOf(labels.length, folds);
  // the sample that is validated in comes first, so its bins are the first of each array
  const count = Math.min(labels.length, MOST_VALIDATED);
  const own = {
    binning: binned.binning,
    bins: binned.bins.map((one) => one.subarray(0, count)),
    labels: labels.subarray(0, count),
  };
  const forests: Forest[] = [];
  const curves: Float64Array[] = [];
  for (const [f, { fit, held }] of parts.entries()) {
    const task = { ...own, rows: fit, watched: held, rule: BOOST_RULE };
    const grown = yield* withProgress((0.5 * f) / folds, boost(task));
    forests.push(grown.forest);
    curves.push(grown.losses);
  }
  const rounds = bestRound(
    curves,
    parts.map(({ held }) => held.length),
  );
  const unseen = new Float64Array(count);
  for (const [f, { held }] of parts.entries()) {
    const heldBins = own.bins.map((one) => Uint8Array.from(held, (row) => one[row]!));
    const scores = yield* withProgress(
      0.55,
      forestMargins(forests[f]!, heldBins, held.length, rounds),
    );
    held.forEach((row, i) => (unseen[row] = scores[i]!));
  }
  return { rounds, unseen };
}

/** Number of trees with the least loss over all folds, at least one. */
function bestRound(curves: readonly Float64Array[], sizes: readonly number[]): number {
  const length = Math.min(...curves.map((curve) => curve.length));
  let [best, least] = [1, Infinity];
  for (let round = 1; round < length; round++) {
    const loss = curves.reduce((sum, curve, f) => sum + curve[round]! * sizes[f]!, 0);
    if (loss < least) [best, least] = [round, loss];
  }
  return best;
}
