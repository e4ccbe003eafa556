import { binomialLowerTail } from "../../kernel/stats/binomial";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import { windowShare } from "./movement";
import { exposureOf, type Spans, type Windows } from "./spans";

const Z_95 = 1.959963984540054;

/**
 * Exact p of so few order days in the last window at an unchanged pace: x of n = x + y is Binomial(n, sW ÷ (sW + E)).
 *
 * @param recent    x, order days in the last window
 * @param orderDays n, with those of the past
 * @param share     of n that is expected in the window
 * Przyborowski & Wilenski, Biometrika 31, 1940: two Poisson counts, given their sum.
 */
export const fallP = (recent: number, orderDays: number, share: number): number =>
  binomialLowerTail(recent, orderDays, share);

/** Places whose order days fell beyond chance. */
export interface Fallen {
  readonly tested: number;
  /** by place; only those with q below the level */
  readonly rates: ReadonlyMap<number, { readonly p: number; readonly q: number }>;
}

/**
 * Tests some places as one family.
 *
 * @param places    those that can be judged
 * @param movements pace of the whole that each is judged against, one a place of `places`
 * @returns those with a false discovery rate (Benjamini–Hochberg) below the level
 * O(places × order days of the few that fell).
 */
export function fallen(
  spans: Spans,
  places: Uint32Array,
  movements: Float64Array,
  { windows, level }: { readonly windows: Windows; readonly level: number },
): Fallen {
  const low: number[] = [];
  const pValues: number[] = [];
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!;
    const exposure = exposureOf(spans, place, windows);
    const share = windowShare(exposure, windows.windowDays, movements[i]!);
    const x = spans.recentDays[place]!;
    const n = x + spans.pastDays[place]!;
    // More than expected is no fall, and its p is above any level that can be set.
    if (x > n * share) continue;
    const p = fallP(x, n, share);
    if (p >= level) continue;
    low.push(place);
    pValues.push(p);
  }
  const qs = falseDiscoveryRates(pValues, places.length);
  const rates = new Map<number, { readonly p: number; readonly q: number }>();
  low.forEach((place, i) => {
    if (qs[i]! < level) rates.set(place, { p: pValues[i]!, q: qs[i]! });
  });
  return { tested: places.length, rates };
}

/** What a place was expected to bring in the last window, what it brought, and how sure that is. */
export interface Loss {
  readonly expectedOrders: number;
  readonly expectedMoney: number;
  readonly ratio: number;
  readonly ratioLow: number;
  readonly ratioHigh: number;
  readonly atRisk: number;
  readonly atRiskLow: number;
  readonly atRiskHigh: number;
  /** variance of the expected money */
  readonly variance: number;
}

/**
 * Expected against actual money of a place.
 *
 * Expected = past money ÷ days of past × window × pace of the whole. Money of a day is a compound Poisson sum: the variance of a
 * sum of days is the sum of their squares, that of ln M their sum ÷ M² (delta method). Without an order in the window the upper
 * end of the ratio is the exact one of order days.
 *
 * @returns null where the past brought no money
 */
export function lossOf(
  spans: Spans,
  place: number,
  windows: Windows,
  movement: number,
): Loss | null {
  const past = spans.pastMoney[place]!;
  const money = spans.recentMoney[place]!;
  if (!(past > 0)) return null;
  const exposure = exposureOf(spans, place, windows);
  const scale = (movement * windows.windowDays) / exposure;
  const expected = past * scale;
  const relative = spans.pastSquares[place]! / past ** 2;
  const spread = Math.exp(Z_95 * Math.sqrt(relative));
  const ratio = money / expected;
  const recent = spans.recentDays[place]!;
  const interval =
    money > 0
      ? around(ratio, Math.sqrt(relative + spans.recentSquares[place]! / money ** 2))
      : { low: 0, high: exactUpper(recent + spans.pastDays[place]!, scale) };
  return {
    expectedOrders: spans.pastDays[place]! * scale,
    expectedMoney: expected,
    ratio,
    ratioLow: interval.low,
    ratioHigh: interval.high,
    atRisk: expected - money,
    atRiskLow: expected / spread - money,
    atRiskHigh: expected * spread - money,
    variance: scale ** 2 * spans.pastSquares[place]!,
  };
}

const around = (ratio: number, error: number): { readonly low: number; readonly high: number } => ({
  low: ratio / Math.exp(Z_95 * error),
  high: ratio * Math.exp(Z_95 * error),
});

/** Clopper–Pearson: none of n in the window is rarer than 2.5 % at a share above 1 − 0.025^(1/n). */
function exactUpper(orderDays: number, scale: number): number {
  const share = 1 - 0.025 ** (1 / orderDays);
  return share / (1 - share) / scale;
}

/** 95 % interval of the money at risk of several places, taken as independent. */
export function summed(losses: readonly Loss[]): {
  readonly value: number;
  readonly low: number;
  readonly high: number;
} {
  const value = losses.reduce((sum, { atRisk }) => sum + atRisk, 0);
  const error = Math.sqrt(losses.reduce((sum, { variance }) => sum + variance, 0));
  return { value, low: value - Z_95 * error, high: value + Z_95 * error };
}
