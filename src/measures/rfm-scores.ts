import {
  RFM_FIXED_CUTS,
  RFM_LEVELS,
  RFM_SEGMENTS,
  type RfmPreset,
  type RfmSegment,
  type ScoreRange,
} from "../domain/rule-book";
import type { Period } from "../domain/scope";
import { invariant } from "../kernel/base/invariant";
import { quantileOfOrder } from "../kernel/stats/quantile";
import { ascendingOrder, averageRanks } from "../kernel/stats/rank";
import { compensatedSum } from "../kernel/stats/sum";
import type { Bitset } from "../kernel/table/bitset";
import {
  activeCustomers,
  amountsOf,
  customerLedger,
  distinctOrders,
  type Basis,
} from "./customer-ledger";
import type { OrderBook } from "./order-book";

/** Recency, frequency and money of the customers with a sale in the window; one slot a customer. */
export interface RfmFacts {
  /** rows of `customers`, ascending */
  readonly customers: Uint32Array<ArrayBuffer>;
  /** days from the last order day in the window to the as-of day, >= 0 */
  readonly recencyDays: Float64Array<ArrayBuffer>;
  /** order days, or distinct orders */
  readonly frequencies: Float64Array<ArrayBuffer>;
  /** money in the window */
  readonly amounts: Float64Array<ArrayBuffer>;
}

export interface RfmQuestion {
  readonly period: Period;
  /** the day from which recency counts, not before the period's last day */
  readonly asOfDay: number;
  readonly orderRows: Bitset | null;
  readonly basis: Basis;
  /** `orders` falls back to order days when the data have no order id */
  readonly frequency: "order-days" | "orders";
}

/**
 * Facts for recency, frequency and money.
 *
 * @returns one slot a customer with at least one sale line in the period; empty without any
 *
 * O(lines), shared with other analyses through the ledger. Hughes, *Strategic Database Marketing*, 1994.
 */
export function rfmFacts(book: OrderBook, question: RfmQuestion): RfmFacts {
  const { period, asOfDay, orderRows, basis } = question;
  const ledger = customerLedger(book, period, orderRows);
  const orders = question.frequency === "orders" ? distinctOrders(book, period, orderRows) : null;
  const counts = orders === null ? ledger.orderDays : orders;
  const money = amountsOf(ledger, basis);
  const customers = activeCustomers(ledger);
  const recencyDays = new Float64Array(customers.length);
  const frequencies = new Float64Array(customers.length);
  const amounts = new Float64Array(customers.length);
  for (let i = 0; i < customers.length; i++) {
    const customer = customers[i]!;
    recencyDays[i] = asOfDay - ledger.lastDays[customer]!;
    frequencies[i] = counts[customer]!;
    amounts[i] = money[customer]!;
  }
  return { customers, recencyDays, frequencies, amounts };
}

/**
 * How values become scores.
 *
 * - `quantile`: thresholds at equal shares of the customers (five levels: 20, 40, 60, 80 %); ties share a score
 * - `rank`: ceil(levels × average rank / n); ties share a score; no thresholds
 * - `fixed`: given thresholds
 * - `median`, `mean`: one threshold; only a low and a high score
 */
export type RfmMethod = "quantile" | "rank" | "fixed" | "median" | "mean";

export type RfmAxis = "recency" | "frequency" | "money";

export interface AxisRule {
  readonly method: RfmMethod;
  readonly levels: 2 | 3 | 5;
  /** Four ascending cuts of the five-level scale, for `fixed`. */
  readonly fixedCuts: readonly number[];
  /** true for recency: a small value is good */
  readonly reversed: boolean;
}

export interface AxisScores {
  /** 1..levels, one a value */
  readonly scores: Uint8Array<ArrayBuffer>;
  /** A value above a threshold belongs to the next class; null for `rank`. */
  readonly thresholds: Float64Array<ArrayBuffer> | null;
}

/**
 * Scores of one axis.
 *
 * @param values  length n, no NaN, any order
 * @param rule    see `AxisRule`
 * @param order   `ascendingOrder(values)`, when it is known
 * @returns scores 1 (worst) .. levels (best) and the thresholds behind them; empty for n = 0
 *
 * A score is 1 + the number of thresholds strictly below the value, recency reversed. Of five levels `median` and
 * `mean` use 2 and 4 only, of three 1 and 3. O(n).
 */
