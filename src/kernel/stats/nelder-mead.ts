export interface SimplexMinimum {
  readonly point: Float64Array<ArrayBuffer>;
  readonly value: number;
  /** the values at the corners became the same; false: the search stopped early at the best point seen */
  readonly converged: boolean;
}

interface Corner {
  readonly point: Float64Array<ArrayBuffer>;
  readonly value: number;
}

/**
 * Minimum of a function of a few variables without gradients: the simplex search of Nelder and Mead.
 *
 * @param f      value at a point; +Infinity where it does not exist. The point is overwritten later: do not keep it
 * @param start  where to begin, length 1 or more
 * @param step   edge of the first simplex
 * @param maxEvaluations  when it gives up
 *
 * For up to five variables; may stop short of the minimum on long valleys. Nelder & Mead, Computer Journal 7(4), 1965.
 */
export function nelderMead(
  f: (point: Float64Array) => number,
  start: ArrayLike<number>,
  step: number,
  maxEvaluations = 400,
): SimplexMinimum {
  const corners = firstSimplex(f, start, step);
  const n = start.length;
  let evaluations = n + 1;
  for (; evaluations < maxEvaluations;) {
    corners.sort((one, other) => one.value - other.value);
    const [best, worst] = [corners[0]!, corners[n]!];
    if (isFlat(best.value, worst.value)) return { ...best, converged: true };
    const centre = centreOf(corners, n);
    const at = (along: number): Corner => cornerAt(f, centre, worst.point, along);
    const reflected = at(1);
    evaluations++;
    let found: Corner | null = null;
    if (reflected.value < best.value) {
      const further = at(2);
      evaluations++;
      found = further.value < reflected.value ? further : reflected;
    } else if (reflected.value < corners[n - 1]!.value) {
      found = reflected;
    } else {
      const nearer = at(reflected.value < worst.value ? 0.5 : -0.5);
      evaluations++;
      if (nearer.value < Math.min(reflected.value, worst.value)) found = nearer;
    }
    if (found !== null) corners[n] = found;
    else {
      shrink(f, corners);
      evaluations += n;
    }
  }
  corners.sort((one, other) => one.value - other.value);
  return { ...corners[0]!, converged: false };
}

const FLAT = 1e-10;
const isFlat = (low: number, high: number): boolean =>
  high - low <= FLAT * (Math.abs(low) + Number.MIN_VALUE);

function firstSimplex(
  f: (point: Float64Array) => number,
  start: ArrayLike<number>,
  step: number,
): Corner[] {
  return Array.from({ length: start.length + 1 }, (_, k): Corner => {
    const point = new Float64Array(start);
    if (k > 0) point[k - 1]! += step;
    return { point, value: f(point) };
  });
}

/** Mean of all corners but the worst. */
function centreOf(corners: readonly Corner[], n: number): Float64Array {
  const centre = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    for (let i = 0; i < n; i++) centre[i]! += corners[k]!.point[i]! / n;
  }
  return centre;
}

function cornerAt(
  f: (point: Float64Array) => number,
  centre: Float64Array,
  worst: Float64Array,
  along: number,
): Corner {
  const point = new Float64Array(centre.length);
  for (let i = 0; i < point.length; i++) point[i] = centre[i]! + along * (centre[i]! - worst[i]!);
  return { point, value: f(point) };
}

function shrink(f: (point: Float64Array) => number, corners: Corner[]): void {
  const best = corners[0]!.point;
  for (let k = 1; k < corners.length; k++) {
    const point = corners[k]!.point.map((x, i) => (x + best[i]!) / 2);
    corners[k] = { point, value: f(point) };
  }
}
