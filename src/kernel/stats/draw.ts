import type { Rng } from "../base/rng";

/** Standard normal, polar method (Marsaglia & Bray 1964); one of the pair is dropped so that draws need no memory. */
export function drawNormal(rng: Rng): number {
  for (;;) {
    const u = 2 * rng.next() - 1;
    const v = 2 * rng.next() - 1;
    const s = u * u + v * v;
    if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
  }
}

/** Exponential with this rate, above 0. */
export function drawExponential(rng: Rng, rate: number): number {
  return -Math.log1p(-rng.next()) / rate;
}

/**
 * Gamma with shape > 0 and rate > 0 (mean shape / rate).
 *
 * Marsaglia & Tsang, ACM TOMS 26(3), 2000; shapes below 1 by the power of a uniform. May underflow to 0 for tiny shapes.
 */
export function drawGamma(rng: Rng, shape: number, rate: number): number {
  if (shape < 1) {
    const boost = Math.pow(1 - rng.next(), 1 / shape);
    return boost * drawGamma(rng, shape + 1, rate);
  }
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(rng);
    const v = (1 + c * x) ** 3;
    if (v <= 0) continue;
    const u = 1 - rng.next();
    if (Math.log(u) < 0.5 * x * x + d - d * v + d * Math.log(v)) return (d * v) / rate;
  }
}

/** Beta(a, b), a and b above 0: a ratio of gammas. */
export function drawBeta(rng: Rng, a: number, b: number): number {
  const x = drawGamma(rng, a, 1);
  const y = drawGamma(rng, b, 1);
  if (x + y > 0) return x / (x + y);
  // both underflow only for tiny shapes, where the mass is at the ends
  return rng.next() < a / (a + b) ? 1 : 0;
}
