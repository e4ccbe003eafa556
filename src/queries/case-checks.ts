import { CASE_CHECKS, type CaseCheck, type CaseWork } from "../domain/casework";
import { dayOfMoment } from "../domain/moment";
import { periodKey } from "../domain/period-key";
import type { Period, Scope } from "../domain/scope";
import { wilsonInterval } from "../kernel/stats/wilson";
import type { CaseRecords } from "./case-judging";
import type { CheckLine, DeskCase } from "./case-types";

/** What a case itself tells of the checks. */
export interface CheckFacts extends Pick<
  DeskCase,
  "step" | "closedAt" | "resolution" | "isSatisfied"
> {
  readonly work: CaseWork | null;
  /** within the promise; null: still waiting in time, or nobody wrote it down */
  readonly isPrompt: boolean | null;
  readonly isSolvedInTime: boolean | null;
  readonly has: CaseRecords;
}

/**
 * Which of the three principles and four keys a case keeps: what somebody judged by hand, else what its dates and fields tell; null:
 * neither does. Courtesy, candour and a need understood are judged by hand alone. What the table writes down of no case tells nothing
 * of any: those written down here would all be kept.
 */
export function checksOf(facts: CheckFacts): Readonly<Record<CaseCheck, boolean | null>> {
  const told: Readonly<Record<CaseCheck, boolean | null>> = {
    courteous: null,
    remedied: remedied(facts),
    prompt: facts.has.response ? facts.isPrompt : null,
    candid: null,
    followed: followed(facts),
    corrected: facts.has.solution ? facts.isSolvedInTime : null,
    understood: null,
  };
  return { ...told, ...facts.work?.checks };
}

function remedied({ resolution, step, has }: CheckFacts): boolean | null {
  if (!has.outcome) return null;
  if (resolution !== null) return true;
  const isSolved = step === null || step === "close";
  return isSolved ? false : null;
}

function followed({ closedAt, isSatisfied, step, has }: CheckFacts): boolean | null {
  if (!has.followUp) return null;
  if (closedAt !== null || isSatisfied !== null) return true;
  return step === null ? false : null;
}

/** The cases that a line of the checks counts as judged and not kept. */
export const missedCases = (
  cases: readonly DeskCase[],
  check: CaseCheck,
  { period }: Scope,
): readonly DeskCase[] =>
  cases.filter((one) => one.checks[check] === false && isOpenedIn(one, period));

function isOpenedIn({ openedAt }: DeskCase, { fromDay, toDay }: Period): boolean {
  const day = dayOfMoment(openedAt);
  return day >= fromDay && day <= toDay;
}

const QUARTERS = 5;

/**
 * How often each check is kept among the complaints opened in the period, with Wilson intervals, and by quarter of opening: the last
 * five. What is not judged is in neither number. O(cases).
 */
export function checkLines(cases: readonly DeskCase[], { period }: Scope): readonly CheckLine[] {
  const inside = cases.filter((one) => isOpenedIn(one, period));
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
