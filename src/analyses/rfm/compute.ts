import { CANCELLED_LINE, FREE_LINE, RETURN_LINE } from "../../domain/line-kind";
import { RFM_SEGMENTS, type RfmPreset } from "../../domain/rule-book";
import type { EpochDay } from "../../kernel/base/calendar";
import { quantileOfOrder } from "../../kernel/stats/quantile";
import { compensatedSum } from "../../kernel/stats/sum";
import { countBits } from "../../kernel/table/bitset";
import { groupRows } from "../../kernel/table/group";
import { customerLedger } from "../../measures/customer-ledger";
import { orderBook, type OrderBook } from "../../measures/order-book";
import {
  axisRules,
  rfmFacts,
  rfmOrders,
  rfmScores,
  rfmScoresLike,
  segmentsOf,
  type AxisRule,
  type AxisScores,
  type RfmAxis,
  type RfmFacts,
  type RfmOrders,
  type RfmScores,
} from "../../measures/rfm-scores";
import { periodBefore, windowOf } from "../../measures/window";
import type { Ambient, Answer, Input } from "../define";
import type { AxisLine, GridCell, Movement, RfmParams, RfmResult, SegmentLine } from "./spec";

type AxisRules = Readonly<Record<RfmAxis, AxisRule>>;

/**
 * Segments by recency, frequency and money.
 *
 * @param input   `orders` with customer, orderedOn, amount, lineKind, and orderId for the frequency `orders`; `customers`
 * @param params  preset, method, frequency, basis, window, fixed cuts: see README
 * @param ambient scope, selected rows
 * @returns the result; or the refusal `no-sales` without a customer with a sale line in the window. Members: "all",
 *   "segment:<id>" (several joined by +), "cell:<R>-<F>", "score:<R><F><M>", "move:<from>:<to>" (segment ids, or "none")
 *
 * Population: customers with a sale line in the window; recency from the as-of day. Movement uses the thresholds of
 * today for the earlier day (`rank` has none and ranks anew), so a move is the customer's own. O(lines + customers log
 * customers). Methods D4.
 */
export default function rfm(input: Input, params: RfmParams, ambient: Ambient): Answer<RfmResult> {
  const book = orderBook(input);
  const now = snapshotNow(book, params, ambient);
  if (now.facts.customers.length === 0) {
    return {
      result: { kind: "insufficient", code: "no-sales", need: 1, have: 0 },
      members: () => null,
    };
  }
  const then = snapshotThen(now, { book, params, ambient });
  return {
    result: describe({ book, params, ambient }, now, then),
    members: (cell) => membersOf(cell, { preset: params.preset, now, then }),
  };
}

interface Context {
  readonly book: OrderBook;
  readonly params: RfmParams;
  readonly ambient: Ambient;
}

/** Facts, scores and segments at one as-of day. */
interface Snapshot {
  readonly asOfDay: number;
  readonly facts: RfmFacts;
  readonly scores: RfmScores;
  /** index of the segment of each slot */
  readonly segments: Uint8Array<ArrayBuffer>;
  readonly rules: AxisRules;
}

interface Today extends Snapshot {
  readonly orders: RfmOrders;
}

function snapshotNow(book: OrderBook, params: RfmParams, ambient: Ambient): Today {
  const { asOfDay } = ambient.scope;
  const facts = rfmFacts(book, {
    ...params,
    period: windowOf(ambient.scope, params.window),
    asOfDay,
    orderRows: ambient.orderRows,
  });
  const rules = axisRules(params.preset, params.method, cutsOf(params));
  const orders = rfmOrders(facts);
  const scores = rfmScores(facts, rules, orders);
  return { asOfDay, facts, orders, scores, segments: segmentsOf(scores, params.preset), rules };
}

function cutsOf(params: RfmParams): Readonly<Record<RfmAxis, readonly number[]>> {
  const { recencyCut1, recencyCut2, recencyCut3, recencyCut4 } = params;
  const { frequencyCut1, frequencyCut2, frequencyCut3, frequencyCut4 } = params;
  const { moneyCut1, moneyCut2, moneyCut3, moneyCut4 } = params;
  return {
    recency: [recencyCut1, recencyCut2, recencyCut3, recencyCut4],
    frequency: [frequencyCut1, frequencyCut2, frequencyCut3, frequencyCut4],
    money: [moneyCut1, moneyCut2, moneyCut3, moneyCut4],
  };
}

