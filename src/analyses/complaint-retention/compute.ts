import { withProgress } from "../../kernel/base/with-progress";
import { kaplanMeier, stepAt, type SurvivalCurve } from "../../kernel/stats/survival/kaplan-meier";
import { atRiskAt, lifetimes, type Lifetimes } from "../../kernel/stats/survival/lifetimes";
import { logRankTest, type LogRankTest } from "../../kernel/stats/survival/log-rank";
import { fewestInSight, lastWellSeen } from "../../kernel/stats/survival/well-seen";
import { complaintCases, type ComplaintCases } from "../../measures/complaint-cases";
import { orderBook } from "../../measures/order-book";
import { churnWindowSteps } from "../../measures/tenure/churn-window";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { complainedOf, type Complained, type Followed } from "./followed";
import { matchedPairs, type Pair } from "./matched";
import {
  FEWEST_OF_GROUP,
  GROUPS,
  TICKS,
  type Group,
  type RetentionParams,
  type RetentionResult,
  type StayLine,
} from "./spec";

const FEWEST = 30;
const LEVEL = 0.05;
const LONGEST = 365;

/**
 * How long do customers stay after a complaint, by how it was handled, and beside customers without one?
 *
 * @param input   `complaints` with customer and opening, and what is known of their solution; `orders`, `customers`
 * @param params  window, day of judging, churn window: see README
 * @param ambient scope, selected customers; filters on orders do not reach it
 * @returns the result, or the refusals `few-cases` (fewer than 30 customers followed) and `no-gaps` (no churn window). Members:
 *   "complaint-stay:<group>", "complaint-left:<group>"
 *
 * O(complaints + months × lines). Methods D45, D21, D22.
 */
export default function* complaintRetention(
  input: Input,
  params: RetentionParams,
  { scope, customerRows }: Ambient,
): Generator<Progress, Answer<RetentionResult>, void> {
  const { complaints: table } = input;
  if (table?.columns.has("openedAt") !== true) return refused("few-cases", 0);
  const period = windowOf(scope, params.window);
  const cases = complaintCases(table, { scope, period, customerRows });
  const book = orderBook(input);
  yield { done: 0.1 };
  const lastDay = scope.asOfDay;
  const found = yield* withProgress(
    { done: 0.3 },
    churnWindowSteps({ book, orderRows: null, endDay: lastDay }, params.windowDays),
  );
  if (found === null) return refused("no-gaps", 0);
  const { windowDays } = found;
  const sight = { cases, table, book, params, windowDays, lastDay };
  const complained = complainedOf(sight);
  if (complained.followed.length < FEWEST) return refused("few-cases", complained.followed.length);
  const pairs = yield* withProgress({ done: 0.7 }, matchedPairs(sight, complained, customerRows));
  const everybody = [...complained.followed, ...pairs.map(({ like }) => like)];
  return {
    result: describe({ cases, complained, pairs, everybody, windowDays }),
    members: (cell) => membersOf(everybody, cell),
  };
}

const refused = (code: "few-cases" | "no-gaps", have: number): Answer<RetentionResult> => ({
  result: { kind: "insufficient", code, need: code === "few-cases" ? FEWEST : 1, have },
  members: () => null,
});

interface Seen {
  readonly cases: ComplaintCases;
  readonly complained: Complained;
  readonly pairs: readonly Pair[];
  readonly everybody: readonly Followed[];
  readonly windowDays: number;
}

