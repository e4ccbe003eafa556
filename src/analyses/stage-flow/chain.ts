import { quantileOfSorted } from "../../kernel/stats/quantile";
import { betaQuantile } from "../../kernel/stats/beta-quantile";
import { homogeneity, type ChiSquaredTest } from "../../kernel/stats/contingency";
import type { Rng } from "../../kernel/base/rng";

/** Stages that a customer can be in; newcomers are in none of them before. */
export const STATES = 4;

/** What happened in one period. */
export interface Step {
  /** customers by stage before and after: `from * STATES + to` */
  readonly moves: Float64Array;
  /** newcomers by stage */
  readonly came: Float64Array;
}

/** Order days only add up, so a customer never falls back behind them: acquire 0, develop 1, retain 2, winback 3. */
const POSSIBLE: readonly (readonly number[])[] = [
  [0, 1, 2, 3],
  [1, 2, 3],
  [2, 3],
  [1, 2, 3],
];

export const canMove = (from: number, to: number): boolean => POSSIBLE[from]!.includes(to);

/** Sums of moves and the mean inflow of some periods. */
export function pooled(steps: readonly Step[]): Step {
  const moves = new Float64Array(STATES * STATES);
  const came = new Float64Array(STATES);
  for (const step of steps) {
    for (let k = 0; k < moves.length; k++) moves[k]! += step.moves[k]!;
    for (let k = 0; k < STATES; k++) came[k]! += step.came[k]! / steps.length;
  }
  return { moves, came };
}

/** Shares of each row; a stage that nobody was in keeps whoever comes. */
export function transition(moves: Float64Array): Float64Array {
  const shares = new Float64Array(STATES * STATES);
  for (let from = 0; from < STATES; from++) {
    const total = rowTotal(moves, from);
    for (let to = 0; to < STATES; to++) {
      const stays = from === to ? 1 : 0;
      shares[from * STATES + to] = total > 0 ? moves[from * STATES + to]! / total : stays;
    }
  }
  return shares;
}

export function rowTotal(moves: Float64Array, from: number): number {
  let total = 0;
  for (let to = 0; to < STATES; to++) total += moves[from * STATES + to]!;
  return total;
}

/** Prior weight of each possible move: Jeffreys. */
const PRIOR = 0.5;

/**
 * 95 % interval of a share of moves: the marginal of the Dirichlet posterior with a Jeffreys prior over the moves that can
 * happen, which is a beta distribution.
 */
export function moveInterval(
  count: number,
  total: number,
  from: number,
): { readonly low: number; readonly high: number } {
  const others = POSSIBLE[from]!.length - 1;
  const [a, b] = [count + PRIOR, total - count + PRIOR * others];
  return { low: betaQuantile(0.025, a, b), high: betaQuantile(0.975, a, b) };
}

/** One period on: π P + inflow. */
function onward(counts: Float64Array, shares: Float64Array, came: Float64Array): Float64Array {
  const next = came.slice();
  for (let from = 0; from < STATES; from++) {
    for (let to = 0; to < STATES; to++) {
      next[to]! += counts[from]! * shares[from * STATES + to]!;
    }
  }
  return next;
}

/** Customers by stage after 1, 2, … periods. */
export function forecast(
  counts: Float64Array,
  { moves, came }: Step,
  horizon: number,
): readonly Float64Array[] {
  const shares = transition(moves);
  const ahead: Float64Array[] = [];
  let now = counts;
  for (let h = 0; h < horizon; h++) {
    now = onward(now, shares, came);
    ahead.push(now);
  }
  return ahead;
}

const DRAWS = 500;
const LOW = 0.1;
const HIGH = 0.9;

/**
 * Where four in five futures lie when each coming period is like one of the past ones, drawn whole: its moves and its inflow
 * together, so that good and bad periods and not only chance within a period are in it.
 */
