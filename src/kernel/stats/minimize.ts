/** A smooth function: its value at `point`; writes its gradient into `gradient`. +Infinity where it does not exist. */
export type SmoothFunction = (point: Float64Array, gradient: Float64Array) => number;

export interface Minimum {
  readonly point: Float64Array<ArrayBuffer>;
  readonly value: number;
  /** The gradient at the point is as good as zero; false: the search stopped early and the point is only the best seen. */
  readonly converged: boolean;
  readonly evaluations: number;
}

const ARMIJO = 1e-4;
const CURVATURE = 0.9;
const MAX_LINE_STEPS = 40;
/** Steps in a row that may gain less than GAIN × max(1, |f|) before the search ends where it is. */
const IDLE_STEPS = 4;
const GAIN = 1e-12;
/** Where rounding ends a search with every |∂f/∂xᵢ| below this × max(1, |f|), it ended at the minimum. */
const FLAT = 1e-5;
/** Share of a value that rounding hides. */
const UNSEEN = 1e-17;
/** Longest first step: a step of 2 in a log-parameter is a factor of 7. */
const MAX_FIRST_STEP = 2;

/**
 * Unconstrained minimum of a smooth function by BFGS with a weak Wolfe line search (bisection).
 *
 * @param f          value and gradient; may return +Infinity, the line search then steps back
 * @param start      where to begin; not changed
 * @param options.tolerance  converged when every |∂f/∂xᵢ| <= tolerance × max(1, |f|)
 * @param options.maxSteps   BFGS steps before it gives up
 *
 * Nocedal & Wright, _Numerical Optimization_, 2nd ed. 2006, algorithm 6.1; line search of Lewis & Overton 2013.
 */
export function minimize(
  f: SmoothFunction,
  start: ArrayLike<number>,
  options: MinimizeOptions = {},
): Minimum {
  const search = minimizeSteps(f, start, options);
  for (;;) {
    const step = search.next();
    if (step.done === true) return step.value;
  }
}

export interface MinimizeOptions {
  readonly tolerance?: number;
  readonly maxSteps?: number;
}

/** As `minimize`, pausing after every look at the function but the last of a step: for a caller that must answer in between. */
export function* minimizeSteps(
  f: SmoothFunction,
  start: ArrayLike<number>,
  { tolerance = 1e-8, maxSteps = 200 }: MinimizeOptions = {},
): Generator<void, Minimum, void> {
  const n = start.length;
  let point = new Float64Array(start);
  let gradient = new Float64Array(n);
  let value = f(point, gradient);
  let evaluations = 1;
  let inverse = identity(n);
  let isFresh = true;
  let idleSteps = 0;
  const steepness = (): number => largest(gradient) / Math.max(1, Math.abs(value));
  const ended = (bound: number): Minimum => ({
    point,
    value,
    converged: steepness() <= bound,
    evaluations,
  });
  for (let step = 0; step < maxSteps; step++) {
    if (steepness() <= tolerance) return ended(tolerance);
    if (idleSteps >= IDLE_STEPS) return ended(FLAT);
    let direction = times(inverse, gradient, -1);
    if (!(dot(direction, gradient) < 0)) {
      inverse = identity(n);
      isFresh = true;
      direction = gradient.map((slope) => -slope);
    }
    const longest = largest(direction);
    const first = isFresh && longest > MAX_FIRST_STEP ? MAX_FIRST_STEP / longest : 1;
    const found = yield* lineSearch(f, { point, value, gradient }, direction, first);
    evaluations += found.evaluations;
    if (found.next === null) {
      if (isFresh) return ended(FLAT);
      inverse = identity(n);
      isFresh = true;
      continue;
    }
    updateInverse(inverse, { point, value, gradient }, found.next, isFresh);
    isFresh = false;
    const gain = value - found.next.value;
    idleSteps = gain > GAIN * Math.max(1, Math.abs(value)) ? 0 : idleSteps + 1;
    ({ point, value, gradient } = found.next);
    yield;
  }
  return ended(tolerance);
}

interface Place {
  readonly point: Float64Array<ArrayBuffer>;
  readonly value: number;
  readonly gradient: Float64Array<ArrayBuffer>;
}

function* lineSearch(
  f: SmoothFunction,
  from: Place,
  direction: Float64Array,
  first: number,
): Generator<void, { next: Place | null; evaluations: number }, void> {
  const slope = dot(direction, from.gradient);
  let low = 0;
  let high = Infinity;
  let length = first;
  let best: Place | null = null;
  let evaluations = 0;
  for (; evaluations < MAX_LINE_STEPS;) {
    const point = from.point.map((x, i) => x + length * direction[i]!);
    const gradient = new Float64Array(point.length);
    const value = f(point, gradient);
    evaluations++;
    if (!(value <= from.value + ARMIJO * length * slope)) high = length;
    else {
      best = { point, value, gradient };
      if (dot(direction, gradient) >= CURVATURE * slope) break;
      low = length;
    }
    length = high === Infinity ? 2 * low : (low + high) / 2;
    if (high - low < 1e-14 * Math.max(1, high) && high !== Infinity) break;
    // What is left to gain is less than rounding can show: no shorter step will ever look like one.
    if (best === null && -length * slope < UNSEEN * Math.max(1, Math.abs(from.value))) break;
    yield;
  }
  return { next: best, evaluations };
}

function updateInverse(inverse: Float64Array, from: Place, to: Place, isFresh: boolean): void {
  const n = from.point.length;
  const s = to.point.map((x, i) => x - from.point[i]!);
  const y = to.gradient.map((g, i) => g - from.gradient[i]!);
  const sy = dot(s, y);
  if (!(sy > 1e-300)) return;
  if (isFresh) {
    // the size of the problem is learned from the first step
    const scale = sy / dot(y, y);
    for (let i = 0; i < n; i++) inverse[i * n + i] = scale;
  }
  const hy = times(inverse, y, 1);
  const factor = (1 + dot(y, hy) / sy) / sy;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      inverse[i * n + j]! += factor * s[i]! * s[j]! - (hy[i]! * s[j]! + s[i]! * hy[j]!) / sy;
    }
  }
}

function identity(n: number): Float64Array<ArrayBuffer> {
  const matrix = new Float64Array(n * n);
  for (let i = 0; i < n; i++) matrix[i * n + i] = 1;
  return matrix;
}

function times(matrix: Float64Array, vector: Float64Array, sign: 1 | -1): Float64Array {
  const n = vector.length;
  return vector.map((_, i) => {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += matrix[i * n + j]! * vector[j]!;
    return sign * sum;
  });
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

function largest(vector: Float64Array): number {
  let most = 0;
  for (const x of vector) most = Math.max(most, Number.isNaN(x) ? Infinity : Math.abs(x));
  return most;
}
