import { abcCut, GRADES } from "../../domain/rule-book";
import { median } from "../../kernel/stats/quantile";
import { compensatedSum } from "../../kernel/stats/sum";
import { customerNameOf } from "../../measures/customer-name";
import { demandVariation } from "../../measures/demand-variation";
import { gradesOf } from "../../measures/grades";
import { ledgerGrain } from "../../measures/ledger-grain";
import { saleEvents } from "../../measures/lifecycle-events";
import { orderBook } from "../../measures/order-book";
import { periodDemand, type PeriodDemand } from "../../measures/period-demand";
import { rankedValue, type RankedValue } from "../../measures/value-rank";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import {
  DEMANDS,
  TRIALS,
  type BorderLine,
  type Demand,
  type XyzCell,
  type XyzParams,
  type XyzResult,
} from "./spec";
import {
  borderRows,
  changedRows,
  stabilityOf,
  trialLine,
  type Stability,
  type StabilitySight,
} from "./stability";

const LINES_LISTED = 20;
const MOST_PERIODS = { month: 24, quarter: 12 } as const;
const NONE = DEMANDS.indexOf("none");

/**
 * ABC by value against XYZ by the steadiness of demand, and how far the grades can be relied on.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and profit for the measure `profit`; `customers`
 * @param params  see README
 * @param ambient scope, selected rows, rng
 * @returns the result; or a refusal: `profit-missing`, `no-sales`, `nothing-positive`, as `pareto`. Members: "all",
 *   "xyz:<x|y|z|none>", "abc:<a|b|c>:<x|y|z|none>", "borderline", "changed:<trial>"
 * @yields between its parts and after each draw
 *
 * O(lines + customers × (periods + draws × months)). Methods D1, D3.
 */
export default function* xyz(
  input: Input,
  params: XyzParams,
  ambient: Ambient,
): Generator<Progress, Answer<XyzResult>, void> {
  const { scope, orderRows } = ambient;
  const book = orderBook(input);
  yield { done: 0.02 };
  const ranked = rankedValue(book, windowOf(scope, params.window), params, orderRows);
  if (ranked === null) return refused("profit-missing");
  const { ranking } = ranked;
  if (ranking.customers.length === 0) return refused("no-sales");
  if (!(ranking.total > 0)) return refused("nothing-positive");
  const grades = gradesOf(ranking, abcCut(params.cut), book.customerCount);
  yield { done: 0.06 };
  const grain = ledgerGrain(book, scope.asOfDay);
  yield { done: 0.08 };
  const events = saleEvents(book, scope.asOfDay, orderRows);
  yield { done: 0.1 };
  const choice = { asOfDay: scope.asOfDay, grain, most: MOST_PERIODS[grain], withoutSeason: true };
  const demand = periodDemand(events, choice);
  yield { done: 0.15 };
  const variations =
    demand === null ? new Float64Array(book.customerCount).fill(NaN) : demandVariation(demand);
  const demands = classesOf(variations, params);
  yield { done: 0.2 };
  const sight: StabilitySight = { book, params, ambient, ranking, grades };
  const steps = stabilityOf(sight);
  let step = steps.next();
  while (step.done !== true) {
    yield { done: 0.2 + 0.8 * step.value.done };
    step = steps.next();
  }
  yield { done: 1 };
  const study: Study = {
    input,
    params,
    ranked,
    sight,
    demands,
    variations,
    demand,
    stability: step.value,
  };
  return { result: describe(study, ambient), members: (cell) => membersOf(study, cell) };
}

function refused(code: string): Answer<XyzResult> {
  return { result: { kind: "insufficient", code, need: 1, have: 0 }, members: () => null };
}

/** Index into DEMANDS by row: below the first cut X, above the second Z, both ends Y. */
function classesOf(variations: Float64Array, { steadyBelow, erraticAbove }: XyzParams): Uint8Array {
  return Uint8Array.from(variations, (variation) => {
    if (variation !== variation) return NONE;
    if (variation < steadyBelow) return DEMANDS.indexOf("x");
    return variation > erraticAbove ? DEMANDS.indexOf("z") : DEMANDS.indexOf("y");
  });
}

interface Study {
  readonly input: Input;
  readonly params: XyzParams;
  readonly ranked: RankedValue;
  readonly sight: StabilitySight;
  readonly demands: Uint8Array;
  readonly variations: Float64Array;
  readonly demand: PeriodDemand | null;
  readonly stability: Stability;
}

