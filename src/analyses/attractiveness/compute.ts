import type { Period } from "../../domain/scope";
import { epochDay } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import { compensatedSum } from "../../kernel/stats/sum";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { hasBit } from "../../kernel/table/bitset";
import { customerLedger } from "../../measures/customer-ledger";
import { orderBook, type OrderBook } from "../../measures/order-book";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import {
  drawnSums,
  figureOf,
  groupFacts,
  groupSums,
  type GroupFacts,
  type GroupSums,
} from "./facts";
import { bySegment, groupsOf, type Groups, type GroupSight } from "./groups";
import { scaled, standing, weightedScores, type Standing } from "./score";
import {
  CRITERIA,
  type AttractivenessParams,
  type AttractivenessResult,
  type Criterion,
  type GroupLine,
  type GroupName,
} from "./spec";

/** The figures of fewer customers hang on one or two of them. */
const LEAST_GROUP = 20;
const DRAWS = 200;
/** With very many customers fewer draws tell as much, and each is slower. */
const MOST_DRAWN = 20_000_000;
const FEWEST_DRAWS = 40;

/**
 * Which groups of customers are worth the effort: size, growth, margin and risk of each, weighed by the reader.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and profit when the data have it; `customers`
 * @param params  see README
 * @param ambient scope, selected rows, columns, rng
 * @returns the result, without scores where fewer than two groups have twenty customers; RFM where the column is gone, equal weights where
 *   all are 0; or the refusal `no-groups`: nobody
 *   bought before the period, nor in the earlier half of it. Members: "all", "attractive:<place>", "attractive-lost:<place>", "attractive-new"
 * @yields between its parts and after each draw
 *
 * O(lines + draws × customers + groups²).
 */
export default function* attractiveness(
  input: Input,
  params: AttractivenessParams,
  ambient: Ambient,
): Generator<Progress, Answer<AttractivenessResult>, void> {
  const book = orderBook(input);
  yield { done: 0.05 };
  const asked = windowOf(ambient.scope, "period");
  const period = withPast(asked, book);
  const sight = sightOf(input, params, { book, period, ambient });
  const named = groupsOf(params, sight);
  const by = named === null ? "rfm" : params.by;
  const groups = named ?? bySegment(sight);
  yield { done: 0.1 };
  const now = customerLedger(book, period, ambient.orderRows);
  const before = customerLedger(book, periodBefore(period), ambient.orderRows);
  const found = rowsByGroup(groups, ambient).flatMap(({ name, rows }): Judged[] => {
    if (rows.length === 0) return [];
    const facts = groupFacts(rows, now, before);
    return [{ name, facts, sums: groupSums(facts) }];
  });
  if (found.length === 0) {
    return {
      result: { kind: "insufficient", code: "no-groups", need: 2, have: 0 },
      members: () => null,
    };
  }
  const enough = found.filter(({ facts }) => facts.rows.length >= LEAST_GROUP);
  const large = enough.length < 2 ? [] : enough;
  const used = CRITERIA.filter((id) => large.every(({ sums }) => figureOf(id, sums) !== null));
  const weights = weightsOf(used, params);
  yield { done: 0.15 };
  const order = standing(valuesOf(large, used), weights);
  const firsts = yield* drawnFirsts({ large, used, weights }, ambient.rng);
  const newcomers = newRows(groups, ambient, now.saleLines);
  const study: Study = { found, large, used, weights, order, ...firsts };
  const lines = linesOf(study);
  return {
    result: {
      ...describe(study, lines),
      by,
      column: by === "column" ? params.column : null,
      fromDay: period.fromDay,
      toDay: period.toDay,
      isHalved: period !== asked,
      headline: { ...headlineOf(study, lines), newcomers: newcomers.length },
      newSales: compensatedSum(Float64Array.from(newcomers, (row) => now.sales[row]!)),
      profitUnknownLines: now.profits === null ? 0 : now.profitUnknownLines,
    },
    members: (cell) => membersOf(cell, lines, found, newcomers),
  };
}

