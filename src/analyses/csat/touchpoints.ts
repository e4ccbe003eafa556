import { journeyStep } from "../../domain/journey-words";
import { changeOf } from "./rating";
import type { RatedPart } from "./spec";

const LEVEL = 0.05;

/** Touchpoints in an order. */
interface Ordered<P> {
  readonly parts: readonly P[];
  /** in the order of the customer's way; else worst first, since no word names a step */
  readonly isJourney: boolean;
}

/**
 * Touchpoints along the customer's way; those that no word places come last, worst first.
 *
 * @param worstFirst  in the order that stands when fewer than two can be placed
 */
export function alongJourney<P extends { readonly part: RatedPart }>(
  worstFirst: readonly P[],
): Ordered<P> {
  const steps = worstFirst.map(({ part }) => journeyStep(part.label));
  if (steps.filter((step) => step !== null).length < 2) {
    return { parts: worstFirst, isJourney: false };
  }
  const parts = worstFirst
    .map((part, place) => ({ part, place, step: steps[place] ?? Infinity }))
    .toSorted((a, b) => (a.step === b.step ? a.place - b.place : a.step - b.step))
    .map(({ part }) => part);
  return { parts, isJourney: true };
}

/**
 * The touchpoint with the lowest top-2 box, when it can be told from every other.
 *
 * @returns its place; null with fewer than two that are not thin, or when it differs from some other at no less than 5 %, shared out
 *   over the others (Bonferroni)
 */
export function weakestOf(parts: readonly RatedPart[]): number | null {
  const judged = [...parts.keys()].filter((place) => !parts[place]!.isThin);
  if (judged.length < 2) return null;
  const ratioAt = (place: number): number => parts[place]!.rating.top2Box.ratio;
  const lowest = judged.reduce((least, place) => (ratioAt(place) < ratioAt(least) ? place : least));
  const level = LEVEL / (judged.length - 1);
  const { rating } = parts[lowest]!;
  const isApart = judged.every((place) => {
    if (place === lowest) return true;
    const other = parts[place]!.rating;
    return changeOf(rating.top2Box, other.top2Box, rating.n, other.n).pValue < level;
  });
  return isApart ? lowest : null;
}
