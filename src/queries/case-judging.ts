import { CASE_MOMENTS, type Casework } from "../domain/casework";
import { dayOfMoment, MINUTES_PER_DAY } from "../domain/moment";
import { workingCalendar } from "../domain/working-calendar";
import { columnOf, type Table } from "../kernel/table/column";
import { grainOf, midnight, placedStep } from "../measures/complaint-cases";
import {
  MET,
  MISSED,
  responseOf,
  solutionOf,
  type PromisedCase,
} from "../measures/complaint-promises";
import { calendarClock, workingClock, type ElapsedMinutes } from "../measures/working-clock";
import type { CaseQuestion, DeskCase } from "./case-types";

/** What a table writes down of its complaints at all. */
export interface CaseRecords {
  readonly response: boolean;
  readonly solution: boolean;
  readonly followUp: boolean;
  readonly outcome: boolean;
}

/** By what the moments of all cases are judged: as under the response times, but for what was done here, whenever that was. */
export interface CaseJudge {
  readonly clock: ElapsedMinutes;
  /** days where openings or replies have no hours */
  readonly grain: "minute" | "day";
  /** end of the as-of day */
  readonly end: number;
}

const NO_VALUES = new Float64Array();

export function caseJudge(
  table: Table,
  { done }: Pick<Casework, "done">,
  question: CaseQuestion,
): CaseJudge {
  const openings = columnOf(table, "openedAt", "float64")?.values ?? NO_VALUES;
  const end = (question.scope.asOfDay + 1) * MINUTES_PER_DAY;
  let [first, last] = [end, end];
  const reach = (moment: number | undefined): void => {
    if (moment === undefined || Number.isNaN(moment)) return;
    first = Math.min(first, moment);
    last = Math.max(last, moment);
  };
  for (const id of ["openedAt", ...CASE_MOMENTS]) {
    columnOf(table, id, "float64")?.values.forEach(reach);
  }
  for (const work of done.values())
    CASE_MOMENTS.forEach((id) => {
      reach(work[id]);
    });
  return { clock: clockOf(question, first, last), grain: grainOf(table, openings), end };
}

/** The clock of the promises over all moments; a calendar without working time says nothing. */
function clockOf({ sla }: CaseQuestion, first: number, last: number): ElapsedMinutes {
  if (sla.clock === "calendar") return calendarClock;
  if (sla.dayTo <= sla.dayFrom) return () => NaN;
  return workingClock(workingCalendar(sla), dayOfMoment(first), dayOfMoment(last));
}

type Moments = Pick<DeskCase, "openedAt" | "respondedAt" | "resolvedAt" | "closedAt">;

/** A case as its promises are judged. @param isShut its status says that it is over */
export function judgedCase(
  { openedAt, respondedAt, resolvedAt, closedAt }: Moments,
  isShut: boolean,
  { grain, end }: CaseJudge,
): PromisedCase {
  const counted = (moment: number): number => (grain === "day" ? midnight(moment) : moment);
  const step = (moment: number | null): number =>
    moment === null ? NaN : counted(placedStep(moment, openedAt));
  const resolved = step(resolvedAt);
  return {
    opened: counted(openedAt),
    responded: step(respondedAt),
    resolved,
    isSolved: isShut || !Number.isNaN(resolved) || !Number.isNaN(step(closedAt)),
    end,
  };
}

/** What became of the promises of a case; null: it waits in time, or that is not known. */
export function promisesOf(
  one: PromisedCase,
  { clock }: CaseJudge,
  { limitHours, resolveDays }: { readonly limitHours: number; readonly resolveDays: number },
): { readonly isPrompt: boolean | null; readonly isSolvedInTime: boolean | null } {
  return {
    isPrompt: isKept(responseOf(one, clock, limitHours).verdict),
    isSolvedInTime: isKept(solutionOf(one, resolveDays).verdict),
  };
}

function isKept(verdict: number): boolean | null {
  if (verdict === MET) return true;
  return verdict === MISSED ? false : null;
}
