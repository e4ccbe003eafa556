import { withProgress } from "../../kernel/base/with-progress";
import { cumulativeIncidenceSteps } from "../../kernel/stats/survival/cumulative-incidence";
import { lifetimes } from "../../kernel/stats/survival/lifetimes";
import { fewestInSight, lastWellSeen } from "../../kernel/stats/survival/well-seen";
import type { Tenure } from "../../measures/tenure/tenure";
import { tenureOf, type TenureFound } from "../../measures/tenure/tenure-of";
import type { Ambient, Answer, Input, Progress } from "../define";
import {
  causesOfCodes,
  causesOfColumn,
  causesOfExits,
  levelGroups,
  moneyOf,
  wordGroups,
  type Cause,
  type LevelGroup,
  type WordGroup,
} from "./causes";
import { causeOutcomes, comparedGroups, type Compared } from "./comparison";
import { exitFacts, type ExitFacts } from "./exit-facts";
import { reasonCodes, type FoundCodes } from "./reason-codes";
import type { CauseLine, ChurnCausesParams, ChurnCausesResult } from "./spec";

/**
 * Why customers leave: competing causes over time and by group, by whose wish, which reasons cost most, whom they were lost to.
 *
 * @param input   `customers`, and what the sources of tenure and the exits say, as far as the data have it
 * @param params  source, columns, level: see README
 * @param ambient scope, selected rows
 * @returns always an answer; without causes `gap` says why and no curve is there. Members: "all", "lost", "cause:<code>",
 *   "exit-reason:<i>", "competitor:<i>", "exit-level:<initiative>:<cause>", "cause-group:<i>", "cause-group-lost:<i>:<code>", "exit-code:<i>"
 *
 * O(lines + exits + causes × customers log customers), in slices. Methods D25.
 */
export default function* churnCauses(
  input: Input,
  params: ChurnCausesParams,
  ambient: Ambient,
): Generator<Progress, Answer<ChurnCausesResult>, void> {
  const coded = yield* reasonCodes(input, ambient);
  const { result, members } = yield* told(input, params, ambient);
  return {
    result: { ...result, codes: coded.codes },
    members: (cell) => members(cell) ?? codeMembers(coded, cell),
  };
}

type Uncoded = Omit<ChurnCausesResult, "codes">;

interface Told {
  readonly result: Uncoded;
  readonly members: Answer<ChurnCausesResult>["members"];
}

const untold = (result: Uncoded): Told => ({ result, members: () => null });

function* told(
  input: Input,
  params: ChurnCausesParams,
  ambient: Ambient,
): Generator<Progress, Told, void> {
  const { customerRows, orderRows, scope } = ambient;
  const sight = { customerRows, orderRows, asOfDay: scope.asOfDay };
  const choice = { ...params, areFewExitsEnough: true };
  const found = yield* withProgress({ done: 0.2 }, tenureOf(input, sight, choice));
  const { tenure } = found;
  if (typeof tenure === "string") return untold(without(found, tenure));
  if (tenure.customers.length === 0) return untold(without(found, "nobody"));
  const facts = yield* withProgress({ done: 0.4 }, exitFacts(input, tenure, ambient));
  const asked = causesAsked(input, tenure, params, facts);
  const isTold = asked.causes.some(({ code }) => code !== "unknown");
  if (!isTold) {
    return untold({ ...without(found, "no-causes"), ...said(tenure), ...sizes(tenure) });
  }
  yield { done: 0.5 };
  const groups = groupsOf(asked.causes, facts);
  const curves = yield* withProgress({ done: 0.6 }, curvesOf(tenure, asked.causes, facts));
  if (curves === null) {
    return untold({ ...without(found, "too-few-in-sight"), ...said(tenure), ...sizes(tenure) });
  }
  const compared = yield* comparedGroups(tenure, input.customers, asked.causes, {
    column: params.group,
    horizon: curves.horizon.time,
  });
  const events = facts.lost.length;
  const result: Uncoded = {
    kind: "answered",
    headline: {
      n: tenure.customers.length,
      events,
      ...Object.fromEntries(curves.causes.map(({ code, incidence }) => [code, incidence])),
      ...grayFigures(compared),
    },
    source: found.source,
    available: found.available,
    gap: null,
    ...said(tenure),
    level: asked.level,
    ...sizes(tenure),
    ...curves,
    levels: groups.levels.map(({ slots: _, ...line }) => line),
    reasons: groups.reasons.map(({ slots: _, ...line }) => line),
    competitors: groups.competitors.map(({ slots: _, ...line }) => line),
    moneyBasis: facts.moneyBasis,
    moneyMissing: facts.lost.filter(({ money }) => Number.isNaN(money)).length,
    comparison: compared?.comparison ?? null,
  };
  const members = (cell: string): Uint32Array | null =>
    membersOf(tenure, groups, cell) ?? groupMembers(tenure, asked.causes, compared, cell);
  return { result, members };
}

