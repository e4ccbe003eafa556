import { finished } from "../../base/finished";
import { Z_95 } from "./kaplan-meier";
import { lifetimes, riskTable, type Observations } from "./lifetimes";

/** One cause over time; all arrays have the length of `times`. */
export interface CauseCurve {
  readonly events: number;
  /** share that has left for this cause by the time, 0..1 */
  readonly incidence: Float64Array;
  readonly standardErrors: Float64Array;
  /** 95 % on the scale of log(−log(1 − F)); NaN before the first event of the cause */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** 1 − Kaplan–Meier with the other causes taken for censoring: what the cause would claim if the others did not exist */
  readonly naive: Float64Array;
}

export interface CumulativeIncidence {
  /** distinct event times of any cause, ascending */
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  /** share that is left, of all causes */
  readonly survival: Float64Array;
  /** one a cause: outcome 1, 2, … */
  readonly causes: readonly CauseCurve[];
}

/**
 * Aalen–Johansen estimate of the cumulative incidence of competing causes.
 *
 * @param seen    outcomes 0 (still there) to `causes`
 * @param causes  how many causes there are
 * @returns Σ_k F_k(t) + S(t) = 1 at every time
 *
 * F_k(t) = Σ S(t_j⁻) d_kj ÷ n_j. Variance by the delta method; it is the binomial one without censoring and Greenwood's with one
 * cause. The naive curve is always at or above F_k: it gives every cause the customers that the others have taken.
 * O(n log n + m × causes). Aalen & Johansen 1978; Marubini & Valsecchi 1995, 10.2.
 */
export const cumulativeIncidence = (seen: Observations, causes: number): CumulativeIncidence =>
  finished(cumulativeIncidenceSteps(seen, causes));

/** As `cumulativeIncidence`. @yields after every cause */
export function* cumulativeIncidenceSteps(
  seen: Observations,
  causes: number,
): Generator<void, CumulativeIncidence, void> {
  const { times, atRisk, events } = riskTable(lifetimes(seen));
  const survival = new Float64Array(times.length);
  let left = 1;
  for (let j = 0; j < times.length; j++) {
    left *= (atRisk[j]! - events[j]!) / atRisk[j]!;
    survival[j] = left;
  }
  const all = { times, atRisk, events, survival };
  const curves: CauseCurve[] = [];
  for (let cause = 1; cause <= causes; cause++) {
    yield;
    curves.push(causeCurve(seen, cause, all));
  }
  return { times, atRisk, survival, causes: curves };
}

interface AllCauses {
  readonly times: Float64Array;
  readonly atRisk: Float64Array;
  readonly events: Float64Array;
  readonly survival: Float64Array;
}

function causeCurve(seen: Observations, cause: number, all: AllCauses): CauseCurve {
  const { times, atRisk, events, survival } = all;
  const own = riskTable(lifetimes(seen, { cause }));
  const m = times.length;
  const incidence = new Float64Array(m);
  const standardErrors = new Float64Array(m);
  const lower = new Float64Array(m);
  const upper = new Float64Array(m);
  const naive = new Float64Array(m);
  let [place, count, before, share, alone] = [0, 0, 1, 0, 1];
  // The sums of the variance, expanded by powers of F(t), so that one pass is enough.
  let [a, aF, aFF, second, third, thirdF] = [0, 0, 0, 0, 0, 0];
  for (let j = 0; j < m; j++) {
    const [n, d] = [atRisk[j]!, events[j]!];
    const isOwn = own.times[place] === times[j]!;
    const dk = isOwn ? own.events[place]! : 0;
    if (isOwn) place++;
    count += dk;
    share += (before * dk) / n;
    alone *= (n - dk) / n;
    if (n > d) {
      const greenwood = d / (n * (n - d));
      a += greenwood;
      aF += greenwood * share;
      aFF += greenwood * share * share;
    }
    second += (before * before * (n - dk) * dk) / (n * n * n);
    third += (before * dk) / (n * n);
    thirdF += (share * before * dk) / (n * n);
    const variance =
      share * share * a - 2 * share * aF + aFF + second - 2 * (share * third - thirdF);
    incidence[j] = share;
    naive[j] = 1 - alone;
    standardErrors[j] = Math.sqrt(Math.max(0, variance));
    const log = Math.log(1 - share);
    const spread = Math.exp((Z_95 * standardErrors[j]!) / ((1 - share) * -log));
    const hasBand = share > 0 && share < 1;
    lower[j] = hasBand ? 1 - Math.exp(log / spread) : NaN;
    upper[j] = hasBand ? 1 - Math.exp(log * spread) : NaN;
    before = survival[j]!;
  }
  return { events: count, incidence, standardErrors, lower, upper, naive };
}
