import { proportionTrend } from "../../kernel/stats/proportion-trend";
import type { Cohort, CohortTrend } from "./spec";

const FEWEST_COHORTS = 3;
/** Customers that stay, and that do not, below which the normal law is no guide. */
const FEWEST_EACH = 10;

/**
 * Whether later cohorts stay better, at each offset.
 *
 * @param rows  of the reading `exact`, oldest first
 * @param lastPeriod  the last period that is over
 * @returns offsets 1.. with enough cohorts and customers. The first period of the data is left out: its customers may be older
 */
export function cohortTrends(rows: readonly Cohort[], lastPeriod: number): CohortTrend[] {
  const trends: CohortTrend[] = [];
  const known = rows.filter(({ first }) => !first);
  for (let offset = 1; offset <= lastPeriod; offset++) {
    const over = known.filter(({ index }) => index + offset <= lastPeriod);
    if (over.length < FEWEST_COHORTS) break;
    const shares = over.map(({ index, size, customers }) => ({
      score: index,
      successes: customers[offset]!,
      trials: size,
    }));
    const customers = over.reduce((n, { size }) => n + size, 0);
    const stayed = shares.reduce((n, { successes }) => n + successes, 0);
    if (Math.min(stayed, customers - stayed) < FEWEST_EACH) continue;
    const trend = proportionTrend(shares);
    if (trend === null) continue;
    const { slope, p } = trend;
    trends.push({ offset, cohorts: over.length, customers, slope, p });
  }
  return trends;
}
