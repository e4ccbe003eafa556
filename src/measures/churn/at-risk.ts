/** Twice the usual chance is a reason to look. */
const TIMES_USUAL = 2;
/** Beyond this every customer is at risk, whatever is usual. */
const ALWAYS = 0.5;

/**
 * The chance from which a customer counts as at risk: twice that of all on average, at most one half.
 *
 * @param chances  of leaving, one a customer, 0..1
 * @returns 0..0.5; without customers 0
 */
export function atRiskFrom(chances: Float64Array): number {
  let sum = 0;
  for (const chance of chances) sum += chance;
  return Math.min(ALWAYS, (TIMES_USUAL * sum) / Math.max(1, chances.length));
}
