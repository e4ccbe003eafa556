import type { SaleEvents } from "./lifecycle-events";

/** Stages of a relationship by code; `none` = no sale yet, `left` = silent for longer than the window. */
export const RELATION_STATES = ["none", "explore", "form", "stable", "decline", "left"] as const;

export const NONE = 0;
export const EXPLORE = 1;
const FORM = 2;
const STABLE = 3;
const DECLINE = 4;
export const LEFT = 5;

export interface RelationRule {
  /** days of silence after which a customer has left */
  readonly lapseDays: number;
  /** order days from which the relationship forms; below it, it is explored */
  readonly formOrders: number;
  /** stable: from so many order days, so many days since the first, and gaps that vary no more than this (deviation ÷ mean) */
  readonly stableOrders: number;
  readonly stableDays: number;
  readonly regularity: number;
  /** decline: order days of the last stretch of so many days fewer by this share (0..1) than in the stretch before it */
  readonly windowDays: number;
  readonly fall: number;
}

/** Order days in the stretch before, below which a fall says nothing. */
const FEWEST_BEFORE = 3;

/** What is known of a customer up to a day. */
interface Known {
  readonly orderDays: number;
  readonly firstDay: number;
  /** sums of the gaps between order days, and of their squares */
  readonly gaps: number;
  readonly squares: number;
  /** order days of the last stretch, and of the one before it */
  readonly recent: number;
  readonly before: number;
}

/** The stage of a customer that has not left. */
function stageOf(known: Known, day: number, rule: RelationRule): number {
  const { orderDays, recent, before } = known;
  if (before >= FEWEST_BEFORE && recent <= before * (1 - rule.fall)) return DECLINE;
  if (orderDays < rule.formOrders) return EXPLORE;
  const isOld = orderDays >= rule.stableOrders && day - known.firstDay >= rule.stableDays;
  return isOld && variation(known) <= rule.regularity ? STABLE : FORM;
}

/** Standard deviation of the gaps over their mean; infinite with fewer than two. */
function variation({ orderDays, gaps, squares }: Known): number {
  const n = orderDays - 1;
  if (n < 2) return Number.POSITIVE_INFINITY;
  const mean = gaps / n;
  return Math.sqrt(Math.max(0, (squares - n * mean * mean) / (n - 1))) / mean;
}

/** One customer: walked order day by order day, its two stretches kept with two places further back. */
interface Walker {
  readonly days: Int32Array;
  count: number;
  /** first order day that lies in the last stretch, and in the one before */
  recentFrom: number;
  beforeFrom: number;
  gaps: number;
  squares: number;
}

function knownOn(walker: Walker, day: number, { windowDays }: RelationRule): Known {
  const { days, count } = walker;
  while (walker.recentFrom < count && days[walker.recentFrom]! <= day - windowDays)
    walker.recentFrom++;
  while (walker.beforeFrom < count && days[walker.beforeFrom]! <= day - 2 * windowDays)
    walker.beforeFrom++;
  return {
    orderDays: count,
    firstDay: days[0]!,
    gaps: walker.gaps,
    squares: walker.squares,
    recent: count - walker.recentFrom,
    before: walker.recentFrom - walker.beforeFrom,
  };
}

function addDay(walker: Walker, day: number): void {
  if (walker.count > 0) {
    const gap = day - walker.days[walker.count - 1]!;
    walker.gaps += gap;
    walker.squares += gap * gap;
  }
  walker.days[walker.count++] = day;
}

/** What is known of every relationship on a day. */
export interface RelationStages {
  /** code of RELATION_STATES of each customer at the end of the day asked for */
  readonly states: Uint8Array;
  /** by state: customers lost, in the state of their last order: silent since then for longer than the window */
  readonly losses: Float64Array;
  /** by state: days after orders in it, each up to the next order; after the last to the day on which the window is full, or the day asked for */
  readonly exposureDays: Float64Array;
  /** the same up to the first silence longer than the window, whether or not the customer came back from it: everybody once at most */
  readonly firstLosses: Float64Array;
  readonly firstExposureDays: Float64Array;
  /** by state: orders of which it is known whether another followed */
  readonly closed: Float64Array;
  /** of each customer; 0 = no sale yet */
  readonly orderDays: Uint32Array;
  readonly firstDays: Int32Array;
  /** days from the first order to the first one in `form` or beyond, and in `stable` */
  readonly daysToForm: Float64Array;
  readonly daysToStable: Float64Array;
}

