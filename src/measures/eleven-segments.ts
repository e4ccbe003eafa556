import type { Bitset } from "../kernel/table/bitset";
import type { Period } from "../domain/scope";
import type { OrderBook } from "./order-book";
import { axisRules, rfmFacts, rfmScores, segmentsOf, type RfmScores } from "./rfm-scores";

/** Where each customer stands among the eleven segments of RFM; one slot a customer with a sale. */
export interface ElevenSegments {
  /** rows of `customers`, ascending */
  readonly customers: Uint32Array<ArrayBuffer>;
  readonly scores: RfmScores;
  /** index into `RFM_SEGMENTS.eleven`, by slot */
  readonly places: Uint8Array<ArrayBuffer>;
}

/**
 * The eleven segments as everything but the analysis of RFM itself takes them: quintiles, order days, money of the sale lines.
 *
 * @param sight.asOfDay    the day from which recency counts
 * @param sight.orderRows  selection of `orders` rows; null = all
 * @returns no slot when the period has no sale. O(lines + customers log customers)
 */
export function elevenSegments(
  book: OrderBook,
  sight: {
    readonly period: Period;
    readonly asOfDay: number;
    readonly orderRows: Bitset | null;
  },
): ElevenSegments {
  const facts = rfmFacts(book, { ...sight, basis: "sales", frequency: "order-days" });
  const scores = rfmScores(facts, axisRules("eleven", "quantile"));
  return { customers: facts.customers, scores, places: segmentsOf(scores, "eleven") };
}