/** The day before the period, measured with today's thresholds; null when the data do not reach back far enough. */
function snapshotThen(now: Snapshot, { book, params, ambient }: Context): Snapshot | null {
  const { scope, orderRows } = ambient;
  const asOfDay = (scope.period.fromDay - 1) as EpochDay;
  const period =
    params.window === "all"
      ? windowOf({ ...scope, asOfDay }, "all")
      : periodBefore(windowOf(scope, "period"));
  const span = book.saleSpan;
  const needed = params.window === "all" ? asOfDay : period.fromDay;
  if (span === null || span.firstDay > needed) return null;
  const facts = rfmFacts(book, { ...params, period, asOfDay, orderRows });
  const scores = rfmScoresLike(facts, now.rules, now.scores);
  const segments = segmentsOf(scores, params.preset);
  return { asOfDay, facts, scores, segments, rules: now.rules };
}

function describe(context: Context, now: Today, then: Snapshot | null): RfmResult {
  const { book, params, ambient } = context;
  const { facts, orders, scores } = now;
  const period = windowOf(ambient.scope, params.window);
  const ledger = customerLedger(book, period, ambient.orderRows);
  const span = book.saleSpan;
  const movement = then === null ? null : movementOf(now, then, book.customerCount, params.preset);
  const segments = segmentLines(now, movement, params.preset);
  const selected =
    ambient.customerRows === null ? book.customerCount : countBits(ambient.customerRows);
  const headline: Record<string, number> = { customers: facts.customers.length };
  for (const line of segments) headline[line.id] = line.customers;
  return {
    kind: "answered",
    headline,
    preset: params.preset,
    method: params.method,
    frequency: book.hasOrderIds ? params.frequency : "order-days",
    basis: params.basis,
    window: params.window,
    asOfDay: ambient.scope.asOfDay,
    fromDay: Math.max(period.fromDay, span === null ? period.fromDay : span.firstDay),
    toDay: period.toDay,
    levels: scores.levels,
    customers: facts.customers.length,
    amount: compensatedSum(facts.amounts),
    frequencySum: compensatedSum(facts.frequencies),
    recency: axisLine(facts.recencyDays, orders.recency, scores.recency, scores.levels),
    frequencyAxis: axisLine(facts.frequencies, orders.frequency, scores.frequency, scores.levels),
    money: axisLine(facts.amounts, orders.money, scores.money, scores.levels),
    cells: cellCounts(scores),
    grid: gridOf(facts, scores),
    segments,
    movement,
    excluded: {
      returnedLines: ledger.lineCounts[RETURN_LINE]!,
      cancelledLines: ledger.lineCounts[CANCELLED_LINE]!,
      freeLines: ledger.lineCounts[FREE_LINE]!,
      idleCustomers: selected - facts.customers.length,
    },
  };
}

function picked(values: Float64Array, slots: Uint32Array): Float64Array<ArrayBuffer> {
  const result = new Float64Array(slots.length);
  for (let i = 0; i < result.length; i++) result[i] = values[slots[i]!]!;
  return result;
}

function axisLine(
  values: Float64Array,
  order: Uint32Array,
  { scores, thresholds }: AxisScores,
  levels: number,
): AxisLine {
  const counts = new Uint32Array(levels);
  for (let i = 0; i < scores.length; i++) counts[scores[i]! - 1]!++;
  return {
    thresholds,
    counts,
    min: values[order[0]!]!,
    median: quantileOfOrder(values, order, 0.5),
    mean: compensatedSum(values) / values.length,
    max: values[order[order.length - 1]!]!,
  };
}