function describe({ cases, complained, pairs, everybody, windowDays }: Seen): RetentionResult {
  const drawn = GROUPS.map((group) => drawnOf(everybody, group));
  const compared = drawn.filter(({ own }) => own.length >= FEWEST_OF_GROUP);
  const seen = Math.min(LONGEST, ...compared.map(({ seenDays }) => seenDays));
  const horizonDays = compared.length > 0 && seen > 0 ? seen : null;
  const lines = drawn.map((each) => lineOf(each, horizonDays));
  const of = (group: Group): StayLine => lines.find((line) => line.group === group)!;
  const content = pairs.filter((pair) => pair.complained.group === "content");
  const outcomes = compared.filter(({ group }) => group !== "none").map(({ own }) => own);
  const beside = logRank(sidesOf(pairs));
  const tests = {
    pOutcome: logRank(outcomes)?.p ?? null,
    pComplaint: beside?.p ?? null,
    pContent: logRank(sidesOf(content))?.p ?? null,
  };
  return {
    kind: "answered",
    isQuiet: Object.values(tests).every((p) => p === null || p >= LEVEL),
    headline: {
      n: complained.followed.length,
      content: of("content").n,
      poor: of("poor").n,
      open: of("open").n,
      matched: pairs.length,
      windowDays,
      horizonDays,
      stayContent: of("content").share,
      stayPoor: of("poor").share,
      stayOpen: of("open").share,
      stayNone: of("none").share,
      ...tests,
    },
    isComplaintWorse: beside !== null && beside.observed[0]! > beside.expected[0]!,
    lines,
    missing: {
      tooNew: complained.tooNew,
      notFollowed: complained.notFollowed,
      undated: complained.undated,
      unlinked: cases.unlinked,
      unmatched: complained.followed.length - pairs.length,
    },
  };
}

const timesOf = (own: readonly Followed[]): Lifetimes =>
  lifetimes({
    durations: Float64Array.from(own, ({ days }) => days),
    outcomes: Uint8Array.from(own, ({ isLost }) => (isLost ? 1 : 0)),
    entries: null,
  });

const sidesOf = (pairs: readonly Pair[]): readonly (readonly Followed[])[] => [
  pairs.map(({ complained }) => complained),
  pairs.map(({ like }) => like),
];

/** The test of equal curves; null with fewer than two groups of ten, or without a loss. */
function logRank(groups: readonly (readonly Followed[])[]): LogRankTest | null {
  if (groups.length < 2 || groups.some(({ length }) => length < FEWEST_OF_GROUP)) return null;
  return logRankTest([groups.map(timesOf)]);
}

interface Drawn {
  readonly group: Group;
  readonly own: readonly Followed[];
  readonly times: Lifetimes;
  readonly curve: SurvivalCurve;
  readonly seenDays: number;
}

function drawnOf(everybody: readonly Followed[], group: Group): Drawn {
  const own = everybody.filter((each) => each.group === group);
  const times = timesOf(own);
  const end = own.length === 0 ? null : lastWellSeen(times, fewestInSight(own.length));
  return { group, own, times, curve: kaplanMeier(times), seenDays: end === null ? 0 : end };
}

function lineOf({ group, own, times, curve, seenDays }: Drawn, horizon: number | null): StayLine {
  const shown = [...curve.times.keys()].filter((k) => curve.times[k]! <= seenDays);
  const cut = (values: Float64Array): Float64Array => Float64Array.from(shown, (k) => values[k]!);
  const isSeen = horizon !== null && own.length > 0 && seenDays >= horizon;
  const step = isSeen ? stepAt(curve, horizon) : -1;
  // Before the first loss everybody is there; how sure that is, the curve cannot say.
  const at = (values: Float64Array): number | null =>
    step < 0 || Number.isNaN(values[step]!) ? null : values[step]!;
  return {
    group,
    n: own.length,
    lost: own.filter(({ isLost }) => isLost).length,
    days: cut(curve.times),
    shares: cut(curve.survival),
    lower: cut(curve.lower),
    upper: cut(curve.upper),
    seenDays,
    share: isSeen ? (at(curve.survival) ?? 1) : null,
    low: at(curve.lower),
    high: at(curve.upper),
    atRisk: TICKS.map((day) => atRiskAt(times, day)),
  };
}

function membersOf(everybody: readonly Followed[], cell: string): Uint32Array | null {
  const [kind, name, ...rest] = cell.split(":");
  const group = GROUPS.find((id) => id === name);
  if (group === undefined || rest.length > 0) return null;
  if (kind !== "complaint-stay" && kind !== "complaint-left") return null;
  const rows = everybody.filter(
    (each) => each.group === group && (kind === "complaint-stay" || each.isLost),
  );
  return Uint32Array.from(rows, ({ row }) => row).sort();
}
