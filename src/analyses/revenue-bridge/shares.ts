import { FACTOR_IDS } from "./spec";

/** Factors of a product, in the order of `FACTOR_IDS`. */
export type Factors = readonly number[];

const productOf = (factors: Factors): number =>
  factors.reduce((product, factor) => product * factor, 1);

/**
 * What each factor adds to the change of a product, by logarithmic means (LMDI I): L(v₁, v₀) · ln(x₁/x₀).
 *
 * @param before  factors above 0, and `now` as many
 * @returns parts that add up to Π now − Π before up to rounding. Ang, Energy Policy 32, 2004
 */
export function logMeanParts(before: Factors, now: Factors): readonly number[] {
  const [was, is] = [productOf(before), productOf(now)];
  const ratio = Math.log(is / was);
  const mean = Math.abs(ratio) < 1e-9 ? (was + is) / 2 : (is - was) / ratio;
  return before.map((factor, k) => mean * Math.log(now[k]! / factor));
}

/**
 * The same by Shapley's value: what a factor adds when it is the next to change, averaged over every order of them.
 *
 * O(2^factors). Shapley 1953; Albrecht, François & Schoors, Energy Policy 30, 2002
 */
export function shapleyParts(before: Factors, now: Factors): readonly number[] {
  const n = before.length;
  const valueOf = (changed: number): number =>
    productOf(before.map((factor, k) => ((changed >> k) & 1 ? now[k]! : factor)));
  const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
  return before.map((_, k) => {
    let part = 0;
    for (let others = 0; others < 1 << n; others++) {
      if ((others >> k) & 1) continue;
      const size = bitCount(others);
      const weight = (factorial(size) * factorial(n - size - 1)) / factorial(n);
      part += weight * (valueOf(others | (1 << k)) - valueOf(others));
    }
    return part;
  });
}

function bitCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}

/**
 * Whole hundredths that add up to a whole: each part rounded down, and what is left over goes to the largest remainders.
 *
 * @param parts  money; their sum is `total` hundredths up to a few of them
 */
export function wholeCents(parts: readonly number[], total: number): readonly number[] {
  const cents = parts.map((part) => Math.floor(part * 100));
  const left = total - cents.reduce((sum, part) => sum + part, 0);
  const order = parts
    .map((part, k) => ({ k, rest: part * 100 - Math.floor(part * 100) }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k);
  const each = Math.trunc(left / parts.length);
  const over = left - each * parts.length;
  order.forEach(({ k }, place) => {
    // Below zero the smallest remainders give back.
    const isGiven = over >= 0 ? place < over : place >= parts.length + over;
    cents[k]! += each + (isGiven ? Math.sign(over) : 0);
  });
  return cents;
}

/** Customers × orders per customer × items per order × money per item; null where one of them is not above zero. */
export function factorsOf(
  sales: number,
  {
    customers,
    orders,
    items,
  }: { readonly customers: number; readonly orders: number; readonly items: number },
): Factors | null {
  const factors = [customers, orders / customers, items / orders, sales / items];
  return factors.length === FACTOR_IDS.length && factors.every((factor) => factor > 0)
    ? factors
    : null;
}
