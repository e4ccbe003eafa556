import { invariant } from "../base/invariant";

/** A term this small against the sum changes no digit. */
const NEGLIGIBLE = 1e-17;

/** ln k! for k = 0..most, summed with compensation: relative error below 1e-15. */
function logFactorials(most: number): Float64Array {
  const logs = new Float64Array(most + 1);
  let sum = 0;
  let rest = 0;
  for (let k = 2; k <= most; k++) {
    const next = sum + Math.log(k);
    rest += sum - next + Math.log(k);
    sum = next;
    logs[k] = sum + rest;
  }
  return logs;
}

/**
 * Fisher's exact test, one-sided, for very many pairs within one whole: `chanceOfSoMany` with its logarithms in a table.
 *
 * @param all  number of units (orders, customers), whole, >= 0. The table takes 8 bytes a unit
 * @returns a function of `hits` units with both, `size` with the one and `allHits` with the other (0 <= hits <= both <= all):
 *   P(X >= hits) of the hypergeometric distribution, 0..1; 0 below 1e-307
 *
 * Terms follow from each other by a quotient, so a call costs three exponentials' worth and as many multiplications as
 * terms matter. Relative error below 1e-9 for a million units against R phyper. Fisher 1935.
 */
export function coincidenceTest(
  all: number,
): (hits: number, size: number, allHits: number) => number {
  invariant(Number.isInteger(all) && all >= 0, `${all} units`);
  const logs = logFactorials(all);
  const termAt = (k: number, size: number, allHits: number): number =>
    Math.exp(
      logs[size]! -
        logs[k]! -
        logs[size - k]! +
        logs[all - size]! -
        logs[allHits - k]! -
        logs[all - size - allHits + k]! +
        logs[allHits]! +
        logs[all - allHits]! -
        logs[all]!,
    );
  return (hits, size, allHits) => {
    const least = Math.max(0, size + allHits - all);
    const most = Math.min(size, allHits);
    if (hits <= least) return 1;
    if (hits > most) return 0;
    const spare = all - size - allHits;
    // Below the middle the other tail is the short one, and nothing is lost by subtracting it.
    if (hits * all <= size * allHits) {
      let term = termAt(hits - 1, size, allHits);
      let sum = term;
      for (let k = hits - 1; k > least && term > sum * NEGLIGIBLE; k--) {
        term *= (k * (spare + k)) / ((size - k + 1) * (allHits - k + 1));
        sum += term;
      }
      return Math.max(0, 1 - sum);
    }
    let term = termAt(hits, size, allHits);
    let sum = term;
    for (let k = hits; k < most && term > sum * NEGLIGIBLE; k++) {
      term *= ((size - k) * (allHits - k)) / ((k + 1) * (spare + k + 1));
      sum += term;
    }
    return Math.min(1, sum);
  };
}
