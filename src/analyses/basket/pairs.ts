import { coincidenceTest } from "../../kernel/stats/coincidence";
import { falseDiscoveryRates } from "../../kernel/stats/false-discovery";
import type { Progress } from "../define";
import { countOf, type Incidence } from "./incidence";

/** A pair of one or two customers is their habit, not a rule. */
const FEWEST_CUSTOMERS = 3;
export const FALSE_DISCOVERY = 0.05;
/** Steps of the counting loop: some half a second; beyond that the least count is raised. */
const MOST_STEPS = 3e8;
const STEPS_A_SLICE = 5e5;
/** One exact test takes as long as this many steps. */
const STEPS_A_TEST = 150;

/** Pairs of things, one a slot. */
export interface Pairs {
  readonly count: number;
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  /** sets with both, and their customers */
  readonly together: Uint32Array;
  readonly customers: Uint32Array;
  /** Fisher's exact p, one-sided, and the false-discovery rate */
  readonly p: Float64Array;
  readonly q: Float64Array;
  /** the least count that was used */
  readonly minCount: number;
  /** things with at least so many sets; every pair of them is one test */
  readonly frequent: number;
  readonly tests: number;
}

/**
 * The pairs of things that share more sets than chance would give.
 *
 * @param incidence  things and sets
 * @param owners     customer of each set; the sets of an item come customer by customer
 * @param minCount   sets with both, at least
 * @returns pairs with at least `minCount` sets of at least three customers and a false-discovery rate of at most 5 %, Fisher's
 *   exact one-sided p over all pairs of frequent things; in no order. `minCount` is raised until the pairs can be counted
 *
 * For each thing the others of its sets are counted in an array, so memory is O(things + entries). O(Σ size² ÷ 2 of the
 * sets). Agrawal, Imieliński & Swami 1993 (support, pruning below the least count); Benjamini & Hochberg 1995.
 */
export function* associatedPairs(
  incidence: Incidence,
  owners: Uint32Array,
  minCount: number,
): Generator<Progress, Pairs, void> {
  const lists = yield* frequentLists(incidence, minCount);
  const m = lists.items.length;
  const tests = (m * (m - 1)) / 2;
  const candidates = yield* countPairs(incidence, owners, lists);
  yield { done: 0.7 };
  const rates = falseDiscoveryRates(candidates.p.subarray(0, candidates.count), tests);
  return { ...kept(candidates, rates), minCount: lists.minCount, frequent: m, tests };
}

/** The slots whose rate is low enough, moved together. */
function kept(candidates: Candidates, rates: Float64Array) {
  const { a, b, together, customers, p } = candidates;
  let count = 0;
  for (let k = 0; k < candidates.count; k++) {
    if (!(rates[k]! <= FALSE_DISCOVERY)) continue;
    a[count] = a[k]!;
    b[count] = b[k]!;
    together[count] = together[k]!;
    customers[count] = customers[k]!;
    p[count] = p[k]!;
    rates[count] = rates[k]!;
    count++;
  }
  return { count, a, b, together, customers, p, q: rates };
}

/** The frequent things of each set in ascending order of their place in `items`. */
interface FrequentLists {
  readonly items: readonly number[];
  readonly minCount: number;
  readonly offsets: Uint32Array;
  /** places in `items` */
  readonly places: Uint32Array;
  readonly steps: number;
}

function* frequentLists(
  incidence: Incidence,
  asked: number,
): Generator<Progress, FrequentLists, void> {
  for (let minCount = asked; ; minCount = Math.ceil(minCount * 1.5)) {
    const lists = listsOf(incidence, minCount);
    if (lists.steps <= MOST_STEPS) return lists;
    yield { done: 0.1 };
  }
}

function listsOf(incidence: Incidence, minCount: number): FrequentLists {
  const { setCount, itemCount, offsets: starts, sets } = incidence;
  const items: number[] = [];
  const offsets = new Uint32Array(setCount + 1);
  for (let item = 0; item < itemCount; item++) {
    if (countOf(incidence, item) < minCount) continue;
    items.push(item);
    for (let k = starts[item]!; k < starts[item + 1]!; k++) offsets[sets[k]! + 1]!++;
  }
  let steps = 0;
  for (let set = 0; set < setCount; set++) {
    const size = offsets[set + 1]!;
    steps += (size * (size - 1)) / 2;
    offsets[set + 1]! += offsets[set]!;
  }
  const places = new Uint32Array(offsets[setCount]!);
  const next = offsets.slice(0, setCount);
  items.forEach((item, place) => {
    for (let k = starts[item]!; k < starts[item + 1]!; k++) places[next[sets[k]!]!++] = place;
  });
  return { items, minCount, offsets, places, steps };
}

