/** Nodes and weights of a quadrature rule. */
export interface QuadratureRule {
  readonly nodes: Float64Array;
  readonly weights: Float64Array;
}

/**
 * Gauss–Legendre rule on 0..1: exact for polynomials up to degree 2n − 1.
 *
 * @param n number of nodes, 1 or more
 * @returns ascending nodes, weights that sum to 1
 *
 * Newton's method on the Legendre recurrence from the usual cosine start. O(n²).
 */
export function gaussLegendre(n: number): QuadratureRule {
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  for (let i = 0; i < (n + 1) >> 1; i++) {
    let x = Math.cos((Math.PI * (i + 0.75)) / (n + 0.5));
    let slope = 0;
    for (let step = 0; step < 100; step++) {
      let p = 1;
      let before = 0;
      for (let j = 0; j < n; j++) {
        const older = before;
        before = p;
        p = ((2 * j + 1) * x * before - j * older) / (j + 1);
      }
      slope = (n * (x * p - before)) / (x * x - 1);
      const move = p / slope;
      x -= move;
      if (Math.abs(move) < 1e-15) break;
    }
    const weight = 1 / ((1 - x * x) * slope * slope);
    nodes[i] = (1 - x) / 2;
    nodes[n - 1 - i] = (1 + x) / 2;
    weights[i] = weight;
    weights[n - 1 - i] = weight;
  }
  return { nodes, weights };
}
