import type { Rng } from "../../kernel/base/rng";
import { drawExponential, drawGamma } from "../../kernel/stats/draw";
import { gaussLegendre } from "../../kernel/stats/quadrature";
import { discountedGrowth } from "./discounted-growth";
import { negativeBinomial } from "./negative-binomial";
import type { PurchaseHistory } from "./purchase-history";
import type { ModelParameters, PurchaseModel } from "./purchase-model";

const NODES = 12;
const legendre = gaussLegendre(NODES);
/** A panel over which the integrand falls by at most e⁻⁸ and log time moves by at most 1.5 has 12-point error below 1e-13. */
const PANEL_FALL = 8;
const PANEL_WIDTH = 1.5;
/** What lies below e⁻⁴⁵ of the start adds nothing. */
const DEEPEST_FALL = 45;
/** s = 1 is a removable singularity of the expectation. */
const NEAR_ONE = 1e-7;

/**
 * Pareto/NBD: purchases are Poisson with a gamma-distributed rate (r, α), lifetimes exponential with a gamma-distributed
 * rate (s, β).
 *
 * Schmittlein, Morrison & Colombo, Management Science 33(1), 1987; Fader & Hardie, notes 008 and 009, 2005. The likelihood is
 * integrated over the time of leaving, which needs no hypergeometric function and no case of α against β.
 */
export const paretoNbd: PurchaseModel = {
  id: "pareto-nbd",
  parameterNames: ["r", "alpha", "s", "beta"],
  isTime: [false, true, false, true],
  logLikelihood,
  alive(parameters, x, tx, age) {
    return 1 / (1 + Math.exp(goneLogOdds(parameters, x, tx, age).value));
  },
  expectedIfAlive,
  discountedIfAlive(parameters, x, age, discount) {
    return discountedGrowth(
      (time) => expectedIfAlive(parameters, x, age, time),
      parameters[3] + age,
      discount,
    );
  },
  repeatProbabilities,
  simulate,
};

function expectedIfAlive(
  [r, alpha, s0, beta]: ModelParameters,
  x: number,
  age: number,
  time: number,
): number {
  const s = Math.abs(s0 - 1) < NEAR_ONE ? 1 + NEAR_ONE : s0;
  const left = beta + age;
  const lived = -Math.expm1((s - 1) * Math.log(left / (left + time)));
  return (((r + x) * left) / ((alpha + age) * (s - 1))) * lived;
}

interface GoneOdds {
  /** log odds of having left by the end of observation */
  readonly value: number;
  /** derivatives by r, α, s, β */
  readonly by: readonly [number, number, number, number];
}

/**
 * ln [ s (α+T)^{r+x} (β+T)^s ∫_{t_x}^T (α+u)^{−r−x} (β+u)^{−s−1} du ], relative to the integrand at t_x so that nothing overflows.
 * The integral runs over v = ln(min(α, β) + u).
 */
function goneLogOdds(
  [r, alpha, s, beta]: ModelParameters,
  x: number,
  tx: number,
  age: number,
): GoneOdds {
  const shape = r + x;
  const logAlphaEnd = Math.log(alpha + age);
  const logBetaEnd = Math.log(beta + age);
  const logAlphaStart = Math.log(alpha + tx);
  const logBetaStart = Math.log(beta + tx);
  const offset = Math.min(alpha, beta);
  const from = alpha < beta ? logAlphaStart : logBetaStart;
  const width = (alpha < beta ? logAlphaEnd : logBetaEnd) - from;
  if (!(width > 0)) return { value: -Infinity, by: [0, 0, 0, 0] };
  const fall =
    shape * (logAlphaEnd - logAlphaStart) + (s + 1) * (logBetaEnd - logBetaStart) + 1e-300;
  const reach = fall > DEEPEST_FALL ? deepEnough(width, shape, s, alpha < beta) : width;
  const panels = Math.max(
    1,
    Math.ceil(Math.max(Math.min(fall, DEEPEST_FALL) / PANEL_FALL, reach / PANEL_WIDTH)),
  );
  const step = reach / panels;
  let [mass, logAlphaMass, inverseAlphaMass, logBetaMass, inverseBetaMass] = [0, 0, 0, 0, 0];
  for (let panel = 0; panel < panels; panel++) {
    for (let k = 0; k < NODES; k++) {
      const grown = Math.exp(from + step * (panel + legendre.nodes[k]!));
      const u = grown - offset;
      const logAlpha = Math.log(alpha + u);
      const logBeta = Math.log(beta + u);
      const f =
        legendre.weights[k]! *
        Math.exp(-shape * (logAlpha - logAlphaStart) - (s + 1) * (logBeta - logBetaStart)) *
        grown;
      mass += f;
      logAlphaMass += f * logAlpha;
      inverseAlphaMass += f / (alpha + u);
      logBetaMass += f * logBeta;
      inverseBetaMass += f / (beta + u);
    }
  }
  const value =
    Math.log(s * mass * step) +
    shape * (logAlphaEnd - logAlphaStart) +
    s * (logBetaEnd - logBetaStart) -
    logBetaStart;
  return {
    value,
    by: [
      logAlphaEnd - logAlphaMass / mass,
      shape * (1 / (alpha + age) - inverseAlphaMass / mass),
      1 / s + logBetaEnd - logBetaMass / mass,
      s / (beta + age) - ((s + 1) * inverseBetaMass) / mass,
    ],
  };
}