/** Pairs that may be findings; grows as they come. */
interface Candidates {
  count: number;
  a: Uint32Array;
  b: Uint32Array;
  together: Uint32Array;
  customers: Uint32Array;
  p: Float64Array;
}

const FIRST_ROOM = 4096;

const noCandidates = (): Candidates => ({
  count: 0,
  a: new Uint32Array(FIRST_ROOM),
  b: new Uint32Array(FIRST_ROOM),
  together: new Uint32Array(FIRST_ROOM),
  customers: new Uint32Array(FIRST_ROOM),
  p: new Float64Array(FIRST_ROOM),
});

function makeRoom(candidates: Candidates): void {
  const room = candidates.a.length;
  if (candidates.count < room) return;
  const wider = (old: Uint32Array): Uint32Array => {
    const more = new Uint32Array(room * 2);
    more.set(old);
    return more;
  };
  const p = new Float64Array(room * 2);
  p.set(candidates.p);
  candidates.a = wider(candidates.a);
  candidates.b = wider(candidates.b);
  candidates.together = wider(candidates.together);
  candidates.customers = wider(candidates.customers);
  candidates.p = p;
}

function* countPairs(
  incidence: Incidence,
  owners: Uint32Array,
  lists: FrequentLists,
): Generator<Progress, Candidates, void> {
  const { items, minCount, offsets, places } = lists;
  const { offsets: starts, sets, setCount, units } = incidence;
  const m = items.length;
  const chanceOf = coincidenceTest(units);
  yield { done: 0.2 };
  const tallied = { together: new Uint32Array(m), customers: new Uint32Array(m) };
  const { together, customers } = tallied;
  const lastTurn = new Uint32Array(m);
  const next = offsets.slice(0, setCount);
  const candidates = noCandidates();
  let turn = 0;
  let steps = 0;
  let sliceSteps = 0;
  for (let place = 0; place < m; place++) {
    const a = items[place]!;
    let owner = -1;
    for (let k = starts[a]!; k < starts[a + 1]!; k++) {
      const set = sets[k]!;
      if (owners[set] !== owner) {
        owner = owners[set]!;
        turn++;
      }
      const from = ++next[set]!;
      const end = offsets[set + 1]!;
      for (let j = from; j < end; j++) {
        const other = places[j]!;
        together[other]!++;
        if (lastTurn[other] !== turn) {
          lastTurn[other] = turn;
          customers[other]!++;
        }
      }
      sliceSteps += end - from;
    }
    const tests = testsOf({ incidence, items, minCount, chanceOf }, place, tallied, candidates);
    sliceSteps += tests * STEPS_A_TEST;
    together.fill(0);
    customers.fill(0);
    sliceSteps += m - place;
    if (sliceSteps < STEPS_A_SLICE) continue;
    steps += sliceSteps;
    sliceSteps = 0;
    yield { done: 0.2 + 0.5 * Math.min(1, steps / (lists.steps + (m * m) / 2)) };
  }
  return candidates;
}

interface Tests {
  readonly incidence: Incidence;
  readonly items: readonly number[];
  readonly minCount: number;
  readonly chanceOf: (hits: number, size: number, allHits: number) => number;
}

/** Tests a thing with those that come after it; keeps what may be a finding. @returns number of tests that were reckoned */
function testsOf(
  { incidence, items, minCount, chanceOf }: Tests,
  place: number,
  { together, customers }: { readonly together: Uint32Array; readonly customers: Uint32Array },
  candidates: Candidates,
): number {
  const a = items[place]!;
  const countA = countOf(incidence, a);
  let tests = 0;
  for (let other = place + 1; other < items.length; other++) {
    const both = together[other]!;
    if (both < minCount || customers[other]! < FEWEST_CUSTOMERS) continue;
    const b = items[other]!;
    const countB = countOf(incidence, b);
    if (both * incidence.units <= countA * countB) continue;
    const p = chanceOf(both, countA, countB);
    tests++;
    if (p > FALSE_DISCOVERY) continue;
    makeRoom(candidates);
    const slot = candidates.count++;
    candidates.a[slot] = a;
    candidates.b[slot] = b;
    candidates.together[slot] = both;
    candidates.customers[slot] = customers[other]!;
    candidates.p[slot] = p;
  }
  return tests;
}
