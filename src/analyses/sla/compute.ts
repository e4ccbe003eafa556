import { readDayList } from "../../domain/day-list";
import type { Kept } from "../../domain/kept";
import { dayOfMoment } from "../../domain/moment";
import { CHINA_HOLIDAY_YEARS } from "../../domain/working-calendar";
import type { Period } from "../../domain/scope";
import { civilFromDay } from "../../kernel/base/calendar";
import { quantileOfSorted } from "../../kernel/stats/quantile";
import { compensatedSum } from "../../kernel/stats/sum";
import { columnOf, type Table } from "../../kernel/table/column";
import {
  casesIn,
  complaintCases,
  customersOfCases,
  type ComplaintCases,
} from "../../measures/complaint-cases";
import { numbersOf } from "../../measures/cost-driver";
import {
  keptOf,
  MET,
  MISSED,
  PENDING,
  responseClock,
  responseLimits,
  responses,
  solutions,
  type Promised,
} from "../../measures/complaint-promises";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Refusal } from "../define";
import { caseLines } from "./case-lines";
import { groupTables, placesByWord } from "./groups";
import { DIMENSIONS, STEP_IDS, type SlaParams, type SlaResult } from "./spec";
import { isStuck, standingOf, stepLines, type Standing } from "./steps";
import { monthKey, monthOf, trendOf } from "./trend";
import { curveOf, waitingOf } from "./waiting";

/**
 * How fast complaints are answered and solved, where they wait, and with whom.
 *
 * @param input   `complaints` with openedAt, and what else is known of their steps; `customers`
 * @param params  window, clock and its calendar, limits: see README
 * @param ambient scope, selected customers; filters on orders do not reach complaints
 * @returns the result, or a refusal: `no-complaints`, or `no-working-hours` when the calendar leaves no time to work. Members:
 *   "complaint:<all|met|missed|pending|open|stuck|late>", "complaint-step:<step>", "complaint-by:<column>:<word>",
 *   "complaint-month:<yyyy-mm>"
 *
 * O(complaints log complaints). Method D43.
 */
export default function sla(input: Input, params: SlaParams, ambient: Ambient): Answer<SlaResult> {
  const table = input.complaints ?? { rowCount: 0, columns: new Map() };
  const period = windowOf(ambient.scope, params.window);
  const refuse = (code: string): Answer<SlaResult> => {
    const result: Refusal = { kind: "insufficient", code, need: 1, have: 0 };
    return { result, members: () => null };
  };
  if (!table.columns.has("openedAt")) return refuse("no-complaints");
  const { scope, customerRows } = ambient;
  const cases = complaintCases(table, { scope, period, customerRows });
  if (cases.n === 0) return refuse("no-complaints");
  if (params.clock === "working" && params.dayTo <= params.dayFrom) {
    return refuse("no-working-hours");
  }
  const limits = responseLimits(cases, table, {
    rules: ambient.caseRules,
    standard: params.limitHours,
  });
  const seen: Seen = {
    cases,
    table,
    period,
    params,
    response: responses(cases, responseClock(cases, params), limits),
    limits,
    solution: solutions(cases, params.resolveDays),
    standing: standingOf(cases, table),
  };
  const result = describe(seen, input.customers);
  return {
    result,
    members: (cell) => membersOf(seen, cell),
    cases: (cell) => casesIn(cases, placeTest(seen, cell)),
  };
}

interface Seen {
  readonly cases: ComplaintCases;
  readonly table: Table;
  readonly period: Period;
  readonly params: SlaParams;
  readonly response: Promised;
  /** hours promised, by case */
  readonly limits: Float64Array;
  readonly solution: Promised;
  readonly standing: Standing;
}

