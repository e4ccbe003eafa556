import { CHURN_CAUSES, type ChurnCause } from "../../domain/churn-cause";
import { MISSING_DAY } from "../../kernel/table/column";
import { priorStrength } from "../../kernel/stats/prior-strength";
import { kaplanMeier, stepAt, type SurvivalCurve } from "../../kernel/stats/survival/kaplan-meier";
import { atRiskAt, lifetimes, type Lifetimes } from "../../kernel/stats/survival/lifetimes";
import type { Progress } from "../define";
import type { Break } from "./breaks";
import type { CauseRecovery, PullStrength, RecoveryPoint } from "./spec";

export const YEAR_DAYS = 365;
const MONTH_DAYS = YEAR_DAYS / 12;
const MONTHS_SHOWN = 24;
/** Where the reasons are too few to say how far they lie apart, so many breaks of all count beside the own ones of a reason. */
export const PRIOR_BREAKS = 10;
/** With fewer still watched the curve says nothing of so late. */
const FEWEST_WATCHED = 5;

export const daysOfMonths = (months: number): number => Math.round(months * MONTH_DAYS);
export const monthsOfDays = (days: number): number => days / MONTH_DAYS;

/** How breaks ended: the curve of those that have not, and who was watched. */
export interface Recovery {
  readonly curve: SurvivalCurve;
  readonly watched: Lifetimes;
}

/**
 * Return after a break by the product limit: a break that goes on is watched until the as-of day, one that another break
 * follows until that. O(breaks log breaks). Kaplan & Meier 1958.
 */
export function recoveryOf(breaks: readonly Break[]): Recovery {
  const watched = lifetimes({
    durations: Float64Array.from(breaks, ({ day, seenUntil }) => Math.max(0, seenUntil - day)),
    outcomes: Uint8Array.from(breaks, ({ backOn }) => (backOn === MISSING_DAY ? 0 : 1)),
    entries: null,
  });
  return { curve: kaplanMeier(watched), watched };
}

const notBackBy = ({ curve }: Recovery, days: number): number => {
  const step = stepAt(curve, days);
  return step < 0 ? 1 : curve.survival[step]!;
};

/** Share back within some days of the break; null where nobody was watched so long. */
export function shareBack(recovery: Recovery, days: number): number | null {
  const isSeen = atRiskAt(recovery.watched, days) > 0 || notBackBy(recovery, days) === 0;
  return isSeen ? 1 - notBackBy(recovery, days) : null;
}

/**
 * Chance that somebody who has been gone for some days comes back within the next 365: (S(t) − S(t + 365)) ÷ S(t).
 *
 * @returns null where nobody was watched so long. What lies beyond the last break watched counts as no return.
 */
export function chanceBack(recovery: Recovery, goneDays: number): number | null {
  if (atRiskAt(recovery.watched, goneDays) === 0) return null;
  const now = notBackBy(recovery, goneDays);
  return now === 0 ? null : (now - notBackBy(recovery, goneDays + YEAR_DAYS)) / now;
}

/** Breaks still open after some days that came back within the next 365, or were watched through them. */
function informedBy({ watched }: Recovery, goneDays: number): number {
  const before = (days: number): number => stepAt({ times: watched.events }, days) + 1;
  const until = goneDays + YEAR_DAYS;
  return before(until) - before(goneDays) + atRiskAt(watched, until + 1);
}

/** The curve by months since the break, as far as anybody was watched, two years at most. */
export function recoveryPoints(
  breaks: readonly Break[],
  recovery: Recovery,
): readonly RecoveryPoint[] {
  const points: RecoveryPoint[] = [];
  const soonest = Float64Array.from(soonestBack(breaks).values()).sort();
  for (let month = 1; month <= MONTHS_SHOWN; month++) {
    const days = daysOfMonths(month);
    const share = shareBack(recovery, days);
    if (share === null) break;
    const step = stepAt(recovery.curve, days);
    const [lower, upper] =
      step < 0 ? [NaN, NaN] : [recovery.curve.lower[step]!, recovery.curve.upper[step]!];
    points.push({
      month,
      share,
      low: Number.isNaN(upper) ? null : 1 - upper,
      high: Number.isNaN(lower) ? null : 1 - lower,
      atRisk: atRiskAt(recovery.watched, days),
      customers: stepAt({ times: soonest }, days) + 1,
    });
  }
  return points;
}