/** A period before which nobody has bought has no past to begin from: its later half has the earlier one. */
function withPast(period: Period, { saleSpan }: OrderBook): Period {
  if (saleSpan === null || saleSpan.firstDay < period.fromDay) return period;
  const days = period.toDay - saleSpan.firstDay + 1;
  return { ...period, fromDay: epochDay(saleSpan.firstDay + Math.ceil(days / 2)) };
}

/** How often each group comes first when the customers of all groups are drawn again. */
function* drawnFirsts(
  { large, used, weights }: Pick<Study, "large" | "used" | "weights">,
  rng: Rng,
): Generator<Progress, Pick<Study, "firsts" | "draws">, void> {
  const firsts = new Uint32Array(large.length);
  const customers = large.reduce((sum, { facts }) => sum + facts.rows.length, 0);
  const most = Math.min(DRAWS, Math.floor(MOST_DRAWN / Math.max(1, customers)));
  const draws = large.length === 0 ? 0 : Math.max(FEWEST_DRAWS, most);
  const pick = (below: number): number => rng.below(below);
  for (let draw = 0; draw < draws; draw++) {
    const drawn: Pick<Judged, "sums">[] = [];
    for (const { facts } of large) drawn.push({ sums: drawnSums(facts, pick) });
    firsts[firstOf(drawn, used, weights)]!++;
    yield { done: 0.15 + (0.85 * (draw + 1)) / draws };
  }
  return { firsts, draws };
}

function headlineOf({ found, large, order }: Study, lines: readonly GroupLine[]) {
  const top = lines[0]?.scored ?? null;
  return {
    customers: found.reduce((sum, { facts }) => sum + facts.rows.length, 0),
    groups: found.length,
    scored: large.length,
    topScore: top === null ? null : top.score,
    holdsTo: top === null ? null : order.holdsTo,
    topChance: top === null ? null : top.firstShare,
  };
}

function describe({ large, used, order, draws }: Study, lines: readonly GroupLine[]) {
  return {
    kind: "answered",
    groups: lines,
    leftOut: CRITERIA.filter((id) => !used.includes(id)),
    isOrderStable: large.every((_, at) => order.bestRanks[at] === order.worstRanks[at]),
    rival: rivalPlace(order, lines),
    draws,
  } as const;
}

function rivalPlace({ rival, ranks }: Standing, lines: readonly GroupLine[]): number | null {
  if (rival === null) return null;
  return lines.findIndex(({ scored }) => scored?.rank === ranks[rival]);
}

interface Judged {
  readonly name: GroupName;
  readonly facts: GroupFacts;
  readonly sums: GroupSums;
}

interface Study {
  readonly found: readonly Judged[];
  readonly large: readonly Judged[];
  readonly used: readonly Criterion[];
  readonly weights: readonly number[];
  readonly order: Standing;
  readonly firsts: Uint32Array;
  readonly draws: number;
}

function sightOf(
  { customers }: Input,
  { column }: AttractivenessParams,
  seen: Pick<GroupSight, "book" | "period" | "ambient">,
): GroupSight {
  const isFlag = seen.ambient
    .columnsOf("customers")
    .some(({ id, fieldKind }) => id === column && fieldKind === "flag");
  return { ...seen, column: customers.columns.get(column), isFlag };
}

/** No weight at all is no preference: all count alike. */
function weightsOf(used: readonly Criterion[], params: AttractivenessParams): number[] {
  const weights = used.map((id) => params[id]);
  return weights.every((weight) => weight === 0) ? weights.map(() => 1) : weights;
}

/** Rows of each group within the filters, ascending. */
function rowsByGroup({ names, placeOf }: Groups, { customerRows }: Ambient) {
  const rows = names.map((): number[] => []);
  for (let row = 0; row < placeOf.length; row++) {
    const place = placeOf[row]!;
    if (place >= 0 && isSelected(customerRows, row)) rows[place]!.push(row);
  }
  return names.map((name, place) => ({ name, rows: Uint32Array.from(rows[place]!) }));
}