export function axisScores(
  values: Float64Array<ArrayBuffer>,
  rule: AxisRule,
  order: Uint32Array = ascendingOrder(values),
): AxisScores {
  if (rule.method === "rank") return { scores: rankScores(values, order, rule), thresholds: null };
  const thresholds = thresholdsOf(values, order, rule);
  return { scores: scoresInOrder(values, order, thresholds, rule), thresholds };
}

function thresholdsOf(
  values: Float64Array,
  order: Uint32Array,
  rule: AxisRule,
): Float64Array<ArrayBuffer> {
  const { method, levels, reversed } = rule;
  if (method === "fixed") return Float64Array.from(fixedThresholds(rule));
  if (values.length === 0) return new Float64Array(method === "quantile" ? levels - 1 : 1);
  if (method === "mean") return Float64Array.of(compensatedSum(values) / values.length);
  if (method === "median") return Float64Array.of(quantileOfOrder(values, order, 0.5));
  invariant(method === "quantile", `no thresholds for ${method}, reversed ${reversed}`);
  const thresholds = new Float64Array(levels - 1);
  for (let i = 1; i < levels; i++) thresholds[i - 1] = quantileOfOrder(values, order, i / levels);
  return thresholds;
}

/** Fewer levels merge five: of three 1–2, 3, 4–5; of two 1–2 and 3–5. */
function fixedThresholds({ levels, fixedCuts, reversed }: AxisRule): readonly number[] {
  const cuts = fixedCuts.toSorted((a, b) => a - b);
  if (levels === 5) return cuts;
  if (levels === 3) return cuts.slice(1, 3);
  return reversed ? cuts.slice(2, 3) : cuts.slice(1, 2);
}

/**
 * Scores by thresholds found elsewhere, so that another day can be measured with the same yardstick.
 *
 * @param thresholds  ascending
 */
function scoresByThreshold(
  values: Float64Array,
  thresholds: Float64Array,
  rule: AxisRule,
): Uint8Array<ArrayBuffer> {
  const classScores = scoresOfClasses(thresholds.length + 1, rule);
  const scores = new Uint8Array(values.length);
  for (let i = 0; i < scores.length; i++) {
    const value = values[i]!;
    let above = 0;
    while (above < thresholds.length && value > thresholds[above]!) above++;
    scores[i] = classScores[above]!;
  }
  return scores;
}

/** The same by walking the values from the smallest up, which never has to guess a class. */
function scoresInOrder(
  values: Float64Array,
  order: Uint32Array,
  thresholds: Float64Array,
  rule: AxisRule,
): Uint8Array<ArrayBuffer> {
  const classScores = scoresOfClasses(thresholds.length + 1, rule);
  const scores = new Uint8Array(values.length);
  let above = 0;
  for (let k = 0; k < order.length; k++) {
    const i = order[k]!;
    while (above < thresholds.length && values[i]! > thresholds[above]!) above++;
    scores[i] = classScores[above]!;
  }
  return scores;
}

/** Score of the values above 0, 1, 2 … thresholds. */
function scoresOfClasses(classes: number, { method, levels, reversed }: AxisRule): Uint8Array {
  const scale = method === "median" || method === "mean" ? TWO_OF[levels] : null;
  return Uint8Array.from({ length: classes }, (_, above) => {
    const score = reversed ? classes - above : above + 1;
    return scale === null ? score : scale[score - 1]!;
  });
}

/** The low and the high score when an axis has only two classes. */
const TWO_OF = { 2: [1, 2], 3: [1, 3], 5: [2, 4] } as const;

function rankScores(
  values: Float64Array<ArrayBuffer>,
  order: Uint32Array,
  { levels, reversed }: AxisRule,
): Uint8Array<ArrayBuffer> {
  const ranks = averageRanks(values, order);
  const n = ranks.length;
  const scores = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const rank = reversed ? n + 1 - ranks[i]! : ranks[i]!;
    scores[i] = Math.ceil((levels * rank) / n);
  }
  return scores;
}

