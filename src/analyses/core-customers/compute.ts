import { compensatedSum } from "../../kernel/stats/sum";
import { byRow } from "../../measures/by-row";
import { customerNameOf } from "../../measures/customer-name";
import { ledgerGrain } from "../../measures/ledger-grain";
import { saleEvents } from "../../measures/lifecycle-events";
import { orderBook } from "../../measures/order-book";
import { ownTrends, type OwnTrends } from "../../measures/own-trend";
import { periodDemand, type PeriodDemand } from "../../measures/period-demand";
import { rankedValue, type RankedValue } from "../../measures/value-rank";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import { codeOf, kindsOf, type KindCodes } from "./kinds";
import {
  KINDS,
  TESTS,
  type CoreLine,
  type CoreParams,
  type CoreResult,
  type Kind,
  type KindCustomer,
  type KindLine,
  type TestId,
} from "./spec";
import { testOutcomes, type TestOutcome } from "./tests";

const LEAST_CUSTOMERS = 5;
/** One test alone is a ranking by that test, not a core customer. */
const LEAST_TESTS = 2;
const CORE_LISTED = 30;
const KIND_LISTED = 10;
const POINTS_DRAWN = 300;
const MOST_PERIODS = { month: 24, quarter: 12 } as const;

/**
 * Core customers by four tests, and the three kinds of valuable customers by level and trend.
 *
 * @param input   `orders`, `customers`; invoices, payments, service_costs, contacts, complaints as far as they are there
 * @param params  see README
 * @param ambient scope, selected rows
 * @returns the result; or a refusal: `few-customers` (needs 5 with a sale in the window). Members: "all", "core", "kind:<kind>"
 * @yields between its parts
 *
 * O(lines + rows of the other tables + customers log customers).
 */
export default function* coreCustomers(
  input: Input,
  params: CoreParams,
  ambient: Ambient,
): Generator<Progress, Answer<CoreResult>, void> {
  const { scope, orderRows } = ambient;
  const book = orderBook(input);
  const period = windowOf(scope, params.window);
  yield { done: 0.1 };
  const { ranked, by } = ranking(input, params, ambient);
  const rows = ranked.active;
  if (rows.length < LEAST_CUSTOMERS) return refused(rows.length);
  yield { done: 0.3 };
  const amounts = amountsByRow(ranked, book.customerCount);
  const sight = { tables: input, book, period, orderRows, asOfDay: scope.asOfDay, rows, by };
  const steps = testOutcomes({ ...sight, ledger: ranked.ledger, amounts });
  let step = steps.next();
  while (step.done !== true) {
    yield { done: 0.3 + 0.2 * step.value };
    step = steps.next();
  }
  const outcomes = step.value;
  const scores = scoresOf(outcomes, params, rows.length);
  const grain = ledgerGrain(book, scope.asOfDay);
  yield { done: 0.6 };
  const events = saleEvents(book, scope.asOfDay, orderRows);
  yield { done: 0.7 };
  const choice = { asOfDay: scope.asOfDay, grain, most: MOST_PERIODS[grain], withoutSeason: true };
  const demand = periodDemand(events, choice);
  yield { done: 0.85 };
  const trends = demand === null ? null : ownTrends(demand);
  const kinds = kindsOf(ranked.ranking, trends, params.growth, book.customerCount);
  yield { done: 0.95 };
  const study: Study = {
    input,
    params,
    ambient,
    ranked,
    by,
    amounts,
    outcomes,
    scores,
    demand,
    trends,
    kinds,
  };
  return {
    result: describe(study),
    members: (cell) => membersOf(study, cell),
    scores: { coreScore: byRow(rows, scores, book.customerCount) },
  };
}

function refused(have: number): Answer<CoreResult> {
  const result = {
    kind: "insufficient",
    code: "few-customers",
    need: LEAST_CUSTOMERS,
    have,
  } as const;
  return { result, members: () => null };
}

interface Study {
  readonly input: Input;
  readonly params: CoreParams;
  readonly ambient: Ambient;
  readonly ranked: RankedValue;
  readonly by: "profit" | "sales";
  readonly amounts: Float64Array;
  readonly outcomes: readonly TestOutcome[];
  /** 0..100 by place in the active customers; NaN with fewer than two tests */
  readonly scores: Float64Array;
  readonly demand: PeriodDemand | null;
  readonly trends: OwnTrends | null;
  readonly kinds: KindCodes;
}

/** By profit where it is asked for and known, else by sales. */
function ranking(
  input: Input,
  params: CoreParams,
  { scope, orderRows }: Ambient,
): { readonly ranked: RankedValue; readonly by: "profit" | "sales" } {
  const book = orderBook(input);
  const period = windowOf(scope, params.window);
  const sales = rankedValue(book, period, { measure: "sales", basis: "sales" }, orderRows);
  if (params.measure === "profit") {
    const profit = rankedValue(book, period, { measure: "profit", basis: "net" }, orderRows);
    if (profit !== null && profit.ranking.total > 0) return { ranked: profit, by: "profit" };
  }
  // Only profit can be missing.
  return { ranked: sales as RankedValue, by: "sales" };
}

function amountsByRow({ ranking: { customers, amounts } }: RankedValue, n: number): Float64Array {
  const byRow = new Float64Array(n).fill(NaN);
  customers.forEach((row, k) => {
    byRow[row] = amounts[k]!;
  });
  return byRow;
}

function scoresOf(outcomes: readonly TestOutcome[], params: CoreParams, n: number): Float64Array {
  return Float64Array.from({ length: n }, (_, i) => {
    let sum = 0;
    let weights = 0;
    let tests = 0;
    for (const { test, places } of outcomes) {
      const place = places[i]!;
      const weight = params[test];
      if (place !== place || weight === 0) continue;
      sum += weight * place;
      weights += weight;
      tests++;
    }
    return tests < LEAST_TESTS ? NaN : (100 * sum) / weights;
  });
}