function cellCounts({ levels, recency, frequency, money }: RfmScores): Uint32Array<ArrayBuffer> {
  const cells = new Uint32Array(levels ** 3);
  for (let i = 0; i < recency.scores.length; i++) {
    const rf = (recency.scores[i]! - 1) * levels + frequency.scores[i]! - 1;
    cells[rf * levels + money.scores[i]! - 1]!++;
  }
  return cells;
}

function gridOf(facts: RfmFacts, { levels, recency, frequency, money }: RfmScores): GridCell[] {
  const cells = new Uint32Array(recency.scores.length);
  const scoreSums = new Float64Array(levels * levels);
  for (let i = 0; i < cells.length; i++) {
    const cell = (recency.scores[i]! - 1) * levels + frequency.scores[i]! - 1;
    cells[i] = cell;
    scoreSums[cell]! += money.scores[i]!;
  }
  const { offsets, rows } = groupRows(cells, levels * levels);
  const grid: GridCell[] = [];
  for (let r = levels; r >= 1; r--) {
    for (let f = 1; f <= levels; f++) {
      const cell = (r - 1) * levels + f - 1;
      const slots = rows.subarray(offsets[cell], offsets[cell + 1]);
      const n = slots.length;
      const meanM = n === 0 ? null : scoreSums[cell]! / n;
      grid.push({
        r,
        f,
        customers: n,
        amount: compensatedSum(picked(facts.amounts, slots)),
        meanM,
      });
    }
  }
  return grid;
}

/** Median of each segment by walking its members from the smallest value up; null without members. O(customers). */
function segmentMedians(
  values: Float64Array,
  order: Uint32Array,
  segments: Uint32Array,
  count: number,
): readonly (number | null)[] {
  const { offsets, rows } = groupRows(segments, count, order);
  return Array.from({ length: count }, (_, segment) => {
    const slots = rows.subarray(offsets[segment], offsets[segment + 1]);
    return slots.length === 0 ? null : quantileOfOrder(values, slots, 0.5);
  });
}

function segmentLines(
  now: Today,
  movement: Movement | null,
  preset: RfmPreset,
): readonly SegmentLine[] {
  const { facts, orders } = now;
  const specs = RFM_SEGMENTS[preset];
  const segments = new Uint32Array(now.segments);
  const n = facts.customers.length;
  const positive = compensatedSum(positiveOf(facts.amounts));
  const size = specs.length + 1;
  const { offsets, rows } = groupRows(segments, specs.length);
  const recencies = segmentMedians(facts.recencyDays, orders.recency, segments, specs.length);
  const frequencies = segmentMedians(facts.frequencies, orders.frequency, segments, specs.length);
  const monies = segmentMedians(facts.amounts, orders.money, segments, specs.length);
  return specs.map(({ id }, index) => {
    const slots = rows.subarray(offsets[index], offsets[index + 1]);
    const amounts = picked(facts.amounts, slots);
    const amount = compensatedSum(amounts);
    const stayed = movement === null ? 0 : movement.matrix[index * size + index]!;
    const customersBefore = movement === null ? null : rowSum(movement.matrix, index, size);
    return {
      id,
      customers: slots.length,
      customerShare: slots.length / n,
      amount,
      amountShare: positive > 0 ? compensatedSum(positiveOf(amounts)) / positive : null,
      medianRecencyDays: recencies[index]!,
      medianFrequency: frequencies[index]!,
      medianAmount: monies[index]!,
      customersBefore,
      arrived: movement === null ? null : slots.length - stayed,
      left: customersBefore === null ? null : customersBefore - stayed,
    };
  });
}

/** 0 for what is below. */
function positiveOf(amounts: Float64Array): Float64Array<ArrayBuffer> {
  const positive = new Float64Array(amounts.length);
  for (let i = 0; i < positive.length; i++) positive[i] = Math.max(0, amounts[i]!);
  return positive;
}

function rowSum(matrix: Uint32Array, row: number, size: number): number {
  let sum = 0;
  for (let column = 0; column < size; column++) sum += matrix[row * size + column]!;
  return sum;
}

function slotsWhere(
  values: Uint8Array,
  isWanted: (value: number) => boolean,
): Uint32Array<ArrayBuffer> {
  const slots: number[] = [];
  for (let i = 0; i < values.length; i++) if (isWanted(values[i]!)) slots.push(i);
  return Uint32Array.from(slots);
}

