import { risingBlocks } from "../../kernel/stats/isotonic";
import { logisticLine, type LogisticLine } from "../../kernel/stats/logistic-line";
import { normalTwoSided } from "../../kernel/stats/normal";

/** Customers of one score: how many, and how many came back. */
export interface Group {
  readonly score: number;
  readonly n: number;
  readonly repeats: number;
}

/**
 * The best rising sequence of shares, weighted by customers.
 *
 * @returns one a group, in the order given (scores ascending); each group has n >= 1
 */
export function risingShares(groups: readonly Group[]): readonly number[] {
  const repeats = Float64Array.from(groups, (group) => group.repeats);
  const sizes = Float64Array.from(groups, ({ n }) => n);
  return risingBlocks(repeats, sizes).flatMap(({ from, to, mean }) =>
    Array.from({ length: to - from }, () => mean),
  );
}

export interface LogisticFit extends LogisticLine {
  readonly logLikelihood: number;
}

/** Beyond this a share is 0 or 1 to the last digit: groups that are wholly apart have no finite slope. */
const STEEPEST = 30;

const shareAt = (eta: number): number =>
  1 / (1 + Math.exp(-Math.min(STEEPEST, Math.max(-STEEPEST, eta))));

export const logisticShare = ({ intercept, slope }: LogisticLine, score: number): number =>
  shareAt(intercept + slope * score);

const logLikelihood = (groups: readonly Group[], share: (score: number) => number): number =>
  groups.reduce((sum, { score, n, repeats }) => {
    const p = share(score);
    return sum + term(repeats, p) + term(n - repeats, 1 - p);
  }, 0);

const term = (count: number, p: number): number => (count === 0 ? 0 : count * Math.log(p));

/**
 * Logistic regression of coming back on the score.
 *
 * @returns maximum likelihood; with fewer than two scores a flat line. Groups wholly apart get a very steep line
 */
export function logisticFit(groups: readonly Group[]): LogisticFit {
  const line = lineOf(groups);
  return { ...line, logLikelihood: logLikelihood(groups, (score) => logisticShare(line, score)) };
}

function lineOf(groups: readonly Group[]): LogisticLine {
  const sizes = Float64Array.from(groups, ({ n }) => n);
  const total = sizes.reduce((sum, n) => sum + n, 0);
  const repeats = groups.reduce((sum, group) => sum + group.repeats, 0);
  if (groups.length < 2 || repeats === 0 || repeats === total) {
    const base = Math.min(1 - 1e-9, Math.max(1e-9, repeats / total));
    return { intercept: Math.log(base / (1 - base)), slope: 0 };
  }
  // About the mean score both parameters are nearly independent.
  const mean = groups.reduce((sum, { score, n }) => sum + score * n, 0) / total;
  const { line } = logisticLine({
    scores: Float64Array.from(groups, ({ score }) => score - mean),
    shares: Float64Array.from(groups, (group) => group.repeats / group.n),
    weights: sizes,
  });
  return { intercept: line.intercept - line.slope * mean, slope: line.slope };
}

/** What a likelihood-ratio test on one degree of freedom says. */
export interface RatioTest {
  readonly statistic: number;
  readonly pValue: number;
}

function ratioTest(larger: number, smaller: number): RatioTest {
  const statistic = Math.max(0, 2 * (larger - smaller));
  return { statistic, pValue: normalTwoSided(Math.sqrt(statistic)) };
}

/** Whether the score has anything to do with coming back: the line against a constant. */
export function trendTest(groups: readonly Group[]): RatioTest {
  const n = groups.reduce((sum, group) => sum + group.n, 0);
  const repeats = groups.reduce((sum, group) => sum + group.repeats, 0);
  const flat = logLikelihood(groups, () => repeats / n);
  return ratioTest(logisticFit(groups).logLikelihood, flat);
}

/**
 * Is the highest step special? The line through all steps against the line with a jump at the highest.
 *
 * @param groups at least two below the highest, which is the last
 * @returns the test, and what the line of the others says of the highest step
 *
 * With the jump the highest step is fitted exactly, so that model is the line of the others beside it. Jones & Sasser, HBR
 * 73(6), 1995 (the claim); likelihood ratio on one degree of freedom.
 */
export function topTest(groups: readonly Group[]): RatioTest & { readonly expected: number } {
  const top = groups.at(-1)!;
  const others = groups.slice(0, -1);
  const line = logisticFit(others);
  const own = logLikelihood([top], () => top.repeats / top.n);
  const test = ratioTest(line.logLikelihood + own, logisticFit(groups).logLikelihood);
  return { ...test, expected: logisticShare(line, top.score) };
}
