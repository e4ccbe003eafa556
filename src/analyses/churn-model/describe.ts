import { calibrationBins, gainPoints } from "../../kernel/learn/probability-quality";
import { descendingOrder } from "../../kernel/stats/rank";
import type { Table } from "../../kernel/table/column";
import { byRow } from "../../measures/by-row";
import { atRiskFrom } from "../../measures/churn/at-risk";
import type { ChurnScores, NoScores } from "../../measures/churn/churn-scores";
import type { LearntModel } from "../../measures/churn/models";
import type { Answer, Progress } from "../define";
import { changeFigures, changesOf, type Before, type Changes } from "./changes";
import { listingOf, listOf, oneMaker } from "./list";
import type { ChurnCard, ChurnModelResult, FeatureLine, ModelLine } from "./spec";

const GROUPS = 10;
const GAIN_PERCENTS = [5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

/** An answer that says why there is no model. */
export function withoutScores({ obstacle, leftOut, basis }: NoScores): ChurnModelResult {
  return {
    kind: "answered",
    isQuiet: true,
    headline: {
      n: basis === null ? null : basis.n,
      events: basis === null ? null : basis.events,
      parameters: basis === null ? null : basis.parameters,
      auc: null,
      aucLow: null,
      aucHigh: null,
      logLoss: null,
      brier: null,
      brierSkill: null,
      topDecileLift: null,
      expectedLeavers: null,
      atStake: null,
      psiChance: null,
      psiMost: null,
      lastAuc: null,
      lastAucP: null,
      lastPsiMost: null,
    },
    refusal: obstacle,
    source: basis === null ? null : basis.source,
    windowDays: null,
    unlabelled: 0,
    leftOut,
    card: null,
    list: null,
  };
}

/** Result and members of some scores, and what to keep of them; `before`: what was kept of the data before. */
export function* answerOf(
  customers: Table,
  scores: ChurnScores,
  before: Before | null,
): Generator<Progress, Answer<ChurnModelResult>, void> {
  const { study, basis, chosen, chances } = scores;
  const changes = yield* changesOf(scores, before);
  const card = cardOf(scores, changes);
  yield { done: 0.99 };
  const list = yield* listOf(customers, scores, card.features);
  const topDecile = card.gains.find(({ percent }) => percent === 10)!;
  const result: ChurnModelResult = {
    kind: "answered",
    isQuiet: false,
    headline: {
      n: basis.n,
      events: basis.events,
      parameters: basis.parameters,
      auc: chosen.tested.auc.value,
      aucLow: chosen.tested.auc.low,
      aucHigh: chosen.tested.auc.high,
      logLoss: chosen.tested.logLoss,
      brier: chosen.tested.brier,
      brierSkill: chosen.tested.brierSkill,
      topDecileLift: topDecile.lift,
      expectedLeavers: list.expected,
      atStake: list.atStake,
      ...changeFigures(changes),
    },
    refusal: null,
    source: study.source,
    windowDays: study.windowDays,
    unlabelled: study.unlabelled,
    leftOut: study.leftOut,
    card,
    list,
  };
  const threshold = atRiskFrom(scores.chances);
  return {
    result,
    keeps: changes.keeps,
    scores: { leaveChance: byRow(study.now.rows, chances, customers.rowCount) },
    of: oneMaker(customers, scores, card.features),
    listing: listingOf(customers, scores, card.features),
    members: (cell) => {
      const now = study.now.rows;
      const pick = (isMember: (i: number) => boolean): Uint32Array =>
        now.filter((_, i) => isMember(i)).sort();
      if (cell === "all") return now.slice().sort();
      if (cell === "at-risk") return pick((i) => chances[i]! >= threshold);
      const [kind, number, ...rest] = cell.split(":");
      if (rest.length > 0 || number === undefined || !/^\d{1,3}$/.test(number)) return null;
      const at = Number(number);
      if (kind === "chance" && at < 10) return pick((i) => binOf(chances[i]!) === at);
      return testedRows(scores, kind, at);
    },
  };
}

const binOf = (chance: number): number => Math.min(9, Math.floor(chance * 10));

/** Rows of the test behind a group of the calibration plot or a step of the gain curve. */
function testedRows(
  { study, chosen }: ChurnScores,
  kind: string | undefined,
  at: number,
): Uint32Array | null {
  const { rows } = study.test;
  const order = descendingOrder(chosen.tested.chances);
  const n = order.length;
  const between = (from: number, to: number): Uint32Array =>
    Uint32Array.from(order.subarray(from, to), (i) => rows[i]!).sort();
  if (kind === "held" && GAIN_PERCENTS.some((percent) => percent === at)) {
    return between(0, Math.min(n, Math.ceil((at / 100) * n - 1e-9)));
  }
  const groups = Math.min(GROUPS, n);
  if (kind !== "tested" || at >= groups) return null;
  // the groups count from the smallest chance
  const from = Math.floor((n * at) / groups);
  const to = Math.floor((n * (at + 1)) / groups);
  return between(n - to, n - from);
}

function cardOf(scores: ChurnScores, { sinceLearnt, lastRun }: Changes): ChurnCard {
  const { study, chosen, models, testLabels, trainEvents } = scores;
  const { chances } = chosen.tested;
  const gains = gainPoints(
    chances,
    testLabels,
    GAIN_PERCENTS.map((percent) => percent / 100),
  );
  return {
    models: models.map((model) => modelLine(model, scores)),
    chosen: chosen.kind,
    calibration: chosen.calibration.kind,
    trainCustomers: study.train.rows.length,
    trainEvents,
    testCustomers: study.test.rows.length,
    testEvents: testLabels.reduce((sum, label) => sum + label, 0),
    split: study.split,
    groups: calibrationBins(chances, testLabels, GROUPS).map(
      ({ n, events, meanChance, observed, interval }) => ({
        customers: n,
        events,
        meanChance,
        observed,
        ...interval,
      }),
    ),
    gains: gains.map(({ n, events, capture, lift }, i) => ({
      percent: GAIN_PERCENTS[i]!,
      customers: n,
      events,
      capture,
      lift,
    })),
    features: study.facts
      .map(({ id, from }, f): FeatureLine => ({ id, from, weight: scores.reasons.weights[f]! }))
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1)),
    sinceLearnt,
    lastRun,
  };
}

function modelLine(model: LearntModel, { basis }: ChurnScores): ModelLine {
  const { tested, validationLoss, kind } = model;
  const { value, low, high } = tested.auc;
  return {
    kind,
    auc: { value, low, high },
    logLoss: tested.logLoss,
    brier: tested.brier,
    brierSkill: tested.brierSkill,
    validationLoss,
    slope: tested.slope,
    intercept: tested.intercept,
    size: kind === "trees" ? model.forest.trees.length : basis.parameters,
  };
}
