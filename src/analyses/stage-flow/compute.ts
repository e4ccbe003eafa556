import { epochDay } from "../../kernel/base/calendar";
import { ledgerGrain } from "../../measures/ledger-grain";
import { eventSpan, saleEvents, type SaleEvents } from "../../measures/lifecycle-events";
import { lastFullPeriod, periodGrid, type PeriodGrid } from "../../measures/lifecycle-periods";
import {
  lapseWindow,
  STAGES,
  stageFlow,
  stagesAt,
  type StageRule,
} from "../../measures/lifecycle-stages";
import { orderBook } from "../../measures/order-book";
import type { Ambient, Answer, Input, Progress } from "../define";
import {
  backTest,
  canMove,
  forecast,
  futures,
  moveInterval,
  orderTest,
  pooled,
  rowTotal,
  STATES,
  stationarityTest,
  type Step,
} from "./chain";
import { FLOW_STAGES, type MoveCell, type StageFlowParams, type StageFlowResult } from "./spec";

/** More periods back say nothing of the next one: five years to learn from, and what is held out. */
const MOST_PERIODS = 66;
const PERIODS_A_YEAR = { month: 12, quarter: 4 } as const;
const FEWEST_PERIODS = 4;

/**
 * How customers move between the stages of the life cycle: the chances a period, what they lead to, and how well such a
 * forecast held.
 *
 * @param params  grain, lapseDays, retainOrderDays (as in `lifecycle`), years, horizon: see README
 * @param ambient scope, selected rows, rng for the drawn futures
 * @returns the result, or the refusals `no-orders`, `few-periods`. Members: "stage-now:<stage>", "stage-move:<from>:<to>" with
 *   `from` "none" for newcomers
 *
 * A generator: one pass over the lines a period, at most 67. Methods D20; Anderson & Goodman 1957.
 */
export default function* stageFlowAnalysis(
  input: Input,
  params: StageFlowParams,
  ambient: Ambient,
): Generator<Progress, Answer<StageFlowResult>, void> {
  const { asOfDay } = ambient.scope;
  const book = orderBook(input);
  const events = saleEvents(book, asOfDay, ambient.orderRows);
  const data = book.saleSpan;
  const span = eventSpan(events);
  if (data === null || span === null || data.firstDay > asOfDay) return refused("no-orders", 1, 0);
  yield { done: 0.05 };
  const fromData = lapseWindow(events, asOfDay, span.firstDay);
  const given = { days: params.lapseDays, source: "given" as const };
  const lapse = params.lapseDays > 0 ? given : { days: fromData.days, source: fromData.source };
  yield { done: 0.1 };
  const grain = params.grain === "auto" ? ledgerGrain(book, asOfDay) : params.grain;
  const grid = periodGrid({ grain, windowDays: 1 }, epochDay(data.firstDay), asOfDay);
  const last = lastFullPeriod(grid);
  const first = firstSettled(grid, last, lapse.days);
  if (last - first < FEWEST_PERIODS)
    return refused("few-periods", FEWEST_PERIODS, Math.max(0, last - first));
  const days = Array.from({ length: last - first + 1 }, (_, k) => grid.starts[first + k + 1]! - 1);
  const history = params.years * PERIODS_A_YEAR[grain];
  const rule = { lapseDays: lapse.days, retainOrderDays: params.retainOrderDays };
  const seen = yield* walk(events, days, rule, history);
  const result = describe(seen, {
    days,
    params,
    history,
    ambient,
    grain,
    lapse,
    customers: span.customers,
  });
  return { result, members: (cell) => membersOf(cell, seen) };
}

/**
 * The first period end to start from. Before a window of silence has passed since the data begin, customers of long ago look
 * new and nobody can have fallen silent; those periods are left out as long as enough remain.
 */
function firstSettled({ starts }: PeriodGrid, last: number, lapseDays: number): number {
  let first = 0;
  while (starts[first + 1]! - 1 - starts[0]! < lapseDays && last - first > FEWEST_PERIODS) first++;
  return Math.max(first, last - MOST_PERIODS);
}

function refused(code: string, need: number, have: number): Answer<StageFlowResult> {
  return { result: { kind: "insufficient", code, need, have }, members: () => null };
}

