import { MINUTES_PER_DAY } from "../../domain/moment";
import { columnOf, MISSING_CODE, type Table } from "../../kernel/table/column";
import { customersOfCases, type ComplaintCases } from "../../measures/complaint-cases";
import { STEP_IDS, type StepId, type StepLine } from "./spec";
import { waitingOf } from "./waiting";

/** Where each case waits: an index into STEP_IDS, or OVER; and for how many days. */
export interface Standing {
  readonly steps: Int8Array;
  /** NaN where nothing says since when */
  readonly waitedDays: Float64Array;
  readonly hasCause: Uint8Array;
  readonly knowsCause: boolean;
}

const OVER = -1;
const [, RESPOND, CAUSE, SOLVE, CLOSE] = STEP_IDS.keys() as unknown as [
  number,
  number,
  number,
  number,
  number,
];

/**
 * The step in which each case waits: the first that is not done. A step that the table does not know is passed over; a solved
 * case has had its response and its cause, whether or not somebody wrote them down.
 */
export function standingOf(cases: ComplaintCases, table: Table): Standing {
  const causes = ["cause", "causeGroup"].flatMap((id) => columnOf(table, id, "dictionary") ?? []);
  const knowsCause = causes.some(({ dictionary }) => dictionary.length > 0);
  const hasCause = Uint8Array.from(cases.rows, (row) =>
    causes.some(({ codes }) => codes[row] !== MISSING_CODE) ? 1 : 0,
  );
  const steps = new Int8Array(cases.n).fill(OVER);
  const waitedDays = new Float64Array(cases.n).fill(NaN);
  for (let i = 0; i < cases.n; i++) {
    if (cases.isOver[i] === 1) continue;
    const responded = cases.responded[i]!;
    const isAnswered = !Number.isNaN(responded) || !cases.has.response;
    let since = Number.isNaN(responded) ? cases.opened[i]! : responded;
    if (cases.isSolved[i] === 1) {
      steps[i] = CLOSE;
      since = cases.resolved[i]!;
    } else if (!isAnswered) steps[i] = RESPOND;
    else steps[i] = knowsCause && hasCause[i] === 0 ? CAUSE : SOLVE;
    waitedDays[i] = (cases.end - since) / MINUTES_PER_DAY;
  }
  return { steps, waitedDays, hasCause, knowsCause };
}

export const isStuck = ({ waitedDays }: Standing, place: number, stuckDays: number): boolean =>
  waitedDays[place]! > stuckDays;

interface StepSight {
  readonly cases: ComplaintCases;
  readonly standing: Standing;
  readonly stuckDays: number;
  readonly knowsStatus: boolean;
}

export function stepLines(sight: StepSight): readonly StepLine[] {
  const { cases, standing, stuckDays } = sight;
  return STEP_IDS.map((id, step) => {
    const isHere = (i: number): boolean => standing.steps[i] === step;
    let waiting = 0;
    let stuck = 0;
    for (let i = 0; i < cases.n; i++) {
      if (!isHere(i)) continue;
      waiting++;
      if (isStuck(standing, i, stuckDays)) stuck++;
    }
    return {
      id,
      isKnown: isKnown(id, sight),
      done: doneIn(id, sight),
      waiting,
      stuck,
      waitingCustomers: customersOfCases(cases, isHere).length,
      days: daysIn(id, sight),
    };
  });
}

function isKnown(id: StepId, { cases, standing, knowsStatus }: StepSight): boolean {
  switch (id) {
    case "record":
      return true;
    case "respond":
      return cases.has.response;
    case "cause":
      return standing.knowsCause;
    case "solve":
      return cases.has.resolution || cases.has.close || knowsStatus;
    case "close":
      return cases.has.close;
  }
}

function doneIn(id: StepId, { cases, standing }: StepSight): number {
  const count = (passes: (i: number) => boolean): number => {
    let sum = 0;
    for (let i = 0; i < cases.n; i++) if (passes(i)) sum++;
    return sum;
  };
  switch (id) {
    case "record":
      return cases.n;
    case "respond":
      return count((i) => !Number.isNaN(cases.responded[i]!));
    case "cause":
      return count((i) => standing.hasCause[i] === 1);
    case "solve":
      return count((i) => cases.isSolved[i] === 1);
    case "close":
      return count((i) => cases.isOver[i] === 1);
  }
}

/** Days in the step: from the end of the step before; cases that wait in it are censored. */
function daysIn(id: StepId, { cases }: StepSight): StepLine["days"] {
  const { has, opened, responded, resolved, closed, isSolved, isOver, end } = cases;
  const spans: Partial<Record<StepId, readonly [boolean, Float64Array, Float64Array, Uint8Array]>> =
    {
      respond: [has.response, opened, responded, isSolved],
      solve: [has.resolution, has.response ? responded : opened, resolved, isSolved],
      close: [has.close && has.resolution, resolved, closed, isOver],
    };
  const span = spans[id];
  if (span === undefined || !span[0]) return null;
  const [, from, to, isDone] = span;
  const observed = Uint8Array.from(to, (moment) => (Number.isNaN(moment) ? 0 : 1));
  const durations = Float64Array.from(from, (start, i) => {
    // Done on an unknown day says nothing of how long it took.
    if (observed[i] === 0 && isDone[i] === 1) return NaN;
    const until = observed[i] === 1 ? to[i]! : end;
    return until < start ? NaN : (until - start) / MINUTES_PER_DAY;
  });
  return waitingOf({ durations, observed }, Array.from(from.keys()));
}
