import { withProgress } from "../../kernel/base/with-progress";
import { kaplanMeier } from "../../kernel/stats/survival/kaplan-meier";
import { atRiskAt, lifetimes, type Lifetimes } from "../../kernel/stats/survival/lifetimes";
import { smoothHazard } from "../../kernel/stats/survival/smooth-hazard";
import type { Tenure } from "../../measures/tenure/tenure";
import { tenureOf, type TenureFound } from "../../measures/tenure/tenure-of";
import type { Ambient, Answer, Input, Progress } from "../define";
import { bandOf, bandWidth, peakOf, tenureBands } from "./bands";
import { comparisonOf, curveLine, groupsOf, horizonOf, type Groups } from "./comparison";
import type { SurvivalParams, SurvivalResult } from "./spec";

/** The smoothed hazard ends where fewer are left: a few customers make any rate. */
const FEWEST_AT_RISK = 10;
/** Half the width of what counts as near, as a share of the time that is drawn. */
const BANDWIDTH_SHARE = 0.12;

/**
 * How long customers stay: the survival curve of all and by group, the rate of leaving by tenure, and whether the groups differ.
 *
 * @param input   `customers`, and what the sources of tenure read, as far as the data have it
 * @param params  source, columns, window, group, strata and weighting: see README
 * @param ambient scope, selected rows
 * @returns always an answer; without a source `all` is null and `gap` says why. Members: "all", "lost", "staying", "group:<i>",
 *   "group-lost:<i>", "band:<i>" (lost in that stretch)
 *
 * O(lines + customers log customers), in slices. Methods D21, D22, D23.
 */
export default function* survival(
  input: Input,
  params: SurvivalParams,
  ambient: Ambient,
): Generator<Progress, Answer<SurvivalResult>, void> {
  const { customerRows, orderRows, scope } = ambient;
  const sight = { customerRows, orderRows, asOfDay: scope.asOfDay };
  const found = yield* withProgress({ done: 0.3 }, tenureOf(input, sight, params));
  const { tenure } = found;
  if (typeof tenure === "string") return { result: without(found, tenure), members: () => null };
  if (tenure.customers.length === 0) {
    return { result: { ...without(found, "nobody"), ...said(tenure) }, members: () => null };
  }
  const sorted = lifetimes(tenure.seen);
  const curve = kaplanMeier(sorted);
  yield { done: 0.5 };
  const groups = groupsOf(tenure, input.customers, params.group);
  yield { done: 0.6 };
  const horizon = horizonOf(curve, groups);
  const everybody = { kind: "all", label: "", from: null, to: null } as const;
  const all = curveLine(curve, horizon, everybody);
  const comparison =
    groups === null ? null : comparisonOf(tenure, input.customers, groups, { params, horizon });
  yield { done: 0.8 };
  const width = bandWidth(curve.lastTime, tenure.unit);
  const bands = tenureBands(tenure.seen, sorted, width);
  yield { done: 0.9 };
  const { rule } = tenure;
  const result: SurvivalResult = {
    kind: "answered",
    isQuiet: all.events === 0,
    headline: {
      n: all.n,
      events: all.events,
      median: all.median.estimate,
      medianLower: all.median.lower,
      medianUpper: all.median.upper,
      meanWithin: all.meanWithin,
      chi2: comparison?.test?.chi2 ?? null,
      df: comparison?.test?.df ?? null,
      p: comparison?.test?.p ?? null,
      windowDays: rule.kind === "silence" ? rule.windowDays : null,
    },
    source: found.source,
    available: found.available,
    gap: null,
    ...said(tenure),
    horizon,
    all,
    bands,
    peakBand: peakOf(bands),
    hazard: hazardOf(sorted),
    comparison,
  };
  return { result, members: (cell) => membersOf(tenure, groups, width, cell) };
}

const said = ({ unit, rule, leftOut }: Tenure) => ({ unit, rule, leftOut });

function without(
  { source, available }: TenureFound,
  gap: NonNullable<SurvivalResult["gap"]>,
): SurvivalResult {
  return {
    kind: "answered",
    isQuiet: true,
    headline: {
      n: 0,
      events: 0,
      median: null,
      medianLower: null,
      medianUpper: null,
      meanWithin: null,
      chi2: null,
      df: null,
      p: null,
      windowDays: null,
    },
    source,
    available,
    gap,
    unit: "unit",
    rule: null,
    leftOut: { noStart: 0, noOutcome: 0, impossible: 0 },
    horizon: 0,
    all: null,
    bands: [],
    peakBand: null,
    hazard: null,
    comparison: null,
  };
}

/** Up to where ten are left. */
function hazardOf(sorted: Lifetimes): SurvivalResult["hazard"] {
  const { ends, events } = sorted;
  const to = ends[ends.length - FEWEST_AT_RISK];
  if (to === undefined || to <= 0 || events.length < FEWEST_AT_RISK) return null;
  const from = firstInSight(sorted);
  if (from >= to) return null;
  return smoothHazard(sorted, { from, to }, (to - from) * BANDWIDTH_SHARE);
}

/** The first time at which ten are in sight; 0 without late entries. */
function firstInSight(sorted: Lifetimes): number {
  const { entries } = sorted;
  if (entries === null) return 0;
  const early = entries[FEWEST_AT_RISK - 1];
  return early === undefined || atRiskAt(sorted, early) === 0 ? 0 : early;
}

function membersOf(
  { customers, seen }: Tenure,
  groups: Groups | null,
  width: number,
  cell: string,
): Uint32Array | null {
  const { durations, outcomes } = seen;
  if (cell === "all") return customers;
  if (cell === "lost") return customers.filter((_, slot) => outcomes[slot] !== 0);
  if (cell === "staying") return customers.filter((_, slot) => outcomes[slot] === 0);
  const [kind, place = "", ...more] = cell.split(":");
  if (!/^\d{1,4}$/.test(place) || more.length > 0) return null;
  const index = Number(place);
  if (kind === "band") {
    const members = customers.filter(
      (_, slot) => outcomes[slot] !== 0 && bandOf(durations[slot]!, width) === index,
    );
    return members.length === 0 ? null : members;
  }
  const slots = groups?.groups[index]?.slots;
  if (slots === undefined || (kind !== "group" && kind !== "group-lost")) return null;
  const kept = kind === "group" ? slots : slots.filter((slot) => outcomes[slot] !== 0);
  return kept.map((slot) => customers[slot]!);
}
