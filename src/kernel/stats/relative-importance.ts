/** A correlation below 1 by less than this is a copy: such a driver adds nothing to those before it. */
const COPY = 1e-10;
const MOST_SWEEPS = 60;

/**
 * R² of the regression on every subset of some drivers.
 *
 * @param correlations  p × p correlations of the drivers, row by row; no missing values
 * @param outcome       p correlations of the drivers with the outcome
 * @returns length 2^p; slot `mask` has R² of the drivers whose bits are set, 0..1
 *
 * One Cholesky row a subset, each from the subset without its last driver: O(2^p p²). A driver that is a combination of those
 * before it adds nothing. Meant for p <= 12.
 */
export function subsetRSquared(
  correlations: Float64Array,
  outcome: Float64Array,
): Float64Array<ArrayBuffer> {
  const p = outcome.length;
  const explained = new Float64Array(2 ** p);
  const rows = new Float64Array(p * p);
  const chosen = new Int32Array(p);
  const scores = new Float64Array(p);
  const descend = (from: number, depth: number, mask: number, sum: number): void => {
    for (let j = from; j < p; j++) {
      let left = 1;
      let own = outcome[j]!;
      const at = depth * p;
      for (let k = 0; k < depth; k++) {
        let value = correlations[j * p + chosen[k]!]!;
        for (let l = 0; l < k; l++) value -= rows[at + l]! * rows[k * p + l]!;
        value /= rows[k * p + k]!;
        rows[at + k] = value;
        left -= value * value;
        own -= value * scores[k]!;
      }
      const next = mask | (1 << j);
      if (left < COPY) {
        explained[next] = sum;
        descend(j + 1, depth, next, sum);
        continue;
      }
      const root = Math.sqrt(left);
      const score = own / root;
      rows[at + depth] = root;
      scores[depth] = score;
      chosen[depth] = j;
      const total = Math.min(1, sum + score * score);
      explained[next] = total;
      descend(j + 1, depth + 1, next, total);
    }
  };
  descend(0, 0, 0, 0);
  return explained;
}

/**
 * Shapley (LMG) parts of R²: what a driver adds, averaged over every order of the drivers.
 *
 * @param explained  `subsetRSquared`
 * @returns length p; the sum is the R² of all
 *
 * O(2^p p). Lindeman, Merenda & Gold 1980; Grömping, Am. Stat. 61(2), 2007.
 */
export function shapleyParts(explained: Float64Array, p: number): Float64Array<ArrayBuffer> {
  // s! (p − s − 1)! / p!
  const weights = Float64Array.from({ length: p }, (_, size) => {
    let weight = 1 / p;
    for (let k = 1; k <= size; k++) weight *= k / (p - k);
    return weight;
  });
  const sizes = new Uint8Array(explained.length);
  for (let mask = 1; mask < sizes.length; mask++) sizes[mask] = sizes[mask >> 1]! + (mask & 1);
  const parts = new Float64Array(p);
  for (let j = 0; j < p; j++) {
    const bit = 1 << j;
    let part = 0;
    for (let mask = 0; mask < explained.length; mask++) {
      if ((mask & bit) !== 0) continue;
      part += weights[sizes[mask]!]! * (explained[mask | bit]! - explained[mask]!);
    }
    parts[j] = part;
  }
  return parts;
}

/**
 * Johnson's relative weights: R² shared out by way of the nearest uncorrelated drivers.
 *
 * @param correlations  p × p, row by row
 * @param outcome       p correlations with the outcome
 * @returns length p; the sum is the R² of all
 *
 * R = P Δ² Pᵀ, Λ = P Δ Pᵀ, β = Λ⁻¹ r, weights Λ² β² (squares by element). Directions without variance are left out. O(p³).
 * Johnson, Multivariate Behavioral Research 35(1), 2000.
 */
