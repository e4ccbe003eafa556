import type { Progress } from "../define";
import { fallen, lossOf, type Fallen, type Loss } from "./fall";
import { addToGroups, canBeJudged, movementOf, type MovementGroup } from "./movement";
import { exposureOf, type Counted, type Spans, type Windows } from "./spans";
import type { PartialLossParams } from "./spec";

const PLACES_A_SLICE = 1 << 14;

/** 0: not in these days, or too quiet to say; 1: still buying; 2: stopped. By row of `customers`. */
const STILL_BUYING = 1;
export const STOPPED = 2;

/** A place that buys less than it used to. */
export interface Fall {
  readonly place: number;
  readonly loss: Loss;
  readonly p: number;
  readonly q: number;
}

export interface Judged {
  readonly counted: Counted;
  readonly windows: Windows;
  readonly movement: number;
  /** places of customers, and of customers in a category, that were tested */
  readonly tested: Uint32Array;
  readonly pairsTested: Uint32Array;
  readonly states: Uint8Array;
  readonly overall: readonly Fall[];
  readonly pairs: readonly Fall[];
  /** by category; empty without categories */
  readonly categoryMovements: Float64Array;
}

export interface Question {
  readonly counted: Counted;
  readonly windows: Windows;
  readonly params: PartialLossParams;
  readonly lapseDays: number;
  readonly customerCount: number;
  readonly categories: number;
}

/**
 * Who buys less: customers first, then the categories of those who still buy, each as one family of tests.
 *
 * O(places + tests × order days of those that fell).
 */
export function* judge(question: Question): Generator<Progress, Judged, void> {
  const { counted, windows, params } = question;
  const { whole } = counted;
  const movement = params.movement ? movementOfBuyers(whole, windows) : 1;
  yield { done: 0.72 };
  const tested = yield* judgeable(whole, windows, () => movement);
  const found = fallen(whole, tested, new Float64Array(tested.length).fill(movement), {
    windows,
    level: params.level,
  });
  const states = statesOf(question, found);
  yield { done: 0.76 };
  const overall = fallsOf(question, whole, found, () => movement).filter(
    ({ place }) => states[whole.customers[place]!] === STILL_BUYING,
  );
  const base = { counted, windows, movement, tested, states, overall };
  if (counted.pairs === null) {
    const none = new Float64Array(0);
    return { ...base, pairsTested: new Uint32Array(0), pairs: [], categoryMovements: none };
  }
  return { ...base, ...(yield* judgePairs(question, counted.pairs, { movement, states })) };
}

interface Known {
  readonly movement: number;
  readonly states: Uint8Array;
}

function* judgePairs(
  question: Question,
  pairs: Spans,
  { movement, states }: Known,
): Generator<Progress, Pick<Judged, "pairsTested" | "pairs" | "categoryMovements">, void> {
  const { windows, params } = question;
  const isBuying = (place: number): boolean => states[pairs.customers[place]!] === STILL_BUYING;
  const movements = new Float64Array(question.categories).fill(movement);
  if (params.movement) yield* moveCategories(question, pairs, { movements, isBuying });
  const movementAt = (place: number): number => movements[pairs.categories[place]!]!;
  const all = yield* judgeable(pairs, windows, movementAt);
  const tested = all.filter(isBuying);
  const found = fallen(pairs, tested, Float64Array.from(tested, movementAt), {
    windows,
    level: params.level,
  });
  yield { done: 0.88 };
  return {
    pairsTested: tested,
    pairs: fallsOf(question, pairs, found, movementAt),
    categoryMovements: movements,
  };
}

/** The pace of each category against its past, among those who still buy: what everybody buys less of is no customer's fall. */
function* moveCategories(
  { windows }: Question,
  pairs: Spans,
  to: { readonly movements: Float64Array; readonly isBuying: (place: number) => boolean },
): Generator<Progress, void, void> {
  const groups = new Map<number, Map<number, MovementGroup>>();
  for (let place = 0; place < pairs.count; place++) {
    if (place % PLACES_A_SLICE === PLACES_A_SLICE - 1) yield { done: 0.8 };
    if (!to.isBuying(place) || !canBeJudged(pairs, place, windows, 1)) continue;
    const category = pairs.categories[place]!;
    let own = groups.get(category);
    if (own === undefined) groups.set(category, (own = new Map<number, MovementGroup>()));
    collect(own, pairs, place, windows);
  }
  for (const [category, own] of groups) {
    const before = to.movements[category]!;
    const rule = { windowDays: windows.windowDays, isTruncated: false, before };
    to.movements[category] = movementOf(own.values(), rule);
  }
}

/** The pace of all who still buy: those without an order in the window are left out, and the reckoning knows it. */
function movementOfBuyers(whole: Spans, windows: Windows): number {
  const groups = new Map<number, MovementGroup>();
  for (let place = 0; place < whole.count; place++) {
    if (whole.recentDays[place] === 0 || !canBeJudged(whole, place, windows, 1)) continue;
    collect(groups, whole, place, windows);
  }
  const rule = { windowDays: windows.windowDays, isTruncated: true, before: 1 };
  return movementOf(groups.values(), rule);
}

function collect(
  groups: Map<number, MovementGroup>,
  spans: Spans,
  place: number,
  windows: Windows,
): void {
  const recent = spans.recentDays[place]!;
  const exposure = exposureOf(spans, place, windows);
  addToGroups(groups, recent + spans.pastDays[place]!, exposure, recent);
}

function* judgeable(
  spans: Spans,
  windows: Windows,
  movementAt: (place: number) => number,
): Generator<Progress, Uint32Array, void> {
  const found: number[] = [];
  for (let place = 0; place < spans.count; place++) {
    if (place % PLACES_A_SLICE === PLACES_A_SLICE - 1) yield { done: 0.74 };
    if (canBeJudged(spans, place, windows, movementAt(place))) found.push(place);
  }
  return Uint32Array.from(found);
}

/** Stopped: silent for the churn window, or without an order in the last window though its own pace made one certain enough. */
function statesOf({ counted, windows, lapseDays, customerCount }: Question, found: Fallen) {
  const states = new Uint8Array(customerCount);
  const { whole } = counted;
  const firstDay = windows.endDay - windows.windowDays * (windows.windows + 1) + 1;
  for (let place = 0; place < whole.count; place++) {
    if (whole.lastDays[place]! < firstDay) continue;
    const silent = windows.endDay - whole.lastDays[place]!;
    const row = whole.customers[place]!;
    const isStill = whole.lastDays[place]! > windows.endDay - windows.windowDays;
    if (silent > lapseDays || (!isStill && found.rates.has(place))) states[row] = STOPPED;
    else if (isStill) states[row] = STILL_BUYING;
  }
  return states;
}

function fallsOf(
  { windows, params }: Question,
  spans: Spans,
  found: Fallen,
  movementAt: (place: number) => number,
): readonly Fall[] {
  const falls: Fall[] = [];
  for (const [place, { p, q }] of found.rates) {
    const loss = lossOf(spans, place, windows, movementAt(place));
    if (loss !== null && loss.ratio < params.ratio) falls.push({ place, loss, p, q });
  }
  return falls;
}
