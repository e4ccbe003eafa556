import type { Rng } from "../../kernel/base/rng";
import { drawNormal } from "../../kernel/stats/draw";
import { quantiles } from "../../kernel/stats/quantile";
import { residualPeriods, type RenewalFit } from "../../measures/clv/shifted-beta-geometric";
import type { RenewalValue } from "./spec";

/** Draws of the parameters: enough for the ends of a 95 % interval, and quick. */
const DRAWS = 400;

interface Paying {
  readonly renewals: number;
  readonly fee: number | null;
}

interface Pricing {
  readonly fit: RenewalFit;
  readonly discount: number;
  /** the most renewals that one of the customers has */
  readonly most: number;
  readonly rng: Rng;
}

/**
 * What these customers will still pay from their next renewal on, discounted to it.
 *
 * The interval is of the total over parameters drawn from the normal limit of the estimates of ln α and ln β, by the covariance at the
 * maximum; chance of the single customers beside it is small in a total. Null when nobody's fee is known. O(customers + draws × periods).
 */
export function valueOf(
  customers: readonly Paying[],
  { fit, discount, most, rng }: Pricing,
): RenewalValue | null {
  const fees = new Float64Array(most + 1);
  let withoutFee = 0;
  for (const { renewals, fee } of customers) {
    if (fee === null) withoutFee++;
    else fees[renewals]! += fee;
  }
  if (withoutFee === customers.length) return null;
  const totalAt = (alpha: number, beta: number): number => {
    const periods = residualPeriods({ alpha, beta }, most, discount);
    return fees.reduce((sum, fee, n) => sum + fee * periods[n]!, 0);
  };
  const { alpha, beta, covariance } = fit;
  const draws: number[] = [];
  for (let draw = 0; covariance !== null && draw < DRAWS; draw++) {
    const spreadA = Math.sqrt(covariance.alpha) / alpha;
    const shared = covariance.both / (alpha * beta) / spreadA;
    const own = Math.sqrt(Math.max(0, covariance.beta / beta ** 2 - shared ** 2));
    const [first, second] = [drawNormal(rng), drawNormal(rng)];
    draws.push(
      totalAt(alpha * Math.exp(spreadA * first), beta * Math.exp(shared * first + own * second)),
    );
  }
  const [low, high] = draws.length === 0 ? [] : quantiles(Float64Array.from(draws), [0.025, 0.975]);
  return {
    total: totalAt(alpha, beta),
    low: low ?? null,
    high: high ?? null,
    customers: customers.length - withoutFee,
    withoutFee,
  };
}
