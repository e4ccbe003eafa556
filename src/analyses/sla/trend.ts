import { dayOfMoment } from "../../domain/moment";
import { periodKey } from "../../domain/period-key";
import type { Period } from "../../domain/scope";
import { addMonths, firstDayOfMonth, monthIndex } from "../../kernel/base/calendar";
import { individualsLimits, shareLimits } from "../../kernel/stats/control-chart";
import type { ComplaintCases } from "../../measures/complaint-cases";
import { MET, MISSED } from "../../measures/complaint-promises";
import type { Trend } from "./spec";

/** Fewer whole months than this make no limits. */
const FEWEST_MONTHS = 8;

export const monthOf = (cases: ComplaintCases, place: number): number =>
  monthIndex(dayOfMoment(cases.opened[place]!));

export const monthKey = (month: number): string => {
  const first = firstDayOfMonth(month);
  return periodKey("month", first, first);
};

/**
 * Complaints by month of opening, and the share answered in time: a p chart, and an individuals chart of the counts (complaints
 * come in bunches, so Poisson limits would cry wolf). Limits are made of whole months only.
 */
export function trendOf(cases: ComplaintCases, verdicts: Uint8Array, period: Period): Trend {
  const months = Int32Array.from(cases.opened, (_, i) => monthOf(cases, i));
  const first = months.reduce((a, b) => Math.min(a, b), Infinity);
  const last = Math.max(monthIndex(period.toDay), first);
  const n = last - first + 1;
  const count = new Uint32Array(n);
  const judged = new Uint32Array(n);
  const met = new Uint32Array(n);
  const customers = Array.from({ length: n }, () => new Set<number>());
  months.forEach((month, i) => {
    const k = month - first;
    count[k]!++;
    if (verdicts[i] === MET) met[k]!++;
    if (verdicts[i] === MET || verdicts[i] === MISSED) judged[k]!++;
    if (cases.customers[i]! >= 0) customers[k]!.add(cases.customers[i]!);
  });
  const isFirstPart = period.fromDay > firstDayOfMonth(first);
  const isLastPart = period.toDay < addMonths(firstDayOfMonth(last), 1) - 1;
  const isWhole = (k: number): boolean => !(k === 0 && isFirstPart) && !(k === n - 1 && isLastPart);
  const whole = Array.from(count.keys()).filter(isWhole);
  const keys = Array.from(count, (_, k) => monthKey(first + k));
  const shares = shareChart(whole, judged, met);
  const enough = whole.length >= FEWEST_MONTHS;
  const limits = enough ? individualsLimits(whole.map((k) => count[k]!)) : null;
  const counts =
    limits === null
      ? null
      : { centre: limits.centre, low: Math.max(0, limits.low), high: limits.high };
  return {
    keys,
    cases: count,
    customers: Uint32Array.from(customers, ({ size }) => size),
    judged,
    met,
    low: shares.low,
    high: shares.high,
    counts,
    centre: shares.centre,
    slow: keys.filter((_, k) => judged[k]! > 0 && met[k]! / judged[k]! < shares.low[k]!),
    crowded: keys.filter((_, k) => counts !== null && count[k]! > counts.high),
    isFirstPart,
    isLastPart,
  };
}

function shareChart(whole: readonly number[], judged: Uint32Array, met: Uint32Array) {
  const low = new Float64Array(judged.length).fill(NaN);
  const high = new Float64Array(judged.length).fill(NaN);
  const counted = whole.filter((k) => judged[k]! > 0);
  if (counted.length < FEWEST_MONTHS) return { centre: null, low, high };
  const sum = (values: Uint32Array): number => counted.reduce((all, k) => all + values[k]!, 0);
  const centre = sum(met) / sum(judged);
  judged.forEach((trials, k) => {
    if (trials === 0) return;
    const limits = shareLimits(centre, trials);
    low[k] = limits.low;
    high[k] = limits.high;
  });
  return { centre, low, high };
}