/** Days from a break to the return, the fewest of each customer that ever came back, by row. */
export function soonestBack(breaks: readonly Break[]): ReadonlyMap<number, number> {
  const soonest = new Map<number, number>();
  for (const { row, day, backOn } of breaks) {
    if (backOn === MISSING_DAY) continue;
    const known = soonest.get(row);
    if (known === undefined || backOn - day < known) soonest.set(row, backOn - day);
  }
  return soonest;
}

export interface Recoveries {
  readonly all: Recovery;
  readonly groups: readonly CauseRecovery[];
  /** breaks that the share of all is worth beside those of a reason; whether the reasons say so, or too few do */
  readonly strength: PullStrength;
  /** of coming back within a year, for somebody gone so long for this reason; null where too few were watched so long */
  readonly chance: (cause: ChurnCause | null, goneDays: number) => number | null;
}

interface Group {
  readonly code: ChurnCause | null;
  readonly cause: ChurnCause;
  readonly breaks: number;
  readonly returns: number;
  readonly recovery: Recovery;
}

/**
 * Return by reason. The chance of a reason is drawn to that of all, the more firmly the less the reasons differ (empirical Bayes):
 * (n P_own + M P_all) ÷ (n + M), n = breaks of the reason, still open by then, that came back within the year or were watched through
 * it; M by `priorStrength` over what the reasons show of the first year, Infinity: P_all; 10 where that says nothing.
 */
export function* recoveries(breaks: readonly Break[]): Generator<Progress, Recoveries, void> {
  const all = recoveryOf(breaks);
  yield { done: 0.55 };
  const found = yield* groupsOf(breaks);
  const own = new Map(found.map(({ code, recovery }) => [code, recovery]));
  const firstYear = found.flatMap(({ recovery }) => {
    const share = chanceBack(recovery, 0);
    return share === null ? [] : [{ n: informedBy(recovery, 0), share }];
  });
  const spread = priorStrength(
    firstYear.map(({ n }) => n),
    firstYear.map(({ share }) => share),
  );
  const strength = spread ?? PRIOR_BREAKS;
  const chance = (cause: ChurnCause | null, goneDays: number): number | null => {
    if (atRiskAt(all.watched, goneDays) < FEWEST_WATCHED) return null;
    const common = chanceBack(all, goneDays);
    const group = own.get(cause);
    const ownChance = group === undefined ? null : chanceBack(group, goneDays);
    if (common === null || group === undefined || ownChance === null) return common;
    if (strength === Infinity) return common;
    const n = informedBy(group, goneDays);
    return (n * ownChance + strength * common) / (n + strength);
  };
  const groups = found.map(({ code, cause, breaks: count, returns, recovery }): CauseRecovery => {
    const recovery12 = shareBack(recovery, YEAR_DAYS);
    return { cause, breaks: count, returns, recovery12, used12: chance(code, 0) };
  });
  return { all, groups, strength: { value: strength, isFound: spread !== null }, chance };
}

function* groupsOf(breaks: readonly Break[]): Generator<Progress, readonly Group[], void> {
  const groups: Group[] = [];
  for (const cause of breaks.some((one) => one.cause !== null) ? CHURN_CAUSES : []) {
    const code = cause === "unknown" ? null : cause;
    const list = breaks.filter((one) => one.cause === code);
    if (list.length === 0) continue;
    const returns = list.filter(({ backOn }) => backOn !== MISSING_DAY).length;
    groups.push({ code, cause, breaks: list.length, returns, recovery: recoveryOf(list) });
    yield { done: 0.58 };
  }
  return groups;
}
