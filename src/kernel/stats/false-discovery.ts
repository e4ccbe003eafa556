/**
 * Benjamini-Hochberg adjusted p-values (q-values): calling everything with q <= 0.1 a finding keeps the expected share of
 * false ones among them at 10 % or less.
 *
 * @param pValues  length n, 0..1, any order
 * @returns length n, same order: q_(i) = min over j >= i of p_(j) n / j, at most 1
 *
 * For independent or positively dependent tests. O(n log n). R `p.adjust(method = "BH")`.
 * Benjamini & Hochberg, JRSS B 57, 1995.
 */
export function falseDiscoveryRates(pValues: ArrayLike<number>): Float64Array<ArrayBuffer> {
  const n = pValues.length;
  const order = Array.from({ length: n }, (_, i) => i).sort((a, b) => pValues[b]! - pValues[a]!);
  const rates = new Float64Array(n);
  let smallest = 1;
  order.forEach((i, place) => {
    smallest = Math.min(smallest, (pValues[i]! * n) / (n - place));
    rates[i] = smallest;
  });
  return rates;
}
