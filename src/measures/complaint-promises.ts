import { limitHoursOf, type CaseRules } from "../domain/case-rules";
import type { Kept } from "../domain/kept";
import { dayOfMoment, MINUTES_PER_DAY } from "../domain/moment";
import { workingCalendar } from "../domain/working-calendar";
import { keptShare } from "./kept-share";
import type { ComplaintCases } from "./complaint-cases";
import { columnOf, textAt, type Table } from "../kernel/table/column";
import { calendarClock, workingClock, type ElapsedMinutes } from "./working-clock";

/** What became of a promise, case by case. */
export const MET = 1;
export const MISSED = 2;
export const PENDING = 3;
const UNKNOWN = 0;

const MINUTES_PER_HOUR = 60;

/** The clock by which responses are judged: the wall's, or that of a working calendar over the days of the cases. */
export function responseClock(
  cases: ComplaintCases,
  settings: Parameters<typeof workingCalendar>[0] & { readonly clock: "calendar" | "working" },
): ElapsedMinutes {
  if (settings.clock === "calendar") return calendarClock;
  const first = cases.opened.reduce((a, b) => Math.min(a, b), Infinity);
  return workingClock(workingCalendar(settings), dayOfMoment(first), dayOfMoment(cases.end));
}

/** Within how many hours each case is to be answered: the promise of its priority, else the standard. O(cases). */
export function responseLimits(
  cases: ComplaintCases,
  table: Table,
  { rules, standard }: { readonly rules: CaseRules; readonly standard: number },
): Float64Array {
  const priorities = columnOf(table, "priority", "dictionary");
  if (priorities === undefined || rules.priorities.size === 0) {
    return new Float64Array(cases.n).fill(standard);
  }
  return Float64Array.from(cases.rows, (row) =>
    limitHoursOf(rules, textAt(priorities, row), standard),
  );
}

/** One promise over all cases; durations in the unit of the promise, NaN where nothing is known. */
export interface Promised {
  readonly verdicts: Uint8Array;
  /** time it took, or time waited so far */
  readonly durations: Float64Array;
  /** 1 = it took so long, 0 = waited so far */
  readonly observed: Uint8Array;
}

/**
 * Whether each case had its first response in time, in hours of a clock. @param limits hours by case, see `responseLimits`
 *
 * No response, not solved: waits still, missed once the time is over. No response, but solved: in time when the solution was;
 * else nobody wrote down when, so it is not judged. Without any response in the table nothing is judged.
 */
export function responses(
  cases: ComplaintCases,
  elapsed: ElapsedMinutes,
  limits: Float64Array,
): Promised {
  const made = emptyPromise(cases.n);
  for (let i = 0; i < cases.n && cases.has.response; i++) {
    put(made, i, responseOf(caseAt(cases, i), elapsed, limits[i]!));
  }
  return made;
}

/** One case, its steps placed as in `complaintCases`; NaN: it has not happened, or nobody wrote it down. */
export interface PromisedCase {
  readonly opened: number;
  readonly responded: number;
  readonly resolved: number;
  readonly isSolved: boolean;
  /** up to when it has waited */
  readonly end: number;
}

interface Verdict {
  readonly verdict: number;
  readonly duration: number;
  readonly isObserved: boolean;
}

/** `responses`, of one case; a clock that says nothing (NaN) leaves it unknown. */
export function responseOf(
  { opened, responded, resolved, isSolved, end }: PromisedCase,
  elapsed: ElapsedMinutes,
  limitHours: number,
): Verdict {
  const hoursTo = (moment: number): number => elapsed(opened, moment) / MINUTES_PER_HOUR;
  if (Number.isNaN(responded) && isSolved) {
    const isSoon = hoursTo(resolved) <= limitHours;
    return { verdict: isSoon ? MET : UNKNOWN, duration: NaN, isObserved: false };
  }
  const isObserved = !Number.isNaN(responded);
  const hours = hoursTo(isObserved ? responded : end);
  return { verdict: verdictOf(hours, limitHours, isObserved), duration: hours, isObserved };
}

function verdictOf(duration: number, limit: number, isObserved: boolean): number {
  if (Number.isNaN(duration)) return UNKNOWN;
  if (duration > limit) return MISSED;
  return isObserved ? MET : PENDING;
}

/** Whether each case was solved in time, in days of the wall clock; solved on an unknown day is not judged. */
export function solutions(cases: ComplaintCases, limitDays: number): Promised {
  const made = emptyPromise(cases.n);
  for (let i = 0; i < cases.n && cases.has.resolution; i++) {
    put(made, i, solutionOf(caseAt(cases, i), limitDays));
  }
  return made;
}

/** `solutions`, of one case. */
export function solutionOf(
  { opened, resolved, isSolved, end }: PromisedCase,
  limitDays: number,
): Verdict {
  const isObserved = !Number.isNaN(resolved);
  if (!isObserved && isSolved) return { verdict: UNKNOWN, duration: NaN, isObserved: false };
  const days = ((isObserved ? resolved : end) - opened) / MINUTES_PER_DAY;
  return { verdict: verdictOf(days, limitDays, isObserved), duration: days, isObserved };
}

const caseAt = (cases: ComplaintCases, i: number): PromisedCase => ({
  opened: cases.opened[i]!,
  responded: cases.responded[i]!,
  resolved: cases.resolved[i]!,
  isSolved: cases.isSolved[i] === 1,
  end: cases.end,
});

function put(
  { verdicts, durations, observed }: Promised,
  i: number,
  { verdict, duration, isObserved }: Verdict,
): void {
  verdicts[i] = verdict;
  durations[i] = duration;
  observed[i] = isObserved ? 1 : 0;
}

function emptyPromise(n: number): Promised {
  return {
    verdicts: new Uint8Array(n),
    durations: new Float64Array(n).fill(NaN),
    observed: new Uint8Array(n),
  };
}

/** Met, missed and not judged, over some of the cases. */
export function keptOf(verdicts: Uint8Array, places: ArrayLike<number>): Kept {
  const counts = [0, 0, 0, 0];
  for (let k = 0; k < places.length; k++) counts[verdicts[places[k]!]!]!++;
  const [unknown, met, missed, pending] = counts as [number, number, number, number];
  return keptShare({ met, missed, pending, unknown });
}