export interface RfmScores {
  readonly levels: 2 | 3 | 5;
  readonly recency: AxisScores;
  readonly frequency: AxisScores;
  readonly money: AxisScores;
}

/** The rules of the three axes for a preset and a method. */
export function axisRules(
  preset: RfmPreset,
  method: RfmMethod,
  cuts: Readonly<Record<RfmAxis, readonly number[]>> = RFM_FIXED_CUTS,
): Readonly<Record<RfmAxis, AxisRule>> {
  const levels = RFM_LEVELS[preset];
  return {
    recency: { method, levels, fixedCuts: cuts.recency, reversed: true },
    frequency: { method, levels, fixedCuts: cuts.frequency, reversed: false },
    money: { method, levels, fixedCuts: cuts.money, reversed: false },
  };
}

/** Slots of some facts from the smallest value up, by axis. */
export type RfmOrders = Readonly<Record<RfmAxis, Uint32Array<ArrayBuffer>>>;

/** One sort an axis, for its scores and for every quantile that is told of it. O(n). */
export function rfmOrders(facts: RfmFacts): RfmOrders {
  return {
    recency: ascendingOrder(facts.recencyDays),
    frequency: ascendingOrder(facts.frequencies),
    money: ascendingOrder(facts.amounts),
  };
}

/** Scores of the three axes of some facts. */
export function rfmScores(
  facts: RfmFacts,
  rules: Readonly<Record<RfmAxis, AxisRule>>,
  orders: RfmOrders = rfmOrders(facts),
): RfmScores {
  return {
    levels: rules.recency.levels,
    recency: axisScores(facts.recencyDays, rules.recency, orders.recency),
    frequency: axisScores(facts.frequencies, rules.frequency, orders.frequency),
    money: axisScores(facts.amounts, rules.money, orders.money),
  };
}

/** Scores of other facts with the thresholds of known scores; `rank` has none and ranks the facts anew. */
export function rfmScoresLike(
  facts: RfmFacts,
  rules: Readonly<Record<RfmAxis, AxisRule>>,
  known: RfmScores,
): RfmScores {
  const like = (values: Float64Array<ArrayBuffer>, axis: RfmAxis): AxisScores => {
    const { thresholds } = known[axis];
    if (thresholds === null) return axisScores(values, rules[axis]);
    return { thresholds, scores: scoresByThreshold(values, thresholds, rules[axis]) };
  };
  return {
    levels: known.levels,
    recency: like(facts.recencyDays, "recency"),
    frequency: like(facts.frequencies, "frequency"),
    money: like(facts.amounts, "money"),
  };
}

function within(range: ScoreRange | undefined, score: number): boolean {
  return range === undefined || (score >= range[0] && score <= range[1]);
}

/** Whether a cell of scores belongs to a segment; `fm` is the mean of F and M, halves rounded up. */
export function segmentHolds(segment: RfmSegment, r: number, f: number, m: number): boolean {
  return segment.boxes.some(
    (box) =>
      within(box.r, r) &&
      within(box.f, f) &&
      within(box.m, m) &&
      within(box.fm, Math.ceil((f + m) / 2)),
  );
}

/**
 * Segment of each slot of some scores.
 *
 * @returns index into `RFM_SEGMENTS[preset]`
 */
export function segmentsOf(scores: RfmScores, preset: RfmPreset): Uint8Array<ArrayBuffer> {
  const segments = RFM_SEGMENTS[preset];
  const { levels } = scores;
  const map = new Uint8Array(levels ** 3);
  for (let cell = 0; cell < map.length; cell++) {
    const r = Math.floor(cell / levels ** 2) + 1;
    const f = (Math.floor(cell / levels) % levels) + 1;
    const m = (cell % levels) + 1;
    const index = segments.findIndex((segment) => segmentHolds(segment, r, f, m));
    invariant(index >= 0, `no segment for ${r}${f}${m} in ${preset}`);
    map[cell] = index;
  }
  const [r, f, m] = [scores.recency.scores, scores.frequency.scores, scores.money.scores];
  const result = new Uint8Array(r.length);
  for (let i = 0; i < result.length; i++) {
    result[i] = map[((r[i]! - 1) * levels + f[i]! - 1) * levels + m[i]! - 1]!;
  }
  return result;
}