export function johnsonParts(
  correlations: Float64Array,
  outcome: Float64Array,
): Float64Array<ArrayBuffer> {
  const p = outcome.length;
  const { values, vectors } = symmetricEigen(correlations, p);
  const root = new Float64Array(p * p);
  const beta = new Float64Array(p);
  for (let k = 0; k < p; k++) {
    if (values[k]! < COPY) continue;
    const length = Math.sqrt(values[k]!);
    let along = 0;
    for (let i = 0; i < p; i++) along += vectors[i * p + k]! * outcome[i]!;
    for (let i = 0; i < p; i++) {
      beta[i]! += (vectors[i * p + k]! * along) / length;
      for (let j = 0; j < p; j++) {
        root[i * p + j]! += vectors[i * p + k]! * vectors[j * p + k]! * length;
      }
    }
  }
  return Float64Array.from({ length: p }, (_, i) => {
    let part = 0;
    for (let j = 0; j < p; j++) part += root[i * p + j]! ** 2 * beta[j]! ** 2;
    return part;
  });
}

/** Eigenvalues and eigenvectors (columns) of a symmetric matrix, by Jacobi rotations. O(p³) a sweep, a few sweeps. */
export function symmetricEigen(matrix: Float64Array, p: number) {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(p * p);
  for (let i = 0; i < p; i++) vectors[i * p + i] = 1;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let off = 0;
    for (let i = 0; i < p; i++) for (let j = 0; j < i; j++) off += a[i * p + j]! ** 2;
    if (off < 1e-26) break;
    for (let i = 0; i < p; i++) for (let j = i + 1; j < p; j++) rotate(a, vectors, p, [i, j]);
  }
  return { values: Float64Array.from({ length: p }, (_, i) => a[i * p + i]!), vectors };
}

function rotate(a: Float64Array, vectors: Float64Array, p: number, pair: [number, number]): void {
  const [i, j] = pair;
  const coupling = a[i * p + j]!;
  if (coupling === 0) return;
  const theta = (a[j * p + j]! - a[i * p + i]!) / (2 * coupling);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < p; k++) turn(a, k * p + i, k * p + j, [c, s]);
  for (let k = 0; k < p; k++) turn(a, i * p + k, j * p + k, [c, s]);
  for (let k = 0; k < p; k++) turn(vectors, k * p + i, k * p + j, [c, s]);
}

function turn(of: Float64Array, one: number, other: number, [c, s]: [number, number]): void {
  const x = of[one]!;
  const y = of[other]!;
  of[one] = c * x - s * y;
  of[other] = s * x + c * y;
}

/**
 * Inverse of a symmetric positive matrix by Gauss–Jordan with row exchanges.
 *
 * @returns p × p row by row; null when it has none (a column is a combination of others)
 */
export function inverseOf(matrix: Float64Array, p: number): Float64Array<ArrayBuffer> | null {
  const width = 2 * p;
  const work = new Float64Array(p * width);
  for (let i = 0; i < p; i++) {
    work.set(matrix.subarray(i * p, i * p + p), i * width);
    work[i * width + p + i] = 1;
  }
  for (let k = 0; k < p; k++) {
    let best = k;
    for (let i = k + 1; i < p; i++) {
      if (Math.abs(work[i * width + k]!) > Math.abs(work[best * width + k]!)) best = i;
    }
    const pivot = work[best * width + k]!;
    if (!(Math.abs(pivot) > COPY)) return null;
    for (let c = 0; c < width; c++) {
      const kept = work[best * width + c]!;
      work[best * width + c] = work[k * width + c]!;
      work[k * width + c] = kept / pivot;
    }
    for (let i = 0; i < p; i++) {
      const factor = work[i * width + k]!;
      if (i === k || factor === 0) continue;
      for (let c = 0; c < width; c++) work[i * width + c]! -= factor * work[k * width + c]!;
    }
  }
  const inverse = new Float64Array(p * p);
  for (let i = 0; i < p; i++) inverse.set(work.subarray(i * width + p, (i + 1) * width), i * p);
  return inverse;
}
