import { expectedMaximumProfit } from "../../kernel/learn/empc";
import { descendingOrder } from "../../kernel/stats/rank";
import {
  churnScores,
  type ChurnQuestion,
  type ChurnScores,
} from "../../measures/churn/churn-scores";
import { customerNameOf } from "../../measures/customer-name";
import { columnIdsOf } from "../column-params";
import type { Ambient, Answer, Input, Progress } from "../define";
import { holdoutPlan } from "./holdout";
import type { LengthPoint, TargetingParams, TargetingResult } from "./spec";

const LINES = 50;
const POINTS = 40;
/** A chance of so many times the usual one counts as at risk, as in the churn model. */
const AT_RISK_TIMES = 2;
const AT_RISK_ALWAYS = 0.5;

/**
 * Whom to call: expected profit of contacting each customer, and of a list of each length.
 *
 * @param input   as for `churn-model`
 * @param params  see README
 * @param ambient scope, selected rows, stored columns
 * @returns always an answer; without a churn model its `refusal` says why. Members: "all", "call" (the best length),
 *   "not-worth" (at risk, but a contact loses money), "first:<n>" (the first n of the list)
 * @yields while the churn model is learnt
 *
 * Methods D50, D51. O(customers log customers) beside the model.
 */
export default function* targeting(
  input: Input,
  params: TargetingParams,
  ambient: Ambient,
): Generator<Progress, Answer<TargetingResult>, void> {
  const { scope, orderRows, customerRows } = ambient;
  const columns = ambient.columnsOf("customers");
  const sight = { tables: input, scope, orderRows, customerRows, columns };
  const work = churnScores(sight, questionOf(params));
  let step = work.next();
  for (; step.done !== true; step = work.next()) yield { done: step.value };
  const scores = step.value;
  const acceptance = params.alpha / (params.alpha + params.beta);
  if (scores.kind === "none") {
    const result: TargetingResult = {
      kind: "answered",
      headline: {
        customers: null,
        empc: null,
        empcShare: null,
        bestLength: null,
        expectedProfit: null,
        profitOfAll: null,
      },
      refusal: scores.obstacle,
      valueFrom: null,
      acceptance,
      plan: null,
    };
    return { result, members: () => null };
  }
  return answered(input, scores, params, acceptance);
}

/** The churn model's own defaults, so that it is learnt once for both. */
function questionOf({
  source,
  label,
  features,
  value,
  windowDays,
}: TargetingParams): ChurnQuestion {
  const ids = columnIdsOf(features);
  return {
    source,
    label,
    features: ids.length === 0 ? null : ids,
    split: "",
    value,
    model: "auto",
    calibration: "platt",
    penalty: 1,
    folds: 5,
    windowDays,
    seed: 1,
  };
}

interface Priced {
  /** money gained by keeping each of today's customers */
  readonly values: Float64Array<ArrayBuffer>;
  /** expected profit of contacting each */
  readonly profits: Float64Array<ArrayBuffer>;
}

function priced({ study, chances }: ChurnScores, params: TargetingParams, rate: number): Priced {
  const { clv, margin, offer, contact } = params;
  const values = Float64Array.from(study.now.rows, (row) => {
    const money = study.stakes === null ? NaN : study.stakes[row]!;
    return (money === money ? money : clv) * margin;
  });
  const profits = Float64Array.from(values, (value, i) => {
    const chance = chances[i]!;
    return chance * rate * (value - offer) - (1 - chance) * offer - contact;
  });
  return { values, profits };
}

function answered(
  input: Input,
  scores: ChurnScores,
  params: TargetingParams,
  acceptance: number,
): Answer<TargetingResult> {
  const { study, chances, chosen, testLabels } = scores;
  const { rows } = study.now;
  const { values, profits } = priced(scores, params, acceptance);
  const order = descendingOrder(profits);
  const sums = runningSums(profits, order);
  const byChance = runningSums(profits, descendingOrder(chances));
  let bestLength = 0;
  while (bestLength < order.length && profits[order[bestLength]!]! > 0) bestLength++;
  const usual = chances.reduce((sum, chance) => sum + chance, 0) / Math.max(1, chances.length);
  const riskFrom = Math.min(AT_RISK_ALWAYS, AT_RISK_TIMES * usual);
  const isNotWorth = (i: number): boolean => chances[i]! >= riskFrom && profits[i]! <= 0;
  const { clv, offer, contact, alpha, beta } = params;
  const terms = { value: clv, offer, contact, alpha, beta };
  const empc = expectedMaximumProfit(chosen.tested.chances, testLabels, terms);
  const called = Array.from(order.subarray(0, bestLength), (i) => chances[i]!);
  const lines = Array.from(order.subarray(0, LINES), (i) => ({
    row: rows[i]!,
    name: customerNameOf(input.customers, rows[i]!),
    chance: chances[i]!,
    value: values[i]!,
    profit: profits[i]!,
  }));
  const result: TargetingResult = {
    kind: "answered",
    headline: {
      customers: rows.length,
      empc: empc.profit,
      empcShare: empc.share,
      bestLength,
      expectedProfit: sums[bestLength]!,
      profitOfAll: sums.at(-1)!,
    },
    refusal: null,
    valueFrom: study.stakeFrom,
    acceptance,
    plan: {
      customers: rows.length,
      bestLength,
      expectedProfit: sums[bestLength]!,
      byChanceProfit: byChance[bestLength]!,
      profitOfAll: sums.at(-1)!,
      notWorth: chances.reduce((count, _, i) => count + (isNotWorth(i) ? 1 : 0), 0),
      riskFrom,
      points: pointsOf(sums, byChance, bestLength),
      lines,
      holdout: holdoutPlan(called, acceptance, params.holdout),
    },
  };
  const places = { rows, order, bestLength, isNotWorth };
  return { result, members: (cell) => membersOf(places, cell) };
}

interface Places {
  readonly rows: Uint32Array<ArrayBuffer>;
  /** places of today's customers, the most profitable first */
  readonly order: Uint32Array;
  readonly bestLength: number;
  readonly isNotWorth: (place: number) => boolean;
}

function membersOf({ rows, order, bestLength, isNotWorth }: Places, cell: string) {
  const first = (count: number): Uint32Array =>
    Uint32Array.from(order.subarray(0, count), (i) => rows[i]!).sort();
  if (cell === "all") return first(rows.length);
  if (cell === "call") return first(bestLength);
  if (cell === "not-worth") return rows.filter((_, i) => isNotWorth(i)).sort();
  const match = /^first:(\d{1,9})$/.exec(cell);
  const count = match === null ? 0 : Number(match[1]);
  return count >= 1 && count <= rows.length ? first(count) : null;
}

function runningSums(profits: Float64Array, order: Uint32Array): Float64Array<ArrayBuffer> {
  const sums = new Float64Array(order.length + 1);
  for (let k = 0; k < order.length; k++) sums[k + 1] = sums[k]! + profits[order[k]!]!;
  return sums;
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