interface Walk {
  /** one a period, oldest first */
  readonly steps: readonly Step[];
  /** customers by stage at the end of each period; one more than steps */
  readonly counts: readonly Float64Array[];
  readonly triples: Float64Array;
  /** stages of all customers one period before the last, and at its end */
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

const WIDTH = STAGES.length;

/** The stages at the end of each period and the moves between. O(lines × periods). */
function* walk(
  events: SaleEvents,
  days: readonly number[],
  rule: StageRule,
  history: number,
): Generator<Progress, Walk, void> {
  const steps: Step[] = [];
  const counts: Float64Array[] = [];
  const triples = new Float64Array(STATES ** 3);
  let earlier: Uint8Array | null = null;
  let before = stagesAt(events, days[0]!, rule);
  let after = before;
  counts.push(countsOf(before));
  for (let k = 1; k < days.length; k++) {
    yield { done: 0.1 + (0.8 * k) / days.length };
    after = stagesAt(events, days[k]!, rule);
    steps.push(stepOf(stageFlow(before, after)));
    counts.push(countsOf(after));
    if (earlier !== null && k >= days.length - history) addTriples(triples, earlier, before, after);
    if (k === days.length - 1) break;
    earlier = before;
    before = after;
  }
  return { steps, counts, triples, before, after };
}

function countsOf(stages: Uint8Array): Float64Array {
  const counts = new Float64Array(WIDTH);
  for (let customer = 0; customer < stages.length; customer++) counts[stages[customer]!]!++;
  return counts.slice(1);
}

/** Nobody goes back to before the first order, so that column is empty. */
function stepOf(flow: Uint32Array): Step {
  const moves = new Float64Array(STATES * STATES);
  const came = new Float64Array(STATES);
  for (let to = 0; to < STATES; to++) {
    came[to] = flow[to + 1]!;
    for (let from = 0; from < STATES; from++) {
      moves[from * STATES + to] = flow[(from + 1) * WIDTH + to + 1]!;
    }
  }
  return { moves, came };
}

function addTriples(
  triples: Float64Array,
  earlier: Uint8Array,
  before: Uint8Array,
  after: Uint8Array,
): void {
  for (let customer = 0; customer < after.length; customer++) {
    const previous = earlier[customer]!;
    if (previous === 0) continue;
    triples[((previous - 1) * STATES + before[customer]! - 1) * STATES + after[customer]! - 1]!++;
  }
}

interface Frame {
  readonly days: readonly number[];
  readonly params: StageFlowParams;
  /** periods learnt from */
  readonly history: number;
  readonly ambient: Ambient;
  readonly grain: StageFlowResult["grain"];
  readonly lapse: StageFlowResult["lapse"];
  readonly customers: number;
}

function describe({ steps, counts, triples }: Walk, frame: Frame): StageFlowResult {
  const { days, params, history, ambient, grain, lapse, customers } = frame;
  const recent = steps.slice(-history);
  const sum = pooled(recent);
  const now = counts.at(-1)!;
  const lines = forecast(now, sum, params.horizon);
  const { low, high } = futures(now, recent, params.horizon, ambient.rng);
  const stationary = stationarityTest(recent);
  const order = orderTest(triples);
  const tested = backTest(counts, steps, history);
  const past = counts.slice(-recent.length - 1);
  const pastDays = days.slice(-recent.length - 1);
  const end = lines.at(-1)!;
  return {
    kind: "answered",
    headline: {
      customers,
      periods: recent.length,
      stay: stayOf(sum.moves),
      inflow: sum.came.reduce((total, count) => total + count, 0),
      backtestError: tested === null ? null : tested.error,
      naiveError: tested === null ? null : tested.naive,
      stationaryP: stationary === null ? null : stationary.p,
      orderP: order === null ? null : order.p,
      lapseDays: lapse.days,
      acquireAhead: end[0]!,
      developAhead: end[1]!,
      retainAhead: end[2]!,
      winbackAhead: end[3]!,
    },
    grain,
    fromDay: pastDays[0]!,
    lastFromDay: days.at(-2)!,
    toDay: days.at(-1)!,
    periods: recent.length,
    before: counts.at(-2)!,
    came: steps.at(-1)!.came,
    cells: cellsOf(sum.moves, steps.at(-1)!.moves),
    inflow: sum.came,
    past: past.map((own, k) => ({ day: pastDays[k]!, counts: own })),
    ahead: lines.map((own, h) => ({
      day: dayAhead(days.at(-1)!, grain, h + 1),
      counts: own,
      low: low[h]!,
      high: high[h]!,
    })),
    stationary,
    order,
    backTest: tested,
    lapse,
  };
}

/** Last day of the h-th period after one that ends on a day. */
function dayAhead(day: number, grain: StageFlowResult["grain"], h: number): number {
  const grid = periodGrid({ grain, windowDays: 1 }, epochDay(day + 1), epochDay(day + 93 * h));
  return grid.starts[h]! - 1;
}

function stayOf(moves: Float64Array): number {
  let [stayed, all] = [0, 0];
  for (let from = 0; from < STATES; from++) {
    stayed += moves[from * STATES + from]!;
    all += rowTotal(moves, from);
  }
  return all > 0 ? stayed / all : 0;
}

function cellsOf(moves: Float64Array, lastMoves: Float64Array): readonly MoveCell[] {
  return FLOW_STAGES.flatMap((from, i) =>
    FLOW_STAGES.map((to, j): MoveCell => {
      const k = i * STATES + j;
      const total = rowTotal(moves, i);
      const base = { from, to, count: moves[k]!, lastCount: lastMoves[k]! };
      if (total === 0 || !canMove(i, j)) return { ...base, share: null, low: null, high: null };
      return { ...base, share: moves[k]! / total, ...moveInterval(moves[k]!, total, i) };
    }),
  );
}

function membersOf(cell: string, { before, after }: Walk): Uint32Array | null {
  const [kind, first, second, more] = cell.split(":");
  if (more !== undefined) return null;
  const stage = (name: string | undefined): number => STAGES.findIndex((id) => id === name);
  if (kind === "stage-now" && second === undefined) {
    const now = stage(first);
    return now < 1 ? null : rowsWhere(after, (row) => after[row] === now);
  }
  const [from, to] = [stage(first), stage(second)];
  if (kind !== "stage-move" || from < 0 || to < 1) return null;
  return rowsWhere(after, (row) => before[row] === from && after[row] === to);
}

function rowsWhere(stages: Uint8Array, has: (row: number) => boolean): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < stages.length; row++) if (has(row)) rows.push(row);
  return Uint32Array.from(rows);
}