/** Gray's χ² and p by cause, where groups are compared. */
function grayFigures(compared: Compared | null): Readonly<Record<string, number | null>> {
  const tests = compared?.comparison.tests ?? [];
  return Object.fromEntries(
    tests.flatMap(({ code, chi2, p }) => [
      [`gray:${code}`, chi2],
      [`grayP:${code}`, p],
    ]),
  );
}

interface Groups {
  readonly causes: readonly Cause[];
  readonly reasons: readonly WordGroup[];
  readonly competitors: readonly WordGroup[];
  readonly levels: readonly LevelGroup[];
}

function groupsOf(causes: readonly Cause[], { lost, moneyBasis }: ExitFacts): Groups {
  const hasMoney = moneyBasis !== null;
  return {
    causes,
    reasons: wordGroups(lost, ({ reason, group }) => (reason === "" ? group : reason), hasMoney),
    competitors: wordGroups(lost, ({ competitor }) => competitor, hasMoney),
    levels: levelGroups(lost, hasMoney),
  };
}

/** From the column that the reader chose, the codes of the event column, else the words of the exits. */
function causesAsked(
  input: Input,
  tenure: Tenure,
  params: ChurnCausesParams,
  { lost }: ExitFacts,
): { readonly level: ChurnCausesResult["level"]; readonly causes: readonly Cause[] } {
  const column = params.cause === "" ? undefined : input.customers.columns.get(params.cause);
  if (column !== undefined)
    return { level: "column", causes: causesOfColumn(lost, column, tenure.customers) };
  const { outcomes } = tenure.seen;
  if (outcomes.some((outcome) => outcome > 1))
    return { level: "column", causes: causesOfCodes(lost, outcomes) };
  return { level: params.level, causes: causesOfExits(lost, params.level) };
}

const said = ({ unit, rule, leftOut }: Tenure) => ({ unit, rule, leftOut });

function sizes({ customers, seen }: Tenure): Pick<ChurnCausesResult, "n" | "events" | "lastTime"> {
  return {
    n: customers.length,
    events: seen.outcomes.filter((outcome) => outcome !== 0).length,
    lastTime: seen.durations.reduce((last, time) => Math.max(last, time), 0),
  };
}