function describe(study: Study, { scope }: Ambient): XyzResult {
  const { params, ranked, sight, demands, variations, demand, stability } = study;
  const { customers } = ranked.ranking;
  const headsOf = (name: Demand): number =>
    customers.reduce((count, row) => count + (demands[row] === DEMANDS.indexOf(name) ? 1 : 0), 0);
  const border = borderRows(sight, stability);
  const known = customers.filter((row) => demands[row] !== NONE);
  const period = windowOf(scope, params.window);
  const fromDay =
    params.window === "period"
      ? period.fromDay
      : ranked.active.reduce(
          (first, row) => Math.min(first, ranked.ledger.firstDays[row]!),
          Infinity,
        );
  return {
    kind: "answered",
    headline: {
      x: headsOf("x"),
      y: headsOf("y"),
      z: headsOf("z"),
      stableShare: 1 - border.length / customers.length,
      borderline: border.length,
    },
    measure: params.measure,
    cut: params.cut,
    fromDay,
    toDay: period.toDay,
    customers: customers.length,
    amount: compensatedSum(ranked.ranking.amounts),
    demandOver:
      demand === null
        ? null
        : {
            grain: demand.grain,
            periods: demand.periods,
            fromMonth: demand.fromMonth,
            hasSeason: demand.season !== null,
          },
    cells: cellsOf(study),
    young: headsOf("none"),
    medianVariation:
      known.length === 0 ? null : median(Float64Array.from(known, (row) => variations[row]!)),
    trials: TRIALS.map((trial) => trialLine(sight, stability, trial)),
    draws: stability.drawn === null ? 0 : params.draws,
    border: Array.from(border.slice(0, LINES_LISTED), (row) => borderLine(study, row)),
  };
}

function cellsOf({ ranked, sight, demands }: Study): readonly XyzCell[] {
  const { customers, amounts } = ranked.ranking;
  const size = DEMANDS.length;
  const heads = new Uint32Array(GRADES.length * size);
  const places = new Uint8Array(customers.length);
  for (let k = 0; k < customers.length; k++) {
    const row = customers[k]!;
    const place = (sight.grades[row]! - 1) * size + demands[row]!;
    places[k] = place;
    heads[place]!++;
  }
  // The amounts of each cell side by side, so that each sum is compensated.
  const starts = new Uint32Array(heads.length + 1);
  for (let place = 0; place < heads.length; place++)
    starts[place + 1] = starts[place]! + heads[place]!;
  const next = starts.slice();
  const sorted = new Float64Array(customers.length);
  for (let k = 0; k < customers.length; k++) sorted[next[places[k]!]!++] = amounts[k]!;
  return GRADES.flatMap((grade, g) =>
    DEMANDS.map((demand, d): XyzCell => {
      const place = g * size + d;
      const amount = compensatedSum(sorted, starts[place], starts[place + 1]);
      return { grade, demand, customers: heads[place]!, amount };
    }),
  );
}

function borderLine({ input, params, ranked, sight, stability }: Study, row: number): BorderLine {
  const { drawn, stays } = stability;
  const chance = (place: number): number =>
    drawn === null ? 0 : drawn[row * GRADES.length + place]! / params.draws;
  return {
    row,
    name: customerNameOf(input.customers, row),
    grade: GRADES[sight.grades[row]! - 1]!,
    amount: ranked.ranking.amounts[ranked.ranking.customers.indexOf(row)]!,
    trials: TRIALS.filter((trial) => stays[trial]?.[row] === 0),
    chances: drawn === null ? null : [chance(0), chance(1), chance(2)],
  };
}

function membersOf({ ranked, sight, demands, stability }: Study, cell: string): Uint32Array | null {
  const { customers } = ranked.ranking;
  const where = (isIn: (row: number) => boolean): Uint32Array => customers.filter(isIn).sort();
  if (cell === "all") return where(() => true);
  if (cell === "borderline") return borderRows(sight, stability).sort();
  const trial = TRIALS.find((id) => cell === `changed:${id}`);
  if (trial !== undefined) return changedRows(sight, stability, trial).sort();
  const [kind, first, second, ...rest] = cell.split(":");
  const demand = DEMANDS.findIndex((id) => id === (kind === "xyz" ? first : second));
  if (demand < 0 || rest.length > 0) return null;
  if (kind === "xyz" && second === undefined) return where((row) => demands[row] === demand);
  const grade = GRADES.findIndex((id) => id === first) + 1;
  if (kind !== "abc" || grade === 0) return null;
  return where((row) => sight.grades[row] === grade && demands[row] === demand);
}