/**
 * The stages of all relationships on a day, and how many were lost in each until then.
 *
 * @param events  sale lines up to the day
 * @returns one slot a customer, one a state. The state is what was known at the end of the day. Losses and days are those of `tenureFromOrders`
 *   without columns, shared out by the stage of the order that each silence follows: falling silent does not itself put a customer into the
 *   stage that it is lost from
 *
 * O(lines). The order of the questions: left, decline, explore, stable, form.
 */
export function relationStages(
  events: SaleEvents,
  asOfDay: number,
  rule: RelationRule,
): RelationStages {
  const { offsets } = events;
  const customers = offsets.length - 1;
  const found = nothingYet(customers);
  let most = 0;
  for (let customer = 0; customer < customers; customer++)
    most = Math.max(most, offsets[customer + 1]! - offsets[customer]!);
  const walker: Walker = {
    days: new Int32Array(most),
    count: 0,
    recentFrom: 0,
    beforeFrom: 0,
    gaps: 0,
    squares: 0,
  };
  const walk = { events, asOfDay, rule, walker, found };
  for (let customer = 0; customer < customers; customer++) {
    if (offsets[customer] === offsets[customer + 1]) continue;
    walker.count = walker.recentFrom = walker.beforeFrom = walker.gaps = walker.squares = 0;
    walkCustomer(walk, customer);
    const last = walker.days[walker.count - 1]!;
    found.orderDays[customer] = walker.count;
    found.states[customer] =
      asOfDay - last > rule.lapseDays
        ? LEFT
        : stageOf(knownOn(walker, asOfDay, rule), asOfDay, rule);
  }
  return found;
}

function nothingYet(customers: number): RelationStages {
  const byState = (): Float64Array => new Float64Array(RELATION_STATES.length);
  return {
    states: new Uint8Array(customers),
    losses: byState(),
    exposureDays: byState(),
    firstLosses: byState(),
    firstExposureDays: byState(),
    closed: byState(),
    orderDays: new Uint32Array(customers),
    firstDays: new Int32Array(customers),
    daysToForm: new Float64Array(customers).fill(NaN),
    daysToStable: new Float64Array(customers).fill(NaN),
  };
}

interface Walk {
  readonly events: SaleEvents;
  readonly asOfDay: number;
  readonly rule: RelationRule;
  readonly walker: Walker;
  readonly found: RelationStages;
}

/** The orders of one customer, and the silence after each. */
function walkCustomer({ events, asOfDay, rule, walker, found }: Walk, customer: number): void {
  const { offsets, days } = events;
  const { daysToForm, daysToStable } = found;
  const to = offsets[customer + 1]!;
  let slot = offsets[customer]!;
  const firstDay = days[slot]!;
  found.firstDays[customer] = firstDay;
  let isUnbroken = true;
  while (slot < to) {
    const day = days[slot]!;
    while (slot < to && days[slot] === day) slot++;
    addDay(walker, day);
    const stage = stageOf(knownOn(walker, day, rule), day, rule);
    const since = day - firstDay;
    if (stage !== EXPLORE && Number.isNaN(daysToForm[customer]!)) daysToForm[customer] = since;
    if (stage === STABLE && Number.isNaN(daysToStable[customer]!)) daysToStable[customer] = since;
    const silence = (slot < to ? days[slot]! : asOfDay) - day;
    const isLost = slot === to && silence > rule.lapseDays;
    found.exposureDays[stage]! += isLost ? rule.lapseDays : silence;
    if (isLost) found.losses[stage]!++;
    if (isLost || slot < to) found.closed[stage]!++;
    if (!isUnbroken) continue;
    isUnbroken = silence <= rule.lapseDays;
    found.firstExposureDays[stage]! += Math.min(silence, rule.lapseDays);
    if (!isUnbroken) found.firstLosses[stage]!++;
  }
}
