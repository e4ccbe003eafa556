import { chiSquaredUpper } from "./chi-squared";

/** Cochran's rule: the chi-square law is a poor guide when more than a fifth of the expected counts are below five. */
const FEW_EXPECTED = 5;
const MOST_FEW = 0.2;

export interface Independence {
  readonly statistic: number;
  readonly df: number;
  readonly pValue: number;
  /** Cramér's V, 0..1 */
  readonly effect: number;
  /** more than a fifth of the expected counts are below five */
  readonly isWeak: boolean;
  /** adjusted residual of each cell, about standard normal without any relation; 0 in an empty row or column */
  readonly residuals: Float64Array<ArrayBuffer>;
}

/**
 * Pearson's chi-square test that rows and columns of a table of counts have nothing to do with each other.
 *
 * @param counts   length rows × columns, row by row, whole numbers >= 0; rows and columns without any count are left out
 * @param columns  number of columns, at least 1
 * @returns null when fewer than two rows or columns have a count: there is nothing to compare
 *
 * No continuity correction. Assumes independent counts, each customer in one cell. O(cells).
 * Pearson 1900; Cramér 1946, 21.9; residuals: Haberman, Biometrics 29, 1973. SciPy chi2_contingency(correction=False).
 */
export function independence(counts: ArrayLike<number>, columns: number): Independence | null {
  const rows = counts.length / columns;
  const rowSums = new Float64Array(rows);
  const columnSums = new Float64Array(columns);
  let n = 0;
  for (let at = 0; at < counts.length; at++) {
    rowSums[Math.floor(at / columns)]! += counts[at]!;
    columnSums[at % columns]! += counts[at]!;
    n += counts[at]!;
  }
  const usedRows = rowSums.reduce((used, sum) => used + (sum > 0 ? 1 : 0), 0);
  const usedColumns = columnSums.reduce((used, sum) => used + (sum > 0 ? 1 : 0), 0);
  if (usedRows < 2 || usedColumns < 2) return null;
  const residuals = new Float64Array(counts.length);
  let [statistic, few] = [0, 0];
  for (let at = 0; at < counts.length; at++) {
    const [row, column] = [rowSums[Math.floor(at / columns)]!, columnSums[at % columns]!];
    const expected = (row * column) / n;
    if (expected === 0) continue;
    if (expected < FEW_EXPECTED) few++;
    const excess = counts[at]! - expected;
    statistic += (excess * excess) / expected;
    residuals[at] = excess / Math.sqrt(expected * (1 - row / n) * (1 - column / n));
  }
  const df = (usedRows - 1) * (usedColumns - 1);
  return {
    statistic,
    df,
    pValue: chiSquaredUpper(statistic, df),
    effect: Math.sqrt(statistic / (n * (Math.min(usedRows, usedColumns) - 1))),
    isWeak: few > MOST_FEW * usedRows * usedColumns,
    residuals,
  };
}
