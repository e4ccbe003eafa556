import { poissonInterval } from "../../kernel/stats/poisson";
import { quantiles } from "../../kernel/stats/quantile";
import { rateRatio } from "../../kernel/stats/rate-ratio";
import { compensatedSum } from "../../kernel/stats/sum";
import { wilsonInterval } from "../../kernel/stats/wilson";
import { customerLedger } from "../../measures/customer-ledger";
import { eventSpan, saleEvents } from "../../measures/lifecycle-events";
import { lapseWindow, type LapseWindow } from "../../measures/lifecycle-stages";
import { orderBook } from "../../measures/order-book";
import {
  EXPLORE,
  LEFT,
  NONE,
  RELATION_STATES,
  relationStages,
  type RelationStages,
} from "../../measures/relation-stages";
import { windowOf } from "../../measures/window";
import type { Ambient, Answer, Input, Progress } from "../define";
import {
  RELATION_STAGES,
  type EarlyLoss,
  type EarlyRatio,
  type LossRate,
  type RelationParams,
  type RelationResult,
  type RelationStep,
  type StageLine,
} from "./spec";

/** Days of a month, on average. */
const MONTH_DAYS = 30.4375;
/** Fewer orders with a known outcome, or losses of a side, make no rate. */
const FEWEST = 10;
/** Fewer customers make no share. */
const FEWEST_SEEN = 20;
/** A relationship that forms at all should have formed a year after its first order. */
const FOLLOW_DAYS = 365;

/**
 * The four stages of a relationship: who is in which, how fast customers are lost in each, and whether the early stage loses more.
 *
 * @param params  the rule of each stage: see README
 * @param ambient scope, selected rows
 * @returns the result, or the refusal `no-orders`. Members: "relation:<stage>", "relation:left", "relation-near"
 *
 * O(lines). Dwyer, Schurr & Oh 1987; rates: Garwood 1936; their ratio: Przyborowski & Wilenski 1940.
 */
export default function* relationStagesAnalysis(
  input: Input,
  params: RelationParams,
  { scope, orderRows }: Ambient,
): Generator<Progress, Answer<RelationResult>, void> {
  const { asOfDay } = scope;
  const book = orderBook(input);
  const events = saleEvents(book, asOfDay, orderRows);
  yield { done: 0.2 };
  const span = eventSpan(events);
  if (span === null) {
    const result = { kind: "insufficient", code: "no-orders", need: 1, have: 0 } as const;
    return { result, members: () => null };
  }
  const fromData = lapseWindow(events, asOfDay, span.firstDay);
  const lapse = lapseAsked(params, fromData);
  yield { done: 0.4 };
  const found = relationStages(events, asOfDay, { ...params, lapseDays: lapse.days });
  yield { done: 0.8 };
  const { sales } = customerLedger(book, windowOf(scope, "period"), orderRows);
  const groups = RELATION_STATES.map((_, code) => rowsWith(found, code));
  const near = groups[EXPLORE]!.filter((row) => found.orderDays[row] === params.formOrders - 1);
  const salesOf = (rows: Uint32Array): number =>
    compensatedSum(Float64Array.from(rows, (row) => sales[row]!));
  const stages = RELATION_STAGES.map((stage): StageLine => {
    const code = RELATION_STATES.indexOf(stage);
    const rows = groups[code]!;
    const closed = found.closed[code]!;
    return {
      stage,
      customers: rows.length,
      sales: salesOf(rows),
      loss: lossOf(found, [code]),
      closed,
      lostShare: closed < FEWEST ? null : found.losses[code]! / closed,
    };
  });
  const left = groups[LEFT]!;
  const early = earlyLoss(found);
  const result: RelationResult = {
    kind: "answered",
    headline: {
      ...counted(stages, left.length, span.customers),
      ...saidOf(early),
      lapseDays: lapse.days,
    },
    asOfDay,
    stages,
    loss: lossOf(found, stageCodes),
    left: { customers: left.length, sales: salesOf(left) },
    near: near.length,
    steps: [
      stepOf(found, { to: "form", withinDays: FOLLOW_DAYS, asOfDay }),
      stepOf(found, { to: "stable", withinDays: params.stableDays + FOLLOW_DAYS, asOfDay }),
    ],
    early,
    lapse,
  };
  return { result, members: (cell) => membersOf(cell, groups, near) };
}

const lapseAsked = ({ lapseDays }: RelationParams, { days, source }: LapseWindow) =>
  lapseDays > 0 ? { days: lapseDays, source: "given" as const } : { days, source };

