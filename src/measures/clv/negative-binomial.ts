/**
 * Probabilities of 0, 1 … `most` events in `time` at a gamma-distributed rate with shape r and rate α.
 *
 * @returns length most + 1
 */
export function negativeBinomial(
  r: number,
  alpha: number,
  most: number,
  time: number,
): Float64Array {
  const probabilities = new Float64Array(most + 1);
  const share = time / (alpha + time);
  let p = Math.exp(r * Math.log(alpha / (alpha + time)));
  for (let x = 0; x <= most; x++) {
    probabilities[x] = p;
    p *= ((r + x) / (x + 1)) * share;
  }
  return probabilities;
}
