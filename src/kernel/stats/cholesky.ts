/** A pivot below this share of its diagonal is taken for zero: the column is a sum of others. */
const SINGULAR = 1e-11;

/**
 * Inverse of a symmetric positive definite matrix.
 *
 * @param matrix  row by row, length size², finite; only its lower triangle is read
 * @param size    rows
 * @returns the inverse, row by row; null when a column is (nearly) a combination of the ones before it
 *
 * Cholesky's decomposition, O(size³). Golub & Van Loan, Matrix Computations, 4.2.
 */
export function inverseOfDefinite(matrix: Float64Array, size: number): Float64Array | null {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= lower[i * size + k]! * lower[j * size + k]!;
      if (i !== j) {
        lower[i * size + j] = sum / lower[j * size + j]!;
        continue;
      }
      if (!(sum > SINGULAR * matrix[i * size + i]!)) return null;
      lower[i * size + i] = Math.sqrt(sum);
    }
  }
  return inverseOfFactor(lower, size);
}

/** (L Lᵀ)⁻¹ by solving for each unit vector. */
function inverseOfFactor(lower: Float64Array, size: number): Float64Array {
  const inverse = new Float64Array(size * size);
  const column = new Float64Array(size);
  for (let unit = 0; unit < size; unit++) {
    for (let i = 0; i < size; i++) {
      let sum = i === unit ? 1 : 0;
      for (let k = 0; k < i; k++) sum -= lower[i * size + k]! * column[k]!;
      column[i] = sum / lower[i * size + i]!;
    }
    for (let i = size - 1; i >= 0; i--) {
      let sum = column[i]!;
      for (let k = i + 1; k < size; k++) sum -= lower[k * size + i]! * column[k]!;
      column[i] = sum / lower[i * size + i]!;
      inverse[i * size + unit] = column[i]!;
    }
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
