import { withProgress } from "../../kernel/base/with-progress";
import type { StoredColumn, Tables } from "../../domain/generation";
import type { Scope } from "../../domain/scope";
import type { Bitset } from "../../kernel/table/bitset";
import type { Table } from "../../kernel/table/column";
import { learnEncodingSteps, type Encoding } from "../../kernel/learn/encoder";
import { labelledStudy } from "./labelled-study";
import {
  chancesOf,
  labelsOf,
  learnLogistic,
  learnTrees,
  type CalibrationKind,
  type LearntModel,
  type ModelKind,
} from "./models";
import { EVENTS_PER_PARAMETER, orderStudy } from "./order-study";
import { reasonsOf, type Reasons } from "./reasons";
import { between, type Work } from "./stages";
import type { LeftOut, Obstacle, Study, StudyOrNot } from "./study";

/** Everything that the answer depends on, beside the tables. */
export interface ChurnQuestion {
  readonly source: "auto" | "label" | "orders";
  /** ids of columns of customers; "" = none */
  readonly label: string;
  readonly split: string;
  readonly value: string;
  /** ids of columns to use; null = not chosen */
  readonly features: readonly string[] | null;
  readonly model: "auto" | ModelKind;
  readonly calibration: CalibrationKind;
  readonly penalty: number;
  readonly folds: number;
  readonly windowDays: number;
  readonly seed: number;
}

export interface ChurnSight {
  readonly tables: Tables;
  readonly scope: Scope;
  readonly orderRows: Bitset | null;
  readonly customerRows: Bitset | null;
  readonly columns: readonly StoredColumn[];
}

/** Counts that are known before anything is learnt, as far as they go. */
export interface ChurnBasis {
  readonly source: "label" | "orders";
  readonly n: number;
  readonly events: number;
  readonly parameters: number;
}

export interface ChurnScores {
  readonly kind: "scores";
  readonly study: Study;
  readonly basis: ChurnBasis;
  readonly trainEvents: number;
  readonly testLabels: Uint8Array<ArrayBuffer>;
  readonly models: readonly LearntModel[];
  readonly chosen: LearntModel;
  /** chance of leaving of each of today's sample, in its order */
  readonly chances: Float64Array<ArrayBuffer>;
  readonly reasons: Reasons;
}

export interface NoScores {
  readonly kind: "none";
  readonly obstacle: Obstacle;
  readonly leftOut: readonly LeftOut[];
  /** null when not even a question could be made */
  readonly basis: ChurnBasis | null;
}

const kept = new WeakMap<Table, Map<string, ChurnScores | NoScores>>();
const KEPT = 3;
/** What is read of orders; that another analysis has loaded more changes nothing. */
const ORDER_COLUMNS = ["customer", "orderedOn", "amount", "lineKind"];

/**
 * The chance of leaving of each customer, with the models behind it: learnt once for a question and kept while the customer
 * table lives, so that what is said of the same customers elsewhere is the same.
 *
 * @yields 0..1
 * Nothing is drawn but by `seed` and the customers' keys; the order of rows in the file does not matter. methods D47–D49.
 */
export function* churnScores(
  sight: ChurnSight,
  question: ChurnQuestion,
): Work<ChurnScores | NoScores> {
  const { customers, orders } = sight.tables;
  const known = kept.get(customers) ?? new Map<string, ChurnScores | NoScores>();
  kept.set(customers, known);
  const ordered = ORDER_COLUMNS.filter((id) => orders.columns.has(id));
  const loaded = [...customers.columns.keys(), "|", ...ordered];
  const key = JSON.stringify([
    Object.entries(question).sort(),
    sight.scope.asOfDay,
    sight.scope.filters,
    loaded,
  ]);
  const found = known.get(key) ?? (yield* learn(sight, question));
  known.delete(key);
  known.set(key, found);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
  return found;
}

/** The label column, where one is given or known; "" when the orders have to say it. */
function labelOf({ tables }: ChurnSight, { source, label }: ChurnQuestion): string {
  if (source === "orders") return "";
  if (label !== "") return label;
  return tables.customers.columns.has("hasChurned") ? "hasChurned" : "";
}

function studyOf(sight: ChurnSight, question: ChurnQuestion): Generator<void, StudyOrNot, void> {
  const { tables, customerRows, orderRows, scope, columns } = sight;
  const label = labelOf(sight, question);
  if (label !== "" || question.source === "label") {
    return labelledStudy({
      ...question,
      customers: tables.customers,
      customerRows,
      columns,
      label,
    });
  }
  const { features, windowDays, seed } = question;
  const { asOfDay } = scope;
  return orderStudy({
    tables,
    orderRows,
    customerRows,
    asOfDay,
    columns,
    features,
    windowDays,
    seed,
  });
}

function basisOf({ source, train, test }: Study, { parameters }: Encoding): ChurnBasis {
  let events = 0;
  for (const { rows, labels } of [train, test]) for (const row of rows) events += labels[row]!;
  return { source, n: train.rows.length + test.rows.length, events, parameters };
}

function* learn(sight: ChurnSight, question: ChurnQuestion): Work<ChurnScores | NoScores> {
  const made = yield* withProgress(0.01, studyOf(sight, question));
  if (made.kind === "obstacle") return { ...made, kind: "none", basis: null };
  const { study } = made;
  const { features, rows } = study.train;
  const encoding = yield* withProgress(0.02, learnEncodingSteps(features, rows));
  const basis = basisOf(study, encoding);
  const stop = (code: Obstacle["code"], need: number, have: number): NoScores => ({
    kind: "none",
    obstacle: { code, need, have },
    leftOut: study.leftOut,
    basis,
  });
  yield 0.03;
  const own = labelsOf(study.train);
  const trainEvents = own.reduce((sum, label) => sum + label, 0);
  const rarer = Math.min(trainEvents, own.length - trainEvents);
  const need = Math.max(1, basis.parameters) * EVENTS_PER_PARAMETER;
  if (rarer < need) return stop("few-events", need, rarer);
  const logistic = yield* between(learnLogistic(study, encoding, question), 0.03, 0.35);
  if (logistic === null) return stop("empty-test", 1, 0);
  const trees = yield* between(learnTrees(study, question), 0.35, 0.9);
  if (trees === null) return stop("empty-test", 1, 0);
  const chosen = choose([logistic, trees], question.model);
  const { auc, brierSkill } = chosen.tested;
  // in hundredths, so that what is needed and what is there can be said as whole numbers
  if (!(auc.low > 0.5)) return stop("not-better", 51, Math.floor(100 * auc.low));
  if (brierSkill === null || !(brierSkill > 0)) return stop("not-better", 1, 0);
  yield 0.92;
  const reasons = yield* withProgress(0.95, reasonsOf(study, chosen));
  yield 0.99;
  return {
    kind: "scores",
    study,
    basis,
    trainEvents,
    testLabels: labelsOf(study.test),
    models: [logistic, trees],
    chosen,
    chances: chancesOf(chosen.nowScores, chosen.calibration),
    reasons,
  };
}

/** The one asked for, else the one with the smaller loss in cross-validation. */
function choose(
  models: readonly [LearntModel, LearntModel],
  wanted: ChurnQuestion["model"],
): LearntModel {
  const [one, other] = models;
  if (wanted !== "auto") return wanted === one.kind ? one : other;
  return other.validationLoss < one.validationLoss ? other : one;
}