function describe(seen: Seen, customers: Table): SlaResult {
  const { cases, table, period, params, response, limits, solution, standing } = seen;
  const everything = Array.from(cases.rows.keys());
  const kept = keptOf(response.verdicts, everything);
  const solutionKept = keptOf(solution.verdicts, everything);
  const solved = solvedDays(solution);
  const stuckPlaces = everything.filter((i) => isStuck(standing, i, params.stuckDays));
  const responseWaiting = waitingOf(response, everything);
  const solutionWaiting = waitingOf(solution, everything);
  const count = (cell: string): number => membersOf(seen, `complaint:${cell}`)!.length;
  const { stuckDays } = params;
  const sight = { cases, table, response, limits, solution, standing, stuckDays, all: kept };
  const knowsStatus = columnOf(table, "status", "dictionary") !== undefined;
  return {
    kind: "answered",
    headline: {
      n: cases.n,
      open: everything.filter((i) => cases.isSolved[i] === 0).length,
      ...promiseFigures(kept),
      responseMedianHours: responseWaiting.median,
      solutionMedianDays: solutionWaiting.median,
      solutionMeanDays: solved.mean,
      solvedWithin: solutionKept.share,
      stuck: stuckPlaces.length,
      customers: count("all"),
    },
    fromDay: period.fromDay,
    toDay: period.toDay,
    has: cases.has,
    grain: cases.grain,
    behind: {
      all: count("all"),
      missed: count("missed"),
      open: count("open"),
      stuck: count("stuck"),
    },
    response: kept,
    hasOwnLimits: limits.some((hours) => hours !== params.limitHours),
    solution: solutionKept,
    responseCurve: curveOf(response, everything),
    responseWaiting,
    solutionCurve: curveOf(solution, everything),
    solutionWaiting,
    solved,
    steps: stepLines({ cases, standing, stuckDays, knowsStatus }),
    stuckEscalated: escalatedAmong(seen, stuckPlaces),
    groups: groupTables(sight),
    trend: trendOf(cases, response.verdicts, period),
    stuckCases: caseLines({ cases, table, customers, standing }, stuckPlaces),
    left: { undated: cases.undated, unlinked: cases.unlinked, misordered: cases.misordered },
    beyondHolidays: beyondHolidays(cases, params),
    unreadableDays: [
      ...readDayList(params.daysOff).unreadable,
      ...readDayList(params.daysOn).unreadable,
    ],
  };
}

function promiseFigures({ share, low, high, met, missed, pending, unknown }: Kept) {
  return {
    within24h: share,
    within24hLow: low,
    within24hHigh: high,
    judged: met + missed,
    missed,
    pending,
    unknown,
  };
}

function solvedDays({ durations, observed }: Promised): SlaResult["solved"] {
  const days = durations.filter((_, i) => observed[i] === 1).sort();
  if (days.length === 0) return { n: 0, mean: null, p90: null };
  return {
    n: days.length,
    mean: compensatedSum(days) / days.length,
    p90: quantileOfSorted(days, 0.9),
  };
}

function escalatedAmong({ table, cases }: Seen, places: readonly number[]): number | null {
  const flags = numbersOf(table, "isEscalated");
  return flags === null ? null : places.filter((i) => flags[cases.rows[i]!] === 1).length;
}

function beyondHolidays(cases: ComplaintCases, { clock, holidays }: SlaParams): number {
  if (clock === "calendar" || holidays === "none") return 0;
  const { first, last } = CHINA_HOLIDAY_YEARS;
  return cases.opened.filter((moment) => {
    const { year } = civilFromDay(dayOfMoment(moment));
    return year < first || year > last;
  }).length;
}

function membersOf(seen: Seen, cell: string): Uint32Array | null {
  const isIn = placeTest(seen, cell);
  return isIn === null ? null : customersOfCases(seen.cases, isIn);
}

/** Which cases a cell is made of; null: there is no such cell. */
function placeTest(seen: Seen, cell: string): ((place: number) => boolean) | null {
  const [kind = "", ...rest] = cell.split(":");
  const name = rest.join(":");
  const { cases, standing } = seen;
  switch (kind) {
    case "complaint":
      return partOf(seen, name);
    case "complaint-step": {
      const step = STEP_IDS.findIndex((id) => id === name);
      return step < 0 ? null : (i) => standing.steps[i] === step;
    }
    case "complaint-by": {
      const [dimension = "", ...word] = rest;
      return groupTest(seen, dimension, word.join(":"));
    }
    case "complaint-month": {
      const isThere = cases.opened.some((_, i) => monthKey(monthOf(cases, i)) === name);
      if (!isThere && !trendOf(cases, seen.response.verdicts, seen.period).keys.includes(name)) {
        return null;
      }
      return (i) => monthKey(monthOf(cases, i)) === name;
    }
    default:
      return null;
  }
}

function partOf(
  { cases, response, solution, standing, params }: Seen,
  name: string,
): ((i: number) => boolean) | null {
  switch (name) {
    case "all":
      return () => true;
    case "met":
      return (i) => response.verdicts[i] === MET;
    case "missed":
      return (i) => response.verdicts[i] === MISSED;
    case "pending":
      return (i) => response.verdicts[i] === PENDING;
    case "open":
      return (i) => cases.isSolved[i] === 0;
    case "late":
      return (i) => solution.verdicts[i] === MISSED;
    case "stuck":
      return (i) => isStuck(standing, i, params.stuckDays);
    default:
      return null;
  }
}

function groupTest({ cases, table }: Seen, dimension: string, word: string) {
  if (!DIMENSIONS.some((id) => id === dimension)) return null;
  const group = placesByWord(cases, table, dimension).find(([name]) => name === word);
  if (group === undefined) return null;
  const places = new Set(group[1]);
  return (i: number): boolean => places.has(i);
}
