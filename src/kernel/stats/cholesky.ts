/** A pivot below this share of its diagonal is rounding: the matrix is not definite. */
const ROUNDING = 1e-13;
/** A pivot below this share of its diagonal is taken for zero: the column is a sum of others. */
const SINGULAR = 1e-11;

/**
 * Cholesky factor of a symmetric positive definite matrix, in place.
 *
 * @param matrix  row-major, `size` × `size`; only the lower triangle is read, and overwritten with L (L Lᵀ = matrix)
 * @param least   the smallest share of its diagonal that a pivot may have
 * @returns false when it is not positive definite to working precision; the matrix is then of no meaning
 *
 * O(size³ / 6). Golub & Van Loan, *Matrix Computations*, 4.2.
 */
export function choleskyFactor(
  matrix: Float64Array,
  size: number,
  least: number = ROUNDING,
): boolean {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (i === j) {
        if (!(sum > matrix[i * size + i]! * least) || !(sum > 0)) return false;
        matrix[i * size + i] = Math.sqrt(sum);
      } else matrix[i * size + j] = sum / matrix[j * size + j]!;
    }
  }
  return true;
}

/** Solves L Lᵀ x = right side, in place. O(size²). */
export function choleskySolve(factor: Float64Array, size: number, right: Float64Array): void {
  for (let i = 0; i < size; i++) {
    let sum = right[i]!;
    for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * right[k]!;
    right[i] = sum / factor[i * size + i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    let sum = right[i]!;
    for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * right[k]!;
    right[i] = sum / factor[i * size + i]!;
  }
}

/** Diagonal of the inverse of L Lᵀ: the variances of a fit. O(size³). */
export function inverseDiagonal(factor: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const diagonal = new Float64Array(size);
  const unit = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    unit.fill(0);
    unit[i] = 1;
    choleskySolve(factor, size, unit);
    diagonal[i] = unit[i]!;
  }
  return diagonal;
}

/**
 * Inverse of a symmetric positive definite matrix.
 *
 * @param matrix  row by row, length size², finite; only its lower triangle is read; not changed
 * @returns the inverse, row by row; null when a column is (nearly) a combination of the ones before it. O(size³)
 */
export function inverseOfDefinite(matrix: Float64Array, size: number): Float64Array | null {
  const factor = matrix.slice();
  if (!choleskyFactor(factor, size, SINGULAR)) return null;
  const inverse = new Float64Array(size * size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    choleskySolve(factor, size, unit);
    // symmetric: the column is the row
    inverse.set(unit, column * size);
  }
  return inverse;
}

/** vᵀ M v of a matrix stored row by row. */
export function quadraticForm(matrix: Float64Array, vector: ArrayLike<number>): number {
  const size = vector.length;
  let sum = 0;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) sum += vector[i]! * matrix[i * size + j]! * vector[j]!;
  }
  return sum;
}
