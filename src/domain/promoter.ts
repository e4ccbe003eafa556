/** From this answer of a 0–10 scale on, a customer recommends. Reichheld, "The One Number You Need to Grow", 2003. */
export const PROMOTER_FROM = 9;
/** A half point above 6 is no 7 yet. */
const PASSIVE_FROM = 7;

/** Class of an answer of 0–10: 0 detractor, 1 passive, 2 promoter. */
export function promoterClass(score: number): 0 | 1 | 2 {
  if (score >= PROMOTER_FROM) return 2;
  return score >= PASSIVE_FROM ? 1 : 0;
}
