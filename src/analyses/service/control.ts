import { periodKey } from "../../domain/period-key";
import type { Period } from "../../domain/scope";
import { addMonths, epochDay, firstDayOfMonth, monthIndex } from "../../kernel/base/calendar";
import { laneyFactor, shareLimits } from "../../kernel/stats/control-chart";
import { shareDifference } from "../../kernel/stats/share-difference";
import { MISSING_DAY } from "../../kernel/table/column";
import type { Occurrences } from "./occurrences";
import type { ChangeEffect, MonthPoint, Phase, PhaseLimits } from "./spec";

/** Fewer whole months than this make no limits: of one phase, and on each side of a change. */
const FEWEST = { whole: 8, side: 6 } as const;

export interface ControlSight {
  readonly found: Occurrences;
  readonly period: Period;
  readonly changeDay: number | null;
}

export interface Control {
  readonly months: readonly MonthPoint[];
  readonly limits: readonly PhaseLimits[];
  readonly change: ChangeEffect | null;
}

interface Counted extends Pick<MonthPoint, "key" | "judged" | "met" | "isPart" | "phase"> {
  readonly missedBy: ReadonlySet<number>;
}

export const monthKeyOf = (day: number): string => periodKey("month", day, day);

/**
 * A p′ chart by month, with limits of their own before and after a change, and how much the change did.
 *
 * Limits are made of whole months only; the month within which the change lies belongs to neither side. The interval of the
 * difference is Newcombe's with as many trials as the scatter of the months leaves (n ÷ σ_z²).
 */
export function controlOf(sight: ControlSight): Control | null {
  const counted = countedMonths(sight);
  if (counted === null) return null;
  const hasChange = sight.changeDay !== null;
  const limits = (["before", "after"] as const).flatMap((phase) =>
    limitsOf(counted, phase, hasChange ? FEWEST.side : FEWEST.whole),
  );
  return {
    months: counted.map((month) => pointOf(month, limits)),
    limits,
    change: changeOf(sight, counted),
  };
}

function countedMonths({ found, period, changeDay }: ControlSight): readonly Counted[] | null {
  let [first, last] = [Infinity, -Infinity];
  for (const day of found.days) {
    if (day === MISSING_DAY) continue;
    const month = monthIndex(epochDay(day));
    if (month < first) first = month;
    if (month > last) last = month;
  }
  if (first > last) return null;
  const n = last - first + 1;
  const judged = new Uint32Array(n);
  const met = new Uint32Array(n);
  const missedBy = Array.from({ length: n }, () => new Set<number>());
  found.days.forEach((day, i) => {
    if (day === MISSING_DAY) return;
    const k = monthIndex(epochDay(day)) - first;
    judged[k]!++;
    if (found.kept[i] === 1) met[k]!++;
    else if (found.customers[i]! >= 0) missedBy[k]!.add(found.customers[i]!);
  });
  return Array.from({ length: n }, (_, k): Counted => {
    const from = firstDayOfMonth(first + k);
    const next = addMonths(from, 1);
    return {
      key: monthKeyOf(from),
      judged: judged[k]!,
      met: met[k]!,
      missedBy: missedBy[k]!,
      isPart: period.fromDay > from || period.toDay < next - 1,
      phase: phaseOf(from, next, changeDay),
    };
  });
}

function phaseOf(from: number, next: number, changeDay: number | null): Phase {
  if (changeDay === null || next <= changeDay) return "before";
  return from >= changeDay ? "after" : "mixed";
}

function limitsOf(
  months: readonly Counted[],
  phase: "before" | "after",
  fewest: number,
): readonly PhaseLimits[] {
  const whole = months.filter(
    (month) => month.phase === phase && !month.isPart && month.judged > 0,
  );
  if (whole.length < fewest) return [];
  const judged = whole.reduce((sum, month) => sum + month.judged, 0);
  const centre = whole.reduce((sum, month) => sum + month.met, 0) / judged;
  return [{ phase, months: whole.length, centre, factor: laneyFactor(sharesOf(whole), centre) }];
}

const sharesOf = (months: readonly Counted[]) =>
  months.map(({ met, judged }) => ({ share: met / judged, trials: judged }));

function pointOf(month: Counted, limits: readonly PhaseLimits[]): MonthPoint {
  const { key, judged, met, missedBy, isPart, phase } = month;
  const share = judged === 0 ? null : met / judged;
  const own = limits.find((limit) => limit.phase === phase);
  const at =
    own === undefined || share === null
      ? null
      : shareLimits(own.centre, judged, Math.max(1, own.factor));
  return {
    key,
    judged,
    met,
    missedCustomers: missedBy.size,
    share,
    low: at === null ? null : at.low,
    high: at === null ? null : at.high,
    isOutside: at !== null && share !== null && (share < at.low || share > at.high),
    isPart,
    phase,
  };
}

function changeOf({ found, changeDay }: ControlSight, months: readonly Counted[]) {
  if (changeDay === null) return null;
  const before = { met: 0, judged: 0 };
  const after = { met: 0, judged: 0 };
  found.days.forEach((day, i) => {
    if (day === MISSING_DAY) return;
    const side = day < changeDay ? before : after;
    side.judged++;
    side.met += found.kept[i]!;
  });
  const effect: ChangeEffect = { day: changeDay, before, after, difference: null };
  if (before.judged === 0 || after.judged === 0) return effect;
  const scatter = Math.max(1, scatterOf(months, "before"), scatterOf(months, "after")) ** 2;
  const thinned = ({ met, judged }: typeof before) => ({
    hits: met / scatter,
    size: judged / scatter,
  });
  return { ...effect, difference: shareDifference(thinned(after), thinned(before)) };
}

/** σ_z of the months of one side, whole or not, around their own share. */
function scatterOf(months: readonly Counted[], phase: "before" | "after"): number {
  const own = months.filter((month) => month.phase === phase && month.judged > 0);
  const judged = own.reduce((sum, month) => sum + month.judged, 0);
  const met = own.reduce((sum, month) => sum + month.met, 0);
  return judged === 0 ? 1 : laneyFactor(sharesOf(own), met / judged);
}
