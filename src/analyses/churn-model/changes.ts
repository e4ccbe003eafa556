import type { ChurnScores } from "../../measures/churn/churn-scores";
import {
  aucDifferenceP,
  churnRunOf,
  parseChurnRun,
  type ChurnRun,
} from "../../measures/churn/churn-run";
import { driftSince, driftSinceLearnt } from "../../measures/churn/drift";
import type { Ambient, Progress, Wire } from "../define";
import { growsByItself, type CustomerDrift, type LastRun } from "./spec";

/** What was kept of the model before the present data came. */
export interface Before {
  readonly asOfDay: number;
  readonly run: ChurnRun;
}

export interface Changes {
  readonly sinceLearnt: CustomerDrift | null;
  readonly lastRun: LastRun | null;
  readonly keeps: Wire;
}

/** The earlier run; null where there is none, or where the reader looks back to before it. */
export function beforeOf({ lastRun, scope }: Ambient): Before | null {
  if (lastRun === undefined || lastRun === null || lastRun.asOfDay > scope.asOfDay) return null;
  const run = parseChurnRun(lastRun.body);
  return run === null ? null : { asOfDay: lastRun.asOfDay, run };
}

/** How customers and model have changed. Yields between slices. */
export function* changesOf(
  scores: ChurnScores,
  before: Before | null,
): Generator<Progress, Changes, void> {
  const { study, chosen, chances } = scores;
  const sinceLearnt = yield* reported(driftSinceLearnt(study, chosen.tested.chances, chances));
  const drift = before === null ? null : yield* reported(driftSince(before.run, study, chances));
  const keeps = yield* reported(churnRunOf(scores));
  return {
    sinceLearnt,
    lastRun: before === null || drift === null ? null : lastRunOf(before, scores, drift),
    keeps: wireOf(keeps),
  };
}

function* reported<T>(work: Generator<void, T, void>): Generator<Progress, T, void> {
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield { done: 0.99 };
  return step.value;
}

function lastRunOf(
  { asOfDay, run }: Before,
  { chosen }: ChurnScores,
  drift: CustomerDrift,
): LastRun {
  const { n, events, model, slope, auc } = run;
  const { value, low, high } = auc;
  const aucP = aucDifferenceP(auc, chosen.tested.auc);
  return { asOfDay, n, events, model, slope, auc: { value, low, high }, aucP, drift };
}

/** The named numbers of the changes. */
export function changeFigures({ sinceLearnt, lastRun }: Changes) {
  return {
    psiChance: sinceLearnt?.chance?.index ?? null,
    psiMost: mostOf(sinceLearnt),
    lastAuc: lastRun?.auc.value ?? null,
    lastAucP: lastRun?.aucP ?? null,
    lastPsiMost: lastRun === null ? null : mostOf(lastRun.drift),
  };
}

function mostOf(drift: CustomerDrift | null): number | null {
  return drift?.features.find((line) => !growsByItself(line))?.index ?? null;
}

const wireOf = ({ features, chances, auc, ...counts }: ChurnRun): Wire => ({
  ...counts,
  auc: { ...auc },
  chances: { ...chances },
  features: features.map(({ id, from, profile }) => ({ id, from, profile: { ...profile } })),
});
