import { scatterFactor } from "../kernel/stats/control-chart";

/** Fewer whole periods than this cannot tell how much periods scatter by themselves. */
const FEWEST_WHOLE = 8;
/** A period of fewer answers is drawn without a judgement. */
export const JUDGED_ANSWERS = 10;
/** Means of the same answers may differ in the last digit, as a share of the limit. */
const SAME = 1e-9;

/** How one period of a survey series came out; null: nobody answered, or too few to judge and inside. */
export type ControlSignal = "above" | "below" | null;

/**
 * How many times wider than sampling error the limits of a series of surveys must be, since periods differ by themselves (who is asked,
 * the season).
 *
 * @param points  of all periods in order, with their answers; those of fewer than ten, and a running one, are not looked at
 * @returns at least 1; 1 with fewer than eight periods to learn it from. Laney 2002
 */
export function seriesFactor(
  points: readonly { readonly value: number; readonly n: number; readonly isRunning: boolean }[],
  centre: number,
  deviation: number,
): number {
  const whole = points.filter(({ n, isRunning }) => n >= JUDGED_ANSWERS && !isRunning);
  return whole.length < FEWEST_WHOLE ? 1 : Math.max(1, scatterFactor(whole, centre, deviation));
}

/** A period outside of its limits, when enough answered. */
export function signalOf(
  { value, n }: { readonly value: number; readonly n: number },
  limits: { readonly low: number; readonly high: number },
): ControlSignal {
  if (n < JUDGED_ANSWERS) return null;
  if (value - limits.high > SAME * Math.abs(limits.high)) return "above";
  return limits.low - value > SAME * Math.abs(limits.low) ? "below" : null;
}
