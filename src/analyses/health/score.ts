import type { Measured } from "./measure";
import { MEASURES, type HealthParams, type HealthPart, type MeasureId } from "./spec";

const PARTS = 3;
/** Points below which a part is not worth a word. */
const LEAST_LOST = 5;

export interface Scored {
  /** 0..100; NaN where nothing is known or all known weighs nothing */
  readonly scores: Float64Array<ArrayBuffer>;
  /** weights of what is known, by customer */
  readonly totals: Float64Array<ArrayBuffer>;
}

export const weightOf = (params: HealthParams, id: MeasureId): number => params[id];

/** Σ w s ÷ Σ w over the measures that a customer has: what is missing is shared out in proportion. O(customers × measures). */
export function scored(
  measures: readonly Measured[],
  params: HealthParams,
  customers: number,
): Scored {
  const scores = new Float64Array(customers);
  const totals = new Float64Array(customers);
  for (const { id, scores: own } of measures) {
    const weight = weightOf(params, id);
    for (let customer = 0; customer < customers; customer++) {
      const score = own[customer]!;
      if (score !== score) continue;
      scores[customer]! += weight * score;
      totals[customer]! += weight;
    }
  }
  for (let customer = 0; customer < customers; customer++) {
    scores[customer] = totals[customer]! > 0 ? scores[customer]! / totals[customer]! : NaN;
  }
  return { scores, totals };
}

/** What takes most off a customer's score, the largest first. */
export function partsOf(
  measures: readonly Measured[],
  params: HealthParams,
  customer: number,
  total: number,
): readonly HealthPart[] {
  return measures
    .filter(({ scores }) => scores[customer] === scores[customer])
    .map(({ id, scores, facts, usual }): HealthPart => {
      const score = scores[customer]!;
      const own = usual[customer]!;
      return {
        id,
        score,
        lost: (weightOf(params, id) * (100 - score)) / total,
        fact: facts[customer]!,
        usual: own === own ? own : null,
      };
    })
    .filter(({ lost }) => lost >= LEAST_LOST)
    .sort((a, b) => b.lost - a.lost || MEASURES.indexOf(a.id) - MEASURES.indexOf(b.id))
    .slice(0, PARTS);
}
