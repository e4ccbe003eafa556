import { normalTwoSided } from "../../kernel/stats/normal";

/** Customers of one score: how many, and how many came back. */
export interface Group {
  readonly score: number;
  readonly n: number;
  readonly repeats: number;
}

/**
 * The best rising sequence of shares (pool adjacent violators), weighted by customers.
 *
 * @returns one a group, in the order given (scores ascending); each group has n >= 1
 *
 * O(groups). Ayer et al., Ann. Math. Stat. 26(4), 1955.
 */
export function risingShares(groups: readonly Group[]): readonly number[] {
  const pools: { n: number; repeats: number; size: number }[] = [];
  for (const { n, repeats } of groups) {
    pools.push({ n, repeats, size: 1 });
    for (;;) {
      const [before, last] = pools.slice(-2);
      if (before === undefined || last === undefined) break;
      if (before.repeats / before.n <= last.repeats / last.n) break;
      pools.splice(-2, 2, {
        n: before.n + last.n,
        repeats: before.repeats + last.repeats,
        size: before.size + last.size,
      });
    }
  }
  return pools.flatMap(({ n, repeats, size }) => Array.from({ length: size }, () => repeats / n));
}

export interface LogisticFit {
  readonly intercept: number;
  readonly slope: number;
  readonly logLikelihood: number;
}

const STEPS = 60;
/** Beyond this a share is 0 or 1 to the last digit: groups that are wholly apart have no finite slope. */
const STEEPEST = 30;

const shareAt = (eta: number): number =>
  1 / (1 + Math.exp(-Math.min(STEEPEST, Math.max(-STEEPEST, eta))));

export const logisticShare = ({ intercept, slope }: LogisticFit, score: number): number =>
  shareAt(intercept + slope * score);

const logLikelihood = (groups: readonly Group[], share: (score: number) => number): number =>
  groups.reduce((sum, { score, n, repeats }) => {
    const p = share(score);
    return sum + term(repeats, p) + term(n - repeats, 1 - p);
  }, 0);

const term = (count: number, p: number): number => (count === 0 ? 0 : count * Math.log(p));

/**
 * Logistic regression of coming back on the score, by Newton's method.
 *
 * @returns maximum likelihood; with fewer than two scores a flat line. Groups wholly apart get a very steep line
 */
export function logisticFit(groups: readonly Group[]): LogisticFit {
  const total = groups.reduce((sum, { n }) => sum + n, 0);
  const repeats = groups.reduce((sum, group) => sum + group.repeats, 0);
  const mean = groups.reduce((sum, { score, n }) => sum + score * n, 0) / total;
  const base = Math.min(1 - 1e-9, Math.max(1e-9, repeats / total));
  let [a, b] = [Math.log(base / (1 - base)), 0];
  const isFlat = groups.length < 2 || repeats === 0 || repeats === total;
  for (let step = 0; step < STEPS && !isFlat; step++) {
    let [ga, gb, haa, hab, hbb] = [0, 0, 0, 0, 0];
    for (const { score, n, repeats: own } of groups) {
      const x = score - mean;
      const p = shareAt(a + b * x);
      const weight = n * p * (1 - p);
      ga += own - n * p;
      gb += (own - n * p) * x;
      haa += weight;
      hab += weight * x;
      hbb += weight * x * x;
    }
    const determinant = haa * hbb - hab * hab;
    if (!(determinant > 1e-12)) break;
    const da = (hbb * ga - hab * gb) / determinant;
    const db = (haa * gb - hab * ga) / determinant;
    const scale = Math.min(1, 4 / Math.max(Math.abs(da), Math.abs(db), 1e-300));
    a += da * scale;
    b += db * scale;
    if (Math.abs(da) + Math.abs(db) < 1e-12) break;
  }
  const fit = { intercept: a - b * mean, slope: b };
  return { ...fit, logLikelihood: logLikelihood(groups, (s) => shareAt(fit.intercept + b * s)) };
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