function newRows(
  { placeOf }: Groups,
  { customerRows }: Ambient,
  saleLines: Uint32Array,
): Uint32Array<ArrayBuffer> {
  const rows: number[] = [];
  for (let row = 0; row < placeOf.length; row++) {
    if (placeOf[row]! < 0 && saleLines[row]! > 0 && isSelected(customerRows, row)) rows.push(row);
  }
  return Uint32Array.from(rows);
}

const isSelected = (rows: Ambient["customerRows"], row: number): boolean =>
  rows === null || hasBit(rows, row);

/** Values 0..1 by criterion, then by group; a draw that loses a figure counts it as the worst. */
function valuesOf(groups: readonly Pick<Judged, "sums">[], used: readonly Criterion[]): number[][] {
  return used.map((id) => {
    const isCost = id === "risk";
    const figures = groups.map(({ sums }) => figureOf(id, sums));
    const known = figures.filter((figure) => figure !== null);
    const worst = isCost ? Math.max(0, ...known) : Math.min(0, ...known);
    return scaled(
      figures.map((figure) => (figure === null ? worst : figure)),
      isCost,
    );
  });
}

function firstOf(
  groups: readonly Pick<Judged, "sums">[],
  used: readonly Criterion[],
  weights: readonly number[],
): number {
  const scores = weightedScores(valuesOf(groups, used), weights);
  let first = 0;
  scores.forEach((score, at) => {
    if (score > scores[first]!) first = at;
  });
  return first;
}

/** Scored groups by rank, then the small ones by customers. */
function linesOf(study: Study): readonly GroupLine[] {
  const { found, large, used, weights, order, firsts, draws } = study;
  const values = valuesOf(large, used);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const lines = found.map((judged): Omit<GroupLine, "place"> => {
    const at = large.indexOf(judged);
    const plain = plainLine(judged);
    if (at < 0) return { ...plain, scored: null };
    const parts = CRITERIA.map((id) => {
      const c = used.indexOf(id);
      return c < 0 ? null : (100 * weights[c]! * values[c]![at]!) / whole;
    });
    return {
      ...plain,
      scored: {
        score: 100 * order.scores[at]!,
        parts,
        rank: order.ranks[at]!,
        bestRank: order.bestRanks[at]!,
        worstRank: order.worstRanks[at]!,
        firstShare: firsts[at]! / draws,
      },
    };
  });
  return lines
    .toSorted((a, b) => {
      if (a.scored !== null && b.scored !== null) return a.scored.rank - b.scored.rank;
      if (a.scored === null && b.scored === null) return b.customers - a.customers;
      return a.scored === null ? 1 : -1;
    })
    .map((line, place) => ({ ...line, place }));
}

function plainLine({ name, facts, sums }: Judged): Omit<GroupLine, "place" | "scored"> {
  const { sales, before, had, lost } = sums;
  return {
    name,
    customers: facts.rows.length,
    sales,
    salesBefore: before,
    growth: figureOf("growth", sums),
    margin: figureOf("margin", sums),
    lost:
      had === 0
        ? null
        : { value: lost / had, ...wilsonInterval(lost, had), customers: lost, of: had },
  };
}

function membersOf(
  cell: string,
  lines: readonly GroupLine[],
  found: readonly Judged[],
  newcomers: Uint32Array,
): Uint32Array | null {
  if (cell === "attractive-new") return newcomers;
  if (cell === "all") {
    return Uint32Array.from(found.flatMap(({ facts }) => [...facts.rows])).sort();
  }
  const [kind, place] = cell.split(":");
  const line = lines.find((one) => String(one.place) === place);
  const judged = found.find(({ name }) => name === line?.name);
  if (judged === undefined || (kind !== "attractive" && kind !== "attractive-lost")) return null;
  const { rows, lost } = judged.facts;
  return kind === "attractive" ? rows : rows.filter((_, k) => lost[k] === 1);
}
