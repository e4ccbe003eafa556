import type { Tagged } from "../../domain/question-tags";
import { studentHalfWidth, studentTwoSided } from "../../kernel/stats/student-t";
import { sheetMean } from "../../measures/sheet-mean";
import { allSlots } from "../../measures/survey-sheet";
import { columnsWhere, evenWeights, slotsBelow, type AspectBook } from "./aspects";
import type { Points, TagBoard, TagLine } from "./spec";

const MIDDLE = 50;

export interface TagSight {
  readonly board: TagBoard;
  /** of each line the questionnaires below the middle */
  readonly low: ReadonlyMap<string, readonly number[]>;
}

/**
 * Aspects by one kind of tag: the mean of the aspects of each, all weighing the same, and the best against the worst.
 *
 * @param codes    in the order in which they are shown; those without an aspect are left out
 * @param behind   customers of some questionnaires
 * @returns the contrast is a paired t test of linearised means (each questionnaire adds its part to both sides), its p times the number
 *   of pairs, its interval as much wider: the best and the worst were picked out of all (Bonferroni)
 */
export function tagBoard<T extends TagLine["tag"]>(
  book: AspectBook,
  codes: readonly T[],
  tagOf: (tags: Tagged) => T | null,
  behind: (slots: readonly number[]) => number,
): TagSight {
  const { sheet, items } = book;
  const slots = allSlots(sheet);
  const low = new Map<string, readonly number[]>();
  const columnsOf = (tag: T): readonly number[] =>
    columnsWhere(book, (tags) => tagOf(tags) === tag);
  const lines = codes.flatMap((tag): (TagLine & { readonly tag: T })[] => {
    const columns = columnsOf(tag);
    const weights = evenWeights(sheet.width, columns);
    const mean = columns.length === 0 ? null : sheetMean(sheet, weights, slots);
    if (mean === null) return [];
    const below = slotsBelow(sheet, weights, MIDDLE);
    low.set(tag, below);
    const aspects = columns.map((column) => items[column]!.dimension);
    return [{ tag, aspects, mean, lowCustomers: behind(below) }];
  });
  const sorted = lines.toSorted((a, b) => a.mean.index - b.mean.index);
  const [worst, best] = [sorted[0], sorted.at(-1)];
  const untagged = columnsWhere(book, (tags) => tagOf(tags) === null).length;
  if (lines.length < 2 || worst === undefined || best === undefined) {
    return { board: { lines, contrast: null, untagged }, low };
  }
  const plus = evenWeights(sheet.width, columnsOf(best.tag));
  const minus = evenWeights(sheet.width, columnsOf(worst.tag));
  const difference = sheetMean(
    sheet,
    plus.map((weight, j) => weight - minus[j]!),
    slots,
  )!;
  const pairs = (lines.length * (lines.length - 1)) / 2;
  const contrast = {
    best: best.tag,
    worst: worst.tag,
    difference: widened(difference, pairs),
    pValue: Math.min(1, pairs * pValueOf(difference)),
  };
  return { board: { lines, contrast, untagged }, low };
}

/** The interval that holds for all pairs together at 95 %, as the best and the worst were picked out (Bonferroni). */
function widened(difference: Points, pairs: number): Points {
  const { index, error, n } = difference;
  const half = n > 1 ? studentHalfWidth(1 - 0.05 / pairs, n - 1) * error : Infinity;
  return { ...difference, low: index - half, high: index + half };
}

/** A difference without variation is what it is. */
function pValueOf({ index, error, n }: Points): number {
  if (error > 0) return studentTwoSided(index / error, n - 1);
  return index === 0 ? 1 : 0;
}
