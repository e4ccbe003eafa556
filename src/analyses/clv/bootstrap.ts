import { withProgress } from "../../kernel/base/with-progress";
import type { Rng } from "../../kernel/base/rng";
import { drawGamma } from "../../kernel/stats/draw";
import { fitSpend, type SpendFit, type SpendParameters } from "../../measures/clv/gamma-gamma";
import type { CustomerHistories, PurchaseHistory } from "../../measures/clv/purchase-history";
import {
  fitModel,
  type ModelParameters,
  type PurchaseModel,
} from "../../measures/clv/purchase-model";
import { outlookOf, spendOf, type Horizon } from "./outlook";
import type { ClvInterval } from "./spec";

/** Simulated customers of a refit. A larger base is simulated in part, and the spread reckoned back to its size. */
const MOST_A_REFIT = 10_000;
/** A standard deviation of fewer is no estimate. */
const LEAST_REPLICATES = 8;
const Z_95 = 1.959963984540054;

export interface BootstrapTask {
  readonly model: PurchaseModel;
  readonly parameters: ModelParameters;
  readonly base: CustomerHistories;
  readonly spend: SpendFit | null;
  readonly fallbackSpend: number;
  readonly horizon: Horizon;
  readonly replicates: number;
  readonly rng: Rng;
}

export interface BootstrapResult {
  readonly purchases: ClvInterval;
  /** of Σ discounted purchases × spend; the margin is applied by the caller */
  readonly value: ClvInterval;
  readonly replicates: number;
  /** customers simulated for each of them */
  readonly simulatedEach: number;
}

/**
 * Parametric bootstrap: as many customers of the same ages (of a large base 10,000, taken evenly) are simulated from the fitted models,
 * both models are fitted to them, and the real base is valued with these parameters. Spreads of fewer customers than there are
 * are multiplied by √(simulated ÷ all): errors of maximum likelihood fall with the root of the number.
 *
 * @returns estimate × e^(±1.96 sd of the log totals): positive, and steady with few refits. Refits that fail are left out
 * @yields share of the refits done, 0..1
 *
 * Efron & Tibshirani, _An Introduction to the Bootstrap_, 1993, chapter 6.5; m out of n: Bickel, Götze & van Zwet, Statistica Sinica 7, 1997.
 */
export function* bootstrap(
  task: BootstrapTask,
  estimate: { readonly purchases: number; readonly value: number },
): Generator<number, BootstrapResult, void> {
  const { base, model } = task;
  const n = base.customers.length;
  const wanted = task.replicates;
  const simulatedEach = Math.min(n, MOST_A_REFIT);
  const shrink = Math.sqrt(simulatedEach / n);
  const purchases: number[] = [];
  const values: number[] = [];
  for (let k = 0; k < wanted; k++) {
    const simulated = simulateBase(task);
    yield k / wanted;
    const search = fitModel(model, simulated.history, task.parameters);
    const { parameters, quality } = yield* withProgress(k / wanted, search);
    yield k / wanted;
    if (quality === "not-converged") continue;
    yield k / wanted;
    const outlook = outlookOf(model, parameters, base.history, task.horizon);
    const refit = yield* withProgress(k / wanted, refitSpend(task.spend, simulated));
    yield k / wanted;
    const spends = spendOf(base, refit, task.fallbackSpend);
    let [sum, worth] = [0, 0];
    base.places.forEach((place, i) => {
      sum += outlook.purchases[place]!;
      worth += outlook.discounted[place]! * spends[i]!;
    });
    purchases.push(sum);
    values.push(worth);
  }
  return {
    purchases: intervalOf(estimate.purchases, purchases, shrink),
    value: intervalOf(estimate.value, values, shrink),
    replicates: purchases.length,
    simulatedEach,
  };
}

function intervalOf(estimate: number, totals: readonly number[], shrink: number): ClvInterval {
  const logs = totals.filter((total) => total > 0).map(Math.log);
  if (logs.length < LEAST_REPLICATES || !(estimate > 0)) return null;
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  const spread = Math.exp(Z_95 * shrink * Math.sqrt(squares / (logs.length - 1)));
  return { low: estimate / spread, high: estimate * spread };
}

interface Simulated {
  readonly history: PurchaseHistory;
  readonly meanSpends: Float64Array;
}

/** Simulated customers with the ages of real ones; not compressed, because simulated times are hardly ever equal. */
function simulateBase({ model, parameters, base, spend, rng }: BootstrapTask): Simulated {
  const all = base.customers.length;
  const n = Math.min(all, MOST_A_REFIT);
  const repeats = new Uint32Array(n);
  const recencies = new Float64Array(n);
  const ages = new Float64Array(n);
  const meanSpends = new Float64Array(n).fill(NaN);
  for (let i = 0; i < n; i++) {
    const age = base.history.ages[base.places[Math.floor(((i + 0.5) * all) / n)]!]!;
    const { x, tx } = model.simulate(parameters, age, rng);
    ages[i] = age;
    repeats[i] = x;
    recencies[i] = tx;
    if (spend !== null && x > 0) meanSpends[i] = drawMeanSpend(spend, x, rng);
  }
  return {
    history: { repeats, recencies, ages, weights: new Float64Array(n).fill(1) },
    meanSpends,
  };
}

/**
 * Where the spend of all customers is as good as alike (the fit ran to its limit), a refit runs there again, slowly; its total
 * hardly varies, so the fit is kept.
 */
function* refitSpend(
  spend: SpendFit | null,
  { history, meanSpends }: Simulated,
): Generator<void, SpendFit | null, void> {
  if (spend?.quality !== "exact") return spend;
  return yield* fitSpend(history.repeats, meanSpends, spend);
}

/** Mean of x purchases of one customer of the gamma-gamma model. */
function drawMeanSpend({ p, q, v }: SpendParameters, x: number, rng: Rng): number {
  const rate = drawGamma(rng, q, v);
  return drawGamma(rng, p * x, rate * x);
}
