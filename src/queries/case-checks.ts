import { CASE_CHECKS, type CaseCheck, type CaseWork } from "../domain/casework";
import { dayOfMoment, MINUTES_PER_DAY } from "../domain/moment";
import { periodKey } from "../domain/period-key";
import type { Scope } from "../domain/scope";
import { wilsonInterval } from "../kernel/stats/wilson";
import type { CheckLine, DeskCase } from "./case-types";

/** What a case itself tells of the checks. */
export interface CheckFacts extends Pick<
  DeskCase,
  "step" | "respondedAt" | "resolvedAt" | "closedAt" | "openedAt" | "resolution" | "isSatisfied"
> {
  readonly work: CaseWork | null;
  /** hours to the first reply, or waited for it so far; NaN: nobody wrote it down */
  readonly replyHours: number;
  readonly limitHours: number;
  readonly resolveDays: number;
  /** end of the as-of day */
  readonly end: number;
  /** the table writes down outcomes, and follow-ups */
  readonly has: { readonly outcome: boolean; readonly followUp: boolean };
}

/**
 * Which of the three principles and four keys a case keeps: what somebody judged by hand, else what its dates and fields tell; null:
 * neither does. Courtesy, candour and a need understood are judged by hand alone.
 */
export function checksOf(facts: CheckFacts): Readonly<Record<CaseCheck, boolean | null>> {
  const told: Readonly<Record<CaseCheck, boolean | null>> = {
    courteous: null,
    remedied: remedied(facts),
    prompt: prompt(facts),
    candid: null,
    followed: followed(facts),
    corrected: corrected(facts),
    understood: null,
  };
  return { ...told, ...facts.work?.checks };
}

function remedied({ resolution, step, has }: CheckFacts): boolean | null {
  if (resolution !== null) return true;
  const isSolved = step === null || step === "close";
  return isSolved && has.outcome ? false : null;
}

function prompt({ replyHours, limitHours, respondedAt, step }: CheckFacts): boolean | null {
  if (Number.isNaN(replyHours)) return null;
  if (replyHours > limitHours) return false;
  return respondedAt === null && step === "respond" ? null : true;
}

function followed({ closedAt, isSatisfied, step, has }: CheckFacts): boolean | null {
  if (closedAt !== null || isSatisfied !== null) return true;
  return step === null && has.followUp ? false : null;
}

function corrected({ openedAt, resolvedAt, step, end, resolveDays }: CheckFacts): boolean | null {
  const isOpen = step !== null && step !== "close";
  if (resolvedAt === null && !isOpen) return null;
  const days = ((resolvedAt ?? end) - openedAt) / MINUTES_PER_DAY;
  if (days > resolveDays) return false;
  return resolvedAt === null ? null : true;
}

const QUARTERS = 5;

/**
 * How often each check is kept among the complaints opened in the period, with Wilson intervals, and by quarter of opening: the last
 * five. What is not judged is in neither number. O(cases).
 */
export function checkLines(cases: readonly DeskCase[], { period }: Scope): readonly CheckLine[] {
  const inside = cases.filter(({ openedAt }) => {
    const day = dayOfMoment(openedAt);
    return day >= period.fromDay && day <= period.toDay;
  });
  const quarterOf = ({ openedAt }: DeskCase): string => {
    const day = dayOfMoment(openedAt);
    return periodKey("quarter", day, day);
  };
  const keys = [...new Set(inside.map(quarterOf))].sort().slice(-QUARTERS);
  return CASE_CHECKS.map((id) => {
    const judged = inside.filter(({ checks }) => checks[id] !== null);
    const kept = (some: readonly DeskCase[]): number =>
      some.filter(({ checks }) => checks[id] === true).length;
    const interval = judged.length === 0 ? null : wilsonInterval(kept(judged), judged.length);
    return {
      id,
      n: inside.length,
      judged: judged.length,
      kept: kept(judged),
      low: interval === null ? null : interval.low,
      high: interval === null ? null : interval.high,
      quarters: keys.map((key) => {
        const own = judged.filter((one) => quarterOf(one) === key);
        return { key, judged: own.length, kept: kept(own) };
      }),
    };
  });
}