/** Places of the core customers among the active ones, the highest score first. */
function corePlaces({ scores, params, ranked, amounts }: Study): readonly number[] {
  const { active } = ranked;
  return [...scores.keys()]
    .filter((i) => scores[i]! >= params.coreScore)
    .sort(
      (a, b) => scores[b]! - scores[a]! || amounts[active[b]!]! - amounts[active[a]!]! || a - b,
    );
}

function describe(study: Study): CoreResult {
  const { params, ambient, ranked, by, amounts, outcomes, demand, trends } = study;
  const core = corePlaces(study);
  const period = windowOf(ambient.scope, params.window);
  const kinds = KINDS.map((kind) => kindLine(study, kind));
  const headsOf = (kind: Kind): number => kinds.find((line) => line.kind === kind)!.customers;
  const taken = outcomes.filter(({ known, test }) => known > 0 && params[test] > 0);
  const weight = taken.reduce((sum, { test }) => sum + params[test], 0);
  return {
    kind: "answered",
    headline: {
      customers: ranked.active.length,
      core: core.length,
      tests: taken.length,
      top: headsOf("top"),
      promising: headsOf("promising"),
      fading: headsOf("fading"),
    },
    by,
    fromDay: firstDayOf(study, period.fromDay),
    toDay: period.toDay,
    amount: compensatedSum(ranked.ranking.amounts),
    coreAmount: compensatedSum(core.map((i) => known(amounts[ranked.active[i]!]!))),
    tests: outcomes.map((outcome) => ({
      test: outcome.test,
      weight: taken.includes(outcome) ? params[outcome.test] / weight : 0,
      known: outcome.known,
      by: outcome.by,
      coreMean: meanOf(core.map((i) => outcome.places[i]!).filter((place) => place === place)),
    })),
    core: core.slice(0, CORE_LISTED).map((i) => coreLine(study, i)),
    kinds,
    trendOver:
      demand === null || trends === null
        ? null
        : {
            grain: demand.grain,
            periods: demand.periods,
            judged: trends.judged,
            hasSeason: demand.season !== null,
          },
    points: pointsOf(study),
  };
}

/** Nothing where a customer's profit is unknown: it adds nothing to a sum of known profits. */
const known = (value: number): number => (value === value ? value : 0);

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : compensatedSum(values) / values.length;

function firstDayOf({ ranked, params }: Study, periodFrom: number): number {
  if (params.window === "period") return periodFrom;
  return ranked.active.reduce(
    (first, row) => Math.min(first, ranked.ledger.firstDays[row]!),
    Infinity,
  );
}

function coreLine({ input, ranked, scores, amounts, outcomes }: Study, i: number): CoreLine {
  const row = ranked.active[i]!;
  const partOf = (test: TestId): number | null => {
    const place = outcomes.find((outcome) => outcome.test === test)!.places[i]!;
    return place === place ? place : null;
  };
  const [business, pay, service, stay] = TESTS.map(partOf) as [
    number | null,
    number | null,
    number | null,
    number | null,
  ];
  return {
    row,
    name: customerNameOf(input.customers, row),
    score: scores[i]!,
    amount: known(amounts[row]!),
    parts: { business, pay, service, stay },
  };
}

function kindLine(study: Study, kind: Kind): KindLine {
  const { ranked, kinds, amounts, trends } = study;
  const rows = ranked.ranking.customers.filter((row) => kinds[row] === codeOf(kind));
  const lossOf = (row: number): number =>
    trends === null ? 0 : trends.levels[row]! * trends.slopes[row]!;
  const listed =
    kind === "fading" ? [...rows].sort((a, b) => lossOf(a) - lossOf(b) || a - b) : [...rows];
  return {
    kind,
    customers: rows.length,
    amount: compensatedSum(Float64Array.from(rows, (row) => amounts[row]!)),
    lines: listed.slice(0, KIND_LISTED).map((row) => kindCustomer(study, row)),
  };
}

function kindCustomer({ input, amounts, trends }: Study, row: number): KindCustomer {
  const slope = trends === null ? NaN : trends.slopes[row]!;
  const half = trends === null ? NaN : trends.halfWidths[row]!;
  return {
    row,
    name: customerNameOf(input.customers, row),
    amount: amounts[row]!,
    trend: slope === slope ? { slope, low: slope - half, high: slope + half } : null,
  };
}

function pointsOf({ input, ranked, amounts, trends, kinds }: Study): CoreResult["points"] {
  if (trends === null) return [];
  return Array.from(
    ranked.ranking.customers
      .filter((row) => amounts[row]! > 0 && !Number.isNaN(trends.slopes[row]))
      .slice(0, POINTS_DRAWN),
    (row) => ({
      row,
      name: customerNameOf(input.customers, row),
      amount: amounts[row]!,
      slope: trends.slopes[row]!,
      halfWidth: trends.halfWidths[row]!,
      kind: KINDS[kinds[row]! - 1] ?? null,
    }),
  );
}

function membersOf(study: Study, cell: string): Uint32Array | null {
  const { ranked, kinds } = study;
  if (cell === "all") return ranked.active.slice();
  if (cell === "core") {
    return Uint32Array.from(corePlaces(study), (i) => ranked.active[i]!).sort();
  }
  const kind = KINDS.find((id) => cell === `kind:${id}`);
  if (kind === undefined) return null;
  return ranked.ranking.customers.filter((row) => kinds[row] === codeOf(kind)).sort();
}
