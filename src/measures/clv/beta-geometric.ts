import type { Rng } from "../../kernel/base/rng";
import { drawBeta, drawExponential, drawGamma } from "../../kernel/stats/draw";
import { logBeta, digamma } from "../../kernel/stats/gamma-function";
import { hypergeometric } from "../../kernel/stats/hypergeometric";
import { discountedGrowth } from "./discounted-growth";
import { negativeBinomial } from "./negative-binomial";
import type { PurchaseHistory } from "./purchase-history";
import type { ModelParameters, PurchaseModel } from "./purchase-model";

/**
 * BG/NBD: purchases are Poisson with a gamma-distributed rate (r, α); after each repeat purchase a customer leaves with a
 * beta-distributed probability (a, b). A customer without a repeat is alive with certainty.
 *
 * Fader, Hardie & Lee, "Counting Your Customers" the Easy Way, Marketing Science 24(2), 2005.
 */
export const bgNbd: PurchaseModel = betaGeometric("bg-nbd", 0);

/**
 * MBG/NBD: as BG/NBD, but a customer may also leave right after the first purchase.
 *
 * Batislam, Denizel & Filiztekin, IJRM 24, 2007; Hoppe & Wagner, Marketing JRM 3, 2007.
 */
export const mbgNbd: PurchaseModel = betaGeometric("mbg-nbd", 1);

/** a = 1 and a + b' = 1 are removable singularities of the expectation; this near the formula has lost half of its digits. */
const NEAR_ONE = 1e-7;

/**
 * Both models in one: `early` is the number of chances to leave before the first repeat. With b' = b + x + early, everything
 * else is the same.
 */
function betaGeometric(id: "bg-nbd" | "mbg-nbd", early: 0 | 1): PurchaseModel {
  const expectedIfAlive = (
    [r, alpha, a0, b]: ModelParameters,
    x: number,
    age: number,
    time: number,
  ): number => {
    const top = b + x + early;
    const isSingular = Math.abs(a0 - 1) < NEAR_ONE || Math.abs(a0 + top - 1) < NEAR_ONE;
    const a = isSingular ? a0 + 2 * NEAR_ONE : a0;
    const z = time / (alpha + age + time);
    const stay = Math.exp((r + x) * Math.log1p(-z)) * hypergeometric(r + x, top, a + top - 1, z);
    return ((a + top - 1) / (a - 1)) * (1 - stay);
  };
  return {
    id,
    parameterNames: ["r", "alpha", "a", "b"],
    isTime: [false, true, false, false],
    logLikelihood: (parameters, history, gradient) =>
      logLikelihood(parameters, history, gradient, early),
    alive([r, alpha, a, b], x, tx, age) {
      if (x + early === 0) return 1;
      const odds =
        Math.log(a / (b + x + early - 1)) + (r + x) * Math.log((alpha + age) / (alpha + tx));
      return 1 / (1 + Math.exp(odds));
    },
    expectedIfAlive,
    discountedIfAlive: (parameters, x, age, discount) =>
      discountedGrowth(
        (time) => expectedIfAlive(parameters, x, age, time),
        parameters[1] + age,
        discount,
      ),
    repeatProbabilities([r, alpha, a, b], most, time) {
      const purchases = negativeBinomial(r, alpha, most, time);
      const probabilities = new Float64Array(most + 1);
      let fewer = 0;
      for (let x = 0; x <= most; x++) {
        const stays = Math.exp(logBeta(a, b + x + early) - logBeta(a, b));
        const leaves =
          x + early === 0 ? 0 : Math.exp(logBeta(a + 1, b + x + early - 1) - logBeta(a, b));
        probabilities[x] = stays * purchases[x]! + leaves * (1 - fewer);
        fewer += purchases[x]!;
      }
      return probabilities;
    },
    simulate: (parameters, age, rng) => simulate(parameters, age, rng, early),
  };
}

