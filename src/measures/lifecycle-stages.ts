import { invariant } from "../kernel/base/invariant";
import { closedWithin, fewStillLast, heldWindow } from "./lapse-rule";
import type { SaleEvents } from "./lifecycle-events";

/** Stages by code; `none` = no sale yet on that day. */
export const STAGES = ["none", "acquire", "develop", "retain", "winback"] as const;
export type Stage = (typeof STAGES)[number];

export interface StageRule {
  /** Days without an order after which a customer counts as gone. */
  readonly lapseDays: number;
  /** Order days from which a customer counts as kept; at least 2. */
  readonly retainOrderDays: number;
}

export interface LapseWindow {
  readonly days: number;
  /** `survival`: from the Kaplan-Meier curve of all gaps; `finished`: from finished gaps; `default`: nobody came back. */
  readonly source: "survival" | "finished" | "default";
  readonly finishedGaps: number;
  readonly openGaps: number;
}

interface GapCounts {
  readonly finished: Uint32Array;
  readonly open: Uint32Array;
}

function gapCounts(events: SaleEvents, asOfDay: number, longest: number): GapCounts {
  const { offsets, days } = events;
  const finished = new Uint32Array(longest + 1);
  const open = new Uint32Array(longest + 1);
  for (let customer = 0; customer + 1 < offsets.length; customer++) {
    const from = offsets[customer]!;
    const to = offsets[customer + 1]!;
    for (let slot = from + 1; slot < to; slot++) {
      const gap = days[slot]! - days[slot - 1]!;
      if (gap > 0) finished[gap]!++;
    }
    if (to > from) open[asOfDay - days[to - 1]!]!++;
  }
  return { finished, open };
}

const total = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + count, 0);

/** First gap at which few of all gaps still last, by the product-limit curve; null when there is none. */
function gapMostEndWithin({ finished, open }: GapCounts): number | null {
  let atRisk = total(finished) + total(open);
  let survival = 1;
  for (let gap = 0; gap < finished.length && atRisk > 0; gap++) {
    survival *= 1 - finished[gap]! / atRisk;
    if (finished[gap]! > 0 && fewStillLast(survival)) return gap;
    atRisk -= finished[gap]! + open[gap]!;
  }
  return null;
}

function gapMostFinishedWithin(finished: Uint32Array): number | null {
  const need = closedWithin(total(finished));
  if (need === 0) return null;
  let seen = 0;
  for (let gap = 0; gap < finished.length; gap++) {
    seen += finished[gap]!;
    if (seen >= need) return gap;
  }
  return null;
}

/**
 * After how many days of silence a customer counts as gone, by the rule of `lapse-rule` from the gaps between order days;
 * when nobody ever came back, 365 days. O(events).
 * methods D21; Kaplan & Meier 1958.
 */
export function lapseWindow(events: SaleEvents, asOfDay: number, firstDay: number): LapseWindow {
  const counts = gapCounts(events, asOfDay, Math.max(1, asOfDay - firstDay));
  const finishedGaps = total(counts.finished);
  const openGaps = total(counts.open);
  const survival = gapMostEndWithin(counts);
  if (survival !== null) {
    return { days: heldWindow(survival), source: "survival", finishedGaps, openGaps };
  }
  const finished = gapMostFinishedWithin(counts.finished);
  if (finished !== null) {
    return { days: heldWindow(finished), source: "finished", finishedGaps, openGaps };
  }
  return { days: 365, source: "default", finishedGaps, openGaps };
}

/**
 * The stage of every customer as seen at the end of `day` (see STAGES for the codes).
 *
 * - winback: the last order is more than `lapseDays` before `day`
 * - else acquire: one order day; develop: two or more; retain: at least `retainOrderDays`
 *
 * Only lines up to `day` are looked at, so any earlier day gives what was known then. O(events).
 */
export function stagesAt(events: SaleEvents, day: number, rule: StageRule): Uint8Array {
  invariant(rule.retainOrderDays >= 2, `retain from ${rule.retainOrderDays} order days`);
  const { offsets, days } = events;
  const stages = new Uint8Array(offsets.length - 1);
  for (let customer = 0; customer < stages.length; customer++) {
    const to = offsets[customer + 1]!;
    let last = Number.NEGATIVE_INFINITY;
    let orderDays = 0;
    for (let slot = offsets[customer]!; slot < to && days[slot]! <= day; slot++) {
      if (days[slot]! === last) continue;
      last = days[slot]!;
      orderDays++;
    }
    if (orderDays > 0) stages[customer] = stageCode(day - last, orderDays, rule);
  }
  return stages;
}

/** Stage code of a customer with at least one order day. */
function stageCode(recencyDays: number, orderDays: number, rule: StageRule): number {
  if (recencyDays > rule.lapseDays) return 4;
  if (orderDays === 1) return 1;
  return orderDays < rule.retainOrderDays ? 2 : 3;
}

/** Number of customers by stage before (row) and after (column): `from * STAGES.length + to`. */
export function stageFlow(before: Uint8Array, after: Uint8Array): Uint32Array {
  const width = STAGES.length;
  const flow = new Uint32Array(width * width);
  for (let customer = 0; customer < after.length; customer++) {
    flow[before[customer]! * width + after[customer]!]!++;
  }
  return flow;
}
