import { encodeRows, learnEncoding } from "../../kernel/learn/encoder";
import type { Feature } from "../../kernel/learn/feature";
import { fitLogistic } from "../../kernel/learn/logistic";
import { normalTwoSided } from "../../kernel/stats/normal";
import type { Verdict } from "./spec";

const LEAST = 40;
const LEAST_EACH = 10;
const LEVEL = 0.05;
/** So small that it is not seen, and large enough to settle where the one column all but repeats the other. */
const PENALTY = 1e-6;

export interface Telling {
  readonly verdict: Verdict;
  readonly historyP: number | null;
  readonly lastP: number | null;
  readonly jointP: number | null;
}

const THIN: Telling = { verdict: "thin", historyP: null, lastP: null, jointP: null };

/**
 * Does the satisfaction built up tell who comes back, or the last answer?
 *
 * @param last     score of the answer, one a customer
 * @param history  satisfaction that had built up before it
 * @param hasCome  1 = came back after it
 * @returns likelihood ratios of logistic regressions: both columns against the last alone, against the history alone (one degree of
 *   freedom each), and against none (two)
 *
 * Fewer than 40 customers, or 10 that came or did not, are `thin`. Olsen & Johnson 2003; Hosmer & Lemeshow 2000, section 2.4.
 */
export function* tellingOf(
  last: Float64Array,
  history: Float64Array,
  hasCome: Uint8Array,
): Generator<void, Telling, void> {
  const n = hasCome.length;
  const came = hasCome.reduce((sum, one) => sum + one, 0);
  if (n < LEAST || Math.min(came, n - came) < LEAST_EACH) return THIN;
  const lastFeature: Feature = { kind: "number", id: "last", values: last };
  const historyFeature: Feature = { kind: "number", id: "history", values: history };
  const both = yield* likelihoodOf([lastFeature, historyFeature], hasCome);
  const onlyLast = yield* likelihoodOf([lastFeature], hasCome);
  const onlyHistory = yield* likelihoodOf([historyFeature], hasCome);
  if (both === null || onlyLast === null || onlyHistory === null) return THIN;
  const none = came * Math.log(came / n) + (n - came) * Math.log(1 - came / n);
  const historyP = normalTwoSided(Math.sqrt(Math.max(0, 2 * (both - onlyLast))));
  const lastP = normalTwoSided(Math.sqrt(Math.max(0, 2 * (both - onlyHistory))));
  // upper tail of chi-squared with two degrees of freedom
  const jointP = Math.min(1, Math.exp(none - both));
  return { verdict: verdictOf(historyP, lastP, jointP), historyP, lastP, jointP };
}

function verdictOf(historyP: number, lastP: number, jointP: number): Verdict {
  if (jointP >= LEVEL) return "none";
  if (historyP < LEVEL) return lastP < LEVEL ? "both" : "history";
  return lastP < LEVEL ? "last" : "tied";
}

function* likelihoodOf(
  features: readonly Feature[],
  labels: Uint8Array,
): Generator<void, number | null, void> {
  const rows = Uint32Array.from(labels, (_, row) => row);
  const design = encodeRows(learnEncoding(features, rows), features, rows);
  const fit = yield* fitLogistic({ design, labels, rows, penalty: PENALTY });
  return fit.quality === "exact" ? fit.logLikelihood : null;
}
