import { compensatedSum } from "../../kernel/stats/sum";
import { orderBook } from "../../measures/order-book";
import { rfmFacts, type RfmFacts } from "../../measures/rfm-scores";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress, Refusal } from "../define";
import { features, levelOf, medianOf, sortedFeature } from "./features";
import { search, type Search } from "./search";
import {
  FEATURE_IDS,
  MOST_CLUSTERS,
  type ClusterLine,
  type ClusterParams,
  type ClustersResult,
  type FeatureId,
  type Level,
} from "./spec";

/** Fewer are looked at one by one. */
const FEWEST_CUSTOMERS = 30;
/** Customers a group must have on average, so that it is one. */
const FEWEST_A_GROUP = 5;

/**
 * Groups of customers with alike recency, frequency and money, without anybody's thresholds: k-means on logarithms.
 *
 * Population and facts are those of the analysis `rfm`; the README states every rule. Methods D5.
 */
export default function* clusters(
  input: Input,
  params: ClusterParams,
  ambient: Ambient,
): Generator<Progress, Answer<ClustersResult>, void> {
  const book = orderBook(input);
  const { scope, orderRows, rng } = ambient;
  const frequency = book.hasOrderIds ? params.frequency : "order-days";
  const facts = rfmFacts(book, {
    period: windowOf(scope, params.window),
    asOfDay: scope.asOfDay,
    orderRows,
    basis: params.basis,
    frequency,
  });
  const n = facts.customers.length;
  if (n < FEWEST_CUSTOMERS) return refused("few-customers", FEWEST_CUSTOMERS, n);
  yield { done: 0 };
  const { points, order, distinct } = features(facts, params.scaling);
  if (distinct < FEWEST_A_GROUP) return refused("too-alike", FEWEST_A_GROUP, distinct);
  yield { done: 0 };
  const most = Math.min(MOST_CLUSTERS, distinct - 1, Math.floor(n / FEWEST_A_GROUP));
  const work = search(points, { wanted: params.k, most, rng });
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield { done: step.value };
  const found = step.value;
  yield { done: 0.99 };
  const groups = groupsOf(facts, order, found);
  yield { done: 0.99 };
  const amount = compensatedSum(facts.amounts);
  const lines = yield* linesOf(facts, groups, amount);
  const result: ClustersResult = {
    kind: "answered",
    headline: {
      customers: n,
      k: found.clustering.k,
      silhouette: found.silhouette,
      stability: found.choices[found.clustering.k - 2]!.stability,
      inertia: found.clustering.inertia,
      gapK: found.gapK,
      largestAmountShare: lines[0]!.amountShare,
    },
    customers: n,
    amount,
    frequency,
    choices: found.choices,
    bestK: found.bestK,
    isStable: found.isStable,
    clusters: lines,
    sampled: found.sampled,
  };
  return { result, members: (cell) => membersOf(cell, facts, groups) };
}

function refused(code: string, need: number, have: number): Answer<ClustersResult> {
  const result: Refusal = { kind: "insufficient", code, need, have };
  return { result, members: () => null };
}

interface Group {
  /** ascending slots of the facts */
  readonly slots: Uint32Array;
  readonly amount: number;
  readonly stability: number;
}

/** The groups that have a customer, the largest amount first. */
function groupsOf(facts: RfmFacts, order: Uint32Array, found: Search): readonly Group[] {
  const { k, labels } = found.clustering;
  return Array.from({ length: k }, (_, label): Group => {
    const slots = order.filter((_slot, place) => labels[place] === label).sort();
    const amount = compensatedSum(Float64Array.from(slots, (slot) => facts.amounts[slot]!));
    return { slots, amount, stability: found.stability[label]! };
  })
    .filter(({ slots }) => slots.length > 0)
    .sort((one, other) => other.amount - one.amount || other.slots.length - one.slots.length);
}

function* linesOf(
  facts: RfmFacts,
  groups: readonly Group[],
  total: number,
): Generator<Progress, readonly ClusterLine[], void> {
  const sorted: Float64Array[] = [];
  for (const id of FEATURE_IDS) {
    sorted.push(sortedFeature(facts, id));
    yield { done: 0.99 };
  }
  const lines: ClusterLine[] = [];
  for (const { slots, amount, stability } of groups) {
    yield { done: 0.99 };
    const medians = FEATURE_IDS.map((id) => medianOf(facts, id, slots));
    const level = (place: number): Level => levelOf(medians[place]!, sorted[place]!);
    const levels: Record<FeatureId, Level> = {
      recency: level(0),
      frequency: level(1),
      money: level(2),
    };
    lines.push({
      customers: slots.length,
      customerShare: slots.length / facts.customers.length,
      amount,
      amountShare: total > 0 ? amount / total : null,
      recencyDays: medians[0]!,
      frequency: medians[1]!,
      money: medians[2]!,
      levels,
      stability,
    });
  }
  return lines;
}

/** Cells: "all", "cluster:<place>". */
function membersOf(cell: string, facts: RfmFacts, groups: readonly Group[]): Uint32Array | null {
  if (cell === "all") return facts.customers.slice();
  const place = /^cluster:(\d)$/.exec(cell)?.[1];
  const group = place === undefined ? undefined : groups[Number(place)];
  return group === undefined ? null : group.slots.map((slot) => facts.customers[slot]!);
}
