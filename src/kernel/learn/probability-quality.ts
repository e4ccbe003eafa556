import { finished } from "../base/finished";
import { wilsonInterval, type Interval } from "../stats/wilson";
import { descendingOrder } from "../stats/rank";
import { calibrationLineSteps } from "./calibration";

/** Chances at the very ends would make one surprise infinitely bad. */
const NEAREST = 1e-15;

/** How good chances are, beside saying the same chance for all. */
export interface ProbabilityQuality {
  /** mean −log of the chance given to what happened */
  readonly logLoss: number;
  /** mean (p − y)² */
  readonly brier: number;
  /** 1 − Brier ÷ Brier of the share of events; null when all or none are events */
  readonly brierSkill: number | null;
  /** of events on log-odds of the chances: 1 and 0 when they are right; null when it cannot be fitted */
  readonly slope: number | null;
  readonly intercept: number | null;
}

/**
 * Log-loss, Brier score and skill, calibration slope and intercept.
 *
 * @param chances  0..1, length n >= 1
 * @param labels   1 = event
 *
 * @yields between passes
 *
 * O(n). Brier 1950; Cox, Biometrika 45, 1958; Van Calster et al., BMC Medicine 17, 2019.
 */
export function* probabilityQualitySteps(
  chances: Float64Array,
  labels: Uint8Array,
): Generator<void, ProbabilityQuality, void> {
  const n = chances.length;
  let [loss, brier, events] = [0, 0, 0];
  const odds = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const chance = Math.min(1 - NEAREST, Math.max(NEAREST, chances[i]!));
    const label = labels[i]!;
    events += label;
    loss -= Math.log(label === 1 ? chance : 1 - chance);
    brier += (chances[i]! - label) ** 2;
    odds[i] = Math.log(chance / (1 - chance));
  }
  const base = events / n;
  yield;
  const line = yield* calibrationLineSteps(odds, Float64Array.from(labels));
  return {
    logLoss: loss / n,
    brier: brier / n,
    brierSkill: base > 0 && base < 1 ? 1 - brier / n / (base * (1 - base)) : null,
    slope: line === null ? null : line.slope,
    intercept: line === null ? null : line.intercept,
  };
}

/** As `probabilityQualitySteps`, at once. */
export const probabilityQuality = (chances: Float64Array, labels: Uint8Array): ProbabilityQuality =>
  finished(probabilityQualitySteps(chances, labels));

/** A group of rows with neighbouring chances. */
export interface CalibrationBin {
  readonly n: number;
  readonly events: number;
  readonly meanChance: number;
  readonly observed: number;
  readonly interval: Interval;
}

/**
 * Groups of equal size by chance, the lowest first, with what really happened and its Wilson interval. O(n).
 *
 * @param groups  wanted groups; fewer when there are fewer rows
 */
export function calibrationBins(
  chances: Float64Array,
  labels: Uint8Array,
  groups: number,
): readonly CalibrationBin[] {
  const order = descendingOrder(chances).reverse();
  const n = order.length;
  const count = Math.min(groups, n);
  return Array.from({ length: count }, (_, group) => {
    const from = Math.floor((n * group) / count);
    const to = Math.floor((n * (group + 1)) / count);
    let [events, sum] = [0, 0];
    for (let k = from; k < to; k++) {
      events += labels[order[k]!]!;
      sum += chances[order[k]!]!;
    }
    return {
      n: to - from,
      events,
      meanChance: sum / (to - from),
      observed: events / (to - from),
      interval: wilsonInterval(events, to - from),
    };
  });
}

/** What the first customers of the list hold. */
export interface GainPoint {
  readonly n: number;
  readonly events: number;
  /** share of all events that are among them */
  readonly capture: number;
  /** capture ÷ their share of all rows; NaN without an event */
  readonly lift: number;
}

/**
 * Gain and lift of the first `⌈share × n⌉` rows by score, largest first; equal scores keep their order. O(n).
 *
 * @param shares  each above 0, up to 1
 */
export function gainPoints(
  scores: Float64Array,
  labels: Uint8Array,
  shares: readonly number[],
): readonly GainPoint[] {
  const order = descendingOrder(scores);
  const n = order.length;
  const until = new Float64Array(n + 1);
  for (let k = 0; k < n; k++) until[k + 1] = until[k]! + labels[order[k]!]!;
  const all = until[n]!;
  return shares.map((share) => {
    const first = Math.min(n, Math.ceil(share * n - 1e-9));
    const events = until[first]!;
    return { n: first, events, capture: events / all, lift: events / first / (all / n) };
  });
}