// one loop over the base with the sums by number of purchases tabled: a call a customer would double its time
function logLikelihood(
  [r, alpha, a, b]: ModelParameters,
  { repeats, recencies, ages, weights }: PurchaseHistory,
  gradient: Float64Array,
  early: 0 | 1,
): number {
  const table = termsByRepeats([r, alpha, a, b], repeats, early);
  const logAlpha = Math.log(alpha);
  const [constant, byR, byA, byB] = [table.value, table.byR, table.byA, table.byB];
  let [value, dr, dalpha, da, db] = [0, 0, 0, 0, 0];
  for (let i = 0; i < repeats.length; i++) {
    const x = repeats[i]!;
    const weight = weights[i]!;
    const end = alpha + ages[i]!;
    const logEnd = Math.log(end);
    let log = constant[x]! - (r + x) * logEnd;
    let gr = byR[x]! - logEnd;
    let galpha = -(r + x) / end;
    let ga = byA[x]!;
    let gb = byB[x]!;
    if (x + early > 0) {
      const last = alpha + recencies[i]!;
      const gap = logEnd - Math.log(last);
      const logOdds = table.logOdds[x]! + (r + x) * gap;
      const gone = 1 / (1 + Math.exp(-logOdds));
      log += logOdds > 36 ? logOdds : Math.log1p(Math.exp(logOdds));
      gr += gone * gap;
      galpha += gone * (r + x) * (1 / end - 1 / last);
      ga += gone / a;
      gb -= gone / (b + x + early - 1);
    }
    value += weight * log;
    dr += weight * gr;
    dalpha += weight * galpha;
    da += weight * ga;
    db += weight * gb;
  }
  const customers = weights.reduce((sum, weight) => sum + weight, 0);
  gradient[0] = dr + customers * logAlpha;
  gradient[1] = dalpha + (customers * r) / alpha;
  gradient[2] = da;
  gradient[3] = db;
  return value + customers * r * logAlpha;
}

/** What depends on the number of repeats alone, for 0 … the most there are. */
function termsByRepeats(
  [r, , a, b]: ModelParameters,
  repeats: Uint32Array,
  early: 0 | 1,
): {
  readonly value: Float64Array;
  readonly byR: Float64Array;
  readonly byA: Float64Array;
  readonly byB: Float64Array;
  readonly logOdds: Float64Array;
} {
  const most = repeats.reduce((x, y) => Math.max(x, y), 0);
  const terms = {
    value: new Float64Array(most + 1),
    byR: new Float64Array(most + 1),
    byA: new Float64Array(most + 1),
    byB: new Float64Array(most + 1),
    logOdds: new Float64Array(most + 1),
  };
  let logRising = 0;
  let rising = 0;
  const base = logBeta(a, b);
  const [psiB, psiAB] = [digamma(b), digamma(a + b)];
  for (let x = 0; x <= most; x++) {
    const top = b + x + early;
    const psiSum = digamma(a + top);
    terms.value[x] = logRising + logBeta(a, top) - base;
    terms.byR[x] = rising;
    terms.byA[x] = psiAB - psiSum;
    terms.byB[x] = digamma(top) - psiSum - psiB + psiAB;
    terms.logOdds[x] = x + early === 0 ? -Infinity : Math.log(a / (top - 1));
    logRising += Math.log(r + x);
    rising += 1 / (r + x);
  }
  return terms;
}

function simulate(
  [r, alpha, a, b]: ModelParameters,
  age: number,
  rng: Rng,
  early: 0 | 1,
): { x: number; tx: number } {
  const rate = drawGamma(rng, r, alpha);
  const leaving = drawBeta(rng, a, b);
  let x = 0;
  let tx = 0;
  if (early === 1 && rng.next() < leaving) return { x, tx };
  for (;;) {
    const next = tx + drawExponential(rng, rate);
    if (!(next <= age)) return { x, tx };
    x++;
    tx = next;
    if (rng.next() < leaving) return { x, tx };
  }
}
