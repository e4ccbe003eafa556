import { BAND_LIMITS, type BandId } from "./spec";

/** @param score 0..100 */
export function bandOf(score: number): BandId {
  if (score < BAND_LIMITS.danger) return "danger";
  return score < BAND_LIMITS.watch ? "watch" : "healthy";
}