export function futures(
  counts: Float64Array,
  steps: readonly Step[],
  horizon: number,
  rng: Rng,
): { readonly low: readonly Float64Array[]; readonly high: readonly Float64Array[] } {
  const shares = steps.map(({ moves }) => transition(moves));
  const drawn = Array.from({ length: horizon * STATES }, () => new Float64Array(DRAWS));
  for (let draw = 0; draw < DRAWS; draw++) {
    let now = counts;
    for (let h = 0; h < horizon; h++) {
      const k = rng.below(steps.length);
      now = onward(now, shares[k]!, steps[k]!.came);
      for (let s = 0; s < STATES; s++) drawn[h * STATES + s]![draw] = now[s]!;
    }
  }
  for (const values of drawn) values.sort();
  const at = (share: number): readonly Float64Array[] =>
    Array.from({ length: horizon }, (_, h) =>
      Float64Array.from({ length: STATES }, (__, s) =>
        quantileOfSorted(drawn[h * STATES + s]!, share),
      ),
    );
  return { low: at(LOW), high: at(HIGH) };
}

/** Are the chances the same in every period? One table a stage: period × next stage. Anderson & Goodman 1957. */
export function stationarityTest(steps: readonly Step[]): ChiSquaredTest | null {
  return homogeneity(
    Array.from({ length: STATES }, (_, from) =>
      steps.map(({ moves }) => moves.subarray(from * STATES, (from + 1) * STATES)),
    ),
  );
}

/**
 * Does only the present stage matter, or also the one before it? One table a present stage: previous × next stage.
 *
 * @param triples  customers by previous, present and next stage, `(previous * STATES + present) * STATES + next`
 */
export function orderTest(triples: Float64Array): ChiSquaredTest | null {
  return homogeneity(
    Array.from({ length: STATES }, (_, present) =>
      Array.from({ length: STATES }, (__, previous) => {
        const at = (previous * STATES + present) * STATES;
        return triples.subarray(at, at + STATES);
      }),
    ),
  );
}

export interface HeldOut {
  readonly origins: number;
  readonly compared: number;
  readonly error: number;
  readonly naive: number;
  readonly errors: Float64Array;
  readonly naives: Float64Array;
}

/** Periods held out at most, and periods to learn from at least. */
const MOST_HELD = 6;
const FEWEST_LEARNT = 3;

/**
 * The forecast made as it would have been made at the ends of the last periods, from the periods before each of them only,
 * against what came, and against "every stage stays as large as it is".
 *
 * @param counts  customers by stage at the end of each period, one more than `steps`: step t leads from counts t to t + 1
 * @param steps   all periods seen, oldest first
 * @param history periods learnt from
 * @returns null with too few periods
 *
 * The error is the sum over stages of |forecast − actual| ÷ customers there were. The window of silence that defines the
 * stages is taken from all the data; it is a definition, not a forecast.
 */
export function backTest(
  counts: readonly Float64Array[],
  steps: readonly Step[],
  history: number,
): HeldOut | null {
  const held = Math.min(MOST_HELD, steps.length - FEWEST_LEARNT);
  if (held < 1) return null;
  const errors = new Float64Array(held);
  const naives = new Float64Array(held);
  const compared = new Uint32Array(held);
  for (let origin = steps.length - held; origin < steps.length; origin++) {
    const learnt = pooled(steps.slice(Math.max(0, origin - history), origin));
    const start = counts[origin]!;
    forecast(start, learnt, steps.length - origin).forEach((ahead, h) => {
      const actual = counts[origin + h + 1]!;
      errors[h]! += misplaced(ahead, actual);
      naives[h]! += misplaced(start, actual);
      compared[h]!++;
    });
  }
  let [error, naive, all] = [0, 0, 0];
  for (let h = 0; h < held; h++) {
    error += errors[h]!;
    naive += naives[h]!;
    all += compared[h]!;
    errors[h]! /= compared[h]!;
    naives[h]! /= compared[h]!;
  }
  return { origins: held, compared: all, error: error / all, naive: naive / all, errors, naives };
}

function misplaced(forecasted: Float64Array, actual: Float64Array): number {
  let [wrong, total] = [0, 0];
  for (let s = 0; s < STATES; s++) {
    wrong += Math.abs(forecasted[s]! - actual[s]!);
    total += actual[s]!;
  }
  return total > 0 ? wrong / total : 0;
}
