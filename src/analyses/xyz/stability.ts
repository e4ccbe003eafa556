import { abcCut, GRADES, type AbcCut } from "../../domain/rule-book";
import { addMonths } from "../../kernel/base/calendar";
import type { Rng } from "../../kernel/base/rng";
import { gradesOf, valueRanking, type ValueRanking } from "../../measures/grades";
import type { OrderBook } from "../../measures/order-book";
import { valueBlocks } from "../../measures/value-blocks";
import { rankedValue } from "../../measures/value-rank";
import { windowOf } from "../../measures/window";
import type { Ambient, Progress } from "../define";
import { TRIALS, type Trial, type TrialLine, type XyzParams } from "./spec";

/** How far the cuts are moved, as a share of themselves. */
const CUT_SHIFT = 0.05;
/** A grade stays in the draws when it is the same in so many of them. */
const SURE_SHARE = 0.8;
/** Fewer blocks of months cannot be drawn from. */
const LEAST_BLOCKS = 3;
const MOST_BLOCKS = 24;

/** What is graded again. */
export interface StabilitySight {
  readonly book: OrderBook;
  readonly params: XyzParams;
  readonly ambient: Ambient;
  readonly ranking: ValueRanking;
  /** 0 = none, 1 = A, 2 = B, 3 = C, by row */
  readonly grades: Uint8Array;
}

/** By row of a customer, whether its grade stays; null where a trial could not be made. */
export interface Stability {
  readonly stays: Readonly<Record<Trial, Uint8Array | null>>;
  /** by row × 3: draws in which the customer was A, B, C */
  readonly drawn: Uint16Array | null;
}

/**
 * Tries the grades by moving the cuts by 5 % of themselves down and up, the window a month back, and by drawing the months of the
 * window again with replacement (all customers together, so that what moves them together does).
 *
 * The window is the period; all days have no earlier window, so that trial is then not made. Künsch 1989 (blocks of time).
 * @yields after each draw
 */
export function* stabilityOf(sight: StabilitySight): Generator<Progress, Stability, void> {
  const cut = cutTrial(sight);
  yield { done: 0 };
  const window = windowTrial(sight);
  yield { done: 0.05 };
  const drawn = yield* drawTrial(sight);
  return {
    stays: { cut, window, draws: drawn === null ? null : sureOf(sight, drawn) },
    drawn,
  };
}

const moved = (cut: AbcCut, factor: number): AbcCut => ({
  ...cut,
  ends: [Math.min(1, cut.ends[0] * factor), Math.min(1, cut.ends[1] * factor)],
});

function same(sight: StabilitySight, others: readonly Uint8Array[]): Uint8Array {
  const stays = new Uint8Array(sight.grades.length);
  for (const row of sight.ranking.customers)
    stays[row] = others.every((other) => other[row] === sight.grades[row]) ? 1 : 0;
  return stays;
}

function cutTrial(sight: StabilitySight): Uint8Array {
  const cut = abcCut(sight.params.cut);
  const n = sight.grades.length;
  const others = [1 - CUT_SHIFT, 1 + CUT_SHIFT].map((factor) =>
    gradesOf(sight.ranking, moved(cut, factor), n),
  );
  return same(sight, others);
}

function windowTrial(sight: StabilitySight): Uint8Array | null {
  const { book, params, ambient } = sight;
  if (params.window === "all") return null;
  const period = windowOf(ambient.scope, "period");
  const earlier = { fromDay: addMonths(period.fromDay, -1), toDay: addMonths(period.toDay, -1) };
  if (book.saleSpan === null || book.saleSpan.firstDay > earlier.fromDay) return null;
  const ranked = rankedValue(book, earlier, params, ambient.orderRows);
  if (ranked === null) return null;
  return same(sight, [gradesOf(ranked.ranking, abcCut(params.cut), sight.grades.length)]);
}

function* drawTrial(sight: StabilitySight): Generator<Progress, Uint16Array | null, void> {
  const { book, params, ambient, ranking } = sight;
  const period = windowOf(ambient.scope, params.window);
  const choice = { orderRows: ambient.orderRows, most: MOST_BLOCKS };
  const found = valueBlocks(book, period, params, choice);
  if (found === null || found.blocks < LEAST_BLOCKS) return null;
  yield { done: 0.05 };
  const cut = abcCut(params.cut);
  const customers = ranking.customers.slice().sort();
  const values = new Float64Array(book.customerCount);
  const drawn = new Uint16Array(book.customerCount * GRADES.length);
  for (let draw = 0; draw < params.draws; draw++) {
    const times = drawnTimes(found.blocks, ambient.rng);
    for (const row of customers) {
      const from = row * found.blocks;
      let sum = 0;
      for (let block = 0; block < found.blocks; block++)
        sum += times[block]! * found.values[from + block]!;
      values[row] = sum;
    }
    const grades = gradesOf(valueRanking(customers, values), cut, book.customerCount);
    for (const row of customers) drawn[row * GRADES.length + grades[row]! - 1]!++;
    yield { done: 0.05 + (0.95 * (draw + 1)) / params.draws };
  }
  return drawn;
}

function drawnTimes(blocks: number, rng: Rng): Float64Array {
  const times = new Float64Array(blocks);
  for (let k = 0; k < blocks; k++) times[rng.below(blocks)]!++;
  return times;
}

function sureOf({ ranking, grades, params }: StabilitySight, drawn: Uint16Array): Uint8Array {
  const stays = new Uint8Array(grades.length);
  for (const row of ranking.customers) {
    const times = drawn[row * GRADES.length + grades[row]! - 1]!;
    stays[row] = times >= SURE_SHARE * params.draws ? 1 : 0;
  }
  return stays;
}

/** Rows of the graded customers, largest first, whose grade does not stay in some trial that could be made. */
export function borderRows({ ranking }: StabilitySight, { stays }: Stability): Uint32Array {
  return ranking.customers.filter((row) => TRIALS.some((trial) => stays[trial]?.[row] === 0));
}

export const changedRows = (
  { ranking }: StabilitySight,
  { stays }: Stability,
  trial: Trial,
): Uint32Array => ranking.customers.filter((row) => stays[trial]?.[row] === 0);

export function trialLine(sight: StabilitySight, stability: Stability, trial: Trial): TrialLine {
  const { ranking, grades } = sight;
  const stays = stability.stays[trial];
  const heads = [0, 0, 0];
  const kept = [0, 0, 0];
  for (const row of ranking.customers) {
    heads[grades[row]! - 1]!++;
    if (stays?.[row] === 1) kept[grades[row]! - 1]!++;
  }
  const shareOf = (part: number, whole: number): number | null =>
    stays === null || whole === 0 ? null : part / whole;
  const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0);
  return {
    trial,
    isMade: stays !== null,
    stays: [
      shareOf(kept[0]!, heads[0]!),
      shareOf(kept[1]!, heads[1]!),
      shareOf(kept[2]!, heads[2]!),
    ],
    all: shareOf(sum(kept), sum(heads)),
    changed: stays === null ? 0 : sum(heads) - sum(kept),
  };
}