/** Log time within which the integrand has surely fallen by DEEPEST_FALL; at most `width`. */
function deepEnough(width: number, shape: number, s: number, isAlphaSmaller: boolean): number {
  // in the smaller of the two offsets the fall is at least its own exponent, less one for du
  const own = (isAlphaSmaller ? shape : s + 1) - 1;
  return own > 1 ? Math.min(width, DEEPEST_FALL / own) : width;
}

function logLikelihood(
  parameters: ModelParameters,
  { repeats, recencies, ages, weights }: PurchaseHistory,
  gradient: Float64Array,
): number {
  const [r, alpha, s, beta] = parameters;
  const most = repeats.reduce((x, y) => Math.max(x, y), 0);
  const logRising = new Float64Array(most + 1);
  const rising = new Float64Array(most + 1);
  for (let x = 0; x < most; x++) {
    logRising[x + 1] = logRising[x]! + Math.log(r + x);
    rising[x + 1] = rising[x]! + 1 / (r + x);
  }
  const [logAlpha, logBeta] = [Math.log(alpha), Math.log(beta)];
  let value = 0;
  gradient.fill(0);
  for (let i = 0; i < repeats.length; i++) {
    const x = repeats[i]!;
    const age = ages[i]!;
    const weight = weights[i]!;
    const logAlphaEnd = Math.log(alpha + age);
    const logBetaEnd = Math.log(beta + age);
    const odds = goneLogOdds(parameters, x, recencies[i]!, age);
    const gone = 1 / (1 + Math.exp(-odds.value));
    const more = odds.value > 36 ? odds.value : Math.log1p(Math.exp(odds.value));
    value +=
      weight *
      (logRising[x]! + r * logAlpha + s * logBeta - (r + x) * logAlphaEnd - s * logBetaEnd + more);
    gradient[0]! += weight * (rising[x]! + logAlpha - logAlphaEnd + gone * odds.by[0]);
    gradient[1]! += weight * (r / alpha - (r + x) / (alpha + age) + gone * odds.by[1]);
    gradient[2]! += weight * (logBeta - logBetaEnd + gone * odds.by[2]);
    gradient[3]! += weight * (s / beta - s / (beta + age) + gone * odds.by[3]);
  }
  return value;
}

function repeatProbabilities(
  [r, alpha, s, beta]: ModelParameters,
  most: number,
  time: number,
): Float64Array {
  const stays = Math.exp(s * Math.log(beta / (beta + time)));
  const probabilities = negativeBinomial(r, alpha, most, time).map((p) => p * stays);
  // those who left at u made their purchases before u
  const span = Math.log1p(time / beta);
  const panels = Math.max(1, Math.ceil(span / 0.5));
  for (let panel = 0; panel < panels; panel++) {
    for (let k = 0; k < NODES; k++) {
      const v = (span * (panel + legendre.nodes[k]!)) / panels;
      const weight = ((legendre.weights[k]! * span) / panels) * s * Math.exp(-s * v);
      const earlier = negativeBinomial(r, alpha, most, beta * Math.expm1(v));
      for (let x = 0; x <= most; x++) probabilities[x]! += weight * earlier[x]!;
    }
  }
  return probabilities;
}

function simulate(
  [r, alpha, s, beta]: ModelParameters,
  age: number,
  rng: Rng,
): { x: number; tx: number } {
  const rate = drawGamma(rng, r, alpha);
  const end = Math.min(age, drawExponential(rng, drawGamma(rng, s, beta)));
  let x = 0;
  let tx = 0;
  for (;;) {
    const next = tx + drawExponential(rng, rate);
    if (!(next <= end)) return { x, tx };
    x++;
    tx = next;
  }
}