/** Segment index of every customer row, `none` without one. */
function byCustomer(snapshot: Snapshot, customerCount: number, none: number): Uint8Array {
  const result = new Uint8Array(customerCount).fill(none);
  const { customers } = snapshot.facts;
  for (let i = 0; i < customers.length; i++) result[customers[i]!] = snapshot.segments[i]!;
  return result;
}

function movementOf(
  now: Snapshot,
  then: Snapshot,
  customerCount: number,
  preset: RfmPreset,
): Movement {
  const none = RFM_SEGMENTS[preset].length;
  const size = none + 1;
  const from = byCustomer(then, customerCount, none);
  const to = byCustomer(now, customerCount, none);
  const matrix = new Uint32Array(size * size);
  for (let customer = 0; customer < customerCount; customer++) {
    if (from[customer] === none && to[customer] === none) continue;
    matrix[from[customer]! * size + to[customer]!]!++;
  }
  let moved = 0;
  let stayed = 0;
  for (let a = 0; a < none; a++) {
    for (let b = 0; b < none; b++) {
      if (a === b) stayed += matrix[a * size + b]!;
      else moved += matrix[a * size + b]!;
    }
  }
  return { asOfDay: then.asOfDay, customers: then.facts.customers.length, matrix, moved, stayed };
}

interface Snapshots {
  readonly preset: RfmPreset;
  readonly now: Snapshot;
  readonly then: Snapshot | null;
}

function membersOf(cell: string, { preset, now, then }: Snapshots): Uint32Array | null {
  const { customers } = now.facts;
  if (cell === "all") return customers.slice();
  const [kind, first, second] = cell.split(":");
  if (first === undefined) return null;
  const ids = RFM_SEGMENTS[preset].map((segment) => segment.id);
  if (kind === "segment" && second === undefined) {
    const wanted = first.split("+").map((id) => ids.indexOf(id));
    if (wanted.includes(-1)) return null;
    return slotsWhere(now.segments, (segment) => wanted.includes(segment)).map(
      (i) => customers[i]!,
    );
  }
  if (kind === "cell" && second === undefined) return scoreMembers(now, first.split("-"));
  if (kind === "score" && second === undefined) return scoreMembers(now, first.split(""));
  if (kind !== "move" || then === null || second === undefined) return null;
  return moveMembers(
    now,
    then,
    [first, second].map((id) => ids.indexOf(id)),
    [first, second],
  );
}

/** Customers with these scores of R, F and, when given, M. */
function scoreMembers({ facts, scores }: Snapshot, parts: readonly string[]): Uint32Array | null {
  const wanted = parts.map(Number);
  const isScore = (value: number): boolean =>
    Number.isInteger(value) && value >= 1 && value <= scores.levels;
  if (wanted.length < 2 || wanted.length > 3 || !wanted.every(isScore)) return null;
  const [r, f, m] = wanted;
  return facts.customers.filter(
    (_, i) =>
      scores.recency.scores[i] === r &&
      scores.frequency.scores[i] === f &&
      (m === undefined || scores.money.scores[i] === m),
  );
}

function moveMembers(
  now: Snapshot,
  then: Snapshot,
  indexes: readonly number[],
  ids: readonly string[],
): Uint32Array | null {
  if (ids.some((id, i) => id !== "none" && indexes[i]! < 0)) return null;
  const last = (snapshot: Snapshot): number => snapshot.facts.customers.at(-1) ?? -1;
  const customerCount = Math.max(last(now), last(then)) + 1;
  const none = 255;
  const from = byCustomer(then, customerCount, none);
  const to = byCustomer(now, customerCount, none);
  const [a, b] = indexes.map((index) => (index < 0 ? none : index));
  const rows: number[] = [];
  for (let customer = 0; customer < customerCount; customer++) {
    if (from[customer] === none && to[customer] === none) continue;
    if (from[customer] === a && to[customer] === b) rows.push(customer);
  }
  return Uint32Array.from(rows);
}