/** The curves as far as they can be read; the shares are those at that end. null where never enough customers are in sight together. */
function* curvesOf(tenure: Tenure, causes: readonly Cause[], { lost, moneyBasis }: ExitFacts) {
  const seen = { ...tenure.seen, outcomes: causeOutcomes(tenure, causes) };
  const incidence = yield* cumulativeIncidenceSteps(seen, causes.length);
  const { times, survival, causes: curves } = incidence;
  yield;
  const bySlot = new Map(lost.map((one) => [one.slot, one]));
  const fewest = fewestInSight(seen.durations.length);
  const horizon = lastWellSeen(lifetimes(seen), fewest);
  if (horizon === null) return null;
  const length = times.findLastIndex((time) => time <= horizon) + 1;
  const last = length - 1;
  const known = (value: number): number | null => (Number.isNaN(value) ? null : value);
  const lines = causes.map(({ code, kind, slots }, k): CauseLine => {
    const curve = curves[k]!;
    const own = slots.flatMap((slot) => bySlot.get(slot) ?? []);
    return {
      code,
      kind,
      events: curve.events,
      incidence: last < 0 ? 0 : curve.incidence[last]!,
      lower: last < 0 ? null : known(curve.lower[last]!),
      upper: last < 0 ? null : known(curve.upper[last]!),
      naive: last < 0 ? 0 : curve.naive[last]!,
      money: moneyOf(own, moneyBasis !== null),
      curve: curve.incidence.slice(0, length),
    };
  });
  const lateLosses = seen.durations.filter(
    (time, slot) => seen.outcomes[slot] !== 0 && time > horizon,
  ).length;
  return {
    horizon: { time: horizon, fewest, lateLosses },
    times: times.slice(0, length),
    survival: survival.slice(0, length),
    causes: lines,
  };
}

/** "exit-code:<i>". */
function codeMembers({ members }: FoundCodes, cell: string): Uint32Array | null {
  const [, place] = /^exit-code:(\d{1,3})$/.exec(cell) ?? [];
  return place === undefined ? null : (members[Number(place)] ?? null);
}

function without(
  { source, available }: TenureFound,
  gap: NonNullable<ChurnCausesResult["gap"]>,
): Uncoded {
  return {
    kind: "answered",
    headline: { n: 0, events: 0 },
    source,
    available,
    gap,
    unit: "unit",
    rule: null,
    leftOut: { noStart: 0, noOutcome: 0, impossible: 0 },
    level: "cause",
    n: 0,
    events: 0,
    lastTime: 0,
    horizon: { time: 0, fewest: 0, lateLosses: 0 },
    times: new Float64Array(0),
    survival: new Float64Array(0),
    causes: [],
    levels: [],
    reasons: [],
    competitors: [],
    moneyBasis: null,
    moneyMissing: 0,
    comparison: null,
  };
}

/** "cause-group:<i>" and "cause-group-lost:<i>:<code>". */
function groupMembers(
  { customers }: Tenure,
  causes: readonly Cause[],
  compared: Compared | null,
  cell: string,
): Uint32Array | null {
  const [, kind, place, code] =
    /^(cause-group|cause-group-lost):(\d{1,2})(?::(.+))?$/su.exec(cell) ?? [];
  const group = place === undefined ? undefined : compared?.groups[Number(place)];
  if (group === undefined || (kind === "cause-group") !== (code === undefined)) return null;
  const rows = (slots: Uint32Array): Uint32Array => slots.map((slot) => customers[slot]!).sort();
  if (code === undefined) return rows(group.slots);
  const lost = new Set(causes.find((cause) => cause.code === code)?.slots);
  const kept = group.slots.filter((slot) => lost.has(slot));
  return kept.length === 0 ? null : rows(kept);
}

function membersOf({ customers, seen }: Tenure, groups: Groups, cell: string): Uint32Array | null {
  if (cell === "all") return customers;
  if (cell === "lost") return customers.filter((_, slot) => seen.outcomes[slot] !== 0);
  const slots = slotsOf(groups, cell);
  if (slots === undefined) return null;
  return Uint32Array.from(slots, (slot) => customers[slot]!).sort();
}

function slotsOf(groups: Groups, cell: string): readonly number[] | undefined {
  const at = cell.indexOf(":");
  const [kind, rest] = [cell.slice(0, at), cell.slice(at + 1)];
  const line = /^\d{1,2}$/.test(rest) ? Number(rest) : -1;
  switch (kind) {
    case "cause":
      return groups.causes.find(({ code }) => code === rest)?.slots;
    case "exit-reason":
      return groups.reasons[line]?.slots;
    case "competitor":
      return groups.competitors[line]?.slots;
    case "exit-level":
      return groups.levels.find(({ initiative, cause }) => `${initiative}:${cause}` === rest)
        ?.slots;
    default:
      return undefined;
  }
}