const stageCodes = RELATION_STAGES.map((stage) => RELATION_STATES.indexOf(stage));

function rowsWith({ states }: RelationStages, code: number): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < states.length; row++) if (states[row] === code) rows.push(row);
  return code === NONE ? new Uint32Array() : Uint32Array.from(rows);
}

function counted(stages: readonly StageLine[], left: number, customers: number) {
  const of = (wanted: StageLine["stage"]) => stages.find(({ stage }) => stage === wanted)!;
  return {
    customers,
    explore: of("explore").customers,
    form: of("form").customers,
    stable: of("stable").customers,
    decline: of("decline").customers,
    left,
    exploreLossRate: of("explore").loss?.rate ?? null,
    stableLossRate: of("stable").loss?.rate ?? null,
  };
}

const saidOf = (early: EarlyLoss | null) => ({
  earlyRatio: early?.gone.ratio ?? null,
  earlyLow: early?.gone.low ?? null,
  earlyHigh: early?.gone.high ?? null,
  earlyP: early?.gone.p ?? null,
  firstRatio: early?.first.ratio ?? null,
  firstLow: early?.first.low ?? null,
  firstHigh: early?.first.high ?? null,
  firstP: early?.first.p ?? null,
});

const summed = (values: Float64Array, codes: readonly number[]): number =>
  codes.reduce((sum, code) => sum + values[code]!, 0);

/** Losses after orders in some stages, by the time under observation. */
function lossOf(found: RelationStages, codes: readonly number[]): LossRate | null {
  const losses = summed(found.losses, codes);
  const months = summed(found.exposureDays, codes) / MONTH_DAYS;
  if (summed(found.closed, codes) < FEWEST || months < 1) return null;
  const { low, high } = poissonInterval(losses);
  return { losses, months, rate: losses / months, low: low / months, high: high / months };
}

function earlyLoss(found: RelationStages): EarlyLoss | null {
  const gone = earlyRatio(found.losses, found.exposureDays);
  const first = earlyRatio(found.firstLosses, found.firstExposureDays);
  return gone === null || first === null ? null : { gone, first, told: toldBy(gone, first) };
}

/** Exploration against all other stages. */
function earlyRatio(losses: Float64Array, days: Float64Array): EarlyRatio | null {
  const side = (codes: readonly number[]) => ({
    events: summed(losses, codes),
    exposure: summed(days, codes),
  });
  const early = side([EXPLORE]);
  const others = side(stageCodes.filter((code) => code !== EXPLORE));
  if (early.events < FEWEST || others.events < FEWEST) return null;
  return rateRatio(early, others);
}

function toldBy(gone: EarlyRatio, first: EarlyRatio): EarlyLoss["told"] {
  const both = [gone, first];
  if (both.every(({ low }) => low > 1)) return "more";
  if (both.every(({ high }) => high < 1)) return "less";
  return both.every(({ low, high }) => low <= 1 && high >= 1) ? "alike" : "mixed";
}

interface Asked {
  readonly to: RelationStep["to"];
  readonly withinDays: number;
  readonly asOfDay: number;
}

function stepOf(found: RelationStages, { to, withinDays, asOfDay }: Asked): RelationStep {
  const daysTo = to === "form" ? found.daysToForm : found.daysToStable;
  const took: number[] = [];
  let seen = 0;
  for (let row = 0; row < daysTo.length; row++) {
    if (found.states[row] === NONE || asOfDay - found.firstDays[row]! < withinDays) continue;
    seen++;
    if (daysTo[row]! <= withinDays) took.push(daysTo[row]!);
  }
  const [medianDays = Number.NaN] = quantiles(Float64Array.from(took), [0.5]);
  const isShown = seen >= FEWEST_SEEN;
  const interval = isShown ? wilsonInterval(took.length, seen) : { low: null, high: null };
  return {
    to,
    withinDays,
    seen,
    reached: took.length,
    share: isShown ? took.length / seen : null,
    ...interval,
    medianDays: took.length === 0 ? null : medianDays,
  };
}

function membersOf(
  cell: string,
  groups: readonly Uint32Array[],
  near: Uint32Array,
): Uint32Array | null {
  if (cell === "relation-near") return near;
  const [kind, name = "", ...more] = cell.split(":");
  if (kind !== "relation" || more.length > 0) return null;
  const code = RELATION_STATES.findIndex((state) => state === name);
  return code <= NONE ? null : (groups[code] ?? null);
}
