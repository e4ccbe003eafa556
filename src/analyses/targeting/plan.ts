import { expectedMaximumProfit, type Empc } from "../../kernel/learn/empc";
import { descendingOrder } from "../../kernel/stats/rank";
import { atRiskFrom } from "../../measures/churn/at-risk";
import type { ChurnScores } from "../../measures/churn/churn-scores";
import { keyOrder } from "../../measures/churn/key-order";
import { customerKeyOf, customerNameOf } from "../../measures/customer-name";
import type { Answer, Input, Listing } from "../define";
import { holdoutPlan } from "./holdout";
import {
  DEARER_TIMES,
  type DearerContact,
  type LengthPoint,
  type TargetingLine,
  type TargetingParams,
  type TargetingPlan,
  type TargetingResult,
} from "./spec";
import type { Priced } from "./terms";

const LINES = 50;
const POINTS = 40;
export interface PlanQuestion {
  readonly input: Input;
  readonly scores: ChurnScores;
  readonly params: TargetingParams;
  readonly prices: Priced;
}

export interface Planning {
  readonly plan: TargetingPlan;
  readonly empc: Empc;
  readonly members: Answer<TargetingResult>["members"];
  /** the customers of the best length */
  readonly listing: Listing;
}

/**
 * The list sorted by expected profit, its best length, and the part of it that is left alone.
 *
 * Who is left alone is drawn from the customers' keys, so the same list is always parted alike. O(customers log customers).
 */
export function planOf({ input, scores, params, prices }: PlanQuestion): Planning {
  const { study, chances, chosen, testLabels } = scores;
  const { rows } = study.now;
  const { values } = prices;
  const profits = contactProfits(chances, prices, params);
  const order = descendingOrder(profits);
  const sums = runningProfits(profits, order);
  const byChance = runningProfits(profits, descendingOrder(chances));
  let bestLength = 0;
  while (bestLength < order.length && profits[order[bestLength]!]! > 0) bestLength++;
  const riskFrom = atRiskFrom(chances);
  const isNotWorth = (i: number): boolean => chances[i]! >= riskFrom && profits[i]! <= 0;
  const called = order.slice(0, bestLength);
  const holdout = holdoutPlan(
    Array.from(called, (i) => chances[i]!),
    params.alpha / (params.alpha + params.beta),
    params.holdout,
  );
  const calledRows = called.map((i) => rows[i]!);
  const drawn = keyOrder(input.customers, calledRows, params.seed);
  const leftAlone = new Set(drawn.subarray(0, holdout.leftAlone));
  const line = (i: number): TargetingLine => ({
    row: rows[i]!,
    key: customerKeyOf(input.customers, rows[i]!),
    name: customerNameOf(input.customers, rows[i]!),
    chance: chances[i]!,
    value: values[i]!,
    profit: profits[i]!,
    isLeftAlone: leftAlone.has(rows[i]!),
  });
  const plan: TargetingPlan = {
    customers: rows.length,
    bestLength,
    expectedProfit: sums[bestLength]!,
    byChanceProfit: byChance[bestLength]!,
    profitOfAll: sums.at(-1)!,
    notWorth: chances.reduce((count, _, i) => count + (isNotWorth(i) ? 1 : 0), 0),
    riskFrom,
    points: pointsOf(sums, byChance, bestLength),
    lines: Array.from(order.subarray(0, LINES), line),
    holdout,
    dearer: dearerOf(profits, order, prices.terms),
  };
  const { clv: value, offer, contact } = prices.terms;
  const { alpha, beta } = params;
  const terms = { value, offer, contact, alpha, beta };
  return {
    plan,
    listing: { length: bestLength, line: (place) => line(called[place]!) },
    empc: expectedMaximumProfit(chosen.tested.chances, testLabels, terms),
    members: (cell) => {
      if (cell === "contact") return calledRows.filter((row) => !leftAlone.has(row)).sort();
      if (cell === "left-alone") return calledRows.filter((row) => leftAlone.has(row)).sort();
      if (cell === "not-worth") return rows.filter((_, i) => isNotWorth(i)).sort();
      return firstRows({ rows, order, bestLength }, cell);
    },
  };
}

/** p γ̄ (v − d) − (1 − p) d − f of each of today's customers. */
function contactProfits(
  chances: Float64Array,
  { values, terms }: Priced,
  { alpha, beta }: TargetingParams,
): Float64Array<ArrayBuffer> {
  const { offer, contact } = terms;
  const rate = alpha / (alpha + beta);
  return Float64Array.from(values, (value, i) => {
    const chance = chances[i]!;
    return chance * rate * (value - offer) - (1 - chance) * offer - contact;
  });
}

interface Places {
  readonly rows: Uint32Array<ArrayBuffer>;
  /** places of today's customers, the most profitable first */
  readonly order: Uint32Array;
  readonly bestLength: number;
}

function firstRows({ rows, order, bestLength }: Places, cell: string): Uint32Array | null {
  const first = (count: number): Uint32Array =>
    Uint32Array.from(order.subarray(0, count), (i) => rows[i]!).sort();
  if (cell === "all") return first(rows.length);
  if (cell === "call") return first(bestLength);
  const match = /^first:(\d{1,9})$/.exec(cell);
  const count = match === null ? 0 : Number(match[1]);
  return count >= 1 && count <= rows.length ? first(count) : null;
}

function runningProfits(profits: Float64Array, order: Uint32Array): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(order.length + 1);
  for (let k = 0; k < order.length; k++) sums[k + 1] = sums[k]! + profits[order[k]!]!;
  return sums;
}

/** A contact costs every customer alike, so the order stays and only the end of the list moves. null where the reader gave the cost. */
function dearerOf(
  profits: Float64Array,
  order: Uint32Array,
  { contact, contactFrom }: Priced["terms"],
): DearerContact | null {
  if (contactFrom !== "assumed" || contact <= 0) return null;
  const more = (DEARER_TIMES - 1) * contact;
  let [customers, profit] = [0, 0];
  for (; customers < order.length; customers++) {
    const left = profits[order[customers]!]! - more;
    if (left <= 0) break;
    profit += left;
  }
  return { contact: DEARER_TIMES * contact, customers, profit };
}

/** Lengths spread evenly, the best one among them. */
function pointsOf(
  sums: Float64Array,
  byChance: Float64Array,
  bestLength: number,
): readonly LengthPoint[] {
  const n = sums.length - 1;
  const lengths = new Set<number>([bestLength]);
  for (let k = 1; k <= POINTS; k++) lengths.add(Math.max(1, Math.round((n * k) / POINTS)));
  return [...lengths]
    .filter((length) => length > 0 && length <= n)
    .sort((a, b) => a - b)
    .map((customers) => ({
      customers,
      profit: sums[customers]!,
      byChance: byChance[customers]!,
    }));
}
