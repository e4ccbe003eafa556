import { quantileOfSorted } from "../../kernel/stats/quantile";
import type { Points } from "../../kernel/stats/clustering/points";
import type { RfmFacts } from "../../measures/rfm-scores";
import { FEATURE_IDS, type FeatureId, type Level } from "./spec";

/** Quartiles of a normal distribution are this many standard deviations apart. */
const QUARTILES = 1.3489795003921634;

export interface Features {
  /** one point a customer, in the order of `order` */
  readonly points: Points;
  /** slots of the facts, sorted by their values: the same customers give the same points however the file is sorted */
  readonly order: Uint32Array<ArrayBuffer>;
  readonly distinct: number;
}

const factsOf = (facts: RfmFacts, id: FeatureId): Float64Array =>
  ({ recency: facts.recencyDays, frequency: facts.frequencies, money: facts.amounts })[id];

/**
 * ln(1 + x) of recency, frequency and money (money below zero counts as none), each brought to a middle of 0 and a spread of 1.
 *
 * `robust`: median, and quartiles as far apart as those of a normal distribution; by the standard deviation where half the customers
 * have one value. `standard`: mean and population standard deviation. A feature that all share stays 0. O(n log n).
 */
export function features(facts: RfmFacts, scaling: "robust" | "standard"): Features {
  const n = facts.customers.length;
  const order = sortedOrder(facts);
  const values = new Float64Array(n * FEATURE_IDS.length);
  FEATURE_IDS.forEach((id, d) => {
    const raw = factsOf(facts, id);
    const logs = new Float64Array(n);
    for (let i = 0; i < n; i++) logs[i] = Math.log1p(Math.max(0, raw[order[i]!]!));
    const { middle, spread } = scaleOf(logs, scaling);
    for (let i = 0; i < n; i++)
      values[i * FEATURE_IDS.length + d] = spread > 0 ? (logs[i]! - middle) / spread : 0;
  });
  const points = { n, dimensions: FEATURE_IDS.length, values };
  return { points, order, distinct: distinctOf(points) };
}

function sortedOrder({ recencyDays, frequencies, amounts }: RfmFacts): Uint32Array<ArrayBuffer> {
  return Uint32Array.from(recencyDays, (_, slot) => slot).sort(
    (one, other) =>
      recencyDays[one]! - recencyDays[other]! ||
      frequencies[one]! - frequencies[other]! ||
      amounts[one]! - amounts[other]!,
  );
}

function scaleOf(logs: Float64Array, scaling: "robust" | "standard") {
  const n = logs.length;
  if (scaling === "robust") {
    const sorted = Float64Array.from(logs).sort();
    const spread = (quantileOfSorted(sorted, 0.75) - quantileOfSorted(sorted, 0.25)) / QUARTILES;
    if (spread > 0) return { middle: quantileOfSorted(sorted, 0.5), spread };
  }
  let [sum, squares] = [0, 0];
  for (const value of logs) sum += value;
  const middle = sum / n;
  for (const value of logs) squares += (value - middle) ** 2;
  return { middle, spread: Math.sqrt(squares / n) };
}

/** Equal points stand together only by their sorted raw values, so neighbours are compared. */
function distinctOf({ n, dimensions, values }: Points): number {
  let count = n === 0 ? 0 : 1;
  for (let i = 1; i < n; i++) {
    for (let d = 0; d < dimensions; d++) {
      if (values[i * dimensions + d] === values[(i - 1) * dimensions + d]) continue;
      count++;
      break;
    }
  }
  return count;
}

/** Where a typical value of a group lies among all customers: beyond the lower or the upper third, or between. */
export function levelOf(value: number, sorted: Float64Array): Level {
  if (value < quantileOfSorted(sorted, 1 / 3)) return "low";
  return value > quantileOfSorted(sorted, 2 / 3) ? "high" : "middle";
}

/** Ascending values of a feature over all customers. */
export const sortedFeature = (facts: RfmFacts, id: FeatureId): Float64Array =>
  Float64Array.from(factsOf(facts, id)).sort();

/** Median of a feature over some slots. */
export function medianOf(facts: RfmFacts, id: FeatureId, slots: Uint32Array): number {
  const raw = factsOf(facts, id);
  return quantileOfSorted(Float64Array.from(slots, (slot) => raw[slot]!).sort(), 0.5);
}
